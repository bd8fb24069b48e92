//! Comparing times: the same, before, within, as far as is known.
//!
//! Evidence in the order of its weight: days on the calendar when both are anchored; what the words themselves
//! fix (a Friday is no Tuesday, May is not June); distances from the day of publication, which compare only if
//! two undated reports appeared together. What rests on that assumption says so.

use jiff::civil::Date;

use super::When;
use super::calendar::{days_between, plus};
use crate::truth::{Judged, Truth};

/// How two stretches of days lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Before,
    After,
    /// Both are one and the same day.
    SameDay,
    /// The first lies inside the second.
    Inside,
    Overlap,
}

impl Order {
    fn of<T: Ord>(a: &(T, T), b: &(T, T)) -> Order {
        match () {
            () if a.1 < b.0 => Order::Before,
            () if a.0 > b.1 => Order::After,
            () if a.0 == a.1 && a == b => Order::SameDay,
            () if b.0 <= a.0 && a.1 <= b.1 => Order::Inside,
            () => Order::Overlap,
        }
    }
}

/// Longest stretch of days that is searched day by day.
const SEARCHED: usize = 62;

impl When {
    /// Is it the same time? True only if both are narrowed to one day (and, if both give a time of day, to one
    /// time); false if they cannot be the same.
    pub fn same(&self, other: &When) -> Judged {
        if let Some((a, b)) = self.on_one_clock(other) {
            let apart = (a.0 - b.1).max(b.0 - a.1);
            let narrow = |(first, last): (i64, i64)| last - first <= i64::from(NARROW);
            return Judged::from(match () {
                () if apart > i64::from(ROUNDED) => Truth::False,
                () if apart <= 0 && narrow(a) && narrow(b) => Truth::True,
                () => Truth::Unknown,
            });
        }
        if self.is_of_another_clock(other) && self.is_beside(other) {
            return Judged::UNKNOWN;
        }
        self.same_day(other).and(self.same_minute(other))
    }

    /// "21:15 local time", "0015 GMT": do both tell the hour, and only one on which clock?
    fn is_of_another_clock(&self, other: &When) -> bool {
        self.minutes.is_some() && other.minutes.is_some() && self.zone.is_some() != other.zone.is_some()
    }

    /// Is one the day before the other?
    fn is_beside(&self, other: &When) -> bool {
        let next = |a: Date, b: Date| days_between(a, b).abs() == 1;
        let days = self.days.zip(other.days).is_some_and(|(a, b)| next(a.1, b.0) || next(b.1, a.0));
        let week = self.weekday.zip(other.weekday).is_some_and(|(a, b)| matches!(a.since(b), 1 | 6));
        days || self.days.zip(other.days).is_none() && week
    }

    /// Is this before the other? On one day the time of day decides, if both give it.
    pub fn before(&self, other: &When) -> Judged {
        if let Some((a, b)) = self.on_one_clock(other) {
            return Judged::from(match Order::of(&a, &b) {
                Order::Before => Truth::True,
                Order::After => Truth::False,
                Order::SameDay | Order::Inside | Order::Overlap => Truth::Unknown,
            });
        }
        let Some((order, assumed)) = self.order(other) else {
            return Judged { truth: Truth::Unknown, assumed: self.undated() || other.undated() };
        };
        let truth = match order {
            Order::Before => Truth::True,
            Order::After => Truth::False,
            Order::SameDay => self.earlier_minute(other),
            Order::Inside | Order::Overlap => Truth::Unknown,
        };
        let night = matches!(order, Order::Before | Order::After) && self.touches(other);
        Judged { truth: if night { Truth::Unknown } else { truth }, assumed }
    }

    /// Does this lie within the other ("Friday" within "last week")?
    pub fn within(&self, other: &When) -> Judged {
        if let Some((a, b)) = self.on_one_clock(other) {
            return Judged::from(match Order::of(&a, &b) {
                Order::SameDay | Order::Inside => Truth::True,
                Order::Before | Order::After => Truth::False,
                Order::Overlap => Truth::Unknown,
            });
        }
        let Some((order, assumed)) = self.order(other) else {
            return Judged { truth: Truth::Unknown, assumed: self.undated() || other.undated() };
        };
        let truth = match order {
            Order::SameDay | Order::Inside => Truth::True,
            Order::Before | Order::After => Truth::False,
            Order::Overlap => Truth::Unknown,
        };
        Judged { truth, assumed }.and(self.same_minute(other))
    }

