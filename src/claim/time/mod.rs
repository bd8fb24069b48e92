//! Time expressions: what the text says of when, as TIMEX3 (Pustejovsky et al. 2003) and as intervals.

use jiff::civil::{Date, Weekday};

use crate::article::{Article, Tokens};
use crate::claim::annotation::Annotated;
use crate::claim::input::Input;
use crate::lexicon::Lexicon;

mod calendar;
mod clock;
mod compare;
mod compound;
mod date;
mod duration;
mod expression;
mod first;
mod grammar;
mod nearest;
mod number;
mod period;
mod reach;
mod relative;
mod resolve;
mod set;
mod show;
mod tense;
mod vague;
mod weekday;

use super::time_word as vocabulary;
use expression::{Expression, What};
use resolve::{Context, needs_tense};
use tense::{Tense, tense};

/// All time expressions of an article, in the order of the text.
pub fn times(article: &Article, lexicon: &Lexicon) -> Vec<TimeMention> {
    read(article, &Annotated::new(article, lexicon))
}

/// All time expressions of a annotated article.
pub(super) fn read(article: &Article, text: &Annotated<'_>) -> Vec<TimeMention> {
    let mut reader = Reader { text, context: Context::new(article.meta.published), found: Vec::new() };
    let mut at = 0;
    for sentence in &article.sentences {
        // Between sentences stand datelines, which may hold a date.
        reader.run(Tokens { start: at, end: sentence.tokens.start.max(at) });
        reader.run(sentence.tokens);
        at = sentence.tokens.end;
    }
    reader.run(Tokens { start: at, end: text.tokens().end.max(at) });
    reader.found
}

/// Goes through an article and remembers its last time.
struct Reader<'a> {
    text: &'a Annotated<'a>,
    context: Context,
    found: Vec<TimeMention>,
}

impl<'a> Reader<'a> {
    /// Reads a sentence, or what stands between two.
    fn run(&mut self, run: Tokens) {
        let mut input = Input::new(self.text, run);
        while !input.is_empty() {
            input = match grammar::expression(input) {
                Ok((rest, expression)) => {
                    self.found(run, input.until(&rest), &expression);
                    self.next_days(run, rest, &expression)
                }
                Err(_) => input.skip(1),
            };
        }
    }

    /// Reads the further days of "April 24, 25 and 26", and gives what is left.
    fn next_days(&mut self, run: Tokens, mut rest: Input<'a>, expression: &Expression) -> Input<'a> {
        let mut expression = *expression;
        while let What::Fields(fields) = &expression.what
            && let Ok((after, next)) = date::next_day(rest, fields)
        {
            // The day is one token, before what is left.
            self.found(run, Tokens { start: after.at() - 1, end: after.at() }, &next);
            (rest, expression) = (after, next);
        }
        rest
    }

    fn found(&mut self, run: Tokens, tokens: Tokens, expression: &Expression) {
        let tense = if needs_tense(expression) { tense(self.text, run, tokens) } else { Tense::Unknown };
        let meaning = self.context.resolve(expression, tense);
        self.found.push(TimeMention { tokens, kind: meaning.kind, value: meaning.value, when: meaning.when });
    }
}

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

    /// Does it say when, and not how long or how often?
    pub fn is_dated(self) -> bool {
        matches!(self, TimexKind::Date | TimexKind::Time)
    }
}

/// When something was, as far as the text and the publication date tell.
///
/// Three sources of knowledge, each of which may be absent. `days` needs an anchor (an absolute date in the
/// text, or the publication date). `offset` says how far from the day of publication, even when that day is
/// unknown: two undated reports can still be compared as if they appeared together. The calendar fields hold
/// what the words themselves fix ("Friday", "May", "3 p.m.").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
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
    #[serde(with = "weekday")]
    pub weekday: Option<Weekday>,
    /// First and last minute of the day (0 to 1439), both included; last may be less than first at night.
    pub minutes: Option<(u16, u16)>,
    /// Time zone in minutes east of Greenwich, if one is named.
    pub zone: Option<i16>,
    /// Is the expression itself vague ("recently", "about noon", "early May")?
    pub vague: bool,
}

#[cfg(test)]
mod tests;
