//! From what single articles state to the statements of the graph.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::build::{Builder, SlotOwner};
use super::by_age::ByAge;
use super::story::StoryId;
use crate::claim::time::When;
use crate::graph::extract::{Assertion, Content, Locus, Owner, Qualifier, Referent};
use crate::graph::{About, Entity, EntityId, EventId, MentionId, Provenance, Value};
use crate::lexicon::Lexicon;
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
    pub(super) lexicon: &'a Lexicon,
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

    fn what(&self, what: Qualifier<EntityId>) -> Sym {
        match what {
            Qualifier::Word(word) => word,
            Qualifier::Of(words, place) => {
                Sym::from(format!("{words}{}", self.entities[place.0 as usize].name.written))
            }
        }
    }
}

/// Adds what an article states, unless it hangs on somebody who is not known. `mentions` gives the events of the
/// article's mentions.
pub(super) fn state(
    article: u32,
    assertion: Assertion<Person>,
    mentions: &[(EventId, MentionId)],
    context: Context<'_>,
    builder: &mut Builder,
) {
    let Some(assertion) = assertion.with(|person| context.meant(article, person)) else { return };
    let (owner, about) = match assertion.owner {
        Owner::Mention(at) => match mentions.get(at as usize) {
            Some((event, mention)) => (SlotOwner::Event(*event), About::Event(*event, *mention)),
            None => return,
        },
        Owner::Referent(entity) => (SlotOwner::Entity(entity), About::Entity(entity)),
        Owner::Theme => (SlotOwner::Theme(context.themes[article as usize]), About::Else),
        Owner::Passage(at) => (SlotOwner::Passage(article, at), About::Else),
        Owner::Fact(fact) => (SlotOwner::Fact(fact), About::Else),
    };
    let value = match assertion.content {
        Content::Happened => about.event().map_or(Value::Unknown, Value::Event),
        Content::Referent(entity) => Value::Entity(entity),
        Content::Value(value) => value,
    };
    let what = assertion.qualifier.map(|what| context.what(what));
    let time =
        about.event().is_none().then(|| context.times.get(&(article, assertion.locus.extent.span))).flatten();
    let provenance = Provenance { time: time.cloned(), ..of_words(article, assertion.locus, about) };
    builder.state(owner, assertion.role, what, value, provenance);
}

/// Adds a statement that stands on words alone.
pub(super) fn state_words(
    article: u32,
    locus: Locus<EntityId>,
    owner: SlotOwner,
    role: &'static str,
    value: Value,
    builder: &mut Builder,
) {
    let about = value.entity().map_or(About::Else, About::Entity);
    builder.state(owner, Sym::new_static(role), None, value, of_words(article, locus, about));
}

/// Where words stand.
pub(super) fn of_words(article: u32, locus: Locus<EntityId>, about: About) -> Provenance {
    let Locus { extent, speaker } = locus;
    Provenance { article, extent, speaker, about, time: None, circular: false }
}
