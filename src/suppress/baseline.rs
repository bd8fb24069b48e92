//! A baseline: the findings of one day, which from then on do not count. Only new ones do.
//!
//! ```json
//! { "schema": "gainsay/baseline/1",
//!   "findings": [ { "fingerprint": "105aac418fc7e54c", "count": 1, "rule": "toll", "message": "5 killed or 6?" } ] }
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Aside, Diagnostic, Report, Severity};
use crate::source::{OffsetMap, SourceFile, SourceMap, Span, read_text};

/// The name of the format.
const SCHEMA: &str = "gainsay/baseline/1";

/// Findings that were there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    schema: String,
    findings: Vec<Entry>,
}

/// So many findings of one fingerprint. Rule and message are there for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    fingerprint: String,
    count: usize,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    message: String,
}

impl Baseline {
    /// The findings of a report, those that stand in its own baseline among them; sorted, so that a baseline
    /// under version control changes only where findings do.
    pub fn of(report: &Report) -> Baseline {
        let known = report.set_aside.iter().filter(|(_, aside)| *aside == Aside::Baseline);
        let mut entries: BTreeMap<(&str, &str), Entry> = BTreeMap::new();
        for finding in report.findings.iter().chain(known.map(|(finding, _)| finding)) {
            let key = (finding.code.as_str(), finding.fingerprint.as_str());
            let entry = entries.entry(key).or_insert_with(|| Entry {
                fingerprint: finding.fingerprint.clone(),
                count: 0,
                rule: finding.code.to_string(),
                message: finding.message.clone(),
            });
            entry.count += 1;
        }
        Baseline { schema: SCHEMA.to_owned(), findings: entries.into_values().collect() }
    }

    /// Reads a baseline; a broken one is added to `sources`.
    ///
    /// # Errors
    /// What is wrong with the file, with its place.
    pub fn load(path: &Path, sources: &mut SourceMap) -> Result<Baseline, Box<Diagnostic>> {
        let name = path.display().to_string();
        let wrong = |code, message| Box::new(Diagnostic::new(code, Severity::Error, message));
        let (text, _) = read_text(path)
            .map_err(|error| wrong("baseline/unreadable", format!("cannot read {name}: {error}")))?;
        let text = text.trim_start_matches('\u{feff}');
        let (at, message) = match serde_json::from_str::<Baseline>(text) {
            Ok(baseline) if baseline.schema == SCHEMA => return Ok(baseline),
            Ok(other) => (text.find(&other.schema).unwrap_or(0), format!("the schema is not \"{SCHEMA}\"")),
            Err(error) => (offset(text, error.line(), error.column()), error.to_string()),
        };
        let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
        let file = sources.add(SourceFile::new(name.clone(), text.into(), OffsetMap::identity()));
        let wrong = wrong("baseline/broken", format!("{name} is no baseline: {message}"));
        let help = "write it anew with --write-baseline";
        Err(Box::new(wrong.with_label(file, Span::new(at, end), "here").with_help(help)))
    }

    /// How many findings of each fingerprint do not count.
    pub fn counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for entry in &self.findings {
            let count: &mut usize = counts.entry(entry.fingerprint.as_str()).or_default();
            *count = count.saturating_add(entry.count);
        }
        counts
    }
}

/// The byte at a line and column (in bytes) as serde_json counts them, from 1; a column of 0 is the line's start.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
