//! Which way a clause looks: decides between the past and the coming "Friday" or "May".

use super::vocabulary::{Role, plays};
use crate::article::{Article, Tag, Token, Tokens};
use crate::claim::input::{Input, Word};

/// The direction of the clause that an expression stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// Present tense: of a scheduled event, more often to come than past.
    Present,
    Future,
    /// No verb tells.
    Unknown,
}

/// How far to look for the verb, in tokens: clauses are shorter, and the work stays linear.
const REACH: usize = 30;

/// How near to the expression a word like "due" must stand.
const CUE_REACH: usize = 3;

/// The tense around an expression in its sentence (or other run of tokens).
///
/// The nearest verb before it governs; failing that, the first one after it. Of a verb group the first word
/// counts ("will be announced", "to resume", "had met").
pub(super) fn tense(article: &Article, run: Tokens, expression: Tokens) -> Tense {
    let before =
        Tokens { start: run.start.max(expression.start.saturating_sub(REACH as u32)), end: expression.start };
    let words = |range: Tokens| Input::new(article, range);
    if nom::Input::iter_elements(&words(before)).rev().take(CUE_REACH).any(|w| plays(w, Role::ComingCue)) {
        return Tense::Future;
    }
    let tokens = article.tokens.get(before.range()).unwrap_or(&[]);
    if let Some(found) = backward(article, tokens) {
        return found;
    }
    let after = Tokens { start: expression.end, end: run.end.min(expression.end + REACH as u32) };
    nom::Input::iter_elements(&words(after)).find_map(finite).unwrap_or(Tense::Unknown)
}

/// The nearest verb group that ends in these tokens.
fn backward(article: &Article, tokens: &[Token]) -> Option<Tense> {
    let mut participle = None;
    for (at, token) in tokens.iter().enumerate().rev() {
        let word = Word::new(article, token);
        match token.tag {
            Tag::Md => return finite(word),
            Tag::Vb => {
                let helper = tokens.get(at.saturating_sub(3)..at).unwrap_or(&[]);
                let marked = helper.iter().rev().find(|t| matches!(t.tag, Tag::To | Tag::Md | Tag::Vbd));
                return Some(if marked.is_some_and(|t| t.tag == Tag::Vbd) {
                    Tense::Past
                } else {
                    Tense::Future
                });
            }
            Tag::Vbd => return Some(Tense::Past),
            Tag::Vbz | Tag::Vbp => {
                let perfect = word.lemma() == "have" || word.is_any(&["has", "have", "'ve"]);
                let done = participle.is_some_and(|(tag, _)| tag == Tag::Vbn) && perfect;
                return Some(if done { Tense::Past } else { Tense::Present });
            }
            Tag::Vbn | Tag::Vbg if participle.is_none() => participle = Some((token.tag, at)),
            // A participle with no helper right before it stands alone: "announced Friday".
            _ => {
                if let Some((tag, found)) = participle
                    && found - at > 2
                    && !token.tag.is_adverb()
                {
                    return Some(if tag == Tag::Vbn { Tense::Past } else { Tense::Unknown });
                }
            }
        }
    }
    participle.map(|(tag, _)| if tag == Tag::Vbn { Tense::Past } else { Tense::Unknown })
}

/// The tense that a finite verb shows.
fn finite(word: Word<'_>) -> Option<Tense> {
    match word.tag() {
        Tag::Vbd => Some(Tense::Past),
        Tag::Vbz | Tag::Vbp => Some(Tense::Present),
        Tag::Md => Some(Tense::Future),
        _ => None,
    }
}
