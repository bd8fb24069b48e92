//! Phrases without a name that refer: pronouns, pairs, titles, "the 36-year-old".

use super::Patterns;
use crate::claim::attribute::Reference;
use crate::claim::input::Word;
use crate::claim::{Determiner, Phrase, PhraseId, PhraseKind};
use crate::lexicon::{Gender, Sense};

impl Patterns<'_> {
    /// The phrases that refer, and as what.
    pub(super) fn references(&self) -> Vec<(PhraseId, Reference)> {
        let phrases = (0..).map(PhraseId).zip(&self.reading.phrases).filter(|(_, p)| p.name.is_empty());
        phrases.filter_map(|(id, phrase)| Some((id, self.reference(phrase)?))).collect()
    }

    fn reference(&self, phrase: &Phrase) -> Option<Reference> {
        let head = self.word(phrase.head)?;
        if phrase.kind == PhraseKind::Pronoun {
            return pronoun(head);
        }
        if self.is_pair(phrase, head) {
            return Some(Reference::Pair);
        }
        let definite =
            matches!(phrase.determiner, Determiner::Definite | Determiner::Possessive | Determiner::Relative);
        if !definite || phrase.plural {
            return None;
        }
        let noun = head.lemma();
        let mut classes = self.lexicon.classes().iter();
        if head.known().has(Sense::Person) && classes.any(|class| class.whom.contains(noun)) {
            return Some(Reference::Called(noun.clone()));
        }
        let described = phrase.years_of_nameless().map(|years| Reference::Described(noun.clone(), years));
        let titled = || head.known().has(Sense::Office).then(|| Reference::Title(noun.clone()));
        described.or_else(titled)
    }

    /// "the two", "both leaders".
    fn is_pair(&self, phrase: &Phrase, head: Word<'_>) -> bool {
        let two = phrase.amount.as_ref().is_some_and(|a| a.quantity.amount == 2.0)
            && phrase.determiner == Determiner::Definite;
        let both = self.word(phrase.tokens.start).is_some_and(|w| w.is("both"));
        let person = head.known().has(Sense::Person) || head.known().has(Sense::Office);
        (two || both) && (person || phrase.kind == PhraseKind::Elliptic)
    }
}

fn pronoun(head: Word<'_>) -> Option<Reference> {
    match head.lower().as_str() {
        "he" | "him" | "himself" => Some(Reference::One(Gender::Male)),
        "she" | "her" | "herself" => Some(Reference::One(Gender::Female)),
        "both" => Some(Reference::Pair),
        "it" => Some(Reference::Thing),
        _ => None,
    }
}
