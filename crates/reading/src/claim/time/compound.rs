//! Time expressions inside one token: "two-year", "third-quarter", "year-earlier", "mid-November", "1998-02-13".

use super::calendar::{Count, Point};
use super::date::decade_value;
use super::expression::{Expression, Fields, Period, What, YearOf, YearPart};
use super::number::{compound_value, digits_of, ordinal_of, two_digits, year_value};
use super::vocabulary::{self, Role, TimeReference, Unit, plays};
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, value_of};

/// A compound word, or a date in digits, that is a time expression by itself.
pub(super) fn compound(input: Input<'_>) -> Parsed<'_, Expression> {
    // "a 34-year old man": an age.
    let aged = input.peek(1).is_some_and(|w| w.is("old"));
    let read = value_of(|word: Word| {
        let text = word.text();
        if aged && text.ends_with("-year") {
            return None;
        }
        if text.starts_with(|c: char| c.is_ascii_digit())
            && let Some(date) = digits(text)
        {
            return Some(date);
        }
        if text.contains('-') { fold(text, hyphenated) } else { None }
    });
    read(input)
}

/// "1998-02-13", "10/23/98", "10/23/1998", "23.10.1998"; the month comes first unless it cannot.
pub(super) fn digits(text: &str) -> Option<Expression> {
    let separator = ['-', '/', '.'].into_iter().find(|c| text.contains(*c))?;
    let mut parts = text.split(separator).map(|part| (part.trim().len(), digits_of(part.trim())));
    let ((first, a), (_, b), (last, c)) = (parts.next()?, parts.next()?, parts.next()?);
    let (a, b, c) = (a?, b?, c?);
    let (year, month, day) = match (first, last, separator) {
        _ if parts.next().is_some() => return None,
        (4, 1 | 2, _) => (a, b, c),
        (1 | 2, 4, '.') => (c, b, a),
        (1 | 2, 2, '/') => (two_digits(c) as u32, a, b),
        (1 | 2, 4, _) => (c, a, b),
        _ => return None,
    };
    let swapped = month > 12 && first < 3;
    let (month, day) = if swapped { (day, month) } else { (month, day) };
    let valid = (1000..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let fields = Fields { year: YearOf::Is(year as i16), day: Some(day as i8), ..Fields::month(month as i8) };
    valid.then(|| Expression::fields(fields))
}

/// A compound in lower case.
fn hyphenated(text: &str) -> Option<Expression> {
    let (first, rest) = text.split_once('-')?;
    let edge = plays(first, Role::Edge);
    let found = [
        edge_of(first, rest),
        length(text),
        year_part(first, rest),
        months(first, rest),
        year_ago(first, rest),
        years(first, rest),
        (first == "then" && rest == "current")
            .then(|| Expression::new(What::TimeReference(TimeReference::Past))),
    ];
    found.into_iter().flatten().next().map(|expression| expression.vague(edge))
}

/// "mid-November", "late-1998", "mid-1990s", "mid-afternoon".
fn edge_of(first: &str, rest: &str) -> Option<Expression> {
    if !plays(first, Role::Edge) {
        return None;
    }
    let month = vocabulary::month(rest).map(|m| Expression::fields(Fields::month(m)));
    let season = vocabulary::season(rest).map(|s| Expression::fields(Fields::part(YearPart::Season(s))));
    let year = year_value(rest).map(|y| Expression::fields(Fields::year(y)));
    let decade = decade_value(rest).map(|d| Expression::new(What::Point(Point::Decade(d))));
    month.or(season).or(year).or(decade)
}

/// "two-year", "16-hour", "several-year", "day-long", "8-month-old", "twenty-five-year"; not "44-year-old".
fn length(text: &str) -> Option<Expression> {
    let aged = text.strip_suffix("-old");
    let text = aged.or_else(|| text.strip_suffix("-long")).unwrap_or(text);
    let Some((number, unit)) = text.rsplit_once('-') else {
        // "decades-long", "years-old"
        let several = text.ends_with('s');
        let unit = vocabulary::unit(text).filter(|_| (aged.is_none() || several) && text.len() > 2);
        let count = if several { Count::Some } else { Count::Exact(1) };
        return unit.map(|unit| Expression::length(count, unit));
    };
    let unit = vocabulary::unit(unit).filter(|u| {
        !is_share(number, *u, text) && *u != Unit::Half && !(aged.is_some() && *u == Unit::Year)
    })?;
    let exact = digits_of(number).or_else(|| vocabulary::number(number)).or_else(|| compound_value(number));
    let count = match exact {
        Some(n) => Count::Exact(n),
        None if plays(number, Role::Some) || number == "multi" => Count::Some,
        None => return None,
    };
    Some(Expression::length(count, unit))
}

/// "three-quarters", "four-fifths" are shares; "four-quarter" is a length.
fn is_share(number: &str, unit: Unit, text: &str) -> bool {
    unit == Unit::Quarter && (text.ends_with('s') || number == "three" || number == "one")
}

/// "third-quarter", "first-half".
fn year_part(first: &str, rest: &str) -> Option<Expression> {
    let part =
        part_of_year(vocabulary::ordinal(first).or_else(|| ordinal_of(first))?, vocabulary::unit(rest)?)?;
    Some(Expression::fields(Fields::part(part)))
}

/// The `number`th quarter or half.
pub(super) fn part_of_year(number: u8, unit: Unit) -> Option<YearPart> {
    match (unit, number) {
        (Unit::Quarter, 1..=4) => Some(YearPart::Quarter(number as i8)),
        (Unit::Half, 1..=2) => Some(YearPart::Half(number as i8)),
        _ => None,
    }
}

/// "July-September": the quarter of three months.
fn months(first: &str, rest: &str) -> Option<Expression> {
    let (first, last) = (vocabulary::month(first)?, vocabulary::month(rest)?);
    let quarter = first % 3 == 1 && last == first + 2;
    quarter.then(|| Expression::fields(Fields::part(YearPart::Quarter(last / 3))))
}

/// "year-earlier", "year-ago", "year-end".
fn year_ago(first: &str, rest: &str) -> Option<Expression> {
    let unit = vocabulary::unit(first)?;
    match rest {
        "end" if unit == Unit::Year => {
            Some(Expression::fields(Fields { day: Some(31), ..Fields::month(12) }))
        }
        _ if unit == Unit::Year && is_year_ago(rest) => {
            Some(Expression::new(What::Period { unit: None, year: YearOf::Earlier }))
        }
        _ => None,
    }
}

/// The second half of "year-ago" and "year-earlier".
pub(super) fn is_year_ago(piece: &str) -> bool {
    plays(piece, Role::Ago) || plays(piece, Role::Earlier)
}

/// "1994-95", "post-1997": the first, or only, year.
fn years(first: &str, rest: &str) -> Option<Expression> {
    let year = match first {
        "post" | "pre" => year_value(rest),
        _ if digits_of(rest).is_some() => year_value(first).filter(|_| matches!(rest.len(), 2 | 4)),
        _ => None,
    };
    year.map(|year| Expression::fields(Fields::year(year)))
}

/// "every-day" and the like are no lengths but habits.
pub(super) fn habit(text: &str) -> Option<Period> {
    let (first, rest) = text.split_once('-')?;
    let unit = vocabulary::unit(rest).filter(|_| plays(first, Role::Every))?;
    Some(Period::Units(Count::Exact(1), unit))
}
