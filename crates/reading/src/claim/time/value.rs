//! The TIMEX3 value of what no point of the calendar tells: references, times of day, habits, and fields that leave
//! something open.

use super::expression::{Clock, Fields, Period, TimeOfDay, YearOf, YearPart};
use super::vocabulary::{TimeReference, Unit};

pub(super) fn reference_value(reference: TimeReference) -> &'static str {
    match reference {
        TimeReference::Past => "PAST_REF",
        TimeReference::Present => "PRESENT_REF",
        TimeReference::Future => "FUTURE_REF",
    }
}

/// "T15:10", "T22", "TNI".
pub(super) fn clock_value(clock: &Clock) -> String {
    match clock.time {
        TimeOfDay::At { minute, .. } | TimeOfDay::Twelve { minute } => {
            format!("T{:02}:{:02}", minute / 60, minute % 60)
        }
        TimeOfDay::Between { first, last } => {
            format!("T{:02}:{:02}/T{:02}:{:02}", first / 60, first % 60, last / 60, last % 60)
        }
        TimeOfDay::Part(part) => format!("T{}", part.code),
    }
}

pub(super) fn period_value(period: &Period) -> String {
    match period {
        Period::Units(count, unit) => unit.length(*count),
        Period::Given(period) => (*period).to_owned(),
        Period::Fields(fields) => fields_value(fields),
        Period::Weekdays(day, part) => {
            let part = part.map(|part| format!("T{}", part.code)).unwrap_or_default();
            format!("{}{part}", fields_value(&Fields::weekday(*day)))
        }
    }
}

/// The value of a point of this unit that nothing places.
pub(super) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Half => "XXXX-HX",
        Unit::Season | Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
    }
}

/// As much as the words fix, with X for the rest: "XXXX-05-03", "XXXX-WXX-5", "XXXX-SU".
pub(super) fn fields_value(fields: &Fields) -> String {
    let year = if let YearOf::Is(year) = fields.year { format!("{year:04}") } else { "XXXX".to_owned() };
    let part = match fields.part {
        None if fields.day.is_some() => Some("XX".to_owned()),
        None => fields.weekday.map(|weekday| format!("WXX-{}", weekday.to_monday_one_offset())),
        Some(YearPart::Month(month)) => Some(format!("{month:02}")),
        Some(YearPart::Quarter(n)) => Some(format!("Q{n}")),
        Some(YearPart::Half(n)) => Some(format!("H{n}")),
        Some(YearPart::Season(season)) => Some(season.name().to_owned()),
    };
    let day = fields.day.map(|day| format!("{day:02}"));
    [Some(year), part, day].into_iter().flatten().collect::<Vec<_>>().join("-")
}
