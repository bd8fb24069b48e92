//! The zone behind a time on the clock: "EDT", "(GMT)", "UTC+2", "(UTC-03:30)", "Moscow time".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{delimited, pair};

use super::number::digits_of;
use super::vocabulary;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of};

/// Words of the longest name of a zone: "Central European Summer (time)".
const LONGEST: usize = 3;

/// Minutes east of Greenwich, or nothing for a zone that the lexicon does not place: "local time".
pub(super) fn zone(input: Input<'_>) -> Parsed<'_, Option<i16>> {
    let placed = alt((offset, delimited(text("("), offset, text(")")))).map(Some);
    let named = alt((named, delimited(text("("), named, text(")")))).map(|()| None);
    alt((placed, named)).parse(input)
}

/// "EDT", "UTC+2", "GMT-5", "UTC +05:30".
fn offset(input: Input<'_>) -> Parsed<'_, i16> {
    if let Ok(joined) = value_of(|w: Word<'_>| joined(w.text())).parse(input) {
        return Ok(joined);
    }
    // "10:30 west of the river"
    let capital = |w: Word<'_>| w.text().bytes().all(|b| b.is_ascii_uppercase());
    let (rest, zone) = value_of(move |w| vocabulary::zone(w).filter(|_| capital(w))).parse(input)?;
    let signed = pair(text_in(&["+", "-", "−"]), value_of(|w: Word<'_>| offset_of(w.text())));
    let (rest, further) = if zone == 0 { opt(signed).parse(rest)? } else { (rest, None) };
    let further = further.map_or(0, |(sign, minutes)| if sign.is("+") { minutes } else { -minutes });
    Ok((rest, zone + further))
}

/// "GMT-5" in one word.
fn joined(text: &str) -> Option<i16> {
    let (name, offset) = Some(text).filter(|t| t.starts_with(['G', 'U']))?.split_once(['-', '−', '+'])?;
    let west = !text.contains('+');
    let minutes = offset_of(offset).filter(|_| matches!(name, "GMT" | "UTC"))?;
    Some(if west { -minutes } else { minutes })
}

/// "local time", "Moscow time", "Eastern Daylight Time".
fn named(input: Input<'_>) -> Parsed<'_, ()> {
    let name = |w: Word<'_>| w.tag().is_name() || w.text().starts_with(char::is_uppercase) || w.is("local");
    let named = (0..LONGEST).take_while(|ahead| input.peek(*ahead).is_some_and(name)).count();
    let end = (1..=named).find(|ahead| input.peek(*ahead).is_some_and(|w| w.is("time")));
    match end {
        Some(end) => Ok((input.skip(end + 1), ())),
        None => no_match(),
    }
}

/// "09:00", "0900", "9": minutes.
pub(super) fn offset_of(text: &str) -> Option<i16> {
    let (hours, minutes) = text.split_once(':').or_else(|| text.split_at_checked(2)).unwrap_or((text, ""));
    let minutes = if minutes.is_empty() { 0 } else { digits_of(minutes)? };
    Some((digits_of(hours).filter(|h| *h < 15)? * 60 + minutes) as i16)
}
