//! How old people are said to be.

use super::local::{Local, LocalId};
use super::said::Who;
use crate::claim::quantity::Unit;
use crate::claim::{Origin, Phrase, PhraseId, PhraseKind, Reading};
use crate::graph::name::EntityKind;

/// The ages in years that an article gives to people with names: "36-year-old Ann Lee", "Ann Lee, 36,".
pub(super) fn ages(reading: &Reading, local: &Local<'_>) -> Vec<(LocalId, u32)> {
    let mut found = Vec::new();
    let who = |phrase: PhraseId| match local.of(phrase) {
        [only] => {
            let name = local.name(Who::Named(*only));
            name.filter(|name| name.kind != EntityKind::Place).map(|_| *only)
        }
        _ => None,
    };
    let named = reading.phrases.iter().zip((0..).map(PhraseId)).filter(|(p, _)| !p.name.is_empty());
    found.extend(named.filter_map(|(phrase, id)| Some((who(id)?, years(phrase)?))));
    for claim in reading.claims.iter().filter(|c| c.origin == Origin::Apposition) {
        let subject = claim.subject.as_ref().and_then(|s| s.phrases.first().copied());
        let said = claim.arguments.first().and_then(|a| a.phrases.first()).map(|p| reading.phrase(*p));
        found.extend(subject.and_then(who).zip(said.and_then(bare_years)));
    }
    found
}

/// How old somebody without a name is: "the 36-year-old", "a 36-year-old climber".
pub(super) fn of_nameless(phrase: &Phrase) -> Option<u32> {
    years(phrase).filter(|_| phrase.name.is_empty() && !phrase.plural)
}

/// How old, if the phrase says so.
fn years(phrase: &Phrase) -> Option<u32> {
    phrase.amount.as_ref().filter(|a| a.quantity.unit == Unit::Age).map(|a| a.quantity.amount as u32)
}

/// The bare number of an apposition: "Ann Lee, 36,".
fn bare_years(phrase: &Phrase) -> Option<u32> {
    let bare = phrase.amount.as_ref().filter(|_| phrase.kind == PhraseKind::Elliptic);
    let number = bare.filter(|a| a.quantity.unit == Unit::None);
    let plausible =
        number.map(|a| a.quantity.amount).filter(|n| (1.0..120.0).contains(n) && n.fract() == 0.0);
    plausible.map(|n| n as u32).or_else(|| years(phrase))
}
