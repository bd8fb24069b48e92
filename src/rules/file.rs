//! The shape of a rule file: which keys each table has, and readers for TOML's tree that know where all stands.
//!
//! The lists of [`Key`]s are the one source of the file format: [`Section::open`] holds a table against one
//! of them, and the reference page and the editor's schema can be made from them.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::Expect;
use super::located::Located;
use super::mistake::{Mistake, Problems};
use crate::hint::{hint, nearest};

/// A key of a table of the rule file.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What stands after the `=`.
    pub shape: Shape,
    /// Does the table make no sense without it?
    pub required: bool,
    /// What it is for, for the reference page.
    pub doc: &'static str,
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A string.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A string, or an array of strings.
    Texts,
    /// An array of strings.
    Words,
    /// `true` or `false`.
    Flag,
    /// A day, as a TOML date or as a string.
    Day,
    /// A table.
    Table,
    /// An array of tables.
    Tables,
    /// An array of pairs of strings.
    Pairs,
}

impl Key {
    /// What it is for, and what it can be.
    fn help(&self) -> String {
        match self.shape {
            Shape::OneOf(words) => format!("`{}`: {}; one of: {}", self.name, self.doc, words.join(", ")),
            _ => format!("`{}`: {}", self.name, self.doc),
        }
    }
}

pub(super) const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, required: true, doc }
}

pub(super) const fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, required: false, doc }
}

/// The severities, as files write them.
pub const SEVERITIES: [&str; 3] = ["error", "warning", "note"];

/// The verdicts that a test can expect.
pub const VERDICTS: [&str; 2] = ["conflict", "silent"];

/// The keys of the file itself.
pub const RULE: [Key; 11] = [
    required("summary", Shape::Text, "what it finds, in one line"),
    required("severity", Shape::OneOf(&SEVERITIES), "how bad a finding is"),
    required("why", Shape::Text, "why the rule exists; `gainsay rules explain` shows it"),
    optional("enabled", Shape::Flag, "`false` keeps the rule silent until a project turns it on"),
    optional("over", Shape::Texts, "ids of more general rules that stay silent where this one speaks"),
    required("find", Shape::Table, "the statements to look for, one table a variable"),
    optional("gather", Shape::Table, "sets of other statements to count, one table a set"),
    required("where", Shape::Table, "what has to hold between them"),
    required("report", Shape::Table, "what to tell the reader"),
    optional(
        "outcome",
        Shape::Tables,
        "other severities and messages for special cases; the first that holds counts",
    ),
    optional("test", Shape::Tables, "articles with the verdict that the rule must reach"),
];

/// The keys of `[where]`.
pub const WHERE: [Key; 3] = [
    required("all", Shape::Texts, "conditions that must all be true"),
    optional("any", Shape::Texts, "conditions of which at least one must be true"),
    optional("unless", Shape::Texts, "conditions that keep the rule silent when one of them is true"),
];

/// The keys of `[report]`.
pub const REPORT: [Key; 3] = [
    required("message", Shape::Text, "the finding in one sentence, with placeholders"),
    optional("label", Shape::Table, "what stands under each variable's phrase"),
    optional("help", Shape::Text, "what the reader could do"),
];

/// The keys of `[[outcome]]`.
pub const OUTCOME: [Key; 5] = [
    required("when", Shape::Text, "the condition"),
    optional("name", Shape::Text, "what gainsay.toml calls it: `\"RULE/NAME\" = \"off\"`"),
    optional("severity", Shape::OneOf(&SEVERITIES), "in place of the rule's"),
    optional("message", Shape::Text, "in place of the report's message"),
    optional("help", Shape::Text, "in place of the report's help"),
];

/// The keys of `[[test]]`.
pub const TEST: [Key; 6] = [
    required("expect", Shape::OneOf(&VERDICTS), "the verdict that the rule must reach"),
    optional("name", Shape::Text, "what the test shows"),
    optional("severity", Shape::OneOf(&SEVERITIES), "the severity that the finding must have"),
    optional("todo", Shape::Flag, "`true`: known to fail so far, which is no failure"),
    required("article", Shape::Tables, "the articles"),
    optional("fact", Shape::Tables, "house facts that hold for the test, as in a lexicon file"),
];

