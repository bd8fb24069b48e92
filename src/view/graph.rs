//! The knowledge graph for other programs: JSON of schema `gainsay/graph/1`, GraphML, and the dot language.
//!
//! JSON tells of entities, and of events as coreference has them, with their mentions; the other two draw the model as it
//! is, node by node.

use crate::graph::{Graph, Node, Slot, Value};
use crate::source::SourceMap;

pub mod dot;
pub mod graphml;
pub mod json;

/// What a node is, in a word, for those who draw it.
fn kind(node: &Node) -> &'static str {
    match node {
        Node::Source(_) => "source",
        Node::Article(_) => "article",
        Node::Slot(_) => "slot",
        Node::Value(Value::Entity(_)) => "entity",
        Node::Value(Value::Event(_)) => "event",
        Node::Value(_) => "value",
    }
}

/// What a node is called.
fn label(node: &Node, graph: &Graph, sources: &SourceMap) -> String {
    match node {
        Node::Source(outlet) => outlet.to_string(),
        Node::Article(number) => path(*number, graph, sources).to_owned(),
        Node::Slot(slot) => match &**slot {
            Slot { role, what: Some(what) } => format!("{role}: {what}"),
            Slot { role, what: None } => role.to_string(),
        },
        Node::Value(Value::Event(event)) => {
            let class = graph.events.get(event.0 as usize).map(|event| event.class);
            class.map_or_else(String::new, |class| graph.lexicon.class(class).name.to_string())
        }
        Node::Value(value) => value.text(graph),
    }
}

/// The path of an article.
fn path<'s>(article: u32, graph: &Graph, sources: &'s SourceMap) -> &'s str {
    graph.articles.get(article as usize).map_or("", |article| &sources.get(article.source).path)
}

#[cfg(test)]
mod tests;
