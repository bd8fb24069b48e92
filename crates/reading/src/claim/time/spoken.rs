//! Times of day as they are spoken: "4 in the morning", "ten o'clock", "half past five", "a quarter to seven"; and which
//! half of the day a part of it puts them in.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{pair, preceded, terminated};

use super::expression::{Clock, TimeOfDay};
use super::number::{cardinal, digits_of};
use super::vocabulary::{self, DayPart};
use crate::article::Tag;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of};

impl DayPart {
    /// A minute that may be before or after noon, in the half of the day that lies in this part. At night people are
    /// rather up late than early.
    fn holds(&self, minute: u16) -> Option<u16> {
        let (first, last) = self.minutes;
        let (early, late) = (minute % 720, minute % 720 + 720);
        let within =
            |m: &u16| if first <= last { (first..=last).contains(m) } else { *m >= first || *m <= last };
        let halves = if first <= last { [early, late] } else { [late, early] };
        halves.into_iter().find(within)
    }
}

impl Clock {
    /// The part of the day, if no hour is said.
    pub(super) fn part(&self) -> Option<&'static DayPart> {
        if let TimeOfDay::Part(part) = self.time { Some(part) } else { None }
    }

    /// The hour in the half of the day that a part of it tells: "half past nine on Monday night". After midnight the
    /// night of a day is the next day's, so no more is told than the part.
    pub(super) fn within(self, part: Option<&'static DayPart>) -> Clock {
        let (TimeOfDay::Twelve { minute }, Some(part)) = (self.time, part) else { return self };
        let time = match part.holds(minute) {
            Some(minute) if minute >= part.minutes.0 => TimeOfDay::At { minute, exact: minute % 30 != 0 },
            Some(_) => TimeOfDay::Part(part),
            None => return self,
        };
        Clock { time, ..self }
    }
}

/// "4 in the morning", "half past six in the evening", "10 at night": the part of the day says which half.
pub(super) fn hour_of_part(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let hour = verify(cardinal.map(|hour| (hour, 0, false)), |(hour, ..)| (1..=12).contains(hour));
    let (rest, (hour, minute, exact)) =
        terminated(alt((hours_minutes, spoken, hour)), opt(text_in(O_CLOCK))).parse(input)?;
    let (rest, part) = preceded(alt((in_the, at.map(|_| ()))), value_of(vocabulary::part)).parse(rest)?;
    match part.holds((hour % 12 * 60 + minute) as u16) {
        Some(minute) => Ok((rest, TimeOfDay::At { minute, exact })),
        None => no_match(),
    }
}

fn in_the(input: Input<'_>) -> Parsed<'_, ()> {
    pair(text("in"), text("the")).map(|_| ()).parse(input)
}

fn at(input: Input<'_>) -> Parsed<'_, Word<'_>> {
    text("at")(input)
}

const O_CLOCK: &[&str] = &["o'clock", "o’clock"];

/// "10 o'clock": before or after noon is not said.
pub(super) fn o_clock(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let hour = verify(cardinal, |hour| (1..=12).contains(hour));
    let mut clock = terminated(hour, text_in(O_CLOCK));
    let (rest, hour) = clock.parse(input)?;
    Ok((rest, TimeOfDay::Twelve { minute: (hour * 60) as u16 }))
}

/// "half past five", "at a quarter to seven": before or after noon is not said.
pub(super) fn spoken_clock(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, (hour, minute, _)) = spoken(input)?;
    let (rest, _) = opt(text_in(O_CLOCK)).parse(rest)?;
    Ok((rest, TimeOfDay::Twelve { minute: (hour * 60 + minute) as u16 }))
}

/// "ten to midnight", "a quarter past noon".
pub(super) fn beside_named(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, (part, side)) = (minutes, text_in(&["past", "to"])).parse(input)?;
    let (rest, hour) = value_of(vocabulary::clock).parse(rest)?;
    let asked = side.is("past") || asks_for_hour(input);
    let minute = if side.is("past") { hour + part as u16 } else { (hour + 1440 - part as u16) % 1440 };
    if asked { Ok((rest, TimeOfDay::At { minute, exact: part % 15 != 0 })) } else { no_match() }
}

