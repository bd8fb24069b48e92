//! One way of writing where print has several, so that words are looked up and compared alike.
//!
//! The reading text is folded once, after the markup is off; everything that follows sees the folded text, and its
//! map leads back to the file as it stands. Folded are: characters that nobody sees (soft hyphens, zero-width
//! spaces), letters with combining marks, ligatures, the apostrophe inside a word, blanks that are no spaces,
//! hyphens that are no hyphens, the marks between groups of digits, words that the end of a line cuts in two, and the
//! codes of publishing systems.
//! Quotation marks stay, for they say where a quotation begins and ends. What is compared without accents is
//! compared by [`plain`].

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;
use unicode_normalization::char::{compose, decompose_canonical};

use super::markup::plain::trim;
use super::markup::{Page, shortcode};
use super::{Block, BlockKind, tag};
use crate::source::OffsetMap;

/// Folds a page's text.
pub(crate) fn page(page: Page) -> Page {
    let cut = || page.text.contains("-\n") || page.text.contains("-\r");
    let quoted = set_off(&page);
    if quoted.is_empty() && page.text.is_ascii() && !cut() && !shortcode::may_hold(&page.text) {
        return page;
    }
    let mut out = Folded {
        given: &page.text,
        text: String::with_capacity(page.text.len()),
        map: OffsetMap::identity(),
    };
    let mut at = 0;
    let blocks = page.blocks.iter().map(|block| {
        out.copy(at..block.range.start);
        at = block.range.end;
        let start = out.text.len();
        let marks = quoted.binary_search(&block.range.start).is_ok();
        if marks {
            out.replace(block.range.start..block.range.start, "“");
        }
        let mut from = block.range.start;
        for code in shortcode::find(page.text.get(block.range.clone()).unwrap_or("")) {
            out.fold(from..block.range.start + code.start);
            from = block.range.start + code.end;
        }
        out.fold(from..block.range.end);
        if marks {
            out.replace(block.range.end..block.range.end, "”");
        }
        Block { kind: block.kind, range: trim(&out.text, start..out.text.len()) }
    });
    let blocks: Vec<Block> = blocks.filter(|block| !block.range.is_empty()).collect();
    out.copy(at..page.text.len());
    if *out.text == *page.text {
        return page;
    }
    Page {
        text: out.text.into(),
        map: out.map.through(&page.map),
        blocks,
        quoted: Vec::new(),
        meta: page.meta,
        problems: page.problems,
    }
}

/// Where the paragraphs begin that are quotations by their place alone: a block quote stands for marks that are not
/// written. Where most of an article is set off so, it is a matter of looks.
fn set_off(page: &Page) -> Vec<usize> {
    let paragraphs = || page.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let is_quoted = |block: &&Block| page.quoted.binary_search(&block.range.start).is_ok();
    let length = |block: &Block| block.range.len();
    let set_off: usize = paragraphs().filter(is_quoted).map(length).sum();
    if set_off == 0 || set_off * 2 > paragraphs().map(length).sum() {
        return Vec::new();
    }
    let marked = |block: &&Block| {
        let text = page.text.get(block.range.clone()).unwrap_or("");
        text.contains(['"', '“', '”', '«', '„']) || text.starts_with(['‘', '\''])
    };
    paragraphs().filter(is_quoted).filter(|block| !marked(block)).map(|block| block.range.start).collect()
}

/// A word in lower or upper case without its accents: "Kovač" and "Kovac" are one name.
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut plain = String::with_capacity(word.len());
    for char in word.chars() {
        match char {
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'đ' | 'ð' => plain.push('d'),
            'Đ' | 'Ð' => plain.push('D'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            _ => decompose_canonical(char, |part| {
                if !is_mark(part) {
                    plain.push(part);
                }
            }),
        }
    }
    Cow::Owned(plain)
}

/// A combining mark that stands on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Acts on its neighbours or on nothing, and is not seen.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Written for the apostrophe inside words.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | '′' | '＇' | '´' | '`')
}

/// A blank of another width than the space's, or one that does not break lines.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// How many small words may stand at the end of a line with a hyphen of their own: "ex-\nwife".
const SHORT: usize = 2;

/// A folded text in the making.
struct Folded<'a> {
    given: &'a str,
    text: String,
    map: OffsetMap,
}

