//! From calendar fields that leave something open ("Friday", "May 3", "the third quarter") to the point they mean.

use jiff::civil::{Date, Weekday};

use super::calendar::{Point, day, days_between, plus, plus_months};
use super::expression::{Fields, YearOf, YearPart};
use super::tense::Tense;
use super::vocabulary::{Direction, Rule, Unit};

/// A day of the year that was nearly a year ago, and soon comes again, is the coming one.
const LONG_AGO: i32 = 330;

/// How the years of a point are chosen: the day of publication, and where the clause looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aim {
    pub(super) published: Date,
    /// The text's last time, for "the previous Friday".
    pub(super) text: Date,
    pub(super) tense: Tense,
}

impl Aim {
    /// The point that fields mean; nothing if there is no such day.
    pub(super) fn fields(&self, fields: &Fields) -> Option<Point> {
        match (fields.part, fields.day) {
            (None, Some(number)) => self.day_of_month(number, fields).map(Point::Day),
            (None, None) => match (fields.weekday, self.year_said(fields)) {
                (Some(weekday), _) => Some(Point::Day(self.weekday(weekday, fields.direction))),
                (None, year) => year.map(Point::Year),
            },
            (Some(part), None) => Some(self.part(part, fields)),
            (Some(YearPart::Month(month)), Some(number)) => {
                let year = self.year_said(fields);
                let found = match year {
                    Some(year) => day(year, month, number),
                    None => self.of_year(fields.direction, |year| day(year, month, number)),
                };
                found.map(Point::Day)
            }
            (Some(_), Some(_)) => None,
        }
    }

    /// The day with a name.
    pub(super) fn holiday(&self, rule: Rule, fields: &Fields) -> Option<Point> {
        let found = match self.year_said(fields) {
            Some(year) => holiday(rule, year),
            None => self.of_year(fields.direction, |year| holiday(rule, year)),
        };
        found.map(Point::Day)
    }

    fn year_said(&self, fields: &Fields) -> Option<i16> {
        match fields.year {
            YearOf::Unsaid => None,
            YearOf::Is(year) => Some(year),
            YearOf::Shift(by) => Some(self.published.year().saturating_add(by as i16)),
            YearOf::Earlier => Some(self.text.year().saturating_sub(1)),
        }
    }

    /// The past or coming day of this name.
    fn weekday(&self, weekday: Weekday, direction: Option<Direction>) -> Date {
        let base = match direction {
            Some(Direction::Before | Direction::After | Direction::Same) => self.text,
            _ => self.published,
        };
        let back = i32::from(base.weekday().since(weekday));
        let ahead = i32::from(weekday.since(base.weekday()));
        let strictly = |days: i32| if days == 0 { 7 } else { days };
        match (direction, self.tense) {
            (Some(Direction::Last | Direction::Before), _) => plus(base, -strictly(back)),
            (Some(Direction::Next | Direction::After), _) => plus(base, strictly(ahead)),
            (Some(Direction::This | Direction::Same), Tense::Past) => plus(base, -back),
            (Some(Direction::This | Direction::Same), _) => plus(base, ahead),
            (None, Tense::Future) => plus(base, ahead),
            (None, _) => plus(base, -back),
        }
    }

    /// "the 11th", "Monday the 18th": of the month that the text speaks of; if that is this month or none, the past or
    /// the coming one.
    fn day_of_month(&self, number: i8, fields: &Fields) -> Option<Date> {
        let elsewhere = self.text.first_of_month() != self.published.first_of_month();
        let base = if elsewhere { self.text } else { self.published };
        let ahead = elsewhere || self.tense == Tense::Future;
        let of = |months: i32| {
            let first = plus_months(base.first_of_month(), if ahead { months } else { -months });
            day(first.year(), first.month(), number)
        };
        let fits = |found: &Date| {
            let behind = if ahead { *found >= base } else { *found <= base };
            behind && fields.weekday.is_none_or(|weekday| found.weekday() == weekday)
        };
        // No weekday falls on another day of the month in all months of a year.
        (0..12).filter_map(of).find(fits)
    }

