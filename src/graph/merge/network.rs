//! Articles, entities and events as a petgraph.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::graph::{Edge, EntityId, EventId, Graph, Network, Node};

/// The petgraph of articles, entities and events.
pub(super) fn network(graph: &Graph) -> Network {
    let mut network = Network::new();
    let articles: Vec<_> =
        (0..graph.articles.len()).map(|i| network.add_node(Node::Article(i as u32))).collect();
    let entities: Vec<_> =
        (0..graph.entities.len()).map(|i| network.add_node(Node::Entity(EntityId(i as u32)))).collect();
    let events: Vec<_> =
        (0..graph.events.len()).map(|i| network.add_node(Node::Event(EventId(i as u32)))).collect();
    for (i, entity) in graph.entities.iter().enumerate() {
        let mut by_article: BTreeMap<u32, u32> = BTreeMap::new();
        for (article, _) in &entity.mentions {
            *by_article.entry(*article).or_default() += 1;
        }
        for (article, count) in by_article {
            network.add_edge(articles[article as usize], entities[i], Edge::Mentions(count));
        }
    }
    for (i, event) in graph.events.iter().enumerate() {
        let mut by_article: FxHashMap<u32, u32> = FxHashMap::default();
        for mention in &event.mentions {
            *by_article.entry(graph.mentions[*mention as usize].article).or_default() += 1;
        }
        let mut by_article: Vec<_> = by_article.into_iter().collect();
        by_article.sort_unstable();
        for (article, count) in by_article {
            network.add_edge(articles[article as usize], events[i], Edge::Mentions(count));
        }
        let roles = [
            (event.roles.who(), Edge::Who),
            (event.roles.whom(), Edge::Whom),
            (event.roles.participants(), Edge::With),
            (event.roles.place(), Edge::Where),
        ];
        for (set, edge) in roles {
            let told = |e: &EntityId| event.roles.who().contains(e) || event.roles.whom().contains(e);
            let other = |e: &&EntityId| edge != Edge::With || !told(e);
            for entity in set.iter().filter(other) {
                network.add_edge(events[i], entities[entity.0 as usize], edge);
            }
        }
    }
    network
}
