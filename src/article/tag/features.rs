//! What the tagger sees of a word and its neighbours, as hashes.
//!
//! Training and tagging must agree on every bit here: after a change, train anew.

use super::Tag;
use super::model::{Model, Scores};

/// Stands for the tag before the first word.
pub const EDGE: u8 = 63;

/// Features of one word in its context.
pub const FEATURES: usize = 25;

/// Bytes of a word that are looked at.
const SEEN: usize = 40;

/// What is known of a word before its context is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Word {
    /// Hash of the normal form: lower case, digits as zeros, straight apostrophes, no spaces.
    hash: u64,
    /// The last eight bytes of the normal form, the last in the lowest byte.
    tail: u64,
    /// The first eight bytes of the normal form, the first in the highest byte.
    head: u64,
    /// How it is written, see [`shape`].
    shape: u8,
    /// The tags it has in the training text, hashed; for unknown words, its shape and ending.
    class: u64,
    /// Bit set of the tags it may have.
    allowed: u64,
}

/// Every tag allowed.
const ANY: u64 = (1 << Tag::ALL.len()) - 1;

mod shape {
    /// Starts with a capital.
    pub(super) const CAPITAL: u8 = 1;
    /// A capital after the first letter.
    pub(super) const INNER: u8 = 2;
    /// A small letter.
    pub(super) const SMALL: u8 = 4;
    /// A digit.
    pub(super) const DIGIT: u8 = 8;
    /// A hyphen.
    pub(super) const HYPHEN: u8 = 16;
    /// A full stop.
    pub(super) const STOP: u8 = 32;
    /// First in its sentence but for punctuation.
    pub(super) const FIRST: u8 = 64;
    /// In a line of capitalised words.
    pub(super) const LOUD: u8 = 128;
}

impl Word {
    /// Looks a word up. `known` is its tag where that is certain.
    pub fn new(text: &str, known: Option<Tag>, model: &Model) -> Word {
        let mut word = Word::of(text);
        if let Some(tag) = known {
            word.allowed = 1 << tag as u8;
            word.class = mix(1, tag as u64, 0);
            return word;
        }
        word.allowed = 0;
        word.class = 0;
        model.each(word.entry(), |tag, share| {
            word.allowed |= 1 << tag;
            if share >= SHARE_IN_CLASS {
                word.class = mix(2, word.class, u64::from(tag));
            }
        });
        if word.allowed == 0 {
            word.allowed = word.open_tags();
            word.class = word.guessed_class(model);
        } else if word.allowed & RARE != 0 {
            word.allowed |= word.open_tags();
        }
        word
    }

    /// The tags that a word which nobody knows may have: function words are all known, and a capital makes a
    /// name of it, or a noun, adjective or participle at the head of a sentence.
    fn open_tags(&self) -> u64 {
        use Tag::{Cd, Fw, Jj, Jjr, Jjs, Nn, Nnp, Nnps, Nns, Rb, Rbr, Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz};
        let set = |tags: &[Tag]| tags.iter().fold(0, |set, tag| set | 1 << *tag as u8);
        let capital = self.shape & shape::CAPITAL != 0 && self.shape & shape::DIGIT == 0;
        if capital {
            set(&[Nnp, Nnps, Nn, Nns, Jj, Vbg, Vbn, Fw])
        } else {
            set(&[Nnp, Nnps, Nn, Nns, Jj, Jjr, Jjs, Rb, Rbr, Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz, Cd, Fw])
        }
    }

    /// What can be said of a word without a model.
    fn of(text: &str) -> Word {
        let mut normal = Normal::default();
        let mut shape = 0;
        for (i, c) in text.chars().enumerate() {
            shape |= match c {
                'a'..='z' => shape::SMALL,
                'A'..='Z' if i == 0 => shape::CAPITAL,
                'A'..='Z' => shape::INNER,
                '0'..='9' => shape::DIGIT,
                '-' | '‐' | '‑' => shape::HYPHEN,
                '.' => shape::STOP,
                _ if c.is_uppercase() && i == 0 => shape::CAPITAL,
                _ if c.is_uppercase() => shape::INNER,
                _ if c.is_lowercase() => shape::SMALL,
                _ => 0,
            };
            normal.push(c);
        }
        let seen = normal.seen();
        let tail = seen.iter().fold(0, |tail, byte| tail << 8 | u64::from(*byte));
        let head = (0..8).fold(0, |head, i| head << 8 | seen.get(i).copied().map_or(0, u64::from));
        let hash =
            seen.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3));
        Word { hash, tail, head, shape, class: 0, allowed: ANY }
    }

    /// The tags that rare words with the same ending have, hashed.
    fn guessed_class(&self, model: &Model) -> u64 {
        let mut class = 0;
        self.endings().into_iter().find(|ending| {
            model.each(*ending, |tag, share| {
                if share >= SHARE_IN_CLASS {
                    class = mix(2, class, u64::from(tag));
                }
            })
        });
        class
    }

    /// Entries of the word's endings in the dictionary of the model, the longest first.
    pub fn endings(&self) -> [u64; 3] {
        let capital = u64::from(self.shape & shape::CAPITAL);
        [4, 3, 2].map(|n| mix(101, self.suffix(n), capital << 8 | u64::from(n)))
    }

    /// The word's entry in the dictionary of the model.
    pub fn entry(&self) -> u64 {
        mix(100, self.hash, 0)
    }

    /// The word inside a sentence that is written as usual: there a capital makes a name of what can be one.
    pub fn inside(mut self) -> Word {
        let bit = |tag: Tag| 1u64 << tag as u8;
        let name = bit(Tag::Nnp) | bit(Tag::Nnps);
        let common = bit(Tag::Nn) | bit(Tag::Nns) | bit(Tag::Vbg) | bit(Tag::Vbn) | bit(Tag::Fw);
        if self.shape & shape::CAPITAL != 0 && self.allowed & (name | bit(Tag::Nn)) != 0 {
            self.allowed = (self.allowed | bit(Tag::Nnp)) & !common;
        }
        self
    }

    /// Its tag, if there is but one.
    pub fn only_tag(&self) -> Option<Tag> {
        (self.allowed.count_ones() == 1)
            .then(|| Tag::ALL.get(self.allowed.trailing_zeros() as usize).copied())
            .flatten()
    }

    /// The tag with the best score of those that the word may have; the first of equals.
    pub fn best(&self, scores: &Scores) -> Tag {
        let (mut best, mut most) = (Tag::Nn, i32::MIN);
        for tag in Tag::ALL {
            let score = scores[usize::from(tag as u8 & 63)];
            if score > most && self.allows(tag) {
                (best, most) = (tag, score);
            }
        }
        best
    }

    /// May the word have this tag?
    pub fn allows(&self, tag: Tag) -> bool {
        self.allowed >> tag as u8 & 1 == 1
    }

    /// The last `n` bytes of the normal form.
    fn suffix(&self, n: u32) -> u64 {
        self.tail & ((1 << (8 * n)) - 1)
    }

    /// The first `n` bytes of the normal form.
    fn prefix(&self, n: u32) -> u64 {
        self.head >> (64 - 8 * n)
    }
}

