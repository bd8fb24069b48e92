//! Times of day: "3:10 p.m. EDT", "noon", "1100 GMT", "Friday night", "this morning", "9 a.m. Tuesday".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::date::date;
use super::expression::{Clock, Expression, TimeOfDay, What};
use super::number::{cardinal, digits_of};
use super::relative::{day_word, named_direction};
use super::vocabulary::{self, Direction, Role, Unit, plays};
use crate::article::Tag;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// A time of day that no day precedes; the day may follow it.
pub(super) fn time(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((clock_first, directed, overnight, part_alone)).parse(input)
}

/// "9 a.m. EST Tuesday", "noon on Saturday", "3 p.m.", "10 p.m. last night".
fn clock_first(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, clock) = clock(input)?;
    let day = alt((date, day_word, named_direction, directed));
    let (rest, day) = opt(preceded(opt(text_in(&["on", ","])), day)).parse(rest)?;
    let day = day.filter(|day| !matches!(day.what, What::Point(_)));
    // "7 p.m. on Friday night": the part of the day says no more than the clock does.
    let (rest, _) = if day.is_some() { opt(part).parse(rest)? } else { (rest, None) };
    Ok((rest, day.unwrap_or(Expression::new(What::Clock)).at(Some(clock))))
}

/// What follows a day: "(Friday) night", "(Tuesday) 3 p.m.", "(yesterday) afternoon", "(last Friday) at noon".
pub(super) fn after_day(input: Input<'_>) -> Parsed<'_, Clock> {
    let edge = opt(word(|w| plays(w, Role::Edge)));
    preceded(edge, alt((part, preceded(opt(text_in(&[",", "at"])), clock)))).parse(input)
}

/// "this morning", "last night", "that evening", "the next morning".
fn directed(input: Input<'_>) -> Parsed<'_, Expression> {
    let which = preceded(opt(text("the")), value_of(vocabulary::direction));
    let (rest, (direction, clock)) = (which, part).parse(input)?;
    let the = input.next().is_some_and(|w| w.is("the"));
    let what = match direction {
        Direction::Last => What::Shift { unit: Unit::Day, by: -1 },
        Direction::This => What::Shift { unit: Unit::Day, by: 0 },
        Direction::Next if !the => What::Shift { unit: Unit::Day, by: 1 },
        Direction::Next | Direction::After => What::Again { unit: Unit::Day, by: 1 },
        Direction::Before => What::Again { unit: Unit::Day, by: -1 },
        Direction::Same => What::Again { unit: Unit::Day, by: 0 },
    };
    Ok((rest, Expression::new(what).at(Some(clock))))
}

/// "tonight", "overnight".
fn overnight(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, by) = value_of(|w: Word| match () {
        () if w.is("tonight") => Some(0),
        () if w.is("overnight") => Some(-1),
        () => None,
    })
    .parse(input)?;
    let night =
        vocabulary::part("night").map(|part| Clock { time: TimeOfDay::Part(part), zone: None, vague: false });
    Ok((rest, Expression::new(What::Shift { unit: Unit::Day, by }).at(night)))
}

/// "the morning", "mid afternoon": the text's last day.
fn part_alone(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (the, edge, clock)) =
        (opt(text("the")), opt(word(|w| plays(w, Role::Edge))), part).parse(input)?;
    let asked = input.before(1).is_some_and(|w| plays(w, Role::Placing));
    let used = rest.next().is_some_and(|w| w.tag().is_noun() || w.is("of"));
    if used || !(the.is_some() && asked || edge.is_some()) {
        return no_match();
    }
    Ok((rest, Expression::new(What::Again { unit: Unit::Day, by: 0 }).at(Some(clock)).vague(edge.is_some())))
}

/// "morning", "night".
fn part(input: Input<'_>) -> Parsed<'_, Clock> {
    let part = value_of(|w: Word| vocabulary::part(w).filter(|_| !w.tag().is_verb() || w.tag() == Tag::Vbg));
    part.map(|part| Clock { time: TimeOfDay::Part(part), zone: None, vague: false }).parse(input)
}

/// A time on the clock, with "about" and a zone: "about 3:10 p.m. EDT", "noon", "1530 GMT", "ten o'clock".
fn clock(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, vague) = opt(word(|w| plays(w, Role::Hedge))).parse(input)?;
    let (rest, time) = alt((named_hour, twelve_hours, o_clock, colon, four_digits)).parse(rest)?;
    let (rest, zone) = opt(zone).parse(rest)?;
    let (rest, _) = opt(pair(text("local"), text("time"))).parse(rest)?;
    Ok((rest, Clock { time, zone, vague: vague.is_some() || shortly(input) }))
}

