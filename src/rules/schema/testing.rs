//! Do TOML files fit a schema? For the tests of schemas.

use serde_json::{Value as Json, json};

/// Does a value fit a schema? The keywords that the schema of rules uses, and no others.
pub(crate) fn misfit(value: &Json, schema: &Json, at: &str) -> Option<String> {
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

/// A TOML file as editors show it to schemas.
pub(crate) fn read(text: &str) -> Json {
    as_json(toml::Value::Table(text.parse().unwrap()))
}

/// The keys in a schema that have no description.
pub(crate) fn undescribed(schema: &Json, at: &str) -> Vec<String> {
    let Some(schema) = schema.as_object() else { return Vec::new() };
    let mut found = Vec::new();
    for (key, inner) in schema.get("properties").and_then(Json::as_object).into_iter().flatten() {
        let at = format!("{at}.{key}");
        if inner.get("description").and_then(Json::as_str).is_none_or(str::is_empty) {
            found.push(at.clone());
        }
        found.extend(undescribed(inner, &at));
    }
    for inner in ["items", "additionalProperties"].iter().filter_map(|keyword| schema.get(*keyword)) {
        found.extend(undescribed(inner, at));
    }
    for inner in schema.get("anyOf").and_then(Json::as_array).into_iter().flatten() {
        found.extend(undescribed(inner, at));
    }
    found
}
