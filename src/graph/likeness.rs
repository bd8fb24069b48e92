//! Finds what is nearly alike without comparing everything with everything: names a letter apart, quotations
//! with the same run of words. What is alike shares a slot, where rules compare it.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHasher};

use super::name::Name;

/// Names shorter than this many letters are too short to tell a slip from another name.
const SHORTEST_NAME: usize = 5;
/// Quotations are looked up by runs of this many words.
const RUN: usize = 4;
/// A run of words in more quotations than this is a phrase of the language, not of a speaker.
const COMMON: usize = 64;

/// Groups names of which one looks like a slip of the other: one letter of the last word wrong, missing, added, or
/// two neighbours exchanged, and the other words agreeing. Gives the group of each; a name alone has its own.
///
/// The method is that of symmetric deletes (Garbe 2012): every last word is listed under itself and under all words
/// that it makes with one letter left out; names that share such a word are compared.
pub(super) fn group_names(names: &[&Name]) -> Vec<usize> {
    let mut listed: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut groups = UnionFind::<usize>::new(names.len());
    for (i, name) in names.iter().enumerate() {
        let Some(last) = name.surname().filter(|w| w.chars().count() >= SHORTEST_NAME) else { continue };
        for key in std::iter::once(last.to_string()).chain(deletes(&last)) {
            let others = listed.entry(key).or_default();
            for other in others.iter().take(COMMON) {
                if names[*other].is_slip_of(name) {
                    groups.union(*other, i);
                }
            }
            others.push(i);
        }
    }
    groups.into_labeling()
}

fn deletes(name: &str) -> impl Iterator<Item = String> + '_ {
    name.char_indices().map(move |(at, c)| {
        let mut shorter = String::with_capacity(name.len());
        shorter.push_str(&name[..at]);
        shorter.push_str(&name[at + c.len_utf8()..]);
        shorter
    })
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
