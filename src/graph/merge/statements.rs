//! From what single articles state to the statements of the graph.

use super::aged::Aged;
use super::slots::{Owner, Slots};
use super::story::StoryId;
use crate::Sym;
use crate::graph::tell::{About, Content, Passage, Said, What, Who};
use crate::graph::{Entity, EntityId, EventId, SlotId, Statement, Value};

/// The statements of all articles, and their slots.
#[derive(Default)]
pub(super) struct Statements {
    pub(super) all: Vec<Statement>,
    slots: Slots,
}

/// How one article's own numbers are to be read among all articles.
pub(super) struct Key<'a> {
    pub(super) article: u32,
    pub(super) theme: StoryId,
    /// The entity of each one that it names.
    pub(super) ids: &'a [EntityId],
    pub(super) entities: &'a [Entity],
    pub(super) aged: &'a Aged,
}

impl Key<'_> {
    /// The entity that is meant, if it is anybody known.
    pub(super) fn entity(&self, who: Who) -> Option<EntityId> {
        match who {
            Who::Named(id) => self.ids.get(id as usize).copied(),
            Who::Aged(years) => self.aged.bearer(years, self.theme),
        }
    }

    fn name(&self, who: Who) -> Option<Sym> {
        self.entity(who).map(|id| self.entities[id.0 as usize].name.written)
    }

    fn what(&self, what: What) -> Option<Sym> {
        match what {
            What::Word(word) => Some(word),
            What::Place(words, place) => Some(Sym::from(&format!("{words}{}", self.name(place)?))),
        }
    }
}

impl Statements {
    /// Adds what an article states. `events` gives for each of its mentions the event, and the mention's number
    /// among all. What is said of nobody known falls away.
    pub(super) fn add(&mut self, said: Said, key: &Key<'_>, events: &[(EventId, u32)]) -> Option<()> {
        let (mut event, mut entity) = (None, None);
        let owner = match said.about {
            About::Mention(at) => {
                event = Some(*events.get(at as usize)?);
                Owner::Event(event?.0)
            }
            About::Who(who) => {
                entity = Some(key.entity(who)?);
                Owner::Entity(entity?)
            }
            About::Theme => Owner::Theme(key.theme),
            About::Passage(at) => Owner::Passage(key.article, at),
            About::Fact(fact) => Owner::Fact(fact),
        };
        let value = match said.content {
            Content::Happened => Value::Event(event?.0),
            Content::Who(who) => Value::Entity(key.entity(who)?),
            Content::Value(value) => value,
        };
        let what = said.what.map(|what| key.what(what).ok_or(())).transpose().ok()?;
        let slot = self.slots.of(owner, said.role, what);
        let (role, passage) = (said.role, said.passage.with(|who| key.entity(who)));
        let (event, mention) = (event.map(|(event, _)| event), event.map(|(_, mention)| mention));
        let made =
            Statement { event, mention, entity, what, ..plain(key.article, passage, slot, role, value) };
        self.all.push(made);
        Some(())
    }

    /// Adds a statement that stands on words alone.
    pub(super) fn of_words(
        &mut self,
        article: u32,
        passage: Passage<EntityId>,
        owner: Owner,
        role: &str,
        value: Value,
    ) -> &mut Statement {
        let role = Sym::from(role);
        let slot = self.slots.of(owner, role, None);
        let made = plain(article, passage, slot, role, value);
        self.all.push(made);
        let last = self.all.len() - 1;
        &mut self.all[last]
    }
}

/// A statement about no event and no entity.
fn plain(article: u32, passage: Passage<EntityId>, slot: SlotId, role: Sym, value: Value) -> Statement {
    let Passage { span, words, speaker } = passage;
    let (what, event, mention, entity) = (None, None, None, None);
    Statement { article, slot, role, what, value, span, words, speaker, event, mention, entity }
}
