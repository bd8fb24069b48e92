//! The grammar of time expressions: the longest of all constructions that start at a token.

use nom::Parser;
use nom::combinator::opt;

use super::expression::{Expression, What};
use super::relative::stretch;
use super::vocabulary::Known;
use super::{clock, compound, date, duration, period, relative, set, vague};
use crate::claim::input::{Input, Parsed, Word, no_match};

/// The constructions. Of two that read equally far the earlier one wins.
const CONSTRUCTIONS: [fn(Input<'_>) -> Parsed<'_, Expression>; 8] = [
    clock::time,
    period::period,
    date::date,
    relative::relative,
    set::set,
    duration::duration,
    compound::compound,
    vague::vague,
];

/// A time expression with the words that narrow or hedge it: "early next week", "the end of May".
pub(super) fn expression(input: Input<'_>) -> Parsed<'_, Expression> {
    let plain = longest(input);
    let Ok((rest, Some(()))) = opt(stretch).parse(input) else { return plain };
    let narrowed = longest(rest).map(|(rest, expression)| (rest, expression.vague(true)));
    match (plain, narrowed) {
        (Ok(plain), Ok(narrowed)) if plain.0.at() >= narrowed.0.at() => Ok(plain),
        (_, Ok(narrowed)) if narrows(&narrowed.1) => Ok(narrowed),
        (plain, _) => plain,
    }
}

/// Dates can be narrowed; lengths and habits cannot.
fn narrows(expression: &Expression) -> bool {
    !matches!(expression.what, What::Length { .. } | What::Every(_) | What::Reference(_) | What::Clock)
}

/// The construction that reads furthest.
fn longest(input: Input<'_>) -> Parsed<'_, Expression> {
    let mut best: Parsed<'_, Expression> = no_match();
    for construction in CONSTRUCTIONS {
        if let Ok(found) = construction(input)
            && best.as_ref().map_or(true, |(rest, _)| found.0.at() > rest.at())
        {
            best = Ok(found);
        }
    }
    best
}

/// Can a time expression start with this word? Decides for most words of a text with one look-up.
pub(super) fn can_start(word: Word<'_>) -> bool {
    let text = word.text().as_bytes();
    match text.first() {
        Some(b'0'..=b'9' | b'\'') => true,
        Some(b'a'..=b'z' | b'A'..=b'Z') => !word.senses().is_empty() || text.contains(&b'-'),
        _ => word.text().starts_with('’'),
    }
}
