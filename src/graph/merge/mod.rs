//! From what single articles tell to one graph: who and what is the same, and which statements speak of one fact.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::tell::facts::Facts;
use super::tell::topic::Topic;
use super::tell::{LocalId, Parsed, Said, Told, Who, tell};
use super::{ArticleNode, EntityId, EventId, EventMention, Graph, SlotId, Statement};
use crate::lexicon::Lexicon;
use crate::lexicon::fact::Fact;
use crate::source::Span;

mod aged;
mod citation;
mod echo;
pub(super) mod entity;
pub(super) mod event;
mod facts;
mod likeness;
mod network;
mod numbers;
mod slots;
mod statements;
pub(super) mod story;
mod wording;

use aged::Aged;
use echo::Echoes;
use entity::Entities;
use event::Events;
use statements::{Context, Person, Statements};
use story::{Apart, Stories, StoryId, Topics};
use wording::Wordings;

/// What the articles say, as one graph. Articles must come in the order of their paths and have been read in this
/// vocabulary.
pub fn build(articles: &[Parsed], lexicon: &Arc<Lexicon>) -> Graph {
    build_with(articles, &[], lexicon)
}

/// The same, held against facts that the house knows for certain.
pub fn build_with(articles: &[Parsed], facts: &[Fact], lexicon: &Arc<Lexicon>) -> Graph {
    let facts = Facts::new(facts, lexicon);
    let mut merger = Merger::new(&facts, lexicon.clone());
    for (number, parsed) in (0..).zip(articles) {
        merger.add(tell(number, parsed, &facts, lexicon));
    }
    merger.finish()
}

/// Why two of the articles, by their indexes, do not tell one story.
pub fn apart(articles: &[Parsed], a: usize, b: usize, lexicon: &Lexicon) -> Apart {
    let mut topics = Topics::default();
    articles.iter().for_each(|parsed| topics.add(Topic::of(parsed, lexicon)));
    story::apart(&topics.all, a, b)
}

/// Merges what single articles tell into one graph, article by article.
///
/// What is said is kept in nearly the form that it has in the graph. Events and slots follow when all articles are
/// there, for they hang on the stories, and those on all articles.
pub struct Merger<'f> {
    facts: &'f Facts<'f>,
    graph: Graph,
    entities: Entities,
    topics: Topics,
    /// Who is how old, in years, and the article that says so.
    ages: Vec<(u32, EntityId, u32)>,
    mentions: Vec<EventMention<Person>>,
    /// What the articles state, each with its article. Mentions are numbered among all.
    said: Vec<(u32, Said<Person>)>,
    echoes: Echoes,
    wordings: Wordings,
    /// The facts of the house that articles speak of.
    spoken: BTreeSet<usize>,
}

impl<'f> Merger<'f> {
    /// Nothing yet, to be held against these facts.
    pub fn new(facts: &'f Facts<'f>, lexicon: Arc<Lexicon>) -> Merger<'f> {
        Merger {
            facts,
            graph: Graph::new(lexicon),
            entities: Entities::default(),
            topics: Topics::default(),
            ages: Vec::new(),
            mentions: Vec::new(),
            said: Vec::new(),
            echoes: Echoes::default(),
            wordings: Wordings::default(),
            spoken: BTreeSet::new(),
        }
    }

    /// Takes in the next article. It must have been told with its place among all as its number.
    pub fn add(&mut self, told: Told) {
        let number = self.graph.articles.len() as u32;
        let ids = self.entities.add(number, &told, &self.graph.lexicon);
        let person = |who: Who<LocalId>| match who {
            Who::Named(id) => ids.get(id as usize).copied().map(Who::Named),
            Who::Aged(years) => Some(Who::Aged(years)),
        };
        self.ages.extend(told.ages.iter().map(|(who, years)| (number, ids[*who as usize], *years)));
        self.wordings.add(number, &told, &ids, person);
        self.spoken.extend(facts::spoken(&told, self.facts));
        let first = self.mentions.len() as u32;
        self.mentions.extend(told.mentions.into_iter().map(|mention| mention.with(person)));
        let said = told.statements.into_iter().filter_map(|said| said.with(person));
        self.said.extend(said.map(|said| (number, said.counted_from(first))));
        self.echoes.add(number, told.echoes, person);
        self.topics.add(told.topic);
        self.graph.times.extend(told.times.into_iter().map(|(span, when)| ((number, span), when)));
        let Told { source, part, outlet, name, published, country, text, .. } = told;
        let (story, house) = (StoryId(number), false);
        let article = ArticleNode { source, part, outlet, name, published, story, country, text, house };
        self.graph.articles.push(article);
    }

    /// The graph of all articles that were added.
    pub fn finish(mut self) -> Graph {
        let Stories { stories, themes } = story::sort(&std::mem::take(&mut self.topics).all);
        let mut graph = Graph { entities: self.entities.all, ..self.graph };
        graph.articles.iter_mut().zip(stories).for_each(|(article, story)| article.story = story);
        let mut aged = Aged::default();
        for (article, entity, years) in self.ages {
            aged.add(themes[article as usize], years, entity, &graph);
        }
        let (entities, lexicon) = (&graph.entities, &*graph.lexicon);
        let context = Context { themes: &themes, entities, aged: &aged, lexicon };
        let mut events = Events::default();
        let meant = |mention: EventMention<Person>| {
            let article = mention.article;
            mention.with(|person| context.meant(article, person))
        };
        graph.mentions = self.mentions.into_iter().map(meant).collect();
        let event_of = |(mention, number): (&EventMention, u32)| {
            let story = graph.articles[mention.article as usize].story;
            events.add(number, mention, story, &graph)
        };
        let of_mentions: Vec<EventId> = graph.mentions.iter().zip(0..).map(event_of).collect();
        graph.events = events.all;
        let mut statements = Statements::default();
        let said = self.said.into_iter();
        statements.all = said
            .filter_map(|(article, said)| statements.place(article, said, &of_mentions, context))
            .collect();
        self.echoes.state(context, &mut statements);
        self.wordings.state(context, &mut statements);
        graph.network = network::network(&graph);
        facts::conclude(self.facts, &self.spoken, &mut graph, &mut statements);
        graph.statements = statements.all;
        // In place, for there are very many; what is equal in all of this says the same.
        graph.statements.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
        graph.circular = citation::circular(&graph);
        graph
    }
}

/// By what statements are in order.
fn order(s: &Statement) -> (u32, Span, &str, SlotId, Option<EventId>, Option<EntityId>) {
    (s.article, s.span, &s.role, s.slot, s.about.event(), s.value.entity())
}
