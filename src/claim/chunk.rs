//! From tokens to chunks: noun phrases, verb groups, time expressions and the words between them.
//!
//! A chunk is what the grammar of clauses reads as one word.

use std::iter::Enumerate;
use std::slice::Iter;

use nom::Needed;

use super::gloss::Glossed;
use super::input::{Input, NoMatch, Parsed, Word, no_match, word};
use super::phrase::{Phrase, Surroundings, noun_phrase};
use super::verb::verb_group;
use super::{PhraseId, Reading, TimeId, VerbGroup};
use crate::Sym;
use crate::article::{Sentence, Tag, Tokens};
use crate::lexicon::{Lexicon, Sense};

/// A noun phrase, a verb group or a word between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chunk {
    /// Its words.
    pub tokens: Tokens,
    /// What it is.
    pub kind: ChunkKind,
}

/// What a chunk is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChunkKind {
    /// "the two men"
    Noun(PhraseId),
    /// "has been charged"
    Verb(VerbGroup),
    /// "on" is not part of it: "Friday"
    Time(TimeId),
    /// "in", "according to", as a lemma
    Preposition(Sym),
    /// "after", "because" where a clause may follow; also a preposition where none does
    Subordinator(Sym),
    /// "who", "which", "that" behind a noun
    Relative,
    /// "that" in front of a clause
    That,
    /// "and", "or", "but"
    Conjunction,
    /// ","
    Comma,
    /// ":", ";", "–"
    Break,
    /// An opening quotation mark
    OpenQuote,
    /// A closing quotation mark
    CloseQuote,
    /// "("
    Open,
    /// ")"
    Close,
    /// "critically injured" behind a copula
    Adjective,
    /// "quickly"
    Adverb,
    /// "." and the like
    Stop,
    /// Anything else
    Other,
}

/// Cuts a sentence into chunks and adds its noun phrases to the reading, whose times are already known.
pub fn chunks<'a>(text: &'a Glossed<'a>, sentence: &Sentence, reading: &mut Reading) -> Vec<Chunk> {
    let times = std::mem::take(&mut reading.times);
    let around = Surroundings::of(&times, sentence.tokens);
    let mut input = Input::sentence(text, sentence);
    let mut chunks: Vec<Chunk> = Vec::with_capacity(input.len() / 2 + 1);
    while !input.is_empty() {
        let (rest, kind) = one_chunk(&around, reading, input, chunks.last());
        chunks.push(Chunk { tokens: input.until(&rest), kind });
        input = rest;
    }
    reading.times = times;
    chunks
}

/// The next chunk; every token is at least a chunk of kind `Other`.
fn one_chunk<'a>(
    around: &Surroundings,
    reading: &mut Reading,
    input: Input<'a>,
    before: Option<&Chunk>,
) -> (Input<'a>, ChunkKind) {
    if let Ok(found) = long_preposition(input) {
        return found;
    }
    if let Ok((rest, parsed)) = noun_phrase(around, input) {
        let relative = rest.at() == input.at() + 1 && input.next().is_some_and(|w| w.tag() == Tag::Wp);
        if relative && before.is_some_and(|c| matches!(c.kind, ChunkKind::Noun(_) | ChunkKind::Comma)) {
            return (rest, ChunkKind::Relative);
        }
        let mut owner = None;
        for possessor in parsed.possessors {
            owner = Some(add(reading, possessor, owner));
        }
        return (rest, ChunkKind::Noun(add(reading, parsed.phrase, owner)));
    }
    if let Some((time, end)) = around.time_at(input.at()) {
        return (input.skip((end - input.at()) as usize), ChunkKind::Time(time));
    }
    if let Ok((rest, verb)) = verb_group(input) {
        return (rest, ChunkKind::Verb(verb));
    }
    if let Ok(found) = adjective(input) {
        return found;
    }
    let noun_before = before.is_some_and(|c| matches!(c.kind, ChunkKind::Noun(_) | ChunkKind::Comma));
    let kind = input.next().map_or(ChunkKind::Other, |w| between(w, noun_before));
    (input.skip(1), kind)
}

fn add(reading: &mut Reading, mut phrase: Phrase, owner: Option<PhraseId>) -> PhraseId {
    phrase.possessor = owner;
    reading.phrases.push(phrase);
    PhraseId(reading.phrases.len() as u32 - 1)
}

