//! What the grammar reads: a run of tagged tokens, as input to nom's combinators.
//!
//! nom 8 implements its `Input` trait for `&str` and `&[u8]`; this file does it for tokens. With it `alt`, `opt`,
//! `many0`, `preceded`, `pair`, `map` and the rest work on tokens as they do on characters. Below it stand the
//! few parsers that everything else is built from: they take one token and look at its text, lemma or tag.
//!
//! An [`Input`] is four words, `Copy`, and borrows the article: parsing allocates nothing, and a failed
//! alternative costs a comparison.
//!
//! ```
//! use gainsay::claim::input::{Input, Parsed, lemma, tagged, text};
//! use gainsay::article::Tag;
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
use nom::{IResult, Needed, Parser};

use crate::Sym;
use crate::article::{Article, Sentence, Tag, Token, Tokens};

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

/// Fails: for parsers written by hand.
pub fn no_match<'a, T>() -> Parsed<'a, T> {
    Err(nom::Err::Error(NoMatch))
}

/// The tokens still to be read, with the article they stand in.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    article: &'a Article,
    tokens: &'a [Token],
    /// Index of the first remaining token in the article.
    at: u32,
    /// Where the run began: how far [`Input::before`] may look back.
    from: u32,
}

impl<'a> Input<'a> {
    /// Reads a run of an article's tokens (cut to those that exist).
    pub fn new(article: &'a Article, run: Tokens) -> Input<'a> {
        let end = (run.end as usize).min(article.tokens.len());
        let tokens = article.tokens.get(run.start as usize..end).unwrap_or(&[]);
        Input { article, tokens, at: run.start, from: run.start }
    }

    /// Reads a sentence.
    pub fn sentence(article: &'a Article, sentence: &Sentence) -> Input<'a> {
        Input::new(article, sentence.tokens)
    }

    /// The article.
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// Index of the next token in the article.
    pub fn at(&self) -> u32 {
        self.at
    }

    /// The remaining tokens.
    pub fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// The next token.
    pub fn next(&self) -> Option<Word<'a>> {
        self.peek(0)
    }

    /// The token `ahead` places after the next one.
    pub fn peek(&self, ahead: usize) -> Option<Word<'a>> {
        self.tokens.get(ahead).map(|token| Word { article: self.article, token })
    }

    /// The token `back` places before the next one (1: the one just read), inside the run.
    pub fn before(&self, back: usize) -> Option<Word<'a>> {
        let at = (self.at as usize).checked_sub(back).filter(|at| back > 0 && *at >= self.from as usize)?;
        self.article.tokens.get(at).map(|token| Word { article: self.article, token })
    }

    /// The input after `count` more tokens.
    pub fn skip(&self, count: usize) -> Input<'a> {
        self.cut(count, self.tokens.len())
    }

    /// The tokens between `self` and `rest`, which a parser left over when it read from `self`.
    pub fn until(&self, rest: &Input<'a>) -> Tokens {
        Tokens { start: self.at, end: rest.at.max(self.at) }
    }

    fn cut(&self, from: usize, to: usize) -> Input<'a> {
        let from = from.min(self.tokens.len());
        let tokens = self.tokens.get(from..to).unwrap_or(&[]);
        Input { tokens, at: self.at + from as u32, ..*self }
    }
}

/// A token with its text: what the parsers of single tokens give.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    article: &'a Article,
    /// The token.
    pub token: &'a Token,
}

