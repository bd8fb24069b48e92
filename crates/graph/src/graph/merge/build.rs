//! Puts nodes and edges into the model: each outlet, slot and value once.

use std::hash::Hasher;
use std::sync::Arc;

use hashbrown::HashTable;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smallvec::SmallVec;

use super::story::StoryId;
use crate::claim::time::When;
use crate::graph::mention::{EventMention, Extent, Roles};
use crate::graph::model::{Edge, MentionId, Model, Node, Provenance, Role, Slot};
use crate::graph::{EntityId, EventId, Graph, Statement, StatementId, Value};
use crate::source::Span;
use crate::symbol::Sym;

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum SlotOwner {
    Event(EventId),
    Entity(EntityId),
    /// Names that look alike, in one theme.
    Likeness(u32),
    /// Values that answer one question.
    Dispute(u32),
    /// What one report affirms and another denies.
    Truth(u32),
    /// What two reports tell alike but for one thing.
    Act(u32),
    /// A story that some believe and others do not.
    Story(u32),
    /// Wordings of one quotation.
    Quote(u32),
    /// The one of which articles of one theme give a figure.
    Theme(StoryId),
    /// What a fact of the house is about.
    Fact(u32),
    /// A passage of an article that must agree with itself: article and phrase.
    Passage(u32, u32),
}

/// A role with what tells apart its slots (which noun is counted), as the number that a builder gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct SlotKind(u32);

/// Words that state something in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct InSlot {
    pub(super) article: u32,
    pub(super) span: Span,
    pub(super) slot: NodeIndex,
}

/// Several slots, few mostly.
pub(super) type Slots = SmallVec<[NodeIndex; 4]>;

/// A model to which is still added.
#[derive(Default)]
pub(super) struct Builder {
    model: Model,
    sources: FxHashMap<Sym, NodeIndex>,
    slots: FxHashMap<(SlotOwner, SlotKind), NodeIndex>,
    kinds: Vec<Arc<Slot>>,
    numbers: FxHashMap<Arc<Slot>, SlotKind>,
    /// Values, found by their digests.
    values: HashTable<NodeIndex>,
}

impl Builder {
    /// Makes room for so many mentions of events and statements, so that what is there need not be copied again and again.
    pub(super) fn reserve(&mut self, mentions: usize, statements: usize) {
        // A slot has two statements or so. What turns out not to be needed is never touched.
        self.model.net.reserve_exact_nodes(mentions + statements / 2);
        self.model.net.reserve_exact_edges(mentions + statements + statements / 2);
        self.model.statements.reserve_exact(statements);
    }

    /// Adds the next article, of an outlet.
    pub(super) fn article(&mut self, outlet: Sym) {
        let number = self.model.articles.len() as u32;
        let article = self.model.net.add_node(Node::Article(number));
        let source = match self.sources.get(&outlet) {
            Some(source) => *source,
            None => {
                let source = self.model.net.add_node(Node::Source(Box::new(outlet.clone())));
                *self.sources.entry(outlet).or_insert(source)
            }
        };
        self.model.net.add_edge(source, article, Edge::Publishes);
        self.model.articles.push(article);
    }

    /// Adds words of the last article that mention an entity; those have ids in the order in which they come.
    pub(super) fn mentions(&mut self, entity: EntityId, extent: Extent) {
        while self.model.entities.len() <= entity.0 as usize {
            let next = EntityId(self.model.entities.len() as u32);
            self.model.entities.push(self.model.net.add_node(Node::Value(Value::Entity(next))));
        }
        let ends = self.model.articles.last().zip(self.model.entities.get(entity.0 as usize));
        if let Some((article, entity)) = ends {
            self.model.net.add_edge(*article, *entity, Edge::Mentions(Box::new(extent)));
        }
    }

    /// Adds what an article tells of an event; those have ids in the order in which they come.
    pub(super) fn tells(&mut self, article: u32, event: EventId, mention: EventMention) -> MentionId {
        if self.model.events.len() == event.0 as usize {
            self.model.events.push(self.model.net.add_node(Node::Value(Value::Event(event))));
        }
        let (article, event) = (self.model.articles[article as usize], self.model.events[event.0 as usize]);
        MentionId(self.model.net.add_edge(article, event, Edge::Tells(Box::new(mention))))
    }

