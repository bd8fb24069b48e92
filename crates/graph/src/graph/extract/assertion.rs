//! A statement as one article makes it, before anything is known of the others.

use super::referent::Referent;
use crate::graph::{Extent, Value};
use crate::symbol::Sym;

/// Whose slot it is. Here and below, `Person` is how those are known of whom something is said: in one article as
/// those whom it names, among all as entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Owner<Person = Referent> {
    /// An event, by the mention of it: an index into the article's mentions.
    Mention(u32),
    /// Somebody or something.
    Referent(Person),
    /// The one of which the articles of a theme tell.
    Theme,
    /// A passage of the article that must agree with itself, by its first phrase.
    Passage(u32),
    /// What a fact of the house is about, by the fact's number.
    Fact(u32),
}

/// What tells slots of one role apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Qualifier<Person = Referent> {
    /// Which noun is counted, which thing is meant.
    Word(Sym),
    /// Words, and behind them a name ("population of ", Norland).
    Of(Sym, Person),
}

/// What is put into the slot.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Content<Person = Referent> {
    /// That the event happened.
    Happened,
    /// Somebody, or a place.
    Referent(Person),
    /// Anything else: neither an entity nor an event.
    Value(Value),
}

/// Where an article says something.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Locus<Person = Referent> {
    /// The words that say it.
    pub(in crate::graph) extent: Extent,
    /// Whom the claim that says so is attributed to.
    pub(in crate::graph) speaker: Option<Person>,
}

/// What one claim, or some words, put into one slot.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Assertion<Person = Referent> {
    pub(in crate::graph) owner: Owner<Person>,
    pub(in crate::graph) role: Sym,
    pub(in crate::graph) qualifier: Option<Qualifier<Person>>,
    pub(in crate::graph) content: Content<Person>,
    pub(in crate::graph) locus: Locus<Person>,
}

impl<Person: Copy> Assertion<Person> {
    /// The same statement with those who are meant; none if it hangs on somebody who is not known.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Option<Assertion<P>> {
        let qualifier = match self.qualifier {
            Some(Qualifier::Of(words, place)) => Some(Qualifier::Of(words, meant(place)?)),
            Some(Qualifier::Word(word)) => Some(Qualifier::Word(word)),
            None => None,
        };
        let (owner, content) = (self.owner.with(&meant)?, self.content.with(&meant)?);
        Some(Assertion { owner, role: self.role, qualifier, content, locus: self.locus.with(meant) })
    }
}

impl Assertion {
    /// The fact of the house that it speaks of, by its number.
    pub(super) fn fact(&self) -> Option<u32> {
        if let Owner::Fact(fact) = self.owner { Some(fact) } else { None }
    }
}

impl<Person> Owner<Person> {
    /// The same owner with who is meant, if that is known.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Option<Owner<P>> {
        Some(match self {
            Owner::Mention(at) => Owner::Mention(at),
            Owner::Referent(who) => Owner::Referent(meant(who)?),
            Owner::Theme => Owner::Theme,
            Owner::Passage(at) => Owner::Passage(at),
            Owner::Fact(fact) => Owner::Fact(fact),
        })
    }
}

impl<Person> Content<Person> {
    /// The same content with who is meant, if that is known.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Option<Content<P>> {
        Some(match self {
            Content::Happened => Content::Happened,
            Content::Referent(who) => Content::Referent(meant(who)?),
            Content::Value(value) => Content::Value(value),
        })
    }
}

impl<Person> Locus<Person> {
    /// The same passage with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Locus<P> {
        Locus { extent: self.extent, speaker: self.speaker.and_then(meant) }
    }
}

impl From<Value> for Content {
    fn from(value: Value) -> Content {
        Content::Value(value)
    }
}
