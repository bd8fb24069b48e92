//! Times of day: "3:10 p.m. EDT", "noon", "1100 GMT", "Friday night", "this morning", "9 a.m. Tuesday".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::compound::digits as digits_date;
use super::date::date;
use super::expression::{Clock, Expression, TimeOfDay, What};
use super::number::{cardinal, digits_of};
use super::relative::{day_word, named_direction};
use super::vocabulary::{self, DayPart, Direction, Known, Role, Unit, plays};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// A time of day that no day precedes; the day may follow it.
pub(super) fn time(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((stamp, clock_first, directed, overnight, part_of_day, part_alone)).parse(input)
}

/// "9 a.m. EST Tuesday", "noon on Saturday", "3 p.m.", "10 p.m. last night".
pub(super) fn clock_first(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, clock) = clock(input)?;
    let day = alt((date, day_word, named_direction, directed));
    let (rest, day) = opt(preceded(opt(text_in(&["on", ","])), day)).parse(rest)?;
    let day = day.filter(|day| !matches!(day.what, What::Point(_)));
    // "7 p.m. on Friday night": the part of the day says no more than the clock does.
    let (rest, _) = if day.is_some() { opt(part).parse(rest)? } else { (rest, None) };
    Ok((rest, day.unwrap_or(Expression::new(What::Clock)).at(Some(clock))))
}

/// "the morning of Aug. 4", "the early hours of Thursday", "the night of the attack" (the text's day), and, with the
/// part in front of a word for the day, "mid-afternoon yesterday".
fn part_of_day(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, edge, clock)) =
        (opt(text("the")), opt(word(|w| plays(w, Role::Edge))), alt((small_hours, part))).parse(input)?;
    let (rest, of) = opt(text("of")).parse(rest)?;
    let (rest, day) = alt((date, day_word, named_direction, directed)).parse(rest)?;
    let dated = matches!(day.what, What::Fields(f) if f.day.is_some() || f.weekday.is_some());
    let told = matches!(day.what, What::Shift { unit: Unit::Day, .. });
    if !(dated && of.is_some() || told) {
        return no_match();
    }
    // "the early hours of Thursday morning" says no more than its first words do.
    let (rest, _) = if of.is_some() { opt(part).parse(rest)? } else { (rest, None) };
    let clock = day.clock.unwrap_or(clock);
    Ok((rest, day.at(Some(clock)).vague(edge.is_some())))
}

/// "(early) hours", "small hours": before dawn.
fn small_hours(input: Input<'_>) -> Parsed<'_, Clock> {
    let asked = input.next().is_some_and(|w| w.is_any(&["small", "wee"]))
        || input.before(1).is_some_and(|w| plays(w, Role::Edge));
    let (rest, _) = preceded(opt(text_in(&["small", "wee"])), text("hours")).parse(input)?;
    match vocabulary::part("morning").filter(|_| asked) {
        Some(part) => Ok((rest, Clock { time: TimeOfDay::Part(part), zone: None, vague: true })),
        None => no_match(),
    }
}

/// "2014-08-11T15:30:00+09:00", "2014-08-11T13:30Z", which the tokenizer takes apart at the colons.
fn stamp(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (date, hour)) = value_of(|w: Word| {
        let (date, hour) = w.text().split_once(['T', 't'])?;
        Some((digits_date(date)?, digits_of(hour).filter(|h| hour.len() == 2 && *h < 24)?))
    })
    .parse(input)?;
    let (rest, (_, (minute, mut zone))) = (text(":"), value_of(|w: Word| minute_of(w.text()))).parse(rest)?;
    let (mut rest, _) = opt(pair(text(":"), value_of(|w: Word| minute_of(w.text())))).parse(rest)?;
    let signed = pair(text_in(&["+", "-", "−"]), value_of(|w: Word| offset_of(w.text())));
    if let Ok((after, (sign, offset))) = { signed }.parse(rest) {
        zone = Some(if sign.is("+") { offset } else { -offset });
        rest = after;
    }
    let minute = (hour * 60 + minute) as u16;
    let clock = Clock { time: TimeOfDay::At { minute, exact: true }, zone, vague: false };
    Ok((rest, date.at(Some(clock))))
}

