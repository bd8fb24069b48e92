//! Which two mentions may be one event: those of one article and of articles that are alike, whose words hang together.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::bag::Word;
use super::chain::chains;
use super::mention::{Mention, Told};
use super::pair::{Candidate, Tie, Two};
use crate::lexicon::ClassId;
use crate::lexicon::wordnet::{Meaning, Part, Relation, WordNet};

/// Words that more articles than this share do not make two of them alike.
const FREQUENT: usize = 64;
/// To each article so many others are compared, the most alike ones.
const NEIGHBOURS: usize = 48;
/// So many mentions by one word an article may have; what goes beyond is compared to nothing, for pairs grow with the square.
const REPEATED: usize = 32;
/// Articles that are on average at least so alike may tell of one event. Of reports of one event that keeps 97.5 %, of
/// those of two events of one kind 41 % (ECB+).
const ALIKE: f64 = 0.15;

/// A word as a part of speech and of a class: what is the same for all its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Kind {
    word: Word,
    part: Part,
    class: Option<ClassId>,
}

/// The mentions of one kind in one article.
#[derive(Debug, Default)]
struct Own {
    /// Their places in the list of mentions.
    mentions: Vec<u32>,
    /// Of the articles that this one is compared to, and itself, the share that has the word.
    spread: f64,
}

/// All articles, with their mentions numbered.
pub(super) struct Articles {
    mentions: Vec<Mention>,
    /// The information of each kind's word, in bits.
    information: Vec<f64>,
    /// What each kind is tied to: itself, and kinds on both sides.
    tied: Vec<Vec<(u32, Tie)>>,
    /// The mentions of each article, by their kinds.
    owned: Vec<FxHashMap<u32, Own>>,
    /// The articles that are compared: their places, the smaller first, and how alike they are.
    compared: Vec<(u32, u32, f64)>,
}

impl Articles {
    pub(super) fn new(articles: Vec<Told>) -> Articles {
        let having = having(&articles);
        let compared = compared(&articles, &having);
        let mut around: Vec<FxHashSet<u32>> =
            (0..articles.len() as u32).map(|own| [own].into_iter().collect()).collect();
        for (a, b, _) in &compared {
            around[*a as usize].insert(*b);
            around[*b as usize].insert(*a);
        }
        let mut kinds = Kinds::default();
        let (mut mentions, mut owned) = (Vec::new(), Vec::new());
        for (told, around) in articles.into_iter().zip(&around) {
            let mut of_article: FxHashMap<u32, Own> = FxHashMap::default();
            for mention in told.mentions {
                let own = of_article.entry(kinds.number(&mention)).or_default();
                if own.mentions.is_empty() {
                    let all = having.get(&Word::of(&mention.lemma)).map_or(&[][..], Vec::as_slice);
                    let have = all.iter().filter(|article| around.contains(article)).count();
                    own.spread = have as f64 / around.len() as f64;
                }
                if own.mentions.len() < REPEATED {
                    own.mentions.push(mentions.len() as u32);
                }
                mentions.push(mention);
            }
            owned.push(of_article);
        }
        Articles { mentions, information: kinds.information, tied: ties(&kinds.meanings), owned, compared }
    }

    pub(super) fn candidates(self) -> (Vec<Mention>, Vec<Candidate>) {
        let alone = (0..self.owned.len() as u32).map(|own| (own, own, 1.0));
        let articles: Vec<(u32, u32, f64)> = alone.chain(self.compared.iter().copied()).collect();
        let candidates = articles.par_iter().flat_map_iter(|(a, b, alike)| self.between(*a, *b, *alike));
        let mut candidates: Vec<Candidate> = candidates.collect();
        candidates.sort_unstable_by_key(|candidate| candidate.pair);
        (self.mentions, candidates)
    }

    /// The candidates of two articles, or of one.
    fn between(&self, a: u32, b: u32, alike: f64) -> Vec<Candidate> {
        let mut found = Vec::new();
        for (kind, own) in &self.owned[a as usize] {
            for (other, tie) in &self.tied[*kind as usize] {
                let Some(others) = self.owned[b as usize].get(other) else { continue };
                for (x, y) in own.mentions.iter().flat_map(|x| others.mentions.iter().map(move |y| (*x, *y)))
                {
                    if a != b || x < y {
                        found.push(self.candidate(
                            (x, y),
                            [*kind, *other],
                            [own.spread, others.spread],
                            *tie,
                            alike,
                        ));
                    }
                }
            }
        }
        found
    }

    fn candidate(
        &self,
        (x, y): (u32, u32),
        kinds: [u32; 2],
        spread: [f64; 2],
        tie: Tie,
        articles: f64,
    ) -> Candidate {
        let [a, b] = [x, y].map(|at| &self.mentions[at as usize]);
        let information = kinds.map(|kind| self.information[kind as usize]);
        let two = Two { a, b, tie, articles, information, spread };
        Candidate { pair: (x, y), tie, features: two.features(), weeks_apart: two.weeks_apart() }
    }
}

/// All kinds of mentions, numbered.
#[derive(Default)]
struct Kinds {
    numbers: FxHashMap<Kind, u32>,
    meanings: Vec<(Kind, Meaning)>,
    information: Vec<f64>,
}

