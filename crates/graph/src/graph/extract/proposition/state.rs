//! In which states somebody is by what a claim holds, and in which not: whoever died is dead and not alive.

use smallvec::{SmallVec, smallvec};

use super::filler::{self, Filler, Position};
use super::words::Words;
use super::{Proposition, Utterance};
use crate::article::Tokens;
use crate::claim::state::{InState, OF, state};
use crate::claim::{Claim, Determiner, Origin, PhraseId, Polarity};
use crate::graph::extract::Referent;
use crate::graph::extract::extractor::Extractor;
use crate::graph::extract::lemma::Lemma;
use crate::graph::name::EntityKind;
use crate::lexicon::state::State;
use crate::source::Span;

/// That somebody is in the state that a claim tells of, and in none that it excludes.
pub(super) fn states(
    extractor: &Extractor<'_>,
    words: &Words,
    claim: &Claim,
    proposition: &Proposition,
) -> Vec<Proposition> {
    // What was in another year, and what a clause tells by the way ("who was convicted in 2015"), may have passed.
    if proposition.background || claim.origin == Origin::Relative {
        return Vec::new();
    }
    let told = state(extractor.article, extractor.reading, claim, extractor.lexicon);
    let Some(InState { state, holder, averted }) = told else { return Vec::new() };
    let mut arguments = filler::arguments(claim);
    let found = arguments.find(|(argument, _)| argument.phrases.contains(&holder));
    let Some((argument, role)) = found else { return Vec::new() };
    let filler = filler::filler(extractor, words, claim, argument, role);
    // Of "a driver" there may be several.
    let alone = |filler: &Filler| {
        is_one(extractor, holder) && (filler.who.is_some() || !names_somebody(extractor, argument.tokens))
    };
    let Some(holder) = filler.filter(alone) else { return Vec::new() };
    let holder = Filler { position: Position::Agent, ..holder };
    // "Acquitted *of murder*" is not acquitted of theft.
    let of = |filler: &&Filler| filler.position == Position::Behind(Lemma::of(OF));
    let of: SmallVec<[Filler; 3]> = proposition.fillers.iter().filter(of).cloned().collect();
    let mut fillers: SmallVec<[Filler; 3]> = smallvec![holder];
    fillers.extend(of);
    let is = |state: State, polarity| Proposition {
        predicates: smallvec![Lemma::of(&format!("{IS}{}", state.name()))],
        copular: false,
        clausal: false,
        polarity,
        fillers: fillers.clone(),
        ..proposition.clone()
    };
    let negated = (proposition.polarity == Polarity::Negated) != averted;
    if negated {
        return vec![is(state, Polarity::Negated)];
    }
    let others = state.excluded().iter().map(|other| is(*other, Polarity::Negated));
    others.chain([is(state, Polarity::Affirmed)]).collect()
}

/// Is it somebody or something of whom there is one: with a name, or "the driver"?
fn is_one(extractor: &Extractor<'_>, holder: PhraseId) -> bool {
    let phrase = extractor.reading.phrase(holder);
    let definite = phrase.determiner == Determiner::Definite && !phrase.plural && phrase.amount.is_none();
    extractor.the_one(holder).is_some() || (definite && phrase.name.is_empty())
}

/// "The son *of Ann Lee* survived": by the words of it Ann Lee did.
fn names_somebody(extractor: &Extractor<'_>, words: Tokens) -> bool {
    let person = |who| extractor.kind(who) == EntityKind::Person;
    extractor.reading.phrases_in(words).any(|(id, _)| extractor.the_one(id).is_some_and(person))
}

/// What tells states from other predicates.
const IS: &str = "is ";

/// Takes away what an article itself has both ways of one, in two clauses: "survived the crash", "died a week later".
pub(super) fn settle(utterances: &mut Vec<Utterance>) {
    let told = |polarity| {
        let all = utterances.iter().flat_map(|u| &u.propositions).filter(move |p| p.polarity == polarity);
        all.filter_map(|p| Some((key(p)?, p.locus.extent.span))).collect::<Vec<_>>()
    };
    let (affirmed, denied) = (told(Polarity::Affirmed), told(Polarity::Negated));
    let turned = |(key, at): &(_, Span)| denied.iter().any(|(other, there)| key == other && at != there);
    let both: Vec<_> = affirmed.into_iter().filter(turned).map(|(key, _)| key).collect();
    if both.is_empty() {
        return;
    }
    for utterance in utterances.iter_mut() {
        utterance.propositions.retain(|p| key(p).is_none_or(|key| !both.contains(&key)));
    }
    utterances.retain(|utterance| !utterance.propositions.is_empty());
}

/// The one predicate and the one of whom it is held, of a proposition that has them.
fn key(proposition: &Proposition) -> Option<(Lemma, Referent)> {
    let ([only], [holder, ..]) = (proposition.predicates.as_slice(), proposition.fillers.as_slice()) else {
        return None;
    };
    Some((*only, holder.who?))
}
