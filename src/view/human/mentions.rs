//! Chooses which mentions of a finding to show and what to say under each.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Outlets, counted, shorten};
use crate::diagnostic::{Diagnostic, Label};
use crate::source::{SourceId, SourceMap};

/// So many mentions of one value are shown; the others are counted.
const SHOWN_PER_VALUE: usize = 3;
/// So many values are shown; the others are counted.
const SHOWN_VALUES: usize = 8;
/// A value longer than this (in characters) is cut: it may be a quotation.
const LONGEST_VALUE: usize = 80;

/// A place to show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// Its file.
    pub(super) source: SourceId,
    /// Bytes in the file's text.
    pub(super) range: Range<usize>,
    /// What to say under it, safe.
    pub(super) message: String,
    /// Number of its value: mentions of one value are drawn alike.
    pub(super) value: usize,
}

/// What is shown of a finding.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// The mentions shown, the most important first; no two of the same place.
    pub(super) shown: Vec<Mention>,
    /// What is to be said of all mentions together, safe.
    pub(super) notes: Vec<String>,
}

/// A value with its mentions, in the order of the labels.
struct Group<'a> {
    value: &'a str,
    labels: Vec<&'a Label>,
}

/// Chooses the mentions of a finding.
pub(super) fn select(diagnostic: &Diagnostic, sources: &SourceMap, outlets: &Outlets<'_>) -> Mentions {
    let groups = group(&diagnostic.labels);
    let mut mentions = Mentions::default();
    for label in &diagnostic.labels {
        let Some(value) = groups.iter().position(|g| g.value == key(label)).filter(|v| *v < SHOWN_VALUES)
        else {
            continue;
        };
        if groups[value].labels.iter().take(SHOWN_PER_VALUE).any(|shown| std::ptr::eq(*shown, label)) {
            mentions.add(label, value, sources, outlets);
        }
    }
    mentions.notes.extend(support(&groups, outlets));
    for group in groups.iter().take(SHOWN_VALUES).filter(|g| g.labels.len() > SHOWN_PER_VALUE) {
        let more = group.labels.len() - SHOWN_PER_VALUE;
        mentions.notes.push(format!("and {} of {}", counted_more(more, "mention"), quoted(group.value)));
    }
    if groups.len() > SHOWN_VALUES {
        mentions.notes.push(format!("and {}", counted_more(groups.len() - SHOWN_VALUES, "value")));
    }
    mentions
}

impl Mentions {
    /// Adds a mention; what is said of a place that is there already joins what is said there.
    fn add(&mut self, label: &Label, value: usize, sources: &SourceMap, outlets: &Outlets<'_>) {
        let file = sources.get(label.source);
        let outlet = outlets.get(&label.source).copied().filter(|outlet| !file.path.ends_with(outlet));
        let message = caption(label, outlet);
        let range = file.map.to_text(label.span);
        match self.shown.iter_mut().find(|m| m.source == label.source && m.range == range) {
            Some(same) if same.message == message => {}
            Some(same) => same.message = format!("{}; {message}", same.message),
            None => self.shown.push(Mention { source: label.source, range, message, value }),
        }
    }
}

/// What makes mentions alike: their value or, where they have none, what is said of them.
fn key(label: &Label) -> &str {
    label.value.as_deref().unwrap_or(&label.message)
}

fn group(labels: &[Label]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for label in labels {
        match groups.iter_mut().find(|g| g.value == key(label)) {
            Some(group) => group.labels.push(label),
            None => groups.push(Group { value: key(label), labels: vec![label] }),
        }
    }
    groups
}

/// "killed: at least 5 (Reuters)"
fn caption(label: &Label, outlet: Option<&str>) -> String {
    let message = shorten(&label.message, LONGEST_VALUE);
    let said = match label.value.as_deref().map(|value| shorten(value, LONGEST_VALUE)) {
        Some(value) if message.is_empty() => value,
        Some(value) if !message.contains(&value) => format!("{message}: {value}"),
        _ => message,
    };
    match outlet {
        Some(outlet) => format!("{said} ({})", shorten(outlet, LONGEST_VALUE)),
        None => said,
    }
}

/// "nine (3 sources) / twelve (1 source)", where some value has more than one source.
fn support(groups: &[Group<'_>], outlets: &Outlets<'_>) -> Option<String> {
    let sources = |group: &Group<'_>| {
        let names: BTreeSet<_> = group.labels.iter().filter_map(|label| outlets.get(&label.source)).collect();
        names.len()
    };
    if groups.len() < 2 || groups.iter().all(|group| sources(group) < 2) {
        return None;
    }
    let shown = groups.iter().take(SHOWN_VALUES);
    let counts: Vec<_> =
        shown.map(|g| format!("{} ({})", quoted(g.value), counted(sources(g), "source"))).collect();
    Some(counts.join(" / "))
}

fn counted_more(n: usize, noun: &str) -> String {
    counted(n, &format!("more {noun}"))
}

fn quoted(value: &str) -> String {
    format!("“{}”", shorten(value, LONGEST_VALUE))
}
