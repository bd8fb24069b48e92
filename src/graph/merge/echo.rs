//! The same words around another figure, in articles of one theme.

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use super::slots::Owner;
use super::statements::{Key, Statements};
use super::story::StoryId;
use crate::graph::tell::Passage;
use crate::graph::tell::echo::Echo;
use crate::graph::{EntityId, Value};

/// Words around more figures than this are a phrase of the language, not of a story.
const COMMON: usize = 64;

/// Collects the figures of all articles under the words around them.
#[derive(Default)]
pub(super) struct Echoes {
    figures: Vec<(u32, Passage<EntityId>, Value)>,
    /// The words around figures with the theme, and the figure's number.
    by_words: Vec<((StoryId, u64), u32)>,
}

impl Echoes {
    /// Adds the figures of an article.
    pub(super) fn add(&mut self, echoes: Vec<Echo>, key: &Key<'_>) {
        for Echo { quantity, passage, keys } in echoes {
            let at = self.figures.len() as u32;
            self.by_words.extend(keys.into_iter().map(|words| ((key.theme, words), at)));
            let passage = passage.with(|who| key.entity(who));
            self.figures.push((key.article, passage, Value::Quantity(quantity)));
        }
    }

    /// One statement for each figure whose words stand around a figure of another article too.
    pub(super) fn state(mut self, statements: &mut Statements) {
        let mut groups = UnionFind::<u32>::new(self.figures.len());
        self.by_words.sort_unstable();
        for listed in self.by_words.chunk_by(|a, b| a.0 == b.0).filter(|l| l.len() <= COMMON) {
            for pair in listed.windows(2) {
                groups.union(pair[0].1, pair[1].1);
            }
        }
        let groups = groups.into_labeling();
        let mut sizes: FxHashMap<u32, usize> = FxHashMap::default();
        for group in &groups {
            *sizes.entry(*group).or_default() += 1;
        }
        for ((article, passage, value), group) in self.figures.into_iter().zip(groups) {
            if sizes.get(&group).is_some_and(|n| *n > 1) {
                statements.of_words(article, passage, Owner::Echo(group), "figure", value);
            }
        }
    }
}
