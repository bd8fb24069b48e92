//! The tagger's weights: a table from the hash of a feature to its weight for each tag.
//!
//! Format of `weights.bin`, version 1, little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `GSTW` |
//! | 4 | version |
//! | 4 | `bits`: the table has 2^`bits` buckets |
//! | 4 × (2^`bits` + 1) | where each bucket starts in the entries; the last is where they end |
//! | rest | entries: two bytes of the hash, the number `n` of weights, `n` pairs of tag and weight (signed) |
//!
//! A bucket is chosen by the lowest bits of the hash, an entry by its highest sixteen. The dictionary of the
//! training text's words lies in the same table, with shares of 127 for weights.

use super::Tag;

/// First bytes of the file.
const MAGIC: &[u8; 4] = b"GSTW";
/// Version of the format.
const VERSION: u32 = 1;
/// Bytes before the buckets.
const HEAD: usize = 12;

/// Weights that lie in memory as they lie in the file.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    buckets: &'a [u8],
    entries: &'a [u8],
    mask: u64,
}

impl<'a> Model<'a> {
    /// A model that knows nothing.
    pub const EMPTY: Model<'static> = Model { buckets: &[], entries: &[], mask: 0 };

    /// Takes the bytes of a weights file. Bytes that are none give a model that knows nothing.
    pub fn read(bytes: &'a [u8]) -> Model<'a> {
        Model::parse(bytes).unwrap_or(Model::EMPTY)
    }

    fn parse(bytes: &'a [u8]) -> Option<Model<'a>> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let bits = word(rest, 4).filter(|bits| word(rest, 0) == Some(VERSION) && *bits < 28)?;
        let (buckets, entries) = bytes.get(HEAD..)?.split_at_checked(((1 << bits) + 1) * 4)?;
        Some(Model { buckets, entries, mask: (1 << bits) - 1 })
    }

    /// The tags and weights of a feature; none if it is unknown.
    pub fn row(&self, feature: u64) -> impl Iterator<Item = (u8, i8)> + use<'a> {
        let row = self.find(feature).unwrap_or_default();
        row.chunks_exact(2).map(|pair| match pair {
            [tag, weight] => (*tag, weight.cast_signed()),
            _ => (0, 0),
        })
    }

    /// Adds the weights of a feature to the scores of the tags.
    pub fn add(&self, feature: u64, scores: &mut [i32; Tag::ALL.len()]) {
        for (tag, weight) in self.row(feature) {
            if let Some(score) = scores.get_mut(tag as usize) {
                *score += i32::from(weight);
            }
        }
    }

    fn find(&self, feature: u64) -> Option<&'a [u8]> {
        let at = (feature & self.mask) as usize * 4;
        let (start, end) = (word(self.buckets, at)?, word(self.buckets, at + 4)?);
        let mut bucket = self.entries.get(start as usize..end as usize)?;
        let check = check(feature);
        while let [low, high, len, rest @ ..] = bucket {
            let (row, next) = rest.split_at_checked(*len as usize * 2)?;
            if [*low, *high] == check {
                return Some(row);
            }
            bucket = next;
        }
        None
    }
}

/// The bytes that tell the entries of one bucket apart.
fn check(feature: u64) -> [u8; 2] {
    ((feature >> 48) as u16).to_le_bytes()
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|b| u32::from_le_bytes(*b))
}

/// A feature with the weights it gives to tags.
pub type Row = (u64, Vec<(u8, i8)>);

/// Writes weights in the format of this module. The same rows in any order give the same bytes.
pub fn write(rows: &[Row], bits: u32) -> Vec<u8> {
    let mut buckets: Vec<Vec<&Row>> = vec![Vec::new(); 1 << bits];
    let mask = (1 << bits) - 1;
    for row in rows {
        if let Some(bucket) = buckets.get_mut((row.0 & mask) as usize) {
            bucket.push(row);
        }
    }
    let mut starts = Vec::new();
    let mut entries: Vec<u8> = Vec::new();
    for mut bucket in buckets {
        starts.extend((entries.len() as u32).to_le_bytes());
        bucket.sort();
        for (feature, row) in bucket {
            entries.extend(check(*feature));
            entries.push(u8::try_from(row.len()).unwrap_or(u8::MAX));
            entries.extend(row.iter().take(255).flat_map(|(tag, weight)| [*tag, weight.cast_unsigned()]));
        }
    }
    starts.extend((entries.len() as u32).to_le_bytes());
    [MAGIC.as_slice(), &VERSION.to_le_bytes(), &bits.to_le_bytes(), &starts, &entries].concat()
}
