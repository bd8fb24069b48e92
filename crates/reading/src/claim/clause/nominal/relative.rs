//! Clauses that modify a noun: relative, reduced to a participle, without a pronoun, and what a noun says.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::{Attach, Nominal, Side, noun};
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use crate::claim::clause::complement::{adjunct, behind_insertion, complements, content_clause};
use crate::claim::clause::{
    Clause, Complement, Relation, at_finite_verb, clause, comma, finish, finite_verb, happens, reports,
    verb_of,
};
use crate::claim::input::NoMatch;
use crate::claim::{PhraseId, Tense, VerbGroup};
use crate::lexicon::{Frame, Sense};

/// "who was arrested", ", which they denied", "in which 19 people died", ", whose brother died,".
pub(super) fn relative_clause<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, opening) = comma(input)?;
        if matches!(rest.kind(0), Some(ChunkKind::Noun(id)) if rest.is_relative(*id)) {
            let inside = rest.inside(opening.is_some(), attach.in_front());
            let (rest, found) = clause(depth + 1)(inside)?;
            return Ok((rest.inside_as(&input), Clause { relation: Relation::Relative, ..found }));
        }
        // ", where the injured were taken,": a clause of its own.
        let place = match rest.kind(0) {
            Some(ChunkKind::Subordinator(word)) => *word == "where" || *word == "when" && opening.is_none(),
            _ => false,
        };
        if place && attach.in_front() {
            let (rest, found) = clause(depth + 1)(rest.skip(1).inside(opening.is_some(), true))?;
            if opening.is_none() && !at_finite_verb(&rest, 0) {
                return Err(nom::Err::Error(NoMatch));
            }
            return Ok((rest.inside_as(&input), Clause { relation: Relation::Relative, ..found }));
        }
        // ", one of whom was armed,": of some of them.
        if opening.is_some() && some_of_whom(&rest) {
            let inside = rest.skip(3).inside(true, attach.in_front());
            let (rest, mut found) = subject_relative(depth)(inside)?;
            found.subject = noun_alone(&input.skip(1));
            return Ok((rest.inside_as(&input), found));
        }
        let preposition = chunk(|c| match &c.kind {
            ChunkKind::Preposition(p) => Some(p),
            _ => None,
        });
        let (rest, preposition) = opt(preposition).parse(rest)?;
        let that = rest.is(0, &ChunkKind::That);
        let (rest, _) = alt((mark(ChunkKind::Relative), that_with_verb)).parse(rest)?;
        // "met victims of the fire that killed nine*, visited the site*": behind the verb, a comma closes it as well.
        let closes = opening.is_some() || that && attach.side() == Side::Behind;
        let rest = rest.inside(closes, attach.in_front());
        let (rest, mut found) =
            alt((reported_relative(depth), subject_relative(depth), object_relative(depth))).parse(rest)?;
        if let Some(preposition) = preposition {
            found.relation = Relation::RelativeOblique(preposition.clone());
            // ", in which nine died *and two were hurt*,": another clause of its own.
            if matches!(rest.kind(1), Some(ChunkKind::Noun(_)))
                && at_finite_verb(&rest, 2)
                && let Ok((after, (_, second))) =
                    (mark(ChunkKind::Conjunction), clause(depth + 1)).parse(rest)
                && second.subject.is_some()
                && after.is(0, &ChunkKind::Comma)
            {
                found.complements.push(Complement::Clause(Box::new(second)));
                return Ok((after.inside_as(&input), found));
            }
        }
        Ok((rest.inside_as(&input), found))
    }
}

/// "*one of whom* was armed"
fn some_of_whom(input: &Chunks<'_>) -> bool {
    let relative = match input.kind(2) {
        Some(ChunkKind::Relative) => true,
        Some(ChunkKind::Noun(id)) => input.is_relative_pronoun(*id),
        _ => false,
    };
    matches!(input.kind(0), Some(ChunkKind::Noun(_) | ChunkKind::Adjective | ChunkKind::Other))
        && matches!(input.kind(1), Some(ChunkKind::Preposition(p)) if *p == "of")
        && relative
}

/// The next chunk as a nominal, if it is a noun phrase.
fn noun_alone(input: &Chunks<'_>) -> Option<Nominal> {
    let (_, (id, tokens)) = noun(*input).ok()?;
    Some(Nominal::of(id, tokens))
}

/// "which *it says* has cost jobs": who says so stands between the pronoun and its verb.
fn reported_relative<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let said = matches!(input.kind(0), Some(ChunkKind::Noun(_)))
            && matches!(input.kind(1), Some(ChunkKind::Verb(v)) if v.tense.is_finite() && reports(v))
            && at_finite_verb(&input, 2);
        if said { subject_relative(depth)(input.skip(2)) } else { Err(nom::Err::Error(NoMatch)) }
    }
}

