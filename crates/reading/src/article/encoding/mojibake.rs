//! Text that was decoded with the wrong table and then saved: "Pakistanâ€™s" for "Pakistan’s".
//!
//! A UTF-8 character beyond ASCII is two to four bytes from 0x80 up. Read with a one-byte table they became two
//! to four characters; put back into bytes with the same table they are the character again. Only sequences
//! that no living text contains are touched (see [`plausible`]). A table that has no character for a byte loses
//! it: the Thai table keeps of E2 80 99 ("’") nothing but "โ", and what it stood for follows from its neighbours.

use std::ops::Range;
use std::sync::LazyLock;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_874, WINDOWS_1251, WINDOWS_1252};
use rustc_hash::FxHashMap;

use crate::source::{OffsetMap, Span};

/// A text put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The text as it was meant.
    pub text: String,
    /// From `text` to the text that was given.
    pub map: OffsetMap,
    /// How many characters were put right.
    pub count: usize,
    /// Where the first of them stands in the text that was given.
    pub first: Range<usize>,
}

impl Repaired {
    /// The word around the first repair, as found in `original` and as meant.
    pub fn example<'a>(&'a self, original: &'a str) -> (&'a str, &'a str) {
        let word = word_around(original, self.first.clone());
        let meant = self.map.to_text(Span::new(word.start, word.end));
        (original.get(word).unwrap_or(""), self.text.get(meant).unwrap_or(""))
    }
}

/// Times that a text is passed through; text that was garbled twice needs two.
const PASSES: usize = 3;

/// Puts garbled characters right; nothing when there are none.
pub fn repair(text: &str) -> Option<Repaired> {
    let mut done = pass(text)?;
    for _ in 1..PASSES {
        let Some(again) = pass(&done.text) else { break };
        done.map = again.map.through(&done.map);
        done.text = again.text;
    }
    Some(done)
}

/// One pass over the text.
fn pass(text: &str) -> Option<Repaired> {
    if text.is_ascii() {
        return None;
    }
    let mut thai = None;
    let mut out = Rewriter::new(text);
    let mut quote_open = false;
    while let Some(char) = out.next_beyond_ascii(&mut quote_open) {
        let rest = out.rest();
        let after = rest.as_bytes().get(char.len_utf8());
        // What was garbled is two characters at least, and none of them ASCII.
        if after.is_none_or(u8::is_ascii) && char != LOST {
            out.keep(char);
        } else if let Some((meant, len)) = TABLES.iter().find_map(|table| table.decode(rest, out.before())) {
            out.replace(len, meant);
        } else if char == LOST && !*thai.get_or_insert_with(|| is_thai(text)) {
            match lost(out.before(), rest.get(LOST.len_utf8()..).unwrap_or(""), quote_open) {
                Some(meant) => out.replace(LOST.len_utf8(), meant),
                None => out.keep(char),
            }
        } else {
            out.keep(char);
        }
        quote_open = match out.before() {
            Some('“') => true,
            Some('”') => false,
            _ => quote_open,
        };
    }
    out.finish()
}

/// A one-byte table that UTF-8 was read with.
struct Table {
    bytes: FxHashMap<char, u8>,
    /// Letters up to this one are put right too, not only punctuation: beyond it the garbled form could be
    /// what somebody wrote («é in the Macintosh table, "В " in a Russian text).
    letters: char,
}

static TABLES: LazyLock<[Table; 4]> = LazyLock::new(|| {
    [
        Table::new(WINDOWS_1252, '\u{17F}'),
        Table::new(MACINTOSH, '\u{FF}'),
        Table::new(WINDOWS_1251, '\0'),
        Table::new(WINDOWS_874, '\0'),
    ]
});

