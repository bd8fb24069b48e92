//! What all articles say, packed until it is needed.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::graph::extract::Packed;

/// Things that articles say, by article. They lie in one piece: when it is let go, other pieces can have the room. The
/// room of many pieces of a megabyte would stay with the allocator, 30 MB of ten thousand articles.
pub(super) struct Gathered<T> {
    bytes: Vec<u8>,
    /// Where each article's end.
    ends: Vec<usize>,
    /// How many there are.
    count: usize,
    of: PhantomData<fn() -> T>,
}

impl<T> Default for Gathered<T> {
    fn default() -> Gathered<T> {
        Gathered { bytes: Vec::new(), ends: Vec::new(), count: 0, of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> Gathered<T> {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, packed: &Packed<T>) {
        let (more, room) = (packed.bytes().len(), self.bytes.capacity() - self.bytes.len());
        // Twice the room, as vectors take it, would be too much of many megabytes.
        if more > room {
            self.bytes.reserve_exact(more.max(self.bytes.len() / 8));
        }
        self.bytes.extend_from_slice(packed.bytes());
        self.ends.push(self.bytes.len());
        self.count += packed.count();
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Those of an article, by its number.
    pub(super) fn of(&self, article: u32) -> Vec<T> {
        let end = |article: usize| self.ends.get(article).copied().unwrap_or_default();
        let start = (article as usize).checked_sub(1).map_or(0, end);
        Packed::unpacked(self.bytes.get(start..end(article as usize)).unwrap_or_default())
    }

    /// Those of all articles in order, each with its article, and made into what they are looked at as.
    pub(super) fn into_all<U>(self, make: impl Fn(u32, T) -> U) -> Vec<(u32, U)> {
        // By this thread alone: what others allocated would be given back to them alone.
        let mut all = Vec::with_capacity(self.count);
        for article in 0..self.ends.len() as u32 {
            all.extend(self.of(article).into_iter().map(|one| (article, make(article, one))));
        }
        all
    }
}
