//! How far the words reach: days from an unknown day of publication, and minutes around a time of day.
//!
//! The tables, and the reasons for their numbers, are in `lexicon/reach.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::calendar::Count;
use super::expression::{Anchor, Anchored, Clock, Fields, Origin, TimeOfDay, What};
use super::tense::Tense;
use super::vocabulary::{Direction, TimeReference, Unit};
use crate::lexicon::packed::{table, unpack};

/// First and last day, counted from the day of publication.
pub(super) type Offset = (i32, i32);

/// The table as the file has it.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Table {
    weekday: BTreeMap<String, Offset>,
    last: BTreeMap<Unit, Offset>,
    this: BTreeMap<Unit, Offset>,
    next: BTreeMap<Unit, Offset>,
    reference: BTreeMap<String, Offset>,
    clock: Tolerance,
}

/// Minutes by which a reported time of day may be off.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Tolerance {
    hour: u16,
    about: BTreeMap<String, u16>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| unpack(table!("reach")));

/// The days an expression may mean; nothing where it says too little.
pub(super) fn offset(what: &What, tense: Tense, vague: bool) -> Option<Offset> {
    match *what {
        What::Fields(fields) => of_fields(&fields, tense),
        What::Shift { unit: Unit::Day, by } => Some((by, by)),
        What::Shift { unit, by } => of_shift(unit, by, tense, vague),
        What::Away { count: Count::Exact(n), unit, sign, from: Origin::Speech } => {
            Some(away(i32::try_from(n).unwrap_or(i32::MAX), unit, sign))
        }
        What::TimeReference(reference) => of_reference(reference),
        What::Anchored(anchored) => of_anchored(&anchored),
        _ => None,
    }
}

fn of_anchored(anchored: &Anchored) -> Option<Offset> {
    let Anchored::From { by, unit, anchor } = *anchored else { return None };
    let further = by.saturating_mul(unit.days());
    let (first, last) = match anchor {
        Anchor::Day(day) => (day, day),
        Anchor::Fields(fields) => of_fields(&fields, if by > 0 { Tense::Future } else { Tense::Past })?,
        Anchor::Holiday(..) => return None,
    };
    Some((first.saturating_add(further), last.saturating_add(further)))
}

fn of_fields(fields: &Fields, tense: Tense) -> Option<Offset> {
    if fields.weekday.is_none() || fields.part.is_some() {
        return None;
    }
    let key = match (fields.direction, tense) {
        (Some(Direction::Last), _) => "last",
        (Some(Direction::Next), _) => "next",
        (Some(Direction::Before | Direction::After | Direction::Same), _) => return None,
        (_, Tense::Past) => "past",
        (_, Tense::Future) => "coming",
        (_, Tense::Habit) => return None,
        (_, Tense::Present | Tense::Unknown) => "either",
    };
    TABLE.weekday.get(key).copied()
}

fn of_shift(unit: Unit, by: i32, tense: Tense, vague: bool) -> Option<Offset> {
    let offset = match by {
        -1 => TABLE.last.get(&unit),
        0 => TABLE.this.get(&unit),
        1 => TABLE.next.get(&unit),
        _ => None,
    };
    let (first, last) = offset.copied().unwrap_or_else(|| away(by.saturating_abs(), unit, by.signum()));
    // "earlier this week" is over, "later this week" is to come.
    Some(match (by, tense) {
        (0, Tense::Past) if vague => (first, -1),
        (0, Tense::Future) if vague => (1, last),
        _ => (first, last),
    })
}

/// "three weeks ago" may be two and a half or three and a half, "three days ago" is exact.
fn away(count: i32, unit: Unit, sign: i32) -> Offset {
    let middle = count.saturating_mul(unit.days()).saturating_mul(sign);
    let slack = if unit <= Unit::Day { 0 } else { unit.days() / 2 };
    (middle.saturating_sub(slack), middle.saturating_add(slack))
}

fn of_reference(reference: TimeReference) -> Option<Offset> {
    let key = match reference {
        TimeReference::Past => "past",
        TimeReference::Present => "present",
        TimeReference::Future => "future",
    };
    TABLE.reference.get(key).copied()
}

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// First and last minute that a time of day may mean; the last may lie after midnight. Nothing if it does not
/// say which half of the day.
pub(super) fn minutes(clock: &Clock) -> Option<(u16, u16)> {
    let (minute, exact) = match clock.time {
        TimeOfDay::At { minute, exact } => (minute, exact),
        TimeOfDay::Twelve { .. } => return None,
        TimeOfDay::Between { first, last } => return Some((first, last)),
        TimeOfDay::Part(part) => return Some(part.minutes),
    };
    let slack = match (clock.vague, exact) {
        (true, _) => about(minute),
        (false, true) => 0,
        (false, false) => TABLE.clock.hour,
    };
    Some(((minute + DAY - slack) % DAY, (minute + slack) % DAY))
}

/// The time of day that was said, if nothing but the reach of its words was added: the reverse of [`minutes`].
pub(super) fn said((first, last): (u16, u16), vague: bool) -> Option<u16> {
    let width = (last + DAY - first) % DAY;
    let middle = (first + width / 2) % DAY;
    let slack = match vague {
        true => about(middle),
        false if middle.is_multiple_of(60) => TABLE.clock.hour,
        false => 0,
    };
    (width == 2 * slack).then_some(middle)
}

/// How far "about" reaches: the rounder the time, the further.
fn about(minute: u16) -> u16 {
    let rounded = [60, 30, 15, 5].into_iter().find(|step| minute.is_multiple_of(*step)).unwrap_or(1);
    TABLE.clock.about.get(&rounded.to_string()).copied().unwrap_or(0)
}
