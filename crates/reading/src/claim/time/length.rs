//! How long: "three days", "two hours and 40 minutes", "nearly a year and three months", as TIMEX3 and as an amount.

use super::calendar::Count;
use super::vocabulary::Unit;
use crate::claim::quantity::{Bound, Quantity, Unit as Measure};

/// A length of time as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Length {
    pub(super) count: Count,
    pub(super) unit: Unit,
    /// "(two hours) and 40 minutes": what a smaller unit adds.
    pub(super) further: Option<(u32, Unit)>,
    /// "nearly", "at least", "or so".
    pub(super) bound: Bound,
}

impl Length {
    pub(super) fn of(count: Count, unit: Unit) -> Length {
        Length { count, unit, further: None, bound: Bound::Exactly }
    }

    /// As TIMEX3 writes it: "P3D", "PT2H40M", "P1DT6H".
    pub(super) fn value(&self) -> String {
        let first = self.unit.length(self.count);
        let Some((count, unit)) = self.further else { return first };
        let second = unit.length(Count::Exact(count));
        let clocks = first.starts_with("PT") && second.starts_with("PT");
        let prefix = if clocks { "PT" } else { "P" };
        first + second.strip_prefix(prefix).unwrap_or(&second)
    }

    /// Of how many of the smaller unit it is made, where so many of it make the larger one: "a year and three months"
    /// is 15 months. Else the larger unit alone.
    pub(super) fn in_smaller(&self) -> (Count, Unit) {
        let joined = || {
            let (Count::Exact(count), (more, smaller)) = (self.count, self.further?) else { return None };
            let count = count.saturating_mul(parts(self.unit, smaller)?).saturating_add(more);
            Some((Count::Exact(count), smaller))
        };
        joined().unwrap_or((self.count, self.unit))
    }

    /// The amount, if the words say one.
    pub(super) fn quantity(&self) -> Option<Quantity> {
        let (count, unit) = self.in_smaller();
        if self.further.is_some() && unit == self.unit {
            return None;
        }
        let amount = match count {
            Count::Exact(n) => f64::from(n),
            Count::Half(n) => f64::from(n) + 0.5,
            Count::Some => return None,
        };
        let (name, factor) = measured(unit)?;
        let unit = Measure::Measure(name.into());
        Some(Quantity { amount: amount * factor, bound: self.bound, unit })
    }
}

/// The unit of the lexicon, and how many of it this one is.
fn measured(unit: Unit) -> Option<(&'static str, f64)> {
    Some(match unit {
        Unit::Second => ("second", 1.0),
        Unit::Minute => ("minute", 1.0),
        Unit::Hour => ("hour", 1.0),
        Unit::Day => ("day", 1.0),
        Unit::Week => ("week", 1.0),
        Unit::Fortnight => ("week", 2.0),
        Unit::Month => ("month", 1.0),
        Unit::Season | Unit::Quarter => ("month", 3.0),
        Unit::Half => ("month", 6.0),
        Unit::Year => ("year", 1.0),
        Unit::Decade => ("year", 10.0),
        Unit::Century => ("year", 100.0),
        Unit::Millennium => ("year", 1000.0),
        Unit::Weekend => return None,
    })
}

/// How many of the one make the other; of days in a month nobody can say.
fn parts(larger: Unit, smaller: Unit) -> Option<u32> {
    const STEPS: [(Unit, Unit, u32); 5] = [
        (Unit::Year, Unit::Month, 12),
        (Unit::Week, Unit::Day, 7),
        (Unit::Day, Unit::Hour, 24),
        (Unit::Hour, Unit::Minute, 60),
        (Unit::Minute, Unit::Second, 60),
    ];
    if larger == smaller {
        return Some(1);
    }
    let (_, next, by) = STEPS.iter().find(|(unit, ..)| *unit == larger)?;
    parts(*next, smaller).map(|rest| by * rest)
}
