//! Where an event was, beyond the names that stand behind its own prepositions.

use super::extractor::Extractor;
use super::referent::Referents;
use crate::article::Tokens;
use crate::claim::{Argument, Claim, Origin, Phrase};
use crate::graph::mention::extend;
use crate::graph::name::EntityKind;
use crate::lexicon::Sense;

/// Behind which a place says where something is.
const WITHIN: [&str; 6] = ["in", "at", "near", "outside", "inside", "off"];

impl Extractor<'_> {
    /// The places of a setting: "in Lyon", "at the airport of *Lyon*", "off the coast of *Chile*".
    pub(super) fn places_of(&self, argument: &Argument) -> Referents {
        let own = self.places(&self.set(argument));
        let site = |phrase: &Phrase| self.is_site(phrase);
        let descends = own.is_empty() && argument.phrases.iter().any(|id| site(self.reading.phrase(*id)));
        if descends { self.places_within(argument.tokens, |_| true) } else { own }
    }

    /// Where a claim is that has no setting of its own: "Police *in Lyon* arrested him", "a fire at a hotel *in Izmir*
    /// killed nine".
    pub(super) fn places_around(&self, claim: &Claim) -> Referents {
        let told = matches!(claim.origin, Origin::Clause | Origin::Relative | Origin::Participle);
        let Some(subject) = claim.subject.as_ref().filter(|_| told) else { return Referents::new() };
        self.places_within(subject.tokens, |before| WITHIN.contains(&before))
    }

    /// The places that some words name, behind words of a kind.
    fn places_within(&self, tokens: Tokens, behind: impl Fn(&str) -> bool) -> Referents {
        let phrases = &self.reading.phrases;
        let first = phrases.partition_point(|phrase| phrase.tokens.start < tokens.start);
        let inside = (first..phrases.len()).take_while(|at| phrases[*at].tokens.start < tokens.end);
        let mut found = Referents::new();
        for at in inside {
            let before =
                phrases[at].tokens.start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
            if before.is_some_and(|token| behind(&token.lemma)) {
                let all = self.entities_of(crate::claim::PhraseId(at as u32));
                let place = |who: &&super::referent::Referent| self.kind(**who) == EntityKind::Place;
                extend(&mut found, &all.iter().filter(place).copied().collect::<Referents>());
            }
        }
        found
    }

    /// Is it a sort of place: "the coast", "a hotel"?
    fn is_site(&self, phrase: &Phrase) -> bool {
        let head = self.article.tokens.get(phrase.head as usize);
        head.is_some_and(|token| self.lexicon.has(&token.lemma, Sense::Place))
    }
}

#[cfg(test)]
mod tests;
