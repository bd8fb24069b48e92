//! The JSON schema of rule files, for editors; made of the same lists that rule files are held against.

use serde_json::{Map, Value as Json, json};

use super::file::{ARTICLE, GATHER_WHERE, Key, OUTCOME, REPORT, RULE, Shape, TEST, WHERE};
use super::house::keys;
use super::pattern::{COUNTED_ROLES, EVERY_ROLE, field_named, literal_type};
use super::vocabulary::words;
use crate::graph::{Field, Type};
use crate::lexicon::Lexicon;

/// What `gainsay rules new` calls the file that it puts beside rules. Taplo and Even Better TOML find it through
/// the rule's first line, `#:schema ./rule.schema.json`.
pub const FILE_NAME: &str = "rule.schema.json";

/// What it calls the schema of lexicon files.
pub const LEXICON_FILE_NAME: &str = "lexicon.schema.json";

/// The schema of a rule file.
pub fn rule_file(lexicon: &Lexicon) -> Json {
    let schema = object(&RULE, |key| match key {
        "find" => Some(json!({
            "type": "object", "minProperties": 1, "additionalProperties": statement(&[], lexicon)
        })),
        "gather" => {
            Some(json!({ "type": "object", "additionalProperties": statement(&[GATHER_WHERE], lexicon) }))
        }
        "where" => Some(object(&WHERE, |_| None)),
        "report" => Some(object(&REPORT, |key| {
            (key == "label")
                .then(|| json!({ "type": "object", "additionalProperties": { "type": "string" } }))
        })),
        "outcome" => Some(array(&object(&OUTCOME, |_| None))),
        "test" => Some(array(&object(&TEST, |key| match key {
            "article" => Some(array(&object(&ARTICLE, |_| None))),
            "fact" => Some(array(&object(&keys::FACT, |_| None))),
            _ => None,
        }))),
        _ => None,
    });
    titled(schema, "a rule of gainsay")
}

/// The schema of a lexicon file.
pub fn lexicon_file(lexicon: &Lexicon) -> Json {
    let classes = words(Field::Class, lexicon).unwrap_or_default();
    let class = || json!({ "type": "string", "examples": classes });
    let tables = |keys| Some(array(&object(keys, |_| None)));
    let with = |key: &str| {
        let words = json!({ "type": "array", "items": { "type": "string" } });
        (key == "when").then(|| json!({ "type": "object", "additionalProperties": words }))
    };
    let event = object(&keys::EVENT, |key| match key {
        "is" | "opposite" => Some(class()),
        "with" => Some(array(&object(&keys::WITH, with))),
        _ => None,
    });
    let schema = object(&keys::LEXICON, |key| match key {
        "event" => Some(json!({ "type": "object", "additionalProperties": event })),
        "title" => Some(object(&keys::TITLE, |_| None)),
        "ladder" => {
            Some(array(&object(&keys::LADDER, |key| (key == "rungs").then(|| tables(&keys::RUNG))?)))
        }
        "place" => tables(&keys::PLACE),
        "alias" => tables(&keys::ALIAS),
        "fact" => tables(&keys::FACT),
        "test" => tables(&keys::TEST),
        _ => None,
    });
    titled(schema, "a lexicon of gainsay")
}

fn titled(mut schema: Json, title: &str) -> Json {
    if let Some(root) = schema.as_object_mut() {
        root.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
        root.insert("title".into(), json!(title));
    }
    schema
}

fn array(items: &Json) -> Json {
    json!({ "type": "array", "items": items })
}

/// A table; `inner` gives the schema of what lies in a table of its own.
fn object(keys: &[Key], inner: impl Fn(&str) -> Option<Json>) -> Json {
    let property = |key: &Key| {
        let mut schema = inner(key.name).unwrap_or_else(|| shape(key.shape));
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".into(), json!(key.doc));
        }
        (key.name.to_string(), schema)
    };
    let properties: Map<String, Json> = keys.iter().map(property).collect();
    let required: Vec<&str> = keys.iter().filter(|k| k.required).map(|k| k.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn shape(shape: Shape) -> Json {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::Texts => one_or_more(&json!({ "type": "string" })),
        Shape::Words => array(&json!({ "type": "string" })),
        Shape::Flag => json!({ "type": "boolean" }),
        // Editors show TOML's dates to schemas as strings.
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Table => json!({ "type": "object" }),
        Shape::Tables => array(&json!({ "type": "object" })),
        Shape::Pairs => array(&json!({
            "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2
        })),
    }
}

/// A pattern of statements, with further keys.
fn statement(more: &[Key], lexicon: &Lexicon) -> Json {
    let mut schema = object(more, |_| None);
    let properties = schema.get_mut("properties").and_then(Json::as_object_mut);
    if let Some(properties) = properties {
        let named = |f: &Field| field_named(f.name()).map(|literal| (f.name(), f.doc(), literal));
        for (name, doc, field) in Field::ALL.iter().filter_map(named) {
            let mut schema = one_or_more(&literal(field, lexicon));
            if let Some(schema) = schema.as_object_mut() {
                schema.insert("description".into(), json!(doc));
            }
            properties.entry(name).or_insert(schema);
        }
    }
    schema
}

/// What a field can be matched with.
fn literal(field: Field, lexicon: &Lexicon) -> Json {
    if let Some(mut words) = words(field, lexicon) {
        if field != Field::Role {
            return json!({ "enum": words });
        }
        let without: Vec<String> = words.iter().map(|role| format!("!{role}")).collect();
        words.extend([EVERY_ROLE, COUNTED_ROLES]);
        words.extend(without.iter().map(String::as_str));
        return json!({ "enum": words });
    }
    match literal_type(field) {
        Some(Type::Number) => json!({ "type": "number" }),
        Some(Type::Truth) => json!({ "type": "boolean" }),
        Some(Type::Text) => json!({ "type": "string" }),
        _ => json!({ "type": ["string", "number", "boolean"] }),
    }
}

fn one_or_more(one: &Json) -> Json {
    json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
