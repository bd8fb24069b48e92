//! Parts of the year: "the third quarter of 1998", "fiscal 1989", "the first half", "last summer", "the year-ago
//! quarter", "the same period".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt};
use nom::sequence::{pair, preceded, terminated};

use super::calendar::Count;
use super::compound::{is_year_ago, part_of_year};
use super::date::year;
use super::expression::{Expression, Fields, What, YearOf, YearPart};
use super::number::{ordinal, year_value};
use super::vocabulary::{self, Direction, Known, Role, Season, Sense, Unit, plays};
use super::years::span;
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// Any part of the year.
pub(super) fn period(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((quarter, season, fiscal_year, same_period, year_end)).parse(input)
}

/// "the (fiscal) third quarter (of 1998)", "this year's first half", "the 1998 third quarter", "third-quarter 1998",
/// "the last quarter of 1998", "the year-earlier third quarter".
pub(super) fn quarter(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, _) = opt(text("the")).parse(input)?;
    let (rest, before) = opt(year_before).parse(rest)?;
    let (rest, _) = opt(word(|w| plays(w, Role::Business) || w.is("same"))).parse(rest)?;
    let (rest, part) = alt((part_of, part_compound)).parse(rest)?;
    let (rest, after) = opt(year_after).parse(rest)?;
    let year = after.or(before).unwrap_or_default();
    let last_half = matches!(part, WhichPart::Last(_));
    // "the first half of the match"; "a loss for the third quarter of $2 million" is one of the year.
    let amount = |w: Word<'_>| w.tag() == Tag::Currency || w.tag() == Tag::Cd;
    let of_something =
        after.is_none() && rest.next().is_some_and(|w| w.is("of")) && !rest.peek(1).is_some_and(amount);
    if (last_half && year == YearOf::Unsaid) || of_something {
        return no_match();
    }
    let part = match part {
        WhichPart::Nth(part) => part,
        WhichPart::Last(Unit::Half) => YearPart::Half(2),
        WhichPart::Last(_) => YearPart::Quarter(4),
    };
    Ok((rest, Expression::fields(Fields { year, ..Fields::part(part) })))
}

/// A quarter or half by its number, or the last one.
enum WhichPart {
    Nth(YearPart),
    Last(Unit),
}