/// "according to", "on the sidelines of", and words such as "including".
fn long_preposition(input: Input<'_>) -> Parsed<'_, ChunkKind> {
    let Some(first) = input.next() else { return no_match() };
    let listed = first.written().has(Sense::OpensPhrase) || first.written().has(Sense::Preposition);
    if !listed || (first.tag().is_name() && input.before(1).is_some()) {
        return no_match();
    }
    let (mut length, mut key, mut entry) = (1, first.lower(), first.written());
    if entry.has(Sense::OpensPhrase)
        && let Some((more, phrase)) = Lexicon::builtin().phrase(key, |i| input.peek(i + 1)?.listed())
    {
        (length, key, entry) = (more + 1, phrase, Lexicon::builtin().look_up(phrase));
    }
    if entry.has(Sense::Preposition) {
        return Ok((input.skip(length), ChunkKind::Preposition(key)));
    }
    if length > 1 && entry.has(Sense::Subordinator) {
        return Ok((input.skip(length), ChunkKind::Subordinator(key)));
    }
    no_match()
}

/// "critically injured", "guilty", "happy and free" is two.
fn adjective(input: Input<'_>) -> Parsed<'_, ChunkKind> {
    let mut rest = input;
    while rest.next().is_some_and(|w| w.tag().is_adverb()) {
        rest = rest.skip(1);
    }
    let (rest, _) = word(|w: Word| w.tag().is_adjective())(rest)?;
    Ok((rest, ChunkKind::Adjective))
}

/// A word between phrases.
fn between(w: Word<'_>, noun_before: bool) -> ChunkKind {
    let subordinates = || w.written().has(Sense::Subordinator);
    match w.tag() {
        Tag::In | Tag::Wrb if subordinates() => ChunkKind::Subordinator(w.lower()),
        Tag::In if w.is("that") && noun_before => ChunkKind::Relative,
        Tag::In if w.is("that") => ChunkKind::That,
        Tag::Wdt | Tag::WPS => ChunkKind::Relative,
        Tag::In | Tag::To => ChunkKind::Preposition(w.lower()),
        Tag::Rp => ChunkKind::Adverb,
        Tag::Dt if w.is("that") => ChunkKind::That,
        Tag::Cc => ChunkKind::Conjunction,
        Tag::Comma => ChunkKind::Comma,
        Tag::Colon => ChunkKind::Break,
        Tag::OpenQuote => ChunkKind::OpenQuote,
        Tag::CloseQuote => ChunkKind::CloseQuote,
        Tag::Open => ChunkKind::Open,
        Tag::Close => ChunkKind::Close,
        Tag::Stop => ChunkKind::Stop,
        t if t.is_adverb() => ChunkKind::Adverb,
        _ => ChunkKind::Other,
    }
}

/// What the grammar of clauses reads: a run of chunks.
#[derive(Debug, Clone, Copy)]
pub struct Chunks<'a> {
    chunks: &'a [Chunk],
    /// How many are left where the last verb of the sentence stands: where fewer are left, no clause can follow.
    last_verb: usize,
}

/// What a parser of clauses gives.
pub type Built<'a, T> = nom::IResult<Chunks<'a>, T, NoMatch>;

impl<'a> Chunks<'a> {
    /// Reads these chunks.
    pub fn new(chunks: &'a [Chunk]) -> Chunks<'a> {
        let verb = chunks.iter().rposition(|c| matches!(c.kind, ChunkKind::Verb(_)));
        Chunks { chunks, last_verb: verb.map_or(usize::MAX, |at| chunks.len() - at) }
    }

    /// Is there a verb here or further on?
    pub fn verb_follows(&self) -> bool {
        self.chunks.len() >= self.last_verb
    }

    /// The chunk `ahead` places after the next one.
    #[inline]
    pub fn peek(&self, ahead: usize) -> Option<&'a Chunk> {
        self.chunks.get(ahead)
    }

    /// What the chunk `ahead` places after the next one is.
    #[inline]
    pub fn kind(&self, ahead: usize) -> Option<&'a ChunkKind> {
        self.peek(ahead).map(|c| &c.kind)
    }

    /// Is it a chunk of this kind, one without content?
    #[inline]
    pub fn is(&self, ahead: usize, kind: ChunkKind) -> bool {
        self.kind(ahead) == Some(&kind)
    }

    /// The input after `count` more chunks.
    #[inline]
    pub fn skip(&self, count: usize) -> Chunks<'a> {
        Chunks { chunks: self.chunks.get(count..).unwrap_or(&[]), ..*self }
    }

    /// No chunk left?
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// How many chunks are left.
    #[inline]
    pub fn len(&self) -> usize {
        self.chunks.len()
    }
}

impl<'a> nom::Input for Chunks<'a> {
    type Item = &'a Chunk;
    type Iter = Iter<'a, Chunk>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.chunks.len()
    }
    fn take(&self, index: usize) -> Self {
        Chunks { chunks: self.chunks.get(..index).unwrap_or(self.chunks), ..*self }
    }
    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(&'a Chunk) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }
    fn iter_elements(&self) -> Self::Iter {
        self.chunks.iter()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        match count.checked_sub(self.chunks.len()) {
            None | Some(0) => Ok(count),
            Some(missing) => Err(Needed::new(missing)),
        }
    }
}

impl<'a> nom::error::ParseError<Chunks<'a>> for NoMatch {
    fn from_error_kind(_: Chunks<'a>, _: nom::error::ErrorKind) -> NoMatch {
        NoMatch
    }
    fn append(_: Chunks<'a>, _: nom::error::ErrorKind, _: NoMatch) -> NoMatch {
        NoMatch
    }
}

/// One chunk that passes a test and gives a value.
pub fn chunk<'a, T>(test: impl Fn(&'a Chunk) -> Option<T>) -> impl Fn(Chunks<'a>) -> Built<'a, T> {
    move |input| match input.peek(0).and_then(&test) {
        Some(value) => Ok((input.skip(1), value)),
        None => Err(nom::Err::Error(NoMatch)),
    }
}

/// One chunk of a kind without content: a comma, a conjunction.
pub fn mark<'a>(kind: ChunkKind) -> impl Fn(Chunks<'a>) -> Built<'a, Tokens> {
    chunk(move |c| (c.kind == kind).then_some(c.tokens))
}
