//! Who and what an article names, with every phrase that mentions them.

use serde::Serialize;

use super::passage::Passage;
use crate::app::table::Row;
use crate::graph::{Entity, EntityKind, Graph, Parsed};

/// An entity.
#[derive(Serialize)]
pub(super) struct EntityRow<'a> {
    /// Its fullest name.
    name: &'a str,
    kind: EntityKind,
    mentions: Vec<Passage<'a>>,
}

impl<'a> EntityRow<'a> {
    fn new(parsed: &'a Parsed, entity: &'a Entity) -> EntityRow<'a> {
        let passage = |phrase| Passage::new(&parsed.article, parsed.reading.phrase(phrase).tokens);
        EntityRow {
            name: entity.name.written.as_str(),
            kind: entity.name.kind,
            mentions: entity.mentions.iter().map(|(_, phrase)| passage(*phrase)).collect(),
        }
    }
}

impl Row for EntityRow<'_> {
    const HEAD: &'static [&'static str] = &["name", "kind", "mentions"];

    fn cells(&self) -> Vec<String> {
        let mentions: Vec<_> = self.mentions.iter().map(|mention| mention.text).collect();
        vec![self.name.to_owned(), format!("{:?}", self.kind).to_lowercase(), mentions.join("; ")]
    }
}

/// The entities of an article and of the graph that was made of it alone.
pub(super) fn rows<'a>(parsed: &'a Parsed, graph: &'a Graph) -> Vec<EntityRow<'a>> {
    graph.entities.iter().map(|entity| EntityRow::new(parsed, entity)).collect()
}
