//! What happened, as far as an article tells, with every phrase that mentions it.

use serde::Serialize;

use super::passage::Passage;
use crate::app::table::Row;
use crate::graph::{EntityId, Event, Graph, Parsed};

/// An event. Entities are given by their fullest names.
#[derive(Serialize)]
pub(super) struct EventRow<'a> {
    /// The event's class.
    event: &'a str,
    who: Vec<&'a str>,
    whom: Vec<&'a str>,
    participants: Vec<&'a str>,
    place: Vec<&'a str>,
    time: Option<String>,
    /// Is it what the article is about?
    main: bool,
    mentions: Vec<Passage<'a>>,
}

impl<'a> EventRow<'a> {
    fn new(parsed: &'a Parsed, graph: &'a Graph, event: &Event) -> EventRow<'a> {
        let names = |set: &[EntityId]| {
            let entities = set.iter().filter_map(|id| graph.entities.get(id.0 as usize));
            entities.map(|entity| entity.name.written.as_str()).collect()
        };
        let mentions = event.mentions.iter().filter_map(|mention| graph.mentions.get(*mention as usize));
        EventRow {
            event: graph.lexicon.class(event.class).name.as_str(),
            who: names(event.roles.who()),
            whom: names(event.roles.whom()),
            participants: names(event.roles.participants()),
            place: names(event.roles.place()),
            time: event.time.as_ref().map(|when| when.to_string()),
            main: event.main,
            mentions: mentions.map(|mention| Passage::new(&parsed.article, mention.tokens)).collect(),
        }
    }
}

impl Row for EventRow<'_> {
    const HEAD: &'static [&'static str] = &["event", "participants", "place", "time", "mentions"];

    fn cells(&self) -> Vec<String> {
        let mentions: Vec<_> = self.mentions.iter().map(|mention| mention.text).collect();
        vec![
            self.event.to_owned(),
            self.participants.join(", "),
            self.place.join(", "),
            self.time.clone().unwrap_or_default(),
            mentions.join("; "),
        ]
    }
}

/// The events of an article and of the graph that was made of it alone.
pub(super) fn rows<'a>(parsed: &'a Parsed, graph: &'a Graph) -> Vec<EventRow<'a>> {
    graph.events.iter().map(|event| EventRow::new(parsed, graph, event)).collect()
}
