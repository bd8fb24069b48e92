//! Headlines and sentences.

use serde::Serialize;

use super::Row;
use crate::article::{Article, BlockKind};

/// A sentence, or a line that stands for one.
#[derive(Serialize)]
pub(super) struct SentenceRow<'a> {
    /// First byte in the file.
    start: u32,
    /// One past the last byte.
    end: u32,
    text: &'a str,
    kind: BlockKind,
    /// Number of the paragraph, from 0.
    block: u32,
}

impl Row for SentenceRow<'_> {
    const HEAD: &'static [&'static str] = &["bytes", "kind", "text"];

    fn cells(&self) -> Vec<String> {
        vec![
            format!("{}..{}", self.start, self.end),
            format!("{:?}", self.kind).to_lowercase(),
            self.text.to_owned(),
        ]
    }
}

/// All sentences of an article.
pub(super) fn rows(article: &Article) -> Vec<SentenceRow<'_>> {
    let row = |sentence: &crate::article::Sentence| {
        let span = article.span(sentence.tokens);
        let text = article.phrase(sentence.tokens);
        SentenceRow { start: span.start, end: span.end, text, kind: sentence.kind, block: sentence.block }
    };
    article.sentences.iter().map(row).collect()
}
