//! Words of an article with their place.

use serde::Serialize;

use crate::article::{Article, Tokens};
use crate::source::Span;

/// Words of an article with their place in its file.
#[derive(Debug, Serialize)]
pub struct Passage<'a> {
    /// First byte in the file.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words as the article has them.
    pub text: &'a str,
}

impl<'a> Passage<'a> {
    /// From the first to the last of some tokens.
    pub fn new(article: &'a Article, tokens: Tokens) -> Passage<'a> {
        let span = article.span(tokens);
        Passage { start: span.start, end: span.end, text: article.phrase(tokens) }
    }

    /// Words of an article that stand there in its file.
    pub fn of(text: &'a str, span: Span) -> Passage<'a> {
        Passage { start: span.start, end: span.end, text }
    }

    /// "120..148"
    pub fn bytes(&self) -> String {
        format!("{}..{}", self.start, self.end)
    }
}
