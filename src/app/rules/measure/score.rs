//! Findings held against annotations.
//!
//! A finding is correct if its labels touch two different values of one group that is hard or an update; else it
//! is wrong. Notes are neither.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::gold::{Gold, Grade, Group};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceMap;

/// What came of the findings of a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Score {
    pub(super) correct: usize,
    pub(super) wrong: usize,
    pub(super) notes: usize,
    /// The conflicts that were found: folder and group.
    pub(super) found: BTreeSet<(String, String)>,
}

impl Score {
    /// Both together.
    pub(super) fn and(mut self, other: &Score) -> Score {
        self.correct += other.correct;
        self.wrong += other.wrong;
        self.notes += other.notes;
        self.found.extend(other.found.iter().cloned());
        self
    }
}

/// Adds the findings in one folder to the scores of their rules.
pub(super) fn add(
    gold: &Gold,
    findings: &[Diagnostic],
    sources: &SourceMap,
    by_rule: &mut BTreeMap<String, Score>,
) {
    for finding in findings {
        let score = by_rule.entry(finding.code.to_string()).or_default();
        if finding.severity == Severity::Note {
            score.notes += 1;
            continue;
        }
        let right = |group: &&Group| group.grade != Grade::Imprecise && touches(finding, group, sources);
        let groups: Vec<&Group> = gold.groups.iter().filter(right).collect();
        match groups.is_empty() {
            true => score.wrong += 1,
            false => score.correct += 1,
        }
        let hard = groups.iter().filter(|group| group.grade == Grade::Hard);
        score.found.extend(hard.map(|group| (gold.name.clone(), group.id.clone())));
    }
}

/// Do the labels of a finding touch two values of a group?
fn touches(finding: &Diagnostic, group: &Group, sources: &SourceMap) -> bool {
    let touched = group.values.iter().filter(|mentions| {
        mentions.iter().any(|mention| {
            finding.labels.iter().any(|label| {
                let path = Path::new(&sources.get(label.source).path);
                path.file_name().is_some_and(|name| name == mention.doc.as_str())
                    && label.span.overlaps(mention.span)
            })
        })
    });
    touched.count() >= 2
}
