//! Whom an article may mean.

use smallvec::SmallVec;

/// An entity of one article, as a number among those that it names.
pub(in crate::graph) type LocalId = u32;

/// Somebody or something that an article speaks of. `Id` is the number of those whom it names, in the article or among
/// all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Referent<Id = LocalId> {
    /// One that it names.
    Named(Id),
    /// "The 36-year-old": whoever is said to be that old, maybe by another article.
    Aged(u32),
}

/// Several of them, ascending.
pub(super) type Referents = SmallVec<[Referent; 4]>;
