//! Wins and defeats: "Falk (31-2, 20 KOs)", "Falk, 30-2,".

use nom::Parser;
use nom::sequence::preceded;

use super::Patterns;
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind};
use crate::claim::input::{text_in, value_of};
use crate::claim::quantity::score;
use crate::claim::{Phrase, PhraseId};

impl Patterns<'_> {
    /// The pair of numbers behind a name.
    pub(super) fn record(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let mut pair = preceded(text_in(&["(", ","]), value_of(|w| score(w.text())));
        let (rest, record) = pair.parse(self.from(phrase.tokens.end)).ok()?;
        let words = phrase.name.to(Tokens { start: rest.at() - 1, end: rest.at() });
        Some(Attribute::beside(id, AttributeKind::Record, &record, words))
    }
}
