//! What articles say, packed: it is much, and needed theme by theme.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Things that articles say, by article.
pub(super) struct Packed<T> {
    articles: Vec<Box<[u8]>>,
    of: PhantomData<T>,
}

impl<T> Default for Packed<T> {
    fn default() -> Packed<T> {
        Packed { articles: Vec::new(), of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, all: &[T]) {
        self.articles.push(postcard::to_allocvec(all).unwrap_or_default().into());
    }

    /// Those of an article, by its number.
    pub(super) fn of(&self, article: u32) -> Vec<T> {
        let packed = self.articles.get(article as usize).map_or(&[][..], |packed| packed);
        postcard::from_bytes(packed).unwrap_or_default()
    }
}
