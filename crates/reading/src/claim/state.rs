//! In which state a claim says that somebody is: "died", "was found alive", "escaped unhurt".

use super::{Argument, ArgumentRole, Claim, Modality, PhraseId, Polarity, Reading, Tense};
use crate::article::fold::fold;
use crate::article::{Article, Tag, Tokens};
use crate::lexicon::state::{State, is_suffering};
use crate::lexicon::{Frame, Lexicon, Sense};

/// Behind it stands of what somebody is guilty.
pub const OF: &str = "of";
/// What stands behind it did not come to somebody.
const WITHOUT: &str = "without";
/// Who was found in a state was in it from then on.
const FOUND: &str = "find";

/// Who a claim says to be in a state, or not to be in it if it denies what it tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InState {
    /// The state.
    pub state: State,
    /// Who.
    pub holder: PhraseId,
    /// Does the verb say that it did not come to that: "escaped injury"?
    pub averted: bool,
}

/// The state that a claim tells of.
pub fn state(article: &Article, reading: &Reading, claim: &Claim, lexicon: &Lexicon) -> Option<InState> {
    if claim.modality != Modality::Did || !claim.predicate.tense.is_finite() {
        return None;
    }
    if claim.polarity == Polarity::Negated && is_graded(article, claim) {
        return None;
    }
    let subject = || claim.subject.as_ref().and_then(only);
    let object = claim.arguments.iter().find(|a| a.role == ArgumentRole::Object);
    let told = |state, holder| Some(InState { state, holder, averted: false });
    let verb = claim.predicate.lemma.as_str();
    let class = claim.predicate.class.map(|class| lexicon.class(class).name.as_str());
    let said = claim.arguments.iter().find_map(|a| said(article, a));
    if let Some(state) = class.and_then(State::after) {
        // "Is dead tired", "was found dead drunk".
        let complement = claim.arguments.iter().any(|a| a.role == ArgumentRole::Complement);
        if complement && said.is_none() && object.is_none() {
            return None;
        }
        let undergoes = claim.predicate.passive || claim.predicate.frame == Frame::Undergoes;
        let by_subject = undergoes || is_suffering(verb) || object.is_none();
        let holder = if by_subject { subject() } else { object.and_then(only) };
        return told(state, holder?);
    }
    let head = |argument: &Argument| article.tokens.get(reading.phrase(only(argument)?).head as usize);
    let class_of = |argument: &Argument| lexicon.look_up(&head(argument)?.lemma).noun;
    if let Some(state) = State::of_subject(verb).filter(|_| !claim.predicate.passive) {
        // Who survives somebody is left behind, and who survived a vote or the war may have died since.
        return told(state, subject().filter(|_| object.is_none_or(|o| class_of(o).is_some()))?);
    }
    if let Some(state) = object.filter(|_| is_suffering(verb)).and_then(|object| harm(article, object)) {
        return told(state, subject()?);
    }
    // "Escaped *injury*", "walked away *without injury*"
    let averted = object.filter(|_| lexicon.has(verb, Sense::Averting));
    let without = || claim.arguments.iter().find(|a| a.role.is_behind(WITHOUT) && a.tokens.len() <= 2);
    let class = averted.or_else(without).and_then(class_of);
    if let Some(state) = class.and_then(|class| State::after(&lexicon.class(class).name)) {
        return Some(InState { state, holder: subject()?, averted: true });
    }
    let (state, now) = said?;
    let present = claim.predicate.tense == Tense::Present || verb == FOUND;
    if now && !present {
        return None;
    }
    // "A jury found Ann Lee guilty": the object is.
    let found = claim.arguments.iter().any(|a| a.role == ArgumentRole::Complement);
    let holder = match object.filter(|_| found) {
        Some(object) => only(object),
        None => subject(),
    };
    told(state, holder?)
}

/// "Was not *seriously* hurt" leaves open that she was.
fn is_graded(article: &Article, claim: &Claim) -> bool {
    let manner = claim.arguments.iter().filter(|a| a.role == ArgumentRole::Manner).map(|a| a.tokens);
    let words = |tokens: Tokens| article.tokens.get(tokens.range()).unwrap_or_default();
    let mut all = manner.chain([claim.predicate.tokens]).flat_map(words);
    all.any(|token| token.tag.is_adverb() && article.word(token).ends_with(MANNER))
}

/// "*A broken arm*": the state of whoever suffers it.
fn harm(article: &Article, argument: &Argument) -> Option<State> {
    let words = article.tokens.get(argument.tokens.range()).unwrap_or_default();
    words.iter().find_map(|token| fold(article.word(token), State::of_harm).or(State::of_harm(&token.lemma)))
}

fn only(argument: &Argument) -> Option<PhraseId> {
    match argument.phrases.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The state that an argument tells of: one word, negated or not, that colours no other word ("dead tired").
fn said(article: &Article, argument: &Argument) -> Option<(State, bool)> {
    if !matches!(argument.role, ArgumentRole::Complement | ArgumentRole::Object) {
        return None;
    }
    let tokens = article.tokens.get(argument.tokens.range())?;
    let (last, before) = tokens.split_last()?;
    let behind = article.tokens.get(argument.tokens.end as usize).map(|token| token.tag);
    let colours = behind.is_some_and(|tag| tag.is_adjective() || tag.is_noun() || tag == Tag::Vbn);
    let alone = before.iter().all(|token| token.tag.is_adverb() && !article.word(token).ends_with(MANNER));
    fold(article.word(last), State::said).filter(|_| alone && !colours)
}

/// "Politically dead" is another state.
const MANNER: &str = "ly";

#[cfg(test)]
mod tests;