    /// Adds who takes part in an event, and where it is.
    pub(super) fn roles(&mut self, event: EventId, roles: &Roles) {
        let (who, whom) = (roles.who(), roles.whom());
        let others: Vec<EntityId> =
            roles.participants().iter().copied().filter(|e| !who.contains(e) && !whom.contains(e)).collect();
        let sets = [
            (Role::Agent, who),
            (Role::Patient, whom),
            (Role::Participant, &others),
            (Role::Place, roles.place()),
        ];
        for (role, set) in sets {
            for entity in set {
                let ends = (self.model.events[event.0 as usize], self.model.entities[entity.0 as usize]);
                self.model.net.add_edge(ends.0, ends.1, Edge::Role(role));
            }
        }
    }

    /// Adds a statement: a value for a slot of an owner.
    pub(super) fn state(
        &mut self,
        owner: SlotOwner,
        kind: SlotKind,
        value: Value,
        provenance: Provenance,
    ) -> EdgeIndex {
        let slot = self.slot(owner, kind);
        let value = self.value(value);
        let edge = self.model.net.add_edge(slot, value, Edge::States(Box::new(provenance)));
        self.model.statements.push(edge);
        edge
    }

    /// Says of a statement when it holds, where no event says so.
    pub(super) fn holds(&mut self, statement: EdgeIndex, time: Option<Arc<When>>) {
        self.model.few.times.extend(time.map(|time| (statement, time)));
    }

    /// Says of a statement how likely it is, if a model was asked.
    pub(super) fn weigh(&mut self, statement: EdgeIndex, likelihood: Option<f32>) {
        self.model.few.likelihoods.extend(likelihood.map(|likelihood| (statement, likelihood)));
    }

