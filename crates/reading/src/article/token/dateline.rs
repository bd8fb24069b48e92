//! "WASHINGTON –", "LONDON, May 3 (AP) —", "Islamabad (TDI):": where a report was filed, and by whom.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::scan::{Class, Piece};

/// How many pieces a dateline may have.
const LONGEST: usize = 20;

/// A dateline, as pieces of its block.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The place; empty if only an agency is named.
    pub(super) place: Range<usize>,
    /// How many pieces it has in all, with the dash or colon that ends it.
    pub(super) len: usize,
}

/// Reads the dateline at the start of a paragraph.
pub(super) fn dateline(text: &str, pieces: &[Piece]) -> Option<Dateline> {
    let reader = Reader { text, pieces, lexicon: Lexicon::get() };
    let place = reader.place();
    let mut at = place;
    let mut dated = false;
    if reader.class(at) == Some(Class::Comma) && place > 0 {
        at = reader.date(at + 1)?;
        dated = true;
    } else if place > 0 && reader.date(at).is_some_and(|end| end > at) {
        at = reader.date(at)?;
        dated = true;
    }
    let after_agency = reader.agency(at);
    let signed = after_agency.is_some();
    let at = after_agency.unwrap_or(at);
    let ends = match reader.class(at)? {
        Class::Dash => true,
        Class::Colon => signed && reader.word(at) == ":",
        _ => false,
    };
    let shouted = (0..place).all(|i| reader.is_upper(i)) && place > 0 && reader.word(0).len() > 2;
    let plain = place > 0 && reader.lexicon.is_starter(reader.word(at + 1)) && reader.is_capital(at + 1);
    (ends && (signed || shouted || dated || plain)).then_some(Dateline { place: 0..place, len: at + 1 })
}

struct Reader<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    lexicon: &'static Lexicon,
}

impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.pieces.get(at).and_then(|p| self.text.get(p.start..p.end)).unwrap_or("")
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.pieces.get(at).filter(|_| at < LONGEST).map(|p| p.class)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    fn is_upper(&self, at: usize) -> bool {
        !self.word(at).contains(char::is_lowercase)
    }

    fn is_name(&self, at: usize) -> bool {
        let named =
            matches!(self.class(at), Some(Class::Word | Class::Title | Class::Abbreviation | Class::Initial));
        named && self.is_capital(at) && !self.lexicon.is_calendar(self.word(at).trim_end_matches('.'))
    }

    /// Where the place ends: one to four capitalised words, and a second such group after a comma
    /// ("KABUL, Afghanistan").
    fn place(&self) -> usize {
        let name = |from: usize| (from..from + 4).take_while(|i| self.is_name(*i)).count() + from;
        let town = name(0);
        if town > 0 && self.class(town) == Some(Class::Comma) && self.is_name(town + 1) {
            return name(town + 1);
        }
        town
    }

    /// Where a date ends that starts here: month or weekday, numbers, commas.
    fn date(&self, at: usize) -> Option<usize> {
        let is_date = |i: usize| match self.class(i) {
            Some(Class::Number) => true,
            Some(Class::Comma) => i > at,
            Some(Class::Word | Class::Abbreviation | Class::Title) => {
                self.lexicon.is_calendar(self.word(i).trim_end_matches('.'))
            }
            _ => false,
        };
        let end = (at..at + 8).take_while(|i| is_date(*i)).count() + at;
        (end > at).then_some(end)
    }

    /// Where "(Reuters)" or "/PRNewswire/" ends.
    fn agency(&self, at: usize) -> Option<usize> {
        let closes = match (self.class(at)?, self.word(at)) {
            (Class::Open, _) => Class::Close,
            (Class::Symbol, "/") => Class::Symbol,
            _ => return None,
        };
        let end = (at + 1..at + 8).find(|i| self.class(*i) == Some(closes))?;
        (end > at + 1 && self.is_capital(at + 1)).then_some(end + 1)
    }
}
