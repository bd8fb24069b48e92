//! The words around figures: reports of one story that share a source differ where one of them slipped.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use smallvec::SmallVec;

use super::figure::{Figure, dimension};
use super::gather::Gathering;
use super::said::Passage;
use crate::article::{Article, Token, Tokens};
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::lexicon::{EventClass, Lexicon, Sense};

/// How many words with a meaning of their own must agree, in their order, next to the figure.
const AGREEING: usize = 3;
/// How far from the figure they are looked for, in tokens.
const REACH: u32 = 8;

/// A figure and the words around it.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Echo {
    pub(in crate::graph) quantity: Quantity,
    pub(in crate::graph) passage: Passage,
    /// The words around it, hashed: some before and some behind, in every way that makes enough of them.
    pub(in crate::graph) keys: SmallVec<[u64; AGREEING + 1]>,
}

/// The figures of an article that have enough words around them.
pub(super) fn echoes(gathering: &Gathering<'_>, figures: &[Figure]) -> Vec<Echo> {
    // Market reports have stock phrases around their prices and shares.
    let vague = |f: &Figure| {
        let priced = matches!(f.quantity.unit, Unit::Money(_) | Unit::Percent);
        priced || matches!(f.quantity.bound, Bound::Range(..)) || f.quantity.amount == 1.0
    };
    let echo = |figure: &Figure| {
        let keys = keys(gathering, figure);
        let told = || Passage::standing(gathering, figure.words);
        (!keys.is_empty()).then(|| Echo { quantity: figure.quantity.clone(), passage: told(), keys })
    };
    figures.iter().filter(|f| !vague(f)).filter_map(echo).collect()
}

/// Every way to have enough words around a figure.
fn keys(gathering: &Gathering<'_>, figure: &Figure) -> SmallVec<[u64; AGREEING + 1]> {
    let lexicon = gathering.lexicon;
    let (before, behind) = around(gathering.article, figure, lexicon);
    // What an event counts is compared as such; what happened in other years has other figures.
    let past = gathering.past(figure.sentence).is_some();
    let told = |w: &&str| class(w, lexicon).is_some_and(|c| past || c.counts.is_some());
    let key_of = |left: usize| {
        let (left, right) = (before.get(..left)?, behind.get(..AGREEING - left)?);
        (!left.iter().chain(right).any(told)).then(|| key(figure, left, right, lexicon))
    };
    (0..=AGREEING).filter_map(key_of).collect()
}

/// The words with a meaning of their own before and behind a figure, nearest first. In a list what stands beyond the
/// comma belongs to other things.
fn around<'a>(article: &'a Article, figure: &Figure, lexicon: &Lexicon) -> (Vec<&'a str>, Vec<&'a str>) {
    let Some(sentence) = article.sentences.get(figure.sentence as usize) else { return Default::default() };
    let Tokens { start, end } = figure.tokens;
    let token = |i: u32| article.tokens.get(i as usize);
    let listed = |i: u32| token(i).is_some_and(|t| matches!(article.word(t), "," | ";" | "and"));
    let first = start.saturating_sub(REACH).max(sentence.tokens.start);
    let first = if start > 0 && listed(start - 1) { start } else { first };
    let last = (end + REACH).min(sentence.tokens.end);
    let last = (end..last).find(|i| listed(*i)).unwrap_or(last);
    let meaning = |i: u32| token(i).filter(|t| has_meaning(t, lexicon)).map(|t| t.lemma.as_str());
    let before = (first..start).rev().filter_map(meaning).take(AGREEING).collect();
    let behind = (end..last).filter_map(meaning).take(AGREEING).collect();
    (before, behind)
}

fn has_meaning(token: &Token, lexicon: &Lexicon) -> bool {
    let tag = token.tag;
    let open = tag.is_noun() || tag.is_adjective() || tag.is_verb();
    let empty = [Sense::Copula, Sense::Reporting, Sense::Light, Sense::Scale, Sense::Unit];
    open && !empty.iter().any(|s| lexicon.has(&token.lemma, *s))
        && token.lemma != "have"
        && token.lemma != "do"
}

/// The class of the event that a word names.
fn class<'l>(word: &str, lexicon: &'l Lexicon) -> Option<&'l EventClass> {
    let class = lexicon.entry(word).and_then(|e| e.verb.map(|v| v.0).or(e.noun).or(e.state));
    class.map(|c| lexicon.class(c))
}

/// Which kind of figure it is and which words stand around it, hashed.
fn key(figure: &Figure, left: &[&str], right: &[&str], lexicon: &Lexicon) -> u64 {
    let kind = match &figure.quantity.unit {
        Unit::Count(_) | Unit::None => "count",
        Unit::Measure(unit) => dimension(unit, lexicon),
        Unit::Money(_) => "money",
        Unit::Percent => "percent",
        Unit::Age | Unit::Pair(_) => "other",
    };
    let mut hasher = FxHasher::default();
    kind.hash(&mut hasher);
    for words in [left, right] {
        words.len().hash(&mut hasher);
        words.iter().for_each(|w| w.hash(&mut hasher));
    }
    hasher.finish()
}

#[cfg(test)]
mod tests;
