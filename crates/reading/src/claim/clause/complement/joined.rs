//! How a clause goes on behind "and" or a comma: verbs that share the subject, participles, adjuncts.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::speaking::{goes_on, waits};
use super::{
    NO_MATCH, SoFar, adverb, adverbial_clause, circumstance, content, content_clause, prepositional, time,
};
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use crate::claim::clause::{Complement, Relation, at_finite_verb, finish, happens, quote_marks, reports};
use crate::claim::{Tense, VerbGroup};
use crate::lexicon::Sense;

/// "and left the country": a verb that shares the subject.
pub(super) fn conjoined<'a>(above: &VerbGroup, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let tense = above.tense;
    let reduced = tense == Tense::Participle && above.passive;
    let says_above = reports(above);
    // "is investigating and *prosecuting*"
    let progressive = tense.is_finite() && above.tokens.len() > 1 && !above.passive;
    move |input| {
        let (rest, _) = mark(ChunkKind::Conjunction)(input)?;
        let mut rest = quote_marks(rest);
        let mut adverbs = Vec::new();
        // "and since she has no car": a clause of its own.
        if matches!(rest.kind(0), Some(ChunkKind::Subordinator(_))) && adverbial_clause(depth)(rest).is_ok() {
            return Err(NO_MATCH);
        }
        while let Ok((next, adjunct)) = alt((prepositional(depth), time, adverb)).parse(rest) {
            adverbs.push(adjunct);
            rest = next;
        }
        // "when it opened in 1998 and *remains* open": what still holds is no circumstance of the past.
        let holds = |v: &VerbGroup| tense == Tense::Past && v.tense == Tense::Present && v.tokens.len() == 1;
        if let Some(ChunkKind::Verb(v)) = rest.kind(0)
            && (rest.is_circumstance() && holds(v) || opens_inversion(&rest, v))
        {
            return Err(NO_MATCH);
        }
        // "said her team deserved it but *admitted* that": who said so admits it.
        if rest.is_content()
            && !says_above
            && rest.is(1, &ChunkKind::That)
            && matches!(rest.kind(0), Some(ChunkKind::Verb(v)) if reports(v) && v.tense.is_finite())
        {
            return Err(NO_MATCH);
        }
        let object = matches!(rest.kind(1), Some(ChunkKind::Noun(_)));
        // "a flat used by the gang and *seized* cocaine", "owned by his uncle and *fled*": the outer verb's.
        let past = |v: &VerbGroup| matches!(v.tense, Tense::Participle | Tense::Past);
        let outer = |v: &VerbGroup| past(v) && (object || happens(v, rest.lexicon()));
        if reduced && matches!(rest.kind(0), Some(ChunkKind::Verb(v)) if outer(v)) {
            return Err(NO_MATCH);
        }
        let (rest, verb) = chunk(|c| match &c.kind {
            ChunkKind::Verb(v) if goes_with(tense, v.tense) || progressive && v.tense == Tense::Gerund => {
                Some(v.clone())
            }
            // "a woman hit and killed by a car"
            ChunkKind::Verb(v) if reduced && !object && v.tense == Tense::Past && v.tokens.len() == 1 => {
                Some(VerbGroup { tense: Tense::Participle, passive: true, ..v.clone() })
            }
            _ => None,
        })(rest)?;
        let (rest, found) = finish(rest, None, verb, adverbs, Relation::Conjoined, depth + 1)?;
        Ok((rest, Complement::Clause(Box::new(found))))
    }
}

/// ", nor *have they said*": the verb of another clause in front of its subject.
fn opens_inversion(input: &Chunks<'_>, verb: &VerbGroup) -> bool {
    let subject = matches!(input.kind(1), Some(ChunkKind::Noun(id)) if input.is_pronoun(*id));
    let main = matches!(input.kind(2), Some(ChunkKind::Verb(main)) if goes_on(verb, main));
    verb.tokens.len() == 1 && waits(verb) && subject && main
}

/// Can two verb forms be conjoined? Finite with finite; others with their like; a bare participle or base form
/// may go on from a group whose auxiliary it shares ("was arrested and charged", "will come and see").
fn goes_with(first: Tense, second: Tense) -> bool {
    match (first.is_finite(), second.is_finite()) {
        (true, true) => true,
        (true, false) => matches!(second, Tense::Participle | Tense::Infinitive),
        // "directed by Ann Lee and starring her"
        (false, false) => {
            first == second
                || second == Tense::Infinitive
                || (first, second) == (Tense::Participle, Tense::Gerund)
        }
        (false, true) => false,
    }
}

