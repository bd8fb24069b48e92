//! The same words around another figure: reports of one story that share a source differ where one of them slipped.

use std::hash::{Hash, Hasher};

use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHasher};

use super::Statement;
use super::build::Parsed;
use super::figure::{Figure, dimension};
use super::gather::Gathering;
use super::statement::{Owner, Slots};
use super::story::StoryId;
use super::value::Value;
use super::wording::statement;
use crate::Sym;
use crate::article::{Article, Tokens};
use crate::claim::quantity::{Bound, Unit};
use crate::lexicon::{EventClass, Lexicon, Sense};

/// How many words with a meaning of their own must agree, in their order, next to the figure.
const AGREEING: usize = 3;
/// How far from the figure they are looked for, in tokens.
const REACH: u32 = 8;
/// Words around more figures than this are a phrase of the language, not of a story.
const COMMON: usize = 64;

/// Collects the figures of all articles under the words around them.
#[derive(Default)]
pub(super) struct Echoes {
    figures: Vec<(u32, Tokens, Value)>,
    /// The words around figures, hashed, with the figure's number.
    by_words: Vec<(u64, usize)>,
}

impl Echoes {
    /// Adds the figures of an article.
    pub(super) fn add(&mut self, gathering: &Gathering<'_>, figures: &[Figure]) {
        let Gathering { number, article, theme, .. } = *gathering;
        // Market reports have stock phrases around their prices and shares.
        let vague = |f: &Figure| {
            let priced = matches!(f.quantity.unit, Unit::Money(_) | Unit::Percent);
            priced || matches!(f.quantity.bound, Bound::Range(..)) || f.quantity.amount == 1.0
        };
        for figure in figures.iter().filter(|f| !vague(f)) {
            let (before, behind) = around(article, figure);
            // What an event counts is compared as such; what happened in other years has other figures.
            let past = gathering.past(figure.sentence).is_some();
            let told = |w: &Sym| class(*w).is_some_and(|c| past || c.counts.is_some());
            let at = self.figures.len();
            self.figures.push((number, figure.words, Value::Quantity(figure.quantity)));
            for left in 0..=AGREEING {
                let (left, right) = (before.get(..left), behind.get(..AGREEING - left));
                if let (Some(left), Some(right)) = (left, right)
                    && !left.iter().chain(right).any(told)
                {
                    self.by_words.push((key(theme, figure, left, right), at));
                }
            }
        }
    }

    /// One statement for each figure whose words stand around a figure of another article too.
    pub(super) fn state(mut self, articles: &[Parsed], slots: &mut Slots, statements: &mut Vec<Statement>) {
        let mut groups = UnionFind::<usize>::new(self.figures.len());
        self.by_words.sort_unstable();
        for listed in self.by_words.chunk_by(|a, b| a.0 == b.0).filter(|l| l.len() <= COMMON) {
            for pair in listed.windows(2) {
                groups.union(pair[0].1, pair[1].1);
            }
        }
        let groups = groups.into_labeling();
        let mut sizes: FxHashMap<usize, usize> = FxHashMap::default();
        for group in &groups {
            *sizes.entry(*group).or_default() += 1;
        }
        for ((article, tokens, value), group) in self.figures.into_iter().zip(groups) {
            if sizes.get(&group).is_some_and(|n| *n > 1) {
                let owner = Owner::Echo(group as u32);
                let parsed = &articles[article as usize];
                statements.push(statement(parsed, article, tokens, owner, "figure", value, slots));
            }
        }
    }
}

/// The words with a meaning of their own before and behind a figure, nearest first. In a list what stands beyond the
/// comma belongs to other things.
fn around(article: &Article, figure: &Figure) -> (Vec<Sym>, Vec<Sym>) {
    let Some(sentence) = article.sentences.get(figure.sentence as usize) else { return Default::default() };
    let Tokens { start, end } = figure.tokens;
    let token = |i: u32| article.tokens.get(i as usize);
    let listed = |i: u32| token(i).is_some_and(|t| matches!(article.word(t), "," | ";" | "and"));
    let first = start.saturating_sub(REACH).max(sentence.tokens.start);
    let first = if start > 0 && listed(start - 1) { start } else { first };
    let last = (end + REACH).min(sentence.tokens.end);
    let last = (end..last).find(|i| listed(*i)).unwrap_or(last);
    let meaning = |i: u32| token(i).filter(|t| has_meaning(t)).map(|t| t.lemma);
    let before = (first..start).rev().filter_map(meaning).take(AGREEING).collect();
    let behind = (end..last).filter_map(meaning).take(AGREEING).collect();
    (before, behind)
}

fn has_meaning(token: &crate::article::Token) -> bool {
    let lexicon = Lexicon::current();
    let tag = token.tag;
    let open = tag.is_noun() || tag.is_adjective() || tag.is_verb();
    let empty = [Sense::Copula, Sense::Reporting, Sense::Light, Sense::Scale, Sense::Unit];
    open && !empty.iter().any(|s| lexicon.has(token.lemma, *s))
        && token.lemma != "have"
        && token.lemma != "do"
}

/// The class of the event that a word names.
fn class(word: Sym) -> Option<&'static EventClass> {
    let lexicon = Lexicon::current();
    let class = lexicon.entry(word).and_then(|e| e.verb.map(|v| v.0).or(e.noun).or(e.state));
    class.map(|c| lexicon.class(c))
}

fn key(theme: StoryId, figure: &Figure, left: &[Sym], right: &[Sym]) -> u64 {
    let kind = match figure.quantity.unit {
        Unit::Count(_) | Unit::None => Sym::from("count"),
        Unit::Measure(unit) => dimension(unit),
        Unit::Money(_) => Sym::from("money"),
        Unit::Percent => Sym::from("percent"),
        Unit::Age | Unit::Pair(_) => Sym::from("other"),
    };
    let mut hasher = FxHasher::default();
    (theme.0, kind.as_str()).hash(&mut hasher);
    for words in [left, right] {
        words.len().hash(&mut hasher);
        words.iter().for_each(|w| w.as_str().hash(&mut hasher));
    }
    hasher.finish()
}

#[cfg(test)]
mod tests;
