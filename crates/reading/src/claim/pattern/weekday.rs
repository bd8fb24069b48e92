//! A date that names its day twice: "Tuesday, 10 September 2025".

use super::Patterns;
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, Holder};
use crate::claim::time::When;
use crate::claim::{TimeId, time_word};

/// A date without a year is that of a year only if it lies no more days from the day of publication.
const NEAR: i32 = 120;

/// From this year on all of Europe counts days by one calendar (Greece was the last to change, in 1923).
const ONE_CALENDAR: i16 = 1924;

impl Patterns<'_> {
    /// The day of the week as it is written, and that of the date beside it.
    pub(super) fn weekdays(&self, found: &mut Vec<Attribute>) {
        for (time, id) in self.reading.times.iter().zip(0..) {
            let Some(date) = dated(&time.when) else { continue };
            let day = |at: &u32| self.word(*at).is_some_and(|w| time_word::weekday(w).is_some());
            let Some(at) = (time.tokens.start..time.tokens.end).find(day) else { continue };
            let comma = self.word(at + 1).is_some_and(|w| w.tag().is_punctuation());
            let rest = Tokens { start: at + 1 + u32::from(comma), end: time.tokens.end };
            let written = When { weekday: time.when.weekday, ..When::default() };
            let side = |when: When, tokens| Attribute {
                holder: Holder::Time(TimeId(id)),
                kind: AttributeKind::Weekday,
                qualifier: None,
                value: when.into(),
                tokens,
                claim: None,
            };
            if !rest.is_empty() {
                found.push(side(written, Tokens { start: at, end: at + 1 }));
                found.push(side(date, rest));
            }
        }
    }
}

/// The date of a time that names a day of the week and one of a month, with the day of the week that the calendar has.
fn dated(when: &When) -> Option<When> {
    let (first, last) = when.days?;
    let named = when.weekday.is_some() && when.month.is_some() && when.day.is_some() && first == last;
    let placed = when.year.is_some() || when.offset.is_some_and(|(from, to)| from >= -NEAR && to <= NEAR);
    // Without `days` it is told by its names: "Wednesday 10 September 2025".
    (named && placed && first.year() >= ONE_CALENDAR).then(|| When { days: None, ..When::on(first) })
}
