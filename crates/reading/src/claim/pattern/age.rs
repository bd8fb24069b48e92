//! Ages: "36-year-old Ann Lee", "Ann Lee, 36,", "Ann Lee is 36".

use std::ops::Range;

use super::{Patterns, near};
use crate::claim::attribute::{Attribute, AttributeKind};
use crate::claim::input::text_in;
use crate::claim::quantity::{Amount, Unit};
use crate::claim::{Argument, Phrase, PhraseId, PhraseKind};

/// What a bare number may be, if it is an age.
const PLAUSIBLE: Range<f64> = 1.0..120.0;

impl Patterns<'_> {
    /// "36-year-old Ann Lee".
    pub(super) fn age_before(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let amount = phrase.amount.as_ref().filter(|a| a.quantity.unit == Unit::Age)?;
        Some(Attribute::beside(id, AttributeKind::Age, &amount.quantity, amount.tokens.to(phrase.name)))
    }

    /// "Ann Lee, 36,", "Ann Lee is 36".
    pub(super) fn age_behind(
        &self,
        id: PhraseId,
        subject: &Argument,
        said: &Argument,
        claim: u32,
    ) -> Option<Attribute> {
        let phrase = self.reading.phrase(*said.phrases.first()?);
        let amount = phrase.amount.as_ref().filter(|amount| is_age(amount, phrase))?;
        let words = near(subject.tokens, amount.tokens);
        let age = Attribute::beside(id, AttributeKind::Age, &amount.quantity, words);
        self.is_present(amount).then(|| age.by(claim))
    }

    /// Is it the age at the time of the report, in digits? "She was 18 at the time", "18 when it happened".
    fn is_present(&self, amount: &Amount) -> bool {
        let first = self.word(amount.tokens.start).map_or("", |w| w.text());
        let written = first.starts_with(|c: char| c.is_ascii_digit()) || amount.quantity.unit == Unit::Age;
        written && text_in(&["when", "at", "then"])(self.from(amount.tokens.end)).is_err()
    }
}

fn is_age(amount: &Amount, phrase: &Phrase) -> bool {
    let bare = phrase.kind == PhraseKind::Elliptic && amount.quantity.unit == Unit::None;
    amount.quantity.unit == Unit::Age || (bare && PLAUSIBLE.contains(&amount.quantity.amount))
}

impl Phrase {
    /// How old somebody without a name is: "the 36-year-old", "a 36-year-old climber".
    pub fn years_of_nameless(&self) -> Option<u32> {
        let age = self.amount.as_ref().filter(|a| a.quantity.unit == Unit::Age)?;
        (self.name.is_empty() && !self.plural).then_some(age.quantity.amount as u32)
    }
}
