//! The findings of all rules in their final order, one for each fact.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::rules::Rule;
use crate::source::SourceId;

/// Sorts findings, decided and severe ones first. Where two rules tell of the same fact, the one that stands
/// `over` the other speaks, else the first in this order. A finding that is not told silences none after it, or the
/// facts that only it shares with them would be lost.
pub fn select(rules: &[Rule], mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.fingerprint.cmp(&b.fingerprint)));
    let over: FxHashSet<(&str, &str)> = rules
        .iter()
        .flat_map(|rule| rule.over.iter().map(|(other, _)| (rule.id.as_str(), other.as_str())))
        .collect();
    let places = Places::new(&findings);
    let ranked = |other: usize, at: usize| {
        let (other, own) = (findings.get(other), findings.get(at));
        other.zip(own).is_some_and(|(other, own)| over.contains(&(other.code.as_str(), own.code.as_str())))
    };
    let mut silent: Vec<bool> =
        (0..findings.len()).map(|at| places.told(at, &findings, |other| ranked(other, at))).collect();
    for at in 0..findings.len() {
        let spoke = |other: usize| other < at && silent.get(other) == Some(&false) && !ranked(at, other);
        let told = places.told(at, &findings, spoke);
        silent.iter_mut().skip(at).take(1).for_each(|silent| *silent |= told);
    }
    let mut silent = silent.into_iter();
    findings.retain(|_| !silent.next().unwrap_or(false));
    findings
}

/// What the order of findings goes by.
fn order(finding: &Diagnostic) -> (bool, Reverse<Severity>, Option<(SourceId, u32)>, &str) {
    let place = finding.labels.first().map(|l| (l.source, l.span.start));
    (!finding.decided, Reverse(finding.severity), place, &finding.code)
}

/// Which findings have a label in which stretch of which file.
struct Places {
    cells: FxHashMap<(SourceId, u32), Vec<usize>>,
}

/// Bytes in a cell: longer than most phrases, shorter than most sentences.
const CELL: u32 = 64;

impl Places {
    fn new(findings: &[Diagnostic]) -> Places {
        let mut cells: FxHashMap<(SourceId, u32), Vec<usize>> = FxHashMap::default();
        for (at, finding) in findings.iter().enumerate() {
            for cell in finding.labels.iter().flat_map(cells_of) {
                let here = cells.entry(cell).or_default();
                if here.last() != Some(&at) {
                    here.push(at);
                }
            }
        }
        Places { cells }
    }

    /// Does a finding of another rule that has a right to it tell of the same fact?
    fn told(&self, at: usize, findings: &[Diagnostic], has_right: impl Fn(usize) -> bool) -> bool {
        let Some(finding) = findings.get(at) else { return false };
        let (first, second) = match finding.labels.as_slice() {
            [] => return false,
            [only] => (only, only),
            [first, second, ..] => (first, second),
        };
        let near = cells_of(first).filter_map(|cell| self.cells.get(&cell)).flatten();
        near.filter_map(|other| Some((*other, findings.get(*other)?))).any(|(other_at, other)| {
            other.code != finding.code
                && has_right(other_at)
                && speaks_of(other, first)
                && speaks_of(other, second)
        })
    }
}

fn cells_of(label: &Label) -> impl Iterator<Item = (SourceId, u32)> + use<> {
    let source = label.source;
    (label.span.start / CELL..=label.span.end / CELL).map(move |cell| (source, cell))
}

fn speaks_of(finding: &Diagnostic, label: &Label) -> bool {
    finding.labels.iter().any(|l| l.source == label.source && l.span.overlaps(label.span))
}
