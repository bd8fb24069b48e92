//! Where text comes from: source ids, byte spans and the map from spans back to lines.
//!
//! Every [`Span`] in the program counts bytes in the file *as it stands on disk*. The tokenizer makes it once;
//! nobody searches for the text again.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

mod columns;
mod offsets;

use columns::Columns;
pub use offsets::OffsetMap;

/// Files that people write, but articles, are no longer than this.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A file (or standard input) that was read, as an index into the [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// A half-open range of bytes in a file on disk.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize,
)]
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

/// A file that was read, or one article of a file of many: its name, its text and the way back to its bytes.
///
/// The articles of one file share everything but their names.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path as the user gave it (or found below a folder that she gave); "-" for standard input. Of an article
    /// in a file of many: with "#" and its number, from 1, behind it.
    pub path: String,
    /// The whole file, decoded. Of a file whose text is compressed: the text that was taken out of it.
    pub text: Arc<str>,
    /// From `text` to bytes on disk: the identity unless the file was not UTF-8, or its text is compressed.
    pub map: Arc<OffsetMap>,
    /// Which article of a file of many it is.
    pub item: Option<Item>,
    /// The path of the file in bytes, where it is no UTF-8.
    pub raw: Option<Arc<[u8]>>,
    /// Is the text compressed on disk, so that spans count bytes of `text`?
    pub extracted: bool,
    /// Offsets in `text` at which lines start; the first is 0.
    line_starts: Arc<[u32]>,
    columns: Arc<Columns>,
}

/// An article in a file of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The path of the file.
    pub file: String,
    /// Its number in the file, from 1.
    pub number: usize,
    /// What its publisher calls it.
    pub id: Option<String>,
}

impl SourceFile {
    /// Takes a decoded file and notes where its lines start.
    pub fn new(path: String, text: Arc<str>, map: OffsetMap) -> SourceFile {
        let newlines = text.match_indices('\n').map(|(i, _)| i as u32 + 1);
        let line_starts = std::iter::once(0).chain(newlines).collect();
        let columns = Arc::new(Columns::new(&text));
        SourceFile {
            path,
            text,
            map: Arc::new(map),
            item: None,
            raw: None,
            extracted: false,
            line_starts,
            columns,
        }
    }

    /// Takes the text that was taken out of a file.
    pub fn extracted(path: String, text: Arc<str>) -> SourceFile {
        SourceFile { extracted: true, ..SourceFile::new(path, text, OffsetMap::identity()) }
    }

    /// One of the articles of this file.
    pub fn item(&self, number: usize, id: Option<String>) -> SourceFile {
        let item = Some(Item { file: self.path.clone(), number, id });
        SourceFile { path: format!("{}#{number}", self.path), item, ..self.clone() }
    }

    /// The path of the file on disk, whichever article of it this is.
    pub fn file(&self) -> &str {
        self.item.as_ref().map_or(&self.path, |item| &item.file)
    }

    /// The same in bytes, as the system has it.
    pub fn file_bytes(&self) -> &[u8] {
        self.raw.as_deref().unwrap_or(self.file().as_bytes())
    }

    /// The names that a pattern may match: that of the article and that of its file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.path.as_str()).chain(self.item.as_ref().map(|item| item.file.as_str()))
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

/// Reads a file that people write in UTF-8. What is not is replaced; the first such place is given as well, in bytes
/// of the text.
///
/// # Errors
/// Those of reading the file.
pub fn read_text(path: &Path) -> io::Result<(String, Option<Span>)> {
    match String::from_utf8(read_short(path)?) {
        Ok(text) => Ok((text, None)),
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Ok((text, Some(Span::new(start, start + char::REPLACEMENT_CHARACTER.len_utf8()))))
        }
    }
}

/// The same of a file that has to be UTF-8.
///
/// # Errors
/// Those of reading the file; that it is not UTF-8.
pub fn read_utf8(path: &Path) -> io::Result<String> {
    String::from_utf8(read_short(path)?)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"))
}

/// Reads a file that people write; what does not end is none.
fn read_short(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > MOST_BYTES {
        true => Err(io::Error::other(format!("it is longer than {} MB", MOST_BYTES / 1024 / 1024))),
        false => Ok(bytes),
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

    /// Puts another content in the place of a file.
    pub fn replace(&mut self, id: SourceId, file: SourceFile) {
        if let Some(place) = self.files.get_mut(id.0 as usize) {
            *place = file;
        }
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
