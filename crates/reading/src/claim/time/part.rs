//! Parts of the calendar that a time lies in, and how many days lie between two times.

use jiff::civil::Date;

use super::When;
use super::calendar::days_between;

impl When {
    /// The year that it lies in; none if it may lie in several, or the year is not known.
    pub fn year_of(&self) -> Option<i16> {
        match self.days {
            Some(days) => shared(days, Date::year),
            None => self.year,
        }
    }

    /// The quarter of the year that it lies in, from 1; none if it may lie in several.
    pub fn quarter_of(&self) -> Option<i8> {
        let quarter = |month: i8| (month - 1) / 3 + 1;
        match self.days {
            Some(days) => shared(days, |day| (day.year(), quarter(day.month()))).map(|(_, quarter)| quarter),
            None => self.month.map(quarter),
        }
    }

    /// The month that it lies in, from 1; none if it may lie in several.
    pub fn month_of(&self) -> Option<i8> {
        match self.days {
            Some(days) => shared(days, |day| (day.year(), day.month())).map(|(_, month)| month),
            None => self.month,
        }
    }

    /// The fewest and the most days that may lie between this and the other, whichever comes first; 0 on one
    /// day. Where one of them is on no calendar, both are counted from the days of publication, as if that were
    /// one day.
    pub fn days_apart(&self, other: &When) -> Option<(u32, u32)> {
        let since =
            |(first, last): (Date, Date)| (days_between(Date::ZERO, first), days_between(Date::ZERO, last));
        let (a, b) = match (self.days, other.days) {
            (Some(a), Some(b)) => (since(a), since(b)),
            _ => (self.offset?, other.offset?),
        };
        let apart = |from: i32, to: i32| u32::try_from(to.saturating_sub(from)).unwrap_or(0);
        let fewest = apart(a.1, b.0).max(apart(b.1, a.0));
        let most = apart(a.0, b.1).max(apart(b.0, a.1));
        Some((fewest, most))
    }

    /// Would a publication date place it on the calendar?
    pub fn undated(&self) -> bool {
        self.days.is_none() && (self.offset.is_some() || self.month.is_some() || self.weekday.is_some())
    }
}

/// What both ends of a stretch of days lie in.
fn shared<T: PartialEq>((first, last): (Date, Date), part: impl Fn(Date) -> T) -> Option<T> {
    let part_of_first = part(first);
    (part_of_first == part(last)).then_some(part_of_first)
}
