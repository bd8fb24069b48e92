//! Conflicts annotated by hand: `NAME.json` for a folder `NAME` of articles.
//!
//! ```json
//! { "groups": [ { "id": "g1", "kind": "count", "grade": "hard", "what": "how many died",
//!     "values": [ { "value": "12", "mentions": [ { "doc": "a.txt", "line": 3, "text": "killed 12 people" } ] },
//!                 { "value": "19", "mentions": [ { "doc": "b.txt", "line": 1, "text": "19 dead" } ] } ] } ] }
//! ```
//!
//! A group is a fact for which articles give several values. Its grade says what a checker should do: `hard` must
//! be found, `update` may be, `imprecise` must not.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

/// The annotations of one folder of articles.
#[derive(Debug, Clone, Default)]
pub(super) struct Gold {
    /// Its name, to tell its groups from those of other folders.
    pub(super) name: String,
    pub(super) groups: Vec<Group>,
}

/// A fact with several values.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) grade: Grade,
    /// For each value, where it stands.
    pub(super) values: Vec<Vec<Mention>>,
}

/// What a checker should make of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Grade {
    /// It must be found.
    Hard,
    /// It may be found.
    Update,
    /// It must not be found.
    Imprecise,
}

/// A passage that gives a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The article's file name.
    pub(super) doc: String,
    /// Bytes in the file.
    pub(super) span: Span,
}

#[derive(Deserialize)]
struct RawGold {
    #[serde(default)]
    groups: Vec<RawGroup>,
}

#[derive(Deserialize)]
struct RawGroup {
    id: String,
    grade: Grade,
    values: Vec<RawValue>,
}

#[derive(Deserialize)]
struct RawValue {
    mentions: Vec<RawMention>,
}

#[derive(Deserialize)]
struct RawMention {
    doc: String,
    line: usize,
    text: String,
}

impl Gold {
    /// Reads annotations and finds their passages in the articles.
    ///
    /// # Errors
    /// A file that cannot be read, and a passage that is not where it is said to be.
    pub(super) fn read(file: &Path, folder: &Path) -> Result<Gold, Box<Diagnostic>> {
        let text = read(file)?;
        let raw: RawGold = serde_json::from_str(&text).map_err(|error| {
            trouble("gold/form", format!("{} is not in the form of annotations: {error}", file.display()))
        })?;
        let group = |raw: RawGroup| {
            let value = |value: RawValue| value.mentions.iter().map(|m| mention(m, folder)).collect();
            let values = raw.values.into_iter().map(value).collect::<Result<_, Box<Diagnostic>>>()?;
            Ok(Group { id: raw.id, grade: raw.grade, values })
        };
        let groups = raw.groups.into_iter().map(group).collect::<Result<_, Box<Diagnostic>>>()?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Gold { name, groups })
    }

    /// How many conflicts must be found.
    pub(super) fn conflicts(&self) -> usize {
        self.groups.iter().filter(|group| group.grade == Grade::Hard).count()
    }
}

fn mention(raw: &RawMention, folder: &Path) -> Result<Mention, Box<Diagnostic>> {
    let file = folder.join(&raw.doc);
    let text = read(&file)?;
    let mut start = 0;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        if number == raw.line
            && let Some(at) = line.find(&raw.text)
        {
            let span = Span::new(start + at, start + at + raw.text.len());
            return Ok(Mention { doc: raw.doc.clone(), span });
        }
        start += line.len();
    }
    let message = format!("{}:{} does not say \"{}\"", file.display(), raw.line, raw.text);
    Err(trouble("gold/mention", message))
}

fn read(file: &Path) -> Result<String, Box<Diagnostic>> {
    fs::read_to_string(file)
        .map_err(|error| trouble("gold/unreadable", format!("cannot read {}: {error}", file.display())))
}

fn trouble(code: &str, message: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(code, Severity::Error, message))
}
