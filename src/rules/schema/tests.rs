use std::path::Path;

use serde_json::{Value as Json, json};

use super::{FILE_NAME, rule_file};
use crate::rules::pack::built_in;

/// Does a value fit a schema? The keywords that the schema of rules uses, and no others.
fn misfit(value: &Json, schema: &Json, at: &str) -> Option<String> {
    let complain = |what: &str| Some(format!("{at}: {what}"));
    for (keyword, wanted) in schema.as_object().unwrap() {
        let found = match keyword.as_str() {
            "$schema" | "title" | "description" | "format" | "properties" | "additionalProperties" => None,
            "type" => {
                let is = |name: &Json| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "number" => value.is_number(),
                    other => panic!("unknown type {other}"),
                };
                let fits = wanted.as_array().map_or_else(|| is(wanted), |names| names.iter().any(is));
                if fits { None } else { complain(&format!("not {wanted}")) }
            }
            "enum" => {
                let known = wanted.as_array().unwrap().contains(value);
                if known { None } else { complain(&format!("{value} is not one of the words")) }
            }
            "anyOf" => {
                let fits = wanted.as_array().unwrap().iter().any(|s| misfit(value, s, at).is_none());
                if fits { None } else { complain(&format!("{value} fits nothing")) }
            }
            "items" => {
                let items = value.as_array().into_iter().flatten();
                items.enumerate().find_map(|(i, item)| misfit(item, wanted, &format!("{at}[{i}]")))
            }
            "minItems" => value.as_array().filter(|a| a.is_empty()).and_then(|_| complain("empty")),
            "minProperties" => value.as_object().filter(|o| o.is_empty()).and_then(|_| complain("empty")),
            "required" => {
                let keys = wanted.as_array().unwrap().iter().map(|k| k.as_str().unwrap());
                keys.filter(|k| value.get(k).is_none()).find_map(|k| complain(&format!("no {k}")))
            }
            other => panic!("unknown keyword {other}"),
        };
        if found.is_some() {
            return found;
        }
    }
    let entries = value.as_object().into_iter().flatten();
    entries.into_iter().find_map(|(key, value)| {
        let at = format!("{at}.{key}");
        match (schema.get("properties").and_then(|p| p.get(key)), schema.get("additionalProperties")) {
            (Some(schema), _) => misfit(value, schema, &at),
            (None, Some(Json::Bool(false))) => Some(format!("{at}: unknown")),
            (None, Some(schema)) => misfit(value, schema, &at),
            (None, None) => None,
        }
    })
}

/// TOML as editors show it to schemas.
fn as_json(value: toml::Value) -> Json {
    match value {
        toml::Value::Datetime(at) => json!(at.to_string()),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => Json::Object(table.into_iter().map(|(k, v)| (k, as_json(v))).collect()),
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(n) => json!(n),
        toml::Value::Float(n) => json!(n),
        toml::Value::Boolean(b) => json!(b),
    }
}

fn read(text: &str) -> Json {
    as_json(toml::Value::Table(text.parse().unwrap()))
}

#[test]
fn every_built_in_rule_and_the_template_fit_the_schema() {
    let schema = rule_file();
    for rule in built_in() {
        assert_eq!(misfit(&read(rule.text), &schema, rule.id), None);
    }
    let template = include_str!("../../app/rules/new/template.toml");
    assert_eq!(misfit(&read(template), &schema, "template"), None);
    let line = format!("#:schema ./{FILE_NAME}");
    assert_eq!(template.lines().next(), Some(line.as_str()), "Taplo looks for the schema in the first line");
}

#[test]
fn broken_rules_do_not() {
    let schema = rule_file();
    let misfit_of = |id: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-rules").join(id);
        misfit(&read(&std::fs::read_to_string(path).unwrap()), &schema, "").unwrap_or_default()
    };
    assert_eq!(misfit_of("five-mistakes.toml"), ": no summary");
    assert_eq!(misfit_of("no-variable.toml"), ".find: empty");
    assert!(
        misfit_of("unknown-words.toml").starts_with(".find.a.event: "),
        "{}",
        misfit_of("unknown-words.toml")
    );
    assert_eq!(misfit_of("wrong-shapes.toml"), ".enabled: not \"boolean\"");
    assert_eq!(misfit_of("unknown-names.toml"), ".find.first.ordnal: unknown");
}
