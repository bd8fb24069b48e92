//! From what single articles tell to one graph: who and what is the same, and which statements speak of one fact.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::extract::facts::Facts;
use super::extract::topic::Topic;
use super::extract::{Amounts, ArticleHead, Assertion, Extraction, Parsed, Referent, extract};
use super::{ArticleNode, EntityId, EventId, EventMention, Graph, MentionId};
use crate::claim::time::When;
use crate::lexicon::Lexicon;
use crate::lexicon::fact::Fact;
use crate::source::Span;

mod align;
mod build;
mod by_age;
mod citation;
mod differing;
mod dispute;
mod drafts;
pub(super) mod entity;
pub(super) mod event;
mod facts;
mod gathered;
mod held;
mod likeness;
mod numbers;
mod passage;
mod people;
mod polarity;
mod predicates;
mod quotation;
mod spelling;
mod stance;
mod statements;
pub(super) mod story;
mod times;
mod torn;
mod whole;
mod wording;

use build::Builder;
use by_age::ByAge;
use dispute::Disputes;
use drafts::Drafts;
use entity::Entities;
use event::Events;
use gathered::Gathered;
use people::People;
use polarity::Polarities;
use stance::Stances;
use statements::{Context, Stated, stated};
use story::{Apart, Stories, StoryId, Topics};
use times::Times;
pub use wording::Likeness;
use wording::Wordings;

/// Of so few articles names, quotations and disputes are compared side by side: of ten thousand it takes 30 MB more.
const FEW: usize = 1024;

/// What the articles say, as one graph. Articles must come in the order of their paths and have been read in this
/// vocabulary.
pub fn build(articles: &[Parsed], lexicon: &Arc<Lexicon>) -> Graph {
    build_with(articles, &[], lexicon)
}

/// The same, held against facts that the house knows for certain.
pub fn build_with(articles: &[Parsed], facts: &[Fact], lexicon: &Arc<Lexicon>) -> Graph {
    let facts = Facts::new(facts, lexicon);
    Merger::of(articles, &facts, lexicon).finish()
}

/// The names and the quotations of the articles that may be one: what the models of likeness are fitted on.
pub fn alike(articles: &[Parsed], lexicon: &Arc<Lexicon>) -> [Vec<Likeness>; 2] {
    let facts = Facts::new(&[], lexicon);
    let merger = Merger::of(articles, &facts, lexicon);
    let themes = story::sort(&merger.topics.all).themes;
    let texts: Vec<Arc<str>> = articles.iter().map(|parsed| parsed.article.text.clone()).collect();
    merger.wordings.pairs(&merger.people, &texts, &themes, lexicon)
}

/// The values of the articles that may stand in one slot: what the model of disputes is fitted on.
pub fn disputes(articles: &[Parsed], lexicon: &Arc<Lexicon>) -> Vec<Likeness> {
    let facts = Facts::new(&[], lexicon);
    let merger = Merger::of(articles, &facts, lexicon);
    let stories = story::sort(&merger.topics.all);
    let texts: Vec<Arc<str>> = articles.iter().map(|parsed| parsed.article.text.clone()).collect();
    merger.disputes.pairs(&merger.people, &texts, &stories, lexicon)
}

/// Why two articles, by their places among the topics of all, do not tell one story.
pub fn apart(articles: impl IntoIterator<Item = Topic>, a: usize, b: usize) -> Apart {
    let mut topics = Topics::default();
    articles.into_iter().for_each(|topic| topics.add(topic));
    story::apart(&topics.all, a, b)
}

