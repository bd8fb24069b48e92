//! From a time that is counted from a named day ("the day before yesterday") to the point it means.

use jiff::civil::{Date, Weekday};

use super::calendar::{Point, day, monday, plus, plus_months};
use super::expression::{Anchor, Anchored, Fields, MonthOf, Named, YearPart};
use super::nearest::Aim;
use super::tense::Tense;
use super::vocabulary::{Direction, Unit};

impl Aim {
    /// The point that it means; nothing if there is no such day.
    pub(super) fn anchored(&self, anchored: &Anchored) -> Option<Point> {
        match *anchored {
            Anchored::From { by, unit, anchor } => {
                // "a week from Friday" counts from the coming one, "a week ago Friday" from the past one.
                let tense = match unit {
                    Unit::Day => self.tense,
                    _ if by > 0 => Tense::Future,
                    _ => Tense::Past,
                };
                let base = Aim { tense, ..*self }.anchor(&anchor)?.days().0;
                Some(Point::Day(shifted(base, unit, by)))
            }
            Anchored::DayOfWeek { weekday, weeks } => {
                let first = plus(monday(self.published), weeks.saturating_mul(7));
                Some(Point::Day(plus(first, i32::from(weekday.to_monday_zero_offset()))))
            }
            Anchored::Nth { named, by } => self.nth(named, by),
            Anchored::DayOfMonth { nth, weekday, month } => nth_weekday(self.month(month), nth, weekday),
            Anchored::DateOf { day: number, month } => {
                let first = self.month(MonthOf::Shift(month));
                day(first.year(), first.month(), number).map(Point::Day)
            }
            Anchored::WeekOfMonth { nth, weekend, month } => week_of(self.month(month), nth, weekend),
            Anchored::Around { unit, anchor } => {
                let day = self.anchor(&anchor)?.days().0;
                // "Labor Day weekend" ends with that Monday.
                let monday = unit == Unit::Weekend && day.weekday() == Weekday::Monday;
                Some(Point::containing(unit, if monday { plus(day, -1) } else { day }))
            }
        }
    }

    fn anchor(&self, anchor: &Anchor) -> Option<Point> {
        match anchor {
            Anchor::Day(by) => Some(Point::Day(plus(self.published, *by))),
            Anchor::Fields(fields) => self.fields(fields),
            Anchor::Holiday(rule, fields) => self.holiday(*rule, fields),
        }
    }

    /// The so many-th of its name, back or ahead.
    fn nth(&self, named: Named, by: i32) -> Option<Point> {
        let direction = Some(if by < 0 { Direction::Last } else { Direction::Next });
        let further = by - by.signum();
        let first = self.fields(&match named {
            Named::Weekday(weekday) => Fields { direction, ..Fields::weekday(weekday) },
            Named::Month(month) => Fields { direction, ..Fields::month(month) },
            Named::Season(season) => Fields { direction, ..Fields::part(YearPart::Season(season)) },
        })?;
        Some(match named {
            Named::Weekday(_) => first.shift(further.saturating_mul(7)),
            Named::Month(_) | Named::Season(_) => first.shift_years(further),
        })
    }

    fn month(&self, month: MonthOf) -> Date {
        let point = match month {
            MonthOf::Shift(by) => Some(Point::containing(Unit::Month, self.published).shift(by)),
            MonthOf::Named(month, year) => self.fields(&Fields { year, ..Fields::month(month) }),
        };
        point.map_or(self.published, |point| point.days().0)
    }
}

fn shifted(base: Date, unit: Unit, by: i32) -> Date {
    match unit {
        Unit::Month => plus_months(base, by),
        Unit::Season | Unit::Quarter => plus_months(base, by.saturating_mul(3)),
        Unit::Half => plus_months(base, by.saturating_mul(6)),
        Unit::Year => plus_months(base, by.saturating_mul(12)),
        _ => plus(base, by.saturating_mul(unit.days())),
    }
}

fn nth_weekday(first: Date, nth: i8, weekday: Weekday) -> Option<Point> {
    first.nth_weekday_of_month(nth, weekday).ok().map(Point::Day)
}

/// The so many-th week or weekend of a month that begins on this day; -1 is the last.
fn week_of(first: Date, nth: i8, weekend: bool) -> Option<Point> {
    if weekend {
        let saturday = first.nth_weekday_of_month(nth, Weekday::Saturday).ok()?;
        return Some(Point::Weekend(saturday));
    }
    let start = match nth {
        -1 => plus(first.last_of_month(), -6),
        _ => day(first.year(), first.month(), nth.saturating_mul(7).saturating_sub(6))?,
    };
    let within = if nth == -1 { first.last_of_month() } else { start };
    Some(Point::LooseWeek(monday(within), start))
}
