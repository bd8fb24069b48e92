//! A run of chunks as input to nom's combinators, and what the grammar asks of the phrases in it.

use std::iter::Enumerate;
use std::slice::Iter;

use nom::Needed;

use super::{Chunk, ChunkKind, Fuel};
use crate::article::Tokens;
use crate::claim::input::NoMatch;
use crate::claim::{Determiner, Phrase, PhraseId, PhraseKind, work};
use crate::lexicon::Lexicon;

/// What the grammar of clauses reads: a run of chunks.
#[derive(Debug, Clone, Copy)]
pub struct Chunks<'a> {
    chunks: &'a [Chunk],
    /// How many are left where the last verb of the sentence stands: where fewer are left, no clause can follow.
    last_verb: usize,
    /// The phrases of the article, to which the chunks point.
    phrases: &'a [Phrase],
    lexicon: &'a Lexicon,
    /// Does the sentence end with a full stop, as no headline does?
    prose: bool,
    /// In a relative clause between commas: a comma in front of a verb closes it.
    between_commas: bool,
    /// In a relative clause in front of the verb: a verb behind a noun is that verb.
    verb_to_come: bool,
    /// In a clause of circumstance: "when it opened".
    in_circumstance: bool,
    /// In what stands in front of the subject, which must still come.
    in_front: bool,
    /// In what somebody says.
    in_content: bool,
    fuel: &'a Fuel,
}

/// What a parser of clauses gives.
pub type Built<'a, T> = nom::IResult<Chunks<'a>, T, NoMatch>;

