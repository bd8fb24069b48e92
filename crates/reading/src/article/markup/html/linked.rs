//! JSON-LD: what a page says of its article in the vocabulary of schema.org.
//!
//! An object may stand where it belongs, or be named by its `@id` there and stand anywhere else on the page.

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::article::Meta;
use crate::article::markup::date::{self, Written};
use crate::article::markup::one_line;

/// How deep a value is searched, and how many references are followed.
const DEPTH: usize = 8;

/// What the first article in a value says; `page` holds what its references name.
pub(super) fn article(value: &Value, page: &[Value]) -> Option<Meta> {
    let map = find(value, DEPTH, &is_article)?;
    let field =
        |key: &str| map.get(key).and_then(Value::as_str).map(one_line).filter(|text| !text.is_empty());
    let day = |key: &str| -> Option<Date> { date::parse(&field(key)?).and_then(Written::day) };
    Some(Meta {
        title: field("headline").or_else(|| field("name")),
        outlet: map.get("publisher").and_then(|publisher| name(publisher, page, DEPTH)),
        published: day("datePublished").or_else(|| day("dateCreated")),
        updated: day("dateModified"),
        byline: map.get("author").and_then(|author| name(author, page, DEPTH)),
        language: field("inLanguage"),
        note: map.get("correction").and_then(|correction| words(correction, "text")),
    })
}

/// The first object in a value that is asked for, in arrays and graphs too.
fn find<'v>(
    value: &'v Value,
    depth: usize,
    asked: &dyn Fn(&Map<String, Value>) -> bool,
) -> Option<&'v Map<String, Value>> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::Array(values) => values.iter().find_map(|value| find(value, depth, asked)),
        Value::Object(map) if asked(map) => Some(map),
        Value::Object(map) => ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]
            .into_iter()
            .find_map(|key| find(map.get(key)?, depth, asked)),
        _ => None,
    }
}

fn is_article(map: &Map<String, Value>) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"))
    };
    map.get("@type")
        .is_some_and(|kind| named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named)))
}

/// The name of a person or organisation: a string, an object, a reference to one, or a list of those.
fn name(value: &Value, page: &[Value], depth: usize) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    let value = value.as_array().and_then(|values| values.first()).unwrap_or(value);
    if let Some(name) = words(value, "name") {
        return Some(name);
    }
    let id = value.get("@id")?.as_str()?;
    let asked = |map: &Map<String, Value>| {
        map.contains_key("name") && map.get("@id").and_then(Value::as_str) == Some(id)
    };
    let named = page.iter().find_map(|value| find(value, DEPTH, &asked))?;
    named.get("name").and_then(|value| name(value, page, depth))
}

/// A string, or what an object says under a key.
fn words(value: &Value, key: &str) -> Option<String> {
    let text = value.as_str().or_else(|| value.get(key)?.as_str());
    text.map(one_line).filter(|text| !text.is_empty())
}
