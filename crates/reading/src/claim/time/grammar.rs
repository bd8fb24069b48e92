//! The grammar of time expressions: the longest of all constructions that start at a token.

use nom::Parser;
use nom::combinator::opt;

use super::expression::{Expression, What};
use super::first::first;
use super::relative::stretch;
use super::vocabulary::{First, Unit};
use super::{anchored, clock, compound, date, duration, period, relative, set, vague, years};
use crate::claim::input::{Input, Parsed, no_match};

/// A construction: one file of the grammar.
type Construction = fn(Input<'_>) -> Parsed<'_, Expression>;

/// The constructions. Of two that read equally far the earlier one wins.
const CONSTRUCTIONS: [(First, Construction); 10] = [
    (First::CLOCK, clock::time),
    (First::PERIOD, period::period),
    (First::DATE, years::years),
    (First::DATE, date::date),
    (First::RELATIVE, relative::relative),
    (First::SET, set::set),
    (First::DURATION, duration::duration),
    (First::COMPOUND, compound::compound),
    (First::VAGUE, vague::vague),
    (First::ANCHORED, anchored::anchored),
];

/// A time expression with the words that narrow or hedge it: "early next week", "the end of May".
pub(super) fn expression(input: Input<'_>) -> Parsed<'_, Expression> {
    let starts = first(input);
    if starts == First::NOTHING {
        return no_match();
    }
    let plain = longest(input, starts);
    if !starts.has(First::STRETCH) {
        return plain;
    }
    let Ok((rest, Some(()))) = opt(stretch).parse(input) else { return plain };
    let narrowed = longest(rest, first(rest)).map(|(rest, expression)| (rest, expression.vague(true)));
    match (plain, narrowed) {
        (Ok(plain), Ok(narrowed)) if plain.0.at() >= narrowed.0.at() => Ok(plain),
        (_, Ok(narrowed)) if narrows(&narrowed.1) => Ok(narrowed),
        (plain, _) => plain,
    }
}

/// Dates can be narrowed; lengths and habits cannot.
fn narrows(expression: &Expression) -> bool {
    !matches!(
        expression.what,
        What::Length(_) | What::While | What::Every(_) | What::TimeReference(_) | What::Clock
    )
}

/// The construction that reads furthest.
fn longest(input: Input<'_>, first: First) -> Parsed<'_, Expression> {
    let mut best: Parsed<'_, Expression> = no_match();
    for (_, construction) in CONSTRUCTIONS.iter().filter(|(construction, _)| first.has(*construction)) {
        if let Ok(found) = construction(input)
            && best.as_ref().map_or(true, |(rest, _)| found.0.at() > rest.at())
        {
            best = Ok(found);
        }
    }
    let (rest, expression) = best?;
    match expression.what {
        What::Fields(_) | What::Holiday(..) | What::Anchored(_) | What::Shift { unit: Unit::Day, .. }
            if expression.clock.is_none() =>
        {
            let (rest, clock) = opt(clock::after_day).parse(rest)?;
            let expression = expression.at(clock);
            Ok(clock::hour_behind(rest, &expression).unwrap_or((rest, expression)))
        }
        _ => Ok(clock::hour_behind(rest, &expression).unwrap_or((rest, expression))),
    }
}
