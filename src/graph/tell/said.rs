//! A statement as one article makes it, before anything is known of the others.

use smallvec::SmallVec;

use super::gather::Gathering;
use super::local::LocalId;
use crate::article::Tokens;
use crate::graph::{Extent, Value};
use crate::symbol::Sym;

/// Somebody or something that an article speaks of. `Id` is the number of those whom it names, in the article or among
/// all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Who<Id = LocalId> {
    /// One that it names.
    Named(Id),
    /// "The 36-year-old": whoever is said to be that old, maybe by another article.
    Aged(u32),
}

/// Several of them, ascending.
pub(super) type Whom = SmallVec<[Who; 4]>;

/// Whose slot it is. Here and below, `Person` is how those are known of whom something is said: in one article as
/// those whom it names, among all as entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Bearer<Person = Who> {
    /// An event, by the mention of it: an index into the article's mentions.
    Mention(u32),
    /// Somebody or something.
    Who(Person),
    /// The one of which the articles of a theme tell.
    Theme,
    /// A passage of the article that must agree with itself, by its first phrase.
    Passage(u32),
    /// What a fact of the house is about, by the fact's number.
    Fact(u32),
}

/// What tells slots of one role apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum What<Person = Who> {
    /// Which noun is counted, which thing is meant.
    Word(Sym),
    /// Words, and behind them the name of a place ("population of ", Norland).
    Place(Sym, Person),
}

/// What is put into the slot.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Content<Person = Who> {
    /// That the event happened.
    Happened,
    /// Somebody, or a place.
    Who(Person),
    /// Anything else: neither an entity nor an event.
    Value(Value),
}

/// Where an article says something.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Passage<Person = Who> {
    /// The words that say it.
    pub(in crate::graph) extent: Extent,
    /// Whom the claim that says so is attributed to.
    pub(in crate::graph) speaker: Option<Person>,
}

/// What one claim, or some words, put into one slot.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Said<Person = Who> {
    pub(in crate::graph) bearer: Bearer<Person>,
    pub(in crate::graph) role: Sym,
    pub(in crate::graph) what: Option<What<Person>>,
    pub(in crate::graph) content: Content<Person>,
    pub(in crate::graph) passage: Passage<Person>,
}

impl<Person: Copy> Said<Person> {
    /// The same statement with those who are meant; none if it hangs on somebody who is not known.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Option<Said<P>> {
        let bearer = match self.bearer {
            Bearer::Mention(at) => Bearer::Mention(at),
            Bearer::Who(who) => Bearer::Who(meant(who)?),
            Bearer::Theme => Bearer::Theme,
            Bearer::Passage(at) => Bearer::Passage(at),
            Bearer::Fact(fact) => Bearer::Fact(fact),
        };
        let what = match self.what {
            Some(What::Place(words, place)) => Some(What::Place(words, meant(place)?)),
            Some(What::Word(word)) => Some(What::Word(word)),
            None => None,
        };
        let content = match self.content {
            Content::Happened => Content::Happened,
            Content::Who(who) => Content::Who(meant(who)?),
            Content::Value(value) => Content::Value(value),
        };
        Some(Said { bearer, role: self.role, what, content, passage: self.passage.with(meant) })
    }
}

impl Passage {
    /// Some tokens of an article, and the claim that they belong to, as an index into the article's claims; none where
    /// words alone say something.
    pub(super) fn of(gathering: &Gathering<'_>, tokens: Tokens, claim: Option<u32>) -> Passage {
        Passage {
            extent: Extent::of(gathering.article, tokens),
            speaker: claim.and_then(|number| gathering.speaker(number)),
        }
    }

    /// Some tokens of an article, with the first claim whose predicate stands in them.
    pub(super) fn standing(gathering: &Gathering<'_>, tokens: Tokens) -> Passage {
        Passage::of(gathering, tokens, gathering.claim_within(tokens))
    }
}

impl<Person> Passage<Person> {
    /// The same passage with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Passage<P> {
        Passage { extent: self.extent, speaker: self.speaker.and_then(meant) }
    }
}

impl From<Value> for Content {
    fn from(value: Value) -> Content {
        Content::Value(value)
    }
}
