//! The calendar at the fineness that words give: units, seasons, and points such as "1998-Q3" or "1998-W12".

use std::fmt;

use jiff::Span;
use jiff::civil::Date;

use super::vocabulary::{Season, Unit};

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Exact(u32),
    /// "two and a half".
    Half(u32),
    /// "several", or a bare plural.
    Some,
}

impl Unit {
    /// How TIMEX3 writes a length of so many of this unit: "P3D", "PT16H", "P2Y6M", "PXD".
    pub(super) fn length(self, count: Count) -> String {
        let (prefix, letter, factor, half) = match self {
            Unit::Second => ("PT", "S", 1, ""),
            Unit::Minute => ("PT", "M", 1, "30S"),
            Unit::Hour => ("PT", "H", 1, "30M"),
            Unit::Day => ("P", "D", 1, "T12H"),
            Unit::Weekend => ("P", "WE", 1, ""),
            Unit::Week => ("P", "W", 1, ""),
            Unit::Fortnight => ("P", "W", 2, ""),
            Unit::Month => ("P", "M", 1, ""),
            Unit::Season => ("P", "M", 3, ""),
            Unit::Quarter => ("P", "Q", 1, ""),
            Unit::Half => ("P", "M", 6, ""),
            Unit::Year => ("P", "Y", 1, "6M"),
            Unit::Decade => ("P", "Y", 10, ""),
            Unit::Century => ("P", "Y", 100, ""),
            Unit::Millennium => ("P", "Y", 1000, ""),
        };
        match count {
            Count::Exact(count) => format!("{prefix}{}{letter}", count.saturating_mul(factor)),
            Count::Half(count) if half.is_empty() => {
                format!("{prefix}{}.5{letter}", count.saturating_mul(factor))
            }
            Count::Half(count) => format!("{prefix}{count}{letter}{half}"),
            Count::Some if self == Unit::Decade => "PXE".to_owned(),
            Count::Some if self == Unit::Century => "PXC".to_owned(),
            Count::Some => format!("{prefix}X{letter}"),
        }
    }

    /// About how many days it lasts.
    pub(super) fn days(self) -> i32 {
        match self {
            Unit::Second | Unit::Minute | Unit::Hour => 0,
            Unit::Day => 1,
            Unit::Weekend => 2,
            Unit::Week => 7,
            Unit::Fortnight => 14,
            Unit::Month => 30,
            Unit::Season | Unit::Quarter => 91,
            Unit::Half => 182,
            Unit::Year => 365,
            Unit::Decade => 3_652,
            Unit::Century => 36_524,
            Unit::Millennium => 365_242,
        }
    }
}

impl Season {
    pub(super) fn name(self) -> &'static str {
        match self {
            Season::Winter => "WI",
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Fall => "FA",
        }
    }

    /// First and last month; winter begins in the year before. Newswriters are generous at the borders.
    fn months(self) -> (i8, i8) {
        match self {
            Season::Winter => (12, 3),
            Season::Spring => (3, 6),
            Season::Summer => (6, 9),
            Season::Fall => (9, 12),
        }
    }

    fn at(index: i32) -> Season {
        match index.rem_euclid(4) {
            0 => Season::Winter,
            1 => Season::Spring,
            2 => Season::Summer,
            _ => Season::Fall,
        }
    }
}

/// A stretch of the calendar, as fine or coarse as the words have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// The century whose years begin with these digits (19: 1900 to 1999).
    Century(i16),
    /// The decade whose years begin with these digits (199: 1990 to 1999).
    Decade(i16),
    Year(i16),
    /// Half of a year: 1 or 2.
    Half(i16, i8),
    /// Quarter of a year: 1 to 4.
    Quarter(i16, i8),
    Season(i16, Season),
    Month(i16, i8),
    /// The ISO week that begins on this Monday.
    Week(Date),
    /// The weekend that begins on this Saturday.
    Weekend(Date),
    /// The week that begins on this Monday, if not the seven days from the other day: newswriters mean either by
    /// "the first week of May", and by "six weeks ago".
    LooseWeek(Date, Date),
    Day(Date),
}

