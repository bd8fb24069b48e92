//! Time expressions: what the text says of when, as TIMEX3 (Pustejovsky et al. 2003) and as intervals.

use jiff::civil::{Date, Weekday};

use crate::article::Tokens;

/// A time expression in an article.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeMention {
    /// The words of the expression, as TIMEX3 draws its extent (no preposition).
    pub tokens: Tokens,
    /// DATE, TIME, DURATION or SET.
    pub kind: TimexKind,
    /// The TIMEX3 value ("2025-07", "P3D", "2025-W30", "PAST_REF"); for an unanchored relative expression as
    /// much as is known ("XXXX-XX-XX", "XXXX-WXX-5").
    pub value: String,
    /// What it denotes, to compare with.
    pub when: When,
}

/// The four TIMEX3 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A calendar day or something longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

impl TimexKind {
    /// As TIMEX3 writes it.
    pub fn name(self) -> &'static str {
        match self {
            TimexKind::Date => "DATE",
            TimexKind::Time => "TIME",
            TimexKind::Duration => "DURATION",
            TimexKind::Set => "SET",
        }
    }
}

/// When something was, as far as the text and the publication date tell.
///
/// Three sources of knowledge, each of which may be absent. `days` needs an anchor (an absolute date in the
/// text, or the publication date). `offset` says how far from the day of publication, even when that day is
/// unknown: two undated reports can still be compared as if they appeared together. The calendar fields hold
/// what the words themselves fix ("Friday", "May", "3 p.m.").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct When {
    /// First and last day it may have been, both included.
    pub days: Option<(Date, Date)>,
    /// First and last day it may have been, counted from the day of publication (yesterday: -1, -1).
    pub offset: Option<(i32, i32)>,
    /// Year, if the words say it.
    pub year: Option<i16>,
    /// Month from 1, if the words say it.
    pub month: Option<i8>,
    /// Day of the month, if the words say it.
    pub day: Option<i8>,
    /// Day of the week, if the words say it.
    pub weekday: Option<Weekday>,
    /// First and last minute of the day (0 to 1439), both included; last may be less than first at night.
    pub minutes: Option<(u16, u16)>,
    /// Is the expression itself vague ("recently", "about noon", "early May")?
    pub vague: bool,
}

/// All time expressions of an article, in reading order.
pub fn times(article: &crate::article::Article) -> Vec<TimeMention> {
    let _ = article;
    Vec::new()
}