/// "half", "a quarter", "twenty minutes": the minutes beside an hour.
fn minutes(input: Input<'_>) -> Parsed<'_, u32> {
    let quarter = preceded(opt(text("a")), text("quarter")).map(|_| 15);
    let counted = verify(cardinal, |minute| (1..30).contains(minute));
    let minutes = terminated(counted, opt(text_in(&["minutes", "minute"])));
    alt((text("half").map(|_| 30), quarter, minutes)).parse(input)
}

/// "half past five", "a quarter to seven", "ten past eight", "twenty minutes to nine": hour, from 1 to 12, and minute.
pub(super) fn spoken(input: Input<'_>) -> Parsed<'_, (u32, u32, bool)> {
    let mut hour = verify(cardinal, |hour| (1..=12).contains(hour));
    let (rest, (part, side)) = (minutes, text_in(&["past", "to"])).parse(input)?;
    // "a quarter to a third of voters"
    if rest.next().is_some_and(|w| w.is_any(&["a", "an"])) {
        return no_match();
    }
    let (rest, hour) = hour.parse(rest)?;
    match side.is("past") {
        true => Ok((rest, (hour, part, part % 30 != 0))),
        // "from five to seven", "voted ten to two", "fell by a quarter to nine dollars"
        false if part < 30 && asks_for_hour(input) && !counts(rest) => {
            Ok((rest, (if hour == 1 { 12 } else { hour - 1 }, 60 - part, part != 15)))
        }
        false => no_match(),
    }
}

/// Does what stands before ask for an hour?
fn asks_for_hour(input: Input<'_>) -> bool {
    const ASKING: &[&str] =
        &["at", "until", "till", "before", "after", "since", "about", "around", "was", "is", "'s"];
    input.before(1).is_some_and(|w| w.is_any(ASKING))
}

/// Does something stand here that a number before it counts, or a scale?
fn counts(input: Input<'_>) -> bool {
    let thing = |w: Word| w.tag().is_noun() && !is_half_day(w.text()) && vocabulary::zone(w).is_none();
    input.next().is_some_and(|w| w.tag() == Tag::Cd || thing(w))
}

/// An hour of twelve with nothing behind it that it could count, in minutes: "(at) eleven".
pub(super) fn bare_twelve(input: Input<'_>) -> Parsed<'_, u16> {
    let (rest, hour) = verify(cardinal, |hour| (1..=12).contains(hour)).parse(input)?;
    let article = input.next().is_some_and(|w| w.is_any(&["a", "an"]));
    let time =
        rest.next().is_some_and(|w| vocabulary::deictic(w).is_some() || vocabulary::weekday(w).is_some());
    if article || (counts(rest) && !time && !rest.next().is_some_and(|w| w.is("tonight"))) {
        return no_match();
    }
    Ok((rest, (hour * 60) as u16))
}

/// "3:10", also with spaces around the colon, and "6.40".
pub(super) fn hours_minutes(input: Input<'_>) -> Parsed<'_, (u32, u32, bool)> {
    value_of(|w: Word| {
        let digits = w.text().starts_with(|c: char| c.is_ascii_digit());
        let (hour, minute) = digits.then(|| w.text().split_once([':', '.'])).flatten()?;
        let (hour, minute) = (digits_of(hour.trim())?, minute.trim());
        let minute = digits_of(minute).filter(|n| *n < 60 && minute.len() == 2)?;
        Some((hour, minute, true))
    })
    .parse(input)
}

/// "a.m." or "p.m.", however written?
pub(super) fn is_half_day(text: &str) -> bool {
    half_day_of(text).is_some()
}

pub(super) fn half_day_of(text: &str) -> Option<u32> {
    let add = match text.as_bytes().first()? {
        b'a' | b'A' => 0,
        b'p' | b'P' => 720,
        _ => return None,
    };
    let mut letters = text.bytes().filter(u8::is_ascii_alphabetic).skip(1);
    let m = letters.next().is_some_and(|b| b.eq_ignore_ascii_case(&b'm'));
    (m && text.len() <= 6 && letters.next().is_none()).then_some(add)
}
