//! Stage 3: the claims of all articles become one knowledge graph of entities, events and their slots.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::time::When;
use crate::diagnostic::Part;
use crate::lexicon::Lexicon;
use crate::source::{SourceId, Span};
use crate::symbol::Sym;

mod candidates;
mod field;
mod mention;
mod merge;
mod name;
pub mod role;
mod setting;
mod slip;
mod tell;
pub mod value;

pub use candidates::candidates;
pub use field::Field;
pub use mention::{EntitySet, EventMention, Roles};
pub use merge::entity::Entity;
pub use merge::event::{Event, Obstacle};
pub use merge::story::{Apart, StoryId};
pub use merge::{Merger, apart, build, build_with};
pub use name::{EntityKind, Name};
pub use setting::Setting;
pub use tell::facts::Facts;
pub use tell::{Parsed, Told, tell};
pub use value::{Type, Value};

/// An entity of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub u32);

/// An event of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub u32);

/// A statement of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementId(pub u32);

/// A slot: one role of one entity or event. Statements that fill the same slot speak of the same fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub u32);

/// What one claim puts into one slot, with its provenance. Rules compare statements.
///
/// Every claim that mentions an event gives at least one statement whose role is "event": that it happened.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The article, as an index into [`Graph::articles`].
    pub article: u32,
    /// The slot.
    pub slot: SlotId,
    /// The role's name: "event", "killed", "age", "when", "title", "name", ...
    pub role: Sym,
    /// What tells slots of one role apart: which noun is counted.
    pub what: Option<Sym>,
    /// What the claim puts there.
    pub value: Value,
    /// The shortest phrase that carries it: bytes in the article's file.
    pub span: Span,
    /// The same phrase: bytes in the article's reading text.
    pub words: (u32, u32),
    /// Whom the claim is attributed to, if it is not the narrator's.
    pub speaker: Option<EntityId>,
    /// Whose slot it is.
    pub about: About,
}

/// Whom or what a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An event, by a mention of it: an index into [`Graph::mentions`].
    Event(EventId, u32),
    /// Somebody or something.
    Entity(EntityId),
    /// What the articles of a theme tell of, or words.
    Else,
}

impl About {
    /// The event.
    pub fn event(self) -> Option<EventId> {
        if let About::Event(event, _) = self { Some(event) } else { None }
    }

    /// The one whose slot it is.
    pub fn entity(self) -> Option<EntityId> {
        if let About::Entity(entity) = self { Some(entity) } else { None }
    }
}

/// An article as the graph knows it.
#[derive(Debug, Clone)]
pub struct ArticleNode {
    /// Its file.
    pub source: SourceId,
    /// Its side of the check.
    pub part: Part,
    /// The outlet's name, or the file's name where it has none.
    pub outlet: Sym,
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

/// Articles, entities and events, and how they hang together.
pub type Network = petgraph::graph::DiGraph<Node, Edge>;

/// A node of the [`Network`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node {
    /// An article, as an index into [`Graph::articles`].
    Article(u32),
    /// An entity.
    Entity(EntityId),
    /// An event.
    Event(EventId),
}

/// An edge of the [`Network`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// From an article to what it mentions, with the number of mentions.
    Mentions(u32),
    /// From an event to who did it.
    Who,
    /// From an event to whom it was done.
    Whom,
    /// From an event to somebody who took part in it.
    With,
    /// From an event to where it was.
    Where,
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
    /// The claims' mentions of events.
    pub mentions: Vec<EventMention>,
    /// All statements, in order of article and position.
    pub statements: Vec<Statement>,
    /// Statements that outlets take from each other in a circle.
    pub(crate) circular: FxHashSet<StatementId>,
    /// When it was, of statements about no event: by article and place.
    pub(crate) times: FxHashMap<(u32, Span), When>,
    /// Articles, entities and events as nodes; who mentions whom and who took part in what as edges.
    pub network: Network,
}

impl Graph {
    /// Nothing yet, in a vocabulary.
    fn new(lexicon: Arc<Lexicon>) -> Graph {
        Graph {
            lexicon,
            articles: Vec::new(),
            entities: Vec::new(),
            events: Vec::new(),
            mentions: Vec::new(),
            statements: Vec::new(),
            circular: FxHashSet::default(),
            times: FxHashMap::default(),
            network: Network::default(),
        }
    }
}

impl Default for Graph {
    /// Nothing, in the vocabulary that comes with the program.
    fn default() -> Graph {
        Graph::new(Lexicon::built_in().clone())
    }
}
