//! Which articles tell of the same story: each is tied to those nearest to it, by the words that few others share.
//!
//! Every article is a vector of its words, weighed by how often it has them and how few articles have them
//! (tf-idf). Two articles are tied when each is among the nearest of the other (mutual nearest neighbours, Gowda
//! and Krishna 1978), about as near as the nearest, and both name the same ones. What is tied is one story, unless day,
//! hour and strength tell two events apart. What is tied to both of these and might be of either is of neither.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::numbers::Numbers;
use crate::graph::extract::profile::Profile;
use crate::graph::extract::topic::{Name, Topic};

/// A story, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StoryId(pub u32);

/// Two articles published farther apart than this many days tell of different stories.
pub(super) const DAYS_APART: i32 = 45;
/// How many of its nearest an article may be tied to, copies aside.
const NEIGHBOURS: usize = 5;
/// Two as near as this share the text of an agency: copies. They do not make other reports of the story far.
const COPY: f32 = 0.6;
/// How many copies of an article are looked at beside its other neighbours.
const COPIES: usize = 16;
/// How near two must be, as a share of the nearness of either's nearest.
const NEARNESS: f32 = 0.35;
/// How near two must be, and how much of their words both must have, that share no name but those that everyday texts have
/// as well. Of 963 ties between reports of one story this keeps 946, of 104 between market reports of unrelated firms 36.
const ALIKE: f32 = 0.3;
/// The share of an article's names, or words, that the other must have too, if it has several of them.
const SHARE: f32 = 0.25;
/// The same if only one name is shared, as in short reports.
const SHARE_OF_ONE: f32 = 0.4;
/// Two groups of so many articles are not joined by a single tie.
const SEVERAL: usize = 3;
/// A word found in more articles than this does not lead from one to the others, unless all names of an article are so
/// common, as in the many reports of one great event: then it leads to those that stand around it.
const COMMON: usize = 64;

/// The story and the theme of each article. A theme is a story whenever it is told: the trial belongs to the theme
/// of the crime, but is another story.
pub(super) struct Stories {
    pub(super) stories: Vec<StoryId>,
    pub(super) themes: Vec<StoryId>,
}

impl Stories {
    /// Within what texts are held against each other whatever they share: a theme, or two that are given alone.
    pub(super) fn circles(&self) -> Cow<'_, [StoryId]> {
        match *self.themes {
            [first, _] => Cow::Owned(vec![first; 2]),
            _ => Cow::Borrowed(&self.themes),
        }
    }
}

/// The articles of each story or theme, by their numbers.
pub(super) fn members(stories: &[StoryId]) -> Vec<Vec<u32>> {
    let mut members: BTreeMap<StoryId, Vec<u32>> = BTreeMap::new();
    for (story, article) in stories.iter().zip(0..) {
        members.entry(*story).or_default().push(article);
    }
    members.into_values().collect()
}

/// What articles are about, their words as numbers.
#[derive(Default)]
pub(super) struct Topics {
    pub(super) all: Vec<Topic<u32>>,
    numbers: Numbers,
}

impl Topics {
    /// Adds the topic of an article.
    pub(super) fn add(&mut self, topic: Topic) {
        let Topic { published, names, words, profile } = topic;
        let names = names.iter().map(|name| {
            let Name { ref word, weight, rare, main } = *name;
            Name { word: self.numbers.of(word), weight, rare, main }
        });
        let names = names.collect();
        let words = words.iter().map(|(word, count)| (self.numbers.of(word), *count)).collect();
        self.all.push(Topic { published, names, words, profile });
    }
}

/// Sorts articles into stories.
pub(super) fn sort(topics: &[Topic<u32>]) -> Stories {
    let ties = ties(topics);
    Stories { stories: joined(topics, &ties, Some(DAYS_APART)), themes: joined(topics, &ties, None) }
}

/// Why two articles do not tell one story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Others are nearer to one of them, or they share no word that few others have.
    Far,
    /// Both are much nearer to others than to each other.
    Farther,
    /// They name too few of the same ones.
    Names,
    /// Day, hour or strength tell two events apart.
    Marks,
    /// Too many days lie between the two.
    Days,
    /// They are tied, but to others that do not make one story.
    Others,
}

