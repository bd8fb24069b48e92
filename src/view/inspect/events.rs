//! What happened, as far as an article tells, with every phrase that mentions it.

use serde::Serialize;

use super::passage::Passage;
use crate::graph::{Event, EventId, Graph, Role};
use crate::view::table::Row;

/// An event. Entities are given by their fullest names.
#[derive(Debug, Serialize)]
pub struct EventRow<'a> {
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
    fn new(graph: &'a Graph, id: EventId, event: &Event) -> EventRow<'a> {
        let names = |roles: &[Role]| {
            let set = graph.in_role(id, roles);
            let entities = set.iter().filter_map(|id| graph.entities.get(id.0 as usize));
            entities.map(|entity| entity.name.written.as_str()).collect()
        };
        let passage = |id| {
            let extent = graph.mention(id)?.extent;
            Some(Passage::of(graph.text_of(graph.article_of(id)?, extent), extent.span))
        };
        EventRow {
            event: graph.lexicon.class(event.class).name.as_str(),
            who: names(&[Role::Agent]),
            whom: names(&[Role::Patient]),
            participants: names(&Role::TAKES_PART),
            place: names(&[Role::Place]),
            time: event.time.as_ref().map(|when| when.to_string()),
            main: event.main,
            mentions: graph.mentions_of(id).into_iter().filter_map(passage).collect(),
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
pub fn rows(graph: &Graph) -> Vec<EventRow<'_>> {
    (0..).map(EventId).zip(&graph.events).map(|(id, event)| EventRow::new(graph, id, event)).collect()
}
