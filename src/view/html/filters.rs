//! The bar above the findings that chooses which of them to see. It is for the script: without one it is hidden.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::book::{Book, Told};
use crate::diagnostic::Severity;

/// The outlets that findings point to, each with its number.
pub(super) struct Outlets<'a> {
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Outlets<'a> {
    /// Those of all findings.
    pub(super) fn of(book: &Book<'a>) -> Outlets<'a> {
        let all: BTreeSet<&str> = book.findings.iter().flat_map(|told| named(told, book)).collect();
        Outlets { numbers: all.into_iter().zip(0..).collect() }
    }

    /// The numbers of those that a finding points to, with blanks between them.
    pub(super) fn numbers(&self, told: &Told<'a>, book: &Book<'a>) -> String {
        let all: BTreeSet<&usize> = named(told, book).filter_map(|outlet| self.numbers.get(outlet)).collect();
        all.into_iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
    }
}

fn named<'a, 'b>(told: &'b Told<'a>, book: &'b Book<'a>) -> impl Iterator<Item = &'a str> + 'b {
    told.finding.labels.iter().filter_map(|label| Some(book.entry(label.source)?.line.outlet.as_str()))
}

/// The bar.
pub(super) fn bar(book: &Book<'_>, outlets: &Outlets<'_>) -> Markup {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for told in &book.findings {
        *rules.entry(told.finding.code.as_str()).or_default() += 1;
    }
    html! {
        search #filters aria-label="Filter the findings" hidden {
            fieldset {
                legend { "Severity" }
                @for severity in [Severity::Error, Severity::Warning, Severity::Note] {
                    @let name = severity.name();
                    @let count = book.findings.iter().filter(|told| told.finding.severity == severity).count();
                    label {
                        input type="checkbox" name="severity" value=(name) checked;
                        " " (name) " " span.count { (count) }
                    }
                }
            }
            label { "Rule " select name="rule" {
                option value="" { "all" }
                @for (rule, count) in rules { option value=(rule) { (rule) " (" (count) ")" } }
            } }
            label { "Source " select name="source" {
                option value="" { "all" }
                @for (outlet, number) in &outlets.numbers {
                    option value=(outlet) data-number=(number) { (outlet) }
                }
            } }
            label { "Text " input type="search" name="text" autocomplete="off" spellcheck="false"; }
            button type="button" name="all" { "Show all" }
            p #shown role="status" {}
        }
    }
}
