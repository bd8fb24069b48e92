//! Events: what claims mention, merged when class, participants, time and place are compatible.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::story::StoryId;
use crate::claim::Polarity;
use crate::claim::time::When;
use crate::graph::mention::{EntitySet, EventMention, Roles};
use crate::graph::name::EntityKind;
use crate::graph::{EntityId, EventId, Graph, Role};
use crate::lexicon::ClassId;

/// An event, with what all its mentions together say. Who took part in it, and where, is in the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its class.
    pub class: ClassId,
    /// The story it belongs to.
    pub story: StoryId,
    /// When, as the most exact mention says.
    pub time: Option<Arc<When>>,
    /// Is it the main story of some article?
    pub main: bool,
    /// Is it something of another year or month, told as background?
    pub background: bool,
}

/// An event to which mentions are still added.
pub(super) struct Open {
    pub(super) event: Event,
    pub(super) roles: Roles,
    /// The last article that mentions it.
    last_article: u32,
    /// Does that article say that it was, or that it was not?
    last_polarity: Polarity,
}

/// What keeps a mention from being of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Another time.
    Time,
    /// One is told as background, the other is not.
    Background,
    /// Others took part.
    Participants,
    /// Another place.
    Place,
}

impl Obstacle {
    const ALL: [Obstacle; 4] =
        [Obstacle::Time, Obstacle::Background, Obstacle::Participants, Obstacle::Place];
}

/// Merges mentions into events.
#[derive(Default)]
pub(super) struct Events {
    pub(super) all: Vec<Open>,
    /// By story and class: the events known so far, for mentions that name nobody.
    by_class: FxHashMap<(StoryId, ClassId), Vec<EventId>>,
    /// By story, class and participant.
    by_participant: FxHashMap<(StoryId, ClassId, EntityId), Vec<EventId>>,
}

/// How many events a mention is compared with, the latest first.
const LOOK_BACK: usize = 32;

impl Events {
    /// The event of a mention: a known one that it fits, or a new one.
    pub(super) fn add(
        &mut self,
        article: u32,
        mention: &EventMention,
        story: StoryId,
        graph: &Graph,
    ) -> EventId {
        let found = self.find(article, mention, story, graph);
        let id = found.unwrap_or_else(|| {
            self.all.push(Open::new(mention, story));
            let id = EventId(self.all.len() as u32 - 1);
            self.by_class.entry((story, mention.class)).or_default().push(id);
            id
        });
        let event = &mut self.all[id.0 as usize];
        let known = |entity: &EntityId| event.roles.participants().binary_search(entity).is_ok();
        let new: EntitySet = mention.roles.participants().iter().copied().filter(|e| !known(e)).collect();
        event.take(article, mention);
        for entity in &new {
            self.by_participant.entry((story, mention.class, *entity)).or_default().push(id);
        }
        id
    }

    /// The events, when all mentions are there.
    pub(super) fn finish(self) -> Vec<Event> {
        let mut all: Vec<Event> = self.all.into_iter().map(|open| open.event).collect();
        all.shrink_to_fit();
        all
    }

    fn find(&self, article: u32, mention: &EventMention, story: StoryId, graph: &Graph) -> Option<EventId> {
        if mention.roles.participants().is_empty() {
            return self.find_unnamed(article, mention, story, graph);
        }
        let mut fitting: SmallVec<[(usize, bool, EventId); 4]> = SmallVec::new();
        for entity in mention.roles.participants() {
            let known = self.by_participant.get(&(story, mention.class, *entity)).into_iter().flatten();
            for id in known.rev().take(LOOK_BACK) {
                let event = &self.all[id.0 as usize];
                if fitting.iter().all(|(_, _, known)| known != id) && event.fits(article, mention, graph) {
                    let both = mention.roles.participants().iter();
                    let shared = both.filter(|e| event.roles.participants().contains(e)).count();
                    fitting.push((shared, event.last_article == article, *id));
                }
            }
        }
        let best =
            fitting.iter().copied().max_by_key(|(shared, own, id)| (*shared, *own, std::cmp::Reverse(*id)));
        match best {
            // One of the two who met is too little to choose between several meetings of other articles.
            Some((1, false, _)) if fitting.len() > 1 => None,
            Some((_, _, id)) => Some(id),
            None => self.find_unnamed_event(article, mention, story, graph),
        }
    }

    /// "the meeting", "five were killed": the event spoken of last in this article, or the story's main one.
    fn find_unnamed(
        &self,
        article: u32,
        mention: &EventMention,
        story: StoryId,
        graph: &Graph,
    ) -> Option<EventId> {
        let known = self.by_class.get(&(story, mention.class))?;
        let fits = |id: &&EventId| self.all[id.0 as usize].fits(article, mention, graph);
        let own = |id: &&EventId| self.all[id.0 as usize].last_article == article;
        let recent = || known.iter().rev().take(LOOK_BACK);
        let here = if mention.indefinite { None } else { recent().filter(own).find(fits) };
        // Tolls are told anywhere in a report; other events by an unnamed mention only at its head.
        let told =
            mention.main || (graph.lexicon.class(mention.class).counts.is_some() && !mention.indefinite);
        let known_to_all = |id: &&EventId| {
            let event = &self.all[id.0 as usize];
            // A day cannot be held against none: "the August bombings killed 200" are not the deaths of one who is named.
            let held = mention.time.is_none() || event.event.time.as_ref().is_some_and(|time| time.is_told());
            event.roles.participants().is_empty() || held && (event.event.main || mention.background)
        };
        here.or_else(|| recent().filter(|_| told).filter(known_to_all).find(fits)).copied()
    }

