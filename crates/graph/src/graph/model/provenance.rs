//! Where statements come from, and what they are about.

use std::sync::Arc;

use petgraph::graph::EdgeIndex;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::time::When;
use crate::graph::mention::Extent;
use crate::graph::{EntityId, EventId};

/// Where a statement comes from, and what it is about. There are very many of them: what only few have is kept beside
/// them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Provenance {
    /// The article, as an index into [`Graph::articles`](crate::graph::Graph::articles).
    pub article: u32,
    /// The shortest phrase that carries it.
    pub extent: Extent,
    /// Whom the claim is attributed to, if it is not the narrator's.
    pub speaker: Option<EntityId>,
    /// Whom or what it is about.
    pub about: About,
}

/// Whom or what a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An event, by a mention of it.
    Event(EventId, MentionId),
    /// Somebody or something.
    Entity(EntityId),
    /// What the articles of a theme tell of, or words.
    Else,
}

impl About {
    /// The event.
    pub fn event(self) -> Option<EventId> {
        if let About::Event(event, _) = self { Some(event) } else { None }
    }

    /// The one whose slot it is.
    pub fn entity(self) -> Option<EntityId> {
        if let About::Entity(entity) = self { Some(entity) } else { None }
    }
}

/// A mention of an event: an edge of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionId(pub(in crate::graph) EdgeIndex);

/// What is known of few statements only, by their edges.
#[derive(Debug, Clone, Default)]
pub(in crate::graph) struct Few {
    /// When they hold, where no event says so.
    pub(in crate::graph) times: FxHashMap<EdgeIndex, Arc<When>>,
    /// How probable it is that each and one that it disputes answer one question, if a model was asked.
    pub(in crate::graph) likelihoods: FxHashMap<EdgeIndex, f32>,
    /// Those that outlets take from each other in a circle.
    pub(in crate::graph) circular: FxHashSet<EdgeIndex>,
    /// Those beside which their article has another value that another article gives in their place.
    pub(in crate::graph) torn: FxHashSet<EdgeIndex>,
}
