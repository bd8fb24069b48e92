//! Wins and defeats: "Falk (31-2, 20 KOs)", "Falk, 30-2,".

use nom::Parser;
use nom::sequence::preceded;

use super::Patterns;
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, Qualifier};
use crate::claim::input::{text_in, value_of};
use crate::claim::quantity::score;
use crate::claim::{Phrase, PhraseId};
use crate::symbol::Sym;

/// What such a pair is.
const RECORD: &str = "record";

impl Patterns<'_> {
    /// The pair of numbers behind a name: a measure like any other.
    pub(super) fn record(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let mut pair = preceded(text_in(&["(", ","]), value_of(|w| score(w.text())));
        let (rest, record) = pair.parse(self.from(phrase.tokens.end)).ok()?;
        let words = phrase.name.to(Tokens { start: rest.at() - 1, end: rest.at() });
        let qualifier = Some(Qualifier { words: Sym::new_static(RECORD), of: Some(("of", id)) });
        Some(Attribute { qualifier, ..Attribute::beside(id, AttributeKind::Measure, &record, words) })
    }
}