impl Kinds {
    fn number(&mut self, mention: &Mention) -> u32 {
        let kind = Kind { word: Word::of(&mention.lemma), part: mention.part, class: mention.class };
        let wordnet = WordNet::built_in();
        *self.numbers.entry(kind.clone()).or_insert_with(|| {
            self.information.push(wordnet.information(&mention.lemma));
            self.meanings.push((kind, wordnet.meaning(&mention.lemma, mention.part)));
            self.meanings.len() as u32 - 1
        })
    }
}

/// The articles that have each word, by their places.
fn having(articles: &[Told]) -> FxHashMap<Word, Vec<u32>> {
    let mut having: FxHashMap<Word, Vec<u32>> = FxHashMap::default();
    for (place, told) in (0..).zip(articles) {
        told.words.words().for_each(|word| having.entry(word).or_default().push(place));
    }
    having
}

/// Which articles are compared: each with those that are most alike, among those with which it shares a word that is not
/// too frequent, and that belong to one group by average linkage.
fn compared(articles: &[Told], having: &FxHashMap<Word, Vec<u32>>) -> Vec<(u32, u32, f64)> {
    let nearest = |place: u32| {
        let own = &articles[place as usize].words;
        let shared = own.words().filter_map(|word| having.get(&word)).filter(|all| all.len() <= FREQUENT);
        let others: FxHashSet<u32> = shared.flatten().copied().filter(|other| *other != place).collect();
        let alike = |other: u32| own.cosine(&articles[other as usize].words);
        let mut others: Vec<(u32, f64)> = others.into_iter().map(|other| (other, alike(other))).collect();
        others.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        others.truncate(NEIGHBOURS);
        others.into_iter().map(move |(other, alike)| (place.min(other), place.max(other), alike))
    };
    let places = (0..articles.len() as u32).into_par_iter();
    let mut compared: Vec<(u32, u32, f64)> = places.flat_map_iter(nearest).collect();
    compared.sort_unstable_by_key(|(a, b, _)| (*a, *b));
    compared.dedup_by_key(|(a, b, _)| (*a, *b));
    let pairs: Vec<((u32, u32), f64)> = compared.iter().map(|(a, b, alike)| ((*a, *b), *alike)).collect();
    let mut group = vec![0; articles.len()];
    for (number, members) in chains(articles.len(), &pairs, ALIKE).iter().enumerate() {
        members.iter().for_each(|member| group[*member as usize] = number);
    }
    compared.retain(|(a, b, _)| group[*a as usize] == group[*b as usize]);
    compared
}

/// What each kind is tied to. Kinds meet through the words of their families, their meanings and their classes.
fn ties(kinds: &[(Kind, Meaning)]) -> Vec<Vec<(u32, Tie)>> {
    let mut of_key: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
    for (number, (kind, meaning)) in (0..).zip(kinds) {
        keys(kind, meaning).for_each(|key| of_key.entry(key).or_default().push(number));
    }
    let tied = |(number, (kind, meaning)): (usize, &(Kind, Meaning))| {
        let near = reached(kind, meaning).filter_map(|key| of_key.get(&key)).flatten().copied();
        let near: FxHashSet<u32> = near.chain([number as u32]).collect();
        let tie = |other: u32| Some((number as u32, other, tie(&kinds[number], &kinds[other as usize])?));
        near.into_iter().filter_map(tie).collect::<Vec<_>>()
    };
    let seen: Vec<(u32, u32, Tie)> = kinds.par_iter().enumerate().flat_map_iter(tied).collect();
    // Seen from one side, a tie holds for both.
    let mut tied: Vec<Vec<(u32, Tie)>> = kinds.iter().map(|_| Vec::new()).collect();
    for (a, b, tie) in seen {
        tied[a as usize].push((b, tie));
        tied[b as usize].push((a, tie));
    }
    for own in &mut tied {
        own.sort_unstable();
        own.dedup();
    }
    tied
}

/// Where kinds meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Spelled(Word),
    Word(u32),
    Synset(u32),
    Class(ClassId),
}

/// What a kind is found under.
fn keys<'k>(kind: &'k Kind, meaning: &'k Meaning) -> impl Iterator<Item = Key> + 'k {
    let word = meaning.word.map(Key::Word).into_iter();
    let synsets = meaning.synsets.iter().copied().map(Key::Synset);
    word.chain(synsets).chain([Key::Spelled(kind.word)]).chain(kind.class.map(Key::Class))
}

/// Under what a kind looks for others. Each tie is seen from one of its two sides at least.
fn reached<'k>(kind: &'k Kind, meaning: &'k Meaning) -> impl Iterator<Item = Key> + 'k {
    let family = meaning.family.iter().copied().map(Key::Word);
    let senses = meaning.above.iter().chain(&meaning.beside).copied().map(Key::Synset);
    keys(kind, meaning).chain(family).chain(senses)
}

fn tie((a, of_a): &(Kind, Meaning), (b, of_b): &(Kind, Meaning)) -> Option<Tie> {
    if a.word == b.word {
        return Some(Tie::Same);
    }
    let tie = of_a.relation(of_b).map(|relation| match relation {
        Relation::Same => Tie::Same,
        Relation::Family => Tie::Family,
        Relation::Synonym => Tie::Synonym,
        Relation::Kind => Tie::Kind,
    });
    tie.or_else(|| (a.class.is_some() && a.class == b.class).then_some(Tie::Class))
}