/// Merges what single articles tell into one graph, article by article.
///
/// What is said is kept packed. Events and slots follow when all articles are there, for they hang on the stories, and
/// those on all articles.
pub struct Merger<'f> {
    facts: &'f Facts<'f>,
    graph: Graph,
    entities: Entities,
    people: People,
    topics: Topics,
    /// Who is how old, in years, and the article that says so.
    ages: Vec<(u32, EntityId, u32)>,
    /// What has been told of events.
    mentions: Gathered<EventMention<Referent>>,
    /// What the articles state.
    assertions: Gathered<Assertion>,
    /// When it was, of statements about no event: by article and place.
    times: FxHashMap<(u32, Span), Arc<When>>,
    builder: Builder,
    wordings: Wordings,
    disputes: Disputes,
    /// The amounts in each article.
    amounts: Vec<Amounts>,
    polarities: Polarities,
    stances: Stances,
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
            people: People::default(),
            topics: Topics::default(),
            ages: Vec::new(),
            mentions: Gathered::default(),
            assertions: Gathered::default(),
            times: FxHashMap::default(),
            builder: Builder::default(),
            wordings: Wordings::default(),
            disputes: Disputes::default(),
            amounts: Vec::new(),
            polarities: Polarities::default(),
            stances: Stances::default(),
            spoken: BTreeSet::new(),
        }
    }

    /// What these articles tell, to be held against these facts.
    fn of(articles: &[Parsed], facts: &'f Facts<'f>, lexicon: &Arc<Lexicon>) -> Merger<'f> {
        let mut merger = Merger::new(facts, lexicon.clone());
        articles.iter().for_each(|parsed| merger.add(parsed.head(), extract(parsed, facts, lexicon)));
        merger
    }

    /// Takes in the next article.
    pub fn add(&mut self, head: ArticleHead, extraction: Extraction) {
        let number = self.graph.articles.len() as u32;
        let ids = self.entities.add(&extraction, &self.graph.lexicon);
        self.people.add(&ids);
        self.ages.extend(extraction.ages.iter().map(|(who, years)| (number, ids[*who as usize], *years)));
        self.wordings.add(&extraction);
        self.disputes.add(&extraction);
        self.polarities.add(&extraction);
        self.stances.add(&extraction);
        self.spoken.extend(facts::spoken(&extraction, self.facts));
        self.builder.article(head.outlet);
        extraction.words.iter().for_each(|(who, extent)| self.builder.mentions(ids[*who as usize], *extent));
        self.mentions.add(&extraction.mentions);
        self.assertions.add(&extraction.statements);
        self.topics.add(extraction.topic);
        self.amounts.push(extraction.amounts);
        self.times.extend(extraction.times.into_iter().map(|(span, when)| ((number, span), Arc::new(when))));
        let ArticleHead { source, part, name, published, text, .. } = head;
        let (story, country, house) = (StoryId(number), extraction.country, false);
        let article = ArticleNode { source, part, name, published, story, country, text, house };
        self.graph.articles.push(article);
    }

    /// The graph of all articles that were added.
    pub fn finish(self) -> Graph {
        let sorted = story::sort(&self.topics.all);
        drop(self.topics);
        let Stories { stories, themes } = &sorted;
        let drafts = Drafts::of(&self.graph.articles);
        // What is kept only to be held against one another is much, and let go before the graph is built.
        let texts: Vec<Arc<str>> = self.graph.articles.iter().map(|article| article.text.clone()).collect();
        let (people, lexicon) = (&self.people, &*self.graph.lexicon);
        let (wordings, polarities, disputes) = (self.wordings, self.polarities, self.disputes);
        let held = || {
            let compared =
                polarities.compare(people, &texts, &sorted.circles(), &drafts, &self.entities.all, lexicon);
            (compared, disputes.weigh(people, &sorted, &drafts, lexicon))
        };
        let worded = || wordings.alike(people, &texts, &sorted, &drafts, lexicon);
        // All that is compared is unpacked first: of many articles the one is let go before the other.
        let debunked = self.stances.debunked(&sorted.circles(), &drafts);
        let few = texts.len() <= FEW;
        let (((opposed, differing), disputes), alike) =
            if few { rayon::join(held, worded) } else { (held(), worded()) };
        let mut graph = Graph { entities: self.entities.all, ..self.graph };
        graph.articles.iter_mut().zip(stories).for_each(|(article, story)| article.story = *story);
        let mut aged = ByAge::default();
        for (article, entity, years) in self.ages {
            aged.add(themes[article as usize], years, entity, &graph);
        }
        let (entities, aged, times) = (&graph.entities, &aged, &self.times);
        let context = Context { themes, entities, aged, people, times };
        let mut builder = self.builder;
        alike.state(context, &mut builder);
        drop(texts);
        let (mentions, assertions) = (self.mentions, self.assertions);
        builder.reserve(mentions.count(), assertions.count());
        let (mut events, mut known_times) = (Events::default(), Times::default());
        let mut of_mentions: Vec<Vec<(EventId, MentionId)>> = Vec::with_capacity(graph.articles.len());
        for article in 0..graph.articles.len() as u32 {
            let story = graph.articles[article as usize].story;
            let person = people.of(article);
            let merged = mentions.of(article).into_iter().map(|mention| {
                let mut mention = mention.with(|who| context.meant(article, person(who)?));
                mention.time = mention.time.map(|time| known_times.shared(time));
                let event = events.add(article, &mention, story, &graph);
                (event, builder.tells(article, event, mention))
            });
            of_mentions.push(merged.collect());
        }
        drop(mentions);
        for (event, open) in (0..).map(EventId).zip(&events.all) {
            builder.roles(event, &open.roles);
        }
        graph.events = events.finish();
        for (article, of_mentions) in (0..).zip(of_mentions) {
            for assertion in assertions.of(article) {
                let stated = stated(article, assertion, &of_mentions, context, &mut builder);
                if let Some(Stated { owner, kind, value, provenance, time }) = stated {
                    let edge = builder.state(owner, kind, value, provenance);
                    builder.holds(edge, time);
                }
            }
        }
        drop(assertions);
        whole::state(&graph.lexicon, &mut builder);
        disputes.state(context, &mut builder);
        opposed.state(context, &mut builder);
        differing.state(context, &mut builder);
        debunked.state(&mut builder);
        facts::conclude(self.facts, &self.spoken, &mut graph, &mut builder);
        builder.finish(&mut graph);
        let circular = citation::circular(&graph);
        let torn = torn::torn(&graph, &self.amounts);
        build::mark(&mut graph, &circular, &torn);
        graph
    }
}

#[cfg(test)]
mod tests;
