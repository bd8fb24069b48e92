//! What can start with a word of time.
//!
//! Most words start no time expression, and most others start few. What a word can start is its *first set*, as
//! in the table of an LL(1) grammar; it is part of the word's annotation, and only the constructions in it are tried.

use std::ops::BitOr;

use super::{Known, Role, Sense};
use crate::article::fold::fold;

/// A set of constructions that may start with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::claim) struct First(u16);

impl First {
    pub(in crate::claim) const NOTHING: First = First(0);
    pub(in crate::claim) const CLOCK: First = First(1);
    pub(in crate::claim) const PERIOD: First = First(1 << 1);
    pub(in crate::claim) const DATE: First = First(1 << 2);
    pub(in crate::claim) const RELATIVE: First = First(1 << 3);
    pub(in crate::claim) const SET: First = First(1 << 4);
    pub(in crate::claim) const DURATION: First = First(1 << 5);
    pub(in crate::claim) const COMPOUND: First = First(1 << 6);
    pub(in crate::claim) const VAGUE: First = First(1 << 7);
    /// "the end of": a construction follows.
    pub(in crate::claim) const STRETCH: First = First(1 << 8);
    /// "the", "a", "at", "last": what the next two words may start may start here.
    pub(in crate::claim) const OPENING: First = First(1 << 9);
    /// "week", "Friday", "1998": an expression may end with it.
    pub(in crate::claim) const CORE: First = First(1 << 10);
    /// "two", "last", "of": may stand in front of such a word, and means no time by itself.
    pub(in crate::claim) const LINK: First = First(1 << 11);

    /// "the day before yesterday", "Monday week".
    pub(in crate::claim) const ANCHORED: First = First(1 << 12);

    pub(in crate::claim) const CONSTRUCTIONS: First = First(((1 << 9) - 1) | (1 << 12));

    #[inline]
    pub(in crate::claim) fn has(self, other: First) -> bool {
        self.0 & other.0 != 0
    }

    pub(in crate::claim) fn only(self, other: First) -> First {
        First(self.0 & other.0)
    }

    /// Of numbers in digits and of compounds, by their form. None: what the lexicon says of the word.
    pub(in crate::claim) fn of_form(text: &str) -> Option<First> {
        let bytes = text.as_bytes();
        match bytes {
            [b'0'..=b'9', ..] => Some(First::of_digits(bytes)),
            [b'Q' | b'H', b'1'..=b'4'] => Some(First::PERIOD | First::CORE),
            [b'\'', b'0'..=b'9', ..] | [0xe2, _, _, b'0'..=b'9', ..] => Some(First::DATE | First::CORE),
            _ if bytes.len() > 3 && bytes.contains(&b'-') => Some(First::of_compound(text)),
            _ => None,
        }
    }

    /// "3", "1998", "1990s", "3:10", "1998-05-03", "16-hour".
    fn of_digits(text: &[u8]) -> First {
        let counts = First::RELATIVE | First::SET | First::DURATION | First::ANCHORED;
        match text {
            _ if text.contains(&b':') => First::CLOCK | First::CORE,
            // "2014-08-11T15", "3Q"
            [.., b'T', _, _] => First::CLOCK | First::CORE,
            [b'1'..=b'4', b'Q' | b'H'] => First::PERIOD | First::CORE,
            // "8-10 p.m.", "1998-05-03"
            _ if text.contains(&b'-') => {
                First::COMPOUND | First::PERIOD | First::DATE | First::CLOCK | First::CORE
            }
            // "6.40 a.m.", "3.5 years"
            _ if text.contains(&b'.') => counts | First::CLOCK | First::COMPOUND | First::CORE,
            _ if text.contains(&b'/') => First::COMPOUND | First::DATE | First::CORE,
            [.., b'0'..=b'9'] if text.len() == 4 => {
                First::CLOCK | First::PERIOD | First::DATE | counts | First::CORE
            }
            [.., b'0'..=b'9'] if text.len() < 3 => First::CLOCK | First::DATE | counts | First::LINK,
            // "500 B.C."
            [.., b'0'..=b'9'] => counts | First::DATE | First::LINK,
            // "1990s", "the 2nd of this month"
            _ => First::DATE | First::PERIOD | First::ANCHORED | First::CORE,
        }
    }

