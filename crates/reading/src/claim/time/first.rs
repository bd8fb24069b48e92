//! What can start at a place in the text.
//!
//! "the", "two" or "last" start something only if a word of time follows, perhaps behind others of their kind ("the
//! first two weeks"): these few words are looked through before any construction is tried.

use super::spoken::is_half_day;
use super::vocabulary::{self, First};
use crate::claim::input::{Input, Word};

/// What may start at the next token.
pub(super) fn first(input: Input<'_>) -> First {
    let first = input.next().map_or(First::NOTHING, |word| word.clue().first);
    // "quarter past seven", "a quarter to seven"
    let quarter = |ahead| input.peek(ahead).is_some_and(|word: Word| word.is("quarter"));
    let first = if quarter(0) { first | First::CLOCK } else { first };
    if first.has(First::CORE) || !first.has(First::LINK) {
        return first.only(First::CONSTRUCTIONS);
    }
    let at = |ahead| input.peek(ahead).map_or(First::NOTHING, |word| word.clue().first);
    let may = if first.has(First::OPENING) { first | at(1) | at(2) } else { first };
    let may = if quarter(1) { may | First::CLOCK } else { may };
    // "more this year than last"
    if input.next().is_some_and(|w| w.is("last")) && input.before(2).and_then(vocabulary::unit).is_some() {
        return may.only(First::CONSTRUCTIONS);
    }
    let links = |ahead: &usize| at(*ahead).has(First::LINK) && !ends(input, *ahead);
    let end = 1 + (1..LINKS).take_while(links).count();
    may.only(if ends(input, end) { First::CONSTRUCTIONS } else { First::STRETCH })
}

/// How many words are looked through: "at least two and a half more years".
const LINKS: usize = 8;

/// May an expression end with this word: a word of time, "p.m.", "(some) time", the second half of a spelled year?
fn ends(input: Input<'_>, ahead: usize) -> bool {
    let hour = |word: Word| is_half_day(word.text()) || word.is_any(&["o'clock", "o’clock", "hrs"]);
    // "(ten) past (eight)"
    let unsaid = |word: Word| word.is_any(&["while", "time", "date", "stage", "past"]);
    input.peek(ahead).is_some_and(|word| word.clue().first.has(First::CORE) || hour(word) || unsaid(word))
        || spells_a_year(input, ahead)
}

/// Two number words side by side, as in "nineteen ninety-four".
fn spells_a_year(input: Input<'_>, ahead: usize) -> bool {
    let number = |ahead| input.peek(ahead).and_then(vocabulary::number).is_some_and(|n| n > 1);
    number(ahead) && number(ahead - 1)
}
