//! Times told from another time: "yesterday", "last week", "next Friday", "two weeks ago", "the previous day".

use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek};
use nom::sequence::{pair, preceded, terminated};

use super::calendar::Count;
use super::date::day;
use super::duration::{further, half_of};
use super::expression::{Anchor, Anchored, Expression, Fields, Origin, What, YearOf, YearPart};
use super::length::Length;
use super::number::{count, halved, ordinal, year_value};
use super::vocabulary::{self, Direction, Role, Unit, plays, vocabulary};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// Any time told from another.
pub(super) fn relative(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((beside, away, named_direction, unit_direction, elliptic, day_word, weekend, nth_day, again, holiday))
        .parse(input)
}

/// "yesterday", "today", "tomorrow".
pub(super) fn day_word(input: Input<'_>) -> Parsed<'_, Expression> {
    value_of(vocabulary::deictic).map(|by| Expression::new(What::Shift { unit: Unit::Day, by })).parse(input)
}

/// "last May", "next Friday", "this September", "last Oct. 23", "this coming Sunday, March eighth".
pub(super) fn named_direction(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, direction) = direction(input)?;
    let season = value_of(vocabulary::season).map(|season| Fields::part(YearPart::Season(season)));
    let (rest, fields) = alt((day, season)).parse(rest)?;
    Ok((rest, Expression::fields(Fields { direction: Some(direction), ..fields })))
}

/// "last", "next", "this", "this past", "this coming", "the previous", "the following".
pub(super) fn direction(input: Input<'_>) -> Parsed<'_, Direction> {
    let (rest, first) = preceded(opt(text("the")), value_of(directs)).parse(input)?;
    let (rest, second) =
        if first == Direction::This { opt(value_of(directs)).parse(rest)? } else { (rest, None) };
    Ok((rest, second.unwrap_or(first)))
}

fn directs(word: Word<'_>) -> Option<Direction> {
    vocabulary::direction(word)
        .filter(|_| !word.tag().is_verb() || word.is_any(&["coming", "following", "last"]))
}

/// "last week", "this year", "next month", "the past quarter", "the current year", "this century", "that day".
fn unit_direction(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, direction) = direction(input)?;
    let (rest, _) = opt(word(|w| plays(w, Role::Business))).parse(rest)?;
    let (rest, (unit, name)) = value_of(|w| vocabulary::unit(w).map(|u| (u, w))).parse(rest)?;
    let the = input.next().is_some_and(|w| w.is("the"));
    let by = match direction {
        Direction::Last | Direction::Before => -1,
        Direction::This | Direction::Same => 0,
        Direction::Next | Direction::After => 1,
    };
    // "the past week" is seven days, "the past weekend" is a weekend.
    let past = rest.before(2).is_some_and(|w| w.is("past")) && unit > Unit::Weekend;
    let plural = name.text().ends_with('s') && unit != Unit::Century;
    if plural || (unit < Unit::Day) || unit == Unit::Half || (name.is("second") && unit == Unit::Second) {
        return no_match();
    }
    let what = match direction {
        // "this coming weekend" is the next there is, and no week later.
        Direction::Next if unit == Unit::Weekend && rest.before(2).is_some_and(|w| w.is("coming")) => {
            let saturday = Fields { direction: Some(direction), ..Fields::weekday(Weekday::Saturday) };
            What::Anchored(Anchored::Around { unit, anchor: Anchor::Fields(saturday) })
        }
        Direction::Last if past => What::Length(Length::of(Count::Exact(1), unit)),
        Direction::Before | Direction::After | Direction::Same => What::Again { unit, by },
        Direction::Next if the && unit == Unit::Day => What::Again { unit, by },
        _ => What::Shift { unit, by },
    };
    Ok((rest, Expression::new(what)))
}

/// "(more this year than) last": the unit is the one that is held against it.
fn elliptic(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, _) = text("last")(input)?;
    let held = input.before(1).is_some_and(|w| w.is_any(&["than", "as", "from"]));
    let unit = input.before(2).and_then(vocabulary::unit).filter(|unit| *unit > Unit::Day);
    let this = input.before(3).is_some_and(|w| w.is("this"));
    let free = rest.next().is_none_or(|w| w.tag().is_punctuation() || w.tag() == Tag::Cc);
    match unit.filter(|_| held && this && free) {
        Some(unit) => Ok((rest, Expression::new(What::Shift { unit, by: -1 }))),
        None => no_match(),
    }
}

