//! "The 36-year-old": who of a story is that old.

use rustc_hash::FxHashMap;

use super::story::StoryId;
use crate::graph::{EntityId, Graph, misspelling};

/// Whose age is given: by theme and years; nobody where two people are equally old.
#[derive(Default)]
pub(super) struct ByAge {
    known: FxHashMap<(StoryId, u32), Option<EntityId>>,
}

impl ByAge {
    /// Takes note of an age that an article gives to somebody with a name.
    pub(super) fn add(&mut self, theme: StoryId, years: u32, entity: EntityId, graph: &Graph) {
        let known = self.known.entry((theme, years)).or_insert(Some(entity));
        // One whose name is misspelled in one place is still one.
        let name = |e: EntityId| &graph.entities[e.0 as usize].name;
        let slip = |k| misspelling::between(name(k), name(entity), &graph.lexicon);
        if known.is_some_and(|k| k != entity && slip(k).is_none()) {
            *known = None;
        }
    }

    /// The one of a theme who is that old.
    pub(super) fn owner(&self, years: u32, theme: StoryId) -> Option<EntityId> {
        self.known.get(&(theme, years)).copied().flatten()
    }
}
