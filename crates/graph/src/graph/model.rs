//! The one model of what the articles say: a petgraph graph.
//!
//! ```text
//!  source --publishes--> article --mentions--> entity
//!                           |                    ^
//!                           +------tells------> event --role--> entity
//!
//!                 entity, event --has--> slot --states--> entity, event, any other value
//! ```
//!
//! Every mention and every statement has its article and span on its edge; statements are a view on the edges from
//! slots. What leaves a node is little (an event's roles and slots), what enters it may be as much as there are
//! articles: what is asked for each statement follows the former only.

use std::sync::Arc;

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

mod provenance;

use super::mention::{EntitySet, EventMention, Extent, extend};
use super::{EntityId, EventId, Graph, SlotId, StatementId, Value};
use crate::claim::time::When;
use crate::source::Span;
use crate::symbol::Sym;
use provenance::Few;
pub use provenance::{About, MentionId, Provenance};

/// A node of the model. There are very many: what few are is a pointer.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An outlet.
    Source(Box<Sym>),
    /// An article, as an index into [`Graph::articles`].
    Article(u32),
    /// One role of an entity, of an event, or of what articles tell of beside: statements that fill one slot speak of
    /// one fact. Slots of the same role are very many, and share what is said of it here.
    Slot(Arc<Slot>),
    /// What may stand in a slot: an entity, an event, or any other value.
    Value(Value),
}

/// A slot: told from others of its owner by its role and by what is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The role's name: "event", "killed", "age", "when", "title", "name", ...
    pub role: Sym,
    /// What tells slots of one role apart: which noun is counted.
    pub what: Option<Sym>,
}

/// An edge of the model. There are very many, so that each is a word with its kind: what is longer is a pointer.
#[derive(Debug, Clone, PartialEq)]
pub enum Edge {
    /// From an outlet to an article.
    Publishes,
    /// From an article to an entity: words that mention it.
    Mentions(Box<Extent>),
    /// From an article to an event: a claim that mentions it.
    Tells(Box<EventMention>),
    /// From an event to an entity: how it takes part.
    Role(Role),
    /// From an entity or event to its slot.
    Has,
    /// From a slot to what a claim puts there.
    States(Box<Provenance>),
}

impl Edge {
    /// As the output names it.
    pub fn name(&self) -> &'static str {
        match self {
            Edge::Publishes => "publishes",
            Edge::Mentions(_) => "mentions",
            Edge::Tells(_) => "tells",
            Edge::Role(role) => role.name(),
            Edge::Has => "has",
            Edge::States(_) => "states",
        }
    }
}

/// How an entity takes part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Who did it.
    Agent,
    /// To whom it was done.
    Patient,
    /// Whoever took part without having done it or having it done to them, as far as is known.
    Participant,
    /// Where it was.
    Place,
}

impl Role {
    /// Everybody who takes part.
    pub const TAKES_PART: [Role; 3] = [Role::Agent, Role::Patient, Role::Participant];

    /// As the output names it.
    pub fn name(self) -> &'static str {
        match self {
            Role::Agent => "agent",
            Role::Patient => "patient",
            Role::Participant => "participant",
            Role::Place => "place",
        }
    }
}

/// What one claim puts into one slot, with its provenance: a view on an edge of the model. Rules compare statements.
///
/// Every claim that mentions an event gives at least one statement whose role is "event": that it happened.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'g> {
    /// The article, as an index into [`Graph::articles`].
    pub article: u32,
    /// The slot.
    pub slot: SlotId,
    /// The slot's role.
    pub role: &'g Sym,
    /// What tells slots of one role apart.
    pub what: Option<&'g Sym>,
    /// What the claim puts there.
    pub value: &'g Value,
    /// The shortest phrase that carries it: bytes in the article's file.
    pub span: Span,
    /// The same phrase: bytes in the article's reading text.
    pub words: (u32, u32),
    /// Whom the claim is attributed to, if it is not the narrator's.
    pub speaker: Option<EntityId>,
    /// Whom or what it is about.
    pub about: About,
}

/// The petgraph graph, and where its nodes of each kind and its statements are.
#[derive(Debug, Clone, Default)]
pub(super) struct Model {
    pub(super) net: DiGraph<Node, Edge>,
    pub(super) articles: Vec<NodeIndex>,
    pub(super) entities: Vec<NodeIndex>,
    pub(super) events: Vec<NodeIndex>,
    /// In order of article and place.
    pub(super) statements: Vec<EdgeIndex>,
    pub(super) few: Few,
}

impl Model {
    /// An edge with its ends.
    fn edge(&self, edge: EdgeIndex) -> Option<&petgraph::graph::Edge<Edge>> {
        self.net.raw_edges().get(edge.index())
    }

