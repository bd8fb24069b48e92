//! Groups quotations that share words, without comparing everything with everything.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHasher;

use crate::symbol::Sym;

/// Quotations are looked up by runs of this many words.
const RUN: usize = 4;
/// A run of words in more quotations than this is a phrase of the language, not of a speaker.
const COMMON: usize = 64;

/// Groups quotations that share a run of words. Gives the group of each, as the least member's number.
pub(super) fn group_quotes(quotes: &[Vec<Sym>]) -> Vec<usize> {
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
