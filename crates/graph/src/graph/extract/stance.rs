//! What an article holds of the story that it tells: told, or called untrue.

use super::extractor::Extractor;
use super::lemma::Lemma;
use super::proposition::family_of;
use super::signature::information;
use crate::article::{BlockKind, Tokens};
use crate::claim::verdict::{Verdict, is_doubted, is_hedged, verdict};
use crate::claim::wording::tells_of;
use crate::claim::{Claim, Modality, Origin, Polarity};
use crate::graph::Extent;
use crate::lexicon::Sense;

/// Further down an article speaks of other stories as well.
const NEAR: usize = 10;
/// So many sentences tell what an article's story is.
const LEAD: usize = 3;
/// "None of this is true" is said of the sentences right before.
const BACK: usize = 3;

/// A sentence that tells the story, or says that it does not hold.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Stance {
    pub(in crate::graph) holds: Holds,
    /// What the story is about: words of the sentence, or, where it calls the story untrue, of those around it.
    pub(in crate::graph) about: Box<[Telling]>,
    pub(in crate::graph) extent: Extent,
}

/// What a sentence holds of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Holds {
    /// It is told as it is.
    Told,
    /// It is told as something that others say.
    PassedOn,
    /// It is called untrue.
    Untrue,
}

/// A word with a meaning of its own, and how seldom the language has it, in bits. They come in order, each once.
pub(in crate::graph) type Telling = (Lemma, u8);

/// The stances of an article: what calls its story untrue, or, if nothing does and no word doubts it, the first sentences
/// that tell it.
pub(super) fn stances(extractor: &Extractor<'_>) -> Vec<Stance> {
    let Extractor { article, reading, lexicon, .. } = extractor;
    let text = (0..).zip(&article.sentences).filter(|(_, s)| s.kind != BlockKind::Furniture).take(NEAR);
    let text: Vec<(u32, Tokens)> = text.map(|(number, sentence)| (number, sentence.tokens)).collect();
    let stance = |holds, about: &[(u32, Tokens)], sentence: Tokens| Stance {
        holds,
        about: telling(extractor, about.iter().map(|(_, tokens)| *tokens)),
        extent: Extent::of(article, sentence),
    };
    let mut found = Vec::new();
    for (at, (number, sentence)) in text.iter().enumerate() {
        let about = match verdict(article, reading, *number, lexicon) {
            None => continue,
            Some(Verdict::OfItself) => text.get(at..=at).unwrap_or_default(),
            Some(Verdict::OfThis) => text.get(at.saturating_sub(BACK)..=at).unwrap_or_default(),
            Some(Verdict::OfStory) => &text,
        };
        found.push(stance(Holds::Untrue, about, *sentence));
    }
    if !found.is_empty() || is_doubted(article, lexicon) {
        return found;
    }
    let told = |number: u32| {
        article.sentences.get(number as usize).is_some_and(|sentence| sentence.kind != BlockKind::Heading)
    };
    let lead: Vec<(u32, Tokens)> = text.into_iter().filter(|(number, _)| told(*number)).take(LEAD).collect();
    // What opens with a denial tells the story otherwise.
    let denies = |(number, _): &(u32, Tokens)| {
        reading.in_sentence(*number).iter().any(|claim| claim.polarity == Polarity::Negated)
    };
    if lead.first().is_some_and(denies) {
        return found;
    }
    for (number, sentence) in lead {
        let claims = reading.in_sentence(number);
        let possible = |c: &Claim| matches!(c.modality, Modality::Reportedly | Modality::May);
        let open = claims.iter().any(|c| possible(c) || c.polarity == Polarity::Negated);
        let headline = text_is_one_line(extractor, number);
        if !open && claims.iter().any(|claim| is_flat(extractor, claim, headline)) {
            let holds = if is_hedged(article, lexicon, sentence) { Holds::PassedOn } else { Holds::Told };
            found.push(stance(holds, &[(number, sentence)], sentence));
        }
    }
    found
}

/// Is it a headline? A text of one sentence is one.
fn text_is_one_line(extractor: &Extractor<'_>, number: u32) -> bool {
    let sentences = &extractor.article.sentences;
    let kind = sentences.get(number as usize).map(|sentence| sentence.kind);
    kind == Some(BlockKind::Headline) || sentences.len() == 1
}

/// Does a claim tell what happened in the report's own voice?
fn is_flat(extractor: &Extractor<'_>, claim: &Claim, headline: bool) -> bool {
    let clause = claim.predicate.tense.is_finite() && claim.origin == Origin::Clause;
    claim.attribution.is_none()
        && (headline || clause)
        && !extractor.lexicon.has(&claim.predicate.lemma, Sense::Reporting)
}

/// The words of some sentences that tell what they are about.
fn telling(extractor: &Extractor<'_>, sentences: impl Iterator<Item = Tokens>) -> Box<[Telling]> {
    let Extractor { article, lexicon, .. } = extractor;
    let tokens = sentences.flat_map(|tokens| article.tokens.get(tokens.range()).unwrap_or_default());
    let telling = tokens.filter(|token| tells_of(token, lexicon));
    let mut words: Vec<Telling> =
        telling.map(|token| (family_of(&token.lemma), information(&token.lemma))).collect();
    words.sort_unstable();
    words.dedup_by_key(|(word, _)| *word);
    words.into()
}