/// "that" which the tagger takes for a conjunction, in front of a verb.
fn that_with_verb(input: Chunks<'_>) -> Built<'_, crate::article::Tokens> {
    if at_finite_verb(&input, 1) { mark(ChunkKind::That)(input) } else { Err(nom::Err::Error(NoMatch)) }
}

fn subject_relative<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (mut rest, ()) = adverbs(input)?;
        // "who *in turn* left"
        let mut between = Vec::new();
        while matches!(rest.kind(0), Some(ChunkKind::Preposition(_)))
            && let Ok((next, adjunct)) = adjunct(rest, depth)
        {
            between.push(adjunct);
            (rest, ()) = adverbs(next)?;
        }
        let (rest, verb) = finite_verb(rest)?;
        finish(rest, None, verb.clone(), between, Relation::Relative, depth + 1)
    }
}

fn object_relative<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        // "whom *rebels captured* in June": the verb right behind the noun is no participle.
        if let Ok((rest, (id, tokens))) = noun(input)
            && let Ok((rest, verb)) = alt((verb_of(Tense::Past), verb_of(Tense::Participle))).parse(rest)
            && verb.tokens.len() == 1
            && !reports(verb)
            && !(rest.between_commas() && another_verb(&rest))
        {
            let subject = Some(Nominal::of(id, tokens));
            let verb = VerbGroup { tense: Tense::Past, passive: false, ..verb.clone() };
            return finish(rest, subject, verb, Vec::new(), Relation::RelativeObject, depth + 1);
        }
        let (rest, mut found) = clause(depth + 1)(input)?;
        found.relation = Relation::RelativeObject;
        Ok((rest, found))
    }
}

/// "whom officers stationed in Oslo *arrested*": does a verb follow before the comma, so that the first is a participle?
fn another_verb(input: &Chunks<'_>) -> bool {
    /// No more chunks stand between the two.
    const LONGEST: usize = 8;
    let inside = |at: &usize| {
        matches!(
            input.kind(*at),
            Some(ChunkKind::Noun(_) | ChunkKind::Preposition(_) | ChunkKind::Time(_) | ChunkKind::Adverb)
        )
    };
    let end = (0..LONGEST).take_while(inside).count();
    matches!(input.kind(end), Some(ChunkKind::Verb(v)) if v.tense.is_finite() || v.tense == Tense::Participle)
}

fn adverbs(mut input: Chunks<'_>) -> Built<'_, ()> {
    while matches!(input.kind(0), Some(ChunkKind::Adverb | ChunkKind::Comma | ChunkKind::Time(_))) {
        input = input.skip(1);
    }
    Ok((input, ()))
}

/// "men carrying guns", "two people killed in the blast", ", arrested in May,".
pub(super) fn reduced_relative<'a>(
    attach: Attach,
    id: PhraseId,
    depth: u8,
) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, opening) = comma(input)?;
        // ", also called the Old Mill,"
        let (rest, ()) = if opening.is_some() { adverbs(rest)? } else { (rest, ()) };
        let (rest, verb) =
            alt((bare_participle, participle_like_past(attach, id, opening.is_some()))).parse(rest)?;
        // "three men, *identified as farmers*", "a firm, *based in Oslo*": what the noun before it is called, or where it lies.
        let told = verb.tense == Tense::Participle
            && (verb.senses.has(Sense::Naming) || verb.senses.has(Sense::Locating));
        if opening.is_some() && attach != Attach::All && !told {
            // ", killing five": the participle is the clause's, not the noun's.
            return Err(nom::Err::Error(NoMatch));
        }
        let mut found = Vec::new();
        let object = matches!(rest.kind(0), Some(ChunkKind::Noun(_)));
        let (rest, ()) = complements(rest.inside(false, attach.in_front()), &verb, depth + 1, &mut found)?;
        let rest = rest.inside_as(&input);
        // ", founded in Selby*, Ohio*, sells"
        let state = opening.is_some()
            && rest.is(0, &ChunkKind::Comma)
            && matches!(rest.kind(1), Some(ChunkKind::Noun(id)) if rest.names(*id))
            && rest.is(2, &ChunkKind::Comma)
            && at_finite_verb(&rest, 3);
        let rest = if state && attach == Attach::All { rest.skip(2) } else { rest };
        let gerund = verb.tense == Tense::Gerund;
        let rest = if gerund && attach.in_front() { main_verbs_time(input, rest, &mut found) } else { rest };
        // ", identified as Carl Lund, 51, worked": the last comma closes all that is open.
        let ends = told && matches!(rest.kind(0), None | Some(ChunkKind::Stop));
        let closes = opening.is_none() || rest.is(0, &ChunkKind::Comma) || verb_ahead(&rest) || ends;
        if !closes {
            return Err(nom::Err::Error(NoMatch));
        }
        // In front of the verb, a participle needs the main verb behind it; else it is the main verb itself.
        // "a man *named Tomas Berg* shot"
        let object = object && !(verb.senses.has(Sense::Naming) && verb_ahead(&rest));
        let main = verb.tense == Tense::Participle
            && (object || found.is_empty() && joined(&rest) || !verb_ahead(&rest));
        if attach.in_front() && main {
            return Err(nom::Err::Error(NoMatch));
        }
        Ok((rest, Clause { subject: None, verb, complements: found, relation: Relation::Participle }))
    }
}

