//! Cuts a block of text into words, numbers and punctuation in the manner of the Penn Treebank.
//!
//! One pass from left to right. Each step looks ahead a bounded number of bytes, so the time is linear in the
//! length of the text, whatever the text.

use super::lexicon::Lexicon;
use super::word;

/// What the scanner saw: enough to find sentences, and the tags of punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A word, or anything with letters in it.
    Word,
    /// A word of letters with the full stop that abbreviates it ("U.S.", "Inc.").
    Abbreviation,
    /// An abbreviation that stands before a name ("Mr.").
    Title,
    /// One capital with its full stop ("J.").
    Initial,
    /// Digits with separators and a sign ("6.1", "2,000", "3:10", "-5", "3-1").
    Number,
    /// Full stop, question and exclamation mark.
    Stop,
    /// Three dots.
    Ellipsis,
    /// Comma.
    Comma,
    /// Colon or semicolon.
    Colon,
    /// A dash that joins no word.
    Dash,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Opening quotation mark.
    OpenQuote,
    /// Closing quotation mark.
    CloseQuote,
    /// "'s", or the apostrophe after a plural.
    Possessive,
    /// "$", "US$".
    Currency,
    /// "#" before a number.
    Hash,
    /// Any other sign.
    Symbol,
}

/// A token to be: bytes of the reading text and what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// What it is.
    pub(super) class: Class,
    /// Does white space, or nothing, stand before it?
    pub(super) spaced: bool,
}

impl Piece {
    /// What is written there.
    #[inline]
    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// A reading head over one block.
pub(super) struct Scanner<'a> {
    text: &'a str,
    start: usize,
    pub(super) at: usize,
    end: usize,
    pub(super) lexicon: &'static Lexicon,
    pieces: &'a mut Vec<Piece>,
    spaced: bool,
    double_open: bool,
    single_open: bool,
}

/// Appends the pieces of `text[start..end]`.
pub(super) fn scan(text: &str, start: usize, end: usize, pieces: &mut Vec<Piece>) {
    let Some(text) = text.get(..end) else { return };
    let lexicon = Lexicon::get();
    let (double_open, single_open) = (false, false);
    let mut scanner =
        Scanner { text, start, at: start, end, lexicon, pieces, spaced: true, double_open, single_open };
    while scanner.at < scanner.end {
        scanner.step();
    }
}

/// White space, and the invisible characters that stand between words.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

