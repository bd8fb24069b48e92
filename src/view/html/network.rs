//! What of the graph is drawn: the values in dispute and who gives them, the events and those who take part. A large
//! folder has more than a picture can hold, so what findings are about comes first, then what most articles tell of.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::book::{Book, anchor_of};
use super::columns::{Column, Edge, Link, Node, Shape};
use super::drawing;
use super::touched::{Touched, noun, who_and_where};
use crate::graph::{EntityId, EntityKind, EventId, Graph, Role};

/// So many findings are drawn, each with so many values.
const MOST_FINDINGS: usize = 10;
const MOST_VALUES: usize = 4;
/// So many articles, events, and people, bodies and places are drawn.
const MOST_ARTICLES: usize = 24;
const MOST_EVENTS: usize = 20;
/// Beyond this many, events are left out that no finding is about and of which one article only tells.
const ENOUGH_EVENTS: usize = 8;
const MOST_ENTITIES: usize = 24;

/// The graph with its legend; none where nothing happened.
pub(super) fn section(book: &Book<'_>, graph: &Graph, touched: &Touched) -> Option<Markup> {
    let mut network = Network::new(book, graph, touched);
    network.values();
    network.events();
    network.entities();
    network.articles();
    if network.edges.is_empty() {
        return None;
    }
    let drawing = drawing::svg(&network.nodes, &network.edges);
    Some(html! {
        section #graph aria-labelledby="graph-title" tabindex="-1" {
            h2 #graph-title { "Graph of the story" }
            p.hint {
                "Who reports what: articles, the values in dispute, events, and who or what takes part. "
                "What findings are about is in the colour of their severity."
                span.script hidden {
                    " Drag to move, Ctrl and the wheel to zoom; with the keyboard +, −, the arrows, and 0 for all."
                }
            }
            div #network tabindex="0" role="group" aria-label="Graph of the story" { (drawing) }
        }
    })
}

/// A picture in the making.
struct Network<'a> {
    book: &'a Book<'a>,
    graph: &'a Graph,
    touched: &'a Touched,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// Where each thing is among the nodes.
    events: BTreeMap<EventId, usize>,
    entities: BTreeMap<EntityId, usize>,
    /// Which articles have to do with which nodes, by their numbers in the book.
    told: BTreeMap<usize, BTreeMap<usize, Link>>,
    /// Events that are about values drawn beside them, so that articles lead to the values.
    disputed: BTreeSet<(usize, usize)>,
}

