//! What stands around a verb: objects, prepositional phrases, times, adverbs, subordinate and conjoined clauses.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::nominal::{Attach, nominal};
use super::{
    Clause, Complement, MAX_DEPTH, Relation, at_finite_verb, clause, finish, finite_verb, quote_marks,
    reports,
};
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use crate::claim::input::NoMatch;
use crate::claim::{Tense, VerbGroup};
use crate::lexicon::Sense;

mod fronted;
mod joined;
mod prepositional;
mod speaking;

use fronted::before_main;
pub(super) use fronted::{action, behind_insertion, fronted, interruption};
use joined::{behind_comma, conjoined};
use prepositional::{fronted_prepositional, lone_prepositions, prepositional};
pub(super) use speaking::{inverted, resumed, said_first, undergone};

const NO_MATCH: nom::Err<NoMatch> = nom::Err::Error(NoMatch);

/// A prepositional phrase, a time or an adverb.
pub(super) fn adjunct(input: Chunks<'_>, depth: u8) -> Built<'_, Complement> {
    match input.kind(0).ok_or(NO_MATCH)? {
        ChunkKind::Preposition(_) | ChunkKind::Subordinator(_) => fronted_prepositional(depth)(input),
        ChunkKind::Time(_) => time(input),
        ChunkKind::Adverb => adverb(input),
        _ => Err(NO_MATCH),
    }
}

/// Everything behind the verb, up to where another clause begins.
pub(super) fn complements<'a>(
    input: Chunks<'a>,
    verb: &VerbGroup,
    depth: u8,
    found: &mut Vec<Complement>,
) -> Built<'a, ()> {
    let mut rest = quote_marks(input);
    if depth >= MAX_DEPTH {
        return Ok((rest, ()));
    }
    let mut so_far = SoFar::default();
    found.iter().for_each(|complement| so_far.count(complement));
    while let Ok((next, complement)) = one_complement(rest, verb, depth, so_far) {
        so_far.count(&complement);
        found.push(complement);
        rest = quote_marks(next);
    }
    Ok((rest, ()))
}

/// What of a verb's complements has been read.
#[derive(Debug, Clone, Copy, Default)]
struct SoFar {
    objects: usize,
    /// Is there a clause that says what is reported?
    content: bool,
    /// Is the last of them a time?
    timed: bool,
}

impl SoFar {
    fn count(&mut self, complement: &Complement) {
        self.objects += usize::from(matches!(complement, Complement::Object(_)));
        self.timed = matches!(complement, Complement::Time(..));
        self.content |= matches!(complement, Complement::Clause(c) if c.relation == Relation::Content);
    }
}

/// "as *Carl Lund*, 51,", "as *a moderate*, won", "as *quiet*,": what somebody is called up to the comma or the verb.
fn is_called(input: &Chunks<'_>, verb: &VerbGroup) -> bool {
    // "killed as a quake hit the coast"
    let called = verb.senses.has(Sense::Naming) && at_finite_verb(input, 2);
    let ends = verb.passive && input.is(2, &ChunkKind::Comma) || called;
    match input.kind(1) {
        Some(ChunkKind::Noun(id)) => ends && !input.is_pronoun(*id),
        Some(ChunkKind::Adjective) => ends,
        _ => false,
    }
}

/// "worked *as a spy*", "serves *as a judge*, and"
fn works_as(input: &Chunks<'_>, verb: &VerbGroup) -> bool {
    const WORKING: [&str; 8] = ["work", "serve", "act", "pose", "train", "double", "function", "qualify"];
    let thing = matches!(input.kind(1), Some(ChunkKind::Noun(id)) if input.is_one_of_many(*id));
    let ends = input.is(2, &ChunkKind::Comma) || input.verb_to_come() && at_finite_verb(input, 2);
    WORKING.contains(&verb.lemma.as_str()) && thing && ends
}

