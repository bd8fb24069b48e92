//! Days that are counted from a named day, week or month: "the day before yesterday", "a week from Friday", "Tuesday
//! of last week", "two Mondays ago", "the first Sunday of August", "the week of March 6", "the month before last".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{pair, preceded, terminated};

use super::calendar::Count;
use super::clock::part;
use super::date::{day, month, ordinal_day, weekday, year};
use super::expression::{
    Anchor, Anchored, Clock, Expression, Fields, MonthOf, Named, TimeOfDay, What, YearOf,
};
use super::number::{count, ordinal};
use super::period::relative_year;
use super::relative::{direction, named_day, year_of_day};
use super::vocabulary::{self, Direction, Role, Unit, plays};
use crate::article::Tag;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// Any time that is counted from a named one.
pub(super) fn anchored(input: Input<'_>) -> Parsed<'_, Expression> {
    let told = alt((beside_day, from_day, named_week, week_named, named_ago, of_month, around));
    alt((told, before_last, stretch_of_month, date_of_month)).parse(input)
}

fn anchor_to(anchored: Anchored) -> Expression {
    Expression::new(What::Anchored(anchored))
}

/// "the day before yesterday", "the day after Christmas in 2012", "two days before last Tuesday".
fn beside_day(input: Input<'_>) -> Parsed<'_, Expression> {
    let one = pair(opt(text("the")), text("day")).map(|_| 1);
    let (rest, (days, beside)) =
        pair(alt((one, so_many_days)), text_in(&["before", "after"])).parse(input)?;
    let (rest, anchor) = anchor(rest)?;
    let by = if beside.is("before") { -days } else { days };
    Ok((rest, anchor_to(Anchored::From { by, unit: Unit::Day, anchor })))
}

/// "two days", "three weeks".
fn so_many_days(input: Input<'_>) -> Parsed<'_, i32> {
    let unit = value_of(|w| vocabulary::unit(w).filter(|u| (Unit::Day..=Unit::Fortnight).contains(u)));
    let (rest, (count, unit)) = pair(count, unit).parse(input)?;
    let Count::Exact(n) = count else { return no_match() };
    Ok((rest, i32::try_from(n).unwrap_or(i32::MAX).saturating_mul(unit.days())))
}

/// "yesterday", "Christmas in 2012", "last Tuesday", "Aug. 4".
fn anchor(input: Input<'_>) -> Parsed<'_, Anchor> {
    let directed = (opt(preceded(opt(text("the")), direction)), day)
        .map(|(direction, fields)| Fields { direction, ..fields });
    let one_day = verify(directed, |f| f.weekday.is_some() || f.day.is_some()).map(Anchor::Fields);
    let holiday = pair(named_day, year_of_day)
        .map(|(rule, year)| Anchor::Holiday(rule, Fields { year, ..Fields::default() }));
    alt((value_of(vocabulary::deictic).map(Anchor::Day), holiday, one_day)).parse(input)
}

/// "a week from Friday", "a week on Tuesday", "two weeks ago Monday", "a year ago today", "a week last Tuesday".
fn from_day(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (count, unit)) = pair(count, value_of(vocabulary::unit)).parse(input)?;
    let (rest, sign) = alt((from, on.map(|_| 1), before)).parse(rest)?;
    let (rest, anchor) = anchor(rest)?;
    let Count::Exact(n) = count else { return no_match() };
    let lasting = input.before(1).is_some_and(|w| plays(w, Role::Lasting));
    if !(Unit::Day..=Unit::Year).contains(&unit) || lasting {
        return no_match();
    }
    let by = i32::try_from(n).unwrap_or(i32::MAX).saturating_mul(sign);
    Ok((rest, anchor_to(Anchored::From { by, unit, anchor })))
}

fn from(input: Input<'_>) -> Parsed<'_, i32> {
    text("from").map(|_| 1).parse(input)
}

/// "on", behind a week: "a week on Tuesday".
fn on(input: Input<'_>) -> Parsed<'_, Word<'_>> {
    let weeks = input.before(1).is_some_and(|w| weeks(w).is_some());
    let (rest, on) = text("on")(input)?;
    if weeks { Ok((rest, on)) } else { no_match() }
}

/// "ago (on)", or "last" in front of the day.
fn before(input: Input<'_>) -> Parsed<'_, i32> {
    let ago = terminated(word(|w| plays(w, Role::Ago)), opt(text("on")));
    alt((ago, peek(text("last")))).map(|_| -1).parse(input)
}

/// "Monday week", "Friday fortnight".
fn week_named(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (named, unit)) = pair(weekday, value_of(weeks)).parse(input)?;
    let singular = rest.before(1).is_some_and(|w| !w.text().ends_with('s'));
    if !singular || rest.next().is_some_and(|w| w.tag().is_noun()) {
        return no_match();
    }
    let anchor = Anchor::Fields(Fields::weekday(named));
    Ok((rest, anchor_to(Anchored::From { by: 1, unit, anchor })))
}

/// "week", "fortnight".
fn weeks(word: Word<'_>) -> Option<Unit> {
    vocabulary::unit(word).filter(|unit| matches!(unit, Unit::Week | Unit::Fortnight))
}

/// "Tuesday of last week", "Monday night last week", "last week on Friday".
fn named_week(input: Input<'_>) -> Parsed<'_, Expression> {
    let week = || terminated(preceded(opt(text("the")), value_of(week_told)), text("week"));
    let first = (weekday, opt(part), preceded(opt(text_in(&["of", "in", ","])), week()))
        .map(|(weekday, clock, weeks)| (weekday, clock, weeks));
    let last = (week(), opt(text(",")), text("on"), weekday, opt(part))
        .map(|(weeks, _, _, weekday, clock)| (weekday, clock, weeks));
    let ago = (weekday, opt(part), opt(text(",")), weeks_ago)
        .map(|(weekday, clock, _, weeks)| (weekday, clock, weeks));
    let (rest, (weekday, clock, weeks)) = alt((first, last, ago)).parse(input)?;
    Ok((rest, anchor_to(Anchored::DayOfWeek { weekday, weeks }).at(clock)))
}

/// "a week ago", "two weeks ago".
fn weeks_ago(input: Input<'_>) -> Parsed<'_, i32> {
    let (rest, (count, unit, _)) = (count, value_of(weeks), word(|w| plays(w, Role::Ago))).parse(input)?;
    let Count::Exact(n) = count else { return no_match() };
    let weeks = i32::try_from(n).unwrap_or(i32::MAX).saturating_mul(unit.days() / 7);
    Ok((rest, weeks.saturating_neg()))
}

/// "last", "this", "next": weeks from this one.
fn week_told(word: Word<'_>) -> Option<i32> {
    match vocabulary::direction(word)? {
        Direction::Last => Some(-1),
        Direction::This => Some(0),
        Direction::Next => Some(1),
        Direction::Before | Direction::After | Direction::Same => None,
    }
}

/// "two Mondays ago", "three summers ago".
fn named_ago(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (count, named, _)) = (count, value_of(named), word(|w| plays(w, Role::Ago))).parse(input)?;
    let Count::Exact(n) = count else { return no_match() };
    let by = i32::try_from(n).unwrap_or(i32::MAX).saturating_neg();
    Ok((rest, anchor_to(Anchored::Nth { named, by })))
}

fn named(word: Word<'_>) -> Option<Named> {
    let month = |w: Word<'_>| vocabulary::month(w).filter(|_| w.text().starts_with(char::is_uppercase));
    vocabulary::weekday(word)
        .map(Named::Weekday)
        .or_else(|| vocabulary::season(word).map(Named::Season))
        .or_else(|| month(word).map(Named::Month))
}

/// "the week before last", "the Monday before last", "the year after next", "the night before last".
fn before_last(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, what) = preceded(opt(text("the")), word(|_| true)).parse(input)?;
    let before = pair(text("before"), text("last")).map(|_| -2);
    let (rest, by) = alt((before, pair(text("after"), text("next")).map(|_| 2))).parse(rest)?;
    // "the day before last Tuesday", "the week before last Christmas"
    if rest.next().is_some_and(|w| w.tag().is_noun() || w.tag() == Tag::Cd) {
        return no_match();
    }
    if let Some(named) = named(what) {
        return Ok((rest, anchor_to(Anchored::Nth { named, by })));
    }
    if let Some(part) = vocabulary::part(what) {
        let clock = Clock { time: TimeOfDay::Part(part), zone: None, vague: false };
        return Ok((rest, Expression::new(What::Shift { unit: Unit::Day, by }).at(Some(clock))));
    }
    match vocabulary::unit(what).filter(|unit| *unit >= Unit::Day) {
        Some(unit) => Ok((rest, Expression::new(What::Shift { unit, by }))),
        None => no_match(),
    }
}

/// "the first Sunday of August", "the last Friday in May 2013", "the second week of next month".
fn of_month(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, nth) = preceded(opt(text("the")), nth).parse(input)?;
    let (rest, named) = word(|_| true)(rest)?;
    let (rest, month) = preceded(text_in(&["of", "in"]), month_of).parse(rest)?;
    let unit = vocabulary::unit(named);
    let anchored = match (vocabulary::weekday(named), unit) {
        (Some(weekday), _) => Anchored::DayOfMonth { nth, weekday, month },
        (None, Some(Unit::Week | Unit::Weekend)) => {
            Anchored::WeekOfMonth { nth, weekend: unit == Some(Unit::Weekend), month }
        }
        _ => return no_match(),
    };
    Ok((rest, anchor_to(anchored)))
}

/// "the 2nd of this month", "the 20th of next month".
fn date_of_month(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, day)) = (text("the"), ordinal_day).parse(input)?;
    let this = pair(text("the"), text("month")).map(|_| 0);
    let shift = terminated(value_of(week_told), text("month"));
    let (rest, month) = preceded(text("of"), alt((shift, this))).parse(rest)?;
    Ok((rest, anchor_to(Anchored::DateOf { day, month })))
}

/// "first", "second", "last".
fn nth(input: Input<'_>) -> Parsed<'_, i8> {
    let last = text_in(&["last", "final"]).map(|_| -1);
    alt((verify(ordinal, |n| (1..=5).contains(n)).map(|n| n as i8), last)).parse(input)
}

/// "August", "January 2013", "May last year", "next month", "the month".
fn month_of(input: Input<'_>) -> Parsed<'_, MonthOf> {
    let said = preceded(opt(text_in(&[",", "of"])), year).map(YearOf::Is);
    let year = opt(alt((said, preceded(opt(text("of")), relative_year))));
    let named = pair(month, year).map(|(month, year)| MonthOf::Named(month, year.unwrap_or_default()));
    let shift = terminated(value_of(week_told), text("month")).map(MonthOf::Shift);
    let this = pair(text("the"), text("month")).map(|_| MonthOf::Shift(0));
    alt((named, shift, this)).parse(input)
}

/// "the week of March 6", "the weekend of Aug. 9".
fn around(input: Input<'_>) -> Parsed<'_, Expression> {
    let unit = value_of(|w| vocabulary::unit(w).filter(|u| matches!(u, Unit::Week | Unit::Weekend)));
    let (rest, (_, unit, _)) = (opt(text("the")), unit, text("of")).parse(input)?;
    let (rest, anchor) = anchor(rest)?;
    let dated = matches!(anchor, Anchor::Holiday(..) | Anchor::Fields(Fields { day: Some(_), .. }));
    if dated { Ok((rest, anchor_to(Anchored::Around { unit, anchor }))) } else { no_match() }
}

/// "the first two weeks of May", "the last days of last month", "the first half of August": some part of the month.
fn stretch_of_month(input: Input<'_>) -> Parsed<'_, Expression> {
    let unit = |w: Word<'_>| vocabulary::unit(w).filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Half));
    let (rest, _) =
        (opt(text("the")), nth, opt(count), value_of(unit), text_in(&["of", "in"])).parse(input)?;
    let (rest, month) = month_of(rest)?;
    let expression = match month {
        MonthOf::Named(month, year) => Expression::fields(Fields { year, ..Fields::month(month) }),
        MonthOf::Shift(by) => Expression::new(What::Shift { unit: Unit::Month, by }),
    };
    Ok((rest, expression.vague(true)))
}