    /// A mention with names may be what an unnamed mention spoke of.
    fn find_unnamed_event(
        &self,
        article: u32,
        mention: &EventMention,
        story: StoryId,
        graph: &Graph,
    ) -> Option<EventId> {
        let known = self.by_class.get(&(story, mention.class))?;
        known.iter().rev().take(LOOK_BACK).copied().find(|id| {
            let event = &self.all[id.0 as usize];
            let here = event.last_article == article || !graph.lexicon.class(event.event.class).symmetric;
            event.roles.participants().is_empty()
                && event.event.main
                && mention.main
                && here
                && event.fits(article, mention, graph)
        })
    }
}

impl Open {
    fn new(mention: &EventMention, story: StoryId) -> Open {
        let (class, background) = (mention.class, mention.background);
        let event = Event { class, story, time: None, main: false, background };
        Open { event, roles: Roles::new([&[]; 4]), last_article: u32::MAX, last_polarity: Polarity::Affirmed }
    }

    fn take(&mut self, article: u32, mention: &EventMention) {
        self.roles.take(&mention.roles);
        let event = &mut self.event;
        event.main |= mention.main;
        let more_exact = |new: &&Arc<When>| event.time.as_ref().is_none_or(|k| exactness(new) > exactness(k));
        if let Some(new) = mention.time.as_ref().filter(more_exact) {
            event.time = Some(new.clone());
        }
        self.last_article = article;
        self.last_polarity = mention.polarity;
    }

    /// Can the mention be of this event?
    fn fits(&self, article: u32, mention: &EventMention, graph: &Graph) -> bool {
        // "Ann Lee did not meet him. Her deputy met him": what one report denies is not what it tells of.
        let turned = self.last_article == article && self.last_polarity != mention.polarity;
        !turned && self.event.obstacles(&self.roles, mention, graph).next().is_none()
    }
}

impl Event {
    /// What keeps a mention of this event's class from being of this event, in which these take part.
    fn obstacles<'e>(
        &'e self,
        roles: &'e Roles,
        mention: &'e EventMention,
        graph: &'e Graph,
    ) -> impl Iterator<Item = Obstacle> + 'e {
        let symmetric = graph.lexicon.class(self.class).symmetric;
        Obstacle::ALL.into_iter().filter(move |obstacle| match obstacle {
            Obstacle::Time => {
                !self.time.as_ref().zip(mention.time.as_ref()).is_none_or(|(a, b)| a.compatible(b))
            }
            Obstacle::Background => self.background != mention.background,
            Obstacle::Participants => !participants_fit(roles, &mention.roles, symmetric),
            Obstacle::Place => !places_fit(roles.place(), mention.roles.place(), graph),
        })
    }
}

impl Graph {
    /// What keeps a mention from being of an event of its class.
    pub fn obstacles(&self, event: EventId, mention: &EventMention) -> Vec<Obstacle> {
        let Some(whole) = self.events.get(event.0 as usize) else { return Vec::new() };
        let [who, whom, place] =
            [Role::Agent, Role::Patient, Role::Place].map(|role| self.in_role(event, &[role]));
        let all = self.in_role(event, &Role::TAKES_PART);
        whole.obstacles(&Roles::new([&who, &whom, &all, &place]), mention, self).collect()
    }
}

/// Can those who take part in a mention be those who take part in the event?
fn participants_fit(own: &Roles, others: &Roles, symmetric: bool) -> bool {
    if symmetric {
        return nested(own.participants(), others.participants());
    }
    roles_fit(own.who(), others.who()) && roles_fit(own.whom(), others.whom())
}

fn roles_fit(a: &[EntityId], b: &[EntityId]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|e| b.contains(e))
}

/// Is one of two sets part of the other?
fn nested(a: &[EntityId], b: &[EntityId]) -> bool {
    a.iter().all(|e| b.contains(e)) || b.iter().all(|e| a.contains(e))
}

/// Can both be where one event was? Places on the map must lie in one another; what is on no map fits all.
fn places_fit(a: &[EntityId], b: &[EntityId], graph: &Graph) -> bool {
    let (a, b) = (mapped(a, graph), mapped(b, graph));
    let meet = |x: &str, y: &str| graph.lexicon.names_meet(x, y).unwrap_or(true);
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.iter().any(|y| meet(x, y)))
}

/// The names of those that are places on the map.
fn mapped<'g>(set: &[EntityId], graph: &'g Graph) -> SmallVec<[&'g str; 4]> {
    let names = set.iter().map(|e| &graph.entities[e.0 as usize].name);
    let places = names.filter(|name| name.kind == EntityKind::Place && name.place.is_some());
    places.map(|name| name.written.as_str()).collect()
}

/// How exactly a time is known: anchored days first, fewer days better.
fn exactness(when: &When) -> i32 {
    let days = |range: (i32, i32)| -(range.1 - range.0);
    let anchored = when.days.map(|(a, b)| b.since(a).map_or(i32::MIN, |s| -s.get_days()) + 1_000_000);
    anchored.or(when.offset.map(days)).unwrap_or(i32::MIN / 2) + i32::from(when.weekday.is_some())
}
