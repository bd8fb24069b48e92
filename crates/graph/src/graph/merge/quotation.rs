//! Quotations of several articles that are wordings of one.
//!
//! They meet through an index of runs of words, are laid side by side ([`align`]) sentence by sentence ([`passages`]), and
//! where they differ a model ([`weights`]) weighs by how much they share whether one of them was changed.

use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::align::align;
use super::drafts::Drafts;
use super::passage::{Difference, Kind, Passage, Range, passages};
use crate::claim::wording::{Weight, Word};
use crate::graph::extract::Quotation;
use crate::graph::{Extent, weights};

/// Quotations are looked up by so many content words in a row, and by so many words of any kind.
const CONTENT_RUN: usize = 2;
const RUN: usize = 4;
/// A run of words in more quotations than this is a phrase of the language, not of a speaker.
const COMMON: usize = 64;
/// What is shown goes on by so many words at each side.
const BESIDE: usize = 2;

/// Two quotations that may be one, and where they differ.
pub(super) struct Pair {
    /// As indexes into all quotations.
    pub(super) members: [usize; 2],
    pub(super) features: [f64; weights::WORDING.len()],
    /// What the two differ in at most.
    pub(super) kind: Kind,
    /// The words from the first difference to the last, with some more at each side.
    pub(super) extents: [Extent; 2],
}

/// The texts of the articles, as they are searched for words.
struct Texts<'a> {
    articles: &'a [Arc<str>],
    plain: FxHashMap<u32, String>,
}

/// The pairs of quotations of all articles that may be one.
pub(super) fn pairs<P: PartialEq>(
    found: &[(u32, Quotation<P>)],
    articles: &[Arc<str>],
    drafts: &Drafts,
) -> Vec<Pair> {
    let words: Vec<Vec<Word>> =
        found.iter().map(|(_, q)| q.words.iter().map(|(w, _)| w.clone()).collect()).collect();
    let mut texts = Texts { articles, plain: HashMap::with_hasher(FxBuildHasher) };
    let mut pairs = Vec::new();
    let article = |at: usize| found.get(at).map(|(article, _)| *article);
    let told = |(a, b): &(usize, usize)| drafts.any([*a, *b].into_iter().filter_map(article));
    for (a, b) in meeting(&words).into_iter().filter(told) {
        pairs.extend(differing(found, &words, (a, b), &mut texts));
    }
    pairs
}

