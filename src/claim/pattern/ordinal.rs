//! Ordinals: "their first meeting", "the meeting, the first between the two".

use super::Patterns;
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, AttributeValue, Qualifier};
use crate::claim::{ArgumentRole, Claim, Origin, Phrase};
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
