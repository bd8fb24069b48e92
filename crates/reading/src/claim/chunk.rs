//! From tokens to chunks: noun phrases, verb groups, time expressions and the words between them.
//!
//! A chunk is what the grammar of clauses reads as one word.

use nom::Parser;
use nom::branch::alt;

use super::annotation::Annotated;
use super::input::{Input, Parsed, Word, no_match, word};
use super::phrase::{Phrase, PhraseKind, Surroundings, noun_phrase};
use super::quantity::{amount, opens_amount};
use super::verb::{
    adjective_for_verb, is_state, noun_for_gerund, opening_participle, skip_adverbs, verb_group,
};
use super::{PhraseId, Reading, TimeId, VerbGroup};
use crate::article::{Sentence, Tag, Tokens};
use crate::lexicon::Sense;
use crate::symbol::Sym;

mod fuel;
mod run;

pub use fuel::Fuel;
pub use run::{Built, Chunks, chunk, mark};

/// A noun phrase, a verb group or a word between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// Its words.
    pub tokens: Tokens,
    /// What it is.
    pub kind: ChunkKind,
}

/// What a chunk is.
#[derive(Debug, Clone, PartialEq)]
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
    /// ":"
    Colon,
    /// ";", "–"
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
///
/// ```
/// use gainsay_reading::article::Article;
/// use gainsay_reading::claim::Reading;
/// use gainsay_reading::claim::chunk::{ChunkKind, chunks};
/// use gainsay_reading::claim::annotation::Annotated;
/// use gainsay_reading::lexicon::Lexicon;
/// let lexicon = Lexicon::built_in();
/// let article = Article::from_text("The old ship sank.", lexicon);
/// let mut reading = Reading::default();
/// let found = chunks(&Annotated::new(&article, lexicon), &article.sentences[0], &mut reading);
/// assert!(matches!(found[0].kind, ChunkKind::Noun(_)) && matches!(found[1].kind, ChunkKind::Verb(_)));
/// ```
pub fn chunks<'a>(text: &'a Annotated<'a>, sentence: &Sentence, reading: &mut Reading) -> Vec<Chunk> {
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
    if is_in_all(input) {
        return (input.skip(2), ChunkKind::Adverb);
    }
    if before.is_none() && opens_with_so(input) {
        return (input.skip(1), ChunkKind::Conjunction);
    }
    if is_two_prepositions(input)
        && let Some(first) = input.next()
    {
        return (input.skip(3), ChunkKind::Preposition(first.lower().clone()));
    }
    if is_so_that(input) {
        return (input.skip(1), ChunkKind::Subordinator(Sym::new_static("so")));
    }
    if let Ok(found) = long_preposition(input) {
        return found;
    }
    let beside_noun = before.is_some_and(|c| matches!(c.kind, ChunkKind::Noun(_)));
    if let Some(found) = lone_state(reading, input, before) {
        return found;
    }
    if beside_noun && let Ok((rest, verb)) = alt((adjective_for_verb, noun_for_gerund)).parse(input) {
        return (rest, ChunkKind::Verb(verb));
    }
    if before.is_none()
        && let Ok((rest, verb)) = opening_participle(input)
    {
        return (rest, ChunkKind::Verb(verb));
    }
    let time = around.time_at(input.at());
    let phrase = noun_phrase(around, input);
    // "resigned *this week*", but "spent this week in Lyon"
    let behind_verb = before.is_some_and(|c| match &c.kind {
        ChunkKind::Verb(verb) => {
            !matches!(verb.lemma.as_str(), "spend" | "take" | "be" | "mark" | "celebrate" | "waste")
        }
        _ => false,
    });
    // "the day before yesterday": the phrase is a piece of the time. "their third this year": it is the time.
    let finite = |rest: &Input| rest.next().is_some_and(|w| w.tag().is_finite());
    if let (Some((time, end)), Ok((rest, _))) = (time, &phrase)
        && (rest.at() < end || rest.at() == end && (beside_noun || behind_verb) && !finite(rest))
    {
        return (input.skip((end - input.at()) as usize), ChunkKind::Time(time));
    }
    if let Ok((rest, parsed)) = phrase {
        let relative = rest.at() == input.at() + 1 && input.next().is_some_and(|w| w.tag() == Tag::Wp);
        // ", for *whom* police had searched,"
        let whom = before.is_some_and(|c| matches!(&c.kind, ChunkKind::Preposition(_)))
            && input.next().is_some_and(|w| w.is("whom"));
        if relative
            && (whom || before.is_some_and(|c| matches!(c.kind, ChunkKind::Noun(_) | ChunkKind::Comma)))
        {
            return (rest, ChunkKind::Relative);
        }
        let mut owner = None;
        for possessor in parsed.possessors {
            owner = Some(add(reading, possessor, owner));
        }
        return (rest, ChunkKind::Noun(add(reading, parsed.phrase, owner)));
    }
    if let Some((time, end)) = time {
        return (input.skip((end - input.at()) as usize), ChunkKind::Time(time));
    }
    let joined = before.is_some_and(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Conjunction));
    if joined && let Ok((rest, verb)) = adjective_for_verb(input) {
        return (rest, ChunkKind::Verb(verb));
    }
    if let Ok((rest, mut verb)) = verb_group(input) {
        // "nor *have* they said"
        let nor = input.before(1).is_some_and(|w| w.tag() == Tag::Cc && w.written().has(Sense::Negator));

        let subject = |w: Word| matches!(w.tag(), Tag::Prp | Tag::Dt | Tag::Nnp | Tag::PRPS);
        verb.negated |= nor && rest.next().is_some_and(subject);
        return (rest, ChunkKind::Verb(verb));
    }
    // "again last year": the adjective is the time's.
    let timed = around.time_at(skip_adverbs(input).at()).is_some();
    if !timed && let Ok(found) = adjective(input) {
        return found;
    }
    (input.skip(1), input.next().map_or(ChunkKind::Other, between))
}

