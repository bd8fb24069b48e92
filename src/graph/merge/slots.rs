//! Which statements speak of the same fact: each fact is a slot.

use rustc_hash::FxHashMap;

use super::numbers::Numbers;
use super::story::StoryId;
use crate::graph::{EntityId, EventId, SlotId};
use crate::symbol::Sym;

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Event(EventId),
    Entity(EntityId),
    /// Names that look alike, in one theme.
    Likeness(u32),
    /// Words before nouns that look alike, in one theme.
    Modifier(u32),
    /// Wordings of one quotation.
    Quote(u32),
    /// The one of which articles of one theme give a figure.
    Theme(StoryId),
    /// Figures with the same words around them.
    Echo(u32),
    /// What a fact of the house is about.
    Fact(u32),
    /// A passage of an article that must agree with itself: article and phrase.
    Passage(u32, u32),
}

/// Gives slots their numbers.
#[derive(Default)]
pub(super) struct Slots {
    known: FxHashMap<(Owner, u32, Option<u32>), SlotId>,
    words: Numbers,
}

impl Slots {
    /// The slot of an owner's role; `what` tells apart slots of one role (which noun is counted).
    pub(super) fn of(&mut self, owner: Owner, role: &Sym, what: Option<&Sym>) -> SlotId {
        let (role, what) = (self.words.of(role), what.map(|what| self.words.of(what)));
        let next = SlotId(self.known.len() as u32);
        *self.known.entry((owner, role, what)).or_insert(next)
    }
}