/// "Plans *to widen the road* have been dropped": an infinitive in front of the verb.
pub(super) fn infinitive<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        if !matches!(attach, Attach::All | Attach::Apposed(Side::Front)) {
            return Err(nom::Err::Error(NoMatch));
        }
        let (rest, verb) = verb_of(Tense::Infinitive)(input)?;
        let verb = verb.clone();
        let (rest, found) =
            finish(rest.inside(false, true), None, verb, Vec::new(), Relation::Infinitive, depth + 1)?;
        // "the plan to close the mine*, announced on Monday,* was rejected"
        let behind = comma(rest)?.0;
        let apposed = rest.is(0, &ChunkKind::Comma) && at_finite_verb(&rest, 1);
        let inserted = apposed || rest.is(0, &ChunkKind::Comma) && behind_insertion(&behind).is_some();
        if at_finite_verb(&rest, 0) || inserted {
            Ok((rest.inside_as(&input), found))
        } else {
            Err(nom::Err::Error(NoMatch))
        }
    }
}

fn bare_participle(input: Chunks<'_>) -> Built<'_, VerbGroup> {
    alt((verb_of(Tense::Participle), verb_of(Tense::Gerund))).map(VerbGroup::clone).parse(input)
}

/// "The guards patrolling the port *on Thursday* stopped a ship": a time right in front of the main verb is that verb's.
/// Gives what is left when the reduced relative clause lets go of it.
fn main_verbs_time<'a>(input: Chunks<'a>, rest: Chunks<'a>, found: &mut Vec<Complement>) -> Chunks<'a> {
    let chunks = match found.last() {
        Some(Complement::Time(preposition, ..)) if found.len() > 1 => 1 + usize::from(preposition.is_some()),
        _ => return rest,
    };
    if !at_finite_verb(&rest, 0) {
        return rest;
    }
    found.pop();
    input.skip(input.len().saturating_sub(rest.len() + chunks)).inside_as(&rest)
}

/// "Jan Lund of Kent *but living in Oslo*": in front of the verb, a second thing said of somebody.
pub(super) fn joined_gerund<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, _) = comma(input)?;
        let (rest, _) = mark(ChunkKind::Conjunction)(rest)?;
        let (rest, verb) = verb_of(Tense::Gerund)(rest)?;
        let mut found = Vec::new();
        let (rest, ()) = complements(rest.inside(false, attach.in_front()), verb, depth + 1, &mut found)?;
        let rest = rest.inside_as(&input);
        if !attach.in_front() || !(rest.is(0, &ChunkKind::Comma) || at_finite_verb(&rest, 0)) {
            return Err(nom::Err::Error(NoMatch));
        }
        let verb = verb.clone();
        Ok((rest, Clause { subject: None, verb, complements: found, relation: Relation::Participle }))
    }
}

