use std::path::Path;

use serde_json::{Value as Json, json};

use super::{FILE_NAME, LEXICON_FILE_NAME, lexicon_file, rule_file};
use crate::lexicon::Lexicon;
use crate::rules::pack::built_in;

/// Does a value fit a schema? The keywords that the schema of rules uses, and no others.
fn misfit(value: &Json, schema: &Json, at: &str) -> Option<String> {
    let complain = |what: &str| Some(format!("{at}: {what}"));
    for (keyword, wanted) in schema.as_object().unwrap() {
        let found = match keyword.as_str() {
            "$schema"
            | "title"
            | "description"
            | "examples"
            | "format"
            | "properties"
            | "additionalProperties" => None,
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
            "minItems" | "maxItems" => {
                let (wanted, found) = (wanted.as_u64().unwrap(), value.as_array().unwrap().len() as u64);
                let fits = if keyword == "minItems" { found >= wanted } else { found <= wanted };
                if fits { None } else { complain(if found == 0 { "empty" } else { "of another length" }) }
            }
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
    let schema = rule_file(Lexicon::built_in());
    for rule in built_in() {
        assert_eq!(misfit(&read(rule.text), &schema, rule.id), None);
        let line = format!("#:schema ../{FILE_NAME}");
        assert_eq!(rule.text.lines().next(), Some(line.as_str()), "{}", rule.id);
    }
    let template = include_str!("../../app/rules/new/template.toml");
    assert_eq!(misfit(&read(template), &schema, "template"), None);
    let line = format!("#:schema ./{FILE_NAME}");
    assert_eq!(template.lines().next(), Some(line.as_str()), "Taplo looks for the schema in the first line");
}

#[test]
fn broken_rules_do_not() {
    let schema = rule_file(Lexicon::built_in());
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

#[test]
fn the_schema_beside_the_built_in_rules_is_the_present_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(FILE_NAME);
    let committed: Json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(
        committed == rule_file(Lexicon::built_in()),
        "write it anew: gainsay rules schema > rules/{FILE_NAME}"
    );
}

#[test]
fn lexicon_files_fit_their_schema_and_broken_ones_do_not() {
    let schema = lexicon_file(Lexicon::built_in());
    let template = include_str!("../../app/rules/new/lexicon.toml");
    assert_eq!(misfit(&read(template), &schema, "template"), None);
    let line = format!("#:schema ./{LEXICON_FILE_NAME}");
    assert_eq!(template.lines().next(), Some(line.as_str()));
    let misfit_of = |text: &str| misfit(&read(text), &schema, "").unwrap_or_default();
    assert_eq!(misfit_of("[evnt.recall]"), ".evnt: unknown");
    assert_eq!(misfit_of("[event.recall]\nverbs = 'recall'"), ".event.recall.verbs: not \"array\"");
    assert_eq!(misfit_of("opposites = [['a']]"), ".opposites[0]: of another length");
}