/// "described *as quiet*"
fn as_what(input: Chunks<'_>) -> Built<'_, Complement> {
    let inside = quote_marks(input.skip(1));
    chunk(|c| (c.kind == ChunkKind::Adjective).then_some(Complement::Adjective(c.tokens)))(inside)
}

fn one_complement<'a>(
    input: Chunks<'a>,
    verb: &VerbGroup,
    depth: u8,
    so_far: SoFar,
) -> Built<'a, Complement> {
    let objects = so_far.objects;
    match input.kind(0).ok_or(NO_MATCH)? {
        ChunkKind::Noun(_) => alt((bare_content(verb, depth), object(verb, depth, objects))).parse(input),
        ChunkKind::Preposition(_) => alt((prepositional(depth), lone_prepositions)).parse(input),
        // ", identified as Carl Lund, worked": the verb is the outer clause's.
        ChunkKind::Subordinator(word)
            if *word == "as"
                && (input.verb_to_come() && is_called(&input, verb) || works_as(&input, verb)) =>
        {
            alt((as_what, prepositional(depth), adverbial_clause(depth))).parse(input)
        }
        // "Speaking *after the talks*, Ann Lee and Bob Roe said"
        ChunkKind::Subordinator(_) if input.subject_to_come() || input.verb_to_come() => {
            alt((before_main(depth), prepositional(depth))).parse(input)
        }
        ChunkKind::Subordinator(_) => {
            alt((adverbial_clause(depth), prepositional(depth), as_what)).parse(input)
        }
        ChunkKind::Time(_) => time(input),
        ChunkKind::Adjective => predicative(verb)(input),
        ChunkKind::Adverb => adverb(input),
        // "said in a letter published Wednesday that": what she said.
        ChunkKind::That if verb.tense == Tense::Participle && !reports(verb) => Err(NO_MATCH),
        ChunkKind::That => alt((content(depth), extraposed(so_far, depth))).parse(input),
        ChunkKind::Relative => alt((interrogative(verb, depth), extraposed(so_far, depth))).parse(input),
        ChunkKind::Verb(v) => verbal(v, verb, depth, objects)(input),
        ChunkKind::Conjunction => {
            alt((conjoined(verb, depth), further_content(so_far.content, depth), further_time)).parse(input)
        }
        ChunkKind::Comma => behind_comma(verb, so_far, depth)(input),
        ChunkKind::Colon => after_colon(verb, depth)(input),
        _ => Err(NO_MATCH),
    }
}

/// A noun phrase behind the verb; at most two stand side by side ("gave him a medal").
fn object<'a>(verb: &VerbGroup, depth: u8, before: usize) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let most = if verb.senses.has(Sense::Copula) { 1 } else { 2 };
    let says = reports(verb);
    let attach = if says { Attach::Of } else { Attach::Object };
    move |input| {
        if before >= most {
            return Err(NO_MATCH);
        }
        let (rest, found) = nominal(attach, depth + 1)(input)?;
        // "said he left": the subject of another clause.
        if at_finite_verb(&rest, 0) && (says || !rest.verb_to_come()) {
            return Err(NO_MATCH);
        }
        Ok((rest, Complement::Object(found)))
    }
}

/// "said [police arrested two men]": a clause without "that".
fn bare_content<'a>(verb: &VerbGroup, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let reporting = reports(verb);
    let telling = verb.senses.has(Sense::Telling);
    move |input| {
        // "told the court that he ...": the one who is told.
        let number = matches!(input.kind(0), Some(ChunkKind::Noun(id)) if input.is_number(*id));
        let counts = number && input.is(1, &ChunkKind::Conjunction);
        if !reporting || telling && input.is(1, &ChunkKind::That) || counts || parted(&input) {
            return Err(NO_MATCH);
        }
        content_clause(depth).map(subordinate).parse(input)
    }
}

/// "claimed responsibility for the raid*, but*": does a comma with a conjunction part the noun from what follows?
fn parted(input: &Chunks<'_>) -> bool {
    /// No more chunks stand before the comma.
    const LONGEST: usize = 6;
    let inside = |at: &usize| matches!(input.kind(*at), Some(ChunkKind::Noun(_) | ChunkKind::Preposition(_)));
    let end = (0..LONGEST).take_while(inside).count();
    let bare = matches!(input.kind(0), Some(ChunkKind::Noun(id)) if input.is_undetermined(*id));
    // "told Ann*, and she left*"
    let named = matches!(input.kind(0), Some(ChunkKind::Noun(id)) if input.names(*id)) && end == 1;
    let one = matches!(input.kind(end + 2), Some(ChunkKind::Noun(_))) && at_finite_verb(input, end + 3);
    (bare && end > 1 || named && one)
        && input.is(end, &ChunkKind::Comma)
        && input.is(end + 1, &ChunkKind::Conjunction)
}

/// "that police arrested two men".
fn content<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, _) = mark(ChunkKind::That)(input)?;
        content_clause(depth).map(subordinate).parse(rest)
    }
}

/// "charged in the blast on Monday *that killed nine*": a relative clause away from its noun.
fn extraposed<'a>(so_far: SoFar, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, _) = alt((mark(ChunkKind::That), mark(ChunkKind::Relative))).parse(input)?;
        let (rest, verb) = if so_far.timed { finite_verb(rest)? } else { return Err(NO_MATCH) };
        let (rest, found) = finish(rest, None, verb.clone(), Vec::new(), Relation::Relative, depth + 1)?;
        Ok((rest, subordinate(found)))
    }
}

/// "... and that two men were hurt", behind another such clause.
fn further_content<'a>(goes_on: bool, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, _) = mark(ChunkKind::Conjunction)(input)?;
        if goes_on { content(depth)(rest) } else { Err(NO_MATCH) }
    }
}

