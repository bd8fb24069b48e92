//! A time expression as it is written, before it is placed on the calendar.

use jiff::civil::Weekday;

use super::calendar::{Count, Point};
use super::length::Length;
use super::vocabulary::{DayPart, Direction, Rule, Season, TimeReference, Unit};

/// What the grammar reads: `resolve` makes a [`super::TimeMention`] of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Expression {
    pub(super) what: What,
    /// "3 p.m.", "night": beside the day, or alone.
    pub(super) clock: Option<Clock>,
    /// "early", "about", "sometime".
    pub(super) vague: bool,
}

/// The constructions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    /// Calendar fields: "Friday", "May 3, 1998", "the third quarter", "last summer".
    Fields(Fields),
    /// What the words fix without any context: "the 1990s", "20th century".
    Point(Point),
    /// "1999-2004", "the winter of 2012-13": from one year to another.
    Years { first: i16, last: i16 },
    /// A day with a name.
    Holiday(Rule, Fields),
    /// Units from the one that contains the day of publication: "last week", "tomorrow".
    Shift { unit: Unit, by: i32 },
    /// Units from the text's last time: "the previous day", "that week", "the same month".
    Again { unit: Unit, by: i32 },
    /// "the year", "the week": the current one; "the quarter", "the day": the text's last.
    The { unit: Unit },
    /// "the quarter ended July 31", which has no number.
    Ended { unit: Unit, last: Fields },
    /// "overnight losses": the night before the day at hand.
    Overnight,
    /// "the year-ago quarter", "the 1989 period": the text's last period, in another year.
    Period { unit: Option<Unit>, year: YearOf },
    /// "two weeks ago", "a year later".
    Away { count: Count, unit: Unit, sign: i32, from: Origin },
    /// "the day before yesterday", "Tuesday of last week", "the first Sunday of August".
    Anchored(Anchored),
    /// "now", "recently", "the future".
    TimeReference(TimeReference),
    /// A time of day and no day.
    Clock,
    /// "three days", "two hours and 40 minutes".
    Length(Length),
    /// "a while", "a long time": nobody says in what unit.
    While,
    /// "daily", "every two weeks": TIMEX3's period.
    Every(Period),
    /// A named time that words rule which the grammar does not read: "the third Monday after Easter".
    Unread { unit: Unit },
}

/// A time that is counted from, or within, another one that is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Anchored {
    /// So many units from a day: "the day before yesterday", "a week from Friday", "a year ago Monday".
    From { by: i32, unit: Unit, anchor: Anchor },
    /// A day of a week told from this one: "Tuesday of last week".
    DayOfWeek { weekday: Weekday, weeks: i32 },
    /// Of all days, months or seasons of a name, the so many-th back or ahead: "two Mondays ago".
    Nth { named: Named, by: i32 },
    /// "the first Sunday of August", "the last Friday of next month"; -1 is the last.
    DayOfMonth { nth: i8, weekday: Weekday, month: MonthOf },
    /// "the 2nd of this month": months from this one.
    DateOf { day: i8, month: i32 },
    /// "the first week of May", "the last weekend of this month".
    WeekOfMonth { nth: i8, weekend: bool, month: MonthOf },
    /// "the week of March 6", "the weekend of Aug. 9".
    Around { unit: Unit, anchor: Anchor },
}

/// The day that is counted from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    /// Days from the day of publication.
    Day(i32),
    Fields(Fields),
    Holiday(Rule, Fields),
}

/// What comes back under the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Weekday(Weekday),
    Month(i8),
    Season(Season),
}

/// A month, by its name or told from this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthOf {
    Named(i8, YearOf),
    Shift(i32),
}

