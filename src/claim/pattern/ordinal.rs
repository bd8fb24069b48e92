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

    /// "It was the second fatal accident at the plant": what is told is one of a row, which its words and what it hangs on
    /// name.
    pub(super) fn place_in_row(&self, claim: &Claim) -> Option<Attribute> {
        let told = claim.polarity == Polarity::Affirmed
            && claim.modality == Modality::Did
            && claim.sentence.checked_sub(1).and_then(|before| self.reading.background_of(before)).is_none();
        let subject = self.reading.phrase(*claim.subject.as_ref()?.phrases.first()?);
        let said = claim.arguments.iter().find(|a| a.role == ArgumentRole::Complement)?;
        let phrase = self.reading.phrase(*said.phrases.first()?);
        let (n, at) =
            phrase.ordinal.filter(|_| told && subject.kind == PhraseKind::Pronoun && !subject.plural)?;
        let lemmas = |from, to| (from..to).filter_map(|at| self.word(at)).map(|w| w.lemma().as_str());
        let mut row: Vec<&str> = lemmas(at + 1, phrase.head + 1).collect();
        let own = row.len();
        for argument in &claim.arguments {
            let ArgumentRole::Oblique(preposition) = &argument.role else { continue };
            let Some(id) = argument.phrases.first() else { continue };
            let head = self.reading.phrase(*id).head;
            row.push(preposition);
            row.extend(lemmas(head, head + 1));
        }
        let qualifier = Qualifier::word(row.join(" ")).filter(|_| row.len() > own);
        // "this year", "in two years": of a part of the row.
        let timed = |a: &Argument| self.reading.times.iter().any(|time| a.tokens.contains(time.tokens));
        let qualifier = qualifier.filter(|_| claim.time.is_none() && !claim.arguments.iter().any(timed));
        let value = AttributeValue::Number(f64::from(n));
        qualifier.map(|row| Attribute::of_theme(AttributeKind::Row, Some(row), value, said.tokens))
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
