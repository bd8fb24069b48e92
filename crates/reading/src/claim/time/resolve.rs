//! From an expression to a mention: the TIMEX3 type and value, and what it denotes.

use jiff::civil::Date;

use super::calendar::{Count, Point, away, monday, plus};
use super::expression::{Anchored, Expression, Fields, MonthOf, Origin, What, YearOf, YearPart};
use super::nearest::Aim;
use super::tense::Tense;
use super::value::{clock_value, fields_value, period_value, reference_value, unknown};
use super::vocabulary::{Direction, Rule, TimeReference, Unit};
use super::{TimexKind, When, reach};

/// What has been read of an article so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// The text's last time.
    last: Option<Point>,
    /// Is that a day, and did no other time come up since?
    at_hand: bool,
    /// The text's last day: "four years after 2020" in between is no day.
    last_day: Option<Point>,
    /// The last day that the text names on the calendar: "Friday", "May 3".
    named_day: Option<Date>,
    /// The quarter or half that the text reports on: the latest one it names that is over, or the first.
    period: Option<Point>,
    /// The quarter or half that the text named last.
    last_period: Option<Point>,
    /// Have "the nine months" come up since a quarter was last named? Then "a year earlier" is no quarter.
    cumulative: bool,
}

/// What an expression means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    pub(super) kind: TimexKind,
    pub(super) value: String,
    pub(super) when: When,
}

/// The TIMEX3 value and the point behind it, if it is on the calendar.
struct Found {
    kind: TimexKind,
    value: String,
    point: Option<Point>,
}

impl Found {
    fn point(point: Point) -> Found {
        Found { kind: TimexKind::Date, value: point.to_string(), point: Some(point) }
    }

    /// Moves what says no year, or no more than a weekday, to the first that is not before a day.
    fn not_before(&mut self, floor: Date, expression: &Expression) {
        let (What::Fields(fields), Some(point)) = (expression.what, self.point) else { return };
        if fields.year != YearOf::Unsaid || fields.direction.is_some() || point.days().1 >= floor {
            return;
        }
        let weekday = fields.part.is_none();
        *self = Found::point(if weekday { point.shift(7) } else { point.shift_years(1) });
    }

    fn date(value: impl Into<String>) -> Found {
        Found { kind: TimexKind::Date, value: value.into(), point: None }
    }
}

impl Context {
    pub(super) fn new(published: Option<Date>) -> Context {
        Context { published, ..Context::default() }
    }

    /// Places an expression in time, and remembers it. `tense` is asked only if it matters. The last member of a
    /// range is not before the day on which it begins (`floor`).
    pub(super) fn resolve_from(
        &mut self,
        expression: &Expression,
        tense: Tense,
        floor: Option<Date>,
    ) -> Meaning {
        let mut found = self.find(expression, tense);
        if let Some(floor) = floor {
            found.not_before(floor, expression);
        }
        let point = found.point;
        let meaning = self.means(found, expression, tense);
        self.remember(expression, point);
        meaning
    }

    /// Places an expression in time.
    pub(super) fn meaning(&self, expression: &Expression, tense: Tense) -> Meaning {
        self.means(self.find(expression, tense), expression, tense)
    }

    fn means(&self, mut found: Found, expression: &Expression, tense: Tense) -> Meaning {
        if let Some(clock) = &expression.clock {
            found.kind = TimexKind::Time;
            found.value.push_str(&clock_value(clock));
        }
        let mut when = self.when(expression, tense, found.point);
        if let What::Years { last, .. } = expression.what {
            when.reach(Point::Year(last).days().1);
        }
        if matches!(expression.what, What::Clock) && !self.at_hand {
            // Of which day "at 7:25 a.m." is, is a guess: good enough to show, too little to contradict anybody.
            (when.days, when.offset) = (None, None);
        }
        if let What::Fields(Fields { until: Some(last), .. }) = expression.what
            && let Some(Point::Day(first)) = found.point
            && let Some(last) = super::calendar::day(first.year(), first.month(), last)
        {
            found.value = format!("{first}/{last}");
            when.reach(last);
        }
        Meaning { kind: found.kind, value: found.value, when }
    }

