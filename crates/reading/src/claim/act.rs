//! What happened at a time: the words that tell of it, with what they mean.
//!
//! "fired on Monday", "the shooting on Monday", "Monday's shooting", "the Monday shooting", "The shooting was on Monday": the
//! verb or noun that a time belongs to. Words for anything ("make", "go") tell of nothing.

use std::cell::RefCell;

use smallvec::SmallVec;

use super::trigger::{eventive, eventive_features, word};
use super::{Argument, ArgumentRole, Claim, Origin, PhraseId, Reading};
use crate::article::memo::Memo;
use crate::article::{Article, Tag, Tokens};
use crate::lexicon::wordnet::{Part, WordNet};

/// Words that carry less information than this, in bits, may tell of anything.
const TELLING: f64 = 8.5;
/// A verb so near a time that no claim has is what happened then, in words.
const NEAR: usize = 8;
/// A time that so few words stand before comes first.
const FRONT: u32 = 3;
/// How numbers of words are told from those of meanings, which are less.
const WORD: u32 = 1 << 20;

/// The meanings of an act, ascending: two acts that share one may be one.
pub type Meanings = SmallVec<[u32; 8]>;

/// What happened at the time that some words of a sentence give, by the claim that has them if one does.
pub fn act(
    article: &Article,
    reading: &Reading,
    claim: Option<&Claim>,
    sentence: Tokens,
    time: Tokens,
) -> Meanings {
    let mut found =
        claim.map_or_else(|| nearest_verb(article, sentence, time), |claim| told(article, reading, claim));
    let nouns = [noun_before(article, sentence, time), noun_behind(article, sentence, time)];
    found.extend(nouns.into_iter().flatten().flat_map(|at| meanings(article, at)));
    found.sort_unstable();
    found.dedup();
    found
}

/// What an act is done to, or with what: the object, "charged *with fraud*".
pub fn object(claim: &Claim) -> Option<PhraseId> {
    let is = |a: &&Argument| a.role == ArgumentRole::Object || a.role.is_behind("with");
    claim.arguments.iter().find(is)?.phrases.first().copied()
}

/// What a claim tells of: by its verb, or where that may tell of anything by what stands with it ("the attack took place",
/// "made a discovery").
fn told(article: &Article, reading: &Reading, claim: &Claim) -> Meanings {
    let by_verb = meanings(article, claim.predicate.head);
    if !by_verb.is_empty() && claim.origin != Origin::Copula {
        return by_verb;
    }
    let object = |argument: &&Argument| argument.role == ArgumentRole::Object;
    let beside = claim.subject.iter().chain(claim.arguments.iter().filter(object));
    let heads = beside.flat_map(|argument| &argument.phrases).map(|id| reading.phrase(*id).head);
    heads.flat_map(|at| meanings(article, at)).collect()
}

/// The verb next to a time that tells of something: of the words before it first, with no punctuation between but behind a
/// time that comes first ("In May, the bridge was closed").
fn nearest_verb(article: &Article, sentence: Tokens, time: Tokens) -> Meanings {
    let first = time.start <= sentence.start + FRONT;
    let before = (sentence.start..time.start).rev().take(NEAR);
    let behind = (time.end..sentence.end).take(if first { 2 * NEAR } else { NEAR });
    let told = verb_among(article, before, false);
    if told.is_empty() { verb_among(article, behind, first) } else { told }
}

fn verb_among(article: &Article, at: impl Iterator<Item = u32>, across: bool) -> Meanings {
    let tag = |at: &u32| article.tokens.get(*at as usize).map(|token| token.tag);
    let parts = |tag: Tag| matches!(tag, Tag::Wdt | Tag::Wp | Tag::Wrb) || !across && tag.is_punctuation();
    let verbs = at
        .take_while(|at| tag(at).is_some_and(|tag| !parts(tag)))
        .filter(|at| tag(at).is_some_and(Tag::is_verb));
    verbs.map(|at| meanings(article, at)).find(|found| !found.is_empty()).unwrap_or_default()
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
    let nouns =
        (first..sentence.end).take_while(|at| tag(*at).is_some_and(|tag| tag.is_noun() || tag == Tag::Jj));
    nouns.filter(|at| tag(*at).is_some_and(|tag| tag.is_noun() && !tag.is_name())).last()
}

/// The numbers of a word that tells of an event, of its family, and of what they mean.
fn meanings(article: &Article, at: u32) -> Meanings {
    thread_local! { static KNOWN: RefCell<Memo<Meanings, 2048>> = const { RefCell::new(Memo::new()) } }
    let Some(token) = article.tokens.get(at as usize) else { return Meanings::new() };
    let of_behind = article.tokens.get(at as usize + 1).is_some_and(|next| next.lemma == "of");
    let mark = token.tag as u8 * 2 + u8::from(of_behind);
    let find = || meanings_of(article, at).unwrap_or_default();
    KNOWN.with_borrow_mut(|known| known.of(article.word(token), mark, find))
}

fn meanings_of(article: &Article, at: u32) -> Option<Meanings> {
    let (lemma, part, meaning) = word(article, at as usize)?;
    let told = match part {
        Part::Verb => true,
        Part::Noun => eventive::tells(&eventive_features(article, at as usize, &lemma, &meaning)),
        Part::Adjective => false,
    };
    let words = meaning.word.iter().chain(&meaning.family).map(|word| word | WORD);
    (told && WordNet::built_in().information(&lemma) >= TELLING)
        .then(|| words.chain(meaning.synsets.iter().copied()).collect())
}

#[cfg(test)]
mod tests;