impl<'a> Chunks<'a> {
    /// Reads the chunks of a sentence, with the phrases of its article, as far as the fuel goes.
    pub fn new(
        chunks: &'a [Chunk],
        phrases: &'a [Phrase],
        lexicon: &'a Lexicon,
        fuel: &'a Fuel,
    ) -> Chunks<'a> {
        let verb = chunks.iter().rposition(|c| matches!(c.kind, ChunkKind::Verb(_)));
        let last_verb = verb.map_or(usize::MAX, |at| chunks.len() - at);
        let prose = chunks.iter().rev().take(3).any(|c| c.kind == ChunkKind::Stop);
        Chunks {
            chunks,
            last_verb,
            phrases,
            lexicon,
            prose,
            between_commas: false,
            verb_to_come: false,
            in_circumstance: false,
            in_front: false,
            in_content: false,
            fuel,
        }
    }

    /// The same of a sentence that ends with the stop of an abbreviation ("at 10 a.m.").
    pub(in crate::claim) fn with_stop(self, stop: bool) -> Chunks<'a> {
        Chunks { prose: self.prose || stop, ..self }
    }

    /// The vocabulary in which its words were looked up.
    pub(in crate::claim) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// Is there a verb here or further on?
    pub fn verb_follows(&self) -> bool {
        self.chunks.len() >= self.last_verb
    }

    /// The same, read inside a relative clause.
    pub(in crate::claim) fn inside(self, between_commas: bool, verb_to_come: bool) -> Chunks<'a> {
        Chunks { between_commas, verb_to_come, in_front: false, in_content: false, ..self }
    }

    /// The same, read as the outer input is.
    pub(in crate::claim) fn inside_as(self, outer: &Chunks<'a>) -> Chunks<'a> {
        Chunks {
            in_circumstance: outer.in_circumstance,
            in_front: outer.in_front,
            in_content: outer.in_content,
            ..self.inside(outer.between_commas, outer.verb_to_come)
        }
    }

    /// The same, read inside a clause of circumstance.
    pub(in crate::claim) fn in_circumstance(self) -> Chunks<'a> {
        Chunks { in_circumstance: true, ..self }
    }

    /// The same, read as what somebody says.
    pub(in crate::claim) fn in_content(self) -> Chunks<'a> {
        Chunks { in_content: true, ..self }
    }

    /// Is it what somebody says that is read?
    pub(in crate::claim) fn is_content(&self) -> bool {
        self.in_content
    }

    /// The same, read in front of a subject.
    pub(in crate::claim) fn in_front(self) -> Chunks<'a> {
        Chunks { in_front: true, ..self }
    }

    /// Must the subject of the outer clause still come?
    pub(in crate::claim) fn subject_to_come(&self) -> bool {
        self.in_front
    }

    /// Is it a clause of circumstance that is read?
    pub(in crate::claim) fn is_circumstance(&self) -> bool {
        self.in_circumstance
    }

    /// Does a comma in front of a verb close the clause?
    pub(in crate::claim) fn between_commas(&self) -> bool {
        self.between_commas
    }

    /// Must the verb of the outer clause still come?
    pub(in crate::claim) fn verb_to_come(&self) -> bool {
        self.verb_to_come
    }

    /// Do the parts make as many as the phrase tells of?
    pub(in crate::claim) fn adds_up(&self, whole: PhraseId, parts: &[PhraseId]) -> bool {
        let amount = |id: &PhraseId| Some(self.phrase(*id)?.amount.as_ref()?.quantity.amount);
        let sum: Option<f64> = parts.iter().map(amount).sum();
        amount(&whole).is_some_and(|whole| sum == Some(whole))
    }

    /// Is the phrase a number without a noun?
    pub(in crate::claim) fn is_number(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.kind == PhraseKind::Elliptic && p.amount.is_some())
    }

    /// Does the sentence end with a full stop, as no headline does?
    pub fn in_prose(&self) -> bool {
        self.prose
    }

    fn phrase(&self, id: PhraseId) -> Option<&'a Phrase> {
        self.phrases.get(id.0 as usize)
    }

    /// Has the phrase a common noun as its head?
    pub fn is_thing(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.kind == PhraseKind::Common)
    }

    /// Is the phrase one common noun without a determiner or a number?
    pub(in crate::claim) fn is_undetermined(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| is_single(p, Determiner::None) && p.amount.is_none())
    }

    /// Is the phrase one of many: "a nurse"?
    pub(in crate::claim) fn is_one_of_many(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| is_single(p, Determiner::Indefinite))
    }

    /// Has the phrase a determiner, or is it a pronoun?
    pub(in crate::claim) fn is_determined(&self, id: PhraseId) -> bool {
        let determined = |p: &Phrase| p.determiner != Determiner::None || p.kind == PhraseKind::Pronoun;
        self.phrase(id).is_some_and(determined)
    }

    /// Is the phrase one thing that is known: "the envoy"?
    pub(in crate::claim) fn is_the_one(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| is_single(p, Determiner::Definite) && p.amount.is_none())
    }

    /// Is the phrase nothing but a name of two words or more?
    pub(in crate::claim) fn is_full_name(&self, id: PhraseId) -> bool {
        let full = |p: &Phrase| p.kind == PhraseKind::Name && p.tokens == p.name && p.name.len() > 1;
        self.phrase(id).is_some_and(full)
    }

    /// Does the phrase open a relative clause: "whose brother"?
    pub(in crate::claim) fn is_relative(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.determiner == Determiner::Relative)
    }

    /// Is the phrase a pronoun that stands for somebody or something ("him", "those"), and none that counts ("some")?
    pub(in crate::claim) fn is_personal(&self, id: PhraseId) -> bool {
        let personal = |p: &Phrase| p.kind == PhraseKind::Pronoun && p.determiner == Determiner::None;
        self.phrase(id).is_some_and(personal)
    }

    /// Is the phrase a pronoun of one word: "whom"?
    pub(in crate::claim) fn is_relative_pronoun(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.kind == PhraseKind::Pronoun && p.tokens.len() == 1)
    }

    /// Does the phrase deny: "neither the owner"?
    pub(in crate::claim) fn is_negative(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.determiner == Determiner::Negative)
    }

    /// Is the phrase a pronoun?
    pub(in crate::claim) fn is_pronoun(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.kind == PhraseKind::Pronoun)
    }

    /// Is the phrase a name?
    pub fn names(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|p| p.kind == PhraseKind::Name)
    }

    /// Does the phrase speak of so many ("two brothers"), or of several of known number ("the brothers")?
    pub fn counts(&self, id: PhraseId, number: usize) -> bool {
        let counts = |p: &Phrase| match &p.amount {
            Some(amount) => amount.quantity.amount == number as f64,
            None => p.plural && p.determiner != Determiner::None,
        };
        self.phrase(id).is_some_and(|p| p.kind == PhraseKind::Common && counts(p))
    }

    /// Can the one phrase say what the other is, and cannot be another member of a list with it: a name and
    /// "a teacher", a name and an age?
    pub fn describes(&self, one: PhraseId, other: PhraseId) -> bool {
        let (Some(one), Some(other)) = (self.phrase(one), self.phrase(other)) else { return false };
        let determined =
            |p: &Phrase| p.kind == PhraseKind::Common && p.determiner != Determiner::None && !p.plural;
        let named = |p: &Phrase| p.kind == PhraseKind::Name;
        let age = |p: &Phrase| p.kind == PhraseKind::Elliptic && p.amount.is_some();
        named(other) && (determined(one) || age(one))
            || determined(other) && named(one) && !one.titles.is_empty()
    }

    /// The chunk `ahead` places after the next one.
    #[inline]
    pub fn peek(&self, ahead: usize) -> Option<&'a Chunk> {
        work::look();
        self.fuel.burn().and_then(|()| self.chunks.get(ahead))
    }

    /// What the chunk `ahead` places after the next one is.
    #[inline]
    pub fn kind(&self, ahead: usize) -> Option<&'a ChunkKind> {
        self.peek(ahead).map(|c| &c.kind)
    }

    /// Is it a chunk of this kind, one without content?
    #[inline]
    pub fn is(&self, ahead: usize, kind: &ChunkKind) -> bool {
        self.kind(ahead) == Some(kind)
    }

    /// The input after `count` more chunks.
    #[inline]
    pub fn skip(&self, count: usize) -> Chunks<'a> {
        Chunks { chunks: self.chunks.get(count..).unwrap_or(&[]), ..*self }
    }

    /// No chunk left, or no fuel to look at it?
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty() || self.fuel.left() == 0
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
///
/// ```
/// use gainsay_reading::article::Tokens;
/// use gainsay_reading::claim::chunk::{Chunk, ChunkKind, Chunks, Fuel, chunk};
/// use gainsay_reading::lexicon::Lexicon;
/// let run = [Chunk { tokens: Tokens::new(0, 1), kind: ChunkKind::Comma }];
/// let fuel = Fuel::of(run.len());
/// let input = Chunks::new(&run, &[], Lexicon::built_in(), &fuel);
/// let start = chunk(|c| Some(c.tokens.start))(input);
/// assert_eq!(start.unwrap().1, 0);
/// ```
pub fn chunk<'a, T>(test: impl Fn(&'a Chunk) -> Option<T>) -> impl Fn(Chunks<'a>) -> Built<'a, T> {
    move |input| match input.peek(0).and_then(&test) {
        Some(value) => Ok((input.skip(1), value)),
        None => Err(nom::Err::Error(NoMatch)),
    }
}

/// One chunk of a kind without content: a comma, a conjunction.
///
/// ```
/// use gainsay_reading::article::Tokens;
/// use gainsay_reading::claim::chunk::{Chunk, ChunkKind, Chunks, Fuel, mark};
/// use gainsay_reading::lexicon::Lexicon;
/// let run = [Chunk { tokens: Tokens::new(0, 1), kind: ChunkKind::Comma }];
/// let fuel = Fuel::of(run.len());
/// let input = Chunks::new(&run, &[], Lexicon::built_in(), &fuel);
/// assert!(mark(ChunkKind::Comma)(input).is_ok() && mark(ChunkKind::Stop)(input).is_err());
/// ```
pub fn mark<'a>(kind: ChunkKind) -> impl Fn(Chunks<'a>) -> Built<'a, Tokens> {
    chunk(move |c| (c.kind == kind).then_some(c.tokens))
}

/// Is it a common noun in the singular with such a determiner?
fn is_single(phrase: &Phrase, determiner: Determiner) -> bool {
    phrase.kind == PhraseKind::Common && phrase.determiner == determiner && !phrase.plural
}
