//! What one claim says of an event.

use std::sync::Arc;

use smallvec::SmallVec;

use super::EntityId;
use crate::article::{Article, Tokens};
use crate::claim::factuality::Certainty;
use crate::claim::time::When;
use crate::claim::{Modality, Polarity};
use crate::lexicon::ClassId;
use crate::source::Span;

/// Several entities, ascending.
pub type EntitySet = SmallVec<[EntityId; 4]>;

/// Words of an article: where they stand in its file and in its reading text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Extent {
    /// Bytes in the file.
    pub span: Span,
    /// Bytes in the reading text.
    pub words: (u32, u32),
}

impl Extent {
    /// From the first to the last of both.
    pub(super) fn to(self, other: Extent) -> Extent {
        let words = (self.words.0.min(other.words.0), self.words.1.max(other.words.1));
        Extent { span: self.span.to(other.span), words }
    }

    /// Some tokens of an article.
    pub fn of(article: &Article, tokens: Tokens) -> Extent {
        let words = article.tokens.get(tokens.range()).unwrap_or_default();
        let words = words.first().zip(words.last()).map_or((0, 0), |(first, last)| (first.start, last.end));
        Extent { span: article.span(tokens), words }
    }
}

/// One claim's mention of an event. `Who` is how those who take part are known: in the graph as entities, in a single
/// article as those whom it names.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EventMention<Who = EntityId> {
    /// The claim, as an index into the article's reading.
    pub claim: u32,
    /// Its class.
    pub class: ClassId,
    /// Who took part in it, and where.
    pub roles: Roles<Who>,
    /// When.
    pub time: Option<Arc<When>>,
    /// Does it stand in the headline or lead?
    pub main: bool,
    /// Is it something of another year or month, told as background?
    pub background: bool,
    /// Is it one of several, or any one ("meetings", "a meeting")?
    pub indefinite: bool,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// How far it is claimed.
    pub modality: Modality,
    /// How certain whoever says so is of it.
    pub certainty: Certainty,
    /// Whom it is attributed to, if it is not the narrator's.
    pub speaker: Option<Who>,
    /// The predicate: the verb group, event noun or adjective.
    pub predicate: Extent,
    /// The words that carry it.
    pub extent: Extent,
}

impl<Who: Copy + Ord> EventMention<Who> {
    /// The same mention with those who are meant; whoever is not known falls away.
    pub(super) fn with<W: Copy + Ord>(self, meant: impl Fn(Who) -> Option<W>) -> EventMention<W> {
        EventMention {
            claim: self.claim,
            class: self.class,
            roles: self.roles.with(&meant),
            time: self.time,
            main: self.main,
            background: self.background,
            indefinite: self.indefinite,
            polarity: self.polarity,
            modality: self.modality,
            certainty: self.certainty,
            speaker: self.speaker.and_then(&meant),
            predicate: self.predicate,
            extent: self.extent,
        }
    }
}

/// Who takes part in an event, and where it is. There are very many of them, and most name nobody: they take a word each.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Roles<Who = EntityId>(Option<Box<Sets<Who>>>);

/// Four sets in one piece, not all empty.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Sets<Who> {
    /// Who did it, to whom it was done, everybody who took part, where; each ascending.
    all: Box<[Who]>,
    /// Where the second, third and fourth of them begin.
    starts: [u32; 3],
}

impl<Who: Copy + Ord> Roles<Who> {
    /// Who did it, to whom it was done, everybody who took part, where.
    pub(super) fn new(sets: [&[Who]; 4]) -> Roles<Who> {
        let [who, whom, participants, _] = sets.map(|set| set.len() as u32);
        Roles::of(sets.concat(), [who, who + whom, who + whom + participants])
    }

    fn of(all: Vec<Who>, starts: [u32; 3]) -> Roles<Who> {
        Roles((!all.is_empty()).then(|| Box::new(Sets { all: all.into(), starts })))
    }

    /// Who did it.
    pub fn who(&self) -> &[Who] {
        self.sets()[0]
    }

    /// To whom it was done.
    pub fn whom(&self) -> &[Who] {
        self.sets()[1]
    }

    /// Everybody who took part.
    pub fn participants(&self) -> &[Who] {
        self.sets()[2]
    }

    /// Where.
    pub fn place(&self) -> &[Who] {
        self.sets()[3]
    }

    fn sets(&self) -> [&[Who]; 4] {
        let Some(Sets { all, starts: [second, third, fourth] }) = self.0.as_deref() else { return [&[]; 4] };
        let part = |start: u32, end: u32| all.get(start as usize..end as usize).unwrap_or_default();
        [part(0, *second), part(*second, *third), part(*third, *fourth), part(*fourth, all.len() as u32)]
    }

    /// The roles with those who are meant.
    fn with<W: Copy + Ord>(&self, meant: impl Fn(Who) -> Option<W>) -> Roles<W> {
        let mut all: Vec<W> = Vec::with_capacity(self.0.as_ref().map_or(0, |sets| sets.all.len()));
        let ends = self.sets().map(|set| {
            let start = all.len();
            all.extend(set.iter().filter_map(|who| meant(*who)));
            if all.len() > start + 1 {
                let mut several = all.split_off(start);
                several.sort_unstable();
                several.dedup();
                all.append(&mut several);
            }
            all.len() as u32
        });
        let [first, second, third, _] = ends;
        Roles::of(all, [first, second, third])
    }

    /// Adds those of another mention.
    pub(super) fn take(&mut self, more: &Roles<Who>) {
        let known = |(own, more): (&[Who], &[Who])| more.iter().all(|who| own.binary_search(who).is_ok());
        if self.sets().into_iter().zip(more.sets()).all(known) {
            return;
        }
        let mut sets = self.sets().map(SmallVec::from_slice);
        sets.iter_mut().zip(more.sets()).for_each(|(own, more)| extend(own, more));
        *self = Roles::new(sets.each_ref().map(SmallVec::as_slice));
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
