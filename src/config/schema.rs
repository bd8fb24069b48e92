//! The JSON schema of gainsay.toml, for editors.

use serde_json::{Map, Value as Json, json};

use super::{FailOn, Level};
use crate::rules::RuleSet;

/// The schema, with the rules of a project and their packs by name.
pub fn settings(set: &RuleSet) -> Json {
    let mut schema = table(
        "settings of gainsay",
        [
            ("articles", articles()),
            ("check", check()),
            ("packs", packs(set)),
            (
                "lexicon",
                table("the project's own words and facts", [("paths", paths("files and folders of them"))]),
            ),
            (
                "rules",
                levels("what becomes of rules, by their ids, and of outcomes, as RULE/NAME", &of_rules(set)),
            ),
            ("for", tables("what holds for some articles only", scope(set), &["articles"])),
            ("ignore", tables("findings that do not count", ignore(), &["fingerprint", "reason"])),
        ],
    );
    if let Some(root) = schema.as_object_mut() {
        root.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
        root.insert("title".into(), json!("gainsay.toml"));
    }
    schema
}

fn articles() -> Json {
    let day = || json!({ "type": "string", "format": "date" });
    let known = table(
        "what is known of the article",
        [
            ("published", described("the day of publication", day())),
            ("source", text("the outlet")),
            ("title", text("the headline")),
        ],
    );
    let one = json!({ "anyOf": [day(), known] });
    let doc = "what is known of articles beyond what they say, by file name, path or glob: a day, or a table";
    described(doc, json!({ "type": "object", "additionalProperties": one }))
}

fn check() -> Json {
    let share = json!({ "type": "number" });
    table(
        "how articles are checked",
        [
            (
                "fail-on",
                described("from which severity on findings fail a run", json!({ "enum": FailOn::NAMES })),
            ),
            ("min-confidence", described("leave out findings that are right less often: from 0 to 1", share)),
            ("against", paths("files and folders that drafts are checked against")),
            ("exclude", paths("files in folders that are not read, by name, path or glob")),
        ],
    )
}

fn packs(set: &RuleSet) -> Json {
    table(
        "which packs of rules run",
        [
            ("paths", paths("folders of the project's own rules")),
            ("built-in", names("of the built-in packs these only", &RuleSet::built_in_packs())),
            ("off", names("packs to do without", &pack_names(set))),
        ],
    )
}

fn scope(set: &RuleSet) -> Vec<(&'static str, Json)> {
    let packs: Vec<(&str, &str)> =
        pack_names(set).into_iter().map(|pack| (pack, "all its other rules")).collect();
    vec![
        ("articles", paths("which articles, by name, path or glob")),
        ("rules", levels("what becomes of rules there", &of_rules(set))),
        ("packs", levels("what becomes of all other rules of packs there", &packs)),
    ]
}

fn ignore() -> Vec<(&'static str, Json)> {
    vec![
        ("fingerprint", text("the sixteen digits that stand below the finding")),
        ("reason", text("why it does not count")),
        (
            "until",
            described("the last day on which it does not", json!({ "type": "string", "format": "date" })),
        ),
        ("articles", paths("the articles that it stands in, by name, path or glob")),
    ]
}

/// The rules, with what they find, and their outcomes.
fn of_rules(set: &RuleSet) -> Vec<(&str, &str)> {
    set.rules.iter().map(|rule| (rule.id.as_str(), rule.summary.as_str())).collect()
}

fn pack_names(set: &RuleSet) -> Vec<&str> {
    let mut packs = RuleSet::built_in_packs();
    for rule in &set.rules {
        if !packs.contains(&rule.pack.as_str()) {
            packs.push(rule.pack.as_str());
        }
    }
    packs
}

/// A table of levels; names that are known are offered, others are let through: an outcome, a rule of another pack.
fn levels(doc: &str, known: &[(&str, &str)]) -> Json {
    let level = || json!({ "enum": Level::NAMES });
    let known: Map<String, Json> =
        known.iter().map(|(name, doc)| ((*name).to_owned(), described(doc, level()))).collect();
    described(doc, json!({ "type": "object", "properties": known, "additionalProperties": level() }))
}

fn paths(doc: &str) -> Json {
    described(doc, json!({ "type": "array", "items": { "type": "string" } }))
}

fn names(doc: &str, examples: &[&str]) -> Json {
    let name = json!({ "type": "string", "examples": examples });
    described(doc, json!({ "type": "array", "items": name }))
}

fn text(doc: &str) -> Json {
    described(doc, json!({ "type": "string" }))
}

fn tables(doc: &str, keys: Vec<(&'static str, Json)>, required: &[&str]) -> Json {
    let mut one = table(doc, keys);
    if let Some(one) = one.as_object_mut() {
        one.insert("required".into(), json!(required));
    }
    described(doc, json!({ "type": "array", "items": one }))
}

fn table(doc: &str, keys: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
    let properties: Map<String, Json> =
        keys.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    described(doc, json!({ "type": "object", "properties": properties, "additionalProperties": false }))
}

fn described(doc: &str, mut schema: Json) -> Json {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".into(), json!(doc));
    }
    schema
}

#[cfg(test)]
mod tests;
