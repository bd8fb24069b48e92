//! Absolute dates: "Friday, May 3, 1998", "the 5th of May", "Sept. 30", "1996", "the early 1990s", "20th century".

use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{pair, preceded, terminated};

use super::calendar::Point;
use super::expression::{Expression, Fields, What, YearOf};
use super::number::{digits_of, ordinal, ordinal_of, spoken_year, two_digits, year_value};
use super::period::relative_year;
use super::vocabulary::{self, Role, plays};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// Any absolute date.
pub(super) fn date(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((century, decade, day.map(Expression::fields), the_day, year_alone)).parse(input)
}

/// Weekday and day of the year, each with or without the other: "Friday, May 3".
pub(super) fn day(input: Input<'_>) -> Parsed<'_, Fields> {
    let (rest, weekday) = opt(weekday).parse(input)?;
    let Some(weekday) = weekday else { return day_of_year(input) };
    let (rest, fields) = opt(preceded(opt(text(",")), alt((day_of_year, numbered)))).parse(rest)?;
    Ok((rest, Fields { weekday: Some(weekday), ..fields.unwrap_or_default() }))
}

/// "on the 11th", "since the 3rd": of the month at hand.
fn the_day(input: Input<'_>) -> Parsed<'_, Expression> {
    const ASKING: &[&str] =
        &["on", "since", "until", "till", "from", "by", "before", "after", "through", "to"];
    let asked = input.before(1).is_some_and(|w| w.is_any(ASKING));
    if asked { numbered.map(Expression::fields).parse(input) } else { no_match() }
}

/// "the 11th" where nothing follows that has this number: no "11th hole", "11th of his men".
fn numbered(input: Input<'_>) -> Parsed<'_, Fields> {
    let ordinal = value_of(|w: Word<'_>| ordinal_of(w.text()).map(|day| day as i8));
    let (rest, day) = preceded(text("the"), verify(ordinal, |day| (1..=31).contains(day))).parse(input)?;
    // "the 8th and 9th of June"
    let listed = rest.peek(1).is_some_and(|w| ordinal_of(w.text()).is_some());
    let free = !listed
        && rest.next().is_none_or(|w| {
            w.tag().is_punctuation()
                || matches!(
                    w.tag(),
                    Tag::Cc | Tag::Md | Tag::To | Tag::Vbd | Tag::Vbz | Tag::Prp | Tag::PRPS | Tag::Dt
                )
                || w.tag() == Tag::In && !w.is("of")
        });
    if free { Ok((rest, Fields { day: Some(day), ..Fields::default() })) } else { no_match() }
}

/// "May 3, 1998", "3 May", "the 5th of May", "May 1998", "May".
fn day_of_year(input: Input<'_>) -> Parsed<'_, Fields> {
    alt((month_first, day_first)).parse(input)
}

fn month_first(input: Input<'_>) -> Parsed<'_, Fields> {
    let (rest, month) = month(input)?;
    let fields = Fields::month(month);
    if let Ok((rest, (day, until))) = preceded(opt(text("the")), days).parse(rest) {
        let (rest, year) = opt(preceded(opt(text(",")), year)).parse(rest)?;
        return Ok((rest, Fields { day: Some(day), until, year: said(year), ..fields }));
    }
    let said = preceded(opt(text_in(&[",", "of"])), year).map(YearOf::Is);
    let (rest, year) = opt(alt((said, preceded(opt(text("of")), relative_year)))).parse(rest)?;
    Ok((rest, Fields { year: year.unwrap_or_default(), ..fields }))
}

pub(super) fn day_first(input: Input<'_>) -> Parsed<'_, Fields> {
    let the = terminated(preceded(text("the"), ordinal_day), opt(text("of"))).map(|day| (day, None));
    let (rest, ((day, until), month)) =
        pair(alt((the, terminated(days, opt(text("of"))))), month).parse(input)?;
    let (rest, year) = opt(preceded(opt(text(",")), year)).parse(rest)?;
    Ok((rest, Fields { day: Some(day), until, year: said(year), ..Fields::month(month) }))
}

/// "3", "3rd", and the first and last day of "3-5".
fn days(input: Input<'_>) -> Parsed<'_, (i8, Option<i8>)> {
    let range = value_of(|w: Word<'_>| {
        let (first, last) = w.split_at_hyphen()?;
        let day = |text: &str| digits_of(text).filter(|n| (1..=31).contains(n) && text.len() <= 2);
        let (first, last) = (day(first)?, day(last)?);
        (first < last).then_some((first as i8, Some(last as i8)))
    });
    alt((range, month_day.map(|day| (day, None)))).parse(input)
}

fn said(year: Option<i16>) -> YearOf {
    year.map_or(YearOf::Unsaid, YearOf::Is)
}

/// A month's name, with the full stop of its abbreviation. Not the modal "may", nor "march" the verb.
pub(super) fn month(input: Input<'_>) -> Parsed<'_, i8> {
    let (rest, (month, name)) = value_of(|w| vocabulary::month(w).map(|m| (m, w))).parse(input)?;
    let verbal = name.tag() == Tag::Md || name.tag().is_verb();
    let dated = rest.next().is_some_and(|w| {
        day_value(w).is_some()
            || year_value(w.text()).is_some()
            || w.text().starts_with(|c: char| c.is_ascii_digit())
    });
    // "the annual March for Life"
    let one =
        input.before(1).is_none_or(|w| matches!(w.tag(), Tag::Dt | Tag::Jj | Tag::OpenQuote | Tag::Pos));
    let march = name.is("march") && one && rest.next().is_some_and(|w| w.is_any(&["for", "of", "on"]));
    if !capital(name) || (verbal && !dated) || march || is_name_part(input, rest) {
        return no_match();
    }
    let full_stop = terminated(text("."), peek(days));
    let (rest, _) = opt(full_stop).parse(rest)?;
    Ok((rest, month))
}

/// "April Hastings", "June O'Dowd": a month that is a given name.
fn is_name_part(input: Input<'_>, rest: Input<'_>) -> bool {
    let given = input.next().is_some_and(|w| w.is_any(&["april", "june", "may", "august", "jan", "dec"]));
    let named = |w: Option<Word>| w.is_some_and(|w| w.tag().is_name() && vocabulary::weekday(w).is_none());
    let dates = [
        "in", "on", "since", "until", "till", "before", "after", "during", "from", "through", "of", "early",
        "late",
    ];
    given && named(rest.next()) && input.before(1).is_none_or(|w| !w.is_any(&dates))
}

/// A day of the week. Not "the Sun" or "Sun" the company.
pub(super) fn weekday(input: Input<'_>) -> Parsed<'_, Weekday> {
    // "on Mondays" is a habit.
    value_of(|w| vocabulary::weekday(w).filter(|_| capital(w) && !w.text().ends_with("ys"))).parse(input)
}

fn capital(word: Word<'_>) -> bool {
    word.text().starts_with(char::is_uppercase)
}

/// A day of the month: "3", "3rd", "third".
pub(super) fn month_day(input: Input<'_>) -> Parsed<'_, i8> {
    let number = verify(value_of(day_value), |day| (1..=31).contains(day));
    let (rest, day) = alt((number, ordinal_day)).parse(input)?;
    let counts = rest.next().is_some_and(|w| {
        w.is_any(&["%", "percent", "million", "billion", "p.m.", "a.m.", "pm", "am", "p. m.", "a. m."])
    });
    if counts { no_match() } else { Ok((rest, day)) }
}

/// "3rd", "third".
pub(super) fn ordinal_day(input: Input<'_>) -> Parsed<'_, i8> {
    verify(ordinal.map(|day| day as i8), |day| (1..=31).contains(day)).parse(input)
}

fn day_value(word: Word<'_>) -> Option<i8> {
    let text = word.text();
    let short = text.len() <= 4;
    let number = if short { digits_of(text).or_else(|| ordinal_of(text).map(u32::from)) } else { None };
    number.filter(|n| (1..=31).contains(n)).map(|n| n as i8)
}

/// A year in digits or words, after a month or another word that asks for it.
pub(super) fn year(input: Input<'_>) -> Parsed<'_, i16> {
    alt((value_of(|w| year_value(w.text())), spoken_year)).parse(input)
}

/// A year with no month. Old years and words need a word before them that asks for a year.
fn year_alone(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, _) = opt((text("the"), text("year"))).parse(input)?;
    let asked = rest.at() > input.at() || input.before(1).is_some_and(|w| plays(w, Role::YearBefore));
    if let Ok((rest, year)) = spoken_year(rest)
        && (asked || (1900..2000).contains(&year))
    {
        return Ok((rest, Expression::fields(Fields::year(year))));
    }
    let (after, year) = value_of(|w| year_value(w.text())).parse(rest)?;
    let money = input.before(1).is_some_and(|w| w.tag() == Tag::Currency || plays(w, Role::Money));
    let counts = after.next().is_some_and(|w| w.is_any(&["%", "percent", "million", "hours", "-"]));
    let plain = (1900..2050).contains(&year) && !counted(after);
    if money || counts || !(asked || plain) || (!asked && input.before(1).is_some_and(is_number)) {
        return no_match();
    }
    Ok((after, Expression::fields(Fields::year(year))))
}

fn is_number(word: Word<'_>) -> bool {
    word.tag() == Tag::Cd && vocabulary::month(word).is_none()
}

/// "2000 people", "1950 miles": a count, though written without its comma.
fn counted(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|w| vocabulary::unit(w).is_some())
}

/// "the 1990s", "the '80s", "the early nineties", "1980s-era"; not "in his 30s".
pub(super) fn decade(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, vague, decade)) = (
        opt(text("the")),
        opt(word(|w| plays(w, Role::Edge))),
        value_of(|w| {
            decade_value(w.text()).or_else(|| vocabulary::decade(w).map(|d| 190 + d)).or_else(|| edged(w))
        }),
    )
        .parse(input)?;
    let aged = input.before(1).is_some_and(|w| w.tag() == Tag::PRPS);
    // "30s" and "nineties" alone are ages, speeds, degrees.
    let bare = input.next().is_some_and(|w| {
        vocabulary::decade(w).is_some() || (w.text().len() == 3 && decade_value(w.text()).is_some())
    });
    if aged || bare {
        return no_match();
    }
    Ok((rest, Expression::new(What::Point(Point::Decade(decade))).vague(vague.is_some())))
}

/// "mid-1990s".
fn edged(word: Word<'_>) -> Option<i16> {
    let (edge, decade) = word.text().split_once('-')?;
    decade_value(decade).filter(|_| fold(edge, |e| plays(e, Role::Edge)))
}

/// "1990s", "'90s": the digits of the decade.
pub(super) fn decade_value(text: &str) -> Option<i16> {
    let text = text.trim_start_matches(['\'', '’']);
    let text = text.strip_suffix('s')?.trim_end_matches(['\'', '’']);
    let number = digits_of(text).filter(|n| n % 10 == 0)?;
    match text.len() {
        4 if (1000..2100).contains(&number) => Some((number / 10) as i16),
        2 => Some(two_digits(number) / 10),
        _ => None,
    }
}

/// "the 20th century", "the nineteenth century".
fn century(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, vague, number, _)) =
        (opt(text("the")), opt(word(|w| plays(w, Role::Edge))), ordinal, word(|w| w.is("century")))
            .parse(input)?;
    let century = Point::Century(i16::from(number) - 1);
    Ok((rest, Expression::new(What::Point(century)).vague(vague.is_some())))
}

/// What goes on after a day: the second day of "April 24 and 25", "May 3-5" or "from May 3 to 5".
pub(super) fn next_day<'a>(input: Input<'a>, before: &Fields) -> Parsed<'a, Expression> {
    let (rest, _) = word(|w| w.is_any(&["and", "or", "to", "through", "-", "–", ","]))(input)?;
    let (rest, number) = value_of(day_value).parse(rest)?;
    let later = before.day.is_some_and(|day| number > day);
    let ends =
        rest.next().is_none_or(|w| w.tag().is_punctuation() || w.tag() == Tag::In || w.tag() == Tag::Cc);
    if !later || !ends || before.part.is_none() {
        return no_match();
    }
    Ok((rest, Expression::fields(Fields { day: Some(number), weekday: None, ..*before })))
}
