//! A handful of words, each with what it tells: to see how much two passages share.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::lexicon::wordnet::WordNet;

/// A word, by its hash: words are only ever compared here, and articles are read side by side, so that none could number
/// them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Word(u64);

impl Word {
    /// A lemma.
    pub(super) fn of(lemma: &str) -> Word {
        Word(FxBuildHasher.hash_one(lemma))
    }
}

/// Different words, ascending, each with the square of its information in bits.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Bag {
    words: Vec<(Word, f32)>,
    norm: f32,
}

impl Bag {
    /// Of some lemmas.
    pub(super) fn of<'a>(lemmas: impl Iterator<Item = &'a str>) -> Bag {
        let information = |lemma| WordNet::built_in().information(lemma) as f32;
        let mut words: Vec<(Word, f32)> =
            lemmas.map(|lemma| (Word::of(lemma), information(lemma).powi(2))).collect();
        words.sort_unstable_by_key(|(word, _)| *word);
        words.dedup_by_key(|(word, _)| *word);
        let norm = words.iter().map(|(_, weight)| weight).sum();
        Bag { words, norm }
    }

    /// Its words.
    pub(super) fn words(&self) -> impl Iterator<Item = Word> {
        self.words.iter().map(|(word, _)| *word)
    }

    /// How much two share, from 0 to 1: the cosine of their vectors.
    pub(super) fn cosine(&self, other: &Bag) -> f64 {
        let norm = f64::from(self.norm) * f64::from(other.norm);
        if norm > 0.0 { f64::from(self.shared(other)) / norm.sqrt() } else { 0.0 }
    }

    /// Do they share a word?
    pub(super) fn meets(&self, other: &Bag) -> bool {
        self.shared(other) > 0.0
    }

    fn shared(&self, other: &Bag) -> f32 {
        let (mut a, mut b) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut shared = 0.0;
        while let (Some((x, weight)), Some((y, _))) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    shared += weight;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }
}
