//! From what single articles tell to one graph: who and what is the same, and which statements speak of one fact.

use std::collections::BTreeSet;

use super::tell::facts::Facts;
use super::tell::topic::Topic;
use super::tell::{Parsed, Told, tell};
use super::{ArticleNode, EntityId, EventId, Graph};
use crate::lexicon::fact::Fact;

mod aged;
mod citation;
mod echo;
pub(super) mod entity;
pub(super) mod event;
mod facts;
mod likeness;
mod network;
mod slots;
mod statements;
pub(super) mod story;
mod wording;

use aged::Aged;
use echo::Echoes;
use entity::Entities;
use event::Events;
use statements::{Key, Statements};
use story::{Apart, Stories, StoryId};
use wording::Wordings;

/// What the articles say, as one graph. Articles must come in the order of their paths.
pub fn build(articles: &[Parsed]) -> Graph {
    build_with(articles, &[])
}

/// The same, held against facts that the house knows for certain.
pub fn build_with(articles: &[Parsed], facts: &[Fact]) -> Graph {
    let facts = Facts::new(facts);
    merge((0..).zip(articles).map(|(number, parsed)| tell(number, parsed, &facts)).collect(), &facts)
}

/// Why two of the articles, by their indexes, do not tell one story.
pub fn apart(articles: &[Parsed], a: usize, b: usize) -> Apart {
    let topics: Vec<Topic> = articles.iter().map(Topic::of).collect();
    story::apart(&topics, a, b)
}

/// Merges what single articles tell into one graph. Each must have been told with its place among them as its number.
pub fn merge(mut articles: Vec<Told>, facts: &Facts<'_>) -> Graph {
    let mut entities = Entities::default();
    let ids: Vec<Vec<EntityId>> =
        (0..).zip(&articles).map(|(number, told)| entities.add(number, told)).collect();
    let topics: Vec<Topic> = articles.iter_mut().map(|told| std::mem::take(&mut told.topic)).collect();
    let Stories { stories, themes } = story::sort(&topics);
    drop(topics);
    let mut graph = Graph { entities: entities.all, ..Graph::default() };
    let mut aged = Aged::default();
    for ((told, ids), theme) in articles.iter().zip(&ids).zip(&themes) {
        aged.note(told, ids, &graph.entities, *theme);
    }
    let mut merging = Merging { stories, themes, ids, aged, ..Merging::default() };
    for (told, number) in articles.into_iter().zip(0..) {
        merging.add(number, told, facts, &mut graph);
    }
    merging.finish(facts, &mut graph);
    graph
}

/// What has been merged so far.
#[derive(Default)]
struct Merging {
    stories: Vec<StoryId>,
    themes: Vec<StoryId>,
    /// By article, the entity of each one that it names.
    ids: Vec<Vec<EntityId>>,
    aged: Aged,
    events: Events,
    statements: Statements,
    echoes: Echoes,
    wordings: Wordings,
    /// The facts of the house that articles speak of.
    spoken: BTreeSet<usize>,
}

impl Merging {
    /// Takes in an article: its mentions become events, what it states goes into slots.
    fn add(&mut self, number: u32, told: Told, facts: &Facts<'_>, graph: &mut Graph) {
        let (story, theme) = (self.stories[number as usize], self.themes[number as usize]);
        let ids = &self.ids[number as usize];
        let key = Key { article: number, theme, ids, entities: &graph.entities, aged: &self.aged };
        let mut events: Vec<(EventId, u32)> = Vec::with_capacity(told.mentions.len());
        for mention in &told.mentions {
            let mention = mention.with(|who| key.entity(who));
            let at = graph.mentions.len() as u32;
            events.push((self.events.add(at, &mention, story, &graph.entities), at));
            graph.mentions.push(mention);
        }
        self.wordings.add(&told, &key);
        self.spoken.extend(facts::spoken(&told, facts));
        for said in told.statements {
            self.statements.add(said, &key, &events);
        }
        self.echoes.add(told.echoes, &key);
        graph.times.extend(told.times.into_iter().map(|(span, when)| ((number, span), when)));
        let Told { source, part, outlet, name, published, country, text, .. } = told;
        let house = false;
        let article = ArticleNode { source, part, outlet, name, published, story, country, text, house };
        graph.articles.push(article);
    }

    /// What can be said only when all articles are known.
    fn finish(mut self, facts: &Facts<'_>, graph: &mut Graph) {
        graph.events = self.events.all;
        self.echoes.state(&mut self.statements);
        self.wordings.state(&self.themes, &graph.entities, &mut self.statements);
        graph.network = network::network(graph);
        facts::conclude(facts, &self.spoken, graph, &mut self.statements);
        graph.statements = self.statements.all;
        graph.statements.sort_by_key(|s| (s.article, s.span, s.role, s.slot));
        graph.circular = citation::circular(graph);
    }
}