fn part_of(input: Input<'_>) -> Parsed<'_, WhichPart> {
    let unit = || value_of(|w| vocabulary::unit(w).filter(|u| matches!(u, Unit::Quarter | Unit::Half)));
    let nth = alt((ordinal, value_of(business_ordinal)));
    let nth = map_opt(pair(nth, unit()), |(n, unit)| part_of_year(n, unit).map(WhichPart::Nth));
    let last = preceded(text("last"), unit()).map(WhichPart::Last);
    let short = value_of(|w: Word<'_>| short_part(w.text())).map(WhichPart::Nth);
    alt((nth, last, two_quarters, short)).parse(input)
}

/// "first two quarters", "final two quarters": half of the year.
fn two_quarters(input: Input<'_>) -> Parsed<'_, WhichPart> {
    let quarters = word(|w| vocabulary::unit(w) == Some(Unit::Quarter) && w.text().ends_with('s'));
    let (rest, (which, ..)) =
        (text_in(&["first", "last", "final"]), text_in(&["two", "2"]), quarters).parse(input)?;
    let half =
        if which.is("first") { WhichPart::Nth(YearPart::Half(1)) } else { WhichPart::Last(Unit::Half) };
    Ok((rest, half))
}

/// "fiscal-first".
fn business_ordinal(word: Word<'_>) -> Option<u8> {
    let (business, ordinal) = word.split_at_hyphen()?;
    fold(ordinal, |o| vocabulary::ordinal(o)).filter(|_| fold(business, |b| plays(b, Role::Business)))
}

/// "Q3", "3Q", "H1", "1H".
fn short_part(text: &str) -> Option<YearPart> {
    let (number, letter) = match text.as_bytes() {
        [letter, number @ b'1'..=b'4'] | [number @ b'1'..=b'4', letter] => (number - b'0', letter),
        _ => return None,
    };
    match letter {
        b'Q' => part_of_year(number, Unit::Quarter),
        b'H' => part_of_year(number, Unit::Half),
        _ => None,
    }
}

/// "third-quarter".
fn part_compound(input: Input<'_>) -> Parsed<'_, WhichPart> {
    value_of(|w: Word| {
        let (number, unit) = w.text().split_once('-')?;
        let number = fold(number, |n| vocabulary::ordinal(n))?;
        fold(unit, |u| vocabulary::unit(u)).and_then(|unit| part_of_year(number, unit)).map(WhichPart::Nth)
    })
    .parse(input)
}

/// A year before what it belongs to: "1998", "last year's", "year-earlier".
fn year_before(input: Input<'_>) -> Parsed<'_, YearOf> {
    let said = value_of(|w: Word| year_value(w.text())).map(YearOf::Is);
    let possessive = terminated(relative_year, text_in(&["'s", "’s", "'", "’"]));
    let earlier =
        preceded(opt(text("comparable")), value_of(|w: Word| year_ago(w).then_some(YearOf::Earlier)));
    alt((said, possessive, earlier)).parse(input)
}

/// "year-ago", "year-earlier".
fn year_ago(word: Word<'_>) -> bool {
    let ago = |text: &str| text.strip_prefix("year-").is_some_and(is_year_ago);
    word.text().contains('-') && fold(word.text(), ago)
}

/// A year after what it belongs to: "of 1998", ", 1998", "1998", "of last year".
fn year_after(input: Input<'_>) -> Parsed<'_, YearOf> {
    let said = preceded(opt(text_in(&["of", ",", "in"])), year).map(YearOf::Is);
    let fiscal = (text_in(&["of", "in"]), opt(text("the")), text("fiscal"), opt(text("year")), year);
    let relative = preceded(text_in(&["of", "in"]), relative_year);
    alt((said, fiscal.map(|(.., year)| YearOf::Is(year)), relative)).parse(input)
}

/// "last year", "this year", "next year", "the year".
pub(super) fn relative_year(input: Input<'_>) -> Parsed<'_, YearOf> {
    let shift = value_of(|w| match vocabulary::direction(w) {
        Some(Direction::Last) => Some(YearOf::Shift(-1)),
        Some(Direction::This) => Some(YearOf::Shift(0)),
        Some(Direction::Next) => Some(YearOf::Shift(1)),
        Some(Direction::Before) => Some(YearOf::Earlier),
        _ => w.is("the").then_some(YearOf::Shift(0)),
    });
    terminated(shift, (opt(word(|w| plays(w, Role::Filler) || w.is("fiscal"))), text("year"))).parse(input)
}

/// "summer", "the (early) summer of 1998", "last summer", "this past spring", "summer 1998", "each fall".
fn season(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, the) = opt(text("the")).parse(input)?;
    let (rest, edge) =
        if the.is_some() { opt(word(|w| plays(w, Role::Edge))).parse(rest)? } else { (rest, None) };
    let (rest, this) = opt(text("this")).parse(rest)?;
    let (rest, direction) = opt(value_of(vocabulary::direction)).parse(rest)?;
    let (rest, (season, name)) = value_of(|w| vocabulary::season(w).map(|s| (s, w))).parse(rest)?;
    let (rest, year) = opt(alt((season_years(season), year_after))).parse(rest)?;
    let direction = direction.or(this.map(|_| Direction::This));
    let bare = the.is_none() && direction.is_none() && year.is_none();
    let placed = input.before(1).is_some_and(|w| plays(w, Role::Placing));
    if name.tag().is_verb() || name.tag() == Tag::Nnp && bare || (bare && !placed) {
        return no_match();
    }
    let fields =
        Fields { year: year.unwrap_or_default(), direction, ..Fields::part(YearPart::Season(season)) };
    Ok((rest, Expression::fields(fields).vague(edge.is_some())))
}

/// "(the winter) of 2012-13": a winter has the number of the year in which it ends.
fn season_years<'a>(season: Season) -> impl FnMut(Input<'a>) -> Parsed<'a, YearOf> {
    move |input| {
        let (rest, (first, last)) = preceded(opt(text_in(&["of", ","])), span).parse(input)?;
        Ok((rest, YearOf::Is(if season == Season::Winter { last } else { first })))
    }
}

/// "fiscal 1989", "the fiscal year 1989", "fiscal year '89"; "the (latest) fiscal year".
fn fiscal_year(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, the) = opt(pair(text("the"), opt(word(|w| w.is_any(&["latest", "current", "last", "next"])))))
        .parse(input)?;
    let (rest, _) = text("fiscal")(rest)?;
    let (rest, named) = opt(text("year")).parse(rest)?;
    let (rest, said) = opt(year).parse(rest)?;
    let by = match the.and_then(|(_, which)| which) {
        Some(which) if which.is_any(&["last", "latest"]) => -1,
        Some(which) if which.is("next") => 1,
        _ => 0,
    };
    match said {
        Some(year) => Ok((rest, Expression::fields(Fields::year(year)))),
        None if named.is_some() && rest.next().is_some_and(|w| w.is_any(&["ended", "ending"])) => {
            Ok((rest, Expression::length(Count::Exact(1), Unit::Year)))
        }
        None if named.is_some() && the.is_some() => {
            Ok((rest, Expression::new(What::Shift { unit: Unit::Year, by })))
        }
        None => no_match(),
    }
}

/// "the year-ago quarter", "the comparable 1988 period", "the latest quarter", "the same period last year".
fn same_period(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, _) = opt(text("the")).parse(input)?;
    let (rest, _) = opt(word(|w| plays(w, Role::Comparing))).parse(rest)?;
    let named = rest.at() > input.at() + 1 || input.next().is_some_and(|w| w.is("latest"));
    let (rest, before) = opt(year_before).parse(rest)?;
    let (rest, unit) = value_of(period_unit).parse(rest)?;
    let said = preceded(opt(text_in(&["of", "in"])), alt((relative_year, year.map(YearOf::Is))));
    let (rest, after) =
        if named { opt(alt((said, a_year_ago))).parse(rest)? } else { opt(a_year_ago).parse(rest)? };
    let year = before.or(after).unwrap_or_default();
    // "half a year ago" is six months ago.
    let six_months =
        unit == Some(Unit::Half) && before.is_none() && input.next().is_some_and(|w| w.is("half"));
    if before.is_none() && after.is_none() && !named || six_months {
        return no_match();
    }
    Ok((rest, Expression::new(What::Period { unit, year })))
}

/// "(the quarter) a year ago", "(the same period) a year earlier".
fn a_year_ago(input: Input<'_>) -> Parsed<'_, YearOf> {
    let ago = word(|w| plays(w, Role::Ago) || plays(w, Role::Earlier));
    (text("a"), text("year"), ago).map(|_| YearOf::Earlier).parse(input)
}

/// "year end", "the year's end"; as one word it is a compound.
fn year_end(input: Input<'_>) -> Parsed<'_, Expression> {
    let own = opt(text_in(&["'s", "’s"]));
    let (rest, _) = (opt(text("the")), text("year"), own, text("end")).parse(input)?;
    Ok((rest, Expression::fields(Fields { day: Some(31), ..Fields::month(12) })))
}

/// "quarter" and "half" say which kind of period, "period" and "term" do not.
fn period_unit(word: Word<'_>) -> Option<Option<Unit>> {
    let unit = word.senses().iter().find_map(|sense| match sense {
        Sense::Unit(unit @ (Unit::Quarter | Unit::Half | Unit::Month | Unit::Week)) => Some(Some(*unit)),
        _ => None,
    });
    unit.or_else(|| word.is_any(&["period", "periods"]).then_some(None))
}
