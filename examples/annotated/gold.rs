//! Answers made by hand: groups of mentions that state one fact, each with the values that articles give it.

use std::fs;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    groups: Vec<Group>,
}

#[derive(Deserialize)]
pub(crate) struct Group {
    pub(crate) grade: String,
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

/// The groups of a file of answers.
pub(crate) fn read(file: &Path) -> Vec<Group> {
    let gold: Gold = serde_json::from_str(&fs::read_to_string(file).expect("gold")).expect("gold");
    gold.groups
}

impl Mention {
    /// The file and the bytes of a mention, which is given by a line and words of it.
    pub(crate) fn place(&self, articles: &Path) -> (String, u32, u32) {
        let text = fs::read_to_string(articles.join(&self.doc)).expect("an article");
        let start: usize = text.split_inclusive('\n').take(self.line - 1).map(str::len).sum();
        let at = start + text[start..].find(&self.text).expect("the words of a mention");
        (self.doc.clone(), at as u32, (at + self.text.len()) as u32)
    }
}