/// The pairs of quotations that share a run of words, in order.
fn meeting(quotations: &[Vec<Word>]) -> BTreeSet<(usize, usize)> {
    let mut listed: Vec<(u64, usize)> = Vec::new();
    for (at, words) in quotations.iter().enumerate() {
        let spoken: Vec<&Word> = words.iter().filter(|w| w.weight != Weight::Cut).collect();
        let content: Vec<&Word> = spoken.iter().copied().filter(|w| w.weight == Weight::Content).collect();
        let runs = content.windows(CONTENT_RUN).chain(spoken.windows(RUN));
        listed.extend(runs.map(|run| (hash(run), at)));
    }
    listed.sort_unstable();
    listed.dedup();
    let mut pairs = BTreeSet::new();
    for run in listed.chunk_by(|a, b| a.0 == b.0).filter(|r| (2..=COMMON).contains(&r.len())) {
        for (at, (_, a)) in run.iter().enumerate() {
            pairs.extend(run[at + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs
}

fn hash(words: &[&Word]) -> u64 {
    let mut hasher = FxHasher::default();
    words.iter().for_each(|w| w.text.hash(&mut hasher));
    words.len().hash(&mut hasher);
    hasher.finish()
}

/// The passages that differ in two quotations.
fn differing<P: PartialEq>(
    found: &[(u32, Quotation<P>)],
    words: &[Vec<Word>],
    (a, b): (usize, usize),
    texts: &mut Texts<'_>,
) -> Vec<Pair> {
    let (Some(x), Some(y), Some(one), Some(other)) = (words.get(a), words.get(b), found.get(a), found.get(b))
    else {
        return Vec::new();
    };
    let quotes = [(one.0, &one.1), (other.0, &other.1)];
    let mut pairs = Vec::new();
    for passage in passages(x, y, &align(x, y)) {
        let (shown, kind) = shown(&passage, quotes, texts);
        let Some((first, last)) = shown.first().zip(shown.last()) else { continue };
        let extent = |side: usize| {
            let (from, to) = passage.bounds[side];
            let (start, end) = (first.words[side].0, last.words[side].1);
            of_words(quotes[side].1, (start.saturating_sub(BESIDE).max(from), (end + BESIDE).min(to)))
        };
        // Two people may say nearly the same.
        let speakers = one.1.locus.speaker.as_ref().zip(other.1.locus.speaker.as_ref());
        let kind = if speakers.is_some_and(|(a, b)| a != b) { Kind::Style } else { kind };
        let lengths = passage.bounds.map(|(from, to)| (to - from) as f64);
        let matched = passage.matched as f64;
        let features = [matched / lengths[0].min(lengths[1]), matched / lengths[0].max(lengths[1])];
        pairs.push(Pair { members: [a, b], features, kind, extents: [extent(0), extent(1)] });
    }
    pairs
}

/// The differences that count: those that change what is said, if there are any, and none whose words the other article
/// has elsewhere, unless there are no others: an article that quotes both ways differs from one that quotes one.
fn shown<P>(
    passage: &Passage,
    quotes: [(u32, &Quotation<P>); 2],
    texts: &mut Texts<'_>,
) -> (Vec<Difference>, Kind) {
    let [(one, _), (other, _)] = quotes;
    let mut has = |d: &Difference, side: usize| {
        let extent = of_words(quotes[side].1, with_context(d.words[side], passage.bounds[side]));
        texts.has(quotes[1 - side].0, quotes[side].0, extent)
    };
    let only_here = |d: &&Difference| one == other || !has(d, 0) && !has(d, 1);
    let mut kept: Vec<Difference> = passage.differences.iter().filter(only_here).copied().collect();
    if kept.is_empty() {
        kept.clone_from(&passage.differences);
    }
    let telling: Vec<Difference> = kept.iter().copied().filter(|d| d.kind == Kind::Sense).collect();
    if telling.is_empty() { (kept, Kind::Style) } else { (telling, Kind::Sense) }
}

/// Words with one more at each side; where there is none, two at the other: one alone is soon found somewhere.
fn with_context((start, end): Range, (from, to): Range) -> Range {
    match (start > from, end < to) {
        (true, false) => (start.saturating_sub(2).max(from), end),
        (false, true) => (start, (end + 2).min(to)),
        (true, true) => (start - 1, end + 1),
        (false, false) => (start, end),
    }
}

/// Where some words of a quotation stand.
fn of_words<P>(quote: &Quotation<P>, (from, to): Range) -> Extent {
    let extent = |at: usize| quote.words.get(at).map(|(_, extent)| *extent).unwrap_or_default();
    let (first, last) = (extent(from), extent(to.saturating_sub(1).max(from)));
    Extent { span: first.span.to(last.span), words: (first.words.0, last.words.1) }
}

impl Texts<'_> {
    /// Does an article have these words of another one somewhere?
    fn has(&mut self, article: u32, other: u32, extent: Extent) -> bool {
        let text = |at: u32| self.articles.get(at as usize).map_or("", |text| text);
        let words =
            plain(text(other).get(extent.words.0 as usize..extent.words.1 as usize).unwrap_or_default());
        let whole = text(article);
        self.plain.entry(article).or_insert_with(|| plain(whole)).contains(&words)
    }
}

/// The words of a text in lower case, with a blank around each.
fn plain(text: &str) -> String {
    let mut plain = String::from(" ");
    for c in text.chars() {
        if c.is_alphanumeric() {
            plain.extend(c.to_lowercase());
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

#[cfg(test)]
mod tests;
