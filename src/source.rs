//! Where text comes from: source ids, byte spans and the map from spans back to lines.
//!
//! Every [`Span`] in the program counts bytes in the file *as it stands on disk*. The tokenizer makes it once;
//! nobody searches for the text again.

use std::ops::Range;
use std::sync::Arc;

mod columns;

use columns::Columns;

/// A file (or standard input) that was read, as an index into the [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// A half-open range of bytes in a file on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of the bytes from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Span {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Do the two share a byte?
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Does `other` lie inside this span?
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Is the span empty?
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range of `usize`, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A piece of an [`OffsetMap`]: so many bytes of text that stand for so many bytes on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    text: u32,
    text_len: u32,
    disk: u32,
    disk_len: u32,
}

/// Leads from offsets in a cleaned text (decoded, entities resolved, markup dropped) to bytes on disk and back.
///
/// Made of pieces in ascending order of both sides. A piece of equal lengths maps byte by byte; a piece of
/// unequal lengths (an entity, a re-encoded character) maps as a whole. No pieces at all: the identity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// The map of a text that is the file itself.
    pub fn identity() -> OffsetMap {
        OffsetMap::default()
    }

    /// Is this the identity?
    pub fn is_identity(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Appends a piece: the next `text_len` bytes of text stand for `disk_len` bytes at `disk`.
    /// Pieces that continue the one before byte by byte are merged with it.
    pub fn push(&mut self, text_len: usize, disk: usize, disk_len: usize) {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (text_len, disk, disk_len) = (clamp(text_len), clamp(disk), clamp(disk_len));
        if let Some(last) = self.pieces.last_mut() {
            let plain = text_len == disk_len && last.text_len == last.disk_len;
            if plain && last.disk + last.disk_len == disk {
                last.text_len += text_len;
                last.disk_len += disk_len;
                return;
            }
        }
        let text = self.pieces.last().map_or(0, |p| p.text + p.text_len);
        self.pieces.push(Piece { text, text_len, disk, disk_len });
    }

    /// The bytes on disk that a range of text stands for.
    pub fn to_disk(&self, text: Range<usize>) -> Span {
        if self.pieces.is_empty() {
            return Span::new(text.start, text.end);
        }
        let start = self.piece_of_text(text.start);
        let from = if start.text_len == start.disk_len {
            start.disk as usize + text.start.saturating_sub(start.text as usize)
        } else {
            start.disk as usize
        };
        if text.is_empty() {
            return Span::new(from, from);
        }
        let last = self.piece_of_text(text.end - 1);
        let to = if last.text_len == last.disk_len {
            last.disk as usize + (text.end - last.text as usize)
        } else {
            (last.disk + last.disk_len) as usize
        };
        Span::new(from, to)
    }

    /// The range of text that stands for a span on disk.
    pub fn to_text(&self, span: Span) -> Range<usize> {
        if self.pieces.is_empty() {
            return span.range();
        }
        let start = self.text_of_disk(span.start, false);
        let end = self.text_of_disk(span.end, true);
        start..end.max(start)
    }

    /// The map that leads through this one and then through `below`: this one's disk side is the text side
    /// of `below` (reading text -> decoded text -> disk).
    pub fn through(&self, below: &OffsetMap) -> OffsetMap {
        if self.is_identity() {
            return below.clone();
        }
        if below.is_identity() {
            return self.clone();
        }
        let mut map = OffsetMap::identity();
        for piece in &self.pieces {
            let (start, end) = (piece.disk as usize, (piece.disk + piece.disk_len) as usize);
            if piece.text_len == piece.disk_len {
                below.copy_pieces(start..end, &mut map);
            } else {
                let disk = below.to_disk(start..end);
                map.push(piece.text_len as usize, disk.start as usize, disk.len());
            }
        }
        map
    }

    /// Pushes the part of this map that lies in a range of its text to another map.
    fn copy_pieces(&self, text: Range<usize>, to: &mut OffsetMap) {
        let mut at = text.start;
        let first = self.pieces.partition_point(|p| (p.text + p.text_len) as usize <= at);
        for piece in self.pieces.iter().skip(first) {
            if at >= text.end {
                return;
            }
            let end = text.end.min((piece.text + piece.text_len) as usize);
            if piece.text_len == piece.disk_len {
                to.push(end - at, piece.disk as usize + (at - piece.text as usize), end - at);
            } else {
                to.push(end - at, piece.disk as usize, piece.disk_len as usize);
            }
            at = end;
        }
        if at < text.end {
            let disk = self.to_disk(text.end..text.end);
            to.push(text.end - at, disk.start as usize, 0);
        }
    }

    fn piece_of_text(&self, offset: usize) -> Piece {
        let at = self.pieces.partition_point(|p| p.text as usize <= offset);
        self.pieces[at.saturating_sub(1)]
    }

    fn text_of_disk(&self, offset: u32, end: bool) -> usize {
        let at = self.pieces.partition_point(|p| if end { p.disk < offset } else { p.disk <= offset });
        let p = self.pieces[at.saturating_sub(1)];
        let inside = offset.saturating_sub(p.disk);
        let text = if p.text_len == p.disk_len {
            inside.min(p.text_len)
        } else if inside == 0 || (!end && inside < p.disk_len) {
            0
        } else {
            p.text_len
        };
        (p.text + text) as usize
    }
}

