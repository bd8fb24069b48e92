//! By which predicates each article holds something, in one piece: many small ones would hold the allocator's room
//! apart.

use crate::graph::extract::{Lemma, Predicates};

/// The predicates of all articles.
#[derive(Default)]
pub(super) struct AllPredicates {
    lemmas: Vec<Lemma>,
    /// Where those that each article affirms, denies and tells in full end.
    ends: Vec<[u32; 3]>,
}

/// Those of one article, each ascending.
#[derive(Clone, Copy, Default)]
pub(super) struct OfArticle<'a> {
    pub(super) affirmed: &'a [Lemma],
    pub(super) denied: &'a [Lemma],
    pub(super) full: &'a [Lemma],
}

impl AllPredicates {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, predicates: &Predicates) {
        let Predicates { affirmed, denied, full } = predicates;
        self.ends.push([affirmed, denied, full].map(|lemmas| {
            self.lemmas.extend_from_slice(lemmas);
            self.lemmas.len() as u32
        }));
    }

    /// Those of an article, by its number.
    pub(super) fn of(&self, article: u32) -> OfArticle<'_> {
        let before = article.checked_sub(1).and_then(|before| self.ends.get(before as usize));
        let start = before.map_or(0, |[_, _, end]| *end);
        let Some([affirmed, denied, full]) = self.ends.get(article as usize).copied() else {
            return OfArticle::default();
        };
        let between = |a: u32, b: u32| self.lemmas.get(a as usize..b as usize).unwrap_or_default();
        OfArticle {
            affirmed: between(start, affirmed),
            denied: between(affirmed, denied),
            full: between(denied, full),
        }
    }
}
