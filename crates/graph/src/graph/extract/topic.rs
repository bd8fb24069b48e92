//! What an article is about: the words and names by which stories are told apart.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Parsed;
use super::profile::Profile;
use crate::article::{Article, BlockKind, Tag};
use crate::claim::pattern::background::lead_end;
use crate::lexicon::{Lexicon, Sense, known};
use crate::symbol::Sym;

/// However often a name stands in one article, it is one name.
const MOST_WEIGHT: f32 = 3.0;
/// What a name near the beginning weighs, each time.
const IN_LEAD: f32 = 2.0;
/// A name of fewer letters may be short for many things.
const SHORT: usize = 3;

/// A word of the names in an article.
#[derive(Debug, Clone, Copy, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Name<Word = Sym> {
    pub(in crate::graph) word: Word,
    /// How much it weighs: the more, the oftener and the nearer to the beginning it stands.
    pub(in crate::graph) weight: f32,
    /// Do everyday texts not have it? Neither "York" nor "Exchange" tells a story by itself.
    pub(in crate::graph) rare: bool,
    /// Does it stand near the beginning, and is neither a place nor an everyday word: one whom the article is about?
    pub(in crate::graph) main: bool,
}

/// What an article is about: the words of its names, all its words with how often they stand in it. Among many articles
/// words are numbers.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Topic<Word = Sym> {
    pub(in crate::graph) published: Option<Date>,
    pub(in crate::graph) names: Box<[Name<Word>]>,
    pub(in crate::graph) words: Box<[(Word, u32)]>,
    /// What tells its main event from others of its kind.
    pub(in crate::graph) profile: Profile,
}

impl Topic {
    /// What an article is about: its words, and those of its names, the more so the nearer to the beginning.
    pub fn of(parsed: &Parsed, lexicon: &Lexicon) -> Topic {
        let Parsed { article, reading, .. } = parsed;
        let names = weighed_names(parsed, lexicon).into_iter().map(|(word, weight)| {
            let everyday = word.ends_with('.') || known::is_word(word);
            Name {
                word: word.clone(),
                weight: weight.min(MOST_WEIGHT),
                rare: !everyday && word.chars().count() >= SHORT && !known::is_name(word),
                main: !everyday && weight >= IN_LEAD && lexicon.places_named(word).is_empty(),
            }
        });
        let names = names.collect();
        let words = words(article).into_iter().map(|(word, count)| (word.clone(), count)).collect();
        let profile = Profile::of(article, reading, lexicon);
        Topic { published: article.meta.published, names, words, profile }
    }
}

/// The words of the names in an article, times aside. They weigh the more the nearer to the beginning they stand.
fn weighed_names<'a>(parsed: &'a Parsed, lexicon: &Lexicon) -> BTreeMap<&'a Sym, f32> {
    let article = &parsed.article;
    let mut weights: BTreeMap<&Sym, f32> = BTreeMap::new();
    let lead = lead_end(article);
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
            if lexicon.has(&token.lemma, Sense::OrganizationName) {
                continue;
            }
            let place = !lexicon.places_named(article.word(token)).is_empty();
            let weight = if near { IN_LEAD } else { 0.5 } * if place { 0.5 } else { 1.0 };
            *weights.entry(&token.lemma).or_default() += weight;
        }
    }
    weights
}

/// The words of an article that carry meaning, in order of appearance, with how often each stands in it; names and
/// numbers count twice.
fn words(article: &Article) -> Vec<(&Sym, u32)> {
    let some = article.tokens.len() / 2;
    let mut found: Vec<(&Sym, u32)> = Vec::with_capacity(some);
    let mut place: FxHashMap<&Sym, usize> = HashMap::with_capacity_and_hasher(some, FxBuildHasher);
    for sentence in article.sentences.iter().filter(|s| s.kind != BlockKind::Furniture) {
        for token in &article.tokens[sentence.tokens.range()] {
            let tag = token.tag;
            if tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::Cd {
                let at = *place.entry(&token.lemma).or_insert(found.len());
                // Names and numbers tell one event from another of its kind.
                let weight = if tag.is_name() || tag == Tag::Cd { 2 } else { 1 };
                match found.get_mut(at) {
                    Some((_, count)) => *count += weight,
                    None => found.push((&token.lemma, weight)),
                }
            }
        }
    }
    found
}