impl<'a> Scanner<'a> {
    /// The character at a byte offset.
    pub(super) fn peek(&self, at: usize) -> Option<char> {
        match *self.text.as_bytes().get(at)? {
            byte if byte < 0x80 => Some(byte as char),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    /// The byte at an offset; 0 past the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The text from one offset to another.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Does the text go on so at an offset?
    pub(super) fn goes_on(&self, at: usize, with: &str) -> bool {
        self.text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(with.as_bytes()))
    }

    /// The four bytes at an offset, if the text is that long.
    pub(super) fn four(&self, at: usize) -> Option<&[u8; 4]> {
        self.text.as_bytes().get(at..).and_then(<[u8]>::first_chunk)
    }

    /// Is there a digit at an offset?
    pub(super) fn digit(&self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    /// How many ASCII letters and digits stand at an offset; none are looked for from `end` on.
    pub(super) fn plain_run(&self, at: usize, end: usize) -> usize {
        let rest = self.text.as_bytes().get(at..end.min(self.text.len())).unwrap_or_default();
        rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len())
    }

    /// Takes everything up to `end` as one piece.
    pub(super) fn take(&mut self, end: usize, class: Class) {
        // A step never stands still, whatever went wrong before it.
        let end = if end > self.at { end } else { self.at + self.peek(self.at).map_or(1, char::len_utf8) };
        self.pieces.push(Piece { start: self.at, end, class, spaced: self.spaced });
        self.spaced = false;
        self.at = end;
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The piece before.
    pub(super) fn last(&self) -> Option<Piece> {
        self.pieces.last().copied()
    }

    /// Is the piece before a number?
    pub(super) fn after_number(&self) -> bool {
        self.pieces.last().is_some_and(|piece| piece.class == Class::Number)
    }

    /// The piece right before, if no white space stands between.
    fn attached(&self) -> Option<Piece> {
        self.pieces.last().copied().filter(|_| !self.spaced)
    }

    fn step(&mut self) {
        // Most steps are one of these two.
        match self.byte(self.at) {
            b' ' => {
                self.spaced = true;
                self.at += 1;
                return;
            }
            byte if byte.is_ascii_alphanumeric() => return word::word(self, self.at),
            _ => {}
        }
        let Some(c) = self.peek(self.at) else {
            self.at = self.end;
            return;
        };
        let next = self.at + c.len_utf8();
        match c {
            _ if is_space(c) => {
                self.spaced = true;
                self.at = next;
            }
            _ if c.is_alphanumeric() => word::word(self, self.at),
            '.' if self.byte(next) == b'.' || self.goes_on(next, " . .") => self.dots(),
            '.' if self.digit(next) && self.attached().is_none() => word::word(self, next),
            '…' => self.take(self.run(c), Class::Ellipsis),
            '.' | '?' | '!' | '。' | '？' | '！' | '؟' | '।' => self.take(self.run(c), Class::Stop),
            ',' | '،' | '、' | '，' => self.take(next, Class::Comma),
            ':' | ';' | '：' | '；' | '؛' => self.take(next, Class::Colon),
            '(' | '[' | '{' => self.take(next, Class::Open),
            ')' | ']' | '}' => self.take(next, Class::Close),
            '-' => self.hyphen(),
            '–' | '—' | '―' | '‒' | '−' => self.take(self.run(c), Class::Dash),
            '"' | '“' | '”' | '„' | '«' | '»' | '`' => self.double_quote(c),
            '\'' | '’' | '‘' | '‚' | '‹' | '›' => self.single_quote(c),
            '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₪' | '₨' => {
                self.take(next, Class::Currency);
            }
            '#' if self.digit(next) => self.take(next, Class::Hash),
            '#' | '@' if self.peek(next).is_some_and(char::is_alphanumeric) => word::word(self, next),
            _ => self.take(self.run(c), Class::Symbol),
        }
    }

    /// Where a run of one character ends; at most [`word::LONGEST`] bytes on.
    fn run(&self, c: char) -> usize {
        let mut at = self.at;
        while self.peek(at) == Some(c) && at - self.at < word::LONGEST {
            at += c.len_utf8();
        }
        at
    }

    /// "..." and ". . ."
    fn dots(&mut self) {
        let mut at = self.at;
        while at - self.at < word::LONGEST {
            match (self.byte(at), self.byte(at + 1)) {
                (b'.', _) => at += 1,
                (b' ', b'.') => at += 2,
                _ => break,
            }
        }
        self.take(at, Class::Ellipsis);
    }

    /// A hyphen that no word took: a sign, a dash, "--" or "- -".
    fn hyphen(&mut self) {
        let end = self.run('-');
        let after_number = self.pieces.last().is_some_and(|p| p.class == Class::Number);
        let signs = self.digit(end) || (self.byte(end) == b'.' && self.digit(end + 1));
        if end == self.at + 1 && self.spaced && signs && !after_number {
            word::word(self, end);
        } else if self.goes_on(end, " - ") {
            self.take(end + 2, Class::Dash);
        } else {
            self.take(end, Class::Dash);
        }
    }

    fn double_quote(&mut self, c: char) {
        let end = if c == '`' { self.run(c).min(self.at + 2) } else { self.at + c.len_utf8() };
        let opens = match c {
            '“' | '„' | '«' | '`' => true,
            '”' | '»' => false,
            _ => self.straight_opens(end, self.double_open),
        };
        self.double_open = opens;
        self.take(end, if opens { Class::OpenQuote } else { Class::CloseQuote });
    }

    /// A straight quotation mark opens when a space stands before it and none after it. Between two spaces it closes
    /// behind a comma or full stop that belongs to its word: programs that part signs from words leave it there. There
    /// and between two letters they take turns otherwise.
    fn straight_opens(&self, end: usize, open: bool) -> bool {
        let after = self.peek(end).is_none_or(|c| is_space(c) || matches!(c, ',' | '.' | ';' | ')'));
        let opener = |p: Piece| matches!(p.class, Class::Open | Class::Dash | Class::OpenQuote);
        let before = self.spaced || self.attached().is_some_and(opener);
        let stop =
            |p: &Piece| matches!(p.class, Class::Stop | Class::Comma) && !p.spaced && p.end > self.start;
        match (before, after) {
            (true, true) if self.spaced && self.pieces.last().is_some_and(stop) => false,
            (true, true) | (false, false) => !open,
            _ => before,
        }
    }

    /// A single quotation mark, an apostrophe for what is left out, or a possessive ending.
    fn single_quote(&mut self, c: char) {
        let end = self.at + c.len_utf8();
        if c == '\'' && self.byte(end) == b'\'' {
            return self.take(end + 1, Class::CloseQuote);
        }
        if matches!(c, '‘' | '‚' | '‹') {
            self.single_open = true;
            return self.take(end, Class::OpenQuote);
        }
        if let Some(clitic) = self.parted_clitic(end) {
            return self.take_parted(clitic);
        }
        let word_end = word::letters(self, end);
        let rest = self.slice(end, word_end);
        if self.digit(end) && self.digit(end + 1) && self.spaced || self.lexicon.is_clipped(rest) {
            return word::word(self, end);
        }
        if rest.eq_ignore_ascii_case("s") {
            return self.take(word_end, Class::Possessive);
        }
        let plural =
            |p: Piece| p.class == Class::Word && self.slice(p.start, p.end).ends_with(['s', 'S', 'z', 'x']);
        if !self.single_open && self.attached().is_some_and(plural) {
            return self.take(end, Class::Possessive);
        }
        let opens = self.straight_opens(end, self.single_open);
        self.single_open = opens;
        self.take(end, if opens { Class::OpenQuote } else { Class::CloseQuote });
    }

    /// The ending of a word behind an apostrophe that a program has parted from it: "the mayor ’ s", "he' d",
    /// "didn ' t". Gives its letters.
    fn parted_clitic(&self, apostrophe: usize) -> Option<std::ops::Range<usize>> {
        let word = self.pieces.last().filter(|p| p.class == Class::Word || p.class == Class::Abbreviation)?;
        if self.byte(apostrophe) != b' ' {
            return None;
        }
        let letters = apostrophe + 1..word::letters(self, apostrophe + 1);
        let ending = self.slice(letters.start, letters.end);
        let known = ["s", "d", "m", "re", "ve", "ll"].contains(&ending)
            || ending == "t" && word.text(self.text).ends_with('n');
        (known && !self.single_open && self.peek(letters.end).is_none_or(|c| !c.is_alphanumeric()))
            .then_some(letters)
    }

    /// Takes such an ending, with the "n" of "not" that stands at the end of the word before.
    fn take_parted(&mut self, letters: std::ops::Range<usize>) {
        let (start, end) = (letters.start, letters.end);
        match self.byte(start) {
            b's' => return self.take(end, Class::Possessive),
            b't' => {
                if let Some(word) = self.pieces.last_mut().filter(|word| word.end - word.start > 1) {
                    word.end -= 1;
                    self.at = word.end;
                    self.spaced = false;
                }
            }
            _ => {}
        }
        self.take(end, Class::Word);
    }
}
