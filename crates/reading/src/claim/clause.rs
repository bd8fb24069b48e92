//! The grammar of clauses: from chunks to a tree of clauses and nominals.
//!
//! One pass from left to right; an alternative is chosen by looking a few chunks ahead. Nested clauses are read to a
//! bounded depth ([`MAX_DEPTH`]), and all work of a sentence is bounded by its length ([`Fuel`]).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use smallvec::SmallVec;

use super::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use super::input::NoMatch;
use super::{PhraseId, Tense, TimeId, VerbGroup};
use crate::article::Tokens;
use crate::lexicon::{Frame, Lexicon, Sense};
use crate::symbol::Sym;

mod complement;
mod nominal;

pub(super) use nominal::{Attach, nominal};

/// How deep clauses may nest before the grammar gives up on the inner ones.
pub const MAX_DEPTH: u8 = 12;

/// A part of a sentence as the grammar reads it.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A clause with all that hangs on it.
    Clause(Clause),
    /// Noun phrases without a verb: a fragment, a headline.
    Fragment(Nominal),
}

/// A verb with its subject and complements.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Who or what; none for "speaking on television" when nobody is named.
    pub subject: Option<Nominal>,
    /// The verb group.
    pub verb: VerbGroup,
    /// Objects, adjuncts and subordinate clauses, in reading order; fronted adjuncts first.
    pub complements: Vec<Complement>,
    /// How it hangs on the clause or nominal above it.
    pub relation: Relation,
}

/// How a clause hangs on what is above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// It stands alone.
    Main,
    /// "who was arrested", with the nominal as its subject.
    Relative,
    /// "whom they arrested", with the nominal as its object.
    RelativeObject,
    /// "that ..." or a bare clause behind a reporting verb.
    Content,
    /// "in which they died", with the nominal behind this preposition.
    RelativeOblique(Sym),
    /// "to meet", with the subject of the clause above.
    Infinitive,
    /// "to meet", with the object of the clause above.
    ObjectInfinitive,
    /// "meeting reporters", "seen by many": a participle.
    Participle,
    /// "after they met": introduced by this word.
    Adverbial(Sym),
    /// "and left": shares the subject of the clause above.
    Conjoined,
    /// ", Ann Lee said,": who says the clause that it interrupts.
    Speaking,
}

/// What belongs to a verb.
#[derive(Debug, Clone, PartialEq)]
pub enum Complement {
    /// A noun phrase behind the verb.
    Object(Nominal),
    /// A preposition with its object.
    Oblique(Sym, u32, Nominal),
    /// A time expression, with the preposition in front of it.
    Time(Option<Sym>, TimeId, Tokens),
    /// "dead", "guilty"
    Adjective(Tokens),
    /// "quickly"
    Adverb(Tokens),
    /// A subordinate or conjoined clause.
    Clause(Box<Clause>),
}

/// Noun phrases that stand together, with what modifies them.
#[derive(Debug, Clone, PartialEq)]
pub struct Nominal {
    /// The coordinated phrases: one, or "A, B and C".
    pub phrases: SmallVec<[PhraseId; 2]>,
    /// From the first word to the last, prepositional attributes included, relative clauses not.
    pub tokens: Tokens,
    /// Attributes: "of the city", "in Norway".
    pub attributes: Vec<(Sym, Nominal)>,
    /// Times that modify it: "the meeting on Friday".
    pub times: Vec<TimeId>,
    /// "a teacher" in "Ann Lee, a teacher,".
    pub appositions: Vec<Apposition>,
    /// Clauses that modify it.
    pub clauses: Vec<Clause>,
}

/// What stands beside a noun phrase and describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Apposition {
    /// The phrase that it describes.
    pub described: PhraseId,
    /// "of" in "Ann Lee, of Kent,".
    pub preposition: Option<Sym>,
    /// "a teacher"
    pub nominal: Nominal,
}

