//! The tagger's dictionary and weights, which lie in memory as they lie in the file.
//!
//! Format of `weights.bin`, version 2, little-endian: a head of 64 bytes (`GSTW`, the version as four bytes, the
//! number of buckets of the dictionary as four bytes, zeros), the buckets of the dictionary, then those of the
//! weights. A bucket has 64 bytes, a cache line; both numbers of buckets are powers of two.
//!
//! A bucket of the dictionary has four entries: a key (four bytes, 0 for none), the tags that the word may have
//! and those that it often has (six bytes each, a bit for each tag). What finds its bucket full goes into the one
//! that its hash chooses when rotated by 13 bits.
//!
//! A bucket of weights has two rows: a signed byte for each of the tags that compete, then a key (two bytes, 0
//! for none). What finds its bucket full is not in the table, so that a look-up reads one cache line and has
//! nothing to decide: a row that is not there counts as zeros.

use super::Tags;

mod write;

pub use write::{Entry, Weights, write};

/// First bytes of the file.
const MAGIC: &[u8; 8] = b"GSTW\x02\0\0\0";
/// Bytes of a bucket, and of the head.
const BUCKET: usize = 64;
/// Bytes of an entry of the dictionary.
const ENTRY: usize = 16;
/// Bytes of a row of weights.
const ROW: usize = 32;
/// Buckets of the dictionary that are looked at before a word is given up; bounds the time with any file.
const PROBES: u32 = 16;
/// The bits of an entry's tags.
const SET: u64 = (1 << 48) - 1;

/// A score for each tag that competes, and two that mean nothing.
pub type Scores = [i16; ROW];

type Row = [u8; ROW];

/// A dictionary and weights.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    words: &'a [[[u8; ENTRY]; BUCKET / ENTRY]],
    rows: &'a [[Row; BUCKET / ROW]],
}

/// What the dictionary says of a word or an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// The tags it may have.
    pub allowed: Tags,
    /// Those of them that are not rare.
    pub common: Tags,
    /// Is it too rare to say that it has no other tags?
    pub rare: bool,
}

impl<'a> Model<'a> {
    /// A model that knows nothing.
    pub const EMPTY: Model<'static> = Model { words: &[], rows: &[] };

    /// Takes the bytes of a weights file. Bytes that are none give a model that knows nothing.
    pub fn read(bytes: &'a [u8]) -> Model<'a> {
        Model::parse(bytes).unwrap_or(Model::EMPTY)
    }

    fn parse(bytes: &'a [u8]) -> Option<Model<'a>> {
        let (head, rest) = bytes.split_first_chunk::<BUCKET>()?;
        let count = head.strip_prefix(MAGIC)?.first_chunk().map(|n| u32::from_le_bytes(*n) as usize)?;
        let (words, rows) = rest.split_at_checked(count.checked_mul(BUCKET)?)?;
        let (words, rows) = (words.as_chunks().0.as_chunks().0, rows.as_chunks().0.as_chunks().0);
        (words.len().is_power_of_two() && rows.len().is_power_of_two()).then_some(Model { words, rows })
    }

    /// What the dictionary says of the word or ending with a hash, if it has it.
    pub fn usage(&self, hash: u64) -> Option<Usage> {
        let wanted = word_key(hash);
        for place in places(hash, self.words.len()) {
            let bucket = self.words.get(place)?;
            for entry in bucket {
                let (key, _) = entry.split_first_chunk()?;
                match u32::from_le_bytes(*key) {
                    0 => return None,
                    key if key == wanted => return Some(Usage::unpack(u128::from_le_bytes(*entry))),
                    _ => {}
                }
            }
        }
        None
    }

    /// Adds the weights of a feature to the scores of the tags.
    #[inline]
    pub fn add(&self, feature: u64, scores: &mut Scores) {
        let Some([first, second]) = self.rows.get(place(feature, self.rows.len())) else { return };
        let wanted = row_key(feature);
        let row = if key_of(second) == wanted { second } else { first };
        // A branch would be taken or not without any pattern.
        let mask = 0u8.wrapping_sub(u8::from(key_of(row) == wanted));
        for (tag, score) in scores.iter_mut().enumerate() {
            *score += i16::from((row[tag] & mask).cast_signed());
        }
    }
}

impl Usage {
    fn unpack(entry: u128) -> Usage {
        let set = |shift: u32| (entry >> shift) as u64 & SET;
        let (allowed, common) = (set(32), set(80));
        let rare = allowed & RARE != 0;
        Usage { allowed: Tags::from_bits(allowed & !RARE), common: Tags::from_bits(common), rare }
    }

    fn pack(&self, key: u32) -> u128 {
        let allowed = self.allowed.bits() | if self.rare { RARE } else { 0 };
        u128::from(key) | u128::from(allowed & SET) << 32 | u128::from(self.common.bits() & SET) << 80
    }
}

/// Bit of an entry's first set: the word is rare.
const RARE: u64 = 1 << 47;

/// The buckets that a word may be in.
fn places(hash: u64, buckets: usize) -> impl Iterator<Item = usize> + Clone {
    (0..PROBES).map(move |probe| place(hash.rotate_right(13 * probe), buckets))
}

/// The bucket of a hash.
#[inline]
fn place(hash: u64, buckets: usize) -> usize {
    hash as usize & buckets.wrapping_sub(1)
}

/// The key of a word, not 0.
fn word_key(hash: u64) -> u32 {
    ((hash >> 32) as u32).max(1)
}

/// The key of a row, not 0.
#[inline]
fn row_key(feature: u64) -> u16 {
    ((feature >> 48) as u16).max(1)
}

#[inline]
fn key_of(row: &Row) -> u16 {
    u16::from_le_bytes([row[ROW - 2], row[ROW - 1]])
}
