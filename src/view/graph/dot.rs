//! The model in the dot language of Graphviz.

use std::io::{self, Write};

use petgraph::dot::{Config, Dot};
use petgraph::graph::NodeIndex;

use super::{kind, label};
use crate::graph::{Edge, Graph, Node};
use crate::source::SourceMap;
use crate::view::clean;

/// Writes the model.
///
/// # Errors
/// Those of the writer.
pub fn write(graph: &Graph, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    let node = |_, (_, node): (NodeIndex, &Node)| {
        let label = label(node, graph, sources);
        format!("label = {:?} shape = {}", clean::line(&label), shape(node))
    };
    let edge =
        |_, edge: petgraph::graph::EdgeReference<'_, Edge>| format!("label = {:?}", edge.weight().name());
    let config = [Config::NodeNoLabel, Config::EdgeNoLabel];
    let dot = Dot::with_attr_getters(graph.network(), &config, &edge, &node);
    writeln!(out, "{dot:?}")
}

fn shape(node: &Node) -> &'static str {
    match kind(node) {
        "source" => "house",
        "article" => "note",
        "entity" => "ellipse",
        "event" => "box",
        "slot" => "diamond",
        _ => "plaintext",
    }
}
