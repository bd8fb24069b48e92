//! What can start with a word.
//!
//! Most words start no time expression, and most others start few. What a word can start is its *first set*, as
//! in the table of an LL(1) grammar; it is part of the word's gloss, and only the constructions in it are tried.

use std::ops::BitOr;

use super::vocabulary::{Known, Role, Sense};
use crate::article::token::fold::fold;
use crate::claim::input::Input;

/// A set of constructions that may start with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct First(u16);

impl First {
    pub(super) const NOTHING: First = First(0);
    pub(super) const CLOCK: First = First(1);
    pub(super) const PERIOD: First = First(1 << 1);
    pub(super) const DATE: First = First(1 << 2);
    pub(super) const RELATIVE: First = First(1 << 3);
    pub(super) const SET: First = First(1 << 4);
    pub(super) const DURATION: First = First(1 << 5);
    pub(super) const COMPOUND: First = First(1 << 6);
    pub(super) const VAGUE: First = First(1 << 7);
    /// "the end of": a construction follows.
    pub(super) const STRETCH: First = First(1 << 8);
    /// "the", "a", "at", "last": only if one of the next two words can start something, too.
    const OPENING: First = First(1 << 9);
    /// "recent", "current": starts something whatever follows.
    const READY: First = First(1 << 10);

    pub(super) fn has(self, other: First) -> bool {
        self.0 & other.0 != 0
    }

    /// What may start at the next token.
    pub(super) fn of(input: Input<'_>) -> First {
        let first = input.next().map_or(First::NOTHING, |word| word.clue().first);
        if !first.has(First::OPENING) || first.has(First::READY) {
            return first;
        }
        let soon = |ahead| input.peek(ahead).map_or(First::NOTHING, |word| word.clue().first.decided());
        match soon(1) | soon(2) {
            First::NOTHING => First::NOTHING,
            soon => first.decided() | soon,
        }
    }

    /// Without what only the next words decide.
    fn decided(self) -> First {
        First(self.0 & !First::OPENING.0)
    }

    /// Of numbers in digits and of compounds, by their form. None: what the lexicon says of the word.
    pub(super) fn of_form(text: &str) -> Option<First> {
        let bytes = text.as_bytes();
        match bytes {
            [b'0'..=b'9', ..] => Some(First::of_digits(bytes)),
            [b'\'', b'0'..=b'9', ..] | [0xe2, _, _, b'0'..=b'9', ..] => Some(First::DATE),
            _ if bytes.len() > 3 && bytes.contains(&b'-') => Some(First::of_compound(text)),
            _ => None,
        }
    }

    /// "3", "1998", "1990s", "3:10", "1998-05-03", "16-hour".
    fn of_digits(text: &[u8]) -> First {
        let counts = First::RELATIVE | First::SET | First::DURATION;
        match text {
            _ if text.contains(&b':') => First::CLOCK,
            _ if text.contains(&b'-') => First::COMPOUND | First::PERIOD | First::DATE,
            _ if text.iter().any(|b| matches!(b, b'/' | b'.')) => First::COMPOUND,
            [.., b'0'..=b'9'] if text.len() == 4 => First::CLOCK | First::PERIOD | First::DATE | counts,
            [.., b'0'..=b'9'] if text.len() < 3 => First::CLOCK | First::DATE | counts,
            [.., b'0'..=b'9'] => counts,
            _ => First::DATE | First::PERIOD,
        }
    }

    /// "third-quarter", "two-year", "mid-1990s": some piece is a number or in the lexicon.
    fn of_compound(text: &str) -> First {
        let known = |piece: &str| {
            piece.starts_with(|c: char| c.is_ascii_digit()) || fold(piece, |piece| !piece.senses().is_empty())
        };
        let parts = First::PERIOD | First::DATE | First::SET | First::DURATION;
        if text.split('-').any(known) { parts | First::RELATIVE | First::COMPOUND } else { First::NOTHING }
    }

    pub(super) fn of_sense(sense: &Sense) -> First {
        match sense {
            Sense::Month(_) | Sense::Weekday(_) => First::DATE,
            Sense::Season(_) => First::PERIOD,
            Sense::Unit(_) => First::PERIOD | First::RELATIVE | First::DURATION,
            Sense::Part(_) | Sense::Clock(_) => First::CLOCK,
            Sense::Number(1) => First::OPENING | First::DURATION | First::RELATIVE,
            Sense::Number(_) => First::CLOCK | First::DATE | First::RELATIVE | First::SET | First::DURATION,
            Sense::Group(_) => First::RELATIVE | First::DURATION,
            Sense::Decade(_) => First::DATE,
            Sense::Ordinal(_) => First::DATE | First::PERIOD | First::DURATION,
            Sense::Direction(_) => {
                First::OPENING
                    | First::CLOCK
                    | First::PERIOD
                    | First::RELATIVE
                    | First::DURATION
                    | First::VAGUE
            }
            Sense::Day(_) => First::RELATIVE,
            Sense::Reference(_) => First::VAGUE,
            Sense::Every(_) => First::SET,
            Sense::Holiday(_) => First::RELATIVE,
            Sense::Role(role) => First::of_role(*role),
            Sense::Zone(_) => First::NOTHING,
        }
    }

    fn of_role(role: Role) -> First {
        match role {
            Role::Opening => First::OPENING,
            Role::Starter => {
                First::READY | First::CLOCK | First::PERIOD | First::SET | First::DURATION | First::VAGUE
            }
            Role::Some => First::RELATIVE | First::DURATION,
            Role::Edge => First::CLOCK | First::DATE | First::STRETCH,
            Role::Stretch => First::STRETCH,
            Role::Hedge => First::CLOCK | First::RELATIVE | First::DURATION,
            Role::Every => First::SET | First::DURATION,
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
