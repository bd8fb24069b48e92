//! From what single articles state to the statements of the graph.

use super::aged::Aged;
use super::slots::{Owner, Slots};
use super::story::StoryId;
use crate::graph::tell::{Bearer, Content, Passage, Said, What, Who};
use crate::graph::{About, Entity, EntityId, EventId, SlotId, Statement, Value};
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

/// The statements of all articles, and their slots.
#[derive(Default)]
pub(super) struct Statements {
    pub(super) all: Vec<Statement>,
    slots: Slots,
}

/// Somebody or something, before it is known whose age is given where.
pub(super) type Person = Who<EntityId>;

/// What is known of all articles once they are all there.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) themes: &'a [StoryId],
    pub(super) entities: &'a [Entity],
    pub(super) aged: &'a Aged,
    pub(super) lexicon: &'a Lexicon,
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

impl Statements {
    /// What an article states, in its slot. `events` gives the event of each mention. None: it hangs on somebody who is
    /// not known.
    pub(super) fn place(
        &mut self,
        article: u32,
        said: Said<Person>,
        events: &[EventId],
        context: Context<'_>,
    ) -> Option<Statement> {
        let said = said.with(|person| context.meant(article, person))?;
        let event = |mention: u32| events[mention as usize];
        let (owner, about) = match said.bearer {
            Bearer::Mention(at) => (Owner::Event(event(at)), About::Event(event(at), at)),
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
        let slot = self.slots.of(owner, &said.role, what.as_ref());
        Some(Statement { what, about, ..of_words(article, said.passage, slot, said.role, value) })
    }

    /// Adds a statement that stands on words alone.
    pub(super) fn add(
        &mut self,
        article: u32,
        passage: Passage<EntityId>,
        owner: Owner,
        role: &str,
        value: Value,
    ) {
        let (role, about) = match value {
            Value::Entity(entity) => (Sym::from(role), About::Entity(entity)),
            _ => (Sym::from(role), About::Else),
        };
        let slot = self.slots.of(owner, &role, None);
        self.all.push(Statement { about, ..of_words(article, passage, slot, role, value) });
    }
}

/// A statement about nobody and nothing but words.
fn of_words(article: u32, passage: Passage<EntityId>, slot: SlotId, role: Sym, value: Value) -> Statement {
    let Passage { span, words, speaker } = passage;
    Statement { article, slot, role, what: None, value, span, words, speaker, about: About::Else }
}
