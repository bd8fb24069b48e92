//! What the grammar asks of a word, looked up once for each word of an article.
//!
//! The grammar tries many constructions at each word, and each wants to know something of it: is it a hedge, a number,
//! a title, may a time begin with it? The annotation of a word has the answers, so that a construction that does not begin
//! here costs a comparison, and no table is asked twice.

use std::cell::RefCell;

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
#[derive(Debug)]
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

impl<'a> Facts<'a> {
    fn of(form: Form, token: &'a Token, lexicon: &'a Lexicon) -> Facts<'a> {
        let Form { lower, clue, hyphen, .. } = form;
        let lemma = &token.lemma;
        let known = lexicon.look_up(lemma);
        let written = if lower == *lemma { known } else { lexicon.look_up(&lower) };
        Facts { lemma, lower, written, known, clue, hyphen }
    }
}

/// The part of it that is the same in every vocabulary, and in every article.
#[derive(Debug, Clone)]
struct Form {
    lemma: Sym,
    lower: Sym,
    clue: Clue,
    hyphen: bool,
}

impl Form {
    fn of(text: &str, token: &Token, times: &'static Vocabulary) -> Form {
        let lemma = token.lemma.clone();
        let as_lemma = text == lemma || text.eq_ignore_ascii_case(&lemma);
        let lower = if as_lemma { lemma.clone() } else { fold(text, |lower| Sym::new(lower)) };
        let clue = times.clue(text, token.tag, &lemma, &lower);
        let hyphen = text.len() > 2 && text.as_bytes().contains(&b'-');
        Form { lemma, lower, clue, hyphen }
    }
}

thread_local! {
    /// The words of late, of this article or another one.
    static FORMS: RefCell<Memo<Form, 2048>> = const { RefCell::new(Memo::new()) };
}

/// An article whose every word has its annotation: what the grammar reads.
#[derive(Debug)]
pub struct Annotated<'a> {
    words: Vec<Annotation<'a>>,
    lexicon: &'a Lexicon,
}

impl<'a> Annotated<'a> {
    /// Looks up every word of an article.
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Annotated<'a> {
        let times = vocabulary();
        let annotation = |token: &'a Token, forms: &mut Memo<Form, 2048>| {
            let (text, tag) = (article.word(token), token.tag);
            let find = || Form::of(text, token, times);
            // A word with its tag has one lemma; only a text that is put together by hand may give it another.
            let form = Some(forms.of(text, tag as u8, find)).filter(|form| form.lemma == token.lemma);
            let facts = Facts::of(form.unwrap_or_else(find), token, lexicon);
            Annotation { text, tag, facts }
        };
        let words = FORMS
            .with_borrow_mut(|forms| article.tokens.iter().map(|token| annotation(token, forms)).collect());
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
