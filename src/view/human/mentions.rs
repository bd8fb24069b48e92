//! Chooses which mentions of a finding to show and what to say under each.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

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

/// A value and who gives it.
struct Group<'a> {
    value: &'a str,
    mentions: usize,
    outlets: BTreeSet<&'a str>,
}

/// Chooses the mentions of a finding.
pub(super) fn select(diagnostic: &Diagnostic, sources: &SourceMap, outlets: &Outlets<'_>) -> Mentions {
    let mut mentions = Mentions::default();
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for label in &diagnostic.labels {
        // What makes mentions alike: their value or, where they have none, what is said of them.
        let value = label.value.as_deref().unwrap_or(&label.message);
        let number = *numbers.entry(value).or_insert(groups.len());
        if number == groups.len() {
            groups.push(Group { value, mentions: 0, outlets: BTreeSet::new() });
        }
        let group = &mut groups[number];
        group.mentions += 1;
        group.outlets.extend(outlets.get(&label.source));
        if number < SHOWN_VALUES && group.mentions <= SHOWN_PER_VALUE {
            mentions.add(label, number, sources, outlets);
        }
    }
    mentions.notes.extend(support(&groups));
    for group in groups.iter().take(SHOWN_VALUES).filter(|g| g.mentions > SHOWN_PER_VALUE) {
        let more = counted(group.mentions - SHOWN_PER_VALUE, "more mention");
        mentions.notes.push(format!("and {more} of {}", quoted(group.value)));
    }
    if groups.len() > SHOWN_VALUES {
        mentions.notes.push(format!("and {}", counted(groups.len() - SHOWN_VALUES, "more value")));
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

/// "killed: at least 5 (Reuters)"
fn caption(label: &Label, outlet: Option<&str>) -> String {
    let message = shorten(&label.message, LONGEST_VALUE);
    let said = match label.value.as_deref().map(|value| shorten(value, LONGEST_VALUE)) {
        Some(value) if message.is_empty() => value,
        // A message may have been written with the value in it already.
        Some(value) if message != value && !message.ends_with(&format!(" {value}")) => {
            format!("{message}: {value}")
        }
        _ => message,
    };
    match outlet {
        Some(outlet) => format!("{said} ({})", shorten(outlet, LONGEST_VALUE)),
        None => said,
    }
}

/// "nine (3 sources) / twelve (1 source)", where some value has more than one source.
fn support(groups: &[Group<'_>]) -> Option<String> {
    if groups.len() < 2 || groups.iter().all(|group| group.outlets.len() < 2) {
        return None;
    }
    let count = |g: &Group<'_>| format!("{} ({})", quoted(g.value), counted(g.outlets.len(), "source"));
    Some(groups.iter().take(SHOWN_VALUES).map(count).collect::<Vec<_>>().join(" / "))
}

fn quoted(value: &str) -> String {
    format!("“{}”", shorten(value, LONGEST_VALUE))
}
