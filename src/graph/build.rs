//! From the readings of all articles to one graph.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::aged::Aged;
use super::citation;
use super::echo::Echoes;
use super::entity::Entities;
use super::event::Events;
use super::figure::{Figure, figures};
use super::gather::Gathering;
use super::house::House;
use super::local::{self, Local};
use super::marks::Marks;
use super::statement::{Slots, Stating};
use super::story::{self, Apart, Stories, Topic};
use super::wording;
use super::{ArticleNode, Edge, EntityId, EventId, Graph, Network, Node, Statement};
use crate::Sym;
use crate::article::{Article, BlockKind, Tag};
use crate::claim::{PhraseId, Reading};
use crate::diagnostic::Part;
use crate::lexicon::fact::Fact;
use crate::lexicon::{Lexicon, PlaceId, Sense};

/// An article with what the grammar read out of it.
#[derive(Debug)]
pub struct Parsed {
    /// The article.
    pub article: Article,
    /// Its claims.
    pub reading: Reading,
    /// Its side of the check.
    pub part: Part,
    /// The outlet, or the file's name where it has none.
    pub outlet: Sym,
    /// The file's name for messages.
    pub name: Sym,
}

/// Merges what the articles say into one graph. Articles must come in the order of their paths.
pub fn build(articles: &[Parsed]) -> Graph {
    build_with(articles, &[])
}

/// The same, held against facts that the house knows for certain.
pub fn build_with(articles: &[Parsed], facts: &[Fact]) -> Graph {
    let locals: Vec<Local> = {
        use rayon::prelude::*;
        articles.par_iter().map(|p| local::resolve(&p.article, &p.reading)).collect()
    };
    let mut entities = Entities::default();
    let ids: Vec<Vec<EntityId>> =
        locals.iter().enumerate().map(|(i, local)| entities.add(i as u32, local)).collect();
    let mut graph = Graph { entities: entities.all, ..Graph::default() };
    let figures: Vec<Vec<Figure>> = articles.iter().map(|p| figures(&p.article, &p.reading)).collect();
    let Stories { stories, themes } =
        story::sort(&articles.iter().zip(&figures).map(topic).collect::<Vec<Topic>>());
    let mut aged = Aged::default();
    for (i, parsed) in articles.iter().enumerate() {
        let (source, published) = (parsed.article.source, parsed.article.meta.published);
        let (outlet, name, part) = (parsed.outlet, parsed.name, parsed.part);
        let (text, story) = (parsed.article.text.clone(), stories[i]);
        let country = country(&locals[i]).map(|id| Lexicon::current().place(id).name);
        let house = false;
        let article = ArticleNode { source, part, outlet, name, published, story, country, text, house };
        graph.articles.push(article);
        aged.note(parsed, &locals[i], &ids[i], &graph.entities, themes[i]);
    }
    let mut events = Events::default();
    let mut slots = Slots::default();
    let mut echoes = Echoes::default();
    let mut house = House::new(facts);
    for (i, parsed) in articles.iter().enumerate() {
        let gathering = Gathering {
            number: i as u32,
            article: &parsed.article,
            reading: &parsed.reading,
            local: &locals[i],
            ids: &ids[i],
            entities: &graph.entities,
            heads: heads(&parsed.reading),
            lead_end: Gathering::lead_end(&parsed.article),
            theme: themes[i],
            country: country(&locals[i]),
            aged: &aged,
        };
        let story = graph.articles[i].story;
        let mut stating =
            Stating { gathering: &gathering, slots: &mut slots, statements: &mut graph.statements };
        for (number, claim) in parsed.reading.claims.iter().enumerate() {
            let event = gathering.mention(number, claim).map(|mention| {
                let at = graph.mentions.len() as u32;
                let words = mention.tokens;
                let event = events.add(at, &mention, story, &graph.entities);
                graph.mentions.push(mention);
                (event, at, words)
            });
            stating.claim(number, claim, event);
        }
        stating.people();
        stating.figures(&figures[i], themes[i]);
        echoes.add(&gathering, &figures[i]);
        house.state(&gathering, &mut slots, &mut graph.statements);
        let speaker = |claim: &crate::claim::Claim| {
            let phrase = claim.attribution.and_then(|a| a.speaker)?;
            gathering.entities_of(phrase).first().copied()
        };
        graph.speakers.push(parsed.reading.claims.iter().map(speaker).collect());
    }
    graph.events = events.all;
    echoes.state(articles, &mut slots, &mut graph.statements);
    wording::names(articles, &themes, &graph.entities, &mut slots, &mut graph.statements);
    wording::modifiers(articles, &themes, &mut slots, &mut graph.statements);
    wording::quotes(articles, &mut slots, &mut graph.statements);
    graph.statements.sort_by_key(|s| (s.article, s.span, s.role, s.slot));
    graph.words = graph.statements.iter().map(|s| words_of(articles, s)).collect();
    graph.circular = citation::circular(&graph);
    graph.network = network(&graph);
    house.conclude(&mut slots, &mut graph);
    graph
}