/// "*In all* 27 people perished"
fn is_in_all(input: Input<'_>) -> bool {
    let is = |at: usize, word: &str| input.peek(at).is_some_and(|w| w.is(word));
    is(0, "in") && is(1, "all") && opens_amount(input.skip(2))
}

/// "*So* he went", but "so that they", "so many of them"
fn opens_with_so(input: Input<'_>) -> bool {
    let subject = |w: Word| matches!(w.tag(), Tag::Prp | Tag::Dt | Tag::Nnp | Tag::Nns | Tag::PRPS);
    input.next().is_some_and(|w| w.is("so")) && input.peek(1).is_some_and(|w| subject(w) && !w.is("that"))
}

/// "officials *in and around* Lyon"
fn is_two_prepositions(input: Input<'_>) -> bool {
    let place = |at: usize| {
        let preposition = |w: Word| w.tag() == Tag::In && !w.written().has(Sense::Subordinator);
        input.peek(at).is_some_and(preposition)
    };
    let joined = input.peek(1).is_some_and(|w| w.tag() == Tag::Cc);
    let nominal = |w: Word| w.tag().is_noun() || matches!(w.tag(), Tag::Dt | Tag::PRPS | Tag::Jj | Tag::Cd);
    joined && place(0) && place(2) && input.peek(3).is_some_and(nominal)
}

/// "they have no lids, *so* they lick them"
fn is_so_that(input: Input<'_>) -> bool {
    let is = |at: usize, test: fn(Tag) -> bool| input.peek(at).is_some_and(|w| test(w.tag()));
    input.next().is_some_and(|w| w.is("so")) && is(1, |t| t == Tag::Prp) && is(2, Tag::is_finite)
}

/// "the number of *missing*", "the toll of *injured*": behind a preposition, a state stands for those in it.
fn lone_state<'a>(
    reading: &mut Reading,
    input: Input<'a>,
    before: Option<&Chunk>,
) -> Option<(Input<'a>, ChunkKind)> {
    let behind = before.is_some_and(|c| matches!(&c.kind, ChunkKind::Preposition(p) if p == "of"));
    let word = input.next().filter(|w| behind && w.written().state.is_some())?;
    let more = |w: Word| w.tag().is_noun() || w.tag().is_adjective() || matches!(w.tag(), Tag::Dt | Tag::Cd);
    if word.tag().is_noun() || input.peek(1).is_some_and(more) {
        return None;
    }
    let rest = input.skip(1);
    let phrase = Phrase::lone(input.until(&rest), PhraseKind::Elliptic);
    Some((rest, ChunkKind::Noun(add(reading, phrase, None))))
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
    // "$2 million worth of jewels": a noun.
    if first.is("worth") && !opens_amount(input.skip(1)) {
        return no_match();
    }
    let (mut length, mut long, mut entry) = (1, None, first.written());
    if entry.has(Sense::OpensPhrase)
        && let Some((more, phrase)) =
            input.lexicon().phrase(first.lower(), |i| input.peek(i + 1).map(|w| w.lower()))
    {
        (length, entry) = (more + 1, input.lexicon().look_up(&phrase));
        long = Some(phrase);
    }
    let key = || long.unwrap_or_else(|| first.lower().clone());
    // "due to open": the infinitive's "to".
    let infinitive = || {
        let last = input.peek(length - 1).is_some_and(|w| w.is("to"));
        last && input.peek(length).is_some_and(|w| w.tag() == Tag::Vb)
    };
    // "up to 40": the number's bound.
    // "with six crew on board, crashed": nothing is there for it to stand before.
    let nominal = |w: Word| w.tag().is_noun() || w.tag().is_adjective();
    let stranded = || {
        let lone = |w: Word| w.tag().is_adjective() && !input.peek(length + 1).is_some_and(nominal);
        input.peek(length).is_none_or(|w| w.tag().is_punctuation() || w.tag().is_finite() || lone(w))
    };
    let bounds = || amount(input).is_ok_and(|(rest, _)| rest.at() > input.at() + length as u32);
    let held = length > 1 && (stranded() || bounds() || infinitive() && !entry.has(Sense::According));
    if entry.has(Sense::Preposition) && !held {
        return Ok((input.skip(length), ChunkKind::Preposition(key())));
    }
    if length > 1 && entry.has(Sense::Subordinator) {
        return Ok((input.skip(length), ChunkKind::Subordinator(key())));
    }
    no_match()
}

/// "critically injured", "guilty", "happy and free" is two.
fn adjective(input: Input<'_>) -> Parsed<'_, ChunkKind> {
    let (rest, _) = word(|w: Word| w.tag().is_adjective() || is_state(w))(skip_adverbs(input))?;
    Ok((rest, ChunkKind::Adjective))
}

/// A word between phrases.
fn between(w: Word<'_>) -> ChunkKind {
    let subordinates = || w.written().has(Sense::Subordinator);
    match w.tag() {
        Tag::In | Tag::Wrb if subordinates() => ChunkKind::Subordinator(w.lower().clone()),
        Tag::In if w.is("that") => ChunkKind::That,
        Tag::Wdt | Tag::WPS | Tag::Wrb => ChunkKind::Relative,
        Tag::In | Tag::To => ChunkKind::Preposition(w.lower().clone()),
        Tag::Rp => ChunkKind::Adverb,
        Tag::Dt if w.is("that") => ChunkKind::That,
        Tag::Cc => ChunkKind::Conjunction,
        Tag::Comma => ChunkKind::Comma,
        Tag::Colon if w.is(":") => ChunkKind::Colon,
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
