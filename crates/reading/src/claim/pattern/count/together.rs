//! "His mother and ten others": how many that is together.

use crate::article::Tokens;
use crate::claim::pattern::Patterns;
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::claim::{ArgumentRole, Claim, Determiner, Origin, Phrase, PhraseId, PhraseKind};

use super::{BESIDE, counts};

/// They join some to those who are counted: "died *along with* ten others".
const JOINING: &[&str] = &["with", "along with", "together with", "alongside"];

/// Some who are counted beside others, with all of them together.
pub(super) struct Together {
    /// Those of whom the number is told: "ten others".
    pub(super) others: PhraseId,
    /// How many it happened to in all.
    pub(super) quantity: Quantity,
    /// From the first to the last of them.
    pub(super) tokens: Tokens,
}

impl Patterns<'_> {
    /// Those to whom an event happened with others, counted: "killed his mother and ten others", "he died with two others".
    /// Whoever is said to be somebody ("Lee, the driver, and two others") is one.
    pub(super) fn together(&self, claim: &Claim, patients: &[PhraseId]) -> Option<Together> {
        let undergone = claim.subject.as_ref().is_some_and(|s| s.phrases.as_slice() == patients);
        let joined = claim.arguments.iter().filter(|_| undergone).filter(|argument| {
            matches!(&argument.role, ArgumentRole::Oblique(word) if JOINING.contains(&word.as_str()))
        });
        let all: Vec<PhraseId> =
            patients.iter().chain(joined.flat_map(|argument| &argument.phrases)).copied().collect();
        let others = *all.last().filter(|last| self.is_beside(self.reading.phrase(**last)))?;
        let before: Vec<&Phrase> = all[..all.len() - 1]
            .iter()
            .filter(|id| !self.is_said_of_another(claim, **id))
            .map(|id| self.reading.phrase(*id))
            .filter(|phrase| phrase.kind != PhraseKind::Elliptic)
            .collect();
        let (first, last) = (before.first()?, self.reading.phrase(others));
        let counted = &last.amount.as_ref().filter(|amount| counts(amount))?.quantity;
        let known: Vec<Option<f64>> = before.iter().map(|phrase| number(phrase)).collect();
        let least: f64 = known.iter().map(|number| number.unwrap_or(1.0)).sum();
        let bound = match counted.bound {
            Bound::Exactly if known.contains(&None) => Bound::MoreThan,
            Bound::Range(low, high) => Bound::Range(low + least, high + least),
            bound => bound,
        };
        let quantity = Quantity { amount: counted.amount + least, bound, unit: Unit::None };
        Some(Together {
            others,
            quantity,
            tokens: first.tokens.to(Tokens { start: last.head, end: last.head + 1 }),
        })
    }

    /// "ten others", "two other men": does it say that there are some beside them?
    pub(super) fn is_beside(&self, phrase: &Phrase) -> bool {
        let from = phrase.amount.as_ref().map_or(phrase.tokens.start, |amount| amount.tokens.end);
        phrase.amount.is_some()
            && (from..=phrase.head)
                .any(|at| self.word(at).is_some_and(|w| w.is_any(BESIDE) || w.is("others")))
    }

    /// Is it what another is said to be: "Lee, *the driver*"?
    fn is_said_of_another(&self, claim: &Claim, id: PhraseId) -> bool {
        let said = self.reading.in_sentence(claim.sentence).iter().filter(|c| c.origin == Origin::Apposition);
        said.flat_map(|c| &c.arguments).any(|argument| argument.phrases.contains(&id))
    }
}

/// How many a phrase means, if it tells: one name, one noun in the singular, a number.
fn number(phrase: &Phrase) -> Option<f64> {
    let one = !phrase.plural && phrase.determiner != Determiner::Negative;
    match &phrase.amount {
        Some(amount) if counts(amount) && amount.quantity.bound == Bound::Exactly => {
            Some(amount.quantity.amount)
        }
        // An age: "a 42-year-old man".
        Some(amount) if amount.quantity.unit == Unit::Age && one => Some(1.0),
        Some(_) => None,
        None => one.then_some(1.0),
    }
}
