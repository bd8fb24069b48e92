//! What the graph knows of the words of one article.

use super::super::{EntityId, EventId, Graph};

/// Who and what is named where, and which predicates tell of which event. Places are bytes of the reading text.
#[derive(Debug, Default)]
pub struct Known {
    named: Vec<(u32, u32, EntityId)>,
    told: Vec<(u32, u32, EventId)>,
}

impl Known {
    /// Of each article of a graph, by its number.
    pub fn of(graph: &Graph) -> Vec<Known> {
        let mut all: Vec<Known> = graph.articles.iter().map(|_| Known::default()).collect();
        for id in (0..graph.entities.len() as u32).map(EntityId) {
            for (article, extent) in graph.named_in(id) {
                let (from, to) = extent.words;
                all.get_mut(article as usize).into_iter().for_each(|k| k.named.push((from, to, id)));
            }
        }
        for id in (0..graph.events.len() as u32).map(EventId) {
            for mention in graph.mentions_of(id) {
                let words = graph.mention(mention).map(|mention| mention.predicate.words);
                let Some(((from, to), article)) = words.zip(graph.article_of(mention)) else { continue };
                all.get_mut(article as usize).into_iter().for_each(|k| k.told.push((from, to, id)));
            }
        }
        for known in &mut all {
            known.named.sort_unstable();
            known.told.sort_unstable();
        }
        all
    }

    /// Who or what a word names: the shortest name around it.
    pub(in crate::graph) fn named_at(&self, at: u32) -> Option<EntityId> {
        around(&self.named, at)
    }

    /// The event that a predicate tells of.
    pub(super) fn told_at(&self, at: u32) -> Option<EventId> {
        around(&self.told, at)
    }
}

/// What stands around a place, ascending by where it begins: the shortest.
fn around<Id: Copy + Ord>(all: &[(u32, u32, Id)], at: u32) -> Option<Id> {
    let begun = all.partition_point(|(from, ..)| *from <= at);
    let around = all[..begun].iter().filter(|(_, to, _)| at < *to);
    around.min_by_key(|(from, to, id)| (to - from, *from, *id)).map(|(.., id)| *id)
}