/// "30", "30:00", "30:00Z", "30:00.000Z": the minute, and Greenwich's zone if it is said.
fn minute_of(text: &str) -> Option<(u32, Option<i16>)> {
    let zone = text.ends_with(['Z', 'z']).then_some(0);
    let minute = digits_of(text.get(..2)?).filter(|n| *n < 60)?;
    let rest = text.get(2..)?.trim_end_matches(['Z', 'z']);
    rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ',')).then_some((minute, zone))
}

/// "09:00", "0900", "9": minutes.
fn offset_of(text: &str) -> Option<i16> {
    let (hours, minutes) = text.split_once(':').or_else(|| text.split_at_checked(2)).unwrap_or((text, ""));
    let minutes = if minutes.is_empty() { 0 } else { digits_of(minutes)? };
    Some((digits_of(hours).filter(|h| *h < 15)? * 60 + minutes) as i16)
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
    let attribute = by < 0 && rest.next().is_some_and(|w| w.tag().is_noun() && w.senses().is_empty());
    let what = if attribute { What::Overnight } else { What::Shift { unit: Unit::Day, by } };
    Ok((rest, Expression::new(what).at(night)))
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
pub(super) fn part(input: Input<'_>) -> Parsed<'_, Clock> {
    let part = value_of(|w: Word| {
        vocabulary::part(w).filter(|_| !w.tag().is_verb() || w.tag() == Tag::Vbg).or_else(|| edged(w))
    });
    part.map(|part| Clock { time: TimeOfDay::Part(part), zone: None, vague: false }).parse(input)
}

/// "mid-afternoon", "late-morning".
fn edged(word: Word<'_>) -> Option<&'static DayPart> {
    let (edge, part) = word.split_at_hyphen()?;
    fold(part, |part| vocabulary::part(part)).filter(|_| fold(edge, |edge| plays(edge, Role::Edge)))
}

/// A time on the clock, with "about" and a zone: "about 3:10 p.m. EDT", "noon", "1530 GMT", "ten o'clock".
fn clock(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, vague) = opt(word(|w| plays(w, Role::Hedge))).parse(input)?;
    let (rest, time) =
        alt((named_hour, twelve_hours, hour_of_part, o_clock, spoken_clock, colon, dotted, four_digits))
            .parse(rest)?;
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
    if let Ok((rest, (first, last))) = hour_range(input) {
        return Ok((rest, TimeOfDay::Between { first, last }));
    }
    let (rest, ((hour, minute, exact), half)) =
        (alt((hours_minutes, spoken, hour)), half_day).parse(input)?;
    if !(1..=12).contains(&hour) {
        return no_match();
    }
    Ok((rest, TimeOfDay::At { minute: (hour % 12 * 60 + minute + half) as u16, exact }))
}

/// "9-11 p.m.", "10-11:30 a.m.", in minutes.
fn hour_range(input: Input<'_>) -> Parsed<'_, (u16, u16)> {
    let (rest, ((first, last), half)) = (
        value_of(|w: Word| {
            let (first, last) = w.split_at_hyphen()?;
            Some((minutes_of(first)?, minutes_of(last)?))
        }),
        half_day,
    )
        .parse(input)?;
    if first > 779 || last > 779 {
        return no_match();
    }
    let last = last % 720 + half as u16;
    Ok((rest, (before(first, last), last)))
}

/// "11", "11:30", "11.30": minutes after midnight.
fn minutes_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let minute = digits_of(minute).filter(|n| *n < 60 && minute.len() == 2)?;
    let hour = digits_of(hour).filter(|n| *n < 24 && hour.len() <= 2)?;
    Some((hour * 60 + minute) as u16)
}

/// An hour whose half of the day stands elsewhere, in minutes.
pub(super) fn bare_hour(input: Input<'_>) -> Parsed<'_, u16> {
    value_of(|w: Word| minutes_of(w.text())).parse(input)
}

/// "4 in the morning", "half past six in the evening", "10 at night": the part of the day says which half.
fn hour_of_part(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let hour = verify(cardinal.map(|hour| (hour, 0, false)), |(hour, ..)| (1..=12).contains(hour));
    let (rest, (hour, minute, exact)) =
        terminated(alt((hours_minutes, spoken, hour)), opt(text_in(O_CLOCK))).parse(input)?;
    let (rest, part) = preceded(alt((in_the, at.map(|_| ()))), value_of(vocabulary::part)).parse(rest)?;
    let at = |half: u32| (hour % 12 * 60 + minute + half) as u16;
    let (first, last) = part.minutes;
    let within = |m: u16| if first <= last { (first..=last).contains(&m) } else { m >= first || m <= last };
    match [at(0), at(720)].into_iter().find(|m| within(*m)) {
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

/// "19.30 on Monday", "19.30 GMT": an hour with a full stop, where a day or a zone shows that it is one.
fn dotted(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, (hour, minute, exact)) = hours_minutes(input)?;
    let asked = input.before(1).is_some_and(|w| {
        w.is_any(&["at", "by", "from", "until", "till", "before", "after", "since"]) || plays(w, Role::Hedge)
    });
    let day = preceded(opt(text("on")), alt((date, day_word, named_direction, directed)));
    let dated = day.map(|_| ()).parse(rest).is_ok();
    let zoned =
        rest.next().is_some_and(|w| vocabulary::zone(w).is_some() || w.is_any(&["local", "hrs", "hours"]));
    let minutes = input.next().is_some_and(|w| w.text().contains('.'));
    if !minutes || hour >= 24 || !(zoned || asked && dated) {
        return no_match();
    }
    let minute = (hour * 60 + minute) as u16;
    Ok((rest, TimeOfDay::At { minute, exact }))
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

const O_CLOCK: &[&str] = &["o'clock", "o’clock"];

/// "10 o'clock": before or after noon is not said.
fn o_clock(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let hour = verify(cardinal, |hour| (1..=12).contains(hour));
    let mut clock = terminated(hour, text_in(O_CLOCK));
    let (rest, hour) = clock.parse(input)?;
    Ok((rest, TimeOfDay::Twelve { minute: (hour * 60) as u16 }))
}

/// "half past five", "at a quarter to seven": before or after noon is not said.
fn spoken_clock(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, (hour, minute, _)) = spoken(input)?;
    let (rest, _) = opt(text_in(O_CLOCK)).parse(rest)?;
    Ok((rest, TimeOfDay::Twelve { minute: (hour * 60 + minute) as u16 }))
}

/// "half past five", "a quarter to seven", "ten past eight", "twenty minutes to nine": hour, from 1 to 12, and minute.
fn spoken(input: Input<'_>) -> Parsed<'_, (u32, u32, bool)> {
    let quarter = preceded(opt(text("a")), text("quarter")).map(|_| 15);
    let counted = verify(cardinal, |minute| (1..30).contains(minute));
    let minutes = terminated(counted, opt(text_in(&["minutes", "minute"])));
    let part = alt((text("half").map(|_| 30), quarter, minutes));
    let mut hour = verify(cardinal, |hour| (1..=12).contains(hour));
    let (rest, (part, side)) = (part, text_in(&["past", "to"])).parse(input)?;
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

/// "15:30"; "3:10" may be before or after noon.
fn colon(input: Input<'_>) -> Parsed<'_, TimeOfDay> {
    let (rest, (hour, minute, _)) = hours_minutes(input)?;
    let dotted = input.next().is_some_and(|w| w.text().contains('.'));
    if dotted || hour >= 24 || input.before(1).is_some_and(|w| w.tag() == Tag::Cd) {
        return no_match();
    }
    let minute = (hour * 60 + minute) as u16;
    let zoned = rest.next().is_some_and(|w| vocabulary::zone(w).is_some());
    let whole = hour == 0 || hour > 12 || zoned;
    Ok((rest, if whole { TimeOfDay::At { minute, exact: true } } else { TimeOfDay::Twelve { minute } }))
}

/// "3:10", also with spaces around the colon, and "6.40".
fn hours_minutes(input: Input<'_>) -> Parsed<'_, (u32, u32, bool)> {
    value_of(|w: Word| {
        let (hour, minute) = w.text().split_once([':', '.'])?;
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
    // "10:30 west of the river"
    let capital = |w: Word<'_>| w.text().bytes().all(|b| b.is_ascii_uppercase());
    let zone = || value_of(move |w| vocabulary::zone(w).filter(|_| capital(w)));
    alt((zone(), delimited(text("("), zone(), text(")")))).parse(input)
}

/// An hour without its half of the day, in the half that puts it before another time: "11 to 2 p.m.".
pub(super) fn before(first: u16, last: u16) -> u16 {
    let (morning, afternoon) = (first % 720, first % 720 + 720);
    if first >= 780 || afternoon >= last && morning >= last {
        first
    } else if afternoon < last {
        afternoon
    } else {
        morning
    }
}