/// Why two of the articles, by their indexes, do not tell one story.
pub fn apart(articles: &[Parsed], a: usize, b: usize) -> Apart {
    let figures: Vec<Vec<Figure>> = articles.iter().map(|p| figures(&p.article, &p.reading)).collect();
    let topics: Vec<Topic> = articles.iter().zip(&figures).map(topic).collect();
    story::apart(&topics, a, b)
}

/// The words of a statement: bytes of the article's reading text.
fn words_of(articles: &[Parsed], statement: &Statement) -> (u32, u32) {
    let tokens = articles.get(statement.article as usize).map_or(&[][..], |parsed| &parsed.article.tokens);
    let from = tokens.partition_point(|t| t.span.end <= statement.span.start);
    let to = tokens.partition_point(|t| t.span.start < statement.span.end);
    let words = tokens.get(from..to).unwrap_or(&[]);
    words.first().zip(words.last()).map_or((0, 0), |(first, last)| (first.start, last.end))
}

/// The phrase of each head.
fn heads(reading: &Reading) -> FxHashMap<u32, PhraseId> {
    reading.phrases.iter().enumerate().map(|(i, p)| (p.head, PhraseId(i as u32))).collect()
}

/// What an article is about: its words, and those of its names, the more so the nearer to the beginning.
fn topic((parsed, figures): (&Parsed, &Vec<Figure>)) -> Topic {
    let Parsed { article, reading, .. } = parsed;
    let names = weighed_names(parsed).into_iter().map(|(name, w)| (name, w.min(MOST_WEIGHT))).collect();
    let marks = Marks::of(article, reading, figures);
    Topic { published: article.meta.published, names, words: words(article), marks }
}

/// The words of the names in an article, times aside. They weigh the more the nearer to the beginning they stand.
fn weighed_names(parsed: &Parsed) -> BTreeMap<Sym, f32> {
    let article = &parsed.article;
    let lexicon = Lexicon::current();
    let mut weights: BTreeMap<Sym, f32> = BTreeMap::new();
    let lead = Gathering::lead_end(article);
    let mut times = parsed.reading.times.iter().map(|t| t.tokens).peekable();
    for (number, sentence) in article.sentences.iter().enumerate() {
        let near = (number as u32) < lead || sentence.kind == BlockKind::Headline;
        for at in sentence.tokens.start..sentence.tokens.end {
            while times.next_if(|t| t.end <= at).is_some() {}
            let Some(token) = article.tokens.get(at as usize).filter(|t| t.tag.is_name()) else { continue };
            if times.peek().is_some_and(|t| t.start <= at) {
                continue;
            }
            // "Corp.", "Bank": many have such a name.
            if lexicon.has(token.lemma, Sense::OrganizationName) {
                continue;
            }
            let place = !lexicon.places_named(article.word(token)).is_empty();
            let weight = if near { 2.0 } else { 0.5 } * if place { 0.5 } else { 1.0 };
            *weights.entry(token.lemma).or_default() += weight;
        }
    }
    weights
}

