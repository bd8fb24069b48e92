//! A dictionary form as it is compared with others: a hash of it, for of ten thousand articles there are millions.

use std::hash::{Hash, Hasher};
use std::num::NonZeroU32;

use rustc_hash::FxHasher;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// So many bits tell sixteen million words apart, and three bytes hold them where what articles say is packed.
const BITS: u32 = 24;

/// The dictionary form of a word, hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::graph) struct Lemma(NonZeroU32);

impl Lemma {
    /// A dictionary form, or any other words that are compared as a whole.
    pub(in crate::graph) fn of(words: &str) -> Lemma {
        let mut hasher = FxHasher::default();
        words.hash(&mut hasher);
        Lemma::from((hasher.finish() >> (u64::BITS - BITS)) as u32)
    }

    /// Its number.
    pub(in crate::graph) fn number(self) -> u32 {
        self.0.get()
    }

    /// Of all numbers the first stands for none as well.
    fn from(number: u32) -> Lemma {
        Lemma(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN))
    }
}

impl Serialize for Lemma {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [a, b, c, _] = self.number().to_le_bytes();
        (a, b, c).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Lemma {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Lemma, D::Error> {
        let (a, b, c) = <(u8, u8, u8)>::deserialize(deserializer)?;
        Ok(Lemma::from(u32::from_le_bytes([a, b, c, 0])))
    }
}

#[cfg(test)]
mod tests;
