//! Plain text: what is a paragraph, and which lines are headings.
//!
//! Some files have a paragraph on every line, others break lines at a width and part paragraphs by blank lines;
//! which of the two a file is shows in its lines' ends and lengths.

use std::ops::Range;

use crate::article::{Block, BlockKind};

/// The longest line of a text that is broken at a width, in characters.
const WIDEST: usize = 110;

/// Cuts a text from byte `from` on into paragraphs; headings are told apart later ([`headings`]).
pub fn paragraphs(text: &str, from: usize) -> Vec<Block> {
    let lines = lines(text, from);
    let wrapped = is_hard_wrapped(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let (mut open, mut cut) = (false, false);
    for line in &lines {
        let content = line.content(text);
        match blocks.last_mut() {
            Some(block) if (wrapped.is_some() && open || cut) && !line.indented && !content.is_empty() => {
                block.range.end = line.range.end;
            }
            _ if content.chars().any(char::is_alphanumeric) => {
                blocks.push(Block { kind: BlockKind::Paragraph, range: line.range.clone() });
            }
            _ => {}
        }
        let full = wrapped.is_some_and(|width| line.width * 10 >= width * 6);
        open = !content.is_empty() && (full || !ends_sentence(content));
        cut = ends_in_title(content);
    }
    blocks
}

/// A line without the white space and bullet around it.
struct Line {
    range: Range<usize>,
    /// Its length in characters; lines of more than [`WIDEST`] characters are not counted to the end.
    width: usize,
    indented: bool,
}

impl Line {
    fn content<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or("")
    }
}

fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut at = from;
    let body = text.get(from..).unwrap_or("");
    let mut lines = Vec::new();
    // "\r\n" gives an empty line between every two: skip it, or every line would be its own paragraph.
    let mut after_return = false;
    let mut rest = body;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(line_end(rest));
        let line_feed_of_return = after_return && piece == "\n";
        after_return = piece.ends_with('\r');
        if !line_feed_of_return {
            lines.push(line(text, at..at + piece.len()));
        }
        at += piece.len();
        rest = after;
    }
    lines
}

/// How many bytes the first line has, with the character that ends it.
fn line_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    // The characters that end lines, by their first bytes: U+0085, U+2028 and U+2029 have more than one.
    let may_end = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0x0B | 0x0C | 0xC2 | 0xE2);
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(may_end)) {
        at += found;
        let char = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        match bytes.get(at..at + char) {
            Some([_] | [0xC2, 0x85] | [0xE2, 0x80, 0xA8 | 0xA9]) => return at + char,
            _ => at += char,
        }
    }
    bytes.len()
}

fn line(text: &str, range: Range<usize>) -> Line {
    let piece = text.get(range.clone()).unwrap_or("");
    let range = trim(text, range);
    let content = text.get(range.clone()).unwrap_or("");
    let width = match content.is_ascii() {
        true => content.len().min(WIDEST + 1),
        false => content.chars().take(WIDEST + 1).count(),
    };
    Line { range, width, indented: piece.starts_with([' ', '\t', '\u{a0}', '\u{3000}']) }
}

/// A range of text without white space, invisible characters and a bullet at its ends.
pub fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    let piece = text.get(range.clone()).unwrap_or("");
    let left = piece.trim_start_matches(blank);
    let item = ["• ", "* ", "- ", "▪ ", "‣ ", "•\t"].iter().find_map(|bullet| left.strip_prefix(bullet));
    let left = item.unwrap_or(left).trim_start_matches(blank);
    let start = range.end - left.len();
    start..start + left.trim_end_matches(blank).len()
}

/// The width at which a text's lines are broken, if they are: most lines that another follows end within a
/// sentence and have nearly the same length.
fn is_hard_wrapped(text: &str, lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|l| l.width).max().filter(|w| (40..=WIDEST).contains(w))?;
    let (mut inner, mut long, mut unfinished) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.width == 0 || next.width == 0 {
            continue;
        }
        inner += 1;
        long += usize::from(line.width * 10 >= width * 7);
        unfinished += usize::from(!ends_sentence(line.content(text)));
    }
    let wrapped = inner >= 3 && long * 10 >= inner * 7 && unfinished * 10 >= inner * 6;
    (wrapped || is_brief(text, lines, width)).then_some(width)
}

/// Is a text of few lines broken at a width? No line of a list or of headings goes on with a small letter, and in a
/// brief each line but the last of its paragraph is about as long as the longest.
fn is_brief(text: &str, lines: &[Line], width: usize) -> bool {
    let mut goes_on = false;
    let even = lines.windows(2).all(|pair| {
        let [line, next] = pair else { return true };
        if line.width == 0 || next.width == 0 {
            return true;
        }
        let unfinished = !ends_sentence(line.content(text));
        goes_on |=
            unfinished && next.content(text).starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        // The next line's first word did not fit.
        let first = next.content(text).split_whitespace().next().map_or(0, |word| word.chars().count());
        line.width * 10 >= width * 7 || line.width + 1 + first >= width
    });
    even && goes_on
}

/// Does a line end as a sentence does, a closing quotation mark or bracket aside?
pub fn ends_sentence(line: &str) -> bool {
    !ends_in_title(line)
        && line
            .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' '])
            .ends_with(['.', '!', '?', '…', ':'])
}

/// "arrested Mr.": the name stands on the next line.
fn ends_in_title(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    matches!(
        last,
        "Mr." | "Mrs." | "Ms." | "Dr." | "Gen." | "Gov." | "Sen." | "Rep." | "Lt." | "Sgt." | "Capt."
    )
}

/// Tells the headline from the other paragraphs, and in plain text (`inner`) the headings between them.
pub fn headings(text: &str, blocks: &mut [Block], inner: bool) {
    let spoken = |b: &Block| b.kind != BlockKind::Furniture;
    let Some(last) = blocks.iter().rposition(spoken) else { return };
    let Some(body) = blocks.get_mut(..last) else { return };
    let mut first = true;
    for block in body.iter_mut().filter(|b| spoken(b)) {
        let line = text.get(block.range.clone()).unwrap_or("");
        if block.kind == BlockKind::Paragraph {
            if first && is_headline(line) {
                block.kind = BlockKind::Headline;
            } else if inner && is_heading(line) {
                block.kind = BlockKind::Heading;
            }
        }
        first = false;
    }
}

/// A first line that is short and no full sentence, or has the capitals of a headline.
fn is_headline(line: &str) -> bool {
    if line.len() > 250 || line.ends_with([',', ';', '"', '”']) {
        return false;
    }
    let words = line.split_whitespace().count();
    let capitals =
        line.split_whitespace().filter(|w| w.len() > 3).all(|w| !w.starts_with(char::is_lowercase));
    match line.chars().next_back() {
        Some('.') => {
            capitals
                && line.split_whitespace().next_back().is_some_and(|w| w.trim_end_matches('.').contains('.'))
        }
        Some(':') => capitals || words <= 12,
        _ => words <= 24,
    }
}

/// A short line of its own between paragraphs, without a full stop.
fn is_heading(line: &str) -> bool {
    let end = |c: char| c.is_alphanumeric() || matches!(c, '?' | ')' | '%');
    line.len() <= 120
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && line.ends_with(end)
        && line.split_whitespace().count() <= 14
}

#[cfg(test)]
mod tests;
