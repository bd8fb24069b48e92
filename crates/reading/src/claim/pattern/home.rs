//! Where people are from: "Ann Lee, 36, of Lyon", "Ann Lee, who lives in Lyon".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::{Patterns, near};
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind};
use crate::claim::input::{Input, Parsed, text, word};
use crate::claim::{Claim, Modality, Phrase, PhraseId, Polarity};
use crate::lexicon::Sense;

impl Patterns<'_> {
    /// "Ann Lee, 36, of Lyon", "Ann Lee of Lyon", "Ann Lee, from Lyon".
    pub(super) fn home_behind(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let (rest, ()) = of(self.from(phrase.tokens.end)).ok()?;
        let home = self.name_at(rest.at())?;
        let words = Tokens { start: phrase.name.start, end: rest.at() + 1 };
        Some(Attribute::beside(id, AttributeKind::Home, home, words))
    }

    /// "Ann Lee, who lives in Lyon,".
    pub(super) fn residence(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let held = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
        if !held || !self.lexicon.has(&claim.predicate.lemma, Sense::Residing) {
            return None;
        }
        let who = claim.subject.as_ref()?.phrases.first()?;
        let inside = claim.arguments.iter().find(|a| a.role.is_behind("in"))?;
        let named = |id: &&PhraseId| !self.reading.phrase(**id).name.is_empty();
        let home = *inside.phrases.iter().find(named)?;
        let words = near(claim.predicate.tokens, inside.tokens);
        Some(Attribute::beside(*who, AttributeKind::Home, home, words).by(number))
    }
}

/// "of", behind an age between commas, or "from" behind a comma: "freed Ann Lee from Lyon" says not where she lives.
fn of(input: Input<'_>) -> Parsed<'_, ()> {
    let years = || word(|w| w.text().bytes().all(|b| b.is_ascii_digit()));
    let of = (opt((text(","), years(), text(","))), text("of")).map(|_| ());
    let from = (text(","), opt((years(), text(","))), text("from")).map(|_| ());
    alt((of, from)).parse(input)
}