/// Where [`What::Away`] counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The day of publication: "ago", "from now".
    Speech,
    /// The text's last time: "earlier", "later".
    Text,
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Period {
    Units(Count, Unit),
    /// As the lexicon has it.
    Given(&'static str),
    /// "every Friday", "each July".
    Fields(Fields),
    /// "Mondays", "Tuesday nights".
    Weekdays(Weekday, Option<&'static DayPart>),
}

/// Calendar fields. A part of the year and a day are read within the year; a weekday stands alone or beside them. A day
/// without a part of the year is one of some month ("the 11th").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fields {
    pub(super) year: YearOf,
    pub(super) part: Option<YearPart>,
    pub(super) day: Option<i8>,
    pub(super) weekday: Option<Weekday>,
    /// "last May", "next Friday".
    pub(super) direction: Option<Direction>,
    /// The last day of "May 3-5".
    pub(super) until: Option<i8>,
}

/// The year, as far as the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum YearOf {
    /// Not at all: the nearest that fits.
    #[default]
    Unsaid,
    Is(i16),
    /// "last year's third quarter": from the year of publication.
    Shift(i32),
    /// "the year-earlier quarter": from the year of the text's last time.
    Earlier,
}

/// A part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearPart {
    Month(i8),
    Quarter(i8),
    Half(i8),
    Season(Season),
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clock {
    pub(super) time: TimeOfDay,
    /// Minutes east of Greenwich, if a zone is named.
    pub(super) zone: Option<i16>,
    /// "about", "shortly after".
    pub(super) vague: bool,
}

/// The two ways to tell the time of day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TimeOfDay {
    /// Minutes after midnight; were the minutes said?
    At {
        minute: u16,
        exact: bool,
    },
    /// Minutes after midnight or noon: "10 o'clock".
    Twelve {
        minute: u16,
    },
    /// "9-11 p.m.": from one minute to another.
    Between {
        first: u16,
        last: u16,
    },
    Part(&'static DayPart),
}

impl Expression {
    pub(super) fn new(what: What) -> Expression {
        Expression { what, clock: None, vague: false }
    }

    /// So many of a unit.
    pub(super) fn length(count: Count, unit: Unit) -> Expression {
        Expression::new(What::Length(Length::of(count, unit)))
    }

    pub(super) fn fields(fields: Fields) -> Expression {
        Expression::new(What::Fields(fields))
    }

    /// Are both days, months, years or times of day, so that they can stand in one list?
    pub(super) fn is_like(&self, other: &Expression) -> bool {
        let kind = |e: &Expression| match e.what {
            What::Fields(Fields { weekday, day, part, year, .. }) => {
                let day = day.is_some() || weekday.is_some();
                let rest = (part.is_some(), year != YearOf::Unsaid && part.is_none());
                Some((day, if day { (false, false) } else { rest }))
            }
            What::Shift { unit: Unit::Day, .. } | What::Holiday(..) | What::Clock => {
                Some((true, (false, false)))
            }
            _ => None,
        };
        kind(self).is_some() && kind(self) == kind(other)
    }

    /// The same in the year that another one says, if this one says none.
    pub(super) fn in_year_of(&self, other: &Expression) -> Option<Expression> {
        let (What::Fields(own), What::Fields(said)) = (self.what, other.what) else { return None };
        let YearOf::Is(year) = said.year else { return None };
        let dated = own.year == YearOf::Unsaid && own.part.is_some();
        let later =
            matches!((own.part, said.part), (Some(YearPart::Month(a)), Some(YearPart::Month(b))) if a > b);
        let year = YearOf::Is(year.saturating_sub(i16::from(later)));
        dated.then_some(Expression { what: What::Fields(Fields { year, ..own }), ..*self })
    }

    /// "the nine months": a report on them goes on from quarters.
    pub(super) fn is_cumulative(&self) -> bool {
        matches!(self.what, What::Length(Length { count: Count::Exact(6 | 9), unit: Unit::Month, .. }))
    }

    pub(super) fn at(self, clock: Option<Clock>) -> Expression {
        Expression { clock: clock.or(self.clock), ..self }
    }

    pub(super) fn vague(self, vague: bool) -> Expression {
        Expression { vague: vague || self.vague, ..self }
    }
}

impl Fields {
    pub(super) fn month(month: i8) -> Fields {
        Fields { part: Some(YearPart::Month(month)), ..Fields::default() }
    }

    pub(super) fn year(year: i16) -> Fields {
        Fields { year: YearOf::Is(year), ..Fields::default() }
    }

    pub(super) fn part(part: YearPart) -> Fields {
        Fields { part: Some(part), ..Fields::default() }
    }

    pub(super) fn weekday(weekday: Weekday) -> Fields {
        Fields { weekday: Some(weekday), ..Fields::default() }
    }
}
