//! Prepositions with their objects, and those without.

use super::{NO_MATCH, time};
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk};
use crate::claim::clause::nominal::{Attach, Side, nominal, single};
use crate::claim::clause::{
    Apposition, Complement, Nominal, Relation, at_finite_verb, finish, quote_marks, verb_of,
};
use crate::claim::{PhraseId, Tense};
use crate::lexicon::Sense;

/// A preposition with its object: a nominal, a gerund, a time.
pub(super) fn prepositional<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    with_object(Attach::Of, depth)
}

/// The same in front of the subject, which the comma parts from it: "In Lyon, Ann Lee, 27, was rescued".
pub(super) fn fronted_prepositional<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, mut found) = with_object(Attach::Attribute(Side::Behind), depth)(input)?;
        if let Complement::Oblique(_, _, place) = &mut found
            && let [described] = place.phrases[..]
            && let Ok((after, beside)) = told_beside(described, depth)(rest)
        {
            place.appositions.push(Apposition { described, preposition: None, nominal: beside });
            return Ok((after, found));
        }
        if let Complement::Oblique(preposition, _, speaker) = &mut found
            && rest.lexicon().has(preposition, Sense::According)
            && let Some(described) = speaker.phrases.last().copied().filter(|id| rest.is_thing(*id))
            && let Ok((after, name)) = name_of_speaker(rest, depth)
        {
            speaker.appositions.push(Apposition { described, preposition: None, nominal: name });
            return Ok((after, found));
        }
        Ok((rest, found))
    }
}

/// "In Arsal*, a town in the north,* rebels and soldiers clashed": what a place is, between commas.
fn told_beside<'a>(described: PhraseId, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let describes = matches!(input.kind(1), Some(ChunkKind::Noun(id)) if input.describes(*id, described));
        if !input.names(described) || !input.is(0, &ChunkKind::Comma) || !describes {
            return Err(NO_MATCH);
        }
        let (rest, found) = single(Attach::Apposed(Side::Behind), depth + 1)(input.skip(1))?;
        let subject = rest.is(0, &ChunkKind::Comma) && matches!(rest.kind(1), Some(ChunkKind::Noun(_)));
        if subject && !at_finite_verb(&rest, 1) { Ok((rest, found)) } else { Err(NO_MATCH) }
    }
}

/// "According to the coroner*, Ann Lee,* the man had": a name between commas, with the subject and its verb behind.
fn name_of_speaker(input: Chunks<'_>, depth: u8) -> Built<'_, Nominal> {
    let named = input.is(0, &ChunkKind::Comma)
        && matches!(input.kind(1), Some(ChunkKind::Noun(id)) if input.names(*id))
        && input.is(2, &ChunkKind::Comma)
        && matches!(input.kind(3), Some(ChunkKind::Noun(_)))
        && at_finite_verb(&input, 4);
    if !named {
        return Err(NO_MATCH);
    }
    nominal(Attach::Attribute(Side::Behind), depth + 1)(input.skip(1))
}

fn with_object<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    move |input| {
        let (rest, (preposition, at)) = chunk(|c| match &c.kind {
            ChunkKind::Preposition(p) | ChunkKind::Subordinator(p) => Some((p, c.tokens)),
            _ => None,
        })(input)?;
        let rest = quote_marks(rest);
        if let Ok((after, Complement::Time(_, id, tokens))) = time(rest) {
            return Ok((after, Complement::Time(Some(preposition.clone()), id, tokens)));
        }
        if let Ok((rest, verb)) = verb_of(Tense::Gerund)(rest) {
            let relation = Relation::Adverbial(preposition.clone());
            let (rest, found) = finish(rest, None, verb.clone(), Vec::new(), relation, depth + 1)?;
            return Ok((rest, Complement::Clause(Box::new(found))));
        }
        let (rest, found): (_, Nominal) = nominal(attach, depth + 1)(rest)?;
        Ok((rest, Complement::Oblique(preposition.clone(), at.start, found)))
    }
}

/// "came *from behind* to win", "went *outside* and left", "was referred *to* as Ann": prepositions without an object.
pub(super) fn lone_prepositions(input: Chunks<'_>) -> Built<'_, Complement> {
    let preposition = |at: &usize| matches!(input.kind(*at), Some(ChunkKind::Preposition(_)));
    // "hiding *out* in Oslo"
    let placed = matches!(input.kind(2), Some(ChunkKind::Noun(_) | ChunkKind::Time(_)));
    if let Some(first) = input.peek(0).filter(|_| preposition(&0) && preposition(&1) && placed) {
        return Ok((input.skip(1), Complement::Adverb(first.tokens)));
    }
    let count = (0..2).take_while(preposition).count();
    let ends = match input.kind(count) {
        Some(ChunkKind::Verb(v)) => v.tense == Tense::Infinitive,
        Some(ChunkKind::Conjunction | ChunkKind::Subordinator(_) | ChunkKind::Comma | ChunkKind::Time(_)) => {
            true
        }
        _ => false,
    };
    match (input.peek(0), count.checked_sub(1).and_then(|last| input.peek(last))) {
        (Some(first), Some(last)) if ends => {
            Ok((input.skip(count), Complement::Adverb(first.tokens.to(last.tokens))))
        }
        _ => Err(NO_MATCH),
    }
}
