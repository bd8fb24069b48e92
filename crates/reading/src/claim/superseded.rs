//! What somebody said and says no more: "police first said that nine had died", "earlier reports said nine".

use super::Claim;
use crate::article::{Article, fold::fold};

/// Of what is given up: beside the verb of saying, or before what said it.
const FORMERLY: [&str; 8] =
    ["first", "initially", "originally", "earlier", "previously", "initial", "early", "original"];
/// What is given up with them.
const FIGURES: [&str; 5] = ["report", "count", "figure", "estimate", "toll"];

/// Does whoever says a claim say it no longer?
pub fn is_superseded(article: &Article, claim: &Claim) -> bool {
    let Some(said) = claim.attribution else { return false };
    let token = |at: u32| article.tokens.get(at as usize);
    // "Earlier reports said": the speaker's words may begin behind the first of them.
    (said.tokens.start.saturating_sub(1)..said.tokens.end).any(|at| {
        let former = |t| fold(article.word(t), |word| FORMERLY.contains(&word));
        let figure = || token(at + 1).is_some_and(|next| FIGURES.contains(&next.lemma.as_str()));
        token(at).is_some_and(|t| former(t) && (t.tag.is_adverb() || figure()))
    })
}

#[cfg(test)]
mod tests;
