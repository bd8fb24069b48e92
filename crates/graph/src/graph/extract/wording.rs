//! The words themselves: how names are spelled, how quotations run.

use std::cell::RefCell;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::assertion::Locus;
use super::extractor::Extractor;
use super::lemma::Lemma;
use super::referent::Referent;
use crate::article::memo::Memo;
use crate::article::spelling::folded;
use crate::article::{Article, Tag, Tokens};
use crate::claim::wording::{Weight, Word, wordings};
use crate::graph::Extent;
use crate::lexicon::{Sense, known};
use crate::symbol::Sym;

/// Words of so many letters and fewer are small in titles ("from"); titles have more long words than that.
const SHORT: usize = 4;
/// A word of a name is compared from so many letters on.
const SHORTEST_NAME: usize = 4;
/// A quotation has at least so many words to be compared.
const SHORTEST_QUOTE: usize = 3;
/// Words so far from a name are its neighbours.
const NEAR: usize = 4;
/// So many different neighbours of one name are kept.
const MOST_NEIGHBOURS: usize = 32;

/// A word with a capital, as one article writes it. Its neighbours are hashes of words in lower case.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Spelled<Person = Referent> {
    /// In lower case, without accents.
    pub(in crate::graph) word: Sym,
    /// As it stands.
    pub(in crate::graph) written: Sym,
    /// Where it stands first.
    pub(in crate::graph) locus: Locus<Person>,
    /// How often it stands in the article.
    pub(in crate::graph) count: u32,
    /// Words with a capital right before it.
    pub(in crate::graph) before: SmallVec<[Lemma; 2]>,
    /// Given names right before it.
    pub(in crate::graph) given: SmallVec<[Sym; 1]>,
    /// Words with a capital right behind it.
    pub(in crate::graph) behind: SmallVec<[Lemma; 2]>,
    /// Words with a meaning of their own near it.
    pub(in crate::graph) around: SmallVec<[Lemma; 8]>,
    /// Does it always stand in capitals?
    pub(in crate::graph) capitals: bool,
    /// Is it a word that everybody knows, or that the article has in lower case as well?
    pub(in crate::graph) known: bool,
}

impl<Person> Spelled<Person> {
    /// The same with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Spelled<P> {
        let Spelled { word, written, locus, count, before, given, behind, around, capitals, known } = self;
        let locus = locus.with(meant);
        Spelled { word, written, locus, count, before, given, behind, around, capitals, known }
    }
}

/// A quotation of some length.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Quotation<Person = Referent> {
    /// Its words, with where they stand.
    pub(in crate::graph) words: Vec<(Word, Extent)>,
    /// All of it.
    pub(in crate::graph) locus: Locus<Person>,
}

impl<Person> Quotation<Person> {
    /// The same with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Quotation<P> {
        Quotation { words: self.words, locus: self.locus.with(meant) }
    }
}

/// The words with a capital of an article, in the order of the words.
pub(super) fn spelled(extractor: &Extractor<'_>) -> Vec<Spelled> {
    let article = extractor.article;
    let mut found: FxHashMap<Sym, Spelled> = FxHashMap::default();
    let mut times = extractor.reading.times.iter().map(|t| t.tokens).peekable();
    for sentence in &article.sentences {
        let titled = is_titled(article, sentence.tokens);
        let tokens = article.tokens.get(sentence.tokens.range()).unwrap_or_default();
        for (at, token) in sentence.tokens.range().zip(tokens) {
            let word = article.word(token);
            let noun = token.tag.is_name() || token.tag.is_noun();
            if is_small(word) || (titled || !noun) && known::is_word(&plain(word)) {
                continue;
            }
            while times.next_if(|t| t.end as usize <= at).is_some() {}
            let timely = times.peek().is_some_and(|t| t.start as usize <= at);
            for part in capitalised(word).filter(|_| !timely) {
                take_down(extractor, at, part, &mut found);
            }
        }
    }
    for word in article.tokens.iter().map(|token| article.word(token)).filter(|word| is_like_name(word)) {
        if let Some(spelled) = found.get_mut(word) {
            spelled.known = true;
        }
    }
    let mut found: Vec<Spelled> = found.into_values().collect();
    found.sort_unstable_by(|a, b| a.word.cmp(&b.word));
    for spelled in &mut found {
        spelled.known |= known::is_word(&spelled.word);
    }
    // A lone word that everybody knows is no name.
    found.retain(|s| !s.known || !s.before.is_empty() || !s.behind.is_empty());
    found
}

/// Have all words of some length a capital, so that it tells nothing of any?
fn is_titled(article: &Article, tokens: Tokens) -> bool {
    let words = article.tokens.get(tokens.range()).unwrap_or_default().iter().map(|t| article.word(t));
    let mut long = words.filter(|word| word.chars().count() > SHORT && word.starts_with(char::is_alphabetic));
    long.clone().count() > SHORT && long.all(|word| word.starts_with(char::is_uppercase))
}

