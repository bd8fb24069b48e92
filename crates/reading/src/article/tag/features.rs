//! What the tagger sees of a word and its neighbours, as hashes.
//!
//! Training and tagging must agree on every bit here: after a change, train anew.

use super::Tag;
use super::shape::{self, mix};
use super::word::Word;

/// Stands for the tag before the first word.
pub const EDGE: u8 = 63;

/// Features of any word in its context, and those of rare words besides.
const FEATURES: usize = 9;
const RARE: usize = 5;

/// The tags given so far, and what kind of line it is.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    /// The tag of the word before.
    pub last: u8,
    /// The tag of the word before that.
    pub last_but_one: u8,
    /// Is this a line in which capitals say nothing?
    pub loud: bool,
}

impl Before {
    /// At the beginning of a line.
    pub fn first(loud: bool) -> Before {
        Before { last: EDGE, last_but_one: EDGE, loud }
    }

    /// After another word.
    pub fn then(self, tag: Tag) -> Before {
        Before { last: tag as u8, last_but_one: self.last, loud: self.loud }
    }

    /// First in the sentence, or first after a quotation mark?
    pub fn starts(self) -> bool {
        self.last == EDGE || self.last == Tag::OpenQuote as u8
    }
}

/// Is this a line in which capitals say nothing: a headline in title case or capitals?
pub fn is_loud(words: &[Word]) -> bool {
    let (mut small, mut capital) = (0, 0);
    for word in words.iter().filter(|word| word.is_long()) {
        if word.shape & shape::CAPITAL != 0 { capital += 1 } else { small += 1 }
    }
    capital >= 2 && small * 4 <= capital
}

/// Calls `with` with each feature of a word that stands before `next`.
///
/// More features do not tell more: each of those that other taggers have (the words before, the word after next,
/// pairs of them) was left out without a loss on news that was held back.
#[inline]
pub fn each(word: &Word, next: &Word, before: Before, mut with: impl FnMut(u64)) {
    let (last, last_but_one) = (u64::from(before.last), u64::from(before.last_but_one));
    let first = before.last == EDGE || before.last_but_one == EDGE && before.starts();
    let flags = if first { shape::FIRST } else { 0 } | if before.loud { shape::LOUD } else { 0 };
    let shape = u64::from(word.shape | flags);
    let features: [u64; FEATURES] = [
        mix(1, word.kin, 0),
        mix(2, word.kin, last),
        mix(3, word.kin, next.kin),
        mix(4, word.class, last),
        mix(5, word.class, next.class),
        mix(6, word.suffix(1), shape),
        mix(7, u64::from(next.shape), shape),
        mix(8, next.kin, 0),
        mix(9, last, last_but_one),
    ];
    features.into_iter().for_each(&mut with);
    if word.rare {
        let features: [u64; RARE] = [
            mix(10, word.hash, 0),
            mix(11, word.suffix(2), shape),
            mix(12, word.suffix(3), shape),
            mix(13, word.suffix(4), 0),
            mix(14, word.prefix(1), shape),
        ];
        features.into_iter().for_each(with);
    }
}
