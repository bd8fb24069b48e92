//! What the grammar asks of a word, looked up once for each word of an article.
//!
//! The grammar tries many constructions at each word, and each wants to know something of it: is it a hedge, a number,
//! a title, may a time begin with it? The gloss of a word has the answers, so that a construction that does not begin
//! here costs a comparison, and no table is asked twice.

use std::cell::RefCell;

use super::time::{Clue, Vocabulary, vocabulary};
use crate::Sym;
use crate::article::memo::Memo;
use crate::article::token::fold::fold;
use crate::article::{Article, Tag, Token, Tokens};
use crate::lexicon::{Entry, Lexicon};

/// A word of the text with all that is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gloss<'a> {
    pub(super) text: &'a str,
    pub(super) tag: Tag,
    pub(super) facts: Facts,
}

/// What is known of a word with its tag, wherever it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
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
    fn facts(self, text: &str, token: &Token) -> Facts {
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
        Facts { lemma, lower, written, known, clue, hyphen }
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
        thread_local! { static MEMO: RefCell<Memo<Facts>> = const { RefCell::new(Memo::new()) } }
        let lists = Lists { lexicon: Lexicon::current(), times: vocabulary() };
        let gloss = |memo: &mut Memo<Facts>, token: &Token| {
            let (text, tag) = (article.word(token), token.tag);
            let find = || lists.facts(text, token);
            // A word with its tag has one lemma; only a text that is put together by hand may give it another.
            let facts = Some(memo.of(text, tag as u8, find)).filter(|f| f.lemma == token.lemma);
            Gloss { text, tag, facts: facts.unwrap_or_else(find) }
        };
        let words = MEMO.with_borrow_mut(|memo| article.tokens.iter().map(|t| gloss(memo, t)).collect());
        Glossed { words }
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
