//! What articles say, packed: it is much, and needed theme by theme.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Things that articles say, by article. They lie in one piece: when it is let go, other pieces can have the room.
pub(super) struct Packed<T> {
    bytes: Vec<u8>,
    /// Where each article's end.
    ends: Vec<usize>,
    of: PhantomData<T>,
}

impl<T> Default for Packed<T> {
    fn default() -> Packed<T> {
        Packed { bytes: Vec::new(), ends: Vec::new(), of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, all: &[T]) {
        self.bytes.extend(postcard::to_allocvec(all).unwrap_or_default());
        self.ends.push(self.bytes.len());
    }

    /// Those of all articles in order, each with its article.
    pub(super) fn into_all(self) -> Vec<(u32, T)> {
        let articles = 0..self.ends.len() as u32;
        articles.flat_map(|article| self.of(article).into_iter().map(move |one| (article, one))).collect()
    }

    /// Those of an article, by its number.
    pub(super) fn of(&self, article: u32) -> Vec<T> {
        let end = |article: usize| self.ends.get(article).copied().unwrap_or_default();
        let start = (article as usize).checked_sub(1).map_or(0, end);
        let packed = self.bytes.get(start..end(article as usize)).unwrap_or_default();
        postcard::from_bytes(packed).unwrap_or_default()
    }
}