    fn node(&self, at: NodeIndex) -> Option<&Node> {
        self.net.raw_nodes().get(at.index()).map(|node| &node.weight)
    }

    /// What an edge from a slot states.
    pub(super) fn provenance(&self, edge: EdgeIndex) -> Option<&Provenance> {
        if let Edge::States(provenance) = &self.edge(edge)?.weight { Some(provenance) } else { None }
    }

    /// The statement of an edge.
    pub(super) fn statement(&self, edge: EdgeIndex) -> Option<Statement<'_>> {
        let edge = self.edge(edge)?;
        let (slot, value) = (edge.source(), edge.target());
        let (Edge::States(provenance), Node::Slot(kind), Node::Value(value)) =
            (&edge.weight, self.node(slot)?, self.node(value)?)
        else {
            return None;
        };
        let Slot { role, what } = &**kind;
        let Provenance { article, extent, speaker, about, .. } = **provenance;
        let Extent { span, words } = extent;
        let (slot, what) = (SlotId(slot.index() as u32), what.as_ref());
        Some(Statement { article, slot, role, what, value, span, words, speaker, about })
    }
}

impl Graph {
    /// The petgraph graph itself.
    pub fn network(&self) -> &DiGraph<Node, Edge> {
        &self.model.net
    }

    /// How many statements there are; a [`StatementId`] counts them in order of article and place.
    pub fn statement_count(&self) -> usize {
        self.model.statements.len()
    }

