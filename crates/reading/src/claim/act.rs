//! What happened at a time: the words that tell of it, with what they mean.
//!
//! "fired on Monday", "the shooting on Monday", "Monday's shooting", "the Monday shooting", "The shooting was on Monday": the
//! verb or noun that a time belongs to. Words for anything ("make", "go") tell of nothing.

use smallvec::SmallVec;

use super::{Claim, Origin, Reading};
use crate::article::{Article, Tag, Tokens};
use crate::lexicon::wordnet::{Part, WordNet};
use super::trigger::{eventive, eventive_features, word};

/// Words that carry less information than this, in bits, may tell of anything.
const TELLING: f64 = 8.5;
/// A lone verb so near a time that no claim has is what happened then, in words.
const NEAR: u32 = 8;
/// How numbers of words are told from those of meanings.
const WORD: u32 = 1 << 31;

/// The meanings of an act, ascending: two acts that share one may be one.
pub type Meanings = SmallVec<[u32; 8]>;

/// What happened at the time that some words of a sentence give, by the claim that has them if one does.
pub fn act(article: &Article, reading: &Reading, claim: Option<&Claim>, sentence: Tokens, time: Tokens) -> Meanings {
    let mut words: SmallVec<[u32; 4]> = SmallVec::new();
    match claim {
        Some(claim) if claim.origin == Origin::Copula => {
            let subject = claim.subject.iter().flat_map(|subject| &subject.phrases);
            words.extend(subject.map(|id| reading.phrase(*id).head));
        }
        Some(claim) => words.push(claim.predicate.head),
        None => words.extend(nearest_verb(article, sentence, time)),
    }
    words.extend(noun_before(article, sentence, time));
    words.extend(noun_behind(article, sentence, time));
    let mut meanings: Meanings = words.into_iter().flat_map(|at| meanings(article, at)).collect();
    meanings.sort_unstable();
    meanings.dedup();
    meanings
}

/// The verb next to a time, of the words before it first, with no punctuation between.
fn nearest_verb(article: &Article, sentence: Tokens, time: Tokens) -> Option<u32> {
    let before = (sentence.start..time.start).rev().take(NEAR as usize);
    let behind = (time.end..sentence.end).take(NEAR as usize);
    verb_among(article, before).or_else(|| verb_among(article, behind))
}

fn verb_among(article: &Article, at: impl Iterator<Item = u32>) -> Option<u32> {
    let tag = |at: &u32| article.tokens.get(*at as usize).map(|token| token.tag);
    let clause = |at: &u32| tag(at).is_some_and(|tag| !tag.is_punctuation() && !matches!(tag, Tag::Wdt | Tag::Wp | Tag::Wrb));
    at.take_while(clause).find(|at| tag(at).is_some_and(Tag::is_verb))
}

/// "the shooting on Monday": the noun before the preposition before a time.
fn noun_before(article: &Article, sentence: Tokens, time: Tokens) -> Option<u32> {
    let tag = |at: u32| article.tokens.get(at as usize).map(|token| token.tag);
    let mut at = time.start.checked_sub(1)?;
    // "on the evening of": what belongs to the time already is behind its start.
    if tag(at) == Some(Tag::Dt) {
        at = at.checked_sub(1)?;
    }
    let leads = matches!(tag(at)?, Tag::In | Tag::To);
    let noun = at.checked_sub(1).filter(|noun| leads && *noun >= sentence.start)?;
    tag(noun).filter(|tag| tag.is_noun()).map(|_| noun)
}

/// "Monday's shooting", "the Monday shooting": the last noun of those right behind a time.
fn noun_behind(article: &Article, sentence: Tokens, time: Tokens) -> Option<u32> {
    let tag = |at: u32| article.tokens.get(at as usize).map(|token| token.tag);
    let first = if tag(time.end) == Some(Tag::Pos) { time.end + 1 } else { time.end };
    let nouns = (first..sentence.end).take_while(|at| {
        tag(*at).is_some_and(|tag| tag.is_noun() || tag == Tag::Jj)
    });
    nouns.filter(|at| tag(*at).is_some_and(|tag| tag.is_noun() && !tag.is_name())).last()
}

/// The numbers of a word that tells of an event, of its family, and of what they mean.
fn meanings(article: &Article, at: u32) -> Meanings {
    let Some((lemma, part, meaning)) = word(article, at as usize) else { return Meanings::new() };
    let told = match part {
        Part::Verb => true,
        Part::Noun => eventive::tells(&eventive_features(article, at as usize, &lemma, &meaning)),
        Part::Adjective => false,
    };
    if !told || WordNet::built_in().information(&lemma) < TELLING {
        return Meanings::new();
    }
    let words = meaning.word.iter().chain(&meaning.family).map(|word| word | WORD);
    words.chain(meaning.synsets.iter().copied()).collect()
}

#[cfg(test)]
mod tests;
