//! What is looked at only when all articles are there, packed: it is much, and of most of it only the article is known.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Things that one article says, as bytes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub(in crate::graph) struct Packed<T> {
    count: usize,
    #[serde(with = "serde_bytes")]
    bytes: Box<[u8]>,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    pub(super) fn of(all: &[T]) -> Packed<T> {
        let bytes = postcard::to_allocvec(all).unwrap_or_default().into();
        Packed { count: all.len(), bytes, of: PhantomData }
    }

    /// How many there are.
    pub(in crate::graph) fn count(&self) -> usize {
        self.count
    }

    /// Takes them out of bytes that [`bytes`](Self::bytes) gave.
    pub(in crate::graph) fn unpacked(bytes: &[u8]) -> Vec<T> {
        postcard::from_bytes(bytes).unwrap_or_default()
    }

    pub(in crate::graph) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
