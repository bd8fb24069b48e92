//! Writes the weights file.

use super::{BUCKET, ENTRY, MAGIC, ROW, Row, Usage, key_of, place, places, row_key, word_key};
use crate::article::tag::Tag;

/// The hash of a word or ending, and what is known of it.
pub type Entry = (u64, Usage);
/// The hash of a feature, and its weight for each tag that competes.
pub type Weights = (u64, [i8; Tag::OPEN]);

/// Writes a dictionary into 2^`word_bits` buckets and weights into 2^`row_bits`. Of weights that do not fit the
/// first are kept. None if the dictionary does not fit.
pub fn write(words: &[Entry], word_bits: u32, weights: &[Weights], row_bits: u32) -> Option<Vec<u8>> {
    let mut entries = vec![[[0; ENTRY]; BUCKET / ENTRY]; 1 << word_bits];
    for (hash, usage) in words {
        let free =
            |place: usize| Some((place, entries.get(place)?.iter().position(|e| e.starts_with(&[0; 4]))?));
        let (place, slot) = places(*hash, entries.len()).find_map(free)?;
        *entries.get_mut(place)?.get_mut(slot)? = usage.pack(word_key(*hash)).to_le_bytes();
    }
    let mut rows = vec![[[0; ROW]; BUCKET / ROW]; 1 << row_bits];
    for (feature, weights) in weights {
        let place = place(*feature, rows.len());
        if let Some(row) = rows.get_mut(place)?.iter_mut().find(|row| key_of(row) == 0) {
            *row = pack(*feature, weights);
        }
    }
    let mut bytes = [MAGIC.as_slice(), &(1u32 << word_bits).to_le_bytes()].concat();
    bytes.resize(BUCKET, 0);
    bytes.extend(entries.as_flattened().as_flattened());
    bytes.extend(rows.as_flattened().as_flattened());
    Some(bytes)
}

fn pack(feature: u64, weights: &[i8; Tag::OPEN]) -> Row {
    let mut row = [0; ROW];
    for (byte, weight) in row.iter_mut().zip(weights) {
        *byte = weight.cast_unsigned();
    }
    let [.., low, high] = &mut row;
    [*low, *high] = row_key(feature).to_le_bytes();
    row
}