    /// "third-quarter", "two-year", "mid-1990s": some piece is a number or in the lexicon.
    fn of_compound(text: &str) -> First {
        let timely = |sense: &Sense| !matches!(sense, Sense::Role(Role::Between | Role::Against));
        let known = |piece: &str| {
            piece.starts_with(|c: char| c.is_ascii_digit())
                || fold(piece, |piece| piece.senses().iter().any(timely))
        };
        let parts = First::PERIOD | First::DATE | First::SET | First::DURATION | First::CLOCK;
        let all = parts | First::RELATIVE | First::COMPOUND | First::CORE;
        if text.split('-').any(known) { all } else { First::NOTHING }
    }

    pub(in crate::claim) fn of_sense(sense: &Sense) -> First {
        let counts = First::RELATIVE | First::SET | First::DURATION | First::ANCHORED;
        match sense {
            Sense::Month(_) => First::DATE | First::CORE,
            Sense::Weekday(_) => First::DATE | First::SET | First::ANCHORED | First::CORE,
            Sense::Season(_) => First::PERIOD | First::ANCHORED | First::CORE,
            Sense::Unit(_) => {
                First::PERIOD | First::RELATIVE | First::DURATION | First::ANCHORED | First::CORE
            }
            Sense::Part(_) => First::CLOCK | First::ANCHORED | First::CORE,
            Sense::Clock(_) => First::CLOCK | First::CORE,
            Sense::Number(1) => {
                let counts = First::DURATION | First::RELATIVE | First::ANCHORED | First::VAGUE;
                counts | First::OPENING | First::LINK
            }
            Sense::Number(_) => First::CLOCK | First::DATE | counts | First::LINK,
            Sense::Group(_) => First::RELATIVE | First::DURATION | First::ANCHORED | First::LINK,
            Sense::Decade(_) => First::DATE | First::CORE,
            Sense::Ordinal(_) => {
                let times = First::DATE | First::PERIOD | First::RELATIVE | First::DURATION;
                times | First::ANCHORED | First::LINK
            }
            Sense::Direction(_) => {
                let all = First::CLOCK | First::PERIOD | First::RELATIVE | First::DURATION | First::VAGUE;
                all | First::ANCHORED | First::OPENING | First::LINK
            }
            Sense::Day(_) | Sense::Holiday(_) => First::RELATIVE | First::CORE,
            Sense::TimeReference(_) => First::VAGUE | First::CORE,
            Sense::Every(_) => First::SET | First::CORE,
            Sense::Role(role) => First::of_role(*role),
            Sense::Zone(_) => First::CORE,
        }
    }

    fn of_role(role: Role) -> First {
        let any = First::CLOCK | First::PERIOD | First::SET | First::DURATION | First::VAGUE;
        match role {
            Role::Opening => First::OPENING | First::LINK,
            Role::Era => First::DATE | First::CORE,
            Role::Starter => any | First::LINK,
            Role::Whole => any | First::CORE,
            Role::Some => First::RELATIVE | First::DURATION | First::LINK,
            Role::Edge => First::CLOCK | First::DATE | First::VAGUE | First::STRETCH | First::LINK,
            Role::Stretch => First::STRETCH,
            Role::Hedge => First::CLOCK | First::RELATIVE | First::DURATION | First::LINK,
            Role::Every => First::SET | First::DURATION | First::LINK,
            Role::Between
            | Role::Filler
            | Role::Ranking
            | Role::Recent
            | Role::Near
            | Role::Pressing
            | Role::Span
            | Role::Comparing
            | Role::Business => First::LINK,
            _ => First::NOTHING,
        }
    }
}

impl BitOr for First {
    type Output = First;
    fn bitor(self, other: First) -> First {
        First(self.0 | other.0)
    }
}