/// The keys of a test's article.
pub const ARTICLE: [Key; 4] = [
    required("text", Shape::Text, "the body; paragraphs are parted by empty lines"),
    optional("source", Shape::Text, "the outlet"),
    optional("title", Shape::Text, "the headline"),
    optional("published", Shape::Day, "the day of publication"),
];

/// What a set of `[gather]` has beside the fields of its statements.
pub const GATHER_WHERE: Key =
    required("where", Shape::Texts, "conditions that tie the set's statements to one of `[find]`");

/// The keys of `pack.toml`.
pub const PACK: [Key; 5] = [
    required("name", Shape::Text, "what the pack is called"),
    required("version", Shape::Text, "the pack's own version (`1.2.0`)"),
    optional("licence", Shape::Text, "under which it may be used, as an SPDX expression"),
    optional("gainsay", Shape::Text, "the least version of the program that can run it (`0.1.0`)"),
    optional("about", Shape::Text, "what the pack is for, in one line"),
];

/// A table of the file that has been held against its list of keys.
#[derive(Debug, Clone, Copy)]
pub struct Section<'t, 'i> {
    table: &'t DeTable<'i>,
    file: &'t str,
}

/// A table and where it stands.
pub type Placed<'t, 'i> = (&'t DeTable<'i>, Range<usize>);

impl<'t, 'i> Section<'t, 'i> {
    /// Holds a table against its keys; unknown and missing keys and wrong shapes are noted.
    pub fn open(
        (table, at): Placed<'t, 'i>,
        title: &str,
        keys: &[Key],
        problems: &mut Problems<'t>,
    ) -> Section<'t, 'i> {
        let names: Vec<&str> = keys.iter().map(|k| k.name).collect();
        let mut misspelt = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match keys.iter().find(|k| k.name == name) {
                Some(known) => check_shape(known, value, problems),
                None => {
                    let message = format!("unknown key `{name}` in {title}");
                    problems.add(Mistake::UnknownKey, key.span(), message, "nobody reads this");
                    problems.help(hint(name, &names));
                    misspelt.extend(nearest(name, names.iter().copied()));
                }
            }
        }
        // A key that is there, misspelt, is one mistake and not two.
        let missing = |k: &&Key| k.required && table.get(k.name).is_none() && !misspelt.contains(&k.name);
        for key in keys.iter().filter(missing) {
            let message = format!("{title} has no `{}`", key.name);
            problems.add(Mistake::MissingKey, head(&at, problems.text()), message, "missing here");
            problems.help(key.help());
        }
        Section { table, file: problems.text() }
    }

    /// A string.
    pub fn text(&self, key: &str) -> Option<Located<'t>> {
        located(self.table.get(key)?, self.file)
    }

    /// An array of strings, or one alone.
    pub fn texts(&self, key: &str) -> Vec<Located<'t>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|v| located(v, self.file)).collect(),
            _ => located(value, self.file).into_iter().collect(),
        }
    }

    /// `true` or `false`.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.table.get(key)?.get_ref().as_bool()
    }

    /// A day.
    pub fn day(&self, key: &str) -> Option<Date> {
        day(self.table.get(key)?.get_ref())
    }

    /// Where the value of a key stands.
    pub fn place(&self, key: &str) -> Option<Range<usize>> {
        Some(self.table.get(key)?.span())
    }

    /// A table.
    pub fn table(&self, key: &str) -> Option<Placed<'t, 'i>> {
        placed(self.table.get(key)?)
    }

    /// An array of tables.
    pub fn tables(&self, key: &str) -> Vec<Placed<'t, 'i>> {
        let array = self.table.get(key).and_then(|v| v.get_ref().as_array());
        array.into_iter().flat_map(|items| items.iter()).filter_map(placed).collect()
    }

    /// One of the words that a key allows, as `read` takes it; another word is noted.
    pub fn choice<T>(
        &self,
        key: &str,
        words: &[&str],
        read: impl Fn(&str) -> Option<T>,
        problems: &mut Problems<'t>,
    ) -> Option<T> {
        let text = self.text(key)?;
        let chosen = read(text.text);
        if chosen.is_none() {
            let message = format!("`{key}` cannot be `{}`", text.text);
            problems.add(Mistake::Value, text.whole(), message, "not known");
            problems.help(hint(text.text, words));
        }
        chosen
    }
}

