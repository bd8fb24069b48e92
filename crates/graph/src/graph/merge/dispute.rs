//! Values of several articles that may answer one question: pairs that exclude each other.
//!
//! Values of one kind meet through an index of the words of their sentences, never pair by pair. Whether two of them speak
//! of one fact is asked of everything but the value: how much their sentences share, what stands right beside, what is
//! counted, and whether the other article gives the same value in a better place. A model ([`weights`]) weighs that.

use std::mem::replace;

use rustc_hash::{FxHashMap, FxHashSet};

use super::drafts::Drafts;
use super::story::StoryId;
use crate::claim::quantity::Unit;
use crate::graph::extract::{Lemma, Passage, Signature};
use crate::graph::value::amount;
use crate::graph::{Value, role, weights};
use crate::lexicon::{Lexicon, Measure};
use crate::truth::Truth;

mod act;
mod apart;
mod features;
mod scene;
mod state;

use scene::Scene;
pub(super) use state::Disputes;

/// A word in more values of one kind than this says nothing of any.
const COMMON: usize = 64;
/// How fast words weigh less with their distance from the value, in words.
const FAR: f64 = 6.0;

/// What sort of value it is: those of one kind compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    Number,
    Age,
    Money,
    Measure,
    Percent,
    Pair,
    Length,
    Time,
}

impl Kind {
    fn of(value: &Value, lexicon: &Lexicon) -> Option<Kind> {
        Some(match value {
            Value::Time(_) => Kind::Time,
            Value::Quantity(quantity) => match &quantity.unit {
                Unit::Count(_) | Unit::None => Kind::Number,
                Unit::Measure(name) => {
                    let unit = lexicon.unit_named(name).map(|id| lexicon.unit(id));
                    let length = unit.is_some_and(Measure::is_of_time);
                    if length { Kind::Length } else { Kind::Measure }
                }
                Unit::Money(_) => Kind::Money,
                Unit::Percent => Kind::Percent,
                Unit::Age => Kind::Age,
                Unit::Pair(_) => Kind::Pair,
            },
            _ => return None,
        })
    }

    /// The role of the slot in which values of this kind dispute each other.
    fn role(self) -> &'static str {
        match self {
            Kind::Number | Kind::Age | Kind::Percent | Kind::Pair => role::FIGURE,
            Kind::Money => role::MONEY,
            Kind::Measure => role::SIZE,
            Kind::Length => role::DURATION,
            Kind::Time => role::MOMENT,
        }
    }
}

/// How two values lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Same,
    Compatible,
    Excluded,
}

impl Relation {
    /// Nothing where the two do not compare. What is written alike is the same: "on Friday" in two reports without a date.
    fn of<P>(x: &Signature<P>, y: &Signature<P>, lexicon: &Lexicon) -> Option<Relation> {
        let excluded = match (&x.value, &y.value) {
            (a, b) if same_kind(a, b) && (a == b || x.written == y.written) => return Some(Relation::Same),
            (Value::Time(a), Value::Time(b)) => (!a.same(b)).truth,
            (Value::Quantity(a), Value::Quantity(b)) => match amount::conflict(a, b, lexicon).truth {
                Truth::Unknown => return None,
                Truth::False if a.amount == b.amount && a.unit == b.unit => return Some(Relation::Same),
                truth => truth,
            },
            _ => return None,
        };
        Some(if excluded == Truth::True { Relation::Excluded } else { Relation::Compatible })
    }
}

fn same_kind(a: &Value, b: &Value) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// Which pairs are wanted.
#[derive(Clone, Copy)]
enum Which<'d> {
    /// Those of two articles of which one is checked.
    Across(&'d Drafts),
    /// Those of one article as well: from them the model learns what lists and tables are like.
    All,
}

/// A word of the names in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    word: Lemma,
    /// Is it one whom the article is about?
    main: bool,
}

/// What is known of all articles beside their passages.
struct Corpus<'a> {
    /// The story of each.
    stories: &'a [StoryId],
    /// The names in each, ascending.
    names: &'a [Box<[Name]>],
    /// The classes of what happens to the same ones again and again.
    repeated: FxHashSet<Lemma>,
    /// Nouns that exclude each other: "man", "woman".
    opposites: FxHashSet<[Lemma; 2]>,
    lexicon: &'a Lexicon,
}