    fn remember(&mut self, expression: &Expression, point: Option<Point>) {
        self.at_hand = point.is_some_and(|point| point.unit() <= Unit::Day);
        if expression.is_cumulative() {
            self.cumulative = true;
        }
        let Some(point) = point else { return };
        self.last = Some(point);
        self.last_day = Some(point).filter(|point| point.unit() <= Unit::Day).or(self.last_day);
        if let (What::Fields(_), Point::Day(day)) = (expression.what, point) {
            self.named_day = Some(day);
        }
        if matches!(point.unit(), Unit::Quarter | Unit::Half) {
            let over = self.published.is_some_and(|day| point.days().1 <= day);
            let later = self.period.is_none_or(|period| over && period.days().1 < point.days().1);
            self.period = if later { Some(point) } else { self.period };
            self.last_period = Some(point);
            self.cumulative &= matches!(expression.what, What::Away { .. });
        }
    }

    /// Is the text's last time a quarter, and does no report on several go on from there?
    pub(super) fn reports_quarter(&self) -> bool {
        !self.cumulative
            && self.period.is_some()
            && self.last.is_some_and(|last| last.unit() == Unit::Quarter)
    }

    fn find(&self, expression: &Expression, tense: Tense) -> Found {
        match expression.what {
            What::Fields(fields) => self.fields(&fields, tense),
            What::Point(point) => Found::point(point),
            What::Years { first, last } => {
                let value = format!("{first:04}/{last:04}");
                Found { kind: TimexKind::Date, value, point: Some(Point::Year(first)) }
            }
            What::Holiday(rule, fields) => self
                .aim(tense)
                .and_then(|aim| aim.holiday(rule, &fields))
                .map_or_else(|| Found::date("XXXX-XX-XX"), Found::point),
            What::Shift { unit, by } => self.shift(unit, by, tense),
            What::Again { unit, by } => self.again(unit, by),
            What::The { unit } => self.the(unit),
            What::Ended { unit, last } => self.ended(unit, &last),
            What::Overnight => self.overnight(tense),
            What::Period { unit, year } => self.period(unit, year),
            What::Away { count, unit, sign, from } => self.away(count, unit, sign, from),
            What::Anchored(anchored) => self.anchored(&anchored, tense),
            What::TimeReference(reference) => Found::date(reference_value(reference)),
            What::Unread { unit } => Found::date(unknown(unit)),
            What::Clock => self.again(Unit::Day, 0),
            What::While => Found { kind: TimexKind::Duration, value: "PXX".to_owned(), point: None },
            What::Length(length) => Found { kind: TimexKind::Duration, value: length.value(), point: None },
            What::Every(period) => Found { kind: TimexKind::Set, value: period_value(&period), point: None },
        }
    }

    fn anchored(&self, anchored: &Anchored, tense: Tense) -> Found {
        let point = self.aim(tense).and_then(|aim| aim.anchored(anchored));
        let weekly = matches!(anchored, Anchored::WeekOfMonth { .. } | Anchored::Around { .. });
        point.map_or_else(|| Found::date(unknown(if weekly { Unit::Week } else { Unit::Day })), Found::point)
    }

    fn aim(&self, tense: Tense) -> Option<Aim> {
        let published = self.published?;
        let text = self.last.map_or(published, |point| point.days().0);
        Some(Aim { published, text, tense: if tense == Tense::Habit { Tense::Present } else { tense } })
    }

    /// "The previous Friday", where a Friday was named, is the one before that, whatever came in between.
    fn beside_named(&self, aim: Aim, fields: &Fields) -> Aim {
        let beside = matches!(fields.direction, Some(Direction::Before | Direction::After));
        let named = self.named_day.filter(|day| beside && Some(day.weekday()) == fields.weekday);
        Aim { text: named.unwrap_or(aim.text), ..aim }
    }

    fn fields(&self, fields: &Fields, tense: Tense) -> Found {
        if tense == Tense::Habit && fields.year == YearOf::Unsaid && fields.direction.is_none() {
            return Found::date(fields_value(fields));
        }
        let aim = self.aim(tense).map(|aim| self.beside_named(aim, fields)).or_else(|| {
            // A year in the words makes the day of publication unnecessary.
            let YearOf::Is(year) = fields.year else { return None };
            let first = super::calendar::day(year, 1, 1)?;
            Some(Aim { published: first, text: first, tense })
        });
        match aim.filter(|_| exists(fields)).and_then(|aim| aim.fields(fields)) {
            Some(point) => Found::point(point),
            None if exists(fields) => Found::date(fields_value(fields)),
            // "Feb. 30": somebody mistook the day or the month.
            None => Found::date(format!("{}-XX", fields_value(&Fields { day: None, ..*fields }))),
        }
    }