/// Why two articles do not tell one story.
pub(super) fn apart(topics: &[Topic<u32>], a: usize, b: usize) -> Apart {
    let days = || topics[a].published.zip(topics[b].published).and_then(|(a, b)| b.since(a).ok());
    match untied(topics, &neighbours(topics), a, b) {
        Some(Apart::Far) if !topics[a].names_one_of(&topics[b]) => Apart::Names,
        Some(apart) => apart,
        None if topics[a].profile.differ(&topics[b].profile) => Apart::Marks,
        None if days().is_some_and(|days| days.get_days().abs() > DAYS_APART) => Apart::Days,
        None => Apart::Others,
    }
}

/// Which articles are tied, nearest first.
fn ties(topics: &[Topic<u32>]) -> Vec<(usize, usize)> {
    let near = neighbours(topics);
    let mut ties: Vec<(usize, usize, f32)> = Vec::new();
    for (i, neighbours) in near.iter().enumerate() {
        for (j, nearness) in neighbours.iter().filter(|(j, _)| *j > i) {
            if untied(topics, &near, i, *j).is_none() {
                ties.push((i, *j, *nearness));
            }
        }
    }
    ties.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    ties.into_iter().map(|(i, j, _)| (i, j)).collect()
}

/// What keeps two articles from being tied.
fn untied(topics: &[Topic<u32>], near: &[Neighbours], i: usize, j: usize) -> Option<Apart> {
    let nearness = |from: usize, to: usize| near[from].iter().find(|(n, _)| *n == to).map(|n| n.1);
    let best = |i: usize| near[i].first().map_or(0.0, |n| n.1).min(COPY);
    match (nearness(i, j), nearness(j, i)) {
        (Some(n), Some(_)) if n < NEARNESS * best(i).max(best(j)) => Some(Apart::Farther),
        (Some(n), Some(_)) => {
            let alike = n >= ALIKE && topics[i].shared_words(&topics[j]) >= ALIKE;
            let told = alike || topics[i].shares_rare(&topics[j]);
            (!told || !topics[i].shares(&topics[j])).then_some(Apart::Names)
        }
        _ => Some(Apart::Far),
    }
}

/// Articles with how near they are.
type Neighbours = Vec<(usize, f32)>;

/// The nearest of each article, looked for among those to which shared names lead from it: whatever has nothing to do
/// with these changes nothing about them.
fn neighbours(topics: &[Topic<u32>]) -> Vec<Neighbours> {
    let words = numbers(topics.iter().flat_map(|t| &t.words).map(|(word, _)| *word));
    let mut found_in: Vec<Vec<(u32, f32)>> = vec![Vec::new(); words];
    let mut nearness = vec![0.0; topics.len()];
    let mut near: Vec<Neighbours> = vec![Vec::new(); topics.len()];
    let mut having = vec![0; words];
    for collection in collections(topics) {
        let vectors = vectors(topics, &collection, &mut having);
        for (i, vector) in collection.iter().zip(&vectors) {
            vector.iter().for_each(|(word, weight)| found_in[*word as usize].push((*i as u32, *weight)));
        }
        for (i, vector) in collection.iter().zip(&vectors) {
            near[*i] = nearest(*i, vector, &found_in, &mut nearness);
        }
        vectors.iter().flatten().for_each(|(word, _)| found_in[*word as usize].clear());
    }
    near
}

/// Articles between which shared names lead, directly or through others.
fn collections(topics: &[Topic<u32>]) -> Vec<Vec<usize>> {
    let names = numbers(topics.iter().flat_map(|t| &t.names).map(|name| name.word));
    let mut first: Vec<Option<usize>> = vec![None; names];
    let mut linked = UnionFind::<usize>::new(topics.len());
    for (i, topic) in topics.iter().enumerate() {
        for Name { word: name, .. } in &topic.names {
            linked.union(i, *first[*name as usize].get_or_insert(i));
        }
    }
    let mut collections: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, label) in linked.into_labeling().into_iter().enumerate() {
        collections.entry(label).or_default().push(i);
    }
    collections.into_values().filter(|collection| collection.len() > 1).collect()
}