/// "the weekend".
fn weekend(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, _) = (text("the"), word(|w| vocabulary::unit(w) == Some(Unit::Weekend))).parse(input)?;
    Ok((rest, Expression::new(What::Shift { unit: Unit::Weekend, by: 0 })))
}

/// "the quarter", "the year", "the week", "the day": the text's last, or the current one.
fn again(input: Input<'_>) -> Parsed<'_, Expression> {
    let whole = opt(word(|w| plays(w, Role::Business)));
    let (rest, (_, _, (unit, name))) =
        (text("the"), whole, value_of(|w| vocabulary::unit(w).map(|u| (u, w)))).parse(input)?;
    let fits = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
    let plural = name.text().ends_with('s');
    // "a high for the year of $42"
    let sum =
        rest.next().is_some_and(|w| w.is("of")) && rest.peek(1).is_some_and(|w| w.tag() == Tag::Currency);
    let used = !sum
        && rest
            .next()
            .is_some_and(|w| w.tag().is_noun() || w.tag() == Tag::Cd || w.is_any(&["of", "before", "after"]));
    if !fits || plural || used {
        return no_match();
    }
    let until = || pair(text("to"), day).parse(rest).is_ok_and(|(_, (_, last))| last.day.is_some());
    if unit == Unit::Year && (rest.next().is_some_and(|w| w.is_any(&["ended", "ending"])) || until()) {
        return Ok((rest, Expression::length(Count::Exact(1), unit)));
    }
    let last = preceded(text("ended"), day).parse(rest).ok().map(|(_, last)| last);
    let what = match last.filter(|last| unit == Unit::Quarter && last.day.is_some()) {
        Some(last) => What::Ended { unit, last },
        None => What::The { unit },
    };
    Ok((rest, Expression::new(what)))
}

/// "(it is) the third day (of the strike)", "(today is) the eighth day": today, whatever began a while ago.
fn nth_day(input: Input<'_>) -> Parsed<'_, Expression> {
    let is = input.before(1).is_some_and(|w| w.tag() == Tag::Vbz && w.lemma() == "be");
    let now = input.before(2).is_some_and(|w| w.is_any(&["it", "this", "today"]));
    let straight = opt(word(|w| plays(w, Role::Filler)));
    let day = word(|w| vocabulary::unit(w) == Some(Unit::Day) && !w.text().ends_with('s'));
    let (rest, _) = (text("the"), ordinal, straight, day).parse(input)?;
    if is && now { Ok((rest, Expression::new(What::Shift { unit: Unit::Day, by: 0 }))) } else { no_match() }
}

/// "(up from four) the year before", "the day after": beside the text's last.
fn beside(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, (unit, name))) =
        (text("the"), value_of(|w| vocabulary::unit(w).map(|u| (u, w)))).parse(input)?;
    let (rest, (by, _)) = before_or_after(rest)?;
    if name.text().ends_with('s') || !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
        return no_match();
    }
    Ok((rest, Expression::new(What::Again { unit, by })))
}

