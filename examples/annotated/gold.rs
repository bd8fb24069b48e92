//! Answers made by hand: groups of mentions that state one fact, each with the values that articles give it.

#![allow(dead_code, reason = "each program takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::source::Span;
use serde::Deserialize;

/// Where something stands: a file's name, and bytes.
pub(crate) type Place = (String, Span);

#[derive(Deserialize)]
struct Gold {
    groups: Vec<Group>,
}

#[derive(Deserialize)]
pub(crate) struct Group {
    pub(crate) kind: String,
    pub(crate) grade: String,
    #[serde(default)]
    pub(crate) what: String,
    pub(crate) values: Vec<Value>,
}

#[derive(Deserialize)]
pub(crate) struct Value {
    pub(crate) mentions: Vec<Mention>,
}

#[derive(Deserialize)]
pub(crate) struct Mention {
    doc: String,
    line: usize,
    pub(crate) text: String,
}

/// The files of answers of a corpus, in order.
pub(crate) fn files(corpus: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus.join("gold")).expect("gold");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The groups of a file of answers.
pub(crate) fn read(file: &Path) -> Vec<Group> {
    let gold: Gold = serde_json::from_str(&fs::read_to_string(file).expect("gold")).expect("gold");
    gold.groups
}

impl Group {
    /// Where each of its values stands.
    pub(crate) fn places(&self, articles: &Path) -> Vec<Vec<Place>> {
        self.values.iter().map(|value| value.places(articles)).collect()
    }
}

impl Value {
    /// Where it stands.
    pub(crate) fn places(&self, articles: &Path) -> Vec<Place> {
        self.mentions.iter().map(|mention| mention.place(articles)).collect()
    }
}

impl Mention {
    /// The file and the bytes of a mention, which is given by a line and words of it.
    pub(crate) fn place(&self, articles: &Path) -> Place {
        let text = fs::read_to_string(articles.join(&self.doc)).expect("an article");
        let start: usize = text.split_inclusive('\n').take(self.line - 1).map(str::len).sum();
        let at = start + text[start..].find(&self.text).expect("the words of a mention");
        (self.doc.clone(), Span { start: at as u32, end: (at + self.text.len()) as u32 })
    }
}

/// Do two places share bytes?
pub(crate) fn overlap(a: &Place, b: &Place) -> bool {
    a.0 == b.0 && a.1.start < b.1.end && b.1.start < a.1.end
}