impl Point {
    /// The point of a unit that contains a day. Units finer than a day give the day.
    pub(super) fn containing(unit: Unit, day: Date) -> Point {
        let (year, month) = (day.year(), day.month());
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Point::Day(day),
            Unit::Week | Unit::Fortnight => Point::Week(monday(day)),
            Unit::Weekend => Point::Weekend(plus(monday(day), 5)),
            Unit::Month => Point::Month(year, month),
            Unit::Season => {
                let season = Season::at(i32::from(month % 12) / 3);
                Point::Season(if month == 12 { year.saturating_add(1) } else { year }, season)
            }
            Unit::Quarter => Point::Quarter(year, (month - 1) / 3 + 1),
            Unit::Half => Point::Half(year, (month - 1) / 6 + 1),
            Unit::Year => Point::Year(year),
            Unit::Decade => Point::Decade(year.div_euclid(10)),
            Unit::Century | Unit::Millennium => Point::Century(year.div_euclid(100)),
        }
    }

    /// How fine it is.
    pub(super) fn unit(self) -> Unit {
        match self {
            Point::Century(_) => Unit::Century,
            Point::Decade(_) => Unit::Decade,
            Point::Year(_) => Unit::Year,
            Point::Half(..) => Unit::Half,
            Point::Quarter(..) => Unit::Quarter,
            Point::Season(..) => Unit::Season,
            Point::Month(..) => Unit::Month,
            Point::Week(_) | Point::LooseWeek(..) => Unit::Week,
            Point::Weekend(_) => Unit::Weekend,
            Point::Day(_) => Unit::Day,
        }
    }

    /// So many of its own units later; earlier if negative.
    pub(super) fn shift(self, by: i32) -> Point {
        match self {
            Point::Century(c) => Point::Century(clamp(i32::from(c).saturating_add(by))),
            Point::Decade(d) => Point::Decade(clamp(i32::from(d).saturating_add(by))),
            Point::Year(y) => Point::Year(clamp(i32::from(y).saturating_add(by))),
            Point::Half(y, n) => carry(y, n, 2, by, Point::Half),
            Point::Quarter(y, n) => carry(y, n, 4, by, Point::Quarter),
            Point::Season(y, s) => {
                let index = (i32::from(y) * 4 + s as i32).saturating_add(by);
                Point::Season(clamp(index.div_euclid(4)), Season::at(index))
            }
            Point::Month(y, n) => carry(y, n, 12, by, Point::Month),
            Point::Week(day) | Point::LooseWeek(day, _) => Point::Week(plus(day, by.saturating_mul(7))),
            Point::Weekend(day) => Point::Weekend(plus(day, by.saturating_mul(7))),
            Point::Day(day) => Point::Day(plus(day, by)),
        }
    }

    /// The same stretch so many years later: "1998-Q3" and -1 give "1997-Q3".
    pub(super) fn shift_years(self, by: i32) -> Point {
        let years = |y: i16| clamp(i32::from(y).saturating_add(by));
        match self {
            Point::Year(y) => Point::Year(years(y)),
            Point::Half(y, n) => Point::Half(years(y), n),
            Point::Quarter(y, n) => Point::Quarter(years(y), n),
            Point::Season(y, s) => Point::Season(years(y), s),
            Point::Month(y, m) => Point::Month(years(y), m),
            Point::Week(d) | Point::Weekend(d) | Point::LooseWeek(d, _) => {
                Point::containing(self.unit(), plus_months(d, by * 12))
            }
            Point::Day(d) => Point::Day(plus_months(d, by * 12)),
            Point::Century(_) | Point::Decade(_) => self,
        }
    }

    /// Its first and last day.
    pub(super) fn days(self) -> (Date, Date) {
        match self {
            Point::Century(c) => years(i32::from(c) * 100, 100),
            Point::Decade(d) => years(i32::from(d) * 10, 10),
            Point::Year(y) => years(i32::from(y), 1),
            Point::Half(y, n) => months(y, n * 6 - 5, y, n * 6),
            Point::Quarter(y, n) => months(y, n * 3 - 2, y, n * 3),
            Point::Season(y, s) => {
                let (first, last) = s.months();
                months(if first > last { y.saturating_sub(1) } else { y }, first, y, last)
            }
            Point::Month(y, m) => months(y, m, y, m),
            Point::Week(day) => (day, plus(day, 6)),
            Point::LooseWeek(monday, first) => (monday.min(first), plus(monday.max(first), 6)),
            Point::Weekend(day) => (day, plus(day, 1)),
            Point::Day(day) => (day, day),
        }
    }
}

