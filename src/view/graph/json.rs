//! Schema `gainsay/graph/1`. Fields may be added, none is ever renamed. Offsets are bytes in the file on disk.

use std::io::{self, Write};

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::path;
use crate::claim::Polarity;
use crate::claim::factuality::Certainty;
use crate::graph::coref::{Coreference, Mention as OfEvent};
use crate::graph::{EntityId, EntityKind, EntitySet, EventId, Extent, Graph, Role, Value};
use crate::lexicon::ClassId;
use crate::source::SourceMap;
use crate::view::json;

/// The name of this format.
pub const SCHEMA: &str = "gainsay/graph/1";

#[derive(Serialize)]
struct Output<'a> {
    schema: &'static str,
    articles: Vec<Article<'a>>,
    entities: Vec<Entity<'a>>,
    events: Vec<Event<'a>>,
}

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    source: &'a str,
    published: Option<String>,
}

#[derive(Serialize)]
struct Entity<'a> {
    id: u32,
    /// Its fullest name.
    name: &'a str,
    kind: EntityKind,
    /// What is stated of it beside its name.
    stated: Vec<Filled<'a>>,
    mentions: Vec<Mention<'a>>,
}

#[derive(Serialize)]
struct Event<'a> {
    id: u32,
    /// The class of the vocabulary, or the word where it has none.
    class: &'a str,
    time: Option<String>,
    place: Option<String>,
    roles: Vec<Filled<'a>>,
    mentions: Vec<EventMention<'a>>,
}

/// A role, and who or what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Filled<'a> {
    role: &'a str,
    /// Which noun is counted, which thing is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<&'a str>,
    #[serde(flatten)]
    filler: Filler,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
enum Filler {
    Entity(u32),
    Value(String),
}

/// Words of an article.
#[derive(Serialize)]
struct Mention<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

/// The predicate of a claim that mentions an event.
#[derive(Serialize)]
struct EventMention<'a> {
    #[serde(flatten)]
    words: Mention<'a>,
    polarity: Polarity,
    factuality: Certainty,
    /// Who says so, where it is not the narrator.
    speaker: Option<&'a str>,
}

/// Writes the entities of a graph and the events that its articles tell of, with all their mentions.
///
/// # Errors
/// Those of the writer.
pub fn write(
    graph: &Graph,
    coreference: &Coreference,
    sources: &SourceMap,
    out: &mut dyn Write,
) -> io::Result<()> {
    let view = View { graph, sources };
    let entities = (0..).map(EntityId).zip(&graph.entities);
    let events = (0..).zip(coreference.events());
    let output = Output {
        schema: SCHEMA,
        articles: (0..)
            .zip(&graph.articles)
            .filter(|(_, a)| !a.house)
            .map(|(n, _)| view.article(n))
            .collect(),
        entities: entities.map(|(id, entity)| view.entity(id, entity)).collect(),
        events: events.map(|(id, mentions)| view.event(id, &mentions)).collect(),
    };
    json::write(&output, out)
}

/// A graph and the files that its articles stand in.
#[derive(Clone, Copy)]
struct View<'a> {
    graph: &'a Graph,
    sources: &'a SourceMap,
}

