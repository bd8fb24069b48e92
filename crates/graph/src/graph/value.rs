//! What stands in a slot, and how values of each kind compare themselves.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::misspelling::{self, Misspelling};
use super::{EntityId, EntityKind, EntitySet, EventId, Graph, Name};
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::claim::time::When;
use crate::lexicon::Lexicon;
use crate::symbol::Sym;
use crate::truth::{Judged, Truth};

pub(super) mod amount;
mod words;

pub use amount::Tolerance;

/// A value in a slot or in a rule's expression. A graph holds very many of them: what is large is shared.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
    Entities(Arc<EntitySet>),
    /// An event.
    Event(EventId),
    /// When.
    Time(Arc<When>),
    /// How many or how much.
    Quantity(Arc<Quantity>),
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

impl From<When> for Value {
    fn from(when: When) -> Value {
        Value::Time(Arc::new(when))
    }
}

impl From<Quantity> for Value {
    fn from(quantity: Quantity) -> Value {
        Value::Quantity(Arc::new(quantity))
    }
}

impl From<&[EntityId]> for Value {
    fn from(entities: &[EntityId]) -> Value {
        Value::Entities(Arc::new(entities.into()))
    }
}

impl Value {
    /// Feeds a hasher; equal values feed it alike.
    pub fn digest(&self, hasher: &mut impl Hasher) {
        std::mem::discriminant(self).hash(hasher);
        match self {
            Value::Unknown => {}
            Value::Truth(judged) => judged.hash(hasher),
            Value::Number(n) => n.to_bits().hash(hasher),
            Value::Text(text) => text.hash(hasher),
            Value::Entity(entity) => entity.hash(hasher),
            Value::Entities(members) => members.hash(hasher),
            Value::Event(event) => event.hash(hasher),
            Value::Time(when) => (when.days, when.offset, when.minutes).hash(hasher),
            Value::Quantity(quantity) => (quantity.amount.to_bits(), &quantity.unit).hash(hasher),
        }
    }

    /// The one that it is, if it is one.
    pub fn entity(&self) -> Option<EntityId> {
        if let Value::Entity(entity) = self { Some(*entity) } else { None }
    }

