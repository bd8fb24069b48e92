//! What words say of somebody or something besides what happened: attributes, and what a phrase without a name
//! refers to.

use super::quantity::Quantity;
use super::time::When;
use super::{PhraseId, TimeId};
use crate::article::Tokens;
use crate::lexicon::Gender;
use crate::symbol::Sym;

/// A value that some words give to somebody, to something, or to the event of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Whose it is.
    pub holder: Holder,
    /// Which of the holder's attributes.
    pub kind: AttributeKind,
    /// What tells it from others of its kind.
    pub qualifier: Option<Qualifier>,
    /// What it is.
    pub value: AttributeValue,
    /// The words that say so.
    pub tokens: Tokens,
    /// The claim that says so, as an index; none where words alone do.
    pub claim: Option<u32>,
}

/// Whose attribute it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The one whom a phrase mentions.
    Phrase(PhraseId),
    /// The event of which the claim tells.
    Event,
    /// Whatever the article is about.
    Theme,
    /// A passage that says one thing twice, by its first phrase.
    Passage(PhraseId),
    /// A time that names one day twice.
    Time(TimeId),
}

/// The attributes that the patterns find.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AttributeKind {
    /// "36-year-old Ann Lee", "Ann Lee, 36,"
    Age,
    /// How old somebody is who "was born in 1984", on the day of publication.
    AgeByBirth,
    /// A rank or an office: "Ann Lee, the general,".
    Title,
    /// A rank in front of a name in full: "Superintendent Ann Lee".
    RankInFull,
    /// "Ann Lee of Lyon", "Ann Lee, who lives in Lyon"
    Home,
    /// To how many an event happened, by the class's word for them ("killed").
    Count(Sym),
    /// Which of its kind an event was: "their first meeting".
    Ordinal,
    /// Which of its kind was what the article tells: "It was the second fatal accident at the plant".
    Nth,
    /// How far, how much: "fell 200 feet".
    Extent,
    /// A measure by its name: "a depth of 10 miles", "Norland has a population of 20,000", "Falk (31-2)".
    Measure,
    /// How far from somewhere, or in which direction: "20 miles north of Lyon".
    Distance,
    /// The money that an event is about: "stole jewels worth $5 million".
    Sum,
    /// "40 million euros ($44 million)": what a sum is in other money.
    Exchange,
    /// "10 metres (33 feet)": one measure twice.
    Conversion,
    /// "Tuesday, 10 September 2025": the day of the week of one date.
    Weekday,
    /// "of the 34 injured, 12 ..., 15 ... and nine ...": a whole, and what its parts make.
    Parts,
}

/// What tells attributes of one kind apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Qualifier {
    /// What is counted or measured ("rifle", "depth").
    pub words: Sym,
    /// Of whom or what, and the word that ties it: "of" Norland, "from" Lyon.
    pub of: Option<(&'static str, PhraseId)>,
}

impl Qualifier {
    /// Words alone.
    pub(super) fn word(words: impl Into<Sym>) -> Option<Qualifier> {
        Some(Qualifier { words: words.into(), of: None })
    }
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum AttributeValue {
    /// An amount.
    Quantity(Quantity),
    /// A number.
    Number(f64),
    /// A word or two, in lower case.
    Word(Sym),
    /// Whatever a phrase mentions.
    Phrase(PhraseId),
    /// A day.
    Time(When),
}

/// What a phrase without a name may refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// "the suspect", "the victim": whoever some event makes one.
    Called(Sym),
    /// "he", "she"
    One(Gender),
    /// "the two", "both leaders"
    Pair,
    /// "it"
    Thing,
    /// "the minister"
    Title(Sym),
    /// "the 36-year-old", "the 36-year-old actress": the noun, and how old.
    Described(Sym, u32),
}