    fn shift(&self, unit: Unit, by: i32, tense: Tense) -> Found {
        let Some(published) = self.published else { return Found::date(unknown(unit)) };
        // For newswriters a week begins on Sunday.
        let sunday = unit == Unit::Week && published.weekday() == jiff::civil::Weekday::Sunday;
        let base = Point::containing(unit, if sunday { plus(published, 1) } else { published });
        let early_in_week = published.weekday().to_monday_zero_offset() < 4;
        let over = unit == Unit::Weekend && by == 0 && early_in_week && tense != Tense::Future;
        Found::point(base.shift(if over { -1 } else { by }))
    }

    /// The text's last day, quarter, ...; if it has none, the one that contains the day of publication.
    fn again(&self, unit: Unit, by: i32) -> Found {
        // "the second quarter ended Oct. 31": "that quarter" is the one that was named, not the one with the day.
        if let Some(period) = self.last_period.filter(|period| period.unit() == unit) {
            return Found::point(period.shift(by));
        }
        let last = self.last.filter(|last| last.unit() <= unit).or(self.last_day);
        match last.map(|last| last.days().0).or(self.published) {
            Some(day) => Found::point(Point::containing(unit, day).shift(by)),
            None => Found::date(unknown(unit)),
        }
    }

    fn the(&self, unit: Unit) -> Found {
        let current = self.published.filter(|_| matches!(unit, Unit::Year | Unit::Week));
        match current.map(|day| Point::containing(unit, day)) {
            Some(current) => Found::point(current),
            None => {
                self.period.filter(|p| p.unit() == unit).map_or_else(|| self.again(unit, 0), Found::point)
            }
        }
    }

    /// "The quarter ended July 31" is the one that most of its days lie in, unless the text has given it a name.
    fn ended(&self, unit: Unit, last: &Fields) -> Found {
        if self.period.is_some_and(|period| period.unit() == unit) {
            return self.the(unit);
        }
        match self.fields(last, Tense::Past).point {
            Some(last) => Found::point(Point::containing(unit, plus(last.days().1, -unit.days() / 2))),
            None => self.the(unit),
        }
    }

    /// "Overnight losses" were made in the night before the day that is at hand.
    fn overnight(&self, tense: Tense) -> Found {
        if self.at_hand { self.again(Unit::Day, -1) } else { self.shift(Unit::Day, -1, tense) }
    }

    /// The text's last period, in the year that is said.
    fn period(&self, unit: Option<Unit>, year: YearOf) -> Found {
        let published = self.published.map(|day| Point::containing(unit.unwrap_or(Unit::Year), day));
        let reported =
            published.map(|point| if unit == Some(Unit::Quarter) { point.shift(-1) } else { point });
        let Some(base) = self.period.or(reported) else {
            return Found::date(unknown(unit.unwrap_or(Unit::Year)));
        };
        let base_year = i32::from(base.days().0.year());
        let by = match year {
            YearOf::Unsaid => 0,
            YearOf::Is(year) => i32::from(year) - base_year,
            YearOf::Shift(by) => self.published.map_or(0, |day| i32::from(day.year()) + by - base_year),
            YearOf::Earlier => -1,
        };
        // After "the nine months" the "year-ago results" are no quarter's.
        let cumulative = self.cumulative && unit.is_none() && year != YearOf::Unsaid;
        let base = if cumulative { Point::Year(base.days().0.year()) } else { base };
        Found::point(base.shift_years(by))
    }

    fn away(&self, count: Count, unit: Unit, sign: i32, from: Origin) -> Found {
        let found = self.counted(count, unit, sign, from);
        if from == Origin::Text && unit < Unit::Day {
            // "an hour later" is on the day that the text goes on from, and no day says so much as the hour.
            return Found { kind: TimexKind::Duration, value: unit.length(count), ..found };
        }
        found
    }

