//! The model as GraphML (Brandes et al. 2002), which drawing programs and graph libraries read.

use std::borrow::Cow;
use std::io::{self, Write};

use petgraph::visit::{EdgeRef, IntoNodeReferences};

use super::{kind, label, path};
use crate::graph::{Extent, Graph};
use crate::source::SourceMap;
use crate::view::clean;

/// The head, with the data that nodes and edges carry.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="kind" for="all" attr.name="kind" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="path" for="edge" attr.name="path" attr.type="string"/>
  <key id="start" for="edge" attr.name="start" attr.type="int"/>
  <key id="end" for="edge" attr.name="end" attr.type="int"/>
  <graph edgedefault="directed">"#;

/// Writes the model.
///
/// # Errors
/// Those of the writer.
pub fn write(graph: &Graph, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEAD}")?;
    for (id, node) in graph.network().node_references() {
        let label = label(node, graph, sources);
        let (kind, label) = (kind(node), escaped(&label));
        let id = id.index();
        writeln!(
            out,
            r#"    <node id="n{id}"><data key="kind">{kind}</data><data key="label">{label}</data></node>"#
        )?;
    }
    for edge in graph.network().edge_references() {
        let (source, target, kind) = (edge.source().index(), edge.target().index(), edge.weight().name());
        write!(out, r#"    <edge source="n{source}" target="n{target}"><data key="kind">{kind}</data>"#)?;
        if let Some((article, Extent { span, .. })) = graph.place_of(edge.id()) {
            let path = escaped(path(article, graph, sources)).into_owned();
            write!(out, r#"<data key="path">{path}</data><data key="start">{}</data>"#, span.start)?;
            write!(out, r#"<data key="end">{}</data>"#, span.end)?;
        }
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

/// Text as XML holds it, without characters that are not to be seen.
fn escaped(text: &str) -> Cow<'_, str> {
    let safe = clean::line(text);
    if !safe.contains(['&', '<', '>', '"']) {
        return safe;
    }
    let mut escaped = String::with_capacity(safe.len() + 8);
    for c in safe.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}
