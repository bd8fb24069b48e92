//! A word in its normal form: lower case, digits as zeros, straight apostrophes and hyphens, no spaces.

use super::shape::{self, mix};

/// Bytes that are looked at at once. Few words are longer.
const CHUNK: usize = 16;
/// Chunks of a word that are looked at.
const CHUNKS: usize = 3;

/// A word in normal form, as far as it is looked at.
#[derive(Debug)]
pub(super) struct Normal {
    bytes: [u8; CHUNK * CHUNKS],
    len: usize,
    /// How the word is written, see [`shape`].
    pub(super) shape: u8,
}

impl Normal {
    /// The normal form of a word.
    pub(super) fn of(text: &str) -> Normal {
        let mut normal = Normal { bytes: [0; CHUNK * CHUNKS], len: 0, shape: 0 };
        if normal.take_short(text.as_bytes()).is_none() {
            normal.take(text);
        }
        normal
    }

    /// Takes a short word of ASCII without spaces. All of its bytes are looked at together: no step depends on
    /// another, so this becomes a few vector instructions.
    fn take_short(&mut self, text: &[u8]) -> Option<()> {
        /// Set for bytes of other words.
        const OTHER: u8 = shape::CAPITAL;
        let mut bytes = [0; CHUNK];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        let mut inner = bytes;
        let capital = if bytes[0].is_ascii_uppercase() { std::mem::take(&mut inner[0]) } else { 0 };
        let shape = inner.iter().fold(0, |shape, byte| {
            let other = !byte.is_ascii() | (*byte == b' ');
            shape
                | (u8::from(byte.is_ascii_lowercase()) * shape::SMALL)
                | (u8::from(byte.is_ascii_uppercase()) * shape::INNER)
                | (u8::from(byte.is_ascii_digit()) * shape::DIGIT)
                | (u8::from(*byte == b'-') * shape::HYPHEN)
                | (u8::from(*byte == b'.') * shape::STOP)
                | (u8::from(other) * OTHER)
        });
        if shape & OTHER != 0 {
            return None;
        }
        for byte in &mut bytes {
            let digit = byte.is_ascii_digit();
            *byte = if digit { b'0' } else { byte.to_ascii_lowercase() };
        }
        self.bytes.first_chunk_mut().map(|chunk| *chunk = bytes)?;
        self.len = text.len();
        self.shape = shape | if capital == 0 { 0 } else { shape::CAPITAL };
        Some(())
    }

    /// Takes any word.
    fn take(&mut self, text: &str) {
        for (i, c) in text.chars().enumerate() {
            self.shape |= match c {
                'a'..='z' => shape::SMALL,
                '0'..='9' => shape::DIGIT,
                '-' | '‐' | '‑' => shape::HYPHEN,
                '.' => shape::STOP,
                _ if c.is_uppercase() && i == 0 => shape::CAPITAL,
                _ if c.is_uppercase() => shape::INNER,
                _ if c.is_lowercase() => shape::SMALL,
                _ => 0,
            };
            match c {
                '0'..='9' => self.push('0'),
                '’' => self.push('\''),
                '‐' | '‑' => self.push('-'),
                _ if c.is_ascii() && c != ' ' => self.push(c.to_ascii_lowercase()),
                _ if c.is_whitespace() => {}
                _ => c.to_lowercase().for_each(|c| self.push(c)),
            }
        }
    }

    fn push(&mut self, c: char) {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            if let Some(slot) = self.bytes.get_mut(self.len) {
                *slot = byte;
                self.len += 1;
            }
        }
    }

    /// A hash of the whole form.
    pub(super) fn hash(&self) -> u64 {
        let used = self.len.div_ceil(CHUNK).max(1);
        self.bytes.as_chunks::<CHUNK>().0.iter().take(used).fold(0, |hash, chunk| {
            let chunk = u128::from_le_bytes(*chunk);
            mix(hash, chunk as u64, (chunk >> 64) as u64)
        })
    }

    /// The first eight bytes, the first in the highest byte.
    pub(super) fn head(&self) -> u64 {
        self.eight(0)
    }

    /// The last eight bytes, the last in the lowest byte.
    pub(super) fn tail(&self) -> u64 {
        match self.len.checked_sub(8) {
            Some(start) => self.eight(start),
            None => self.eight(0).checked_shr(8 * (8 - self.len as u32)).unwrap_or(0),
        }
    }

    fn eight(&self, start: usize) -> u64 {
        let eight = self.bytes.get(start..).and_then(<[u8]>::first_chunk);
        eight.map_or(0, |eight| u64::from_be_bytes(*eight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn short_words_are_taken_as_any_word_is(text in "[a-zA-Z0-9.'&/-]{1,16}") {
            let (short, mut any) = (Normal::of(&text), Normal { bytes: [0; 48], len: 0, shape: 0 });
            any.take(&text);
            prop_assert_eq!((short.bytes, short.len, short.shape), (any.bytes, any.len, any.shape));
        }
    }

    #[test]
    fn ends_are_those_of_the_normal_form() {
        for (text, form) in [("Cafés", "cafés"), ("DON’T", "don't"), ("6 . 15", "0.00"), ("co‑op", "co-op")]
        {
            let (given, plain) = (Normal::of(text), Normal::of(form));
            assert_eq!(
                (given.hash(), given.head(), given.tail()),
                (plain.hash(), plain.head(), plain.tail()),
                "{text}"
            );
        }
        assert_eq!(Normal::of("Ab").tail(), 0x6162);
        assert_eq!(Normal::of("Ab").head(), 0x6162 << 48);
        assert_eq!(Normal::of("abcdefghijklmnopqrstuvw").tail().to_be_bytes(), *b"pqrstuvw");
    }
}