    /// Do the two say the same?
    pub fn same(&self, other: &Value, graph: &Graph) -> Judged {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => Judged::from((a - b).abs() < 1e-9),
            (Value::Text(a), Value::Text(b)) => Judged::from(a == b),
            (Value::Truth(a), Value::Truth(b)) => a.and(*b).or((!*a).and(!*b)),
            (Value::Entity(a), Value::Entity(b)) => Judged::from(a == b || graph.one_place(*a, *b)),
            (Value::Entities(a), Value::Entities(b)) => Judged::from(a == b),
            (Value::Entity(e), Value::Text(name)) | (Value::Text(name), Value::Entity(e)) => {
                graph.is_called(*e, name)
            }
            (Value::Event(a), Value::Event(b)) => graph.same_event(*a, *b),
            (Value::Time(a), Value::Time(b)) => a.same(b),
            (Value::Quantity(a), Value::Quantity(b)) => amount::same(a, b, &graph.lexicon),
            (Value::Quantity(a), Value::Number(n)) | (Value::Number(n), Value::Quantity(a)) => {
                amount::is(a, *n)
            }
            _ => Judged::UNKNOWN,
        }
    }

    /// Can the two not both be true of one slot?
    pub fn conflicts(&self, other: &Value, graph: &Graph) -> Judged {
        match (self, other) {
            (Value::Text(a), Value::Text(b)) => words::conflict(a, b, &graph.lexicon),
            // Two places exclude each other unless one lies in the other; other entities, unless they are one.
            (Value::Entity(a), Value::Entity(b)) => graph.exclusive(*a, *b),
            // Sets that share somebody, with somebody on each side whom the other lacks.
            (Value::Entities(a), Value::Entities(b)) => {
                let lacks = |x: &[EntityId], y: &[EntityId]| x.iter().any(|e| !y.contains(e));
                Judged::from(a.iter().any(|e| b.contains(e)) && lacks(a, b) && lacks(b, a))
            }
            (Value::Quantity(a), Value::Quantity(b)) => amount::conflict(a, b, &graph.lexicon),
            _ => !self.same(other, graph),
        }
    }

    /// Is the one earlier (of times) or less (of numbers and amounts) than the other?
    pub fn less(&self, other: &Value, graph: &Graph) -> Judged {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => Judged::from(a < b),
            (Value::Time(a), Value::Time(b)) => a.before(b),
            (Value::Quantity(a), Value::Quantity(b)) => amount::less(a, b, &graph.lexicon),
            (Value::Quantity(a), Value::Number(n)) => amount::less(a, &amount::beside(*n, a), &graph.lexicon),
            (Value::Number(n), Value::Quantity(b)) => amount::less(&amount::beside(*n, b), b, &graph.lexicon),
            _ => Judged::UNKNOWN,
        }
    }

    /// Do two amounts lie no further apart than this?
    pub fn close(&self, other: &Value, tolerance: Tolerance, lexicon: &Lexicon) -> Judged {
        let bare = |n: f64| Quantity { amount: n, bound: Bound::Exactly, unit: Unit::None };
        match (self, other) {
            (Value::Quantity(a), Value::Quantity(b)) => amount::close(a, b, tolerance, lexicon),
            (Value::Quantity(a), Value::Number(n)) => {
                amount::close(a, &amount::beside(*n, a), tolerance, lexicon)
            }
            (Value::Number(n), Value::Quantity(b)) => {
                amount::close(&amount::beside(*n, b), b, tolerance, lexicon)
            }
            (Value::Number(m), Value::Number(n)) => amount::close(&bare(*m), &bare(*n), tolerance, lexicon),
            _ => Judged::UNKNOWN,
        }
    }

    /// Do the two share a member (of sets), a moment (of times), an amount (of ranges), words (of quotations)?
    pub fn overlaps(&self, other: &Value, graph: &Graph) -> Judged {
        match (self, other) {
            (Value::Entities(a), Value::Entities(b)) => Judged::from(a.iter().any(|e| b.contains(e))),
            (Value::Entity(a), Value::Entities(b)) | (Value::Entities(b), Value::Entity(a)) => {
                Judged::from(b.contains(a))
            }
            (Value::Time(a), Value::Time(b)) => Judged::from(a.compatible(b)),
            (Value::Quantity(a), Value::Quantity(b)) => !amount::conflict(a, b, &graph.lexicon),
            (Value::Text(a), Value::Text(b)) => words::overlap(a, b, &graph.lexicon),
            _ => self.same(other, graph),
        }
    }

    /// Does the one lie inside the other (a place in a place, a day in a month, a set in a set)?
    pub fn within(&self, other: &Value, graph: &Graph) -> Judged {
        match (self, other) {
            (Value::Entity(a), Value::Entities(b)) => Judged::from(b.contains(a)),
            (Value::Entities(a), Value::Entities(b)) => Judged::from(a.iter().all(|e| b.contains(e))),
            (Value::Entity(a), Value::Entity(b)) => graph.lies_in(*a, *b),
            (Value::Time(a), Value::Time(b)) => a.within(b),
            // Classes of events.
            (Value::Text(a), Value::Text(b)) => {
                match (graph.lexicon.class_named(a), graph.lexicon.class_named(b)) {
                    (Some(a), Some(b)) => Judged::from(graph.lexicon.is_a(a, b)),
                    _ => Judged::from(a == b),
                }
            }
            _ => Judged::UNKNOWN,
        }
    }

    /// Are the two alike to the eye without being the same (names a letter apart, reworded quotations)?
    pub fn similar(&self, other: &Value, graph: &Graph) -> Judged {
        match (self, other) {
            (Value::Entity(a), Value::Entity(b)) => Judged::from(graph.misspelled(*a, *b)),
            (Value::Text(a), Value::Text(b)) => words::similar(a, b),
            _ => Judged::UNKNOWN,
        }
    }

    /// Why two amounts that are not the same may be one value all the same, in words.
    pub fn may_be_one(&self, other: &Value, lexicon: &Lexicon) -> Option<String> {
        match (self, other) {
            (Value::Quantity(a), Value::Quantity(b)) => amount::may_be_one(a, b, lexicon),
            _ => None,
        }
    }

    /// As a reader would write it.
    pub fn text(&self, graph: &Graph) -> String {
        match self {
            Value::Unknown => "unknown".to_owned(),
            Value::Truth(judged) => match judged.truth {
                Truth::True => "yes".to_owned(),
                Truth::False => "no".to_owned(),
                Truth::Unknown => "unknown".to_owned(),
            },
            Value::Number(n) => words::ordinal(*n),
            Value::Text(text) => text.to_string(),
            Value::Entity(id) => graph.entities[id.0 as usize].name.written.to_string(),
            Value::Entities(ids) => {
                let names: Vec<&str> =
                    ids.iter().map(|id| graph.entities[id.0 as usize].name.written.as_str()).collect();
                words::list(&names)
            }
            Value::Event(id) => match graph.participants(*id).as_slice() {
                [] => graph.lexicon.class(graph.events[id.0 as usize].class).noun.to_string(),
                participants => Value::from(participants).text(graph),
            },
            Value::Time(when) => when.to_string(),
            Value::Quantity(quantity) => amount::text(quantity, &graph.lexicon),
        }
    }
}