/// As TIMEX3 writes it.
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Point::Century(c) if c < 0 => write!(f, "BC{:02}", -c - 1),
            Point::Century(c) => write!(f, "{c:02}"),
            Point::Decade(d) => write!(f, "{d:03}"),
            Point::Year(y) if y <= 0 => write!(f, "BC{:04}", 1 - i32::from(y)),
            Point::Year(y) => write!(f, "{y:04}"),
            Point::Half(y, n) => write!(f, "{y:04}-H{n}"),
            Point::Quarter(y, n) => write!(f, "{y:04}-Q{n}"),
            Point::Season(y, s) => write!(f, "{y:04}-{}", s.name()),
            Point::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Point::Week(day) | Point::LooseWeek(day, _) => {
                let week = day.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            Point::Weekend(day) => write!(f, "{}-WE", Point::Week(monday(day))),
            Point::Day(day) => write!(f, "{day}"),
        }
    }
}

/// A day so many days later, or the first or last day there is.
pub(super) fn plus(day: Date, days: i32) -> Date {
    Span::new().try_days(days).map_or(day, |span| day.saturating_add(span))
}

/// The day so many months later (the last of the month where that is shorter).
pub(super) fn plus_months(day: Date, months: i32) -> Date {
    Span::new().try_months(months).map_or(day, |span| day.saturating_add(span))
}

/// Days from `from` to `to`; negative if `to` is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    (to.duration_since(from).as_hours() / 24) as i32
}

/// So many units from a day, as fine as the unit: weeks give days.
pub(super) fn away(base: Date, unit: Unit, by: i32) -> Point {
    match unit {
        Unit::Second | Unit::Minute => Point::Day(base),
        Unit::Hour => Point::Day(plus(base, by / 24)),
        Unit::Day => Point::Day(plus(base, by)),
        Unit::Week | Unit::Weekend => Point::Day(plus(base, by.saturating_mul(7))),
        Unit::Fortnight => Point::Day(plus(base, by.saturating_mul(14))),
        Unit::Season | Unit::Half | Unit::Month => {
            let months = if unit == Unit::Month { 1 } else { unit.days() / 30 };
            Point::containing(Unit::Month, plus_months(base, by.saturating_mul(months)))
        }
        Unit::Quarter => Point::containing(unit, base).shift(by),
        Unit::Year => Point::Year(base.year()).shift(by),
        Unit::Decade => Point::Year(base.year()).shift(by.saturating_mul(10)),
        Unit::Century => Point::Year(base.year()).shift(by.saturating_mul(100)),
        Unit::Millennium => Point::Year(base.year()).shift(by.saturating_mul(1000)),
    }
}

/// The Monday of the ISO week of a day.
pub(super) fn monday(day: Date) -> Date {
    plus(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

/// The day of these numbers, if there is one.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn clamp(year: i32) -> i16 {
    year.clamp(-9_999, 9_999) as i16
}

fn carry(year: i16, n: i8, per_year: i32, by: i32, point: fn(i16, i8) -> Point) -> Point {
    let index = (i32::from(year) * per_year + i32::from(n) - 1).saturating_add(by);
    point(clamp(index.div_euclid(per_year)), (index.rem_euclid(per_year) + 1) as i8)
}

fn years(first: i32, count: i32) -> (Date, Date) {
    months(clamp(first), 1, clamp(first + count - 1), 12)
}

fn months(first_year: i16, first: i8, last_year: i16, last: i8) -> (Date, Date) {
    let start = day(first_year, first, 1).unwrap_or(Date::MIN);
    (start, day(last_year, last, 1).map_or(Date::MAX, Date::last_of_month))
}