impl Table {
    fn new(encoding: &'static Encoding, letters: char) -> Table {
        let mut bytes = FxHashMap::default();
        for byte in 0x80..=0xFFu8 {
            let (char, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
            if let Some(char) = char.chars().next() {
                bytes.insert(char, byte);
            }
        }
        Table { bytes, letters }
    }

    /// The byte that a character came from; C1 controls stand in for the bytes that a table lacks.
    fn byte(&self, char: char) -> Option<u8> {
        let c1 = || u8::try_from(u32::from(char)).ok().filter(|b| (0x80..0xA0).contains(b));
        self.bytes.get(&char).copied().or_else(c1)
    }

    /// The character that the beginning of `rest` was meant to be, and how many bytes of `rest` it takes.
    fn decode(&self, rest: &str, before: Option<char>) -> Option<(char, usize)> {
        let mut bytes = [0u8; 4];
        let mut end = 0;
        for (i, char) in rest.chars().take(4).enumerate() {
            // The first byte must lead a sequence, the others must continue it.
            let Some(byte) = self.byte(char).filter(|b| if i == 0 { *b >= 0xC2 } else { *b < 0xC0 }) else {
                break;
            };
            *bytes.get_mut(i)? = byte;
            end += char.len_utf8();
            let meant = std::str::from_utf8(bytes.get(..=i)?).ok().and_then(|s| s.chars().next());
            if let Some(meant) = meant {
                let after = rest.get(end..).and_then(|r| r.chars().next());
                return self.plausible(meant, before, char, after).then_some((meant, end));
            }
        }
        // "â€" alone: the third byte of "”" is 9D, which Windows-1252 lacks and many programs drop.
        (bytes == [0xE2, 0x80, 0, 0] && rest.starts_with("â€")).then_some(('”', end))
    }

    /// Is `meant` what its author wrote, and the garbled sequence (ending in `last`) nothing that anyone writes?
    fn plausible(&self, meant: char, before: Option<char>, last: char, after: Option<char>) -> bool {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        match meant {
            // Punctuation, the euro sign, the trade mark sign, the byte order mark, the replacement character.
            '\u{2010}'..='\u{203A}' | '€' | '™' | '\u{FEFF}' | '\u{FFFD}' => true,
            // Emoji.
            '\u{1F300}'..='\u{1FAFF}' => self.letters > '\0',
            '\u{80}'..='\u{BF}' => self.letters > '\0',
            // Letters with marks. A capital before a closing quotation mark (“AMANHÃ”) looks the same, so a
            // quotation mark or dash must stand inside a word to count.
            'À'.. if meant <= self.letters => !is_quote_or_dash(last) || (letter(before) && letter(after)),
            _ => false,
        }
    }
}

fn is_quote_or_dash(char: char) -> bool {
    matches!(char, '“' | '”' | '‘' | '’' | '„' | '‚' | '–' | '—' | '…' | '«' | '»' | '‹' | '›')
}

/// What the Thai table leaves of a quotation mark, apostrophe or dash.
const LOST: char = 'โ';

/// Is there any other Thai letter in the text?
fn is_thai(text: &str) -> bool {
    text.chars().any(|c| c != LOST && ('\u{E01}'..='\u{E5B}').contains(&c))
}

/// What a lone "โ" between `before` and `rest` stood for. `open`: is a quotation open?
fn lost(before: Option<char>, rest: &str, open: bool) -> Option<char> {
    let after = rest.chars().next();
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    Some(match (before, after) {
        (b, a) if digit(b) && digit(a) => '–',
        (b, a) if word(b) && word(a) => '’',
        (b, a) if space(b) && space(a) => '–',
        (b, _) if space(b) || matches!(b, Some('(' | '[' | '—' | '–')) => '“',
        (Some('.' | ',' | '!' | '?'), _) => '”',
        (b, a) if word(b) && !word(a) => {
            if open || b != Some('s') {
                '”'
            } else {
                '’'
            }
        }
        _ => return None,
    })
}

/// Copies a text, replacing here and there, and keeps the map.
struct Rewriter<'a> {
    from: &'a str,
    at: usize,
    text: String,
    map: OffsetMap,
    count: usize,
    first: Range<usize>,
}

impl<'a> Rewriter<'a> {
    fn new(from: &'a str) -> Rewriter<'a> {
        let (text, map) = (String::with_capacity(from.len()), OffsetMap::identity());
        Rewriter { from, at: 0, text, map, count: 0, first: 0..0 }
    }

    fn rest(&self) -> &'a str {
        self.from.get(self.at..).unwrap_or("")
    }

    fn before(&self) -> Option<char> {
        self.text.chars().next_back()
    }

    /// Copies the ASCII up to the next other character, which is returned; a new line closes quotations.
    fn next_beyond_ascii(&mut self, quote_open: &mut bool) -> Option<char> {
        let rest = self.rest();
        let ascii = Encoding::ascii_valid_up_to(rest.as_bytes());
        let run = rest.get(..ascii).unwrap_or("");
        *quote_open &= !run.contains('\n');
        self.copy(ascii);
        self.rest().chars().next()
    }

    fn copy(&mut self, len: usize) {
        if len > 0 {
            self.text.push_str(self.from.get(self.at..self.at + len).unwrap_or(""));
            self.map.push(len, self.at, len);
            self.at += len;
        }
    }

    fn keep(&mut self, char: char) {
        self.copy(char.len_utf8());
    }

    fn replace(&mut self, len: usize, meant: char) {
        if self.count == 0 {
            self.first = self.at..self.at + len;
        }
        self.text.push(meant);
        self.map.push(meant.len_utf8(), self.at, len);
        self.at += len;
        self.count += 1;
    }

    fn finish(self) -> Option<Repaired> {
        let Rewriter { text, map, count, first, .. } = self;
        (count > 0).then_some(Repaired { text, map, count, first })
    }
}

/// The word that a range stands in, at most forty bytes to each side.
fn word_around(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or("").char_indices().rev();
    let start = before.take_while(|(i, c)| !c.is_whitespace() && range.start - i <= 40).last();
    let after = text.get(range.end..).unwrap_or("").char_indices();
    let end = after.take_while(|(i, c)| !c.is_whitespace() && *i <= 40).last();
    let start = start.map_or(range.start, |(i, _)| i);
    start..end.map_or(range.end, |(i, c)| range.end + i + c.len_utf8())
}

#[cfg(test)]
mod tests;
