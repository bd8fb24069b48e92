//! Finds what is nearly alike without comparing everything with everything: names a letter apart, quotations
//! with the same run of words. What is alike shares a slot, where rules compare it.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHasher};

use super::story::StoryId;
use crate::graph::misspelling;
use crate::graph::name::Name;
use crate::lexicon::Lexicon;

/// Quotations are looked up by runs of this many words.
const RUN: usize = 4;
/// A run of words in more quotations than this is a phrase of the language, not of a speaker.
const COMMON: usize = 64;

/// Groups names of one theme of which one looks like a slip of the other. Gives the group of each; a name alone has
/// its own.
pub(super) fn group_names(names: &[(StoryId, &Name)], lexicon: &Lexicon) -> Vec<usize> {
    let mut listed: FxHashMap<(StoryId, u64), Vec<usize>> = FxHashMap::default();
    let mut groups = UnionFind::<usize>::new(names.len());
    for (i, (theme, name)) in names.iter().enumerate() {
        for key in misspelling::keys(name) {
            let others = listed.entry((*theme, key)).or_default();
            for other in others.iter().take(COMMON) {
                if misspelling::between(names[*other].1, name, lexicon).is_some() {
                    groups.union(*other, i);
                }
            }
            others.push(i);
        }
    }
    groups.into_labeling()
}

/// Groups quotations that share a run of words. Gives the group of each, as the least member's number.
pub(super) fn group_quotes(quotes: &[Vec<&str>]) -> Vec<usize> {
    let mut by_run: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, words) in quotes.iter().enumerate() {
        for run in words.windows(RUN) {
            let mut hasher = FxHasher::default();
            run.hash(&mut hasher);
            let listed = by_run.entry(hasher.finish()).or_default();
            if listed.last() != Some(&i) {
                listed.push(i);
            }
        }
    }
    let mut groups = UnionFind::<usize>::new(quotes.len());
    for listed in by_run.values().filter(|l| l.len() <= COMMON) {
        for pair in listed.windows(2) {
            groups.union(pair[0], pair[1]);
        }
    }
    groups.into_labeling()
}
