//! Stage 3: the claims of all articles become one knowledge graph of entities, events and their slots.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Part;
use crate::lexicon::Lexicon;
use crate::source::SourceId;
use crate::symbol::Sym;
use model::Model;

mod candidates;
pub mod coref;
mod extract;
mod field;
mod mention;
mod merge;
mod misspelling;
mod model;
mod name;
pub mod parts;
pub mod role;
mod setting;
#[cfg(test)]
pub(crate) mod testing;
pub mod value;
pub mod weights;

pub use candidates::{Candidate, candidates, names};
pub use extract::facts::Facts;
pub use extract::topic::Topic;
pub use extract::{ArticleHead, Extraction, Parsed, extract};
pub use field::Field;
pub use mention::{EntitySet, EventMention, Extent, Roles};
pub use merge::entity::Entity;
pub use merge::event::{Event, Obstacle};
pub use merge::story::{Apart, StoryId};
pub use merge::{Likeness, Merger, alike, apart, build, build_with, disputes};
pub use model::{About, Edge, MentionId, Node, Provenance, Role, Slot, Statement};
pub use name::{EntityKind, Name};
pub use setting::Setting;
pub use value::{Tolerance, Type, Value};

/// An entity of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct EntityId(pub u32);

/// An event of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct EventId(pub u32);

/// A statement of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementId(pub u32);

/// A slot: one role of one entity or event. Statements that fill the same slot speak of the same fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub u32);

/// An article as the graph knows it.
#[derive(Debug, Clone)]
pub struct ArticleNode {
    /// Its file.
    pub source: SourceId,
    /// Its side of the check.
    pub part: Part,
    /// The file's name for messages ("phone-call.txt").
    pub name: Sym,
    /// The day of publication, if known.
    pub published: Option<Date>,
    /// The story it tells.
    pub story: StoryId,
    /// The country in which most of the places lie that it names.
    pub country: Option<Sym>,
    /// Its reading text.
    pub text: Arc<str>,
    /// Is it no article but a file with facts of the house?
    pub house: bool,
}

/// The knowledge graph.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The vocabulary in which its articles were read.
    pub lexicon: Arc<Lexicon>,
    /// The articles, in order of their paths, and behind them the files with facts that they speak of.
    pub articles: Vec<ArticleNode>,
    /// Everybody and everything the articles name.
    pub entities: Vec<Entity>,
    /// Everything that happened, as far as they tell.
    pub events: Vec<Event>,
    /// How all these hang together, and what is stated of them.
    model: Model,
}

impl Graph {
    /// Nothing yet, in a vocabulary.
    fn new(lexicon: Arc<Lexicon>) -> Graph {
        let (articles, entities, events) = (Vec::new(), Vec::new(), Vec::new());
        Graph { lexicon, articles, entities, events, model: Model::default() }
    }
}

impl Default for Graph {
    /// Nothing, in the vocabulary that comes with the program.
    fn default() -> Graph {
        Graph::new(Lexicon::built_in().clone())
    }
}