/// The weighed words of each article of a collection, as vectors of length one. Words of one article alone tie it to
/// nothing. `having`, how many articles have each word, is all zero before and after.
fn vectors(topics: &[Topic<u32>], collection: &[usize], having: &mut [usize]) -> Vec<Vec<(u32, f32)>> {
    let words = || collection.iter().flat_map(|i| &topics[*i].words);
    words().for_each(|(word, _)| having[*word as usize] += 1);
    let mut naming: FxHashMap<u32, usize> = FxHashMap::default();
    let names = collection.iter().flat_map(|i| &topics[*i].names);
    names.for_each(|name| *naming.entry(name.word).or_default() += 1);
    let leads = |having: usize| (2..=COMMON).contains(&having);
    let vector = |topic: &Topic<u32>| {
        let crowded = !topic.names.iter().any(|name| naming.get(&name.word).is_some_and(|n| leads(*n)));
        let mut vector: Vec<(u32, f32)> = Vec::new();
        for (word, count) in &topic.words {
            let having = having[*word as usize];
            if leads(having) || (crowded && having > COMMON) {
                let rarity = (collection.len() as f32 / having as f32 + 0.3).ln();
                vector.push((*word, (1.0 + (*count as f32).ln()) * rarity));
            }
        }
        let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        vector.iter_mut().for_each(|(_, w)| *w /= length);
        vector
    };
    let vectors = collection.iter().map(|i| vector(&topics[*i])).collect();
    words().for_each(|(word, _)| having[*word as usize] = 0);
    vectors
}

/// How many numbers there are, from zero to the highest of these.
fn numbers(used: impl Iterator<Item = u32>) -> usize {
    used.max().map_or(0, |highest| highest as usize + 1)
}

/// The nearest of one article. `nearness` is all zero before and after.
fn nearest(
    article: usize,
    vector: &[(u32, f32)],
    found_in: &[Vec<(u32, f32)>],
    nearness: &mut [f32],
) -> Neighbours {
    let mut met: Vec<usize> = Vec::new();
    for (word, weight) in vector {
        let having = around(&found_in[*word as usize], article).iter();
        let having = having.map(|(other, theirs)| (*other as usize, theirs));
        for (other, theirs) in having.filter(|(other, _)| *other != article) {
            if nearness[other] == 0.0 {
                met.push(other);
            }
            nearness[other] += weight * theirs;
        }
    }
    let mut nearest: Neighbours = met.into_iter().map(|o| (o, std::mem::take(&mut nearness[o]))).collect();
    // Of copies each takes those beside it: so the ties between many of them are mutual.
    let beside = |other: usize| (other.abs_diff(article), other);
    let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(beside(a.0).cmp(&beside(b.0)));
    let most = NEIGHBOURS + nearest.iter().filter(|n| n.1 >= COPY).take(COPIES).count();
    if nearest.len() > most {
        nearest.select_nth_unstable_by(most - 1, order);
        nearest.truncate(most);
    }
    nearest.sort_unstable_by(order);
    nearest
}

/// Of the articles that have a word, in order: all, or if they are very many those around one of them.
fn around(having: &[(u32, f32)], article: usize) -> &[(u32, f32)] {
    if having.len() <= COMMON {
        return having;
    }
    let at = having.partition_point(|(other, _)| (*other as usize) < article);
    let first = at.saturating_sub(COMMON / 2);
    having.get(first..having.len().min(first + COMMON)).unwrap_or_default()
}

/// Joins what is tied, the nearest first, unless it tells of two events, or a story would last more days than it may
/// or hang together by one tie alone.
fn joined(topics: &[Topic<u32>], ties: &[(usize, usize)], lasts: Option<i32>) -> Vec<StoryId> {
    let mut groups = Groups::new(topics, ties);
    for (i, j) in ties {
        let (a, b) = (groups.of[*i], groups.of[*j]);
        let one = lasts.is_none_or(|most| groups.days_of(a, b) <= most && groups.hang(a, b));
        if a != b && one && !groups.profile[a].differ(&groups.profile[b]) {
            groups.join(a, b);
        }
    }
    for between in undecided(topics, ties, &groups) {
        groups.of[between] = topics.len() + between;
    }
    groups.of.into_iter().map(|label| StoryId(label as u32)).collect()
}

/// Articles on their way to stories. A group has the number of one of its articles.
struct Groups {
    /// The group of each article.
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// Between which days of publication.
    days: Vec<Option<(Date, Date)>>,
    profile: Vec<Profile>,
    /// What each article is tied to.
    tied: Vec<SmallVec<[usize; NEIGHBOURS]>>,
}

