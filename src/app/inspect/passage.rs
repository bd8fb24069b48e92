//! Words of an article with their place.

use serde::Serialize;

use crate::article::{Article, Tokens};
use crate::source::Span;

/// Words of an article with their place in its file.
#[derive(Debug, Serialize)]
pub(in crate::app) struct Passage<'a> {
    /// First byte in the file.
    pub(in crate::app) start: u32,
    /// One past the last byte.
    pub(in crate::app) end: u32,
    /// The words as the article has them.
    pub(in crate::app) text: &'a str,
}

impl<'a> Passage<'a> {
    /// From the first to the last of some tokens.
    pub(in crate::app) fn new(article: &'a Article, tokens: Tokens) -> Passage<'a> {
        let span = article.span(tokens);
        Passage { start: span.start, end: span.end, text: article.phrase(tokens) }
    }

    /// Words of an article that stand there in its file.
    pub(in crate::app) fn of(text: &'a str, span: Span) -> Passage<'a> {
        Passage { start: span.start, end: span.end, text }
    }

    /// "120..148"
    pub(in crate::app) fn bytes(&self) -> String {
        format!("{}..{}", self.start, self.end)
    }
}