    /// Both in minutes on the clock of Greenwich, if both name a day, a time of day and a zone, and not one zone.
    fn on_one_clock(&self, other: &When) -> Option<((i64, i64), (i64, i64))> {
        if !differ(self.zone, other.zone) {
            return None;
        }
        let one_day = (self.is_bare_clock() && other.is_bare_clock()).then_some((Date::ZERO, Date::ZERO));
        let minutes = |when: &When| {
            let (first, last) = when.days.or(one_day)?;
            let (from, to) = when.minutes?;
            let zone = i64::from(when.zone?);
            let midnight = i64::from(days_between(Date::ZERO, first)) * i64::from(DAY) - zone;
            let night = if to < from { i64::from(DAY) } else { 0 };
            (first == last).then_some((midnight + i64::from(from), midnight + i64::from(to) + night))
        };
        minutes(self).zip(minutes(other))
    }

    /// Is it a time of day, of no day that is known? Two such are compared as if they were of one.
    fn is_bare_clock(&self) -> bool {
        let day = self.days.is_some() || self.offset.is_some() || self.weekday.is_some();
        let date = self.year.is_some() || self.month.is_some() || self.day.is_some();
        self.minutes.is_some() && !day && !date
    }

    /// Could it be the same time?
    pub fn compatible(&self, other: &When) -> bool {
        self.same(other).truth != Truth::False
    }

    /// Do the words say anything of when it was?
    pub fn is_told(&self) -> bool {
        *self != When { vague: self.vague, ..When::default() }
    }

    /// How the days lie, on the calendar or else from a common day of publication; is the latter assumed?
    fn order(&self, other: &When) -> Option<(Order, bool)> {
        match (self.days, other.days, self.offset, other.offset) {
            (Some(a), Some(b), ..) => Some((Order::of(&a, &b), false)),
            (_, _, Some(a), Some(b)) => Some((Order::of(&a, &b), true)),
            _ => None,
        }
    }

    fn same_day(&self, other: &When) -> Judged {
        if self.is_bare_clock() && other.is_bare_clock() {
            return Judged::TRUE;
        }
        if let (Some(a), Some(b)) = (self.days, other.days) {
            return Judged::from(match Order::of(&a, &b) {
                Order::SameDay => Truth::True,
                Order::Inside | Order::Overlap => Truth::Unknown,
                Order::Before | Order::After if self.touches(other) => Truth::Unknown,
                Order::Before | Order::After => Truth::False,
            });
        }
        let fields = self.same_fields(other);
        if fields == Truth::False {
            return Judged::from(Truth::False);
        }
        let truth = match self.order(other) {
            Some((Order::Before | Order::After, _)) if !self.touches(other) => Truth::False,
            Some((Order::SameDay, _)) => Truth::True,
            _ => fields,
        };
        let assumed = truth != Truth::Unknown || self.undated() || other.undated();
        if assumed { Judged::assuming(truth) } else { Judged::from(truth) }
    }

    /// What the words fix: false if some field differs, true if both name the same day of the year, or the same
    /// weekday around the same time.
    fn same_fields(&self, other: &When) -> Truth {
        let touches = self.touches(other);
        let dates = self.in_leap_year().zip(other.in_leap_year());
        let other_date = match dates {
            Some((a, b)) => a != b && !touches,
            None => {
                let day = self.month.is_some() && self.month == other.month && differ(self.day, other.day);
                day || differ(self.month, other.month)
            }
        };
        let other_day = differ(self.weekday, other.weekday) || self.excludes(other) || other.excludes(self);
        let differ = differ(self.year, other.year) || other_date || (other_day && !touches);
        let same_week = self.offset.zip(other.offset).is_some_and(|(a, b)| a == b && a.1 - a.0 <= 7);
        let named = self.weekday.is_some() && self.weekday == other.weekday && same_week;
        match () {
            () if differ => Truth::False,
            () if touches => Truth::Unknown,
            () if dates.is_some() || named => Truth::True,
            () => Truth::Unknown,
        }
    }

