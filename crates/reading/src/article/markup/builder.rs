//! Builds a reading text from pieces of marked-up text, with the map back.

use std::ops::Range;

use super::plain;
use crate::article::{Block, BlockKind};
use crate::source::OffsetMap;

/// A reading text in the making.
#[derive(Debug, Default)]
pub struct Builder {
    /// The text so far. Bytes, because the HTML tokenizer may cut a character in two.
    text: Vec<u8>,
    map: OffsetMap,
    /// Where the block being built begins.
    start: usize,
    /// How many block quotes are open, and where the blocks in such begin.
    quotes: usize,
    quoted: Vec<usize>,
}

/// A reading text and the way back to the text it was made from.
#[derive(Debug)]
pub struct Built {
    /// The reading text.
    pub text: String,
    /// From the reading text to the marked-up text.
    pub map: OffsetMap,
    /// Where the blocks begin that stand in block quotes.
    pub quoted: Vec<usize>,
}

impl Builder {
    /// Appends text that stands for a range of the marked-up text.
    pub fn push(&mut self, text: &[u8], from: Range<usize>) {
        self.text.extend_from_slice(text);
        if !text.is_empty() {
            self.map.push(text.len(), from.start, from.len());
        }
    }

    /// The last character of the block being built.
    pub fn last(&self) -> Option<char> {
        let end = self.since(self.start.max(self.text.len().saturating_sub(4)));
        let start = end.iter().rposition(|byte| (byte & 0xC0) != 0x80)?;
        std::str::from_utf8(end.get(start..)?).ok()?.chars().next()
    }

    /// How long the text is so far.
    pub fn position(&self) -> usize {
        self.text.len()
    }

    /// The text from an offset on.
    pub fn since(&self, start: usize) -> &[u8] {
        self.text.get(start..).unwrap_or_default()
    }

    /// Ends the block being built; the next begins on a line of its own. Returns the block if it has words.
    pub fn end_block(&mut self, kind: BlockKind, at: usize) -> Option<Block> {
        let range = self.start..self.text.len();
        if !range.is_empty() {
            self.push(b"\n", at..at);
        }
        self.start = self.text.len();
        let block = std::str::from_utf8(self.text.get(range.clone())?).ok()?;
        let inner = plain::trim(block, 0..block.len());
        let range = range.start + inner.start..range.start + inner.end;
        let has_words = block.get(inner)?.chars().any(char::is_alphanumeric);
        if self.quotes > 0 && has_words {
            self.quoted.push(range.start);
        }
        has_words.then_some(Block { kind, range })
    }

    /// Begins a block quote.
    pub fn open_quote(&mut self) {
        self.quotes += 1;
    }

    /// Ends the innermost block quote.
    pub fn close_quote(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
    }

    /// The text, if all of it is whole characters.
    pub fn finish(self) -> Option<Built> {
        Some(Built { text: String::from_utf8(self.text).ok()?, map: self.map, quoted: self.quoted })
    }
}