/// Adds one mention of a word with a capital.
fn take_down(extractor: &Extractor<'_>, at: usize, part: &str, found: &mut FxHashMap<Sym, Spelled>) {
    let word = Sym::from(plain(part));
    if word.chars().count() < SHORTEST_NAME {
        return;
    }
    let spelled = found.entry(word.clone()).or_insert_with(|| Spelled {
        word,
        written: Sym::from(part),
        locus: extractor.standing(Tokens::new(at, at + 1)),
        count: 0,
        before: SmallVec::new(),
        given: SmallVec::new(),
        behind: SmallVec::new(),
        around: SmallVec::new(),
        capitals: true,
        known: false,
    });
    spelled.count += 1;
    spelled.capitals &= part.chars().all(char::is_uppercase);
    let article = extractor.article;
    if let Some(before) = beside(article, at, -1) {
        push(&mut spelled.before, hashed_plain(before));
        let name = plain(before);
        if extractor.lexicon.has(&name, Sense::GivenName) && !spelled.given.iter().any(|g| *g == name) {
            spelled.given.push(Sym::from(name));
        }
    }
    if let Some(behind) = beside(article, at, 1) {
        push(&mut spelled.behind, hashed_plain(behind));
    }
    let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(article.tokens.len());
    for (other, token) in near.clone().zip(article.tokens.get(near).unwrap_or_default()) {
        if other != at && has_meaning(token.tag) && spelled.around.len() < MOST_NEIGHBOURS {
            push(&mut spelled.around, hashed_plain(article.word(token)));
        }
    }
}

fn push<A: smallvec::Array<Item = Lemma>>(words: &mut SmallVec<A>, word: Lemma) {
    if !words.contains(&word) {
        words.push(word);
    }
}

/// The word with a capital on one side of a token; a genitive between them is looked over.
fn beside(article: &Article, at: usize, side: isize) -> Option<&str> {
    let token = |at: usize| article.tokens.get(at);
    let mut other = at.checked_add_signed(side)?;
    if token(other)?.tag == Tag::Pos {
        other = other.checked_add_signed(side)?;
    }
    let word = article.word(token(other)?);
    let part = if side < 0 { word.rsplit('-').next() } else { word.split('-').next() }?;
    part.starts_with(char::is_uppercase).then_some(part)
}

/// Are all its letters small ones, at a glance?
fn is_small(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}

/// Could it be a name, but for the capital that it lacks?
fn is_like_name(word: &str) -> bool {
    word.len() >= SHORTEST_NAME && !word.starts_with(char::is_uppercase)
}

/// The parts of a token that are words with a capital.
fn capitalised(word: &str) -> impl Iterator<Item = &str> {
    let letters = |part: &&str| part.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
    let whole = word.split('-').all(|part| letters(&part));
    word.split('-').filter(move |part| whole && part.starts_with(char::is_uppercase))
}

/// Nouns, verbs, adjectives and numbers.
fn has_meaning(tag: Tag) -> bool {
    tag.is_noun() || tag.is_verb() || tag.is_name() || matches!(tag, Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Cd)
}

/// In lower case, without accents and apostrophes.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    folded(&lower).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The hash of a word in lower case, without accents and apostrophes: most words are neighbours of several names.
fn hashed_plain(word: &str) -> Lemma {
    thread_local! { static KNOWN: RefCell<Memo<Lemma, 2048>> = const { RefCell::new(Memo::new()) } }
    KNOWN.with_borrow_mut(|known| known.of(word, 0, || Lemma::of(&plain(word))))
}

/// The quotations of some length. Who speaks is only who is named right there: what goes on from a sentence before, or
/// stands for a name, gives words to the wrong one too often.
pub(super) fn quotations(extractor: &Extractor<'_>) -> Vec<Quotation> {
    let (article, quotes) = (extractor.article, &extractor.reading.quotes);
    let long = |words: &Vec<Word>| words.iter().filter(|w| w.weight != Weight::Cut).count() >= SHORTEST_QUOTE;
    wordings(article, quotes, extractor.lexicon)
        .into_iter()
        .filter(long)
        .filter_map(|words| {
            let (first, last) = (words.first()?.token, words.last()?.token);
            let tokens = Tokens { start: first, end: last + 1 };
            let within = quotes.get(quotes.partition_point(|q| q.tokens.end <= first));
            let said_by = within.filter(|q| q.tokens.overlaps(tokens)).and_then(|q| q.named);
            let speaker = said_by.and_then(|phrase| extractor.entities_of(phrase).first().copied());
            let locus = Locus { speaker, ..extractor.standing(tokens) };
            let extent = |w: &Word| Extent::of(article, Tokens { start: w.token, end: w.token + 1 });
            let words = words
                .into_iter()
                .map(|w| {
                    let at = extent(&w);
                    (w, at)
                })
                .collect();
            Some(Quotation { words, locus })
        })
        .collect()
}
