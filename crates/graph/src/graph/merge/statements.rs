//! From what single articles state to the statements of the graph.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::build::{Builder, SlotKind, SlotOwner};
use super::by_age::ByAge;
use super::people::{People, Person};
use super::story::StoryId;
use crate::claim::time::When;
use crate::graph::extract::{Assertion, Content, Locus, Owner, Qualifier, Referent};
use crate::graph::{About, Entity, EntityId, EventId, MentionId, Provenance, Value};
use crate::source::Span;
use crate::symbol::Sym;

/// What is known of all articles once they are all there.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) themes: &'a [StoryId],
    pub(super) entities: &'a [Entity],
    pub(super) aged: &'a ByAge,
    /// Whom the numbers of each article mean.
    pub(super) people: &'a People,
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

/// What is put into which slot: whose and of which kind, the value, where it comes from, and when it holds.
pub(super) struct Stated {
    pub(super) owner: SlotOwner,
    pub(super) kind: SlotKind,
    pub(super) value: Value,
    pub(super) provenance: Provenance,
    pub(super) time: Option<Arc<When>>,
}

/// What an article states in which slot, unless it hangs on somebody who is not known. `mentions` gives the events of
/// the article's mentions.
pub(super) fn stated(
    article: u32,
    assertion: Assertion,
    mentions: &[(EventId, MentionId)],
    context: Context<'_>,
    builder: &mut Builder,
) -> Option<Stated> {
    let Assertion { owner, role, qualifier, content, locus } = assertion.with(context.people.of(article))?;
    let meant = |person| context.meant(article, person);
    let (content, locus) = (content.with(meant)?, locus.with(meant));
    let what = match qualifier {
        None => None,
        Some(Qualifier::Word(word)) => Some(word),
        Some(Qualifier::Of(words, person)) => {
            let name = &context.entities[meant(person)?.0 as usize].name.written;
            Some(Sym::from(format!("{words}{name}")))
        }
    };
    let kind = builder.kind(role, what);
    let (owner, about) = match owner.with(meant)? {
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
    let provenance = of_words(article, locus, about);
    Some(Stated { owner, kind, value, provenance, time: time.cloned() })
}

/// Where words stand.
pub(super) fn of_words(article: u32, locus: Locus<EntityId>, about: About) -> Provenance {
    let Locus { extent, speaker } = locus;
    Provenance { article, extent, speaker, about }
}