/// "once in May *and again in June*": another time of the same.
fn further_time(input: Chunks<'_>) -> Built<'_, Complement> {
    let (rest, _) = mark(ChunkKind::Conjunction)(input)?;
    let (rest, _) = opt(mark(ChunkKind::Adverb)).parse(rest)?;
    let (rest, found) = time(rest)?;
    let ends = matches!(rest.kind(0), None | Some(ChunkKind::Comma | ChunkKind::Stop));
    if ends { Ok((rest, found)) } else { Err(NO_MATCH) }
}

pub(super) fn content_clause<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, mut found) = clause(depth + 1)(quote_marks(input).in_content())?;
        if found.subject.is_none() {
            return Err(NO_MATCH);
        }
        found.relation = Relation::Content;
        Ok((rest.inside_as(&input), found))
    }
}

fn subordinate(clause: Clause) -> Complement {
    Complement::Clause(Box::new(clause))
}

/// "which was found", "what they wanted" behind a verb.
fn interrogative<'a>(verb: &VerbGroup, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let reporting = reports(verb);
    move |input| {
        let (rest, _) = mark(ChunkKind::Relative)(input)?;
        if reporting { content_clause(depth).map(subordinate).parse(rest) } else { Err(NO_MATCH) }
    }
}

/// "after he was arrested", "as he left".
fn adverbial_clause<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, word) = chunk(|c| match &c.kind {
            ChunkKind::Subordinator(word) => Some(word),
            _ => None,
        })(input)?;
        // "as early as October, analysts said": a time by itself is no clause.
        let lone_time = matches!(rest.kind(0), Some(ChunkKind::Time(_))) && rest.is(1, &ChunkKind::Comma);
        // "after cutting a hole, police said": the gerund is the preposition's.
        let gerund = matches!(rest.kind(0), Some(ChunkKind::Verb(v)) if v.tense == Tense::Gerund);
        if lone_time || gerund {
            return Err(NO_MATCH);
        }
        let (rest, mut found) = clause(depth + 1)(rest.in_circumstance())?;
        // "stays as mayor*, and Ann Lee leads*": two nouns that a comma parts are no subject of a clause of circumstance.
        let parted = matches!(input.kind(1), Some(ChunkKind::Noun(_)))
            && input.is(2, &ChunkKind::Comma)
            && input.is(3, &ChunkKind::Conjunction)
            && found.subject.as_ref().is_some_and(|subject| subject.phrases.len() == 2);
        if found.subject.is_none() || parted {
            return Err(NO_MATCH);
        }
        found.relation = Relation::Adverbial(word.clone());
        Ok((rest.inside_as(&input), Complement::Clause(Box::new(found))))
    }
}

fn time(input: Chunks<'_>) -> Built<'_, Complement> {
    chunk(|c| match c.kind {
        ChunkKind::Time(id) => Some(Complement::Time(None, id, c.tokens)),
        _ => None,
    })(input)
}

fn adverb(input: Chunks<'_>) -> Built<'_, Complement> {
    chunk(|c| (c.kind == ChunkKind::Adverb).then_some(Complement::Adverb(c.tokens)))(input)
}

/// "was dead", "made him happy".
fn predicative<'a>(_verb: &VerbGroup) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> + use<'a> {
    move |input| chunk(|c| (c.kind == ChunkKind::Adjective).then_some(Complement::Adjective(c.tokens)))(input)
}

/// A verb without its own subject behind this one: "to meet", "killing five".
fn verbal<'a>(
    v: &'a VerbGroup,
    above: &VerbGroup,
    depth: u8,
    objects: usize,
) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let asks = (above.senses.has(Sense::Intending) || above.senses.has(Sense::Causing)) && !above.passive;
    let says = reports(above) && !above.passive;
    move |input| {
        let relation = match v.tense {
            // "asked him to leave": the object leaves; "went to Paris to meet him": the subject meets.
            // "saw him leave"
            Tense::Infinitive if objects > 0 && (asks || v.tokens.len() == 1) => Relation::ObjectInfinitive,
            Tense::Infinitive => Relation::Infinitive,
            // "denied stealing", "reported seeing": what is denied or reported.
            Tense::Gerund if objects == 0 && says => Relation::Content,
            Tense::Gerund | Tense::Participle => Relation::Participle,
            _ => return Err(NO_MATCH),
        };
        let (rest, found) = finish(input.skip(1), None, v.clone(), Vec::new(), relation, depth + 1)?;
        Ok((rest, Complement::Clause(Box::new(found))))
    }
}

/// ", killing five": a participle that tells more of what happened.
fn circumstance<'a>(v: &'a VerbGroup, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let relation = if v.tense == Tense::Infinitive { Relation::Infinitive } else { Relation::Participle };
        let (rest, found) = finish(input.skip(1), None, v.clone(), Vec::new(), relation, depth + 1)?;
        Ok((rest, Complement::Clause(Box::new(found))))
    }
}

/// Behind a colon a reporting verb may have its content: "he said: police arrested ...".
fn after_colon<'a>(verb: &VerbGroup, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let reporting = reports(verb);
    move |input| {
        let (rest, _) = mark(ChunkKind::Colon)(input)?;
        if reporting { content_clause(depth).map(subordinate).parse(rest) } else { Err(NO_MATCH) }
    }
}