impl<'a> Network<'a> {
    fn new(book: &'a Book<'a>, graph: &'a Graph, touched: &'a Touched) -> Network<'a> {
        let (nodes, edges) = (Vec::new(), Vec::new());
        let (events, entities) = (BTreeMap::new(), BTreeMap::new());
        let (told, disputed) = (BTreeMap::new(), BTreeSet::new());
        Network { book, graph, touched, nodes, edges, events, entities, told, disputed }
    }

    fn add(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// The values in dispute, with what they are about.
    fn values(&mut self) {
        let book = self.book;
        for told in book.findings.iter().take(MOST_FINDINGS) {
            let severity = told.finding.severity;
            for side in told.sides.iter().take(MOST_VALUES) {
                let value = self.add(Node {
                    column: Column::Values,
                    shape: Shape::Value,
                    lines: [side.value.to_owned(), format!("finding {}: {}", told.number, told.finding.code)],
                    href: Some(anchor_of(told.number)),
                    severity: Some(severity),
                    group: told.number,
                });
                let about = Link::Disputed(severity);
                for event in self.touched.events(side.labels.iter().copied()) {
                    self.event(event)
                        .into_iter()
                        .for_each(|to| self.edges.push(Edge { from: value, to, link: about }));
                }
                for entity in self.touched.entities(side.labels.iter().copied()) {
                    self.entity(entity)
                        .into_iter()
                        .for_each(|to| self.edges.push(Edge { from: value, to, link: about }));
                }
                for label in &side.labels {
                    if let Some(entry) = book.entry(label.source) {
                        self.told.entry(entry.number).or_default().insert(value, about);
                        let events = self.touched.events([*label]);
                        let at = events.into_iter().filter_map(|event| self.events.get(&event));
                        self.disputed.extend(at.map(|event| (entry.number, *event)));
                    }
                }
            }
        }
    }

    /// The events that matter most, and which articles tell of them.
    fn events(&mut self) {
        for event in self.touched.ranked.iter().take(MOST_EVENTS) {
            let matters = self.touched.shared(*event) || !self.touched.findings(*event).is_empty();
            if matters || self.events.len() < ENOUGH_EVENTS {
                self.event(*event);
            }
        }
        let drawn: Vec<(EventId, usize)> = self.events.iter().map(|(event, at)| (*event, *at)).collect();
        for (event, at) in drawn {
            for mention in self.graph.mentions_of(event) {
                let article =
                    self.graph.article_of(mention).and_then(|a| self.graph.articles.get(a as usize));
                let Some(entry) = article.and_then(|article| self.book.entry(article.source)) else {
                    continue;
                };
                if !self.disputed.contains(&(entry.number, at)) {
                    self.told.entry(entry.number).or_default().insert(at, Link::Tells);
                }
            }
        }
    }

    /// An event, if there is room for it.
    fn event(&mut self, event: EventId) -> Option<usize> {
        if let Some(known) = self.events.get(&event) {
            return Some(*known);
        }
        if self.events.len() == MOST_EVENTS {
            return None;
        }
        let finding = self.touched.findings(event).first().copied();
        let severity =
            finding.and_then(|number| self.book.findings.get(number - 1)).map(|told| told.finding.severity);
        let time = self.graph.events.get(event.0 as usize).and_then(|event| event.time.as_ref());
        let noun = noun(self.graph, event);
        let at = self.add(Node {
            column: Column::Events,
            shape: Shape::Event,
            lines: [
                time.map_or_else(|| noun.to_owned(), |when| format!("{noun}, {when}")),
                who_and_where(self.graph, event),
            ],
            href: finding.map(anchor_of),
            severity,
            group: 0,
        });
        self.events.insert(event, at);
        Some(at)
    }

    /// Those who take part in the events, and where these are: first those in most of them.
    fn entities(&mut self) {
        let mut roles: BTreeMap<EntityId, BTreeMap<usize, Role>> = BTreeMap::new();
        for (event, at) in &self.events {
            for role in Role::TAKES_PART.into_iter().chain([Role::Place]) {
                for entity in self.graph.in_role(*event, &[role]) {
                    roles.entry(entity).or_default().entry(*at).or_insert(role);
                }
            }
        }
        let mut ranked: Vec<(EntityId, BTreeMap<usize, Role>)> = roles.into_iter().collect();
        ranked.sort_by_key(|(entity, roles)| (Reverse(roles.len()), *entity));
        for (entity, roles) in ranked {
            let Some(to) = self.entity(entity) else { continue };
            self.edges.extend(roles.into_iter().map(|(from, role)| Edge {
                from,
                to,
                link: Link::Role(role),
            }));
        }
    }

    /// Somebody or something, if there is room.
    fn entity(&mut self, entity: EntityId) -> Option<usize> {
        if let Some(known) = self.entities.get(&entity) {
            return Some(*known);
        }
        let name = &self.graph.entities.get(entity.0 as usize)?.name;
        if self.entities.len() == MOST_ENTITIES {
            return None;
        }
        let kind = match name.kind {
            EntityKind::Person => "person",
            EntityKind::Organization => "organisation",
            EntityKind::Place => "place",
            EntityKind::Unknown => "",
        };
        let lines = [name.written.to_string(), kind.to_owned()];
        let shape = if name.kind == EntityKind::Place { Shape::Place } else { Shape::Entity };
        let node = Node { column: Column::Entities, shape, lines, href: None, severity: None, group: 0 };
        let at = self.add(node);
        self.entities.insert(entity, at);
        Some(at)
    }

    /// The articles: first those that give values in dispute, then those that tell of most events.
    fn articles(&mut self) {
        let book = self.book;
        let mut ranked: Vec<(usize, BTreeMap<usize, Link>)> =
            std::mem::take(&mut self.told).into_iter().collect();
        let disputes = |links: &BTreeMap<usize, Link>| {
            links.values().filter(|link| matches!(link, Link::Disputed(_))).count()
        };
        ranked.sort_by_key(|(number, links)| (Reverse(disputes(links)), Reverse(links.len()), *number));
        ranked.truncate(MOST_ARTICLES);
        let outlets: BTreeSet<&str> = book.entries.iter().map(|entry| entry.line.outlet.as_str()).collect();
        for (number, links) in ranked {
            let Some(entry) = book.entries.get(number - 1) else { continue };
            let outlet = entry.line.outlet.as_str();
            let from = self.add(Node {
                column: Column::Articles,
                shape: Shape::Article,
                lines: [outlet.to_owned(), entry.title().into_owned()],
                href: Some(entry.anchor()),
                severity: None,
                // The articles of one outlet stand together.
                group: outlets.iter().position(|one| *one == outlet).map_or(0, |at| at + 1),
            });
            self.edges.extend(links.into_iter().map(|(to, link)| Edge { from, to, link }));
        }
    }
}
