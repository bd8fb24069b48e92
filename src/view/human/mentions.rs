//! Chooses which mentions of a finding to show and what to say under each.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Label};
use crate::source::{SourceId, SourceMap};
use crate::view::clean;
use crate::view::sides::{Articles, Side, sides};
use crate::view::summary::counted;

/// So many mentions of one value are shown; the others are counted.
const SHOWN_PER_VALUE: usize = 3;
/// So many values are shown; the others are counted.
const SHOWN_VALUES: usize = 8;
/// So many outlets are named on one side.
const SHOWN_OUTLETS: usize = 5;
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

/// Chooses the mentions of a finding.
pub(super) fn select(diagnostic: &Diagnostic, sources: &SourceMap, articles: &Articles<'_>) -> Mentions {
    let sides = sides(diagnostic, articles);
    let lines: Vec<Vec<&Label>> = sides.iter().map(|side| one_a_line(&side.labels, sources)).collect();
    let mut chosen: Vec<(usize, &Label)> = Vec::new();
    for (number, labels) in lines.iter().enumerate().take(SHOWN_VALUES) {
        chosen.extend(labels.iter().take(SHOWN_PER_VALUE).map(|label| (number, *label)));
    }
    // The most important mention's file is drawn first.
    let place = |label: &Label| diagnostic.labels.iter().position(|l| std::ptr::eq(l, label));
    chosen.sort_by_key(|(_, label)| place(label));
    let mut mentions = Mentions::default();
    for (number, label) in chosen {
        mentions.add(label, number, sources, articles);
    }
    mentions.notes.extend(support(&sides, articles.archive));
    let crowded = sides.iter().zip(&lines).take(SHOWN_VALUES).filter(|(_, l)| l.len() > SHOWN_PER_VALUE);
    for (side, labels) in crowded {
        let more = counted(labels.len() - SHOWN_PER_VALUE, "more mention");
        mentions.notes.push(format!("and {more} of {}", quoted(side.value)));
    }
    if sides.len() > SHOWN_VALUES {
        mentions.notes.push(format!("and {}", counted(sides.len() - SHOWN_VALUES, "more value")));
    }
    mentions
}

/// The first mention of each line, where more would say the same of it.
fn one_a_line<'a>(labels: &[&'a Label], sources: &SourceMap) -> Vec<&'a Label> {
    let mut lines: BTreeSet<(SourceId, usize, &str)> = BTreeSet::new();
    let mut new = |label: &&'a Label| {
        let line = sources.get(label.source).position(label.span).line;
        lines.insert((label.source, line, label.message.as_str()))
    };
    labels.iter().copied().filter(|label| new(label)).collect()
}

impl Mentions {
    /// Adds a mention; what is said of a place that is there already joins what is said there.
    fn add(&mut self, label: &Label, value: usize, sources: &SourceMap, articles: &Articles<'_>) {
        let file = sources.get(label.source);
        let outlet = articles.outlet(label.source).filter(|outlet| !file.path.ends_with(outlet));
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
    let message = clean::shortened(&label.message, LONGEST_VALUE);
    let said = match label.value.as_deref().map(|value| clean::shortened(value, LONGEST_VALUE)) {
        Some(value) if message.is_empty() => value,
        // A message may have been written with the value in it already.
        Some(value) if message != value && !message.ends_with(&format!(" {value}")) => {
            format!("{message}: {value}")
        }
        _ => message,
    };
    match outlet {
        Some(outlet) => format!("{said} ({})", clean::shortened(outlet, LONGEST_VALUE)),
        None => said,
    }
}

/// "nine (3 sources) / twelve (1 source)", where some value has more than one source or a draft is concerned.
fn support(sides: &[Side<'_>], archive: bool) -> Option<String> {
    if sides.len() < 2 || (!archive && sides.iter().all(|side| side.outlets.len() < 2)) {
        return None;
    }
    let told = |side: &Side<'_>| format!("{} ({})", quoted(side.value), who(side, archive));
    Some(sides.iter().take(SHOWN_VALUES).map(told).collect::<Vec<_>>().join(" / "))
}

/// "3 sources"; against an archive "the draft and 2 sources: Harbour Post, Evening Star".
fn who(side: &Side<'_>, archive: bool) -> String {
    let sources = counted(side.outlets.len(), "source");
    if !archive {
        return sources;
    }
    let mut names: Vec<String> = side
        .outlets
        .iter()
        .take(SHOWN_OUTLETS)
        .map(|outlet| clean::shortened(outlet, LONGEST_VALUE))
        .collect();
    if side.outlets.len() > SHOWN_OUTLETS {
        names.push(format!("{} more", side.outlets.len() - SHOWN_OUTLETS));
    }
    match (side.draft, names.is_empty()) {
        (true, true) => "the draft".to_owned(),
        (true, false) => format!("the draft and {sources}: {}", names.join(", ")),
        (false, _) => format!("{sources}: {}", names.join(", ")),
    }
}

fn quoted(value: &str) -> String {
    format!("“{}”", clean::shortened(value, LONGEST_VALUE))
}