impl Folded<'_> {
    /// Appends a range of the given text as it is.
    fn copy(&mut self, range: Range<usize>) {
        if let Some(text) = self.given.get(range.clone()).filter(|text| !text.is_empty()) {
            self.text.push_str(text);
            self.map.push(text.len(), range.start, text.len());
        }
    }

    /// Appends something else in place of a range of the given text.
    fn replace(&mut self, range: Range<usize>, with: &str) {
        self.text.push_str(with);
        if !with.is_empty() {
            self.map.push_unit(with.len(), range.start, range.len());
        }
    }

    /// Appends a range of the given text, folded.
    fn fold(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let rest = self.given.get(at..range.end).unwrap_or("");
            let next = rest.bytes().position(|byte| !byte.is_ascii() || byte == b'-').unwrap_or(rest.len());
            self.copy(at..at + next);
            at += next;
            let rest = rest.get(next..).unwrap_or("");
            let Some(char) = rest.chars().next() else { return };
            let end = at + char.len_utf8();
            let length = self.char(char, at, rest.get(char.len_utf8()..).unwrap_or(""));
            at = end + length;
        }
    }

    /// Appends one character that may have to be folded; gives how many bytes of what follows went with it.
    fn char(&mut self, char: char, at: usize, rest: &str) -> usize {
        let here = at..at + char.len_utf8();
        let before = self.text.chars().next_back();
        let after = rest.chars().next();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        match char {
            '-' | '\u{ad}' | '‐' => {
                if let Some(taken) = self.line_end(char, &here, rest) {
                    return taken;
                }
                match char {
                    '-' => self.copy(here),
                    '‐' => self.replace(here, "-"),
                    _ => {}
                }
            }
            _ if is_unseen(char) => {}
            '‑' => self.replace(here, "-"),
            _ if (is_blank(char) || is_apostrophe(char)) && self.groups_digits(rest) => {
                self.replace(here, ",");
            }
            _ if is_blank(char) => self.replace(here, " "),
            _ if is_apostrophe(char) && letter(before) && letter(after) => self.replace(here, "'"),
            _ if is_mark(char) => self.mark(char, here),
            'ﬀ' => self.replace(here, "ff"),
            'ﬁ' => self.replace(here, "fi"),
            'ﬂ' => self.replace(here, "fl"),
            'ﬃ' => self.replace(here, "ffi"),
            'ﬄ' => self.replace(here, "ffl"),
            _ => self.copy(here),
        }
        0
    }

    /// A mark that belongs on the letter before it; one that no letter is written with is left.
    fn mark(&mut self, mark: char, here: Range<usize>) {
        let composed = self.text.chars().next_back().and_then(|base| Some((base, with_mark(base, mark)?)));
        let Some((base, composed)) = composed else { return self.copy(here) };
        // The letter is taken back together with its place.
        let last = self.text.len() - base.len_utf8();
        let from = self.map.to_disk(last..self.text.len()).start as usize;
        self.text.truncate(last);
        self.map.truncate(last);
        self.replace(from..here.end, composed.encode_utf8(&mut [0; 4]));
    }

    /// Does a mark at the end of the text stand between groups of digits: "12 000", "1’200"?
    fn groups_digits(&self, rest: &str) -> bool {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let before = self.text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let leads = self.text.get(..self.text.len() - before).unwrap_or("");
        (1..=3).contains(&before)
            && digits(rest) == 3
            && !leads.ends_with(|c: char| c.is_alphabetic() || c == '.')
    }

    /// A word that the end of a line cuts in two. Gives how many bytes of what follows the hyphen were passed.
    fn line_end(&mut self, hyphen: char, here: &Range<usize>, rest: &str) -> Option<usize> {
        let line = rest.trim_start_matches([' ', '\t', '\r']);
        let line = line.strip_prefix('\n')?.trim_start_matches([' ', '\t']);
        let blank = rest.len() - line.len();
        let tail_end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
        let tail = line.get(..tail_end).filter(|tail| tail.starts_with(char::is_lowercase))?;
        let head_start = self.text.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
            at + self.text.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8)
        });
        let head = self.text.get(head_start..).filter(|head| !head.is_empty())?;
        let compound = hyphen != '\u{ad}' && is_compound(head, tail);
        if compound {
            self.replace(here.clone(), "-");
        }
        Some(blank)
    }
}

/// A letter with a mark more. Where a letter has two, their order does not matter.
fn with_mark(letter: char, mark: char) -> Option<char> {
    compose(letter, mark).or_else(|| {
        let mut parts: SmallVec<[char; 4]> = SmallVec::new();
        decompose_canonical(letter, |part| parts.push(part));
        let (first, marks) = parts.split_first()?;
        marks.iter().try_fold(compose(*first, mark)?, |letter, mark| compose(letter, *mark))
    })
}

/// Is the hyphen between two parts of a word its own, and not that of the line's end?
fn is_compound(head: &str, tail: &str) -> bool {
    if tag::is_known(&format!("{head}{tail}")) {
        return false;
    }
    tag::is_known(&format!("{head}-{tail}"))
        || head.chars().count() > SHORT && tag::is_known(head) && tag::is_known(tail)
}

#[cfg(test)]
mod tests;
