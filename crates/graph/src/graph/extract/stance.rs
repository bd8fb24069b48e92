//! What an article holds of the story that it tells: told, or called untrue.

use super::extractor::Extractor;
use super::lemma::Lemma;
use super::proposition::family_of;
use super::signature::information;
use crate::article::{BlockKind, Sentence, Tokens};
use crate::claim::verdict::{Verdict, is_doubted, is_hedged, names_picture, verdict};
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
    /// Is it a picture that is called untrue; or does the report that tells the story speak of pictures?
    pub(in crate::graph) picture: bool,
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
    /// And the sentence says itself what is.
    Refuted,
}

/// A word with a meaning of its own, and how seldom the language has it, in bits. They come in order, each once.
pub(in crate::graph) type Telling = (Lemma, u8);

/// A sentence, with its number.
type Numbered<'a> = (u32, &'a Sentence);

/// The stances of an article: what calls its story untrue, or, if nothing does and no word doubts it, the first sentences
/// that tell it.
pub(super) fn stances(extractor: &Extractor<'_>) -> Vec<Stance> {
    let sentences = (0..).zip(&extractor.article.sentences);
    let text: Vec<Numbered<'_>> =
        sentences.filter(|(_, s)| s.kind != BlockKind::Furniture).take(NEAR).collect();
    let found = verdicts(extractor, &text);
    match found.is_empty() && !is_doubted(extractor.article, extractor.lexicon) {
        true => tellings(extractor, &text),
        false => found,
    }
}

/// The sentences that call the story untrue.
fn verdicts(extractor: &Extractor<'_>, text: &[Numbered<'_>]) -> Vec<Stance> {
    let Extractor { article, reading, lexicon, .. } = extractor;
    let found = text.iter().enumerate().filter_map(|(at, (number, sentence))| {
        let (holds, about) = match verdict(article, reading, *number, lexicon)? {
            Verdict::OfItself => (Holds::Refuted, text.get(at..=at)?),
            Verdict::OfThis => (Holds::Untrue, text.get(at.saturating_sub(BACK)..=at)?),
            Verdict::OfStory => (Holds::Untrue, text),
        };
        let picture = names_picture(article, sentence.tokens);
        Some(Stance { picture, ..stance(extractor, holds, about, sentence) })
    });
    found.collect()
}

/// The first sentences that tell the story.
fn tellings(extractor: &Extractor<'_>, text: &[Numbered<'_>]) -> Vec<Stance> {
    let Extractor { article, reading, lexicon, .. } = extractor;
    let denies = |number: u32| reading.in_sentence(number).iter().any(|c| c.polarity == Polarity::Negated);
    let lead = || text.iter().filter(|(_, sentence)| sentence.kind != BlockKind::Heading).take(LEAD);
    // What opens with a denial tells the story otherwise.
    if lead().next().is_some_and(|(number, _)| denies(*number)) {
        return Vec::new();
    }
    let tells = |(number, sentence): &&Numbered<'_>| {
        let claims = reading.in_sentence(*number);
        let possible = |c: &Claim| matches!(c.modality, Modality::Reportedly | Modality::May);
        // A text of one sentence is a headline.
        let headline = sentence.kind == BlockKind::Headline || article.sentences.len() == 1;
        let flat = claims.iter().any(|claim| is_flat(extractor, claim, headline));
        flat && !denies(*number) && !claims.iter().any(possible)
    };
    // A headline alone has no room to speak of them.
    let picture = text.len() == 1 || text.iter().any(|(_, sentence)| names_picture(article, sentence.tokens));
    let told = |numbered: &Numbered<'_>| {
        let hedged = is_hedged(article, lexicon, numbered.1.tokens);
        let holds = if hedged { Holds::PassedOn } else { Holds::Told };
        Stance { picture, ..stance(extractor, holds, &[*numbered], numbered.1) }
    };
    lead().filter(tells).map(told).collect()
}

fn stance(extractor: &Extractor<'_>, holds: Holds, about: &[Numbered<'_>], sentence: &Sentence) -> Stance {
    let about = telling(extractor, about.iter().map(|(_, sentence)| sentence.tokens));
    Stance { holds, about, extent: Extent::of(extractor.article, sentence.tokens), picture: false }
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