    fn counted(&self, count: Count, unit: Unit, sign: i32, from: Origin) -> Found {
        let (count, unit) = match (count, unit) {
            (Count::Half(years), Unit::Year) => (years.saturating_mul(12).saturating_add(6), Unit::Month),
            (Count::Exact(count) | Count::Half(count), unit) => (count, unit),
            // "a few days later" is so long after something, not a time to come.
            (Count::Some, unit) if from == Origin::Text => {
                return Found { kind: TimexKind::Duration, value: unit.length(count), point: None };
            }
            (Count::Some, _) if sign < 0 => return Found::date(reference_value(TimeReference::Past)),
            (Count::Some, _) => return Found::date(reference_value(TimeReference::Future)),
        };
        let by = i32::try_from(count).unwrap_or(i32::MAX).saturating_mul(sign);
        if unit == Unit::Year
            && sign < 0
            && let Some(period) = self.period
        {
            let reported = if self.cumulative { Point::Year(period.days().0.year()) } else { period };
            return Found::point(reported.shift_years(by));
        }
        let last = self.last.filter(|_| from == Origin::Text);
        if let Some(last) = last.filter(|last| unit == Unit::Year && last.unit() < Unit::Year) {
            return Found::point(last.shift_years(by));
        }
        match last.map(|last| last.days().0).or(self.published) {
            // Nobody counts six weeks to the day.
            Some(base) if from == Origin::Speech && unit == Unit::Week && by.abs() > FEW_WEEKS => {
                let day = plus(base, by.saturating_mul(7));
                Found::point(Point::LooseWeek(monday(day), plus(day, -3)))
            }
            Some(base) => Found::point(away(base, unit, by)),
            None => Found::date(unknown(if matches!(unit, Unit::Week | Unit::Fortnight) {
                Unit::Day
            } else {
                unit
            })),
        }
    }

    fn when(&self, expression: &Expression, tense: Tense, point: Option<Point>) -> When {
        // A weekend begins on Friday evening.
        let eve = i32::from(point.is_some_and(|point| point.unit() == Unit::Weekend));
        let days = point.map(Point::days).map(|(first, last)| (plus(first, -eve), last));
        let offset = match (self.published, days) {
            (Some(published), Some((first, last))) => {
                let from = |day| super::calendar::days_between(published, day);
                Some((from(first), from(last)))
            }
            (Some(_), None) => None,
            (None, _) => reach::offset(&expression.what, tense, expression.vague),
        };
        let mut when = When { days, offset, vague: expression.vague, ..When::default() };
        if let Some(fields) = said(&expression.what).filter(exists) {
            when.year = if let YearOf::Is(year) = fields.year { Some(year) } else { None };
            when.month = if let Some(YearPart::Month(month)) = fields.part { Some(month) } else { None };
            when.day = fields.day.filter(|_| fields.until.is_none());
            when.weekday = fields.weekday;
        }
        if let Some(clock) = &expression.clock {
            when.zone = clock.zone;
            when.vague |= clock.vague;
            when.minutes = reach::minutes(clock);
        }
        when
    }
}

/// The calendar fields that the words fix: of "Christmas Eve" month and day, of "the first week of May" the month.
fn said(what: &What) -> Option<Fields> {
    match *what {
        What::Fields(fields) => Some(fields),
        What::Holiday(Rule::Fixed { month, day }, fields) => {
            Some(Fields { part: Some(YearPart::Month(month)), day: Some(day), ..fields })
        }
        What::Holiday(_, fields) => Some(fields),
        What::Anchored(
            Anchored::WeekOfMonth { month: MonthOf::Named(month, year), .. }
            | Anchored::DayOfMonth { month: MonthOf::Named(month, year), .. },
        ) => Some(Fields { year, ..Fields::month(month) }),
        _ => None,
    }
}

/// Is there such a day, in some year if none is said?
fn exists(fields: &Fields) -> bool {
    let (Some(YearPart::Month(month)), Some(number)) = (fields.part, fields.day) else { return true };
    const LEAP_YEAR: i16 = 2000;
    let year = if let YearOf::Is(year) = fields.year { year } else { LEAP_YEAR };
    let day = |number| super::calendar::day(year, month, number).is_some();
    day(number) && fields.until.is_none_or(day)
}

/// "two weeks ago" tells the day, "six weeks ago" the week.
const FEW_WEEKS: i32 = 2;

/// Does the tense matter? "last May" and "May 1998" are placed without it.
pub(super) fn needs_tense(expression: &Expression) -> bool {
    match expression.what {
        What::Fields(fields) | What::Holiday(_, fields) => {
            fields.year == YearOf::Unsaid
                && !matches!(fields.direction, Some(Direction::Last | Direction::Next))
        }
        What::Shift { unit, by } => by == 0 && unit > Unit::Day,
        What::Anchored(_) => true,
        _ => false,
    }
}