/// Reads a whole sentence into its parts; chunks that fit nowhere are skipped.
///
/// ```
/// use gainsay_reading::article::Article;
/// use gainsay_reading::claim::Reading;
/// use gainsay_reading::claim::chunk::{Chunks, Fuel, chunks};
/// use gainsay_reading::claim::clause::{Item, sentence};
/// use gainsay_reading::claim::annotation::Annotated;
/// use gainsay_reading::lexicon::Lexicon;
/// let lexicon = Lexicon::built_in();
/// let article = Article::from_text("The ship sank and two sailors drowned.", lexicon);
/// let mut reading = Reading::default();
/// let found = chunks(&Annotated::new(&article, lexicon), &article.sentences[0], &mut reading);
/// let fuel = Fuel::of(found.len());
/// let parts = sentence(Chunks::new(&found, &reading.phrases, lexicon, &fuel));
/// assert!(matches!(parts.as_slice(), [Item::Clause(_), ..]));
/// ```
pub fn sentence(chunks: Chunks<'_>) -> Vec<Item> {
    let mut input = chunks;
    let mut items = Vec::new();
    while !input.is_empty() {
        let before = input.len();
        match alt((clause(0).map(Item::Clause), fragment.map(Item::Fragment))).parse(input) {
            Ok((rest, item)) if rest.len() < before => {
                items.push(item);
                input = rest;
            }
            // Whatever reads from a quotation mark reads on behind all of them.
            _ if matches!(input.kind(0), Some(ChunkKind::OpenQuote | ChunkKind::CloseQuote)) => {
                input = quote_marks(input);
            }
            _ => input = input.skip(1),
        }
    }
    items
}

/// A nominal that no verb follows.
fn fragment(input: Chunks<'_>) -> Built<'_, Nominal> {
    nominal(Attach::All, 0)(input)
}

/// A clause: adjuncts in front, subject, what interrupts, verb, complements, conjoined verbs.
pub(super) fn clause<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        if depth >= MAX_DEPTH || !input.verb_follows() {
            return Err(nom::Err::Error(NoMatch));
        }
        let (rest, mut complements) = complement::fronted(input, depth)?;
        // "Also *killed was a nurse*", "*Running a bank* is hard"
        if let Ok((rest, (subject, verb))) = complement::undergone(rest, depth) {
            return finish(rest, Some(subject), verb, complements, Relation::Main, depth);
        }
        // ", *said the mayor*, and": who says so stands behind.
        if complements.is_empty()
            && let Ok((rest, (subject, verb))) = complement::said_first(rest, depth)
        {
            return finish(rest, Some(subject), verb, complements, Relation::Main, depth);
        }
        if let Ok((rest, (action, verb))) = complement::action(rest, depth) {
            complements.push(action);
            return finish(rest, None, verb, complements, Relation::Main, depth);
        }
        if let Ok((rest, (subject, verb))) = complement::inverted(rest, depth) {
            return finish(rest, Some(subject), verb, complements, Relation::Main, depth);
        }
        let (rest, subject) = opt(nominal(Attach::All, depth)).parse(rest)?;
        let (rest, ()) = complement::interruption(rest, depth, &mut complements)?;
        let (rest, verb) = match &subject {
            Some(_) => {
                let finite = finite_verb.map(VerbGroup::clone);
                alt((finite, unmarked_past, bare_present, wished, headline_future)).parse(rest)?
            }
            None => alt((finite_verb, subjectless)).map(VerbGroup::clone).parse(rest)?,
        };
        let (rest, verb) = complement::resumed(rest, verb, depth, &mut complements)?;
        let (rest, mut found) = finish(rest, subject, verb, complements, Relation::Main, depth)?;
        if !rest.in_prose() && is_headline_passive(&found, rest.lexicon()) {
            found.verb.passive = true;
        }
        Ok((rest, found))
    }
}

/// "Two men held over fire": headlines tell the past in the present tense; a past form without object is a passive.
fn is_headline_passive(clause: &Clause, lexicon: &Lexicon) -> bool {
    let verb = &clause.verb;
    let object = |c: &Complement| match c {
        Complement::Object(_) => true,
        Complement::Clause(inner) => inner.relation == Relation::Content,
        _ => false,
    };
    verb.tense == Tense::Past
        && verb.tokens.len() == 1
        && clause.subject.is_some()
        && !clause.complements.iter().any(object)
        && !verb.senses.has(Sense::Copula)
        && !reports(verb)
        && !happens(verb, lexicon)
}

/// Does it happen to its subject, so that it has no passive?
fn happens(verb: &VerbGroup, lexicon: &Lexicon) -> bool {
    let frame = lexicon.look_up(&verb.lemma).verb.map(|(_, frame)| frame);
    matches!(frame, Some(Frame::Undergoes | Frame::Shares))
}

/// The verb and all behind it, for a subject that is known.
pub(super) fn finish<'a>(
    rest: Chunks<'a>,
    subject: Option<Nominal>,
    verb: VerbGroup,
    mut complements: Vec<Complement>,
    relation: Relation,
    depth: u8,
) -> Built<'a, Clause> {
    let (rest, ()) = complement::complements(rest, &verb, depth, &mut complements)?;
    Ok((rest, Clause { subject, verb, complements, relation }))
}