/// One more verb of the same subject, with what stands behind it.
fn shared_subject(input: Chunks<'_>, verb: VerbGroup, depth: u8) -> Built<'_, Complement> {
    let (rest, found) = finish(input, None, verb, Vec::new(), Relation::Conjoined, depth + 1)?;
    Ok((rest, Complement::Clause(Box::new(found))))
}

/// ", *burned* homes": a participle alone with an object, which no passive has, but ", *called* the Ram".
fn undergoes_nothing(verb: &VerbGroup, input: &Chunks<'_>) -> bool {
    verb.tense == Tense::Participle
        && verb.tokens.len() == 1
        && matches!(input.kind(1), Some(ChunkKind::Noun(_)))
        && !verb.senses.has(Sense::Naming)
}

/// "..., said *Sgt. Ann Lee*.": nothing but the one who speaks, and where from.
fn is_speaker(input: &Chunks<'_>) -> bool {
    let noun = |at: usize| matches!(input.kind(at), Some(ChunkKind::Noun(_)));
    let placed = |at: usize| matches!(input.kind(at), Some(ChunkKind::Preposition(_))) && noun(at + 1);
    // "the mayor *of Lyon*"
    let end = if placed(1) { 3 } else { 1 };
    noun(0) && matches!(input.kind(end), None | Some(ChunkKind::Stop | ChunkKind::Comma))
}

/// "cut", without "to".
fn is_base(verb: &VerbGroup) -> bool {
    verb.tense == Tense::Infinitive && verb.tokens.len() == 1
}

/// Behind a comma the clause may go on: ", killing five", ", and left", ", on Friday", ", where he met".
pub(super) fn behind_comma<'a>(
    above: &VerbGroup,
    so_far: SoFar,
    depth: u8,
) -> impl Fn(Chunks<'a>) -> Built<'a, Complement> {
    let says = reports(above) && !above.passive && !so_far.content;
    let past = above.tense == Tense::Past;
    let reduced_above = matches!(above.tense, Tense::Gerund | Tense::Participle);
    move |input| {
        let (rest, _) = mark(ChunkKind::Comma)(input)?;
        // "... the river," said Ann Lee: behind the closing mark, the one who speaks goes on.
        let closes = rest.is(0, &ChunkKind::CloseQuote);
        let opens = rest.is(0, &ChunkKind::OpenQuote);
        let rest = quote_marks(rest);
        if closes && at_finite_verb(&rest, 0) {
            return Err(NO_MATCH);
        }
        // "She said, "we lost": what stands between the marks is what she said.
        if opens
            && says
            && let Ok((rest, content)) = content_clause(depth)(rest)
        {
            return Ok((rest, Complement::Clause(Box::new(content))));
        }
        match rest.kind(0).ok_or(NO_MATCH)? {
            // "said the shares rose*, but that the firm lost money*"
            ChunkKind::Conjunction if so_far.content && rest.is(1, &ChunkKind::That) => {
                content(depth)(rest.skip(1))
            }
            ChunkKind::Conjunction if !rest.between_commas() => conjoined(above, depth)(rest),
            // "tore roofs off, cut power and ...": a past tense that looks like a base form.
            ChunkKind::Verb(v) if is_base(v) && above.tense.is_finite() && !rest.between_commas() => {
                shared_subject(rest.skip(1), v.clone(), depth)
            }
            // "attacked a village, *burned homes* and left": a past tense that looks like a participle.
            ChunkKind::Verb(v) if undergoes_nothing(v, &rest) => {
                if !past || rest.between_commas() || rest.verb_to_come() {
                    return Err(NO_MATCH);
                }
                let verb = VerbGroup { tense: Tense::Past, passive: false, ..v.clone() };
                shared_subject(rest.skip(1), verb, depth)
            }
            // "denied that the jets had hit it*, saying*": whoever denied it.
            ChunkKind::Verb(v) if v.tense == Tense::Gerund && reports(v) && rest.is_content() => {
                Err(NO_MATCH)
            }
            // "ambushed a convoy carrying soldiers*, killing four*": the outer verb's.
            ChunkKind::Verb(v) if v.tense == Tense::Gerund && reduced_above => Err(NO_MATCH),
            ChunkKind::Verb(v) if !v.tense.is_finite() => circumstance(v, depth)(rest),
            // "He rose, left the room and ...": a list of verbs.
            ChunkKind::Verb(v) if reports(v) && is_speaker(&rest.skip(1)) => Err(NO_MATCH),
            ChunkKind::Verb(v)
                if v.tense == above.tense && !rest.between_commas() && !rest.verb_to_come() =>
            {
                shared_subject(rest.skip(1), v.clone(), depth)
            }
            // "the general, who fled in 2009*, of war crimes*": the outer verb's.
            ChunkKind::Preposition(p) if *p == "of" && rest.between_commas() => Err(NO_MATCH),
            ChunkKind::Preposition(_) => prepositional(depth)(rest),
            // ", where they met, and shot him": the comma closes it.
            ChunkKind::Subordinator(word) if *word == "where" => {
                let inside = rest.inside(true, rest.verb_to_come());
                let (after, found) = alt((adverbial_clause(depth), prepositional(depth))).parse(inside)?;
                Ok((after.inside_as(&rest), found))
            }
            ChunkKind::Subordinator(_) => alt((adverbial_clause(depth), prepositional(depth))).parse(rest),
            ChunkKind::Time(_) => time(rest),
            ChunkKind::Adverb => {
                let (after, found) = adverb(rest)?;
                Ok((opt(mark(ChunkKind::Comma)).parse(after)?.0, found))
            }
            _ => Err(NO_MATCH),
        }
    }
}
