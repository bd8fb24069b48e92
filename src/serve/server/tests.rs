use std::collections::BTreeMap;

use serde_json::Value;

use super::*;

#[test]
fn the_description_names_every_route_and_how_it_is_asked_for() {
    let description: Value = serde_json::from_str(OPENAPI).unwrap();
    assert_eq!(description["openapi"], "3.1.0");
    let methods = |path: &Value| -> Vec<String> { path.as_object().unwrap().keys().cloned().collect() };
    let described: BTreeMap<String, Vec<String>> = description["paths"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(path, what)| (path.clone(), methods(what)))
        .collect();
    let known = |route: Route| {
        let methods = route.methods().split(", ").filter(|method| *method != "HEAD");
        (route.path().to_owned(), methods.map(str::to_ascii_lowercase).collect())
    };
    assert_eq!(described, Route::ALL.into_iter().map(known).collect());
}

#[test]
fn whatever_the_description_points_to_is_there() {
    let description: Value = serde_json::from_str(OPENAPI).unwrap();
    let mut pointers = OPENAPI.split("\"$ref\": \"#").skip(1).filter_map(|rest| rest.split('"').next());
    assert_eq!(pointers.find(|pointer| description.pointer(pointer).is_none()), None);
}