    /// The statements so far.
    pub(super) fn statements(&self) -> impl Iterator<Item = Statement<'_>> {
        self.model.statements.iter().filter_map(|edge| self.model.statement(*edge))
    }

    /// The slots in which amounts or times are stated by words that hold each of some words: articles and spans.
    pub(super) fn slots_at(&self, mut places: Vec<(u32, Span)>) -> FxHashMap<(u32, Span), Slots> {
        places.sort_unstable();
        places.dedup();
        let mut found: FxHashMap<(u32, Span), Slots> = FxHashMap::default();
        for statement in self.statements() {
            let typed = matches!(statement.value, Value::Quantity(_) | Value::Time(_) | Value::Number(_));
            let from = places.partition_point(|(article, _)| *article < statement.article);
            let here = places.get(from..).unwrap_or_default();
            let here = here.iter().take_while(|(article, _)| typed && *article == statement.article);
            for place in here.filter(|(_, span)| statement.span.contains(*span)) {
                found.entry(*place).or_default().push(NodeIndex::new(statement.slot.0 as usize));
            }
        }
        found
    }

    /// The amounts and times that all articles put into some slots.
    pub(super) fn values_in(&self, slots: &FxHashSet<NodeIndex>) -> FxHashMap<NodeIndex, Vec<&Value>> {
        let mut found: FxHashMap<NodeIndex, Vec<&Value>> = FxHashMap::default();
        for statement in self.statements() {
            let slot = NodeIndex::new(statement.slot.0 as usize);
            if slots.contains(&slot) {
                found.entry(slot).or_default().push(statement.value);
            }
        }
        found
    }

    /// Are two slots one thing of two entities: the ages of two people?
    pub(super) fn are_of_two(&self, a: NodeIndex, b: NodeIndex) -> bool {
        let entity = |slot: NodeIndex| {
            let owner = self.model.net.neighbors_directed(slot, Direction::Incoming).next()?;
            self.model.net.node_weight(owner).filter(|node| matches!(node, Node::Value(Value::Entity(_))))
        };
        a != b
            && self.model.net.node_weight(a) == self.model.net.node_weight(b)
            && entity(a).is_some()
            && entity(b).is_some()
    }

    /// Says of what words that hold some words state in some slot how likely it is.
    pub(super) fn weigh_all(&mut self, weighed: FxHashMap<InSlot, f32>) {
        let mut weighed: Vec<(InSlot, f32)> = weighed.into_iter().collect();
        weighed.sort_unstable_by_key(|(place, _)| *place);
        for at in 0..self.model.statements.len() {
            let edge = self.model.statements[at];
            let Some(statement) = self.model.statement(edge) else { continue };
            let from = weighed.partition_point(|(place, _)| place.article < statement.article);
            let here = weighed.get(from..).unwrap_or_default().iter();
            let here = here.take_while(|(place, _)| place.article == statement.article);
            let slot = NodeIndex::new(statement.slot.0 as usize);
            let inside = here.filter(|(place, _)| place.slot == slot && statement.span.contains(place.span));
            let likelihood = inside.map(|(_, likelihood)| *likelihood).reduce(f32::max);
            self.weigh(edge, likelihood);
        }
    }

    fn slot(&mut self, owner: SlotOwner, kind: SlotKind) -> NodeIndex {
        if let Some(slot) = self.slots.get(&(owner, kind)) {
            return *slot;
        }
        let slot = self.model.net.add_node(Node::Slot(self.kinds[kind.0 as usize].clone()));
        let node = match owner {
            SlotOwner::Event(event) => self.model.events.get(event.0 as usize),
            SlotOwner::Entity(entity) => self.model.entities.get(entity.0 as usize),
            _ => None,
        };
        if let Some(node) = node {
            self.model.net.add_edge(*node, slot, Edge::Has);
        }
        self.slots.insert((owner, kind), slot);
        slot
    }

    /// The slots of a role. `what` tells them apart.
    pub(super) fn kind(&mut self, role: Sym, what: Option<Sym>) -> SlotKind {
        let slot = Slot { role, what };
        if let Some(kind) = self.numbers.get(&slot) {
            return *kind;
        }
        let (slot, kind) = (Arc::new(slot), SlotKind(self.kinds.len() as u32));
        self.kinds.push(slot.clone());
        self.numbers.insert(slot, kind);
        kind
    }

    fn value(&mut self, value: Value) -> NodeIndex {
        match value {
            Value::Entity(entity) => self.model.entities[entity.0 as usize],
            Value::Event(event) => self.model.events[event.0 as usize],
            value => {
                let net = &mut self.model.net;
                let known = |at: &NodeIndex| matches!(&net[*at], Node::Value(known) if *known == value);
                let digest = digest(&value);
                if let Some(at) = self.values.find(digest, known) {
                    return *at;
                }
                let at = net.add_node(Node::Value(value));
                let digest_of =
                    |at: &NodeIndex| if let Node::Value(value) = &net[*at] { self::digest(value) } else { 0 };
                *self.values.insert_unique(digest, at, digest_of).get()
            }
        }
    }

    /// Gives the model to its graph, with the statements in order.
    pub(super) fn finish(self, graph: &mut Graph) {
        let mut model = self.model;
        let mut statements = std::mem::take(&mut model.statements);
        // In place, for there are very many; what is equal in all of this says the same.
        statements.sort_unstable_by(|a, b| {
            let places = place(&model, *a).cmp(&place(&model, *b));
            places.then_with(|| order(&model, *a).cmp(&order(&model, *b)))
        });
        model.statements = statements;
        model.net.shrink_to_fit();
        model.few.times.shrink_to_fit();
        graph.model = model;
    }
}

fn digest(value: &Value) -> u64 {
    let mut hasher = FxHasher::default();
    value.digest(&mut hasher);
    hasher.finish()
}

/// Where a statement stands: by this they are in order, and it tells nearly all of them apart.
fn place(model: &Model, edge: EdgeIndex) -> Option<(u32, Span)> {
    model.provenance(edge).map(|provenance| (provenance.article, provenance.extent.span))
}

/// By what statements of one place are in order.
type Order<'m> = Option<(&'m str, u32, Option<EventId>, Option<EntityId>)>;

fn order(model: &Model, edge: EdgeIndex) -> Order<'_> {
    let s = model.statement(edge)?;
    Some((s.role.as_str(), s.slot.0, s.about.event(), s.value.entity()))
}

/// Notes which statements outlets take from each other in a circle, and beside which their article has another value.
pub(super) fn mark(graph: &mut Graph, circular: &[StatementId], torn: &[StatementId]) {
    let model = &mut graph.model;
    let edges = |all: &[StatementId]| {
        all.iter().filter_map(|id| model.statements.get(id.0 as usize).copied()).collect()
    };
    (model.few.circular, model.few.torn) = (edges(circular), edges(torn));
}