/// "two weeks ago", "half a year ago", "a year earlier", "three days later", "a week or so ago", "five years from now", "a week's time".
fn away(input: Input<'_>) -> Parsed<'_, Expression> {
    let mut hedge = opt(word(|w| plays(w, Role::Hedge)));
    let (rest, hedge) = hedge.parse(input)?;
    if let Ok((rest, (n, unit))) = half_of(rest) {
        let (rest, (sign, from)) = alt((ago, from_now, before_or_after)).parse(rest)?;
        let away = What::Away { count: Count::Exact(n), unit, sign, from };
        return Ok((rest, Expression::new(away).vague(hedge.is_some())));
    }
    let (rest, (count, _)) = (opt(count), opt(word(|w| plays(w, Role::Filler)))).parse(rest)?;
    let (rest, unit) = value_of(vocabulary::unit).parse(rest)?;
    // "3/8 years ago": what cannot be read is no "years ago".
    if count.is_none() && input.before(1).is_some_and(|w| w.tag() == Tag::Cd) {
        return no_match();
    }
    let (rest, count) = match count {
        Some(count) => halved(rest, count)?,
        None => (rest, Count::Some),
    };
    let (rest, further) = opt(further(unit, count)).parse(rest)?;
    let (count, unit) = Length { further, ..Length::of(count, unit) }.in_smaller();
    let (rest, about) = opt(pair(text("or"), text_in(&["so", "two", "more"]))).parse(rest)?;
    let (rest, (sign, from)) = alt((ago, from_now, in_time, before_or_after)).parse(rest)?;
    let away = Expression::new(What::Away { count, unit, sign, from });
    Ok((rest, away.vague(hedge.is_some() || about.is_some())))
}

fn ago(input: Input<'_>) -> Parsed<'_, (i32, Origin)> {
    word(|w| plays(w, Role::Ago)).map(|_| (-1, Origin::Speech)).parse(input)
}

fn from_now(input: Input<'_>) -> Parsed<'_, (i32, Origin)> {
    pair(text("from"), text_in(&["now", "today"])).map(|_| (1, Origin::Speech)).parse(input)
}

/// "(in a week)'s time".
fn in_time(input: Input<'_>) -> Parsed<'_, (i32, Origin)> {
    pair(text_in(&["'s", "’s", "'", "’"]), text("time")).map(|_| (1, Origin::Speech)).parse(input)
}

/// "earlier", "later"; "before" and "after" only where nothing follows that they could govern.
fn before_or_after(input: Input<'_>) -> Parsed<'_, (i32, Origin)> {
    let (rest, (sign, name)) = value_of(|w| match () {
        () if plays(w, Role::Earlier) => Some((-1, w)),
        () if plays(w, Role::Later) => Some((1, w)),
        () => None,
    })
    .parse(input)?;
    let free = rest.next().is_none_or(|w| w.tag().is_punctuation());
    if !free && !name.is_any(&["earlier", "later"]) {
        return no_match();
    }
    Ok((rest, (sign, Origin::Text)))
}

/// "Christmas Day", "last Thanksgiving", "New Year's Eve", and the days around one: "Easter week", "Labor Day weekend".
fn holiday(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, direction) = opt(direction).parse(input)?;
    let (rest, rule) = named_day(rest)?;
    let around = value_of(|w| vocabulary::unit(w).filter(|u| matches!(u, Unit::Week | Unit::Weekend)));
    let (rest, (around, year)) = pair(opt(around), year_of_day).parse(rest)?;
    let fields = Fields { direction, year, ..Fields::default() };
    let what = match around {
        Some(unit) => What::Anchored(Anchored::Around { unit, anchor: Anchor::Holiday(rule, fields) }),
        None => What::Holiday(rule, fields),
    };
    Ok((rest, Expression::new(what)))
}

/// "(Christmas) 2012", "(Easter) in 1998", if a year stands here.
pub(super) fn year_of_day(input: Input<'_>) -> Parsed<'_, YearOf> {
    let year = preceded(opt(text_in(&[",", "of", "in"])), value_of(|w: Word| year_value(w.text())));
    opt(year).map(|year| year.map(YearOf::Is).unwrap_or_default()).parse(input)
}

/// The longest name of a day in the lexicon that stands here.
pub(super) fn named_day(input: Input<'_>) -> Parsed<'_, vocabulary::Rule> {
    let known = input.next().and_then(vocabulary::holiday).is_some()
        && input.next().is_some_and(|w| w.text().starts_with(char::is_uppercase));
    if !known {
        return no_match();
    }
    for holiday in &vocabulary().holidays {
        let fits = |(i, word): (usize, &String)| {
            input.peek(i).is_some_and(|w| fold(w.text(), |own| own.replace('’', "'") == *word))
        };
        if holiday.words.iter().enumerate().all(fits) {
            let rest = nom::Input::take_from(&input, holiday.words.len());
            return Ok((rest, holiday.rule));
        }
    }
    no_match()
}

/// "early in the year", "the end of May", "the middle of October", "a good part of 1990": the words before it.
pub(super) fn stretch(input: Input<'_>) -> Parsed<'_, ()> {
    let of = (opt(text_in(&["the", "a"])), opt(word(|w| w.tag() == Tag::Jj || w.is("very"))));
    let named = terminated(word(|w| plays(w, Role::Stretch)), text("of"));
    let edge = terminated(word(|w| plays(w, Role::Edge)), opt(pair(text("in"), peek(text("the")))));
    alt(((of, named).map(|_| ()), edge.map(|_| ()))).parse(input)
}
