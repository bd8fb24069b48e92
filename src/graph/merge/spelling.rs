//! Names of one theme of which one may be a slip of the other.
//!
//! Words with a capital meet through an index of themselves with letters left out (symmetric deletes, Garbe 2012), never
//! pair by pair; what tells a slip from two names is weighed by a model ([`weights`]).

use std::collections::BTreeSet;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::story::StoryId;
use crate::claim::wording::is_plural_ending;
use crate::graph::extract::Spelled;
use crate::graph::weights;
use crate::lexicon::spelling::{conventional, sound};
use crate::lexicon::{Lexicon, Sense, known};
use crate::symbol::Sym;

/// From so many letters on, two may be wrong.
const LONG: usize = 7;
/// With how many letters long words begin and end that are compared for it.
const BEGINNING: usize = 3;
const END: usize = 2;
/// Under one key so many words are compared.
const COMMON: usize = 64;

/// A word with a capital in all articles of a theme.
struct Name<'a> {
    word: &'a Sym,
    /// Where it stands, as indexes into what was found, and in which articles.
    members: Vec<usize>,
    articles: BTreeSet<u32>,
    count: u32,
    before: BTreeSet<u32>,
    behind: BTreeSet<u32>,
    around: BTreeSet<u32>,
    capitals: bool,
    known: bool,
}

/// Two words that may be one name.
pub(super) struct Pair {
    /// Where they stand, as indexes into what was found.
    pub(super) members: [Vec<usize>; 2],
    pub(super) features: [f64; weights::SPELLING.len()],
}

/// The pairs of words that may be one name, among those of all articles, by theme.
pub(super) fn pairs<P>(found: &[(u32, Spelled<P>)], themes: &[StoryId], lexicon: &Lexicon) -> Vec<Pair> {
    let mut by_theme: FxHashMap<StoryId, Vec<usize>> = FxHashMap::default();
    for (at, (article, _)) in found.iter().enumerate() {
        by_theme.entry(themes[*article as usize]).or_default().push(at);
    }
    let mut stories: Vec<(StoryId, Vec<usize>)> = by_theme.into_iter().collect();
    stories.sort_unstable_by_key(|(theme, _)| *theme);
    stories.iter().flat_map(|(_, members)| of_theme(found, members, lexicon)).collect()
}

fn of_theme<P>(found: &[(u32, Spelled<P>)], members: &[usize], lexicon: &Lexicon) -> Vec<Pair> {
    let names = names(found, members);
    let mut listed: Vec<(u64, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        listed.extend(keys(name.word).map(|key| (key, at)));
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
        let features = features(a, b, lexicon)?;
        Some(Pair { members: [a.members.clone(), b.members.clone()], features })
    };
    pairs.iter().filter_map(pair).collect()
}

/// The words of a theme, each once, in order.
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
            name.before.extend(&spelled.before);
            name.behind.extend(&spelled.behind);
            name.around.extend(&spelled.around);
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

/// The keys under which words meet, hashed: the word, the word with one letter left out, and of a long one how it begins
/// and ends.
fn keys(word: &str) -> impl Iterator<Item = u64> + '_ {
    let shorter = word.char_indices().map(|(at, c)| hash([&word[..at], &word[at + c.len_utf8()..]]));
    let ends = (word.chars().count() >= LONG).then(|| {
        let beginning = word.char_indices().nth(BEGINNING).map_or(word, |(at, _)| &word[..at]);
        let end = word.char_indices().rev().nth(END - 1).map_or(word, |(at, _)| &word[at..]);
        hash([beginning, "-", end])
    });
    [hash([word])].into_iter().chain(shorter).chain(ends)
}

/// The hash of some pieces of text run together, wherever they are cut.
fn hash<const N: usize>(pieces: [&str; N]) -> u64 {
    let mut hasher = FxHasher::default();
    pieces.into_iter().flat_map(str::bytes).for_each(|byte| hasher.write_u8(byte));
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
    let doubled = single(a.word) == single(b.word);
    let shared = |x: &BTreeSet<u32>, y: &BTreeSet<u32>| x.intersection(y).count();
    let led = !a.before.is_empty() && !b.before.is_empty();
    let (before, behind) = (shared(&a.before, &b.before), shared(&a.behind, &b.behind));
    let ln = |n: f64| n.ln();
    let is = |yes: bool| f64::from(u8::from(yes));
    Some([
        ln(letters as f64),
        is(distance == 2),
        is(!doubled && sound(a.word) == sound(b.word)),
        is(long.strip_prefix(short.as_str()).is_some_and(is_plural_ending)),
        is(a.known && b.known),
        is(rare.is_listed(lexicon)),
        is(common.is_listed(lexicon)),
        is(before > 0 || behind > 0),
        is(led && before == 0),
        ln(1.0 + shared(&a.around, &b.around) as f64),
        ln(f64::from(common.count)),
        ln(f64::from(common.count) / f64::from(rare.count)),
        is(a.articles.intersection(&b.articles).next().is_some()),
        is(rare.capitals),
    ])
}

/// Every letter that stands twice, once.
fn single(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests;
