//! Words with their tags and lemmas.

use serde::Serialize;

use crate::article::{Article, Token};
use crate::view::table::Row;

/// A word, number or punctuation mark.
#[derive(Debug, Serialize)]
pub struct TokenRow<'a> {
    /// First byte in the file.
    start: u32,
    /// One past the last byte.
    end: u32,
    text: &'a str,
    /// Penn Treebank tag.
    tag: &'static str,
    lemma: &'a str,
    /// Number of its sentence, from 0; none for a dateline.
    sentence: Option<usize>,
}

impl Row for TokenRow<'_> {
    const HEAD: &'static [&'static str] = &["bytes", "text", "tag", "lemma", "sentence"];

    fn cells(&self) -> Vec<String> {
        let bytes = format!("{}..{}", self.start, self.end);
        let sentence = self.sentence.map_or_else(|| "-".to_owned(), |number| number.to_string());
        vec![bytes, self.text.to_owned(), self.tag.to_owned(), self.lemma.to_owned(), sentence]
    }
}

/// All tokens of an article.
pub fn rows<'a>(article: &'a Article) -> Vec<TokenRow<'a>> {
    let sentence_of = |token: usize| {
        let sentence = article.sentences.partition_point(|s| s.tokens.range().end <= token);
        article.sentences.get(sentence).filter(|s| s.tokens.range().contains(&token)).map(|_| sentence)
    };
    let row = |(number, token): (usize, &'a Token)| TokenRow {
        start: token.span.start,
        end: token.span.end,
        text: article.word(token),
        tag: token.tag.name(),
        lemma: token.lemma.as_str(),
        sentence: sentence_of(number),
    };
    article.tokens.iter().enumerate().map(row).collect()
}
