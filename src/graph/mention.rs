//! What one claim says of an event.

use smallvec::SmallVec;

use super::EntityId;
use crate::article::Tokens;
use crate::claim::time::When;
use crate::claim::{Modality, Polarity};
use crate::lexicon::ClassId;

/// Several entities, ascending.
pub type EntitySet = SmallVec<[EntityId; 4]>;

/// One claim's mention of an event. `Who` is how those who take part are known: in the graph as entities, in a single
/// article as those whom it names.
#[derive(Debug, Clone, PartialEq)]
pub struct EventMention<Who = EntityId> {
    /// The article, as an index.
    pub article: u32,
    /// The claim, as an index into the article's reading.
    pub claim: u32,
    /// Its class.
    pub class: ClassId,
    /// Who did it.
    pub who: SmallVec<[Who; 4]>,
    /// To whom it was done.
    pub whom: SmallVec<[Who; 4]>,
    /// Everybody who took part.
    pub participants: SmallVec<[Who; 4]>,
    /// Where.
    pub place: SmallVec<[Who; 4]>,
    /// When.
    pub time: Option<When>,
    /// Does it stand in the headline or lead?
    pub main: bool,
    /// Is it something of another year or month, told as background?
    pub background: bool,
    /// Does a noun with "the" or "this" name it, so that it was spoken of before?
    pub definite: bool,
    /// Is it one of several, or any one ("meetings", "a meeting")?
    pub indefinite: bool,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// How far it is claimed.
    pub modality: Modality,
    /// The words that carry it.
    pub tokens: Tokens,
}

impl<Who: Copy> EventMention<Who> {
    /// The same mention with the entities that are meant; who is nobody known falls away.
    pub(super) fn with(&self, meant: impl Fn(Who) -> Option<EntityId>) -> EventMention {
        let all = |set: &[Who]| {
            let mut found = EntitySet::new();
            set.iter().filter_map(|who| meant(*who)).for_each(|entity| extend(&mut found, &[entity]));
            found
        };
        EventMention {
            article: self.article,
            claim: self.claim,
            class: self.class,
            who: all(&self.who),
            whom: all(&self.whom),
            participants: all(&self.participants),
            place: all(&self.place),
            time: self.time,
            main: self.main,
            background: self.background,
            definite: self.definite,
            indefinite: self.indefinite,
            polarity: self.polarity,
            modality: self.modality,
            tokens: self.tokens,
        }
    }
}

/// Adds what is new, keeping the set in order.
pub(super) fn extend<T: Copy + Ord>(set: &mut SmallVec<[T; 4]>, more: &[T]) {
    for one in more {
        if let Err(at) = set.binary_search(one) {
            set.insert(at, *one);
        }
    }
}