    /// A statement.
    pub fn statement(&self, id: StatementId) -> Option<Statement<'_>> {
        self.model.statement(*self.model.statements.get(id.0 as usize)?)
    }

    /// All statements, in order of article and place.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, Statement<'_>)> {
        let ids = (0..).map(StatementId);
        ids.zip(&self.model.statements).filter_map(|(id, edge)| Some((id, self.model.statement(*edge)?)))
    }

    /// How probable it is that a statement and one that it disputes answer one question, if a model was asked.
    pub fn likelihood(&self, id: StatementId) -> Option<f32> {
        self.model.few.likelihoods.get(self.model.statements.get(id.0 as usize)?).copied()
    }

    /// When a statement holds, where no event says so.
    pub(super) fn time_of(&self, id: StatementId) -> Option<&Arc<When>> {
        self.model.few.times.get(self.model.statements.get(id.0 as usize)?)
    }

    /// Do outlets take a statement from each other in a circle?
    pub(super) fn is_circular(&self, id: StatementId) -> bool {
        let edge = self.model.statements.get(id.0 as usize);
        edge.is_some_and(|edge| self.model.few.circular.contains(edge))
    }

    /// Has its article another value beside it, which another article gives in its place?
    pub(super) fn is_torn(&self, id: StatementId) -> bool {
        let edge = self.model.statements.get(id.0 as usize);
        edge.is_some_and(|edge| self.model.few.torn.contains(edge))
    }

    /// A mention of an event.
    pub fn mention(&self, id: MentionId) -> Option<&EventMention> {
        if let Edge::Tells(mention) = self.model.net.edge_weight(id.0)? { Some(mention) } else { None }
    }

    /// The event that a mention is of.
    pub fn event_of(&self, mention: MentionId) -> Option<EventId> {
        let (_, event) = self.model.net.edge_endpoints(mention.0)?;
        self.node(event)
            .and_then(|node| if let Node::Value(Value::Event(id)) = node { Some(*id) } else { None })
    }

    /// The article of a mention.
    pub fn article_of(&self, mention: MentionId) -> Option<u32> {
        let (article, _) = self.model.net.edge_endpoints(mention.0)?;
        if let Node::Article(article) = self.node(article)? { Some(*article) } else { None }
    }

    /// Where the mention or statement of an edge stands: the article, and the words there.
    pub fn place_of(&self, edge: EdgeIndex) -> Option<(u32, Extent)> {
        let article =
            |node| if let Node::Article(article) = self.node(node)? { Some(*article) } else { None };
        let (source, _) = self.model.net.edge_endpoints(edge)?;
        match self.model.net.edge_weight(edge)? {
            Edge::Mentions(extent) => Some((article(source)?, **extent)),
            Edge::Tells(mention) => Some((article(source)?, mention.extent)),
            Edge::States(provenance) => Some((provenance.article, provenance.extent)),
            Edge::Publishes | Edge::Role(_) | Edge::Has => None,
        }
    }

    /// Words of an article, as its reading text has them.
    pub fn text_of(&self, article: u32, extent: Extent) -> &str {
        let text = self.articles.get(article as usize).map_or("", |article| &article.text);
        text.get(extent.words.0 as usize..extent.words.1 as usize).unwrap_or_default()
    }

    /// The mentions of events in an article, in order.
    pub fn told_in(&self, article: u32) -> Vec<MentionId> {
        let node = self.model.articles.get(article as usize);
        let edges = node.into_iter().flat_map(|node| self.model.net.edges_directed(*node, Outgoing));
        let mut told: Vec<MentionId> =
            edges.filter(|e| matches!(e.weight(), Edge::Tells(_))).map(|e| MentionId(e.id())).collect();
        told.sort_unstable();
        told
    }

    /// The mentions of an event, in order of the articles.
    pub fn mentions_of(&self, event: EventId) -> Vec<MentionId> {
        let node = self.model.events.get(event.0 as usize);
        let edges = node.into_iter().flat_map(|node| self.model.net.edges_directed(*node, Incoming));
        let mut told: Vec<MentionId> =
            edges.filter(|e| matches!(e.weight(), Edge::Tells(_))).map(|e| MentionId(e.id())).collect();
        told.sort_unstable();
        told
    }

    /// Where an entity is mentioned: articles and the words there, in order.
    pub fn named_in(&self, entity: EntityId) -> Vec<(u32, Extent)> {
        let node = self.model.entities.get(entity.0 as usize);
        let edges = node.into_iter().flat_map(|node| self.model.net.edges_directed(*node, Incoming));
        let mention =
            |edge: petgraph::graph::EdgeReference<'_, Edge>| match (self.node(edge.source())?, edge.weight())
            {
                (Node::Article(article), Edge::Mentions(extent)) => Some((edge.id(), *article, **extent)),
                _ => None,
            };
        let mut named: Vec<_> = edges.filter_map(mention).collect();
        named.sort_unstable_by_key(|(edge, ..)| *edge);
        named.into_iter().map(|(_, article, extent)| (article, extent)).collect()
    }

    /// Everybody who takes part in an event, ascending.
    pub fn participants(&self, event: EventId) -> EntitySet {
        self.in_role(event, &Role::TAKES_PART)
    }

    /// Those who have one of these roles in an event, ascending.
    pub fn in_role(&self, event: EventId, roles: &[Role]) -> EntitySet {
        let mut found = EntitySet::new();
        let node = self.model.events.get(event.0 as usize);
        for edge in node.into_iter().flat_map(|node| self.model.net.edges(*node)) {
            if let (Edge::Role(role), Some(Node::Value(Value::Entity(entity)))) =
                (edge.weight(), self.node(edge.target()))
                && roles.contains(role)
            {
                extend(&mut found, &[*entity]);
            }
        }
        found
    }

    /// What is stated of an event or entity: the slots that it has, each with the values in it, in the order in which they
    /// were first stated.
    pub fn stated_of(&self, owner: &Value) -> Vec<(&Slot, Vec<&Value>)> {
        let node = match owner {
            Value::Entity(entity) => self.model.entities.get(entity.0 as usize),
            Value::Event(event) => self.model.events.get(event.0 as usize),
            _ => None,
        };
        let has = |e: &petgraph::graph::EdgeReference<'_, Edge>| matches!(e.weight(), Edge::Has);
        let mut slots: Vec<NodeIndex> = node
            .into_iter()
            .flat_map(|node| self.model.net.edges(*node))
            .filter(has)
            .map(|e| e.target())
            .collect();
        slots.sort_unstable();
        let values = |slot: NodeIndex| {
            let mut stated: Vec<_> = self.model.net.edges(slot).map(|e| (e.id(), e.target())).collect();
            stated.sort_unstable();
            let mut values: Vec<&Value> = Vec::new();
            for (_, target) in stated {
                if let Some(Node::Value(value)) = self.node(target)
                    && !values.contains(&value)
                {
                    values.push(value);
                }
            }
            values
        };
        let slot =
            |at: NodeIndex| if let Some(Node::Slot(slot)) = self.node(at) { Some(&**slot) } else { None };
        slots.into_iter().filter_map(|at| Some((slot(at)?, values(at)))).collect()
    }

    /// All outlets.
    pub fn sources(&self) -> impl Iterator<Item = &Sym> {
        self.model
            .net
            .node_weights()
            .filter_map(|n| if let Node::Source(outlet) = n { Some(&**outlet) } else { None })
    }

    /// The outlet of an article.
    pub fn outlet(&self, article: u32) -> Option<&Sym> {
        let node = self.model.articles.get(article as usize)?;
        let source = self.model.net.neighbors_directed(*node, Incoming).next()?;
        if let Some(Node::Source(outlet)) = self.node(source) { Some(&**outlet) } else { None }
    }

    fn node(&self, at: NodeIndex) -> Option<&Node> {
        self.model.node(at)
    }
}

#[cfg(test)]
mod tests;
