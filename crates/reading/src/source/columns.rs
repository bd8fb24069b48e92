//! Counts characters up to any byte of a text without reading the text from its beginning.

/// Bytes between two counts.
const STEP: usize = 4096;

/// How many characters and UTF-16 code units stand before every 4096th byte.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    counts: Vec<Count>,
}

/// A number of characters, in two measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Count {
    /// Unicode scalar values.
    pub(super) chars: usize,
    /// UTF-16 code units.
    pub(super) utf16: usize,
}

impl Count {
    /// Counts the characters that begin in some bytes of UTF-8.
    fn of(bytes: &[u8]) -> Count {
        if bytes.is_ascii() {
            return Count { chars: bytes.len(), utf16: bytes.len() };
        }
        let chars = bytes.iter().filter(|b| **b & 0b1100_0000 != 0b1000_0000).count();
        // Characters of four bytes need two code units.
        let pairs = bytes.iter().filter(|b| **b >= 0b1111_0000).count();
        Count { chars, utf16: chars + pairs }
    }

    fn plus(self, other: Count) -> Count {
        Count { chars: self.chars + other.chars, utf16: self.utf16 + other.utf16 }
    }

    /// What is in this count and not in the other, smaller one.
    pub(super) fn minus(self, other: Count) -> Count {
        Count { chars: self.chars - other.chars, utf16: self.utf16 - other.utf16 }
    }
}

impl Columns {
    /// Counts a text once.
    pub(super) fn new(text: &str) -> Columns {
        let mut before = Count::default();
        let counts = text.as_bytes().chunks(STEP).map(|chunk| {
            let here = before;
            before = before.plus(Count::of(chunk));
            here
        });
        Columns { counts: counts.collect() }
    }

    /// The characters that begin before byte `offset` of the text that was counted.
    pub(super) fn before(&self, text: &str, offset: usize) -> Count {
        let Some(step) = self.counts.len().checked_sub(1).map(|last| last.min(offset / STEP)) else {
            return Count::default();
        };
        let rest = text.as_bytes().get(step * STEP..offset).unwrap_or(&[]);
        self.counts[step].plus(Count::of(rest))
    }
}
