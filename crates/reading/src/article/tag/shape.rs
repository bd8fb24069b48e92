//! How words look, and what they look like as a number.

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

/// Mixes a kind of feature and two values into a hash.
#[inline]
pub(super) fn mix(kind: u64, a: u64, b: u64) -> u64 {
    let h = (a ^ kind.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let h = (h ^ h >> 32 ^ b).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ h >> 29
}
