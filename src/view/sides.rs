//! Who stands on which side of a finding.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{ArticleLine, Diagnostic, Label, Part, Report};
use crate::source::SourceId;

/// The articles of a report, by file.
#[derive(Debug, Default)]
pub(super) struct Articles<'a> {
    by_file: BTreeMap<SourceId, &'a ArticleLine>,
    /// Are drafts checked against an archive that has other articles?
    pub(super) archive: bool,
}

impl<'a> Articles<'a> {
    /// Those of a report.
    pub(super) fn of(report: &'a Report) -> Articles<'a> {
        let by_file = report.articles.iter().map(|article| (article.source, article)).collect();
        Articles { by_file, archive: report.archive.is_some_and(|others| others > 0) }
    }

    /// The outlet of an article.
    pub(super) fn outlet(&self, file: SourceId) -> Option<&'a str> {
        self.by_file.get(&file).map(|article| article.outlet.as_str())
    }

    /// Is it a draft that is checked against an archive?
    pub(super) fn is_draft(&self, file: SourceId) -> bool {
        self.archive && self.by_file.get(&file).is_some_and(|article| article.part == Part::Draft)
    }
}

/// A value and who gives it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Side<'a> {
    /// What makes mentions alike: their value or, where they have none, what is said of them.
    pub(super) value: &'a str,
    /// Does a draft give it?
    pub(super) draft: bool,
    /// The outlets that give it, drafts aside.
    pub(super) outlets: BTreeSet<&'a str>,
    /// The mentions, the most important first.
    pub(super) labels: Vec<&'a Label>,
}

/// The sides of a finding in the order of its labels.
pub(super) fn sides<'a>(finding: &'a Diagnostic, articles: &Articles<'a>) -> Vec<Side<'a>> {
    let mut sides: Vec<Side<'a>> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for label in &finding.labels {
        let value = label.value.as_deref().unwrap_or(&label.message);
        let number = *numbers.entry(value).or_insert(sides.len());
        if number == sides.len() {
            sides.push(Side { value, draft: false, outlets: BTreeSet::new(), labels: Vec::new() });
        }
        let Some(side) = sides.get_mut(number) else { continue };
        side.labels.push(label);
        if articles.is_draft(label.source) {
            side.draft = true;
        } else {
            side.outlets.extend(articles.outlet(label.source));
        }
    }
    sides
}
