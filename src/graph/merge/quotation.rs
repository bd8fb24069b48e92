//! Quotations of several articles that are wordings of one.
//!
//! They meet through an index of runs of words, are laid side by side ([`align`]), and where they differ a model
//! ([`weights`]) weighs whether one of them was changed or both are right. What they share counts by how few quotations
//! have it: "not going to" is said by everybody.

use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::align::{Difference, align, differences};
use super::drafts::Drafts;
use crate::claim::wording::{Weight, Word};
use crate::graph::extract::Quotation;
use crate::graph::{Extent, weights};

/// Quotations are looked up by so many content words in a row, and by so many words of any kind.
const CONTENT_RUN: usize = 2;
const RUN: usize = 4;
/// A run of words in more quotations than this is a phrase of the language, not of a speaker.
const COMMON: usize = 64;
/// Quotations of one speech share at least so many words.
const SHARED: usize = 3;
/// Quotations that share less than this share a phrase.
const FRAGMENT: f64 = 1.0 / 3.0;

/// Two quotations that may be one, and where they differ.
pub(super) struct Pair {
    /// As indexes into all quotations.
    pub(super) members: [usize; 2],
    pub(super) features: [f64; weights::WORDING.len()],
    /// The words from the first difference to the last, with one more at each side.
    pub(super) extents: [Extent; 2],
}

/// How many quotations have a word.
struct Spread<'a> {
    quotations: f64,
    having: FxHashMap<&'a str, f64>,
}

/// The texts of the articles, as they are searched for words.
struct Texts<'a> {
    articles: &'a [Arc<str>],
    plain: FxHashMap<u32, String>,
}

/// The pairs of quotations of all articles that may be one.
pub(super) fn pairs<P>(found: &[(u32, Quotation<P>)], articles: &[Arc<str>], drafts: &Drafts) -> Vec<Pair> {
    let words: Vec<Vec<Word>> =
        found.iter().map(|(_, q)| q.words.iter().map(|(w, _)| w.clone()).collect()).collect();
    let spread = Spread::new(&words);
    let mut texts = Texts { articles, plain: HashMap::with_hasher(FxBuildHasher) };
    let mut pairs = Vec::new();
    let article = |at: usize| found.get(at).map(|(article, _)| *article);
    let told = |(a, b): &(usize, usize)| drafts.any([*a, *b].into_iter().filter_map(article));
    for (a, b) in meeting(&words).into_iter().filter(told) {
        pairs.extend(pair(found, &words, (a, b), &spread, &mut texts));
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

/// Two quotations side by side; nothing if they say the same or have hardly a word in common.
fn pair<P>(
    found: &[(u32, Quotation<P>)],
    words: &[Vec<Word>],
    (a, b): (usize, usize),
    spread: &Spread<'_>,
    texts: &mut Texts<'_>,
) -> Option<Pair> {
    let (x, y) = (words.get(a)?, words.get(b)?);
    let ((article, quote), (other, counterpart)) = (found.get(a)?, found.get(b)?);
    let matched = align(x, y);
    let all = differences(x, y, &matched);
    if matched.len() < SHARED || all.is_empty() {
        return None;
    }
    let same = article == other;
    let mut here = |d: &Difference| {
        !same
            && (texts.has(*other, *article, around(quote, d.a))
                || texts.has(*article, *other, around(counterpart, d.b)))
    };
    let kept: Vec<Difference> = all.iter().copied().filter(|d| !here(d)).collect();
    let counted = if kept.is_empty() { &all } else { &kept };
    let content = counted.iter().any(|d| changes_content(x, y, d));
    // Beside a word with a meaning of its own, small ones do not count.
    let shown: Vec<&Difference> = counted.iter().filter(|d| !content || changes_content(x, y, d)).collect();
    let (first, last) = (shown.first()?, shown.last()?);
    let spoken = |words: &[Word]| words.iter().filter(|w| w.weight != Weight::Cut).count();
    let is = |yes: bool| f64::from(u8::from(yes));
    let share = matched.len() as f64 / spoken(x).min(spoken(y)) as f64;
    let common = spread.rarity(matched.iter().filter_map(|(at, _)| x.get(*at)));
    let least = spread.rarity(x).min(spread.rarity(y));
    // Two that have but a phrase in common go on with other words at either end of it.
    let (from, to) = (matched.first()?.0, matched.last()?.0);
    let inside = shown.iter().any(|d| d.a.0 > from && d.a.1 <= to);
    let features = [
        // Speeches that share a phrase fill it in another way each time.
        if content { share } else { 0.0 },
        if least > 0.0 { common / least } else { 0.0 },
        is(share < FRAGMENT),
        is(kept.is_empty()),
        is(same),
        is(kept.len() > 1 && inside),
    ];
    let extents = [around(quote, (first.a.0, last.a.1)), around(counterpart, (first.b.0, last.b.1))];
    Some(Pair { members: [a, b], features, extents })
}

impl<'a> Spread<'a> {
    fn new(quotations: &'a [Vec<Word>]) -> Spread<'a> {
        let mut having: FxHashMap<&str, f64> = FxHashMap::default();
        for words in quotations {
            let own: BTreeSet<&str> = words.iter().map(|w| w.text.as_str()).collect();
            own.into_iter().for_each(|word| *having.entry(word).or_default() += 1.0);
        }
        Spread { quotations: quotations.len() as f64, having }
    }

    /// How rare the words with a meaning of their own are, taken together.
    fn rarity<'w>(&self, words: impl IntoIterator<Item = &'w Word>) -> f64 {
        let having = |w: &Word| self.having.get(w.text.as_str()).copied().unwrap_or(1.0);
        let content = words.into_iter().filter(|w| w.weight == Weight::Content);
        content.map(|w| (self.quotations / having(w)).ln_1p()).sum()
    }
}

/// Does a word with a meaning of its own stand on one side only, and not just in another form?
fn changes_content(a: &[Word], b: &[Word], d: &Difference) -> bool {
    let (x, y) = (&a[d.a.0..d.a.1], &b[d.b.0..d.b.1]);
    if is_acronym(x, y) || is_acronym(y, x) {
        return false;
    }
    let only = |own: &[Word], others: &[Word]| {
        let new = |w: &&Word| w.weight == Weight::Content && others.iter().all(|o| o.text != w.text);
        own.iter().filter(new).map(|w| w.lemma.clone()).collect::<Vec<_>>()
    };
    let (x, y) = (only(x, y), only(y, x));
    x != y
}

/// "IOC" and "International Olympic Committee".
fn is_acronym(short: &[Word], full: &[Word]) -> bool {
    let initials = || full.iter().filter_map(|w| w.text.chars().next());
    matches!(short, [only] if full.len() > 1 && only.text.chars().eq(initials()))
}

/// Some words of a quotation with one more at each side.
fn around<P>(quote: &Quotation<P>, (from, to): (usize, usize)) -> Extent {
    let last = quote.words.len().saturating_sub(1);
    let extent = |at: usize| quote.words.get(at.min(last)).map(|(_, extent)| *extent).unwrap_or_default();
    let (first, last) = (extent(from.saturating_sub(1)), extent(to));
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
