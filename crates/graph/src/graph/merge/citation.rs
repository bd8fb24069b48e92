//! Who cites whom: outlets that name each other as their source for one fact.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::article::spelling::without_article;
use crate::graph::{Graph, SlotId, StatementId};
use crate::symbol::Sym;

/// An outlet's name, and the outlet that it names as its source.
type Citation<'g> = (&'g Sym, &'g Sym);

/// Statements that outlets take from each other in a circle: whoever is followed from source to source comes back
/// to where she began, and nobody has the fact at first hand.
pub(super) fn circular(graph: &Graph) -> Vec<StatementId> {
    let outlets: FxHashMap<String, &Sym> =
        graph.sources().map(|outlet| (without_article(outlet), outlet)).collect();
    let mut by_slot: FxHashMap<SlotId, Vec<(StatementId, Citation<'_>)>> = FxHashMap::default();
    for (id, statement) in graph.statements().filter(|(_, s)| s.speaker.is_some()) {
        let own = graph.outlet(statement.article);
        let named = statement.speaker.and_then(|e| graph.entities.get(e.0 as usize));
        let cited = named.and_then(|entity| outlets.get(&without_article(&entity.name.written)));
        if let (Some(own), Some(cited)) = (own, cited)
            && own != *cited
        {
            by_slot.entry(statement.slot).or_default().push((id, (own, *cited)));
        }
    }
    let mut circular = Vec::new();
    for citations in by_slot.values().filter(|citations| citations.len() > 1) {
        let circle = circles(citations.iter().map(|(_, citation)| *citation));
        let closed = citations.iter().filter(|(_, (own, cited))| circle.get(own) == circle.get(cited));
        circular.extend(closed.map(|(id, _)| *id));
    }
    circular
}

/// For each outlet, the number of the circle that it belongs to; an outlet in no circle is one by itself.
fn circles<'g>(citations: impl Iterator<Item = Citation<'g>>) -> FxHashMap<&'g Sym, usize> {
    let mut network: DiGraph<&Sym, ()> = DiGraph::new();
    let mut nodes: FxHashMap<&Sym, NodeIndex> = FxHashMap::default();
    for (own, cited) in citations {
        let [own, cited] = [own, cited].map(|o| *nodes.entry(o).or_insert_with(|| network.add_node(o)));
        network.add_edge(own, cited, ());
    }
    let circles = tarjan_scc(&network);
    let numbered = circles.iter().enumerate();
    numbered
        .flat_map(|(at, circle)| circle.iter().map(move |node| (*node, at)))
        .map(|(node, at)| (network[node], at))
        .collect()
}

#[cfg(test)]
mod tests;
