//! In which state a claim says that somebody or something is: "died", "was found alive", "is in custody", "escaped unhurt".

use super::{ArgumentRole, Claim, Modality, PhraseId, PhraseKind, Reading, Tense};
use crate::article::Article;
use crate::article::fold::fold;
use crate::lexicon::state::{Comes, State, is_suffering};
use crate::lexicon::{Frame, Lexicon, Sense};

/// So many words behind a verb may tell a state: "in custody".
const WORDS: usize = 3;
/// Who was found in a state was in it from then on.
const FOUND: &str = "find";

/// Who a claim says to be in a state, or not to be in it if it denies what it tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InState {
    /// The state.
    pub state: State,
    /// Who or what.
    pub holder: PhraseId,
    /// Does the verb say that it did not come to that: "escaped injury"?
    pub averted: bool,
}

/// The state that a claim tells of.
pub fn state(article: &Article, reading: &Reading, claim: &Claim, lexicon: &Lexicon) -> Option<InState> {
    if claim.modality != Modality::Did || !claim.predicate.tense.is_finite() {
        return None;
    }
    let subject = || claim.subject.as_ref().and_then(|s| only(&s.phrases));
    let object = claim.arguments.iter().find(|a| a.role == ArgumentRole::Object);
    let told = |state, holder| Some(InState { state, holder, averted: false });
    let verb = claim.predicate.lemma.as_str();
    let class = claim.predicate.class.map(|class| lexicon.class(class).name.as_str());
    if let Some((state, comes)) = class.and_then(State::after) {
        let passive = claim.predicate.passive || claim.predicate.frame == Frame::Undergoes;
        let by_subject =
            comes == Comes::Doing || passive || is_suffering(verb) || is_said(article, claim, state);
        let holder = if by_subject { subject() } else { object.and_then(|o| only(&o.phrases)) };
        return told(state, holder?);
    }
    // Who survives somebody is left behind.
    let of_nobody = || {
        object.and_then(|o| o.phrases.first()).is_none_or(|id| reading.phrase(*id).kind == PhraseKind::Common)
    };
    if let Some(state) = State::of_subject(verb).filter(|_| !claim.predicate.passive && of_nobody()) {
        return told(state, subject()?);
    }
    let averts = lexicon.has(verb, Sense::Averting);
    if let Some(noun) = object.and_then(|o| only(&o.phrases)).filter(|_| averts) {
        let head = article.tokens.get(reading.phrase(noun).head as usize)?;
        let class = lexicon.look_up(&head.lemma).noun.map(|class| lexicon.class(class).name.as_str());
        if let Some((state, _)) = class.and_then(State::after) {
            return Some(InState { state, holder: subject()?, averted: true });
        }
    }
    let behind = |role: &ArgumentRole| claim.arguments.iter().find(|a| a.role == *role);
    let complement = behind(&ArgumentRole::Complement).or_else(|| behind(&ArgumentRole::Object));
    let word =
        complement.and_then(|a| a.tokens.end.checked_sub(1)).and_then(|at| article.tokens.get(at as usize));
    let said = word.and_then(|token| fold(article.word(token), State::said));
    let (state, now) = said.or_else(|| state_behind(article, claim))?;
    let present = claim.predicate.tense == Tense::Present || (claim.predicate.passive && verb == FOUND);
    if now && !present {
        return None;
    }
    // "A jury found Ann Lee guilty": the object is.
    let found = behind(&ArgumentRole::Complement).and(object).and_then(|o| only(&o.phrases));
    told(state, found.or_else(subject)?)
}

fn only(phrases: &[PhraseId]) -> Option<PhraseId> {
    match phrases {
        [only] => Some(*only),
        _ => None,
    }
}

/// Is a state told by what the subject is said to be: "is dead"?
fn is_said(article: &Article, claim: &Claim, state: State) -> bool {
    let complement = claim.arguments.iter().find(|a| a.role == ArgumentRole::Complement);
    let object = claim.arguments.iter().any(|a| a.role == ArgumentRole::Object);
    let last = complement.and_then(|a| article.tokens.get(a.tokens.end.checked_sub(1)? as usize));
    !object
        && last.is_some_and(|token| {
            fold(article.word(token), State::said).is_some_and(|(said, _)| said == state)
        })
}

/// The state in the words behind a verb, adverbs aside: "is still at large".
fn state_behind(article: &Article, claim: &Claim) -> Option<(State, bool)> {
    let behind = article.tokens.get(claim.predicate.tokens.end as usize..)?;
    let mut words = behind.iter().skip_while(|token| token.tag.is_adverb()).take(WORDS);
    let mut phrase = String::new();
    words.find_map(|token| {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&article.word(token).to_lowercase());
        State::said(&phrase).filter(|_| phrase.contains(' '))
    })
}

#[cfg(test)]
mod tests;