/// "*shortly after* 3 p.m.", "*just before* noon": nearly then.
fn shortly(input: Input<'_>) -> bool {
    input.before(1).is_some_and(|w| w.is_any(&["after", "before", "past"]))
        && input.before(2).is_some_and(|w| w.is_any(&["shortly", "just", "soon", "right"]))
}

/// "noon", "midnight".
fn named_hour(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    value_of(|w| vocabulary::clock(w).map(|minute| TimeOfDay::At { minute, exact: false }))(input)
}

/// "3 p.m.", "3:10 p.m.", "three p.m.", "11 am".
fn twelve_hours(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let hour = cardinal.map(|hour| (hour, 0, false));
    let (rest, ((hour, minute, exact), half)) = (alt((hours_minutes, hour)), half_day).parse(input)?;
    if !(1..=12).contains(&hour) {
        return no_match();
    }
    Ok((rest, TimeOfDay::At { minute: (hour % 12 * 60 + minute + half) as u16, exact }))
}

/// "a.m." and "p.m.": the minutes to add.
fn half_day(input: Input<'_>) -> Parsed<'_, u32> {
    value_of(|w| half_day_of(w.text())).parse(input)
}

/// "a.m." or "p.m.", however written?
pub(super) fn is_half_day(text: &str) -> bool {
    half_day_of(text).is_some()
}

fn half_day_of(text: &str) -> Option<u32> {
    let add = match text.as_bytes().first()? {
        b'a' | b'A' => 0,
        b'p' | b'P' => 720,
        _ => return None,
    };
    let mut letters = text.bytes().filter(u8::is_ascii_alphabetic).skip(1);
    let m = letters.next().is_some_and(|b| b.eq_ignore_ascii_case(&b'm'));
    (m && text.len() <= 6 && letters.next().is_none()).then_some(add)
}

/// "10 o'clock": before or after noon is not said.
fn o_clock(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let hour = verify(cardinal, |hour| (1..=12).contains(hour));
    let mut clock = terminated(hour, text_in(&["o'clock", "o’clock"]));
    let (rest, hour) = clock.parse(input)?;
    Ok((rest, TimeOfDay::Twelve { minute: (hour * 60) as u16 }))
}

/// "15:30"; "3:10" may be before or after noon.
fn colon(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, (hour, minute, _)) = hours_minutes(input)?;
    if hour >= 24 || input.before(1).is_some_and(|w| w.tag() == Tag::Cd) {
        return no_match();
    }
    let minute = (hour * 60 + minute) as u16;
    let zoned = rest.next().is_some_and(|w| vocabulary::zone(w).is_some());
    let whole = hour == 0 || hour > 12 || zoned;
    Ok((rest, if whole { TimeOfDay::At { minute, exact: true } } else { TimeOfDay::Twelve { minute } }))
}

/// "3:10", also with spaces around the colon.
fn hours_minutes(input: Input<'_>) -> Parsed<'_, (u32, u32, bool)> {
    value_of(|w: Word| {
        let (hour, minute) = w.text().split_once(':')?;
        let (hour, minute) = (digits_of(hour.trim())?, minute.trim());
        let minute = digits_of(minute).filter(|n| *n < 60 && minute.len() == 2)?;
        Some((hour, minute, true))
    })
    .parse(input)
}

/// "1100 GMT", "0330 hours".
fn four_digits(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, time) = value_of(|w: Word| {
        let text = w.text();
        let number = digits_of(text).filter(|_| text.len() == 4 && !text.contains(','))?;
        let minute = (number / 100 * 60 + number % 100) as u16;
        (number < 2400 && number % 100 < 60).then_some(TimeOfDay::At { minute, exact: true })
    })(input)?;
    let zoned = rest.next().is_some_and(|w| vocabulary::zone(w).is_some());
    let (rest, hours) = opt(text_in(&["hours", "hrs"])).parse(rest)?;
    if zoned || hours.is_some() { Ok((rest, time)) } else { no_match() }
}

/// "EDT", "(GMT)".
fn zone(input: Input<'_>) -> Parsed<'_, i16> {
    let zone = || value_of(vocabulary::zone);
    alt((zone(), delimited(text("("), zone(), text(")")))).parse(input)
}
