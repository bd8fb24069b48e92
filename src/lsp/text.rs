//! Text as an editor counts it: lines, and columns in the units that both sides agreed on.
//!
//! A line ends with a line feed, a carriage return, or both together.

use std::ops::Range;

use lsp_types::{Position, PositionEncodingKind, TextDocumentContentChangeEvent};

/// In what columns are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, as every client can.
    Utf16,
    /// Characters.
    Utf32,
}

impl Unit {
    /// The one that costs least of those that a client offers.
    pub(super) fn of(offered: Option<&[PositionEncodingKind]>) -> Unit {
        let offers = |kind: &PositionEncodingKind| offered.unwrap_or_default().contains(kind);
        match () {
            () if offers(&PositionEncodingKind::UTF8) => Unit::Utf8,
            () if offers(&PositionEncodingKind::UTF32) && !offers(&PositionEncodingKind::UTF16) => {
                Unit::Utf32
            }
            () => Unit::Utf16,
        }
    }

    /// What the protocol calls it.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Unit::Utf8 => PositionEncodingKind::UTF8,
            Unit::Utf16 => PositionEncodingKind::UTF16,
            Unit::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn length(self, c: char) -> usize {
        match self {
            Unit::Utf8 => c.len_utf8(),
            Unit::Utf16 => c.len_utf16(),
            Unit::Utf32 => 1,
        }
    }
}

/// A text with the places at which its lines start.
#[derive(Debug, Clone)]
pub(super) struct Lines<'t> {
    text: &'t str,
    /// In bytes; the first is 0.
    starts: Vec<usize>,
    unit: Unit,
}

impl<'t> Lines<'t> {
    /// Those of a text.
    pub(super) fn of(text: &'t str, unit: Unit) -> Lines<'t> {
        let bytes = text.as_bytes();
        // The first of two that belong together ends nothing.
        let ends = |at: &usize| !matches!(bytes.get(*at..*at + 2), Some(b"\r\n"));
        let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(ends);
        let starts = std::iter::once(0).chain(breaks.map(|at| at + 1)).collect();
        Lines { text, starts, unit }
    }

    /// Where a byte of the text stands.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or_default();
        let column: usize = before.chars().map(|c| self.unit.length(c)).sum();
        Position { line: line as u32, character: column as u32 }
    }

    /// Where a piece of the text stands.
    pub(super) fn range(&self, range: Range<usize>) -> lsp_types::Range {
        lsp_types::Range { start: self.position(range.start), end: self.position(range.end) }
    }

    /// The byte at a position. What lies behind the end of a line or of the text is at that end.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let end = self.end_of(line);
        let mut left = position.character as usize;
        let mut at = start;
        for c in self.text.get(start..end).unwrap_or_default().chars() {
            let length = self.unit.length(c);
            // The middle of a character is its beginning.
            if left < length {
                break;
            }
            left -= length;
            at += c.len_utf8();
        }
        at
    }

    /// The end of the line that a byte stands on, before its break.
    pub(super) fn line_end(&self, offset: usize) -> usize {
        self.end_of(self.starts.partition_point(|start| *start <= offset).saturating_sub(1))
    }

    fn end_of(&self, line: usize) -> usize {
        let start = self.starts.get(line).copied().unwrap_or(0);
        let next = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let whole = self.text.get(start..next).unwrap_or_default();
        start + whole.trim_end_matches(['\r', '\n']).len()
    }
}

/// Applies a change that an editor tells of.
pub(super) fn apply(text: &mut String, change: TextDocumentContentChangeEvent, unit: Unit) {
    let Some(range) = change.range else {
        *text = change.text;
        return;
    };
    let lines = Lines::of(text, unit);
    let (start, end) = (lines.offset(range.start), lines.offset(range.end));
    // Both are boundaries of characters inside the text; which comes first is the client's word only.
    text.replace_range(start.min(end)..start.max(end), &change.text);
}

#[cfg(test)]
mod tests;