/// A verb group that can head a clause.
pub(super) fn finite_verb(input: Chunks<'_>) -> Built<'_, &VerbGroup> {
    chunk(|c| match &c.kind {
        ChunkKind::Verb(v) if v.tense.is_finite() => Some(v),
        _ => None,
    })(input)
}

/// A verb group of this tense.
pub(super) fn verb_of<'a>(tense: Tense) -> impl Fn(Chunks<'a>) -> Built<'a, &'a VerbGroup> {
    chunk(move |c| match &c.kind {
        ChunkKind::Verb(v) if v.tense == tense => Some(v),
        _ => None,
    })
}

/// In headlines and captions the verb may be a participle or base form: "Arrested in May, ...".
fn subjectless(input: Chunks<'_>) -> Built<'_, &VerbGroup> {
    alt((verb_of(Tense::Participle), verb_of(Tense::Gerund))).parse(input)
}

/// A participle where the verb of the sentence should be. With an object it is a past tense ("The firm filed a
/// suit"). Without one, a verb that needs one is a passive that lacks its auxiliary ("five were shot and two hurt"),
/// and so is any in a headline ("Mother of four jailed").
fn unmarked_past(input: Chunks<'_>) -> Built<'_, VerbGroup> {
    let (rest, verb) = verb_of(Tense::Participle)(input)?;
    let object = matches!(rest.kind(0), Some(ChunkKind::Noun(_)));
    let agent = matches!(rest.kind(0), Some(ChunkKind::Preposition(p)) if *p == "by");
    let needs_object =
        || rest.lexicon().look_up(&verb.lemma).verb.is_some_and(|(_, frame)| frame == Frame::Acts);
    let passive = !object && (agent || !rest.in_prose() || (needs_object() && !reports(verb)));
    Ok((rest, VerbGroup { tense: Tense::Past, passive, ..verb.clone() }))
}

/// A present tense without an ending ("insurers deny"), which taggers take for an infinitive.
fn bare_present(input: Chunks<'_>) -> Built<'_, VerbGroup> {
    let (rest, verb) = verb_of(Tense::Infinitive)(input)?;
    if verb.tokens.len() == 1 {
        Ok((rest, VerbGroup { tense: Tense::Present, ..verb.clone() }))
    } else {
        Err(nom::Err::Error(NoMatch))
    }
}

/// "insisted that the child *be returned*": what somebody wants.
fn wished(input: Chunks<'_>) -> Built<'_, VerbGroup> {
    let (rest, verb) = verb_of(Tense::Infinitive)(input)?;
    if !(input.is_content() && verb.passive && verb.tokens.len() == 2) {
        return Err(nom::Err::Error(NoMatch));
    }
    Ok((rest, VerbGroup { tense: Tense::Future, modal: Some(Sym::new_static("would")), ..verb.clone() }))
}

/// "Two leaders to meet in Oslo": in headlines, what will be.
fn headline_future(input: Chunks<'_>) -> Built<'_, VerbGroup> {
    let (rest, verb) = verb_of(Tense::Infinitive)(input)?;
    if rest.in_prose() {
        return Err(nom::Err::Error(NoMatch));
    }
    Ok((rest, VerbGroup { tense: Tense::Future, modal: Some(Sym::new_static("will")), ..verb.clone() }))
}

/// Does a finite verb stand here?
pub(super) fn at_finite_verb(input: &Chunks<'_>, ahead: usize) -> bool {
    matches!(input.kind(ahead), Some(ChunkKind::Verb(v)) if v.tense.is_finite())
}

/// Steps over quotation marks, which do not matter to who did what.
pub(super) fn quote_marks(input: Chunks<'_>) -> Chunks<'_> {
    let mut rest = input;
    while matches!(rest.kind(0), Some(ChunkKind::OpenQuote | ChunkKind::CloseQuote)) {
        rest = rest.skip(1);
    }
    rest
}

/// A comma, if there is one.
pub(super) fn comma(input: Chunks<'_>) -> Built<'_, Option<Tokens>> {
    opt(mark(ChunkKind::Comma)).parse(input)
}

/// Is the verb one that reports what somebody says?
pub(super) fn reports(verb: &VerbGroup) -> bool {
    verb.senses.has(Sense::Reporting) || verb.senses.has(Sense::Denying)
}

#[cfg(test)]
mod tests;
