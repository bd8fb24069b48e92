//! What the grammar asks of a word, looked up once for each word of an article.
//!
//! The grammar tries many constructions at each word, and each wants to know something of it: is it a hedge, a number,
//! a title, may a time begin with it? The gloss of a word has the answers, so that a construction that does not begin
//! here costs a comparison, and no table is asked twice.

use super::time::{Clue, Vocabulary, vocabulary};
use crate::Sym;
use crate::article::token::fold::fold;
use crate::article::{Article, Tag, Token, Tokens};
use crate::lexicon::{Entry, Lexicon};

/// A word with all that is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gloss<'a> {
    pub(super) text: &'a str,
    pub(super) tag: Tag,
    pub(super) lemma: Sym,
    /// As it is written, in lower case; none if no list and no article has had the word so far.
    pub(super) lower: Option<Sym>,
    /// What the lexicon knows of the word as it is written, in lower case.
    pub(super) written: &'static Entry,
    /// What the lexicon knows of its dictionary form.
    pub(super) known: &'static Entry,
    /// What it tells of time.
    pub(super) clue: Clue,
    /// Has it a hyphen ("23-year-old")?
    pub(super) hyphen: bool,
}

/// The lists in which words are looked up. Loaded before the first word is: what no list has by then, none will have.
#[derive(Clone, Copy)]
struct Lists {
    lexicon: &'static Lexicon,
    times: &'static Vocabulary,
}

impl Lists {
    fn gloss<'a>(self, text: &'a str, token: &Token) -> Gloss<'a> {
        let (tag, lemma) = (token.tag, token.lemma);
        let known = self.lexicon.look_up(lemma);
        let as_lemma = text == lemma.as_str() || text.eq_ignore_ascii_case(&lemma);
        let lower = if as_lemma { Some(lemma) } else { fold(text, Sym::from_existing) };
        let written = match lower {
            Some(_) if as_lemma => known,
            Some(lower) => self.lexicon.look_up(lower),
            None => &Entry::UNKNOWN,
        };
        let clue = self.times.clue(text, tag, lemma, lower);
        let hyphen = text.len() > 2 && text.as_bytes().contains(&b'-');
        Gloss { text, tag, lemma, lower, written, known, clue, hyphen }
    }
}

/// An article whose every word has its gloss: what the grammar reads.
#[derive(Debug)]
pub struct Glossed<'a> {
    words: Vec<Gloss<'a>>,
}

impl<'a> Glossed<'a> {
    /// Looks up every word of an article.
    pub fn new(article: &'a Article) -> Glossed<'a> {
        let lists = Lists { lexicon: Lexicon::builtin(), times: vocabulary() };
        Glossed { words: article.tokens.iter().map(|t| lists.gloss(article.word(t), t)).collect() }
    }

    /// All words.
    pub(super) fn words(&self) -> &[Gloss<'a>] {
        &self.words
    }

    /// Every token of the article.
    pub fn tokens(&self) -> Tokens {
        Tokens::new(0, self.words.len())
    }
}
