//! Time expressions: what the text says of when, as TIMEX3 (Pustejovsky et al. 2003) and as intervals.

use jiff::civil::{Date, Weekday};
use smallvec::SmallVec;

use crate::article::{Article, Tokens};
use crate::claim::annotation::Annotated;
use crate::claim::input::{Input, Word};
use crate::claim::quantity::Quantity;
use crate::lexicon::Lexicon;

mod anchored;
mod calendar;
mod clock;
mod compare;
mod compound;
mod counted;
mod date;
mod duration;
mod expression;
mod first;
mod grammar;
mod length;
mod nearest;
mod neighbour;
mod number;
mod part;
mod period;
mod range;
mod reach;
mod relative;
mod resolve;
mod set;
mod show;
mod spoken;
mod tense;
mod titled;
mod unread;
mod vague;
mod value;
mod weekday;
mod years;
mod zone;

use super::time_word as vocabulary;
use expression::{Expression, What};
use range::Link;
use resolve::{Context, needs_tense};
use tense::{Tense, tense};

/// All time expressions of an article, in the order of the text.
pub fn times(article: &Article, lexicon: &Lexicon) -> Vec<TimeMention> {
    read(article, &Annotated::new(article, lexicon))
}

/// All time expressions of an annotated article.
pub(super) fn read(article: &Article, text: &Annotated<'_>) -> Vec<TimeMention> {
    let context = Context::new(article.meta.published);
    let mut reader = Reader { text, context, found: Vec::new(), chain: None };
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
    chain: Option<Chain>,
}

/// The range or list that the last mention belongs to, if only with itself so far.
struct Chain {
    /// Its first mention.
    first: usize,
    /// Its last member as it is written, and how the sentence looks there.
    last: Expression,
    tense: Tense,
    /// All that it denotes.
    when: When,
}

impl<'a> Reader<'a> {
    /// Reads a sentence, or what stands between two.
    fn run(&mut self, run: Tokens) {
        let mut input = Input::new(self.text, run);
        self.chain = None;
        while !input.is_empty() {
            if let Ok((rest, members)) = range::open_members(input) {
                let whole = Tokens { start: input.at(), end: rest.at() };
                for (tokens, expression) in &members {
                    self.found(run, *tokens, whole, expression);
                }
                input = rest;
                continue;
            }
            input = match grammar::expression(input) {
                Ok((rest, expression)) if titled::is_title(input, rest, &expression) => rest,
                Ok((rest, expression)) => {
                    let expression = unread::read(input, rest, expression);
                    let tokens = input.until(&rest);
                    self.found(run, tokens, tokens, &expression);
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
            let tokens = Tokens { start: after.at() - 1, end: after.at() };
            self.found(run, tokens, tokens, &next);
            (rest, expression) = (after, next);
        }
        rest
    }

    /// Places what was read. The members of a `whole` are of one tense: "opens from 9 a.m. to noon on Friday".
    fn found(&mut self, run: Tokens, tokens: Tokens, whole: Tokens, expression: &Expression) {
        let expression = &self.beside(run, tokens, expression);
        let tense = if needs_tense(expression) { tense(self.text, run, whole) } else { Tense::Unknown };
        let link = self.link(run, tokens, expression);
        let floor = self.chain.as_ref().filter(|_| link == Some(Link::Range)).and_then(|c| c.when.days);
        let meaning = self.context.resolve_from(expression, tense, floor.map(|days| days.0));
        if link.is_some() {
            self.date_first(expression);
        }
        let when = meaning.when;
        let length = if let What::Length(length) = expression.what { length.quantity() } else { None };
        self.found.push(TimeMention { tokens, kind: meaning.kind, value: meaning.value, when, length });
        let last = self.found.len() - 1;
        let joined = link.and(self.chain.take()).map(|chain| (chain.first, chain.when.hull(&when)));
        let (first, when) = joined.unwrap_or((last, when));
        for member in self.found.iter_mut().skip(first) {
            member.when = when;
        }
        self.chain = Some(Chain { first, last: *expression, tense, when });
    }

    /// How a mention follows the one before it, if they stand in one range or list.
    fn link(&self, run: Tokens, tokens: Tokens, expression: &Expression) -> Option<Link> {
        let chain = self.chain.as_ref()?;
        let before = self.found.last()?.tokens;
        let first = self.found.get(chain.first)?.tokens;
        if tokens.start.saturating_sub(before.end) > 2 || !chain.last.is_like(expression) {
            return None;
        }
        let gap: SmallVec<[Word<'_>; 2]> =
            self.words(before.end, tokens.start).iter().map(Word::new).collect();
        let ahead = first.start.checked_sub(1).filter(|at| *at >= run.start);
        let ahead = ahead.and_then(|at| self.words(at, at + 1).first()).map(Word::new);
        range::link_of(ahead, &gap)
    }

    /// "from Aug. 4 to Aug. 6, 2013": the year that the last member says is that of the first.
    fn date_first(&mut self, last: &Expression) {
        let Some(chain) = &mut self.chain else { return };
        let Some(dated) = chain.last.in_year_of(last) else { return };
        let meaning = self.context.meaning(&dated, chain.tense);
        let alone = chain.first + 1 == self.found.len();
        if let Some(first) = self.found.get_mut(chain.first).filter(|_| alone) {
            chain.when = meaning.when;
            first.value = meaning.value;
        }
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
    /// How long it is, if it is one length of time.
    pub length: Option<Quantity>,
}

impl TimeMention {
    /// Does it say when, on some calendar or clock: no duration, and not "soon" or "in the past"?
    pub fn is_dated(&self) -> bool {
        self.kind.is_dated() && self.when.is_told() && !self.value.ends_with("_REF")
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
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
