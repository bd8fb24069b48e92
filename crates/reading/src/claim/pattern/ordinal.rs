//! Ordinals: "their first meeting", "the meeting, the first between the two".

use super::Patterns;
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, AttributeValue, Qualifier};
use crate::claim::{Argument, ArgumentRole, Claim, Modality, Origin, Phrase, PhraseKind, Polarity};
use crate::lexicon::Sense;
use crate::symbol::Sym;

impl Patterns<'_> {
    /// Which of its kind the event of a claim was. What restricts it ("first official meeting", "first in years")
    /// tells the slot apart.
    pub(super) fn ordinals(&self, number: u32, claim: &Claim, found: &mut Vec<Attribute>) {
        let own = self.heads.get(&claim.predicate.head).filter(|_| claim.origin == Origin::Nominal);
        let objects = claim.arguments.iter().filter(|a| a.role == ArgumentRole::Object);
        let in_objects = objects.flat_map(|a| a.phrases.iter());
        let named = own.into_iter().chain(in_objects).map(|p| self.reading.phrase(*p)).map(|p| (p, p.tokens));
        for (phrase, tokens) in named.chain(self.said_of_noun(claim)) {
            let Some((n, at)) = phrase.ordinal else { continue };
            let within = self.restriction(phrase, at, tokens).and_then(Qualifier::word);
            let value = AttributeValue::Number(f64::from(n));
            found.push(Attribute::of_event(number, AttributeKind::Ordinal, within, value, tokens));
        }
    }

    /// "It was the second fatal accident at the plant": which of its kind was what is told, if that is told at any time and
    /// of some place or thing.
    pub(super) fn nth(&self, claim: &Claim) -> Option<Attribute> {
        let subject = self.reading.phrase(*claim.subject.as_ref()?.phrases.first()?);
        let said = claim.arguments.iter().find(|a| a.role == ArgumentRole::Complement)?;
        let phrase = self.reading.phrase(*said.phrases.first()?);
        let (n, at) = phrase.ordinal?;
        // The sentence before may tell of another event.
        let before = claim.sentence.checked_sub(1).and_then(|before| self.reading.background_of(before));
        let told =
            claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did && before.is_none();
        // "this year", "in two years": of those of some time.
        let timed = |a: &Argument| self.reading.times.iter().any(|time| a.tokens.contains(time.tokens));
        let restricted = claim.time.is_some() || claim.arguments.iter().any(timed);
        if !told || restricted || subject.kind != PhraseKind::Pronoun || subject.plural {
            return None;
        }
        let kind = Qualifier::word(self.kind(claim, Tokens { start: at + 1, end: phrase.head + 1 })?);
        let value = AttributeValue::Number(f64::from(n));
        Some(Attribute::of_theme(AttributeKind::Nth, kind, value, said.tokens))
    }

    /// "fatal accident at plant": the words of a kind, with what they hang on. A kind that hangs on nothing is anybody's.
    fn kind(&self, claim: &Claim, words: Tokens) -> Option<String> {
        let lemma = |at: u32| self.word(at).map(|w| w.lemma().as_str());
        let own = (words.start..words.end).filter_map(lemma);
        let beside: Vec<&str> = claim
            .arguments
            .iter()
            .filter_map(|argument| {
                let ArgumentRole::Oblique(preposition) = &argument.role else { return None };
                let head = self.reading.phrase(*argument.phrases.first()?).head;
                Some([preposition.as_str(), lemma(head)?])
            })
            .flatten()
            .collect();
        (!beside.is_empty()).then(|| own.chain(beside).collect::<Vec<_>>().join(" "))
    }

    /// What is said of the noun that names an event: "the meeting, the first between the two", "the meeting was the
    /// first".
    fn said_of_noun<'c>(&'c self, claim: &'c Claim) -> impl Iterator<Item = (&'c Phrase, Tokens)> {
        let head = claim.predicate.head;
        let of_noun = move |c: &&Claim| {
            let mut subject = c.subject.iter().flat_map(|s| s.phrases.iter());
            matches!(c.origin, Origin::Apposition | Origin::Copula)
                && subject.any(|p| self.reading.phrase(*p).head == head)
        };
        let beside = self.reading.beside(claim).iter().filter(|_| claim.origin == Origin::Nominal);
        let said = beside.filter(of_noun).filter_map(|c| c.arguments.first());
        said.filter_map(|a| Some((self.reading.phrase(*a.phrases.first()?), a.tokens)))
    }

    /// The words that narrow an ordinal: those between it and its noun, or a period behind it.
    fn restriction(&self, phrase: &Phrase, at: u32, tokens: Tokens) -> Option<Sym> {
        let last = phrase.tokens.end.saturating_sub(1);
        let between = Tokens { start: at + 1, end: last.max(at + 1) };
        let behind = Tokens { start: last + 1, end: last + 3 };
        let next = self.word(behind.start).filter(|w| self.lexicon.has(w.lemma(), Sense::Narrowing));
        let narrowed = next.filter(|_| !tokens.is_empty()).map(|_| behind);
        let words = if between.is_empty() { narrowed? } else { between };
        Some(Sym::from(self.article.phrase(words).to_lowercase()))
    }
}
