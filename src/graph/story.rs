//! Which articles tell of the same story: they name the same people and places near their beginning.

use rustc_hash::FxHashMap;

use super::EntityId;
use jiff::civil::Date;

/// A story, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StoryId(pub u32);

/// Two articles published farther apart than this many days tell of different stories.
const DAYS_APART: i32 = 45;
/// The share of an article's names that must be known in a story for the article to belong to it, if several are.
const SHARE: f32 = 0.3;
/// The same if only one name is shared, as in short reports.
const SHARE_OF_ONE: f32 = 0.6;
/// A name found in more stories than this says nothing about which one it is.
const COMMON: usize = 64;

/// What an article is about: its names with how much each weighs.
pub(super) struct Topic {
    pub(super) published: Option<Date>,
    pub(super) names: Vec<(EntityId, f32)>,
}

#[derive(Default)]
struct Story {
    weights: FxHashMap<EntityId, f32>,
    first: Option<Date>,
    last: Option<Date>,
}

/// Sorts articles into stories, one after the other.
#[derive(Default)]
pub(super) struct Stories {
    stories: Vec<Story>,
    index: FxHashMap<EntityId, Vec<u32>>,
}

impl Stories {
    /// The story of an article: the one that shares most of what it is about, or a new one.
    pub(super) fn place(&mut self, topic: &Topic) -> StoryId {
        let mut scores: FxHashMap<u32, (f32, usize)> = FxHashMap::default();
        for (name, weight) in &topic.names {
            for story in self.index.get(name).into_iter().flatten().take(COMMON) {
                let score = scores.entry(*story).or_default();
                score.0 += weight;
                score.1 += 1;
            }
        }
        let total: f32 = topic.names.iter().map(|(_, w)| w).sum();
        let mut fitting: Vec<(u32, f32)> = scores
            .into_iter()
            .filter(|(story, (score, shared))| {
                let share = if *shared >= 2 { SHARE } else { SHARE_OF_ONE };
                *score >= share * total && self.stories[*story as usize].near(topic.published)
            })
            .map(|(story, (score, _))| (story, score))
            .collect();
        fitting.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let id = fitting.first().map_or_else(
            || {
                self.stories.push(Story::default());
                self.stories.len() as u32 - 1
            },
            |(story, _)| *story,
        );
        self.stories[id as usize].add(topic);
        for (name, _) in &topic.names {
            let listed = self.index.entry(*name).or_default();
            if !listed.contains(&id) && listed.len() <= COMMON {
                listed.push(id);
            }
        }
        StoryId(id)
    }
}

impl Story {
    fn near(&self, published: Option<Date>) -> bool {
        let days = |a: Date, b: Date| a.since(b).map_or(i32::MAX, |s| s.get_days());
        match (published, self.first, self.last) {
            (Some(day), Some(first), Some(last)) => {
                days(first, day) <= DAYS_APART && days(day, last) <= DAYS_APART
            }
            _ => true,
        }
    }

    fn add(&mut self, topic: &Topic) {
        for (name, weight) in &topic.names {
            *self.weights.entry(*name).or_default() += weight;
        }
        if let Some(day) = topic.published {
            self.first = Some(self.first.map_or(day, |d| d.min(day)));
            self.last = Some(self.last.map_or(day, |d| d.max(day)));
        }
    }
}
