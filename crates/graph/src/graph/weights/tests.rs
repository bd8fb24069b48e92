use super::*;

fn named(table: &str) -> Vec<String> {
    let table: Table = toml::from_str(table).unwrap();
    table.weights.into_keys().collect()
}

#[test]
fn the_tables_have_a_weight_for_each_feature_and_no_other() {
    let sorted = |names: &[&str]| {
        let mut names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(named(table!("spelling")), sorted(&SPELLING));
    assert_eq!(named(table!("wording")), sorted(&WORDING));
}

#[test]
fn a_weight_moves_the_probability_its_way() {
    let model = Model { weights: [2.0, -1.0], bias: 0.0, cut: 0.5, note: 0.5, doubt: 0.0 };
    assert!(model.probability(&[1.0, 0.0]) > model.probability(&[0.0, 0.0]));
    assert!(model.probability(&[0.0, 1.0]) < model.probability(&[0.0, 0.0]));
    assert_eq!(model.probability(&[0.0, 0.0]), 0.5);
}
