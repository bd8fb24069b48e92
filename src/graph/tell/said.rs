//! A statement as one article makes it, before anything is known of the others.

use smallvec::SmallVec;

use super::gather::Gathering;
use super::local::LocalId;
use crate::Sym;
use crate::article::Tokens;
use crate::graph::{EntityId, Value};
use crate::source::Span;

/// Somebody or something that an article speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::graph) enum Who {
    /// One that it names.
    Named(LocalId),
    /// "The 36-year-old": whoever is said to be that old, maybe by another article.
    Aged(u32),
}

/// Several of them, ascending.
pub(super) type Whom = SmallVec<[Who; 4]>;

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::graph) enum About {
    /// An event, by the mention of it: an index into the article's mentions.
    Mention(u32),
    /// Somebody or something.
    Who(Who),
    /// The one of which the articles of a theme tell.
    Theme,
    /// A passage of the article that must agree with itself, by its first phrase.
    Passage(u32),
    /// What a fact of the house is about, by the fact's number.
    Fact(u32),
}

/// What tells slots of one role apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::graph) enum What {
    /// Which noun is counted, which thing is meant.
    Word(Sym),
    /// Words, and behind them the name of a place ("population of ", Norland).
    Place(Sym, Who),
}

/// What is put into the slot.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::graph) enum Content {
    /// That the event happened.
    Happened,
    /// Somebody, or a place.
    Who(Who),
    /// Anything else: neither an entity nor an event.
    Value(Value),
}

/// Where an article says something. `Speaker` is how whoever says so is known: see [`EventMention`](crate::graph::EventMention).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::graph) struct Passage<Speaker = Who> {
    /// Bytes in the article's file.
    pub(in crate::graph) span: Span,
    /// Bytes in its reading text.
    pub(in crate::graph) words: (u32, u32),
    /// Whom the claim that says so is attributed to.
    pub(in crate::graph) speaker: Option<Speaker>,
}

/// What one claim, or some words, put into one slot.
#[derive(Debug, Clone)]
pub(in crate::graph) struct Said {
    pub(in crate::graph) about: About,
    pub(in crate::graph) role: Sym,
    pub(in crate::graph) what: Option<What>,
    pub(in crate::graph) content: Content,
    pub(in crate::graph) passage: Passage,
}

impl Passage {
    /// Some tokens of an article, and the claim that they belong to, as an index into the article's claims; none where
    /// words alone say something.
    pub(super) fn of(article: &Gathering<'_>, tokens: Tokens, claim: Option<u32>) -> Passage {
        let words = article.article.tokens.get(tokens.range()).unwrap_or_default();
        Passage {
            span: article.article.span(tokens),
            words: words.first().zip(words.last()).map_or((0, 0), |(first, last)| (first.start, last.end)),
            speaker: claim.and_then(|number| article.speaker(number)),
        }
    }

    /// Some tokens of an article, with the first claim whose predicate stands in them.
    pub(super) fn standing(article: &Gathering<'_>, tokens: Tokens) -> Passage {
        Passage::of(article, tokens, article.claim_within(tokens))
    }

    /// The same passage with the entity that is meant.
    pub(in crate::graph) fn with(self, meant: impl Fn(Who) -> Option<EntityId>) -> Passage<EntityId> {
        let Passage { span, words, speaker } = self;
        Passage { span, words, speaker: speaker.and_then(meant) }
    }
}

impl From<Value> for Content {
    fn from(value: Value) -> Content {
        Content::Value(value)
    }
}
