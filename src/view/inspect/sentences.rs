//! Headlines and sentences.

use serde::Serialize;

use super::passage::Passage;
use crate::article::{Article, BlockKind, Sentence};
use crate::view::table::Row;

/// A sentence, or a line that stands for one.
#[derive(Debug, Serialize)]
pub struct SentenceRow<'a> {
    #[serde(flatten)]
    passage: Passage<'a>,
    kind: BlockKind,
    /// Number of the paragraph, from 0.
    block: u32,
}

impl Row for SentenceRow<'_> {
    const HEAD: &'static [&'static str] = &["bytes", "kind", "text"];

    fn cells(&self) -> Vec<String> {
        vec![self.passage.bytes(), format!("{:?}", self.kind).to_lowercase(), self.passage.text.to_owned()]
    }
}

/// All sentences of an article.
pub fn rows(article: &Article) -> Vec<SentenceRow<'_>> {
    let row = |sentence: &Sentence| SentenceRow {
        passage: Passage::new(article, sentence.tokens),
        kind: sentence.kind,
        block: sentence.block,
    };
    article.sentences.iter().map(row).collect()
}
