//! The lines of a file that labels touch, cut to the width of a terminal.
//!
//! A paragraph of news is often one line of 600 characters, and nothing keeps a line from having 50 million.
//! An excerpt holds what stands around the labels and "…" where something was left out. It costs time in
//! proportion to what it shows.

use std::collections::BTreeMap;
use std::ops::Range;

use super::clean;
use crate::source::SourceFile;

/// The mark of an omission.
const GAP: char = '…';
/// Characters of context that a label gets on either side, however many others there are.
const LEAST_CONTEXT: usize = 12;
/// Beyond this line the numbers in the margin stop counting (the header's do not): ariadne needs 32 bytes for
/// every line above the one it shows.
const LAST_NUMBERED_LINE: usize = 1_000_000;

/// Text to draw, and where in it the labels are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The file as far as it is shown: lines above and between the labels are empty, so that lines keep their
    /// numbers. Free of hidden characters.
    pub(super) text: String,
    /// For every label its range in `text`, in characters.
    pub(super) marks: Vec<Range<usize>>,
}

impl Excerpt {
    /// Cuts the lines that `labels` (bytes in the file's text) touch to about `width` characters each.
    pub(super) fn new(file: &SourceFile, labels: &[Range<usize>], width: usize) -> Excerpt {
        let ends = |label: &Range<usize>| {
            (file.line_at(label.start), file.line_at(label.end.max(label.start + 1) - 1))
        };
        let mut touched: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        for label in labels {
            let (first, last) = ends(label);
            for line in std::iter::once(first).chain((last > first).then_some(last)) {
                let whole = file.line(line);
                let part = label.start.clamp(whole.start, whole.end)..label.end.clamp(whole.start, whole.end);
                touched.entry(line).or_default().push(part);
            }
        }
        let mut text = String::new();
        let mut at = Cursor::default();
        let mut clips: BTreeMap<usize, Clip> = BTreeMap::new();
        for (line, parts) in touched {
            at.go_to(line.min(LAST_NUMBERED_LINE), &mut text);
            let clip = Clip::new(&file.text, file.line(line), &parts, width, at.chars);
            at.chars += clip.write(&file.text, &mut text);
            clips.insert(line, clip);
        }
        let mark = |label: &Range<usize>| {
            let (first, last) = ends(label);
            let place = |line: usize, byte| clips.get(&line).map_or(0, |clip| clip.place(&file.text, byte));
            let start = place(first, label.start);
            start..place(last, label.end).max(start)
        };
        Excerpt { marks: labels.iter().map(mark).collect(), text }
    }
}

/// How far the text of an excerpt is written.
#[derive(Default)]
struct Cursor {
    line: usize,
    chars: usize,
}

impl Cursor {
    /// Writes line breaks until line `line` (from 1) begins.
    fn go_to(&mut self, line: usize, text: &mut String) {
        let breaks = line.saturating_sub(self.line.max(1)).max(usize::from(self.line > 0));
        text.extend(std::iter::repeat_n('\n', breaks));
        self.chars += breaks;
        self.line = self.line.max(1) + breaks;
    }
}

/// What is shown of one line.
struct Clip {
    /// Bytes of the file's text, ascending.
    pieces: Vec<Piece>,
    /// Does something stand before the first, behind the last piece?
    cut: (bool, bool),
}

struct Piece {
    bytes: Range<usize>,
    /// Where the piece begins in the excerpt, in characters.
    place: usize,
}

impl Clip {
    /// Chooses what to show of `line` so that all `parts` can be seen; the line begins at character `place`.
    fn new(text: &str, line: Range<usize>, parts: &[Range<usize>], width: usize, place: usize) -> Clip {
        let line = trim_end(text, line);
        let ranges =
            if fits(text, &line, width) { vec![line.clone()] } else { windows(text, &line, parts, width) };
        let cut = match (ranges.first(), ranges.last()) {
            (Some(first), Some(last)) => (first.start > line.start, last.end < line.end),
            _ => (false, false),
        };
        let mut place = place + usize::from(cut.0);
        let mut pieces = Vec::with_capacity(ranges.len());
        for bytes in ranges {
            let chars = count(text, &bytes);
            pieces.push(Piece { bytes, place });
            place += chars + 1;
        }
        Clip { pieces, cut }
    }

