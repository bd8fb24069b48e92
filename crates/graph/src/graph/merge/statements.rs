//! From what single articles state to the statements of the graph.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::build::{Builder, SlotKind, SlotOwner};
use super::by_age::ByAge;
use super::story::StoryId;
use crate::claim::time::When;
use crate::graph::extract::{Assertion, Content, Locus, Owner, Qualifier, Referent};
use crate::graph::{About, Entity, EntityId, EventId, MentionId, Provenance, Value};
use crate::source::Span;
use crate::symbol::Sym;

/// Somebody or something, before it is known whose age is given where.
pub(super) type Person = Referent<EntityId>;

/// What is known of all articles once they are all there.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) themes: &'a [StoryId],
    pub(super) entities: &'a [Entity],
    pub(super) aged: &'a ByAge,
    /// When it was, of statements about no event: by article and place.
    pub(super) times: &'a FxHashMap<(u32, Span), Arc<When>>,
}

impl Context<'_> {
    /// The entity that an article means, if it is anybody known.
    pub(super) fn meant(&self, article: u32, person: Person) -> Option<EntityId> {
        match person {
            Referent::Named(id) => Some(id),
            Referent::Aged(years) => self.aged.owner(years, self.themes[article as usize]),
        }
    }

    /// A passage of an article with whoever is meant.
    pub(super) fn locus(&self, article: u32, locus: Locus<Person>) -> Locus<EntityId> {
        locus.with(|person| self.meant(article, person))
    }
}

/// What an article states, until all articles are there. There are very many of them: the kind of slot is a number.
pub(super) struct Waiting {
    owner: Owner<Person>,
    kind: Kind,
    content: Content<Person>,
    locus: Locus<Person>,
}

/// A kind of slot.
enum Kind {
    Known(SlotKind),
    /// A role whose slots are told apart by words with a name behind them.
    Named(Box<(Sym, Sym, Person)>),
}

impl Waiting {
    pub(super) fn new(assertion: Assertion<Person>, builder: &mut Builder) -> Waiting {
        let Assertion { owner, role, qualifier, content, locus } = assertion;
        let kind = match qualifier {
            None => Kind::Known(builder.kind(role, None)),
            Some(Qualifier::Word(word)) => Kind::Known(builder.kind(role, Some(word))),
            Some(Qualifier::Of(words, person)) => Kind::Named(Box::new((role, words, person))),
        };
        Waiting { owner, kind, content, locus }
    }
}

/// What an article states in which slot, unless it hangs on somebody who is not known. `mentions` gives the events of
/// the article's mentions.
pub(super) fn stated(
    article: u32,
    waiting: Waiting,
    mentions: &[(EventId, MentionId)],
    context: Context<'_>,
    builder: &mut Builder,
) -> Option<(SlotOwner, SlotKind, Value, Provenance)> {
    let meant = |person| context.meant(article, person);
    let (content, locus) = (waiting.content.with(meant)?, waiting.locus.with(meant));
    let kind = match waiting.kind {
        Kind::Known(kind) => kind,
        Kind::Named(named) => {
            let (role, words, person) = *named;
            let what = format!("{words}{}", context.entities[meant(person)?.0 as usize].name.written);
            builder.kind(role, Some(Sym::from(what)))
        }
    };
    let (owner, about) = match waiting.owner.with(meant)? {
        Owner::Mention(at) => {
            let (event, mention) = mentions.get(at as usize)?;
            (SlotOwner::Event(*event), About::Event(*event, *mention))
        }
        Owner::Referent(entity) => (SlotOwner::Entity(entity), About::Entity(entity)),
        Owner::Theme => (SlotOwner::Theme(context.themes[article as usize]), About::Else),
        Owner::Passage(at) => (SlotOwner::Passage(article, at), About::Else),
        Owner::Fact(fact) => (SlotOwner::Fact(fact), About::Else),
    };
    let value = match content {
        Content::Happened => about.event().map_or(Value::Unknown, Value::Event),
        Content::Referent(entity) => Value::Entity(entity),
        Content::Value(value) => value,
    };
    let time = about.event().is_none().then(|| context.times.get(&(article, locus.extent.span))).flatten();
    let provenance = Provenance { time: time.cloned(), ..of_words(article, locus, about) };
    Some((owner, kind, value, provenance))
}

/// Where words stand.
pub(super) fn of_words(article: u32, locus: Locus<EntityId>, about: About) -> Provenance {
    let Locus { extent, speaker } = locus;
    Provenance { article, extent, speaker, about, time: None, circular: false, likelihood: None }
}
