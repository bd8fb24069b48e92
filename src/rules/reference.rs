//! The reference page of the rule language, made of the same lists that rules are held against.

use std::fmt::Write as _;

use super::expression::operator::type_name;
use super::expression::{Function, Operator};
use super::file::{ARTICLE, GATHER_WHERE, Key, OUTCOME, PACK, REPORT, RULE, Shape, TEST, WHERE};
use super::house::keys;
use super::mistake::Mistake;
use super::pattern::field_named;
use super::vocabulary;
use crate::diagnostic::Severity;
use crate::graph::{Field, Type, role};
use crate::lexicon::Lexicon;

/// The page, in Markdown.
pub fn page(lexicon: &Lexicon) -> String {
    let mut page = Page(String::new());
    page.text(include_str!("reference/head.md"));
    page.files();
    page.statements(lexicon);
    page.text(include_str!("reference/conditions.md"));
    page.conditions();
    page.text(include_str!("reference/engine.md"));
    page.mistakes();
    page.lexicon();
    page.0.truncate(page.0.trim_end().len() + 1);
    page.0
}

/// The page as far as it is written.
struct Page(String);

impl Page {
    fn text(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn table(&mut self, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
        self.row(&head.iter().map(|cell| (*cell).to_string()).collect::<Vec<_>>());
        self.row(&vec!["---".to_string(); head.len()]);
        rows.into_iter().for_each(|row| self.row(&row));
        self.0.push('\n');
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "| {} |", cells.join(" | "));
    }

    fn keys(&mut self, title: &str, keys: &[Key]) {
        let _ = writeln!(self.0, "### {title}\n");
        let row = |key: &Key| {
            let needed = if key.required { "yes" } else { "" };
            vec![format!("`{}`", key.name), shape(key.shape), needed.to_string(), key.doc.to_string()]
        };
        self.table(&["key", "value", "needed", ""], keys.iter().map(row));
    }

    fn files(&mut self) {
        self.text("## Tables and keys\n\n");
        self.keys("The file", &RULE);
        self.text("### `[find.NAME]`\n\nFields with the value, or the values, that they may have; without `role`, role `event`.\n\n");
        self.keys("`[gather.NAME]`, beside such fields", &[GATHER_WHERE]);
        self.keys("`[where]`", &WHERE);
        self.keys("`[report]`", &REPORT);
        self.keys("`[[outcome]]`", &OUTCOME);
        self.keys("`[[test]]`", &TEST);
        self.keys("An article of a test", &ARTICLE);
        self.keys("`pack.toml`, beside the rules of a pack", &PACK);
    }

    fn statements(&mut self, lexicon: &Lexicon) {
        self.text("## Roles\n\n");
        let named = role::ROLES.iter().map(|(name, doc)| vec![format!("`{name}`"), (*doc).to_string()]);
        self.table(&["role", "what a statement in it says"], named);
        self.text(include_str!("reference/counts.md"));
        self.text("## Fields\n\n");
        let row = |field: &Field| {
            let matched = if field_named(field.name()).is_some() { "yes" } else { "" };
            let kind = type_name(field.kind()).to_string();
            vec![format!("`{}`", field.name()), kind, matched.to_string(), field.doc().to_string()]
        };
        self.table(&["field", "type", "in `[find]`", ""], Field::ALL.iter().map(row));
        for field in [Field::Polarity, Field::Modality] {
            let words = vocabulary::words(field, lexicon).unwrap_or_default();
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            let _ = writeln!(self.0, "`{}`: {}.\n", field.name(), words.join(", "));
        }
        self.text("`class`: those of [events.toml](../crates/reading/lexicon/events.toml).\n\n");
    }

    fn conditions(&mut self) {
        let operator = |operator: &Operator| {
            let symbol = format!("`{}`", operator.symbol());
            vec![symbol, operator.takes().to_string(), operator.doc().to_string()]
        };
        self.table(&["operator", "takes", "true when"], Operator::ALL.iter().map(operator));
        let function = |function: &Function| {
            let yields = match function.yields() {
                Type::Truth => "a condition",
                other => type_name(other),
            };
            let name = format!("`{}`", function.call());
            vec![name, function.takes_in_words().to_string(), yields.to_string(), function.doc().to_string()]
        };
        self.table(&["function", "takes", "gives", ""], Function::ALL.iter().map(function));
    }

    fn mistakes(&mut self) {
        let row = |mistake: &Mistake| {
            let runs = if mistake.severity() < Severity::Error { "yes" } else { "" };
            vec![format!("`{}`", mistake.code()), mistake.doc().to_string(), runs.to_string()]
        };
        self.table(&["code", "what is wrong", "the rule still runs"], Mistake::ALL.iter().map(row));
    }

    fn lexicon(&mut self) {
        self.text(include_str!("reference/lexicon.md"));
        self.keys("A lexicon file", &keys::LEXICON);
        self.keys("`[event.CLASS]`", &keys::EVENT);
        self.keys("An entry of `with`", &keys::WITH);
        self.keys("`[title]`", &keys::TITLE);
        self.keys("`[[ladder]]`", &keys::LADDER);
        self.keys("A rung", &keys::RUNG);
        self.keys("`[[place]]`", &keys::PLACE);
        self.keys("`[[alias]]`", &keys::ALIAS);
        self.keys("`[[fact]]`", &keys::FACT);
        self.keys("`[[test]]` of a lexicon file", &keys::TEST);
    }
}

fn shape(shape: Shape) -> String {
    match shape {
        Shape::OneOf(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        other => other.name().to_string(),
    }
}