/// "the sailors *killed* in the fire have sued", "set off the gas *stored* nearby": what looks like a past tense is a
/// participle in front of the verb when it needs an object, has none, and another verb follows; and behind a verb.
fn participle_like_past<'a>(
    attach: Attach,
    id: PhraseId,
    between_commas: bool,
) -> impl Fn(Chunks<'a>) -> Built<'a, VerbGroup> {
    move |input| {
        let (rest, verb) = finite_verb(input)?;
        // "The decision, announced on Monday, was": what closes with a comma in front of the verb.
        let said = reports(verb) && !between_commas;
        let simple = verb.tense == Tense::Past && verb.tokens.len() == 1 && !said;
        let full = !verb.senses.has(Sense::Copula) && !matches!(verb.lemma.as_str(), "have" | "do");
        let reduced = match attach.side() {
            Side::Front => lacks_object(verb, &rest),
            Side::Behind => {
                matches!(attach, Attach::Object | Attach::Of)
                    && !input.verb_to_come()
                    && input.is_thing(id)
                    && !happens(verb, input.lexicon())
                    && !matches!(rest.kind(0), Some(ChunkKind::Noun(_)))
            }
        };
        if simple && full && reduced {
            Ok((rest, VerbGroup { tense: Tense::Participle, passive: true, ..verb.clone() }))
        } else {
            Err(nom::Err::Error(NoMatch))
        }
    }
}

fn lacks_object(verb: &VerbGroup, rest: &Chunks<'_>) -> bool {
    let entry = rest.lexicon().look_up(&verb.lemma);
    let acts = || entry.has_readings || entry.verb.is_none_or(|(_, frame)| frame == Frame::Acts);
    // "a woman hit and killed by a car on Friday was": two participles.
    let second = matches!(rest.kind(1), Some(ChunkKind::Verb(v))
        if v.tokens.len() == 1 && matches!(v.tense, Tense::Participle | Tense::Past));
    let mut ahead = if rest.is(0, &ChunkKind::Conjunction) && second { 2 } else { 0 };
    // "jailed *for killing* a man"
    let gerund = |at: usize| matches!(rest.kind(at), Some(ChunkKind::Verb(v)) if v.tense == Tense::Gerund);
    while ahead > 0 && (matches!(rest.kind(ahead), Some(ChunkKind::Noun(_))) || gerund(ahead))
        || matches!(
            rest.kind(ahead),
            Some(ChunkKind::Preposition(_) | ChunkKind::Adverb | ChunkKind::Time(_))
        )
    {
        ahead += 1;
    }
    // "The firm, *founded* in 1987, employs": the comma that closes it.
    let comma = ahead > 1 && rest.is(ahead, &ChunkKind::Comma);
    // ", founded in Selby*, Ohio*, sells"
    let state = matches!(rest.kind(ahead + 1), Some(ChunkKind::Noun(id)) if rest.names(*id))
        && rest.is(ahead + 2, &ChunkKind::Comma)
        && at_finite_verb(rest, ahead + 3);
    let closes = comma && (state || at_finite_verb(rest, ahead + 1));
    // "the video distributed *today* begins"
    let timed = ahead == 1 && matches!(rest.kind(0), Some(ChunkKind::Time(_)));
    (closes || (ahead > 1 || timed) && at_finite_verb(rest, ahead)) && acts()
}

/// "nine drowned and five are missing": a bare participle in front of "and" is a verb of its own.
fn joined(input: &Chunks<'_>) -> bool {
    input.is(0, &ChunkKind::Conjunction)
}

/// Does the verb of the sentence follow at once?
fn verb_ahead(input: &Chunks<'_>) -> bool {
    let between =
        |i: &usize| matches!(input.kind(*i), Some(ChunkKind::Comma | ChunkKind::Adverb | ChunkKind::Time(_)));
    let at = (0..4).take_while(between).count();
    let participle = matches!(input.kind(0), Some(ChunkKind::Verb(v)) if v.tense == Tense::Participle);
    at_finite_verb(input, at) || participle
}

/// "the drug *the company recalled* had been sold": a relative clause without a pronoun, in front of the verb.
pub(super) fn contact_clause<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        // "released a letter *the mayor wrote in 1999*.": no comma parts the two.
        if attach == Attach::Object
            && matches!(input.kind(0), Some(ChunkKind::Noun(id)) if input.is_determined(*id))
            && matches!(input.kind(1), Some(ChunkKind::Verb(v)) if v.tense == Tense::Past && v.tokens.len() == 1)
            && !matches!(input.kind(1), Some(ChunkKind::Verb(v)) if happens(v, input.lexicon()))
            && !matches!(input.kind(2), Some(ChunkKind::Noun(_) | ChunkKind::That))
        {
            let (rest, (id, tokens)) = noun(input)?;
            let (rest, verb) = finite_verb(rest)?;
            let subject = Some(Nominal::of(id, tokens));
            let (rest, found) =
                finish(rest, subject, verb.clone(), Vec::new(), Relation::RelativeObject, depth + 1)?;
            let ends = matches!(rest.kind(0), None | Some(ChunkKind::Stop));
            return if ends { Ok((rest, found)) } else { Err(nom::Err::Error(NoMatch)) };
        }
        let opens = attach == Attach::All
            && depth == 0
            && matches!(input.kind(0), Some(ChunkKind::Noun(_)))
            && matches!(input.kind(1), Some(ChunkKind::Verb(v)) if v.tense.is_finite() || v.tokens.len() == 1 && v.tense == Tense::Participle);
        if !opens {
            return Err(nom::Err::Error(NoMatch));
        }
        let (rest, found) = object_relative(depth)(input)?;
        if at_finite_verb(&rest, 0) { Ok((rest, found)) } else { Err(nom::Err::Error(NoMatch)) }
    }
}

/// "the claim *that it was paid*".
pub(super) fn noun_content<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, _) = mark(ChunkKind::That)(input)?;
        if !attach.takes_content() {
            return Err(nom::Err::Error(NoMatch));
        }
        let (rest, found) = content_clause(depth)(rest.inside(false, attach.in_front()))?;
        Ok((rest.inside_as(&input), found))
    }
}