/// The entries of a table in the order of the file.
pub fn in_order<'t, 'i>(
    table: &'t DeTable<'i>,
) -> Vec<(&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// A string with its place; none if the value is no string.
pub fn located<'t>(value: &'t Spanned<DeValue<'_>>, file: &str) -> Option<Located<'t>> {
    Some(Located::new(value.get_ref().as_str()?, value.span(), file))
}

/// A table with its place; none if the value is no table.
pub fn placed<'t, 'i>(value: &'t Spanned<DeValue<'i>>) -> Option<Placed<'t, 'i>> {
    Some((value.get_ref().as_table()?, value.span()))
}

fn day(value: &DeValue<'_>) -> Option<Date> {
    match value {
        DeValue::Datetime(at) => {
            let date = at.date?;
            Date::new(
                i16::try_from(date.year).ok()?,
                i8::try_from(date.month).ok()?,
                i8::try_from(date.day).ok()?,
            )
            .ok()
        }
        DeValue::String(text) => text.parse().ok(),
        _ => None,
    }
}

fn check_shape(key: &Key, value: &Spanned<DeValue<'_>>, problems: &mut Problems<'_>) {
    let value_of = value.get_ref();
    let array_of = |of: fn(&DeValue<'_>) -> bool| match value_of.as_array() {
        Some(items) => items.iter().find(|v| !of(v.get_ref())).map(Spanned::span),
        None => Some(value.span()),
    };
    let wrong = match key.shape {
        Shape::Text | Shape::OneOf(_) => (!value_of.is_str()).then(|| value.span()),
        Shape::Texts if value_of.is_str() => None,
        Shape::Texts | Shape::Words => array_of(|v| v.is_str()),
        Shape::Flag => (!value_of.is_bool()).then(|| value.span()),
        Shape::Day => day(value_of).is_none().then(|| value.span()),
        Shape::Table => (!value_of.is_table()).then(|| value.span()),
        Shape::Tables => array_of(|v| v.is_table()),
        Shape::Pairs => array_of(is_pair),
    };
    if let Some(at) = wrong {
        let message = format!("`{}` must be {}", key.name, key.shape.name());
        problems.add(Mistake::Shape, at, message, &format!("not {}", key.shape.name()));
        problems.help(key.help());
    }
}

fn is_pair(value: &DeValue<'_>) -> bool {
    let both = |items: &DeArray<'_>| items.len() == 2 && items.iter().all(|item| item.get_ref().is_str());
    value.as_array().is_some_and(both)
}

impl Shape {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Text | Shape::OneOf(_) => "a string",
            Shape::Texts => "a string or an array of strings",
            Shape::Words => "an array of strings",
            Shape::Flag => "`true` or `false`",
            Shape::Day => "a day (2025-07-25)",
            Shape::Table => "a table",
            Shape::Tables => "an array of tables",
            Shape::Pairs => "an array of pairs of strings",
        }
    }
}

/// The first line of a table, to point at when something is missing in it.
pub fn head(at: &Range<usize>, file: &str) -> Range<usize> {
    let text = file.get(at.clone()).unwrap_or("");
    let line = text.lines().next().map_or(0, |l| l.trim_end().len());
    at.start..at.start + line.max(1).min(text.len().max(1))
}

/// The verdict that a word names.
pub(super) fn verdict(word: &str) -> Option<Expect> {
    match word {
        "conflict" => Some(Expect::Conflict),
        "silent" => Some(Expect::Silent),
        _ => None,
    }
}
