//! Quotations: what stands between quotation marks, and who says it.

use super::{Attribution, Claim, PhraseId, Reading};
use crate::article::{Article, Tag, Tokens};
use crate::lexicon::{Lexicon, Sense};

/// A quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The words between the marks.
    pub tokens: Tokens,
    /// Who says it, if the text tells.
    pub speaker: Option<PhraseId>,
}

/// Finds the quotations of an article and gives what they claim to their speakers.
pub fn attribute(article: &Article, reading: &mut Reading) {
    reading.quotes = quotes(article);
    for i in 0..reading.quotes.len() {
        let tokens = reading.quotes[i].tokens;
        // Claims are in order of their sentences.
        let (first, last) = sentences(article, tokens);
        let from = reading.claims.partition_point(|c| c.sentence < first);
        let to = reading.claims.partition_point(|c| c.sentence <= last);
        let claims = reading.claims.get_mut(from..to).unwrap_or_default();
        let speaker = speaker(claims, tokens, first, last);
        reading.quotes[i].speaker = speaker;
        for claim in claims.iter_mut().filter(|c| tokens.contains(c.predicate.tokens)) {
            let known = claim.attribution.and_then(|a| a.speaker);
            let at = claim.attribution.map_or(tokens, |a| a.tokens);
            let denied = claim.attribution.is_some_and(|a| a.denied);
            claim.attribution =
                Some(Attribution { speaker: known.or(speaker), tokens: at, quoted: true, denied });
        }
    }
}

/// The first and the last sentence of a quotation.
fn sentences(article: &Article, quote: Tokens) -> (u32, u32) {
    let first = article.sentences.partition_point(|s| s.tokens.end <= quote.start);
    let behind = article.sentences.partition_point(|s| s.tokens.start < quote.end);
    (first as u32, behind.saturating_sub(1) as u32)
}

/// The stretches between quotation marks; a quotation goes on over a paragraph that opens with a new mark.
fn quotes(article: &Article) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Option<usize> = None;
    for (i, token) in article.tokens.iter().enumerate() {
        match (token.tag, open) {
            (Tag::OpenQuote, None) => open = Some(i + 1),
            (Tag::CloseQuote, Some(start)) => {
                if i > start {
                    found.push(Quote { tokens: Tokens::new(start, i), speaker: None });
                }
                open = None;
            }
            // A new opening mark closes a quotation whose own mark is missing.
            (Tag::OpenQuote, Some(start)) => {
                found.push(Quote { tokens: Tokens::new(start, i), speaker: None });
                open = Some(i + 1);
            }
            _ => {}
        }
    }
    found
}

/// The speaker of the nearest reporting clause around the quotation: in its sentence, or the one that a
/// quotation of whole sentences follows.
fn speaker(claims: &[Claim], quote: Tokens, first: u32, last: u32) -> Option<PhraseId> {
    let lexicon = Lexicon::builtin();
    let says = |claim: &&Claim| {
        !quote.contains(claim.predicate.tokens)
            && !claim.predicate.tokens.is_empty()
            && lexicon.has(claim.predicate.lemma, Sense::Reporting)
    };
    let near = claims.iter().filter(|c| c.sentence == first || c.sentence == last).filter(says);
    let claim = near.min_by_key(|c| {
        let at = c.predicate.tokens;
        if at.start >= quote.end { at.start - quote.end } else { quote.start.saturating_sub(at.end) }
    })?;
    let subject = claim.subject.as_ref().or(claim.arguments.first())?;
    subject.phrases.first().copied()
}
