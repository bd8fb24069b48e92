//! Times of day: "3:10 p.m. EDT", "noon", "1100 GMT", "Friday night", "this morning", "9 a.m. Tuesday".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{pair, preceded};

use super::compound::digits as digits_date;
use super::date::{date, day};
use super::expression::{Clock, Expression, TimeOfDay, What};
use super::number::{cardinal, digits_of};
use super::relative::{day_word, named_direction};
use super::spoken::{
    bare_twelve, beside_named, half_day_of, hour_of_part, hours_minutes, o_clock, spoken, spoken_clock,
};
use super::vocabulary::{self, DayPart, Direction, Known, Role, Unit, plays};
use super::zone::{offset_of, zone};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// A time of day that no day precedes; the day may follow it.
pub(super) fn time(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((stamp, clock_first, directed, overnight, part_of_day, part_alone)).parse(input)
}

/// "9 a.m. EST Tuesday", "noon on Saturday", "3 p.m.", "10 p.m. last night", "half past nine on Monday night".
pub(super) fn clock_first(input: Input<'_>) -> Parsed<'_, Expression> {
    let Ok((rest, clock)) = clock(input) else { return hour_first(input) };
    let (rest, day) = opt(day_behind).parse(rest)?;
    let expression = match day {
        Some((day, part)) => day.at(Some(clock.within(part))),
        None => Expression::new(What::Clock).at(Some(clock)),
    };
    Ok((rest, expression))
}

/// "(at) 11 last night", "about 3 this morning": an hour that only the part of the day shows to be one.
fn hour_first(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, vague) = opt(text_in(&["about", "around"])).parse(input)?;
    if vague.is_none() && !input.before(1).is_some_and(|w| w.is_any(AT_HOUR)) {
        return no_match();
    }
    let (rest, minute) = bare_twelve(rest)?;
    let (rest, (day, part)) = day_behind(rest)?;
    if part.is_none() {
        return no_match();
    }
    let clock = Clock { time: TimeOfDay::Twelve { minute }, zone: None, vague: vague.is_some() };
    Ok((rest, day.at(Some(clock.within(part)))))
}

/// Words in front of an hour.
const AT_HOUR: &[&str] = &["at", "by", "until", "till", "before", "after", "since", "from", "to"];

/// The day behind a time on the clock, and the part of the day that it names: "on Tuesday", "last night", "Friday
/// evening".
fn day_behind(input: Input<'_>) -> Parsed<'_, (Expression, Option<&'static DayPart>)> {
    let tonight = verify(overnight, |_| input.next().is_some_and(|w| w.is("tonight")));
    let day = alt((date, day_word, named_direction, directed, tonight));
    let (rest, day) = preceded(opt(text_in(&["on", ","])), day).parse(input)?;
    if matches!(day.what, What::Point(_)) {
        return no_match();
    }
    let (rest, behind) = opt(part).parse(rest)?;
    Ok((rest, (day, behind.or(day.clock).and_then(|clock| clock.part()))))
}

/// "(Tuesday morning) at 8.30", "(last night) at ten": the hour within the part of a day that was read.
pub(super) fn hour_behind<'a>(input: Input<'a>, expression: &Expression) -> Parsed<'a, Expression> {
    let Some(part) = expression.clock.and_then(|clock| clock.part()) else { return no_match() };
    let (rest, _) = text("at")(input)?;
    let dotted = hours_minutes.map(|(hour, minute, _)| (hour * 60 + minute) as u16);
    let hour = alt((verify(dotted, |minute| *minute < 780), bare_twelve)).map(|minute| {
        let time = TimeOfDay::Twelve { minute };
        Clock { time, zone: None, vague: false }
    });
    let (rest, clock) = alt((clock, hour)).parse(rest)?;
    Ok((rest, expression.at(Some(clock.within(Some(part))))))
}

/// "the morning of Aug. 4", "(at) dawn on Monday", "the early hours of Thursday", "the night of the attack" (the text's day), and, with the
/// part in front of a word for the day, "mid-afternoon yesterday".
fn part_of_day(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, (_, edge, clock)) =
        (opt(text("the")), opt(word(|w| plays(w, Role::Edge))), alt((small_hours, part))).parse(input)?;
    let (rest, of) = opt(text("of")).parse(rest)?;
    // "at dawn on Monday"; "before dawn on Monday" is on Monday, and in no dawn
    let moment = input.before(1).is_some_and(|w| w.is("at") || plays(w, Role::Hedge));
    let (rest, on) = if moment { opt(text("on")).parse(rest)? } else { (rest, None) };
    let (rest, day) = alt((date, day_word, named_direction, directed)).parse(rest)?;
    let dated = matches!(day.what, What::Fields(f) if f.day.is_some() || f.weekday.is_some());
    let told = matches!(day.what, What::Shift { unit: Unit::Day, .. });
    if !(dated && of.or(on).is_some() || told) {
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

/// What follows a day: "(Friday) night", "(Monday) overnight", "(Tuesday) 3 p.m.", "(yesterday) afternoon", "(last Friday) at noon",
/// "(Sunday) at dawn".
pub(super) fn after_day(input: Input<'_>) -> Parsed<'_, Clock> {
    let edge = opt(word(|w| plays(w, Role::Edge)));
    let night = verify(overnight, |overnight| matches!(overnight.what, What::Shift { by: -1, .. }));
    let night = map_opt(night, |overnight| overnight.clock);
    preceded(edge, alt((preceded(opt(text("at")), part), night, preceded(opt(text_in(&[",", "at"])), clock))))
        .parse(input)
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

/// "tonight", "overnight", "overnight on Monday".
fn overnight(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, by) = value_of(|w: Word| match () {
        () if w.is("tonight") => Some(0),
        () if w.is("overnight") => Some(-1),
        () => None,
    })
    .parse(input)?;
    let night =
        vocabulary::part("night").map(|part| Clock { time: TimeOfDay::Part(part), zone: None, vague: false });
    // "overnight on Monday" is the night that begins then, or ends.
    if by < 0
        && let Ok((rest, day)) = preceded(opt(text("on")), day).parse(rest)
        && (day.weekday.is_some() || day.day.is_some())
        && !rest.next().is_some_and(|w| w.tag().is_noun())
    {
        return Ok((rest, Expression::fields(day).at(night)));
    }
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
pub(super) fn clock(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, vague) = opt(word(|w| plays(w, Role::Hedge))).parse(input)?;
    let (rest, time) = alt((
        named_hour,
        beside_named,
        twelve_hours,
        hour_of_part,
        o_clock,
        spoken_clock,
        colon,
        dotted,
        four_digits,
    ))
    .parse(rest)?;
    let (rest, zone) = opt(zone).parse(rest)?;
    Ok((rest, Clock { time, zone: zone.flatten(), vague: vague.is_some() || shortly(input) }))
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