impl<'a> Word<'a> {
    /// A token of an article.
    pub fn new(article: &'a Article, token: &'a Token) -> Word<'a> {
        Word { article, token }
    }
    /// As it is written.
    pub fn text(&self) -> &'a str {
        self.article.word(self.token)
    }
    /// Its part of speech.
    pub fn tag(&self) -> Tag {
        self.token.tag
    }
    /// Its dictionary form.
    pub fn lemma(&self) -> Sym {
        self.token.lemma
    }
    /// As it is written, in lower case: for words that a list holds in one form ("dozens" but not "dozen").
    pub fn lower(&self) -> Sym {
        let text = self.text();
        if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            Sym::from(text)
        } else {
            Sym::from(&text.to_lowercase())
        }
    }
    /// Is it written so, in whatever (ASCII) case?
    pub fn is(&self, text: &str) -> bool {
        self.text().eq_ignore_ascii_case(text)
    }
    /// Is it written as one of these, in whatever (ASCII) case?
    pub fn is_any(&self, texts: &[&str]) -> bool {
        let own = self.text();
        texts.iter().any(|t| own.eq_ignore_ascii_case(t))
    }
}

impl<'a> nom::Input for Input<'a> {
    type Item = Word<'a>;
    type Iter = Words<'a>;
    type IterIndices = Enumerate<Words<'a>>;

    fn input_len(&self) -> usize {
        self.tokens.len()
    }
    fn take(&self, index: usize) -> Self {
        self.cut(0, index.min(self.tokens.len()))
    }
    fn take_from(&self, index: usize) -> Self {
        self.cut(index, self.tokens.len())
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Word<'a>) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }
    fn iter_elements(&self) -> Words<'a> {
        Words { article: self.article, tokens: self.tokens.iter() }
    }
    fn iter_indices(&self) -> Enumerate<Words<'a>> {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        match count.checked_sub(self.tokens.len()) {
            None | Some(0) => Ok(count),
            Some(missing) => Err(Needed::new(missing)),
        }
    }
}

/// Runs through the words of an [`Input`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    article: &'a Article,
    tokens: Iter<'a, Token>,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;
    fn next(&mut self) -> Option<Word<'a>> {
        self.tokens.next().map(|token| Word { article: self.article, token })
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.tokens.size_hint()
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.tokens.next_back().map(|token| Word { article: self.article, token })
    }
}

/// One token that passes a test.
pub fn word<'a>(test: impl Fn(Word<'a>) -> bool) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    move |input| match input.next() {
        Some(word) if test(word) => Ok((input.cut(1, input.tokens.len()), word)),
        _ => no_match(),
    }
}

/// Any one token.
pub fn any(input: Input<'_>) -> Parsed<'_, Word<'_>> {
    word(|_| true)(input)
}

/// A token that is written so, in whatever case: `text("the")`.
pub fn text<'a>(text: &'static str) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.is(text))
}

/// A token that is written as one of these, in whatever case: `text_in(&["in", "on"])`.
pub fn text_in<'a>(texts: &'static [&'static str]) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.is_any(texts))
}

/// A token with this dictionary form: `lemma("say")`.
pub fn lemma<'a>(lemma: &'static str) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.lemma() == lemma)
}

/// A token with this tag: `tagged(Tag::Cd)`.
pub fn tagged<'a>(tag: Tag) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.tag() == tag)
}

/// A token whose tag passes a test: `tag_of(Tag::is_noun)`.
pub fn tag_of<'a>(test: impl Fn(Tag) -> bool) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| test(w.tag()))
}

/// A token that a table gives a value: `value_of(|w| months.get(&w.lemma()).copied())`.
pub fn value_of<'a, T>(look_up: impl Fn(Word<'a>) -> Option<T>) -> impl Fn(Input<'a>) -> Parsed<'a, T> {
    move |input| match input.next().and_then(&look_up) {
        Some(value) => Ok((input.cut(1, input.tokens.len()), value)),
        None => no_match(),
    }
}

/// What another parser gives, with the tokens that it read.
pub fn spanned<'a, P>(mut parser: P) -> impl FnMut(Input<'a>) -> Parsed<'a, (Tokens, P::Output)>
where
    P: Parser<Input<'a>, Error = NoMatch>,
{
    move |input| {
        let (rest, value) = parser.parse(input)?;
        Ok((rest, (input.until(&rest), value)))
    }
}

#[cfg(test)]
pub(crate) mod tests;
