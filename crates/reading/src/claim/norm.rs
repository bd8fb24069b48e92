//! What ought to be or was elsewhere: "the speed limit is 90", which says nothing of how fast somebody drove.

use super::{Claim, Reading};
use crate::article::Article;

/// What is set, aimed at or compared with.
const NORMS: [&str; 9] =
    ["limit", "capacity", "maximum", "minimum", "target", "goal", "threshold", "quota", "average"];

/// Does a claim tell of a measure that is set, and not of what was measured?
pub fn is_norm(article: &Article, reading: &Reading, claim: &Claim) -> bool {
    let heads = claim.subject.iter().flat_map(|s| &s.phrases).map(|id| reading.phrase(*id).head);
    heads.filter_map(|head| article.tokens.get(head as usize)).any(|t| NORMS.contains(&t.lemma.as_str()))
}
