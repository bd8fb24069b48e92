//! Stage 1: bytes become an [`Article`] of sentences and tagged tokens.
//!
//! [`load`] finds and decodes files, [`markup`] takes text and metadata out of them, [`token`] cuts sentences
//! and tokens, [`tag`] and [`lemma`] say what each token is.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::source::{OffsetMap, SourceId, Span};
use crate::symbol::Sym;

pub mod encoding;
pub mod family;
pub mod fold;
mod language;
pub mod lemma;
pub mod load;
pub mod markup;
pub mod memo;
mod penn;
pub mod spelling;
pub mod tag;
mod tags;
pub mod token;
pub mod typography;
pub mod wire;

pub use tag::Tag;
pub use token::read;

/// A file's reading text, cut into blocks: what `markup` makes and `token` takes.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file it came from.
    pub source: SourceId,
    /// The reading text: decoded, entities resolved, markup dropped, mojibake repaired.
    pub text: Arc<str>,
    /// From `text` to bytes on disk.
    pub map: OffsetMap,
    /// Title, outlet, date.
    pub meta: Meta,
    /// The blocks in reading order; ranges of `text` that do not overlap.
    pub blocks: Vec<Block>,
}

/// What an article says of itself, or is told by `--date-of` and gainsay.toml.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Meta {
    /// The outlet ("Reuters"), if known.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The day it was published; never invented.
    pub published: Option<Date>,
    /// The day of this version, where an article was corrected or added to.
    pub updated: Option<Date>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The language that it says it is in, as a tag ("en-GB").
    pub language: Option<String>,
    /// What its editors say of this version ("Corrects the toll in paragraph 2").
    pub note: Option<String>,
}

/// A paragraph, heading or line of furniture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Bytes in [`Document::text`].
    pub range: Range<usize>,
}

/// What a block of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The article's headline.
    Headline,
    /// A heading inside the article.
    Heading,
    /// Reporting.
    Paragraph,
    /// Not reporting: "Read more", bylines, share buttons. Makes no claims.
    Furniture,
}

/// An article, read.
#[derive(Debug, Clone)]
pub struct Article {
    /// The file it came from.
    pub source: SourceId,
    /// Title, outlet, date.
    pub meta: Meta,
    /// The reading text that token ranges point into.
    pub text: Arc<str>,
    /// All tokens in reading order.
    pub tokens: Vec<Token>,
    /// All sentences in reading order; ranges of `tokens` that do not overlap.
    pub sentences: Vec<Sentence>,
    /// The place in the dateline ("WASHINGTON –"), as tokens outside every sentence.
    pub dateline: Option<Tokens>,
}

/// A half-open range of tokens of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Tokens {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl Tokens {
    /// From `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Tokens {
        Tokens { start: start as u32, end: end.max(start) as u32 }
    }
    /// As a range of `usize`, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
    /// How many tokens.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    /// No token at all?
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// Do the two share a token?
    pub fn overlaps(self, other: Tokens) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// Does `other` lie inside this range?
    pub fn contains(self, other: Tokens) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// The smallest range that covers both.
    pub fn to(self, other: Tokens) -> Tokens {
        Tokens { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A word, number or punctuation mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the file on disk.
    pub span: Span,
    /// First byte in [`Article::text`].
    pub start: u32,
    /// One past the last byte in [`Article::text`].
    pub end: u32,
    /// Part of speech, Penn Treebank tag set.
    pub tag: Tag,
    /// Lower-case dictionary form ("met" -> "meet").
    pub lemma: Sym,
}

/// A sentence, or a line that stands for one (a headline).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Tokens,
    /// The kind of block it stands in.
    pub kind: BlockKind,
    /// Number of the block it stands in, from 0.
    pub block: u32,
}

impl Article {
    /// The text of a token as it is written.
    #[inline]
    pub fn word(&self, token: &Token) -> &str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// The reading text from the first to the last of some tokens.
    pub fn phrase(&self, tokens: Tokens) -> &str {
        match self.tokens.get(tokens.range()) {
            Some([first, .., last]) => self.text.get(first.start as usize..last.end as usize).unwrap_or(""),
            Some([only]) => self.word(only),
            _ => "",
        }
    }

    /// The number of the sentence that a token stands in; of one outside every sentence (the dateline), that of the next.
    pub fn sentence_at(&self, token: u32) -> u32 {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token) as u32
    }

    /// The bytes on disk from the first to the last of some tokens.
    pub fn span(&self, tokens: Tokens) -> Span {
        match self.tokens.get(tokens.range()) {
            Some([first, .., last]) => first.span.to(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }
}

#[cfg(test)]
mod tests;