impl Groups {
    fn new(topics: &[Topic<u32>], ties: &[(usize, usize)]) -> Groups {
        let mut tied = vec![SmallVec::new(); topics.len()];
        for (i, j) in ties {
            tied[*i].push(*j);
            tied[*j].push(*i);
        }
        Groups {
            of: (0..topics.len()).collect(),
            members: (0..topics.len()).map(|i| vec![i]).collect(),
            days: topics.iter().map(|t| t.published.map(|d| (d, d))).collect(),
            profile: topics.iter().map(|t| t.profile.clone()).collect(),
            tied,
        }
    }

    /// How many days the two would last together.
    fn days_of(&self, a: usize, b: usize) -> i32 {
        let length = |(first, last): (Date, Date)| last.since(first).map_or(i32::MAX, |s| s.get_days());
        self.both_days(a, b).map_or(0, length)
    }

    fn both_days(&self, a: usize, b: usize) -> Option<(Date, Date)> {
        match (self.days[a], self.days[b]) {
            (Some(x), Some(y)) => Some((x.0.min(y.0), x.1.max(y.1))),
            (x, y) => x.or(y),
        }
    }

    /// Are there as many ties between the two as groups of their size need?
    fn hang(&self, a: usize, b: usize) -> bool {
        let (few, many) = if self.members[a].len() <= self.members[b].len() { (a, b) } else { (b, a) };
        let across = self.members[few].iter().flat_map(|i| &self.tied[*i]).filter(|j| self.of[**j] == many);
        self.members[few].len() < SEVERAL || across.take(2).count() == 2
    }

    fn join(&mut self, a: usize, b: usize) {
        let (few, many) = if self.members[a].len() <= self.members[b].len() { (a, b) } else { (b, a) };
        self.days[many] = self.both_days(a, b);
        let profile = std::mem::take(&mut self.profile[few]);
        self.profile[many].take(&profile);
        let members = std::mem::take(&mut self.members[few]);
        members.iter().for_each(|i| self.of[*i] = many);
        self.members[many].extend(members);
    }
}

/// The articles that are tied to two events and whose own marks speak against neither.
fn undecided(topics: &[Topic<u32>], ties: &[(usize, usize)], groups: &Groups) -> Vec<usize> {
    let across = ties.iter().flat_map(|(i, j)| [(*i, *j), (*j, *i)]);
    let torn = across.filter(|(i, j)| {
        let (own, other) = (groups.of[*i], groups.of[*j]);
        let apart = own != other && groups.profile[own].differ(&groups.profile[other]);
        apart && !topics[*i].profile.differ(&groups.profile[other])
    });
    let mut found: Vec<usize> = torn.map(|(i, _)| i).collect();
    found.sort_unstable();
    found.dedup();
    found
}

impl Topic<u32> {
    fn has(&self, name: &Name<u32>) -> bool {
        self.names.iter().any(|own| own.word == name.word)
    }

    /// Do both name at least one of the same?
    fn names_one_of(&self, other: &Topic<u32>) -> bool {
        self.names.iter().any(|name| other.has(name))
    }

    /// Do both have a name that everyday texts do not have?
    fn shares_rare(&self, other: &Topic<u32>) -> bool {
        self.names.iter().any(|name| name.rare && other.has(name))
    }

    /// Do both name the same ones, or at least one and many of the same words, as short reports do?
    fn shares(&self, other: &Topic<u32>) -> bool {
        let (few, many) = if self.names.len() <= other.names.len() { (self, other) } else { (other, self) };
        let known: FxHashSet<u32> = many.names.iter().map(|name| name.word).collect();
        let shared = few.names.iter().filter(|name| known.contains(&name.word));
        let (count, weight) = shared.fold((0, 0.0), |(n, sum), name| (n + 1, sum + name.weight));
        let total: f32 = few.names.iter().map(|name| name.weight).sum();
        let share = if count >= 2 { SHARE } else { SHARE_OF_ONE };
        count > 0 && (weight >= share * total || self.shared_words(other) >= SHARE)
    }

    /// The share of the words of the shorter that the longer has too.
    fn shared_words(&self, other: &Topic<u32>) -> f32 {
        let (few, many) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let known: FxHashSet<u32> = many.words.iter().map(|(word, _)| *word).collect();
        let shared = few.words.iter().filter(|(word, _)| known.contains(word)).count();
        shared as f32 / few.words.len().max(1) as f32
    }
}

#[cfg(test)]
mod tests;
