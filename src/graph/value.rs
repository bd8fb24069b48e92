//! What stands in a slot, and how values of each kind compare themselves.

use smallvec::SmallVec;

use super::{EntityId, EventId, Graph};
use crate::Sym;
use crate::claim::quantity::Quantity;
use crate::claim::time::When;
use crate::truth::Judged;

/// A value in a slot or in a rule's expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// The articles do not say.
    Unknown,
    /// Yes or no.
    Truth(Judged),
    /// A bare number (an ordinal, a count of sources).
    Number(f64),
    /// A word or a phrase: a class, a role's name, an outlet, a title.
    Text(Sym),
    /// A person, organisation, place or thing.
    Entity(EntityId),
    /// Several of them, ascending.
    Entities(SmallVec<[EntityId; 4]>),
    /// An event.
    Event(EventId),
    /// When.
    Time(When),
    /// How many or how much.
    Quantity(Quantity),
}

/// The type of a value, for checking rules when they are loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// Yes, no or unknown.
    Truth,
    /// A bare number.
    Number,
    /// A word or a phrase.
    Text,
    /// One entity.
    Entity,
    /// A set of entities.
    Entities,
    /// An event.
    Event,
    /// A time.
    Time,
    /// An amount.
    Quantity,
    /// Whatever stands in the slot: known only when the rule runs.
    Any,
}

impl Value {
    /// Do the two say the same?
    pub fn same(&self, other: &Value, graph: &Graph) -> Judged {
        let _ = (other, graph);
        Judged::UNKNOWN
    }

    /// Can the two not both be true of one slot?
    pub fn conflicts(&self, other: &Value, graph: &Graph) -> Judged {
        let _ = (other, graph);
        Judged::UNKNOWN
    }

    /// Is the one earlier (of times) or less (of numbers and amounts) than the other?
    pub fn less(&self, other: &Value, graph: &Graph) -> Judged {
        let _ = (other, graph);
        Judged::UNKNOWN
    }

    /// Do the two share a member (of sets), a moment (of times), an amount (of ranges)?
    pub fn overlaps(&self, other: &Value, graph: &Graph) -> Judged {
        let _ = (other, graph);
        Judged::UNKNOWN
    }

    /// Does the one lie inside the other (a place in a place, a day in a month, a set in a set)?
    pub fn within(&self, other: &Value, graph: &Graph) -> Judged {
        let _ = (other, graph);
        Judged::UNKNOWN
    }

    /// Are the two alike to the eye without being the same (names a letter apart, reworded quotations)?
    pub fn similar(&self, other: &Value, graph: &Graph) -> Judged {
        let _ = (other, graph);
        Judged::UNKNOWN
    }

    /// As a reader would write it.
    pub fn text(&self, graph: &Graph) -> String {
        let _ = graph;
        format!("{self:?}")
    }
}
