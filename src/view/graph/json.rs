//! Schema `gainsay/graph/1`. Fields may be added, none is ever renamed. Offsets are bytes in the file on disk.

use std::io::{self, Write};

use serde::Serialize;

use super::path;
use crate::claim::Polarity;
use crate::claim::factuality::Certainty;
use crate::graph::{EntityId, EntityKind, EventId, Extent, Graph, MentionId, Role, Value};
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
    class: &'a str,
    time: Option<String>,
    place: Option<String>,
    roles: Vec<Filled<'a>>,
    mentions: Vec<EventMention<'a>>,
}

/// A role, and who or what fills it.
#[derive(Serialize)]
struct Filled<'a> {
    role: &'a str,
    /// Which noun is counted, which thing is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<&'a str>,
    #[serde(flatten)]
    filler: Filler,
}

#[derive(Serialize)]
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

/// Writes the entities and events of a graph with all their mentions.
///
/// # Errors
/// Those of the writer.
pub fn write(graph: &Graph, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    let view = View { graph, sources };
    let entities = (0..).map(EntityId).zip(&graph.entities);
    let events = (0..).map(EventId).zip(&graph.events);
    let output = Output {
        schema: SCHEMA,
        articles: (0..)
            .zip(&graph.articles)
            .filter(|(_, a)| !a.house)
            .map(|(n, _)| view.article(n))
            .collect(),
        entities: entities.map(|(id, entity)| view.entity(id, entity)).collect(),
        events: events.map(|(id, event)| view.event(id, event)).collect(),
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

    fn event(self, id: EventId, event: &'a crate::graph::Event) -> Event<'a> {
        let graph = self.graph;
        let places = graph.in_role(id, &[Role::Place]);
        Event {
            id: id.0,
            class: &graph.lexicon.class(event.class).name,
            time: event.time.as_ref().map(|when| when.to_string()),
            place: (!places.is_empty()).then(|| Value::from(&places[..]).text(graph)),
            roles: self.roles(id),
            mentions: graph.mentions_of(id).into_iter().filter_map(|id| self.event_mention(id)).collect(),
        }
    }

    /// Who takes part in an event and where it is, then what is stated of it.
    fn roles(self, event: EventId) -> Vec<Filled<'a>> {
        let all = Role::TAKES_PART.into_iter().chain([Role::Place]);
        let filled = all.flat_map(|role| {
            let set = self.graph.in_role(event, &[role]);
            let of =
                move |id: EntityId| Filled { role: role.name(), what: None, filler: Filler::Entity(id.0) };
            set.into_iter().map(of)
        });
        filled.chain(self.stated(&Value::Event(event))).collect()
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

    fn event_mention(self, id: MentionId) -> Option<EventMention<'a>> {
        let mention = self.graph.mention(id)?;
        let speaker = mention.speaker.and_then(|entity| self.graph.entities.get(entity.0 as usize));
        Some(EventMention {
            words: self.mention(self.graph.article_of(id)?, mention.predicate),
            polarity: mention.polarity,
            factuality: mention.certainty,
            speaker: speaker.map(|entity| entity.name.written.as_str()),
        })
    }

    fn mention(self, article: u32, extent: Extent) -> Mention<'a> {
        let path = path(article, self.graph, self.sources);
        let text = self.graph.text_of(article, extent);
        Mention { path, start: extent.span.start, end: extent.span.end, text }
    }
}
