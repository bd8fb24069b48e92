//! The same words around another figure, in articles of one theme.

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use super::build::{Builder, Owner};
use super::statements::{Context, Person, state_words};
use crate::graph::Value;
use crate::graph::tell::echo::Echo;
use crate::graph::tell::{Passage, Who};

/// Words around more figures than this are a phrase of the language, not of a story.
const COMMON: usize = 64;

/// Collects the figures of all articles under the words around them.
#[derive(Default)]
pub(super) struct Echoes {
    figures: Vec<(u32, Passage<Person>, Value)>,
    /// The words around figures, and the figure's number.
    by_words: Vec<(u64, u32)>,
}

impl Echoes {
    /// Adds the figures of an article.
    pub(super) fn add(
        &mut self,
        article: u32,
        echoes: Vec<Echo>,
        meant: impl Fn(Who) -> Option<Person> + Copy,
    ) {
        for Echo { quantity, passage, keys } in echoes {
            let at = self.figures.len() as u32;
            self.by_words.extend(keys.into_iter().map(|words| (words, at)));
            self.figures.push((article, passage.with(meant), Value::from(quantity)));
        }
    }

    /// One statement for each figure whose words stand around another figure too.
    pub(super) fn state(mut self, context: Context<'_>, builder: &mut Builder) {
        let mut groups = UnionFind::<u32>::new(self.figures.len());
        let theme = |at: u32| context.themes[self.figures[at as usize].0 as usize];
        self.by_words.sort_unstable_by_key(|(words, at)| (theme(*at), *words, *at));
        let one = |a: &(u64, u32), b: &(u64, u32)| a.0 == b.0 && theme(a.1) == theme(b.1);
        for listed in self.by_words.chunk_by(one).filter(|l| l.len() <= COMMON) {
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
                let passage = context.passage(article, passage);
                state_words(article, passage, Owner::Echo(group), "figure", value, builder);
            }
        }
    }
}
