//! What the grammar reads: a run of tagged tokens, as input to nom's combinators.
//!
//! nom 8 implements its `Input` trait for `&str` and `&[u8]`; this file does it for tokens. With it `alt`, `opt`,
//! `many0`, `preceded`, `pair`, `map` and the rest work on tokens as they do on characters. In `word.rs` stand
//! the few parsers that everything else is built from: they take one word and look at its text, lemma or tag.
//!
//! An [`Input`] is three machine words, `Copy`, and borrows the annotated article: parsing allocates nothing, and a
//! failed alternative costs a comparison.
//!
//! ```
//! use gainsay_reading::claim::input::{Input, Parsed, lemma, tagged, text};
//! use gainsay_reading::article::Tag;
//! use nom::{Parser, combinator::opt, sequence::preceded};
//!
//! /// "the dog", "dog": gives the noun as written.
//! fn thing<'a>(input: Input<'a>) -> Parsed<'a, &'a str> {
//!     preceded(opt(text("the")), tagged(Tag::Nn)).map(|noun| noun.text()).parse(input)
//! }
//! ```

use std::iter::Enumerate;
use std::slice::Iter;

use nom::error::{ErrorKind, FromExternalError, ParseError};
use nom::{IResult, Needed};

use super::annotation::{Annotated, Annotation};
use super::time_word::{self, Clue, Known};
use super::work;
use crate::article::{Article, Sentence, Tag, Tokens};
use crate::lexicon::{Entry, Lexicon};
use crate::symbol::Sym;

mod word;

pub use word::{any, lemma, no_match, spanned, tag_of, tagged, text, text_in, value_of, word};

/// What a parser of this grammar gives: the rest of the input and a value, or [`NoMatch`].
pub type Parsed<'a, T> = IResult<Input<'a>, T, NoMatch>;

/// The only error of the grammar: this is not what the parser recognises. Carries nothing, so it costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMatch;

impl<'a> ParseError<Input<'a>> for NoMatch {
    fn from_error_kind(_: Input<'a>, _: ErrorKind) -> NoMatch {
        NoMatch
    }
    fn append(_: Input<'a>, _: ErrorKind, _: NoMatch) -> NoMatch {
        NoMatch
    }
}

impl<'a, E> FromExternalError<Input<'a>, E> for NoMatch {
    fn from_external_error(_: Input<'a>, _: ErrorKind, _: E) -> NoMatch {
        NoMatch
    }
}

/// The words still to be read, with those around them.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    text: &'a Annotated<'a>,
    /// The next word.
    at: u32,
    /// One past the last word of the run.
    end: u32,
    /// Where the run began: how far [`Input::before`] may look back.
    from: u32,
}

impl<'a> Input<'a> {
    /// Reads a run of an article's tokens (cut to those that exist).
    pub fn new(text: &'a Annotated<'a>, run: Tokens) -> Input<'a> {
        let end = run.end.min(text.words().len() as u32).max(run.start);
        Input { text, at: run.start, end, from: run.start }
    }

    /// Reads a sentence.
    pub fn sentence(text: &'a Annotated<'a>, sentence: &Sentence) -> Input<'a> {
        Input::new(text, sentence.tokens)
    }

    /// The vocabulary in which its words were looked up.
    #[inline]
    pub fn lexicon(&self) -> &'a Lexicon {
        self.text.lexicon()
    }

    /// Index of the next token in the article.
    pub fn at(&self) -> u32 {
        self.at
    }

    /// How many tokens are left.
    #[inline]
    pub fn len(&self) -> usize {
        (self.end - self.at) as usize
    }

    /// No token left?
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.at >= self.end
    }

    /// The next token.
    #[inline]
    pub fn next(&self) -> Option<Word<'a>> {
        self.peek(0)
    }

    /// The token `ahead` places after the next one.
    #[inline]
    pub fn peek(&self, ahead: usize) -> Option<Word<'a>> {
        if ahead < self.len() { self.word(self.at + ahead as u32) } else { None }
    }

    /// The token `back` places before the next one (1: the one just read), inside the run.
    #[inline]
    pub fn before(&self, back: usize) -> Option<Word<'a>> {
        let at = (self.at as usize).checked_sub(back).filter(|at| back > 0 && *at >= self.from as usize)?;
        self.word(at as u32)
    }

    /// A token by its index in the article, wherever the run is.
    #[inline]
    pub(super) fn word(&self, at: u32) -> Option<Word<'a>> {
        work::look();
        self.text.words().get(at as usize).map(Word)
    }

    /// The input after `count` more tokens.
    #[inline]
    pub fn skip(&self, count: usize) -> Input<'a> {
        Input { at: self.at + count.min(self.len()) as u32, ..*self }
    }

    /// The tokens between `self` and `rest`, which a parser left over when it read from `self`.
    #[inline]
    pub fn until(&self, rest: &Input<'a>) -> Tokens {
        Tokens { start: self.at, end: rest.at.max(self.at) }
    }
}

