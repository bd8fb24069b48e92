//! Words as numbers: what is kept of very many things takes less room with them.

use rustc_hash::FxHashMap;

use crate::symbol::Sym;

/// Numbers of words, from zero on.
#[derive(Default)]
pub(super) struct Numbers(FxHashMap<Sym, u32>);

impl Numbers {
    /// The number of a word: the one that it has, or the next.
    pub(super) fn of(&mut self, word: &Sym) -> u32 {
        let next = self.0.len() as u32;
        match self.0.get(word) {
            Some(number) => *number,
            None => *self.0.entry(word.clone()).or_insert(next),
        }
    }
}
