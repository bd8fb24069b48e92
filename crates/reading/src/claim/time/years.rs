//! Years of an era and years in a row: "44 B.C.", "A.D. 79", "the fifth century B.C.", "1999-2004", "2012/13".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{pair, preceded};

use super::calendar::Point;
use super::expression::{Expression, Fields, What};
use super::number::{digits, digits_of, ordinal, year_value};
use super::vocabulary::{self, Role, plays};
use crate::claim::input::{Input, Parsed, Word, no_match, text, value_of, word};

/// Years of an era or in a row.
pub(super) fn years(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((era_first, era_behind, century, in_a_row)).parse(input)
}

/// "A.D. 79".
fn era_first(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, year) = preceded(verify(era, |before| !before), digits).parse(input)?;
    within_reach(rest, i64::from(year))
}

/// "44 B.C.", "10,000 BC", "79 A.D."; not "2010 B.C. towns", which lie in Canada.
fn era_behind(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (year, before)) = pair(digits, era).parse(input)?;
    let place = before && year > OLDEST_PLACE && rest.next().is_some_and(|w| w.tag().is_noun());
    if place { no_match() } else { within_reach(rest, of_era(year, before)) }
}

/// Later numbers in front of "B.C." may be years of our own, and the province.
const OLDEST_PLACE: u32 = 1700;

/// "the fifth century B.C."
fn century(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, number, _, before)) =
        (opt(text("the")), ordinal, word(|w| w.is("century")), era).parse(input)?;
    let number = i16::from(number);
    Ok((rest, Expression::new(What::Point(Point::Century(if before { -number } else { number - 1 })))))
}

/// "B.C.", "BCE", or "A.D.": does it count backwards?
fn era(input: Input<'_>) -> Parsed<'_, bool> {
    let capital = |w: Word<'_>| w.text().starts_with(char::is_uppercase);
    let era = word(|w| plays(w, Role::Era) && capital(w));
    era.map(|w| w.text().starts_with('B')).parse(input)
}

/// The year as astronomers count: before the year 1 came a year 0.
fn of_era(year: u32, before: bool) -> i64 {
    if before { 1 - i64::from(year) } else { i64::from(year) }
}

/// A year for which the calendar has days; an older one is too long ago to be compared.
fn within_reach(rest: Input<'_>, year: i64) -> Parsed<'_, Expression> {
    match i16::try_from(year) {
        Ok(year) if (-9_999..2_100).contains(&year) => Ok((rest, Expression::fields(Fields::year(year)))),
        _ => no_match(),
    }
}

/// "1999-2004", "1939-45", "the 2013/14 season".
fn in_a_row(input: Input<'_>) -> Parsed<'_, Expression> {
    let money = input.before(1).is_some_and(|w| plays(w, Role::Money));
    let (rest, (first, last)) = span(input)?;
    if money || rest.next().is_some_and(|w| vocabulary::unit(w).is_some()) {
        return no_match();
    }
    Ok((rest, Expression::new(What::Years { first, last })))
}

/// The first and last year of "1999-2004", "2012/13" or "1939–45".
pub(super) fn span(input: Input<'_>) -> Parsed<'_, (i16, i16)> {
    value_of(|w: Word<'_>| {
        let text = Some(w.text()).filter(|text| text.starts_with(|c: char| c.is_ascii_digit()))?;
        let (first, last) = text.split_once(['-', '–', '/'])?;
        let first = year_value(first).filter(|_| first.len() == 4)?;
        let last = match last.len() {
            2 => first.div_euclid(100) * 100 + i16::try_from(digits_of(last)?).ok()?,
            4 => year_value(last)?,
            _ => return None,
        };
        (first < last).then_some((first, last))
    })
    .parse(input)
}