/// A word of the text: what the parsers of single tokens give.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a>(&'a Annotation<'a>);

impl<'a> Word<'a> {
    /// The word that a annotation explains.
    #[inline]
    pub(super) fn new(annotation: &'a Annotation<'a>) -> Word<'a> {
        Word(annotation)
    }
    /// As it is written.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.0.text
    }
    /// Its part of speech.
    #[inline]
    pub fn tag(&self) -> Tag {
        self.0.tag
    }
    /// Its dictionary form.
    #[inline]
    pub fn lemma(&self) -> &'a Sym {
        self.0.facts.lemma
    }
    /// As it is written, in lower case: for words that a list holds in one form ("dozens" but not "dozen").
    #[inline]
    pub fn lower(&self) -> &'a Sym {
        &self.0.facts.lower
    }
    /// What the lexicon knows of it as it is written, in lower case.
    #[inline]
    pub fn written(&self) -> &'a Entry {
        self.0.facts.written
    }
    /// What the lexicon knows of its dictionary form.
    #[inline]
    pub fn known(&self) -> &'a Entry {
        self.0.facts.known
    }
    /// What it tells of time.
    #[inline]
    pub(super) fn clue(&self) -> Clue {
        self.0.facts.clue
    }
    /// What stands before and behind its first hyphen: "23" and "year-old".
    pub fn split_at_hyphen(&self) -> Option<(&'a str, &'a str)> {
        if self.0.facts.hyphen { self.text().split_once('-') } else { None }
    }
    /// Is it written so, in whatever (ASCII) case?
    #[inline]
    pub fn is(&self, text: &str) -> bool {
        self.text().eq_ignore_ascii_case(text)
    }
    /// Is it written as one of these, in whatever (ASCII) case?
    #[inline]
    pub fn is_any(&self, texts: &[&str]) -> bool {
        let own = self.text();
        texts.iter().any(|t| own.eq_ignore_ascii_case(t))
    }
}

impl Known for Word<'_> {
    fn senses(self) -> &'static [time_word::Sense] {
        self.clue().senses
    }
}

impl<'a> nom::Input for Input<'a> {
    type Item = Word<'a>;
    type Iter = Words<'a>;
    type IterIndices = Enumerate<Words<'a>>;

    fn input_len(&self) -> usize {
        self.len()
    }
    fn take(&self, index: usize) -> Self {
        Input { end: self.skip(index).at, ..*self }
    }
    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Word<'a>) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }
    fn iter_elements(&self) -> Words<'a> {
        let run = self.text.words().get(self.at as usize..self.end as usize);
        Words { words: run.unwrap_or(&[]).iter() }
    }
    fn iter_indices(&self) -> Enumerate<Words<'a>> {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        match count.checked_sub(self.len()) {
            None | Some(0) => Ok(count),
            Some(missing) => Err(Needed::new(missing)),
        }
    }
}

/// Runs through the words of an [`Input`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    words: Iter<'a, Annotation<'a>>,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;
    fn next(&mut self) -> Option<Word<'a>> {
        work::look();
        self.words.next().map(Word)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.words.size_hint()
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.words.next_back().map(Word)
    }
}

/// Gives the first sentence of a text to a parser: to try a construction, and for examples.
///
/// ```
/// use gainsay_reading::claim::input::reading;
/// assert_eq!(reading("Rain fell.", |input| input.len()), 3);
/// ```
pub fn reading<T>(text: &str, parse: impl FnOnce(Input<'_>) -> T) -> T {
    let article = Article::from_text(text, Lexicon::built_in());
    let annotated = Annotated::new(&article, Lexicon::built_in());
    let sentence = article.sentences.first().map_or(Tokens::default(), |s| s.tokens);
    parse(Input::new(&annotated, sentence))
}

#[cfg(test)]
pub(crate) mod tests;
