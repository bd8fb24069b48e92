//! Time expressions with their TIMEX3 types and values.

use serde::Serialize;

use super::passage::Passage;
use crate::article::Article;
use crate::claim::TimeMention;
use crate::graph::Parsed;
use crate::view::table::Row;

/// A time expression.
#[derive(Debug, Serialize)]
pub struct TimeRow<'a> {
    #[serde(flatten)]
    passage: Passage<'a>,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    kind: &'static str,
    /// TIMEX3 value.
    value: &'a str,
}

impl<'a> TimeRow<'a> {
    /// One of the time expressions of an article.
    pub fn new(article: &'a Article, time: &'a TimeMention) -> TimeRow<'a> {
        TimeRow { passage: Passage::new(article, time.tokens), kind: time.kind.name(), value: &time.value }
    }

    /// "Tuesday (2013-07-02)"
    pub fn brief(&self) -> String {
        format!("{} ({})", self.passage.text, self.value)
    }
}

impl Row for TimeRow<'_> {
    const HEAD: &'static [&'static str] = &["bytes", "type", "value", "text"];

    fn cells(&self) -> Vec<String> {
        vec![self.passage.bytes(), self.kind.to_owned(), self.value.to_owned(), self.passage.text.to_owned()]
    }
}

/// The time expressions of an article.
pub fn rows(parsed: &Parsed) -> Vec<TimeRow<'_>> {
    parsed.reading.times.iter().map(|time| TimeRow::new(&parsed.article, time)).collect()
}
