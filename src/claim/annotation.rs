//! What the grammar asks of a word, looked up once for each word of an article.
//!
//! The grammar tries many constructions at each word, and each wants to know something of it: is it a hedge, a number,
//! a title, may a time begin with it? The annotation of a word has the answers, so that a construction that does not begin
//! here costs a comparison, and no table is asked twice.

use super::time_word::{Clue, Vocabulary, vocabulary};
use crate::article::fold::fold;
use crate::article::memo::Memo;
use crate::article::{Article, Tag, Token, Tokens};
use crate::lexicon::{Entry, Lexicon};
use crate::symbol::Sym;

/// A word of the text with all that is known of it.
#[derive(Debug)]
pub(super) struct Annotation<'a> {
    pub(super) text: &'a str,
    pub(super) tag: Tag,
    pub(super) facts: Facts<'a>,
}

/// What is known of a word with its tag, wherever it stands.
#[derive(Debug, Clone)]
pub(super) struct Facts<'a> {
    pub(super) lemma: &'a Sym,
    /// As it is written, in lower case.
    pub(super) lower: Sym,
    /// What the lexicon knows of the word as it is written, in lower case.
    pub(super) written: &'a Entry,
    /// What the lexicon knows of its dictionary form.
    pub(super) known: &'a Entry,
    /// What it tells of time.
    pub(super) clue: Clue,
    /// Has it a hyphen ("23-year-old")?
    pub(super) hyphen: bool,
}

/// The lists in which words are looked up.
#[derive(Clone, Copy)]
struct Lists<'a> {
    lexicon: &'a Lexicon,
    times: &'static Vocabulary,
}

impl<'a> Lists<'a> {
    fn facts(self, text: &str, token: &'a Token) -> Facts<'a> {
        let lemma = &token.lemma;
        let known = self.lexicon.look_up(lemma);
        let as_lemma = text == lemma || text.eq_ignore_ascii_case(lemma);
        let lower = if as_lemma { lemma.clone() } else { fold(text, |lower| Sym::new(lower)) };
        let written = if as_lemma { known } else { self.lexicon.look_up(&lower) };
        let clue = self.times.clue(text, token.tag, lemma, &lower);
        let hyphen = text.len() > 2 && text.as_bytes().contains(&b'-');
        Facts { lemma, lower, written, known, clue, hyphen }
    }
}

/// Where the words of an article stood last that are remembered: enough for those that come again and again.
type Remembered = Memo<u32, 512>;

/// An article whose every word has its annotation: what the grammar reads.
#[derive(Debug)]
pub struct Annotated<'a> {
    words: Vec<Annotation<'a>>,
    lexicon: &'a Lexicon,
}

impl<'a> Annotated<'a> {
    /// Looks up every word of an article.
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Annotated<'a> {
        let lists = Lists { lexicon, times: vocabulary() };
        let mut places = Remembered::new();
        let mut words: Vec<Annotation<'a>> = Vec::with_capacity(article.tokens.len());
        for token in &article.tokens {
            let (text, tag) = (article.word(token), token.tag);
            let here = words.len() as u32;
            let before = words.get(places.of(text, tag as u8, || here) as usize);
            // A word with its tag has one lemma; only a text that is put together by hand may give it another.
            let facts = before.map(|word| &word.facts).filter(|facts| *facts.lemma == token.lemma);
            let facts = facts.cloned().unwrap_or_else(|| lists.facts(text, token));
            words.push(Annotation { text, tag, facts });
        }
        Annotated { words, lexicon }
    }

    /// All words.
    pub(super) fn words(&self) -> &[Annotation<'a>] {
        &self.words
    }

    /// The vocabulary in which they were looked up.
    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// Every token of the article.
    pub fn tokens(&self) -> Tokens {
        Tokens::new(0, self.words.len())
    }
}