/// However often a name stands in one article, it is one name.
const MOST_WEIGHT: f32 = 3.0;

/// The words of an article that carry meaning, in order of appearance, with how often each stands in it; names and
/// numbers count twice.
fn words(article: &Article) -> Vec<(Sym, u32)> {
    let mut found: Vec<(Sym, u32)> = Vec::new();
    let mut place: FxHashMap<Sym, usize> = FxHashMap::default();
    for sentence in article.sentences.iter().filter(|s| s.kind != BlockKind::Furniture) {
        for token in &article.tokens[sentence.tokens.range()] {
            let tag = token.tag;
            if tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::Cd {
                let at = *place.entry(token.lemma).or_insert(found.len());
                // Names and numbers tell one event from another of its kind.
                let weight = if tag.is_name() || tag == Tag::Cd { 2 } else { 1 };
                match found.get_mut(at) {
                    Some((_, count)) => *count += weight,
                    None => found.push((token.lemma, weight)),
                }
            }
        }
    }
    found
}

/// The country in which most places lie that an article names; the one named first where several are equal.
fn country(local: &Local) -> Option<PlaceId> {
    let lexicon = Lexicon::current();
    let mut named: Vec<(PlaceId, usize)> = Vec::new();
    for id in local.of_phrase.iter().flatten() {
        let place = local.entities[*id as usize].name.place;
        let Some(country) = place.and_then(|p| lexicon.country(p)) else { continue };
        match named.iter_mut().find(|(c, _)| *c == country) {
            Some((_, count)) => *count += 1,
            None => named.push((country, 1)),
        }
    }
    let most = named.iter().map(|(_, n)| *n).max()?;
    named.iter().find(|(_, n)| *n == most).map(|(country, _)| *country)
}

/// The petgraph of articles, entities and events.
fn network(graph: &Graph) -> Network {
    let mut network = Network::new();
    let articles: Vec<_> =
        (0..graph.articles.len()).map(|i| network.add_node(Node::Article(i as u32))).collect();
    let entities: Vec<_> =
        (0..graph.entities.len()).map(|i| network.add_node(Node::Entity(EntityId(i as u32)))).collect();
    let events: Vec<_> =
        (0..graph.events.len()).map(|i| network.add_node(Node::Event(EventId(i as u32)))).collect();
    for (i, entity) in graph.entities.iter().enumerate() {
        let mut by_article: BTreeMap<u32, u32> = BTreeMap::new();
        for (article, _) in &entity.mentions {
            *by_article.entry(*article).or_default() += 1;
        }
        for (article, count) in by_article {
            network.add_edge(articles[article as usize], entities[i], Edge::Mentions(count));
        }
    }
    for (i, event) in graph.events.iter().enumerate() {
        let mut by_article: FxHashMap<u32, u32> = FxHashMap::default();
        for mention in &event.mentions {
            *by_article.entry(graph.mentions[*mention as usize].article).or_default() += 1;
        }
        let mut by_article: Vec<_> = by_article.into_iter().collect();
        by_article.sort_unstable();
        for (article, count) in by_article {
            network.add_edge(articles[article as usize], events[i], Edge::Mentions(count));
        }
        let roles = [
            (&event.who, Edge::Who),
            (&event.whom, Edge::Whom),
            (&event.participants, Edge::With),
            (&event.place, Edge::Where),
        ];
        for (set, edge) in roles {
            let other =
                |e: &&EntityId| edge != Edge::With || !(event.who.contains(e) || event.whom.contains(e));
            for entity in set.iter().filter(other) {
                network.add_edge(events[i], entities[entity.0 as usize], edge);
            }
        }
    }
    network
}