/// A file that was read: its name, its text and the way back to its bytes.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path as the user gave it (or found below a folder that she gave); "-" for standard input.
    pub path: String,
    /// The whole file, decoded.
    pub text: Arc<str>,
    /// From `text` to bytes on disk: the identity unless the file was not UTF-8.
    pub map: OffsetMap,
    /// Offsets in `text` at which lines start; the first is 0.
    line_starts: Vec<u32>,
    columns: Columns,
}

impl SourceFile {
    /// Takes a decoded file and notes where its lines start.
    pub fn new(path: String, text: Arc<str>, map: OffsetMap) -> SourceFile {
        let newlines = text.match_indices('\n').map(|(i, _)| i as u32 + 1);
        let line_starts = std::iter::once(0).chain(newlines).collect();
        let columns = Columns::new(&text);
        SourceFile { path, text, map, line_starts, columns }
    }

    /// The decoded text of a span on disk.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(self.map.to_text(span)).unwrap_or("")
    }

    /// Line and column of the first byte of a span; both count from 1, the column in characters.
    pub fn position(&self, span: Span) -> Position {
        self.position_of(self.map.to_text(span).start)
    }

    /// Line and column of a byte of `text`.
    pub fn position_of(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_at(offset);
        let start = self.line_starts[line - 1] as usize;
        let before = self.columns.before(&self.text, offset).minus(self.columns.before(&self.text, start));
        Position { line, column: before.chars + 1, utf16: before.utf16 }
    }

    /// The line (from 1) that a byte of `text` stands on.
    pub fn line_at(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|s| *s as usize <= offset).max(1)
    }

    /// The range of `text` that line `line` (from 1) covers, without its newline.
    pub fn line(&self, line: usize) -> Range<usize> {
        let start = self.line_starts.get(line.saturating_sub(1)).map_or(self.text.len(), |s| *s as usize);
        let end = self.line_starts.get(line).map_or(self.text.len(), |s| *s as usize - 1);
        start..end.max(start)
    }

    /// How many lines the file has.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

/// A place in a file for people and editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Column in UTF-16 code units, from 0, as the language server protocol counts.
    pub utf16: usize,
}

/// All files that were read, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file and gives it its id.
    pub fn add(&mut self, file: SourceFile) -> SourceId {
        self.files.push(file);
        SourceId(self.files.len() as u32 - 1)
    }

    /// The file of an id.
    pub fn get(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, f)| (SourceId(i as u32), f))
    }
}

#[cfg(test)]
mod tests;