impl<'a> View<'a> {
    fn article(self, number: u32) -> Article<'a> {
        let article = self.graph.articles.get(number as usize);
        Article {
            path: path(number, self.graph, self.sources),
            source: self.graph.outlet(number).map_or("", |outlet| outlet.as_str()),
            published: article.and_then(|article| article.published).map(|day| day.to_string()),
        }
    }

    fn entity(self, id: EntityId, entity: &'a crate::graph::Entity) -> Entity<'a> {
        let mentions = self.graph.named_in(id).into_iter();
        Entity {
            id: id.0,
            name: &entity.name.written,
            kind: entity.name.kind,
            stated: self.stated(&Value::Entity(id)),
            mentions: mentions.map(|(article, extent)| self.mention(article, extent)).collect(),
        }
    }

    /// An event, by its mentions.
    fn event(self, id: u32, mentions: &[&'a OfEvent]) -> Event<'a> {
        let graph = self.graph;
        let mut known: Vec<EventId> = Vec::new();
        for event in mentions.iter().filter_map(|mention| mention.event) {
            if !known.contains(&event) {
                known.push(event);
            }
        }
        let time = known.iter().find_map(|id| graph.events.get(id.0 as usize)?.time.as_ref());
        let mut places = EntitySet::new();
        known.iter().for_each(|id| places.extend(graph.in_role(*id, &[Role::Place])));
        places.sort_unstable();
        places.dedup();
        Event {
            id,
            class: self.class(mentions),
            time: time.map(|when| when.to_string()),
            place: (!places.is_empty()).then(|| Value::from(&places[..]).text(graph)),
            roles: self.roles(&known, mentions),
            mentions: mentions.iter().map(|mention| self.event_mention(mention)).collect(),
        }
    }

    /// The class of most of its mentions; of those that have none, the word. Of equals, the one that comes first.
    fn class(self, mentions: &[&'a OfEvent]) -> &'a str {
        let classes: Vec<ClassId> = mentions.iter().filter_map(|mention| mention.class).collect();
        match usual(&classes) {
            Some(class) => &self.graph.lexicon.class(*class).name,
            None => {
                let words: Vec<&str> = mentions.iter().map(|mention| mention.lemma.as_str()).collect();
                usual(&words).copied().unwrap_or_default()
            }
        }
    }

    /// Who takes part in an event and where it is, then what is stated of it; each once.
    fn roles(self, known: &[EventId], mentions: &[&'a OfEvent]) -> Vec<Filled<'a>> {
        let of =
            |role: Role, id: EntityId| Filled { role: role.name(), what: None, filler: Filler::Entity(id.0) };
        let mut roles: Vec<Filled<'a>> = Vec::new();
        for id in known {
            for role in Role::TAKES_PART.into_iter().chain([Role::Place]) {
                roles.extend(self.graph.in_role(*id, &[role]).into_iter().map(|entity| of(role, entity)));
            }
        }
        let others = mentions.iter().filter(|mention| mention.event.is_none());
        roles.extend(others.flat_map(|m| m.roles()).map(|(role, entity)| of(role, entity)));
        roles.extend(known.iter().flat_map(|id| self.stated(&Value::Event(*id))));
        let mut seen = FxHashSet::default();
        roles.retain(|filled| seen.insert(filled.clone()));
        roles
    }

    /// What is stated of an entity or event, but for that it happened.
    fn stated(self, owner: &Value) -> Vec<Filled<'a>> {
        let slots = self.graph.stated_of(owner).into_iter();
        let filled = slots.flat_map(|(slot, values)| {
            let said = values.into_iter().filter(|value| !matches!(value, Value::Event(_)));
            said.map(|value| Filled {
                role: &slot.role,
                what: slot.what.as_deref(),
                filler: match value {
                    Value::Entity(id) => Filler::Entity(id.0),
                    value => Filler::Value(value.text(self.graph)),
                },
            })
        });
        filled.collect()
    }

    fn event_mention(self, mention: &OfEvent) -> EventMention<'a> {
        let speaker = mention.held.speaker.and_then(|entity| self.graph.entities.get(entity.0 as usize));
        EventMention {
            words: self.mention(mention.article, mention.extent),
            polarity: mention.held.polarity,
            factuality: mention.held.certainty,
            speaker: speaker.map(|entity| entity.name.written.as_str()),
        }
    }

    fn mention(self, article: u32, extent: Extent) -> Mention<'a> {
        let path = path(article, self.graph, self.sources);
        let text = self.graph.text_of(article, extent);
        Mention { path, start: extent.span.start, end: extent.span.end, text }
    }
}

/// What comes most often; of equals, what comes first.
fn usual<T: PartialEq>(all: &[T]) -> Option<&T> {
    let often = |one: &T| all.iter().filter(|other| *other == one).count();
    all.iter().rev().max_by_key(|one| often(one))
}