impl Graph {
    /// Are the two one event? What was merged is; what differs in participants or time is not; the rest is open.
    fn same_event(&self, a: EventId, b: EventId) -> Judged {
        if a == b {
            return Judged::TRUE;
        }
        let [ours, theirs] = [a, b].map(|event| Value::from(&self.participants(event)[..]));
        let (a, b) = (&self.events[a.0 as usize], &self.events[b.0 as usize]);
        if a.class != b.class {
            return Judged::FALSE;
        }
        let times = a.time.as_ref().zip(b.time.as_ref()).map_or(Judged::UNKNOWN, |(x, y)| x.same(y));
        if times.truth == Truth::False {
            times
        } else if ours.conflicts(&theirs, self).truth.is_true() {
            Judged::FALSE
        } else {
            Judged { truth: Truth::Unknown, assumed: times.assumed }
        }
    }

    /// Is one name the other with a letter wrong? Two whose given names look alike and whom one article names
    /// are relatives rather.
    fn misspelled(&self, a: EntityId, b: EntityId) -> bool {
        let [x, y] = [a, b].map(|entity| &self.entities[entity.0 as usize].name);
        match misspelling::between(x, y, &self.lexicon) {
            Some(Misspelling::Last) => true,
            Some(Misspelling::Other) => !self.stand_side_by_side(a, b),
            None => false,
        }
    }

    /// Does some article name both?
    fn stand_side_by_side(&self, a: EntityId, b: EntityId) -> bool {
        let theirs: FxHashSet<u32> = self.named_in(b).into_iter().map(|(article, _)| article).collect();
        self.named_in(a).iter().any(|(article, _)| theirs.contains(article))
    }

    /// Is this the entity's name? A part of it may be somebody else's.
    fn is_called(&self, entity: EntityId, name: &str) -> Judged {
        let own = &self.entities[entity.0 as usize].name.words;
        let folded = |word: &str| word.to_lowercase().replace('.', "");
        let given: Vec<String> = name.split_whitespace().map(folded).collect();
        if own.iter().map(Sym::as_str).eq(given.iter().map(String::as_str)) {
            Judged::TRUE
        } else if own.iter().any(|word| given.iter().any(|other| other == word.as_str())) {
            Judged::UNKNOWN
        } else {
            Judged::FALSE
        }
    }

    /// Do both names stand for one place on the map?
    fn one_place(&self, a: EntityId, b: EntityId) -> bool {
        let place = |e: EntityId| self.entities[e.0 as usize].name.place;
        place(a).is_some() && place(a) == place(b)
    }

    fn lies_in(&self, a: EntityId, b: EntityId) -> Judged {
        let place = |e: EntityId| self.entities[e.0 as usize].name.place;
        match (place(a), place(b)) {
            (Some(a), Some(b)) => Judged::from(self.lexicon.lies_in(a, b)),
            _ if a == b => Judged::TRUE,
            _ => Judged::UNKNOWN,
        }
    }

    /// Can a slot that holds one of the two not hold the other?
    fn exclusive(&self, a: EntityId, b: EntityId) -> Judged {
        if a == b {
            return Judged::FALSE;
        }
        let (a, b) = (&self.entities[a.0 as usize].name, &self.entities[b.0 as usize].name);
        // "St. Albans, Vt." is none that the map has.
        let unlisted = |name: &Name| name.kind == EntityKind::Place && name.place.is_none();
        let meet = self.lexicon.names_meet(&a.written, &b.written).filter(|_| !unlisted(a) && !unlisted(b));
        match meet {
            Some(meet) => Judged::from(!meet),
            None if a.kind == EntityKind::Person && b.kind == EntityKind::Person => {
                // "Fisherman Ola Lind" may be "Ola Lind".
                let within = |x: &Name, y: &Name| x.words.iter().all(|word| y.words.contains(word));
                if within(a, b) || within(b, a) { Judged::UNKNOWN } else { Judged::TRUE }
            }
            // What is on no map may lie anywhere.
            None => Judged::UNKNOWN,
        }
    }
}

#[cfg(test)]
mod tests;
