//! What stands in front of the subject, and between subject and verb.

use nom::Parser;
use nom::branch::alt;

use super::prepositional::fronted_prepositional;
use super::speaking::{said_by, speaking};
use super::{NO_MATCH, adjunct, adverbial_clause};
use crate::claim::chunk::{Built, ChunkKind, Chunks, mark};
use crate::claim::clause::{
    Complement, Relation, at_finite_verb, comma, finish, finite_verb, quote_marks, reports, verb_of,
};
use crate::claim::{Tense, VerbGroup};

/// Adjuncts in front of the subject: "On Monday, ", "After meeting reporters, ", "According to police, ".
pub(in crate::claim::clause) fn fronted(input: Chunks<'_>, depth: u8) -> Built<'_, Vec<Complement>> {
    let mut found = Vec::new();
    let mut rest = leading_marks(input);
    loop {
        let parsed = match rest.kind(0) {
            Some(ChunkKind::Subordinator(_)) => {
                alt((before_main(depth), fronted_prepositional(depth))).parse(rest)
            }
            Some(ChunkKind::Verb(_)) => participial(depth)(rest.in_front()),
            _ => adjunct(rest, depth),
        };
        let Ok((next, adjunct)) = parsed else { break };
        let next = next.inside_as(&input);
        found.push(adjunct);
        rest = leading_marks(next);
    }
    Ok((rest, found))
}

/// "*Running a bank* is hard": what somebody does is what the verb is said of; there is no one to name.
pub(in crate::claim::clause) fn action<'a>(
    input: Chunks<'a>,
    depth: u8,
) -> Built<'a, (Complement, VerbGroup)> {
    let (rest, verb) = verb_of(Tense::Gerund)(input)?;
    let inside = rest.inside(false, true);
    let (rest, found) = finish(inside, None, verb.clone(), Vec::new(), Relation::Participle, depth + 1)?;
    let (rest, main) = finite_verb(rest)?;
    Ok((rest.inside_as(&input), (Complement::Clause(Box::new(found)), main.clone())))
}

/// "After the talks ended, ...": but "After the talks, Ann Lee and Bob Roe left." has no other verb, and tells of both.
pub(super) fn before_main<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    /// These stand before a noun as well as before a clause.
    const PREPOSITIONS: [&str; 5] = ["after", "before", "since", "until", "till"];
    move |input| {
        let inside = if input.verb_to_come() { input } else { input.in_front() };
        let (rest, found) = adverbial_clause(depth)(inside)?;
        let rest = rest.inside_as(&input);
        if !matches!(input.kind(0), Some(ChunkKind::Subordinator(word)) if PREPOSITIONS.contains(&word.as_str()))
        {
            return Ok((rest, found));
        }
        // "who left *after a fight* have been found"
        let phrase = |rest: &Chunks<'_>| {
            rest.is(0, &ChunkKind::Comma) && rest.verb_follows()
                || input.verb_to_come() && at_finite_verb(rest, 0)
        };
        let preposition = || fronted_prepositional(depth)(input).is_ok_and(|(rest, _)| phrase(&rest));
        if !rest.verb_follows() && preposition() { Err(NO_MATCH) } else { Ok((rest, found)) }
    }
}

fn leading_marks(mut input: Chunks<'_>) -> Chunks<'_> {
    while let Some(ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::OpenQuote | ChunkKind::CloseQuote) =
        input.kind(0)
    {
        input = input.skip(1);
    }
    input
}

/// "Speaking on television, " in front of a subject.
fn participial<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, verb) = alt((verb_of(Tense::Gerund), verb_of(Tense::Participle))).parse(input)?;
        let (rest, found) = finish(rest, None, verb.clone(), Vec::new(), Relation::Participle, depth + 1)?;
        let (rest, _) = mark(ChunkKind::Comma)(rest)?;
        Ok((rest, Complement::Clause(Box::new(found))))
    }
}

/// Between subject and verb: ", on Friday, ", ", however, ", ", according to police, ".
pub(in crate::claim::clause) fn interruption<'a>(
    input: Chunks<'a>,
    depth: u8,
    found: &mut Vec<Complement>,
) -> Built<'a, ()> {
    let mut rest = input;
    let (after, opening) = comma(rest)?;
    let mut between = Vec::new();
    let mut at = quote_marks(after);
    // ", it added, ", ", said Ann Lee, ": who says so.
    if opening.is_some()
        && let Ok((behind, speaker)) = said_by(at, depth).or_else(|_| speaking(at, depth))
        && behind.is(0, &ChunkKind::Comma)
        && at_finite_verb(&quote_marks(behind.skip(1)), 0)
    {
        found.push(speaker);
        return Ok((quote_marks(behind.skip(1)), ()));
    }
    while let Ok((next, adjunct)) = adjunct(at, depth) {
        // "a third as Rovers came": without a comma, "as" opens a clause.
        if opening.is_none() && matches!(at.kind(0), Some(ChunkKind::Subordinator(_))) {
            break;
        }
        between.push(adjunct);
        at = next;
    }
    let closed = opening.is_none() || at.is(0, &ChunkKind::Comma);
    if !between.is_empty() && closed {
        found.append(&mut between);
        rest = comma(at)?.0;
    } else if opening.is_some()
        && at_finite_verb(&after, 0)
        && !says_who(&after)
        && !input.between_commas()
        && !input.verb_to_come()
    {
        // "Army Chief Ann Lee, was hosted": a comma that should not be there.
        rest = after;
    } else if opening.is_some()
        && let Some(behind) = behind_insertion(&after)
    {
        rest = behind;
    }
    Ok((quote_marks(rest), ()))
}

/// ", *said Ann Lee*": who says what stands before the comma.
fn says_who(input: &Chunks<'_>) -> bool {
    let says = matches!(input.kind(0), Some(ChunkKind::Verb(v)) if reports(v));
    says && matches!(input.kind(1), Some(ChunkKind::Noun(_)))
}

/// ", en route to Oslo with 212 aboard, *landed*": what stands between two commas and is no phrase of its own, behind
/// which the verb of the subject follows.
pub(in crate::claim::clause) fn behind_insertion<'a>(input: &Chunks<'a>) -> Option<Chunks<'a>> {
    /// No longer insertion is stepped over.
    const LONGEST: usize = 10;
    let inside = |at: &usize| match input.kind(*at) {
        Some(ChunkKind::Verb(v)) => !v.tense.is_finite(),
        Some(ChunkKind::Noun(_)) => *at > 0,
        Some(ChunkKind::Preposition(_) | ChunkKind::Adverb | ChunkKind::Adjective | ChunkKind::Time(_)) => {
            true
        }
        Some(ChunkKind::Other) => true,
        _ => false,
    };
    let end = (0..LONGEST).take_while(inside).count();
    let closed = end > 0 && input.is(end, &ChunkKind::Comma) && at_finite_verb(input, end + 1);
    closed.then(|| input.skip(end + 1))
}