    /// A day that comes once a year.
    fn of_year(&self, direction: Option<Direction>, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        let year = self.published.year();
        let mut days = [year.saturating_sub(1), year, year.saturating_add(1)].into_iter().filter_map(in_year);
        let (mut past, mut coming) = (None, None);
        for found in &mut days {
            if found <= self.published {
                past = Some(found);
            } else if coming.is_none() {
                coming = Some(found);
            }
        }
        let age = past.map_or(i32::MAX, |p: Date| days_between(p, self.published));
        let wait = coming.map_or(i32::MAX, |c: Date| days_between(self.published, c));
        let ahead = match (direction, self.tense) {
            (Some(Direction::Last | Direction::Before), _) => false,
            (Some(Direction::Next | Direction::After), _) => true,
            (Some(Direction::This | Direction::Same), _) => return days_in(past, coming, year),
            (None, Tense::Future) => age > 0 && wait < LONG_AGO,
            (None, Tense::Past) => age > LONG_AGO,
            (None, Tense::Present | Tense::Habit) => wait < age,
            // News looks back more often than ahead.
            (None, Tense::Unknown) => wait < age / 2,
        };
        if ahead { coming.or(past) } else { past.or(coming) }
    }

    /// A month, quarter, half or season.
    fn part(&self, part: YearPart, fields: &Fields) -> Point {
        let at = |year: i16| match part {
            YearPart::Month(n) => Point::Month(year, n),
            YearPart::Quarter(n) => Point::Quarter(year, n),
            YearPart::Half(n) => Point::Half(year, n),
            YearPart::Season(season) => Point::Season(year, season),
        };
        let year = self.published.year();
        if let Some(year) = self.year_said(fields) {
            return at(year);
        }
        let this = at(year);
        let now = Point::containing(this.unit(), self.published);
        let (before, after) = (this.days().0 < now.days().0, this.days().0 > now.days().0);
        let business = matches!(part, YearPart::Quarter(_) | YearPart::Half(_));
        let by = match (fields.direction, self.tense) {
            (Some(Direction::Last | Direction::Before), _) if !before => -1,
            (Some(Direction::Next | Direction::After), _) if !after => 1,
            (Some(_), _) => 0,
            (None, Tense::Future) if before && !business => 1,
            (None, Tense::Future) => 0,
            // In January "the fourth quarter" is last year's; in November it is this year's.
            (None, _) if business => -i32::from(after && now.unit() == Unit::Quarter && first_of_year(now)),
            (None, Tense::Past) if after => -1,
            (None, _) if after && months_ahead(this, self.published) > 6 => -1,
            (None, Tense::Present | Tense::Unknown) if before && months_ahead(this, self.published) < -6 => 1,
            (None, _) => 0,
        };
        let found = at(year).shift_years(by);
        // In March "last February" is not "last month", which somebody would have said.
        let last_month = matches!(part, YearPart::Month(_)) && found.shift(1) == now;
        let last = fields.direction == Some(Direction::Last);
        if last && last_month { found.shift_years(-1) } else { found }
    }
}

fn first_of_year(point: Point) -> bool {
    point.days().0.month() == 1
}

/// Months from a day to the beginning of a point.
fn months_ahead(point: Point, from: Date) -> i32 {
    days_between(from, point.days().0) / 30
}

/// Of two days the one in a year.
fn days_in(past: Option<Date>, coming: Option<Date>, year: i16) -> Option<Date> {
    [past, coming].into_iter().flatten().find(|d| d.year() == year).or(past)
}

/// The day of a rule in a year.
pub(super) fn holiday(rule: Rule, year: i16) -> Option<Date> {
    match rule {
        Rule::Fixed { month, day: number } => day(year, month, number),
        Rule::Nth { month, weekday, nth, after } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let first = day(year, month, 1)?;
            if after == 0 {
                return first.nth_weekday_of_month(nth, weekday).ok();
            }
            let start = plus(first, i32::from(after));
            Some(plus(start, i32::from(weekday.since(start.weekday())) + 7 * i32::from(nth - 1)))
        }
        Rule::Easter { easter } => easter_sunday(year).map(|sunday| plus(sunday, easter)),
    }
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm; Meeus 1991, Astronomical Algorithms, ch. 8).
fn easter_sunday(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(i16::try_from(year).ok()?, (n / 31) as i8, (n % 31 + 1) as i8)
}