impl Corpus<'_> {
    fn names_of(&self, article: u32) -> &[Name] {
        self.names.get(article as usize).map_or(&[], |names| names)
    }

    /// Has an article this name?
    fn is_named(&self, word: Lemma, article: u32) -> bool {
        self.names_of(article).binary_search_by_key(&word, |name| name.word).is_ok()
    }
}

/// Two values that exclude each other, as the model sees them. There are very many of them.
struct Pair {
    /// As indexes into all values, passage by passage.
    members: [u32; 2],
    kind: Kind,
    /// Do the articles tell one story, with many names in common, and are the values not many times each other?
    near: bool,
    /// Are they two times of one act?
    one_act: bool,
    /// How probable it is that the two answer one question; nothing where each article has the other's value as well.
    probability: f32,
}

/// What tells how probable it is that two values answer one question.
type Features = [f64; weights::DISPUTE.len()];

/// The pairs of a theme.
#[derive(Default)]
struct Pairs {
    all: Vec<Pair>,
    /// What tells how probable each is, of those from which the model learns: only where it is asked for.
    features: Vec<Option<Features>>,
}

/// A value with the weights of the words around it.
struct Given<'a, P> {
    article: u32,
    passage: &'a Passage<P>,
    kind: Kind,
    signature: &'a Signature<P>,
    /// The words of its sentence, the nearest of each, by word.
    around: Vec<Word>,
    norm: f64,
}

#[derive(Clone, Copy)]
struct Word {
    word: Lemma,
    /// Which word of the sentence it is, and how far from the value.
    at: u16,
    distance: u16,
    name: bool,
    /// How seldom the language has it, in bits.
    information: u8,
    /// The logarithm of how seldom it is in the theme.
    rarity: f32,
}

impl Word {
    fn rarity(&self) -> f64 {
        f64::from(self.rarity)
    }

    fn weight(&self) -> f64 {
        self.rarity() / (1.0 + f64::from(self.distance) / FAR)
    }
}

/// What two values of one kind have in common whose sentences share words.
struct Meeting {
    similarity: f32,
    relation: Relation,
}

/// The pairs of values that exclude each other, in the passages of one theme: each with its article. Members are indexes
/// into all values, passage by passage.
fn pairs<P>(passages: &[(u32, Passage<P>)], corpus: &Corpus<'_>, which: Which<'_>) -> Pairs {
    let lexicon = corpus.lexicon;
    let rarity = rarity(passages.iter().map(|(_, passage)| passage));
    let mut given: Vec<Given<'_, P>> = Vec::new();
    let mut numbers: Vec<u32> = Vec::new();
    let signatures = passages.iter().flat_map(|(article, p)| p.values.iter().map(move |s| (*article, p, s)));
    for (number, (article, passage, signature)) in (0..).zip(signatures) {
        let Some(kind) = Kind::of(&signature.value, lexicon) else { continue };
        let around = around(passage, signature, &rarity);
        let norm = around.iter().map(|w| w.weight().powi(2)).sum::<f64>().sqrt();
        given.push(Given { article, passage, kind, signature, around, norm });
        numbers.push(number);
    }
    let met = meetings(&given, lexicon);
    let scene = Scene::new(&given, &met, names(passages, &rarity), corpus);
    let mut pairs = scene.pairs(which);
    for pair in pairs.all.iter_mut().filter(|pair| pair.kind == Kind::Time) {
        let [x, y] = pair.members.map(|at| &given[at as usize]);
        pair.one_act = x.article != y.article && act::is_one(&scene, x, y);
    }
    pairs.all.iter_mut().for_each(|pair| pair.members = pair.members.map(|at| numbers[at as usize]));
    pairs
}

/// How seldom each word is in some passages: the logarithm of how many there are for each that has it.
fn rarity<'a, P: 'a>(passages: impl Iterator<Item = &'a Passage<P>>) -> FxHashMap<Lemma, f32> {
    let mut frequency: FxHashMap<Lemma, u32> = FxHashMap::default();
    let mut count = 0.0;
    for passage in passages {
        count += 1.0;
        let mut words: Vec<Lemma> = passage.words.iter().map(|w| w.word).collect();
        words.sort_unstable();
        words.dedup();
        words.into_iter().for_each(|word| *frequency.entry(word).or_default() += 1);
    }
    frequency.into_iter().map(|(word, n)| (word, f64::ln((count + 1.0) / f64::from(n)) as f32)).collect()
}

