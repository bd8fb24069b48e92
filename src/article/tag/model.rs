//! The tagger's weights: a table from the hash of a feature to its weight for each tag.
//!
//! Format of `weights.bin`, version 1, little-endian: a head of 64 bytes (`GSTW`, the version as four bytes,
//! zeros), then 2ⁿ buckets of 64 bytes, each with four slots. A bucket holds the keys of its slots (four bytes
//! each, 0 for an empty slot), then their rows: six tags and six signed weights each, filled up with
//! [`NO_TAG`].
//!
//! The low bits of a feature's hash choose the bucket, the high bits are the key. What finds its bucket full
//! goes into the one that its hash chooses when rotated by 13 bits. The top bit of a key says that the row goes on under the hash [`next`].
//! The dictionary of the training text's words lies in the same table, with shares of 127 for weights.
//!
//! A look-up thus reads one cache line, seldom two, and needs nothing prepared.

/// First bytes of the file.
const MAGIC: &[u8; 8] = b"GSTW\x01\0\0\0";
/// Bytes of a bucket, and of the head.
const BUCKET: usize = 64;
/// Slots of a bucket.
const SLOTS: usize = 4;
/// Weights of a slot.
const PAIRS: usize = 6;
/// Bit of a key: the row goes on.
const MORE: u32 = 1 << 31;
/// Buckets that are looked at before a feature is given up; bounds the time with any file.
const PROBES: u32 = 16;

/// Stands for a tag where a row has no more weights.
pub const NO_TAG: u8 = 63;
/// Scores of all tags, and room for [`NO_TAG`].
pub type Scores = [i32; 64];

/// Weights that lie in memory as they lie in the file.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    buckets: &'a [[u8; BUCKET]],
    mask: u64,
}

impl<'a> Model<'a> {
    /// A model that knows nothing.
    pub const EMPTY: Model<'static> = Model { buckets: &[], mask: 0 };

    /// Takes the bytes of a weights file. Bytes that are none give a model that knows nothing.
    pub fn read(bytes: &'a [u8]) -> Model<'a> {
        match bytes.as_chunks() {
            ([head, buckets @ ..], []) if head.starts_with(MAGIC) && buckets.len().is_power_of_two() => {
                Model { buckets, mask: buckets.len() as u64 - 1 }
            }
            _ => Model::EMPTY,
        }
    }

    /// Adds the weights of a feature to the scores of the tags.
    #[inline]
    pub fn add(&self, feature: u64, scores: &mut Scores) {
        self.each_row(feature, |tags, weights| {
            for (tag, weight) in tags.iter().zip(weights) {
                // The mask spares the check of the bound: there are 64 scores.
                scores[usize::from(tag & 63)] += i32::from(weight.cast_signed());
            }
        });
    }

    /// Calls `with` for each tag and weight of a feature. Is the feature known?
    #[inline]
    pub fn each(&self, feature: u64, mut with: impl FnMut(u8, i8)) -> bool {
        self.each_row(feature, |tags, weights| {
            let pairs = tags.iter().zip(weights).filter(|(tag, _)| **tag != NO_TAG);
            pairs.for_each(|(tag, weight)| with(*tag, weight.cast_signed()));
        })
    }

    #[inline]
    fn each_row(&self, feature: u64, mut with: impl FnMut(&[u8; PAIRS], &[u8; PAIRS])) -> bool {
        let mut feature = feature;
        let mut known = false;
        // No row has more than a slot for each six tags.
        for _ in 0..=64 / PAIRS {
            let Some((key, row)) = self.slot(feature) else { break };
            known = true;
            if let ([tags, weights], []) = row.as_chunks() {
                with(tags, weights);
            }
            if key & MORE == 0 {
                break;
            }
            feature = next(feature);
        }
        known
    }

    /// The key and row of a feature.
    #[inline]
    fn slot(&self, feature: u64) -> Option<(u32, &'a [u8; 2 * PAIRS])> {
        let wanted = key(feature);
        for probe in 0..PROBES {
            let bucket = self.buckets.get((feature.rotate_right(13 * probe) & self.mask) as usize)?;
            let (keys, rows) = bucket.split_first_chunk::<{ 4 * SLOTS }>()?;
            let (keys, rows) = (keys.as_chunks().0, rows.as_chunks().0);
            for (key, row) in keys.iter().zip(rows) {
                let key = u32::from_le_bytes(*key);
                if key & !MORE == wanted {
                    return Some((key, row));
                }
            }
            if keys.last() == Some(&[0; 4]) {
                return None;
            }
        }
        None
    }
}

/// The key of a feature: not 0, top bit clear.
fn key(feature: u64) -> u32 {
    ((feature >> 33) as u32).max(1)
}

/// Where the row of a feature goes on.
fn next(feature: u64) -> u64 {
    feature.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31)
}

/// A feature's hash, and its weights by tag.
pub type Row = (u64, Vec<(u8, i8)>);

/// How many slots a row of so many weights takes.
pub fn slots(weights: usize) -> usize {
    weights.div_ceil(PAIRS)
}

/// Writes weights in the format of this module, into 2^`bits` buckets. None if they do not fit.
pub fn write(rows: &[Row], bits: u32) -> Option<Vec<u8>> {
    let mut buckets = vec![[0; BUCKET]; 1 << bits];
    for (feature, row) in rows {
        let mut feature = *feature;
        let mut parts = row.chunks(PAIRS).peekable();
        while let Some(part) = parts.next() {
            let more = if parts.peek().is_some() { MORE } else { 0 };
            put(&mut buckets, feature, key(feature) | more, part)?;
            feature = next(feature);
        }
    }
    let mut bytes = [MAGIC.as_slice(), &[0; BUCKET - MAGIC.len()]].concat();
    bytes.extend(buckets.as_flattened());
    Some(bytes)
}

fn put(buckets: &mut [[u8; BUCKET]], feature: u64, key: u32, part: &[(u8, i8)]) -> Option<()> {
    let mask = buckets.len() as u64 - 1;
    for probe in 0..PROBES {
        let bucket = buckets.get_mut((feature.rotate_right(13 * probe) & mask) as usize)?;
        let (keys, rows) = bucket.split_first_chunk_mut::<{ 4 * SLOTS }>()?;
        let slots = keys.as_chunks_mut::<4>().0.iter_mut().zip(rows.as_chunks_mut::<{ 2 * PAIRS }>().0);
        if let Some((slot, row)) = slots.into_iter().find(|(slot, _)| **slot == [0; 4]) {
            *slot = key.to_le_bytes();
            let (tags, weights) = row.split_at_mut(PAIRS);
            tags.fill(NO_TAG);
            for ((tag, weight), pair) in tags.iter_mut().zip(weights).zip(part) {
                (*tag, *weight) = (pair.0, pair.1.cast_unsigned());
            }
            return Some(());
        }
    }
    None
}
