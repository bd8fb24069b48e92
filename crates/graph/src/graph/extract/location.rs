//! Where an event was, beyond the names that stand behind its own prepositions.

use super::extractor::Extractor;
use super::referent::{Referent, Referents};
use crate::article::{Token, Tokens};
use crate::claim::thematic::says_where;
use crate::claim::{Argument, Claim, Determiner, Origin, Phrase, PhraseId};
use crate::graph::mention::extend;
use crate::graph::name::EntityKind;
use crate::lexicon::Sense;

impl Extractor<'_> {
    /// The places of a setting: "in Lyon", "at the airport of *Lyon*", "off the coast of *Chile*".
    pub(super) fn places_of(&self, argument: &Argument) -> Referents {
        let mut named = Referents::new();
        for id in argument.phrases.iter().filter(|id| !self.is_around(**id)) {
            extend(&mut named, &self.entities_of(*id));
        }
        let own = self.places(&named);
        if argument.phrases.iter().any(|id| self.is_around(*id)) {
            return own;
        }
        let site = |id: &PhraseId| self.is_site(self.reading.phrase(*id));
        let descends = own.is_empty() && argument.phrases.iter().any(site);
        if descends { self.places_within(argument.tokens, |_| true) } else { own }
    }

    /// "In *the Buffalo* area": somewhere around it.
    fn is_around(&self, id: PhraseId) -> bool {
        let town = |who: &Referent| {
            let place = self.local.name(*who).and_then(|name| name.place);
            place.is_some_and(|place| self.lexicon.takes_no_article(place))
        };
        self.reading.phrase(id).determiner == Determiner::Definite && self.entities_of(id).iter().any(town)
    }

    /// Where a claim is that has no setting of its own: "Police *in Lyon* arrested him", "a fire at a hotel *in Izmir*
    /// killed nine".
    pub(super) fn places_around(&self, claim: &Claim) -> Referents {
        let told = matches!(claim.origin, Origin::Clause | Origin::Relative | Origin::Participle);
        let Some(subject) = claim.subject.as_ref().filter(|_| told) else { return Referents::new() };
        self.places_within(subject.tokens, says_where)
    }

    /// The places that some words name, behind words of a kind.
    fn places_within(&self, words: Tokens, behind: impl Fn(&str) -> bool) -> Referents {
        let place = |who: &Referent| self.kind(*who) == EntityKind::Place;
        let mut found = Referents::new();
        for (id, phrase) in self.reading.phrases_in(words) {
            if self.token_before(phrase).is_some_and(|token| behind(&token.lemma)) {
                let mut named = self.entities_of(id);
                named.retain(|who| place(who));
                extend(&mut found, &named);
            }
        }
        found
    }

    fn token_before(&self, phrase: &Phrase) -> Option<&Token> {
        self.article.tokens.get(phrase.tokens.start.checked_sub(1)? as usize)
    }

    /// Is it a sort of place: "the coast", "a hotel"?
    fn is_site(&self, phrase: &Phrase) -> bool {
        let head = self.article.tokens.get(phrase.head as usize);
        head.is_some_and(|token| self.lexicon.has(&token.lemma, Sense::Place))
    }
}

#[cfg(test)]
mod tests;