/// The names in the passages of each article, with how seldom they are; by word.
fn names<P>(
    passages: &[(u32, Passage<P>)],
    rarity: &FxHashMap<Lemma, f32>,
) -> FxHashMap<u32, Vec<(Lemma, f32)>> {
    let mut names: FxHashMap<u32, Vec<(Lemma, f32)>> = FxHashMap::default();
    for (article, passage) in passages {
        let of_passage = passage.words.iter().filter(|w| w.name);
        let known = names.entry(*article).or_default();
        known.extend(of_passage.map(|w| (w.word, rarity.get(&w.word).copied().unwrap_or_default())));
    }
    for known in names.values_mut() {
        known.sort_by_key(|(word, _)| *word);
        known.dedup_by_key(|(word, _)| *word);
    }
    names
}

/// The words around a value.
fn around<P>(passage: &Passage<P>, signature: &Signature<P>, rarity: &FxHashMap<Lemma, f32>) -> Vec<Word> {
    let (from, to) = signature.words;
    let mut words: Vec<Word> = Vec::with_capacity(passage.words.len());
    for near in passage.words.iter().filter(|near| near.at < from || near.at >= to) {
        let distance = if near.at < from { from - near.at } else { near.at + 1 - to };
        let rarity = rarity.get(&near.word).copied().unwrap_or_default();
        words.push(Word {
            word: near.word,
            at: near.at,
            distance,
            name: near.name,
            information: near.information,
            rarity,
        });
    }
    words.sort_by_key(|word| (word.word, word.distance));
    words.dedup_by_key(|word| word.word);
    words
}

/// The pairs of values of one kind whose sentences share a word, in order.
fn meetings<P>(given: &[Given<'_, P>], lexicon: &Lexicon) -> Vec<((u32, u32), Meeting)> {
    // A bare number may be an age.
    let kind = |value: &Given<'_, P>| if value.kind == Kind::Age { Kind::Number } else { value.kind };
    let mut having: FxHashMap<(Kind, Lemma), Vec<u32>> = FxHashMap::default();
    for (at, value) in (0..).zip(given) {
        value.around.iter().for_each(|word| having.entry((kind(value), word.word)).or_default().push(at));
    }
    having.retain(|_, values| (2..=COMMON).contains(&values.len()));
    let mut found = Vec::new();
    let mut others: Vec<u32> = Vec::new();
    // With which value each was found last: most share several words.
    let mut last: Vec<u32> = vec![u32::MAX; given.len()];
    for (a, x) in (0..).zip(given) {
        others.clear();
        for having in x.around.iter().filter_map(|word| having.get(&(kind(x), word.word))) {
            let behind = having.iter().copied().rev().take_while(|b| *b > a);
            others.extend(
                behind.filter(|b| last.get_mut(*b as usize).is_some_and(|last| replace(last, a) != a)),
            );
        }
        others.sort_unstable();
        found
            .extend(others.iter().filter_map(|b| Some(((a, *b), meeting(x, &given[*b as usize], lexicon)?))));
    }
    found
}

fn meeting<P>(x: &Given<'_, P>, y: &Given<'_, P>, lexicon: &Lexicon) -> Option<Meeting> {
    if std::ptr::eq(x.passage, y.passage) {
        return None;
    }
    let relation = Relation::of(x.signature, y.signature, lexicon)?;
    Some(Meeting { similarity: similarity(x, y), relation })
}

/// The cosine of the words around two values, near and rare ones weighing more.
fn similarity<P>(a: &Given<'_, P>, b: &Given<'_, P>) -> f32 {
    let sum: f64 = shared(a, b).map(|(x, y)| x.weight() * y.weight()).sum();
    let norms = a.norm * b.norm;
    if norms > 0.0 { (sum / norms) as f32 } else { 0.0 }
}

/// The words around both, as each has them.
fn shared<'a, P>(a: &'a Given<'_, P>, b: &'a Given<'_, P>) -> impl Iterator<Item = (&'a Word, &'a Word)> {
    let mut others = b.around.iter().peekable();
    a.around.iter().filter_map(move |word| {
        while others.next_if(|other| other.word < word.word).is_some() {}
        others.peek().filter(|other| other.word == word.word).map(|other| (word, *other))
    })
}

#[cfg(test)]
mod tests;
