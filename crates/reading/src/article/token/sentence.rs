//! Where sentences end.

use super::lexicon::Lexicon;
use super::scan::{Class, Piece};

/// Longest sentence in tokens; what is longer is cut, so that stages that look at a sentence as a whole stay
/// linear in the text.
pub(super) const LONGEST: usize = 2000;

/// How many closing marks after a full stop may belong to its sentence.
const CLOSERS: usize = 8;

/// Finds the ends of sentences in the pieces of one block.
pub(super) struct Borders<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    lexicon: &'static Lexicon,
    start: usize,
}

impl<'a> Borders<'a> {
    /// The borders in one block, whose pieces from `start` on make sentences.
    pub(super) fn new(text: &'a str, pieces: &'a [Piece], start: usize) -> Borders<'a> {
        Borders { text, pieces, lexicon: Lexicon::get(), start }
    }

    fn word(&self, at: usize) -> &'a str {
        self.pieces.get(at).and_then(|p| self.text.get(p.start..p.end)).unwrap_or("")
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.pieces.get(at).map(|p| p.class)
    }

    /// If the sentence ends with the piece at `at` and the closing marks after it: where the next one starts.
    fn end_after(&self, at: usize) -> Option<usize> {
        let class = self.class(at)?;
        let abbreviates = matches!(class, Class::Initial | Class::Abbreviation);
        let street = class == Class::Title && self.is_street(at);
        if !matches!(class, Class::Stop | Class::Ellipsis) && !abbreviates && !street {
            return None;
        }
        let closers = self.pieces.get(at + 1..)?.iter().take(CLOSERS);
        let next = at
            + 1
            + closers
                .take_while(|p| matches!(p.class, Class::CloseQuote | Class::Close | Class::Stop))
                .count();
        let Some(follower) = self.pieces.get(next) else { return Some(next) };
        let first = match follower.class {
            Class::OpenQuote | Class::Open => next + 1,
            _ => next,
        };
        let quoted = self.class(next - 1) == Some(Class::CloseQuote);
        let ends = match class {
            _ if self.is_list_number(at) || self.is_in_name(at) => false,
            _ if abbreviates && self.is_capital(first) => {
                let last = self.is_mostly_last(at) || self.is_unit(at);
                self.lexicon.is_starter(self.word(first)) || last && !self.is_of_time(first)
            }
            _ if abbreviates => false,
            Class::Ellipsis => self.is_capital(first) && self.word(first) != "I",
            Class::Stop if quoted && self.word(at) != "." && self.is_reported(next) => false,
            _ => self.can_start(first),
        };
        ends.then_some(next)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at)
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()))
    }

    /// May a sentence start with this piece? Not with a small letter, nor with most punctuation.
    fn can_start(&self, at: usize) -> bool {
        match self.class(at) {
            Some(Class::Word | Class::Abbreviation | Class::Title | Class::Initial) => {
                self.is_capital(at)
                    || self.word(at).starts_with(['@', '#', '\'', '’'])
                    || self.is_small_name(at)
                    || self.is_item(at)
            }
            Some(Class::Number | Class::Currency | Class::Hash | Class::OpenQuote | Class::Symbol) => true,
            _ => false,
        }
    }

    /// A name that is written small at the beginning of a sentence too: "iPhone", "al-Qaeda", "de Blasio".
    fn is_small_name(&self, at: usize) -> bool {
        let word = self.word(at);
        let small = word.bytes().take_while(u8::is_ascii_lowercase).count();
        let inner = |from: usize| word.get(from..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let hyphen = word.as_bytes().get(small).is_some_and(|byte| matches!(byte, b'-' | b'\''));
        match small {
            0 => false,
            1 | 2 if inner(small) => true,
            _ if hyphen => inner(small + 1) && self.lexicon.is_particle(word.get(..small).unwrap_or("")),
            _ if !self.lexicon.is_particle(word) => false,
            // "van der Roe"
            _ => self.is_capital(at + 1 + usize::from(self.lexicon.is_particle(self.word(at + 1)))),
        }
    }

    /// Does an abbreviation that mostly ends sentences stand here?
    fn is_mostly_last(&self, at: usize) -> bool {
        self.lexicon.is_mostly_last(self.word(at).trim_end_matches('.').replace(' ', "").as_str())
    }

    /// A unit behind its number: "6 ft."
    fn is_unit(&self, at: usize) -> bool {
        self.class(at.wrapping_sub(1)) == Some(Class::Number)
            && self.lexicon.is_unit(self.word(at).trim_end_matches('.'))
    }

    /// A day, a month or a zone ("5 p.m. EST on Monday").
    fn is_of_time(&self, at: usize) -> bool {
        let word = self.word(at).trim_end_matches('.');
        let capitals = word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let zone = self.lexicon.is_zone(word)
            && ["time", "standard", "daylight", "mean"]
                .iter()
                .any(|time| self.word(at + 1).eq_ignore_ascii_case(time));
        // "9 p.m. Moscow time"; not "9 p.m. Each time he left."
        let place = self.is_capital(at) && self.word(at + 1) == "time" && !self.lexicon.is_starter(word);
        capitals && word.len() > 1 || zone || place || self.lexicon.is_calendar(word)
    }

    /// The sign of exclamation in a company's name: "Yahoo! Inc."
    fn is_in_name(&self, at: usize) -> bool {
        self.word(at) == "!"
            && self.pieces.get(at).is_some_and(|piece| !piece.spaced)
            && at.checked_sub(1).is_some_and(|before| self.is_capital(before))
            && self.lexicon.is_company(self.word(at + 1).trim_end_matches('.'))
    }

    /// A street behind its name, and no saint before one: "lives on Main St. She ..."
    fn is_street(&self, at: usize) -> bool {
        let named = |at: usize| self.class(at) == Some(Class::Word) && self.is_capital(at) && at > self.start;
        self.word(at) == "St."
            && at.checked_sub(1).is_some_and(named)
            && self.lexicon.is_starter(self.word(at + 1))
    }

    /// "b) The road was cut": a letter that numbers what follows.
    fn is_item(&self, at: usize) -> bool {
        let letter = self.word(at);
        letter.len() == 1
            && letter.bytes().all(|byte| byte.is_ascii_lowercase())
            && self.word(at + 1) == ")"
            && self.is_capital(at + 2)
    }

    /// "1." or "A." that numbers what follows: at the beginning of a sentence or behind a colon.
    fn is_list_number(&self, at: usize) -> bool {
        let opens =
            |number: usize| number == self.start || self.class(number.wrapping_sub(1)) == Some(Class::Colon);
        match self.class(at) {
            Some(Class::Initial) => opens(at),
            Some(Class::Stop) => {
                let number = at.wrapping_sub(1);
                let short =
                    self.word(number).len() <= 2 && self.word(number).bytes().all(|b| b.is_ascii_digit());
                self.word(at) == "." && self.class(number) == Some(Class::Number) && short && opens(number)
            }
            _ => false,
        }
    }

    /// Does a reporting verb follow, with no more than a short name before it?
    fn is_reported(&self, at: usize) -> bool {
        (at..at + 5).any(|i| self.lexicon.is_reporting(self.word(i)))
    }
}

impl Iterator for Borders<'_> {
    type Item = std::ops::Range<usize>;

    /// The next sentence, as a range of pieces.
    fn next(&mut self) -> Option<Self::Item> {
        let start = self.start;
        if start >= self.pieces.len() {
            return None;
        }
        let longest = self.pieces.len().min(start + LONGEST);
        let end = (start..longest).find_map(|at| self.end_after(at)).unwrap_or(longest);
        self.start = end;
        Some(start..end)
    }
}
