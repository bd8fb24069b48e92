//! Which words of all articles tell of one event: coreference of events, whatever their class.
//!
//! Each trigger of each article is a [`Mention`]. Two may be one event if their words hang together (`candidates`): one
//! word, one of the other's family, a shared meaning, a kind of the other, or one class of the vocabulary. How probable
//! it is tells a logistic regression for each of these ties over features of what surrounds both (`pair`), and events
//! are what average linkage makes of that (`chain`). Weights stand in `weights/coref.toml`;
//! `examples/fit_coref.rs` fits them on ECB+ (Cybulska and Vossen 2014) and tells how they do on topics left out.

use rayon::prelude::*;

mod bag;
mod candidates;
mod chain;
mod known;
mod mention;
mod pair;

pub use chain::chains;
pub use known::Known;
pub use mention::{Mention, Told};
pub use pair::{Aspect, Candidate, FEATURES, NAMES, Tie, Weights};

/// All mentions of some articles, and which of them are one event.
#[derive(Debug, Default)]
pub struct Coreference {
    /// In order of the articles, and there as they stand.
    pub mentions: Vec<Mention>,
    /// Each event's mentions, by their places in the list, ascending; the events in order of their first ones. Every
    /// mention is in one of them.
    pub events: Vec<Vec<u32>>,
}

impl Coreference {
    /// What some articles tell.
    pub fn of(articles: Vec<Told>) -> Coreference {
        let (mentions, candidates) = candidates(articles);
        Coreference::from_candidates(mentions, &candidates)
    }

    /// What mentions make of themselves, given which two of them may be one.
    pub fn from_candidates(mentions: Vec<Mention>, candidates: &[Candidate]) -> Coreference {
        let weights = Weights::built_in();
        let alike = candidates.par_iter().map(|c| (c.pair, weights.probability(c)));
        let alike: Vec<((u32, u32), f64)> = alike.collect();
        Coreference { events: chains(mentions.len(), &alike, weights.cut), mentions }
    }
}

impl Coreference {
    /// Each event's mentions, as they stand.
    pub fn events(&self) -> impl Iterator<Item = Vec<&Mention>> {
        let mention = |at: &u32| self.mentions.get(*at as usize);
        self.events.iter().map(move |event| event.iter().filter_map(mention).collect())
    }
}

/// The mentions of some articles, and which two of them may be one event.
pub fn candidates(articles: Vec<Told>) -> (Vec<Mention>, Vec<Candidate>) {
    candidates::Articles::new(articles).candidates()
}

#[cfg(test)]
mod tests;
