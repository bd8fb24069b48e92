//! Names in articles of one story of which one may be a slip of the other.
//!
//! Words with a capital meet through an index of themselves with letters left out (symmetric deletes, Garbe 2012), never
//! pair by pair; what tells a slip from two names is weighed by a model ([`weights`]).

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::drafts::Drafts;
use super::story::StoryId;
use crate::claim::wording::{is_of_place, is_plural_ending};
use crate::graph::extract::{Lemma, Spelled};
use crate::graph::weights::{self, OF_SPELLING};
use crate::lexicon::spelling::{conventional, sound};
use crate::lexicon::{Lexicon, Sense, known};
use crate::symbol::Sym;

/// From so many letters on, two may be wrong.
const LONG: usize = 5;
/// With so many letters a word is looked up: enough for words that differ by two to meet (SymSpell's prefix).
const BEGINNING: usize = 8;
/// Articles that share so many names speak of the same people.
const SHARED: u32 = 3;
/// Themes join to circles of so many articles.
const LARGEST: usize = 128;
/// So many words had the largest circle on which the model was fitted.
const MANY: f64 = 250.0;
/// Under one key so many words are compared.
const COMMON: usize = 64;

/// A word with a capital in all articles of a circle.
struct Name<'a> {
    word: &'a Sym,
    /// Where it stands, as indexes into what was found, and in which articles.
    members: Vec<usize>,
    articles: BTreeSet<u32>,
    count: u32,
    before: BTreeSet<Lemma>,
    given: BTreeSet<&'a Sym>,
    behind: BTreeSet<Lemma>,
    around: BTreeSet<Lemma>,
    capitals: bool,
    known: bool,
}

/// Two words that may be one name.
pub(super) struct Pair {
    /// Where they stand, as indexes into what was found.
    pub(super) members: [Vec<usize>; 2],
    pub(super) features: [f64; weights::SPELLING.len()],
    /// How many words it was found among.
    pub(super) among: usize,
}

impl Pair {
    /// How probable it is that one is a slip of the other. Pairs that are alike by chance grow with the square of the words,
    /// slips with their number: beyond as many as the model was fitted on, the odds fall as the words grow.
    pub(super) fn probability(&self) -> f64 {
        let probability = OF_SPELLING.probability(&self.features);
        let share = (MANY / self.among as f64).min(1.0);
        probability * share / (probability * share + 1.0 - probability)
    }
}

/// The pairs of words that may be one name, among articles that speak of the same people.
pub(super) fn pairs<P>(
    found: &[(u32, Spelled<P>)],
    themes: &[StoryId],
    drafts: &Drafts,
    lexicon: &Lexicon,
) -> Vec<Pair> {
    let circles = circles(found, themes);
    let mut by_circle: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, (article, _)) in found.iter().enumerate() {
        by_circle.entry(circles[*article as usize]).or_default().push(at);
    }
    let articles =
        |members: &[usize]| members.iter().filter_map(|at| Some(found.get(*at)?.0)).collect::<Vec<_>>();
    let told = by_circle.values().filter(|members| drafts.any(articles(members)));
    told.flat_map(|members| of_circle(found, members, drafts, lexicon)).collect()
}

/// The circle of each article: articles of one theme, and those that share a few names. A slip may be what keeps two
/// articles out of one story.
fn circles<P>(found: &[(u32, Spelled<P>)], themes: &[StoryId]) -> Vec<u32> {
    let mut circles = UnionFind::<u32>::new(themes.len());
    let mut first: FxHashMap<StoryId, u32> = FxHashMap::default();
    for (article, theme) in (0..).zip(themes) {
        circles.union(*first.entry(*theme).or_insert(article), article);
    }
    let mut sizes = vec![0; themes.len()];
    (0..).zip(themes).for_each(|(article, _)| sizes[circles.find(article) as usize] += 1);
    for (a, b) in acquainted(found) {
        let (a, b) = (circles.find(a), circles.find(b));
        let size = sizes[a as usize] + sizes[b as usize];
        // In an archive everything would hang together in the end.
        if a != b && size <= LARGEST {
            circles.union(a, b);
            sizes[circles.find(a) as usize] = size;
        }
    }
    circles.into_labeling()
}

