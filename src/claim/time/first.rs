//! What can start with a word.
//!
//! Most words start no time expression, and most others start few. What a word can start is its *first set*, as
//! in the table of an LL(1) grammar; it is found with one look-up, and only the constructions in it are tried.

use std::ops::BitOr;

use super::vocabulary::{self, Role, Sense};
use crate::claim::input::{Input, Word};

/// A set of constructions that may start with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct First(u16);

impl First {
    pub(super) const NOTHING: First = First(0);
    pub(super) const CLOCK: First = First(1);
    pub(super) const PERIOD: First = First(2);
    pub(super) const DATE: First = First(4);
    pub(super) const RELATIVE: First = First(8);
    pub(super) const SET: First = First(16);
    pub(super) const DURATION: First = First(32);
    pub(super) const COMPOUND: First = First(64);
    pub(super) const VAGUE: First = First(128);
    /// "the end of": a construction follows.
    pub(super) const STRETCH: First = First(256);
    /// "the", "a", "at": decided by the next two words.
    pub(super) const OPENING: First = First(512);

    pub(super) fn has(self, other: First) -> bool {
        self.0 & other.0 != 0
    }

    /// What may start at the next token.
    pub(super) fn of(input: Input<'_>) -> First {
        let first = input.next().map_or(First::NOTHING, First::of_word);
        if !first.has(First::OPENING) {
            return first;
        }
        let soon = |ahead| input.peek(ahead).map_or(0, |word| First::of_word(word).0 & !First::OPENING.0);
        match soon(1) | soon(2) {
            0 => First::NOTHING,
            soon => First((first.0 & !First::OPENING.0) | soon),
        }
    }

    fn of_word(word: Word<'_>) -> First {
        let text = word.text().as_bytes();
        match text.first() {
            Some(b'0'..=b'9') => return First::DIGITS,
            Some(b'\'' | 0xe2) => return First::DATE,
            _ if text.len() > 3 && text.contains(&b'-') => return First::HYPHENATED,
            _ => {}
        }
        vocabulary::first(word)
    }

    pub(super) const DIGITS: First = First(1 | 2 | 4 | 8 | 16 | 32 | 64);
    pub(super) const HYPHENATED: First = First(2 | 4 | 8 | 16 | 32 | 64);

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
                First::CLOCK | First::PERIOD | First::RELATIVE | First::DURATION | First::VAGUE
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
            Role::Starter => First::CLOCK | First::PERIOD | First::SET | First::DURATION | First::VAGUE,
            Role::Some => First::RELATIVE | First::DURATION,
            Role::Edge => First::CLOCK | First::DATE | First::STRETCH,
            Role::Stretch => First::STRETCH,
            Role::Hedge => First::CLOCK | First::RELATIVE | First::DURATION,
            Role::Every => First::SET | First::DURATION,
            Role::Filler | Role::Ago | Role::Earlier | Role::Later => First::NOTHING,
            Role::YearBefore | Role::ComingCue | Role::Money => First::NOTHING,
        }
    }
}

impl BitOr for First {
    type Output = First;
    fn bitor(self, other: First) -> First {
        First(self.0 | other.0)
    }
}
