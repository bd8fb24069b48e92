//! Repeated times: "daily", "every two weeks", "each July", "twice a week", "Mondays".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek};
use nom::sequence::{pair, preceded, terminated};

use super::calendar::Count;
use super::compound::habit;
use super::date::{month, weekday};
use super::expression::{Expression, Fields, Period, What, YearPart};
use super::number::count;
use super::vocabulary::{self, Role, plays};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// Any repeated time.
pub(super) fn set(input: Input<'_>) -> Parsed<'_, Expression> {
    let period = alt((adverb, each, times_a, weekdays, compound));
    period.map(|period| Expression::new(What::Every(period))).parse(input)
}

/// "daily", "annually".
fn adverb(input: Input<'_>) -> Parsed<'_, Period> {
    // "the New Selby Daily News": part of a name.
    let (behind, before) = (input.peek(1), input.before(1));
    let named = |w: Option<Word>| w.is_some_and(|w| w.tag().is_name());
    let in_name = input.next().is_some_and(|w| w.tag().is_name()) && (named(behind) || named(before));
    let given = value_of(|w| vocabulary::every(w).filter(|_| !in_name && !is_rate(input)));
    given.map(Period::Given).parse(input)
}

/// "rose 3 percent annually", "$2 million monthly": how much, as in "$2 million a month", and not how often.
fn is_rate(input: Input<'_>) -> bool {
    let adverb = input.next().is_some_and(|w| w.tag().is_adverb());
    let amount = |w: Word<'_>| w.tag() == Tag::Cd || w.known().unit.is_some() || plays(w, Role::Amount);
    let counted = input.before(1).is_some_and(|w| w.tag() == Tag::Nns) && input.before(2).is_some_and(amount);
    adverb && (counted || input.before(1).is_some_and(amount))
}

/// "every day", "each month", "every two weeks", "every other week", "each July", "every (other) Friday night".
fn each(input: Input<'_>) -> Parsed<'_, Period> {
    let (rest, _) = word(|w| plays(w, Role::Every) && !w.is("per"))(input)?;
    let every_other = (text_in(&["other", "single"]), value_of(vocabulary::unit))
        .map(|(how, unit)| Period::Units(Count::Exact(if how.is("other") { 2 } else { 1 }), unit));
    let (rest, _) = opt(terminated(text("other"), peek(weekday))).parse(rest)?;
    let units = (opt(count), value_of(vocabulary::unit))
        .map(|(count, unit)| Period::Units(count.unwrap_or(Count::Exact(1)), unit));
    let season = value_of(vocabulary::season).map(|season| Fields::part(YearPart::Season(season)));
    let fields = alt((month.map(Fields::month), season)).map(Period::Fields);
    let evening =
        pair(weekday, opt(value_of(vocabulary::part))).map(|(day, part)| Period::Weekdays(day, part));
    alt((every_other, units, evening, fields)).parse(rest)
}

/// "twice a week", "three times a day", "once a year".
fn times_a(input: Input<'_>) -> Parsed<'_, Period> {
    let often = alt((word(|w| w.is_any(&["once", "twice"])), preceded(count, text_in(&["times"]))));
    let (rest, (_, _, unit)) =
        (often, text_in(&["a", "an", "per", "each", "every"]), value_of(vocabulary::unit)).parse(input)?;
    Ok((rest, Period::Units(Count::Exact(1), unit)))
}

/// "on Mondays", "Tuesday nights", "weekends".
fn weekdays(input: Input<'_>) -> Parsed<'_, Period> {
    let plural = |w: Word<'_>| w.text().ends_with('s') && !w.text().ends_with("ss");
    let (rest, (day, name)) = value_of(|w| vocabulary::weekday(w).map(|day| (day, w))).parse(input)?;
    let (rest, part) = opt(value_of(|w| vocabulary::part(w).filter(|_| plural(w)))).parse(rest)?;
    // "Wednesday" ends with no s of its own.
    if part.is_none() && !(plural(name) && name.text().starts_with(char::is_uppercase)) {
        return no_match();
    }
    Ok((rest, Period::Weekdays(day, part)))
}

/// "every-day".
fn compound(input: Input<'_>) -> Parsed<'_, Period> {
    value_of(|w: Word| if w.text().contains('-') { fold(w.text(), habit) } else { None }).parse(input)
}