/// Articles that share a few rare names, in order. Of those that have a name, each is held against the next only.
fn acquainted<P>(found: &[(u32, Spelled<P>)]) -> Vec<(u32, u32)> {
    let mut by_word: FxHashMap<&Sym, Vec<u32>> = FxHashMap::default();
    for (article, spelled) in found.iter().filter(|(_, s)| !s.known && !known::is_name(&s.word)) {
        by_word.entry(&spelled.word).or_default().push(*article);
    }
    let mut shared: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for articles in by_word.values().filter(|articles| articles.len() <= COMMON) {
        for (a, b) in articles.iter().zip(articles.iter().skip(1)).filter(|(a, b)| a != b) {
            *shared.entry((*a, *b)).or_default() += 1;
        }
    }
    shared.into_iter().filter(|(_, names)| *names >= SHARED).map(|(pair, _)| pair).collect()
}

fn of_circle<P>(
    found: &[(u32, Spelled<P>)],
    members: &[usize],
    drafts: &Drafts,
    lexicon: &Lexicon,
) -> Vec<Pair> {
    let names = names(found, members);
    let mut listed: Vec<(u64, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        listed.extend(keys(name.word).into_iter().map(|key| (key, at)));
    }
    listed.sort_unstable();
    listed.dedup();
    let mut pairs = BTreeSet::new();
    for meeting in listed.chunk_by(|a, b| a.0 == b.0).filter(|m| (2..=COMMON).contains(&m.len())) {
        for (at, (_, a)) in meeting.iter().enumerate() {
            pairs.extend(meeting[at + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    let pair = |(a, b): &(usize, usize)| {
        let (a, b) = (names.get(*a)?, names.get(*b)?);
        if !drafts.any(a.articles.iter().chain(&b.articles).copied()) {
            return None;
        }
        let features = features(a, b, lexicon)?;
        Some(Pair { members: [a.members.clone(), b.members.clone()], features, among: names.len() })
    };
    pairs.iter().filter_map(pair).collect()
}

/// The words of a circle, each once, in order.
fn names<'a, P>(found: &'a [(u32, Spelled<P>)], members: &[usize]) -> Vec<Name<'a>> {
    let mut by_word: FxHashMap<&Sym, usize> = FxHashMap::default();
    let mut names: Vec<Name<'a>> = Vec::new();
    for (at, (article, spelled)) in members.iter().filter_map(|at| Some((*at, found.get(*at)?))) {
        let number = *by_word.entry(&spelled.word).or_insert(names.len());
        if number == names.len() {
            names.push(Name::new(&spelled.word));
        }
        if let Some(name) = names.get_mut(number) {
            name.members.push(at);
            name.articles.insert(*article);
            name.count += spelled.count;
            name.before.extend(spelled.before.iter().copied());
            name.given.extend(&spelled.given);
            name.behind.extend(spelled.behind.iter().copied());
            name.around.extend(spelled.around.iter().copied());
            name.capitals &= spelled.capitals;
            name.known |= spelled.known;
        }
    }
    names
}

impl<'a> Name<'a> {
    fn new(word: &'a Sym) -> Name<'a> {
        Name {
            word,
            members: Vec::new(),
            articles: BTreeSet::new(),
            count: 0,
            before: BTreeSet::new(),
            given: BTreeSet::new(),
            behind: BTreeSet::new(),
            around: BTreeSet::new(),
            capitals: true,
            known: false,
        }
    }

    /// Is it a name that many bear: a given name, a place, a name of the language's news?
    fn is_listed(&self, lexicon: &Lexicon) -> bool {
        lexicon.has(self.word, Sense::GivenName)
            || lexicon.has(self.word, Sense::PlaceName)
            || known::is_name(self.word)
            || !lexicon.places_named(&capital(self.word)).is_empty()
            || lexicon.demonym(&capital(self.word)).is_some()
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The keys under which words meet, hashed: how the word begins, and that with one letter left out, and of a long word
/// two.
fn keys(word: &str) -> Vec<u64> {
    let letters: SmallVec<[char; BEGINNING]> = word.chars().take(BEGINNING).collect();
    let mut keys = vec![hash(&letters, [usize::MAX; 2])];
    let long = word.chars().count() >= LONG;
    for first in 0..letters.len() {
        keys.push(hash(&letters, [first, usize::MAX]));
        if long {
            keys.extend((first + 1..letters.len()).map(|second| hash(&letters, [first, second])));
        }
    }
    keys
}

/// The hash of some letters without those at two places.
fn hash(letters: &[char], left_out: [usize; 2]) -> u64 {
    let mut hasher = FxHasher::default();
    let kept = letters.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
    kept.for_each(|(_, letter)| hasher.write_u32(u32::from(*letter)));
    hasher.finish()
}

/// What tells a slip from two names; nothing of words that are no letter or two apart.
fn features(a: &Name<'_>, b: &Name<'_>, lexicon: &Lexicon) -> Option<[f64; weights::SPELLING.len()]> {
    let (common, rare) = if a.count >= b.count { (a, b) } else { (b, a) };
    let letters = a.word.chars().count().min(b.word.chars().count());
    let distance = strsim::osa_distance(a.word, b.word);
    let wrong = if letters < LONG { 1 } else { 2 };
    if distance > wrong || conventional(a.word) == conventional(b.word) {
        return None;
    }
    let (short, long) = if a.word.len() <= b.word.len() { (a.word, b.word) } else { (b.word, a.word) };
    if is_of_place(short, long) || stand_near(a, b) {
        return None;
    }
    let doubled = single(a.word) == single(b.word);
    let plural = long.strip_prefix(short.as_str()).is_some_and(is_plural_ending);
    let shared = |x: &BTreeSet<Lemma>, y: &BTreeSet<Lemma>| x.intersection(y).count();
    let led = !a.before.is_empty() && !b.before.is_empty();
    let followed = !a.behind.is_empty() && !b.behind.is_empty();
    let ln = |n: f64| n.ln();
    let is = |yes: bool| f64::from(u8::from(yes));
    Some([
        ln(letters as f64),
        is(distance == 2),
        is(letters_of(a.word) == letters_of(b.word)),
        is(a.word.chars().next_back() != b.word.chars().next_back()),
        is(!doubled && sound(a.word) == sound(b.word)),
        is(plural),
        is(a.known && b.known),
        is(rare.is_listed(lexicon)),
        is(common.is_listed(lexicon)),
        is(led && shared(&a.before, &b.before) == 0),
        is(are_others(&a.given, &b.given)),
        is(a.given.intersection(&b.given).next().is_some()),
        is(followed && shared(&a.behind, &b.behind) == 0),
        ln(1.0 + shared(&a.around, &b.around) as f64),
        ln(f64::from(common.count)),
        ln(f64::from(common.count) / f64::from(rare.count)),
        is(a.articles.intersection(&b.articles).next().is_some()),
        is(rare.capitals),
        is(!plural && shared(&a.behind, &b.behind) > 0),
    ])
}

/// Does the one stand near the other somewhere: two words of one name ("Hong Kong"), or two names ("from Marston to
/// Marton")? A slip stands where the right word could.
fn stand_near(a: &Name<'_>, b: &Name<'_>) -> bool {
    let near = |x: &Name<'_>, y: &Name<'_>| {
        let word = Lemma::of(y.word);
        x.behind.contains(&word) || x.around.contains(&word)
    };
    near(a, b) || near(b, a)
}

/// Are these given names of two people, none a form or a slip of another?
fn are_others(a: &BTreeSet<&Sym>, b: &BTreeSet<&Sym>) -> bool {
    let one = |x: &str, y: &str| x.starts_with(y) || y.starts_with(x) || strsim::osa_distance(x, y) == 1;
    !a.is_empty() && !b.is_empty() && a.iter().all(|x| b.iter().all(|y| !one(x, y)))
}

/// Its letters in the order of the alphabet.
fn letters_of(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// Every letter that stands twice, once.
fn single(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests;
