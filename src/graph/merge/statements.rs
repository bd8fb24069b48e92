//! From what single articles state to the statements of the graph.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::aged::Aged;
use super::build::{Builder, Owner};
use super::story::StoryId;
use crate::claim::time::When;
use crate::graph::tell::{Bearer, Content, Passage, Said, What, Who};
use crate::graph::{About, Entity, EntityId, EventId, MentionId, Provenance, Value};
use crate::lexicon::Lexicon;
use crate::source::Span;
use crate::symbol::Sym;

/// Somebody or something, before it is known whose age is given where.
pub(super) type Person = Who<EntityId>;

/// What is known of all articles once they are all there.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) themes: &'a [StoryId],
    pub(super) entities: &'a [Entity],
    pub(super) aged: &'a Aged,
    pub(super) lexicon: &'a Lexicon,
    /// When it was, of statements about no event: by article and place.
    pub(super) times: &'a FxHashMap<(u32, Span), Arc<When>>,
}

impl Context<'_> {
    /// The entity that an article means, if it is anybody known.
    pub(super) fn meant(&self, article: u32, person: Person) -> Option<EntityId> {
        match person {
            Who::Named(id) => Some(id),
            Who::Aged(years) => self.aged.bearer(years, self.themes[article as usize]),
        }
    }

    /// A passage of an article with whoever is meant.
    pub(super) fn passage(&self, article: u32, passage: Passage<Person>) -> Passage<EntityId> {
        passage.with(|person| self.meant(article, person))
    }

    fn what(&self, what: What<EntityId>) -> Sym {
        match what {
            What::Word(word) => word,
            What::Place(words, place) => {
                Sym::from(format!("{words}{}", self.entities[place.0 as usize].name.written))
            }
        }
    }
}

/// Adds what an article states, unless it hangs on somebody who is not known. `mentions` gives the events of the
/// article's mentions.
pub(super) fn state(
    article: u32,
    said: Said<Person>,
    mentions: &[(EventId, MentionId)],
    context: Context<'_>,
    builder: &mut Builder,
) {
    let Some(said) = said.with(|person| context.meant(article, person)) else { return };
    let (owner, about) = match said.bearer {
        Bearer::Mention(at) => match mentions.get(at as usize) {
            Some((event, mention)) => (Owner::Event(*event), About::Event(*event, *mention)),
            None => return,
        },
        Bearer::Who(entity) => (Owner::Entity(entity), About::Entity(entity)),
        Bearer::Theme => (Owner::Theme(context.themes[article as usize]), About::Else),
        Bearer::Passage(at) => (Owner::Passage(article, at), About::Else),
        Bearer::Fact(fact) => (Owner::Fact(fact), About::Else),
    };
    let value = match said.content {
        Content::Happened => about.event().map_or(Value::Unknown, Value::Event),
        Content::Who(entity) => Value::Entity(entity),
        Content::Value(value) => value,
    };
    let what = said.what.map(|what| context.what(what));
    let time =
        about.event().is_none().then(|| context.times.get(&(article, said.passage.extent.span))).flatten();
    let provenance = Provenance { time: time.cloned(), ..of_words(article, said.passage, about) };
    builder.state(owner, said.role, what, value, provenance);
}

/// Adds a statement that stands on words alone.
pub(super) fn state_words(
    article: u32,
    passage: Passage<EntityId>,
    owner: Owner,
    role: &'static str,
    value: Value,
    builder: &mut Builder,
) {
    let about = value.entity().map_or(About::Else, About::Entity);
    builder.state(owner, Sym::new_static(role), None, value, of_words(article, passage, about));
}

/// Where words stand.
pub(super) fn of_words(article: u32, passage: Passage<EntityId>, about: About) -> Provenance {
    let Passage { extent, speaker } = passage;
    Provenance { article, extent, speaker, about, time: None, circular: false }
}
