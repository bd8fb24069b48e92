//! Who and what an article names, with every phrase that mentions them.

use serde::Serialize;

use super::passage::Passage;
use crate::graph::{Entity, EntityId, EntityKind, Graph};
use crate::view::table::Row;

/// An entity.
#[derive(Debug, Serialize)]
pub struct EntityRow<'a> {
    /// Its fullest name.
    name: &'a str,
    kind: EntityKind,
    mentions: Vec<Passage<'a>>,
}

impl<'a> EntityRow<'a> {
    fn new(graph: &'a Graph, id: EntityId, entity: &'a Entity) -> EntityRow<'a> {
        let passage = |(article, extent)| Passage::of(graph.text_of(article, extent), extent.span);
        EntityRow {
            name: entity.name.written.as_str(),
            kind: entity.name.kind,
            mentions: graph.named_in(id).into_iter().map(passage).collect(),
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
pub fn rows(graph: &Graph) -> Vec<EntityRow<'_>> {
    let all = (0..).map(EntityId).zip(&graph.entities);
    all.map(|(id, entity)| EntityRow::new(graph, id, entity)).collect()
}