    /// Is there no day in this anchored time that fits the fields of the other?
    fn excludes(&self, other: &When) -> bool {
        let Some((first, last)) = self.days else { return false };
        let agree = |day: &Date| {
            agree(day.year(), other.year)
                && agree(day.month(), other.month)
                && (other.month.is_none() || agree(day.day(), other.day))
                && agree(day.weekday(), other.weekday)
        };
        let mut days = (0i32..).take(SEARCHED).map(|n| plus(first, n)).take_while(|day| *day <= last);
        let whole = plus(first, SEARCHED as i32) > last;
        whole && !days.any(|day| agree(&day))
    }

    /// Do they meet at midnight: one is a night, and the other the day after it?
    fn touches(&self, other: &When) -> bool {
        let night = |when: &When| when.minutes.is_some_and(|(first, last)| last < first);
        let next = |a: &When, b: &When| {
            let calendar = a.days.zip(b.days).map(|(a, b)| plus(a.1, 1) == b.0);
            let date = || a.in_leap_year().zip(b.in_leap_year()).map(|(a, b)| plus(a, 1) == b);
            let offset = || a.offset.zip(b.offset).is_some_and(|(a, b)| a.1 + 1 == b.0);
            let weekday = || a.weekday.zip(b.weekday).is_some_and(|(a, b)| a.wrapping_add(1) == b);
            let early = b.minutes.is_none_or(|(first, _)| a.minutes.is_some_and(|(_, last)| first <= last));
            night(a) && early && calendar.or_else(date).unwrap_or_else(|| offset() || weekday())
        };
        next(self, other) || next(other, self)
    }

    /// The day of the year that the words give, in some year that has them all.
    fn in_leap_year(&self) -> Option<Date> {
        Date::new(2000, self.month?, self.day?).ok()
    }

    /// Is it the same time of day? True also if either gives none: then the day alone is compared.
    fn same_minute(&self, other: &When) -> Judged {
        let (Some(a), Some(b)) = (self.minutes, other.minutes) else { return Judged::from(Truth::True) };
        let zones = differ(self.zone, other.zone);
        let narrow = |(first, last): (u16, u16)| (last + DAY - first) % DAY <= NARROW;
        Judged::from(match overlap(a, b) {
            _ if zones => Truth::Unknown,
            // "7:25 a.m." may be 5:25 in Greenwich.
            false if self.zone.is_some() != other.zone.is_some() => Truth::Unknown,
            false if near(a, b) => Truth::Unknown,
            false => Truth::False,
            true if narrow(a) && narrow(b) => Truth::True,
            true => Truth::Unknown,
        })
    }

    fn earlier_minute(&self, other: &When) -> Truth {
        let (Some(a), Some(b)) = (self.minutes, other.minutes) else { return Truth::Unknown };
        let wraps = |(first, last): (u16, u16)| last < first;
        if differ(self.zone, other.zone) || wraps(a) || wraps(b) {
            return Truth::Unknown;
        }
        match Order::of(&a, &b) {
            Order::Before => Truth::True,
            Order::After => Truth::False,
            _ => Truth::Unknown,
        }
    }
}

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// Times of day within so many minutes count as one.
const NARROW: u16 = 60;

/// Times of day that lie so many minutes apart may be one that was rounded.
const ROUNDED: u16 = 10;

/// Do two stretches of the day nearly meet?
fn near(a: (u16, u16), b: (u16, u16)) -> bool {
    let gap = |end: u16, start: u16| (start + DAY - end) % DAY;
    gap(a.1, b.0) <= ROUNDED || gap(b.1, a.0) <= ROUNDED
}

/// Do both say it, and differently?
fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Is nothing else said?
fn agree<T: PartialEq + Copy>(value: T, said: Option<T>) -> bool {
    said.is_none_or(|said| said == value)
}

/// Do two stretches of the day share a minute? Either may go past midnight.
fn overlap(a: (u16, u16), b: (u16, u16)) -> bool {
    let holds = |(first, last): (u16, u16), at: u16| {
        if first <= last { (first..=last).contains(&at) } else { at >= first || at <= last }
    };
    holds(a, b.0) || holds(b, a.0)
}