    /// Writes the line without a line break and tells how many characters that made.
    fn write(&self, text: &str, out: &mut String) -> usize {
        let from = out.len();
        if self.cut.0 {
            out.push(GAP);
        }
        for (i, piece) in self.pieces.iter().enumerate() {
            if i > 0 {
                out.push(GAP);
            }
            out.push_str(&clean::line(text.get(piece.bytes.clone()).unwrap_or("")));
        }
        if self.cut.1 {
            out.push(GAP);
        }
        out.get(from..).unwrap_or("").chars().count()
    }

    /// Where in the excerpt, in characters, a byte of the file's text is; what was left out is at its "…".
    fn place(&self, text: &str, byte: usize) -> usize {
        let next = self.pieces.partition_point(|p| p.bytes.start <= byte);
        let Some(piece) = self.pieces.get(next.saturating_sub(1)) else { return 0 };
        let end = byte.clamp(piece.bytes.start, piece.bytes.end);
        piece.place + count(text, &(piece.bytes.start..end))
    }
}

/// Characters in a range of text.
fn count(text: &str, range: &Range<usize>) -> usize {
    text.get(range.clone()).unwrap_or("").chars().count()
}

/// The line without white space at its end.
fn trim_end(text: &str, line: Range<usize>) -> Range<usize> {
    let length = text.get(line.clone()).unwrap_or("").trim_end().len();
    line.start..line.start + length
}

/// Has the line at most `width` characters?
fn fits(text: &str, line: &Range<usize>, width: usize) -> bool {
    // A character has at most four bytes: longer lines need not be counted.
    line.len() <= width || (line.len() <= 4 * width && count(text, line) <= width)
}

/// The parts with as much context as there is room for, ascending and apart from each other.
fn windows(text: &str, line: &Range<usize>, parts: &[Range<usize>], width: usize) -> Vec<Range<usize>> {
    let columns = |parts: &[Range<usize>]| parts.iter().map(|part| count(text, part)).sum::<usize>();
    let number = parts.len().max(1);
    let cut = |share: usize| {
        let parts = parts.iter().cloned().flat_map(|part| head_and_tail(text, part, share));
        parts.collect::<Vec<_>>()
    };
    // Where several do not find room side by side each has to do with less.
    let (most, less) = (cut(width), cut(2 * width / (number + 1)));
    let mut parts = if columns(&most) <= width { most } else { less };
    parts.sort_by_key(|part| (part.start, part.end));
    let least = LEAST_CONTEXT.min(width / (4 * number));
    let context = (width.saturating_sub(columns(&parts)) / (2 * parts.len().max(1))).max(least);
    let mut windows: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let start = step_back(text, part.start.clamp(line.start, line.end), context).max(line.start);
        let end = step_on(text, part.end.clamp(line.start, line.end), context).min(line.end);
        match windows.last_mut() {
            Some(last) if start <= last.end + 1 => last.end = last.end.max(end),
            _ => windows.push(start..end),
        }
    }
    windows
}

/// A part that fills more than half of the width shows its first and its last words only.
fn head_and_tail(text: &str, part: Range<usize>, width: usize) -> Vec<Range<usize>> {
    if fits(text, &part, width / 2) {
        return vec![part];
    }
    let head = step_on(text, part.start, width / 5);
    let tail = step_back(text, part.end, width / 5);
    vec![part.start..head, tail..part.end]
}

/// The byte `chars` characters before `from`, moved on to the next word's beginning if one is near.
fn step_back(text: &str, from: usize, chars: usize) -> usize {
    let before = text.get(..from).unwrap_or("");
    let Some((start, _)) = before.char_indices().rev().take(chars).last() else { return from };
    if start == 0 {
        return 0;
    }
    let shown = before.get(start..).unwrap_or("");
    let blank = shown.char_indices().find(|(_, c)| c.is_whitespace()).map_or(0, |(i, c)| i + c.len_utf8());
    if blank < shown.len() { start + blank } else { start }
}

/// The byte `chars` characters behind `from`, moved back to the last word's end if one is near.
fn step_on(text: &str, from: usize, chars: usize) -> usize {
    let after = text.get(from..).unwrap_or("");
    match after.char_indices().nth(chars) {
        None => text.len(),
        Some((cut, _)) => {
            let shown = after.get(..cut).unwrap_or("");
            from + shown.rfind(char::is_whitespace).filter(|end| *end > 0).unwrap_or(cut)
        }
    }
}

#[cfg(test)]
mod tests;