/// Marks a dictionary entry of a word too rare to say which tags it may have.
pub const RARE_TAG: u8 = 62;
const RARE: u64 = 1 << RARE_TAG;

/// Least share, in 127ths, of a word's uses that puts a tag into its class.
pub const SHARE_IN_CLASS: i8 = 8;

/// The normal form of a word, as far as it is looked at.
struct Normal {
    bytes: [u8; SEEN],
    len: usize,
}

impl Default for Normal {
    fn default() -> Normal {
        Normal { bytes: [0; SEEN], len: 0 }
    }
}

impl Normal {
    fn push(&mut self, c: char) {
        match c {
            'a'..='z' => self.byte(c as u8),
            'A'..='Z' => self.byte(c as u8 | 0x20),
            '0'..='9' => self.byte(b'0'),
            '’' => self.byte(b'\''),
            '‐' | '‑' => self.byte(b'-'),
            _ if c.is_whitespace() => {}
            _ => {
                for lower in c.to_lowercase() {
                    lower.encode_utf8(&mut [0; 4]).bytes().for_each(|b| self.byte(b));
                }
            }
        }
    }

    fn byte(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    fn seen(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// Is this a line in which capitals say nothing: a headline in title case or capitals?
pub fn is_loud(words: &[Word]) -> bool {
    let long = |w: &&Word| w.tail >> 32 != 0 && w.shape & (shape::CAPITAL | shape::SMALL) != 0;
    let (mut small, mut capital) = (0, 0);
    for word in words.iter().filter(long) {
        if word.shape & shape::CAPITAL != 0 { capital += 1 } else { small += 1 }
    }
    capital >= 2 && small * 4 <= capital
}

/// Mixes a kind of feature and two values into a hash.
fn mix(kind: u64, a: u64, b: u64) -> u64 {
    let h = (a ^ kind.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let h = (h ^ h >> 32 ^ b).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ h >> 29
}

/// The features of the word at `at`, after the tags `last` and `before` it.
pub fn features(words: &[Word], at: usize, last: u8, before: u8, loud: bool) -> [u64; FEATURES] {
    let near = |by: isize| at.checked_add_signed(by).and_then(|i| words.get(i)).copied().unwrap_or_default();
    let (w, p, n, nn) = (near(0), near(-1), near(1), near(2));
    let (last, before) = (u64::from(last), u64::from(before));
    let first = last == u64::from(EDGE) || (before == u64::from(EDGE) && last == Tag::OpenQuote as u64);
    let flags = if first { shape::FIRST } else { 0 } | if loud { shape::LOUD } else { 0 };
    let shape = u64::from(w.shape | flags);
    [
        mix(10, 0, 0),
        mix(11, w.hash, 0),
        mix(12, p.hash, 0),
        mix(13, n.hash, 0),
        mix(16, last, 0),
        mix(18, last, before),
        mix(19, w.hash, last),
        mix(20, w.hash, p.hash),
        mix(21, w.hash, n.hash),
        mix(22, w.suffix(1), shape),
        mix(23, w.suffix(2), 0),
        mix(24, w.suffix(3), 0),
        mix(26, w.prefix(1), shape),
        mix(28, shape, last),
        mix(29, u64::from(n.shape), shape),
        mix(30, u64::from(p.shape), shape),
        mix(31, p.suffix(3), 0),
        mix(32, n.suffix(3), 0),
        mix(33, n.class, w.class),
        mix(34, n.class, last),
        mix(35, nn.class, n.class),
        mix(36, w.class, last),
        mix(37, mix(0, w.class, last), n.class),
        mix(38, mix(0, w.class, last), before),
        mix(39, w.suffix(3), last),
    ]
}
