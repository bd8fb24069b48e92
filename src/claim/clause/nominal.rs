//! Nominals: noun phrases with attributes, appositions, relative clauses and coordination.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use smallvec::smallvec;

use super::complement::complements;
use super::{Clause, Nominal, Relation, at_finite_verb, clause, comma, finish, verb_of};
use crate::Sym;
use crate::article::Tokens;
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use crate::claim::input::NoMatch;
use crate::claim::{PhraseId, Tense};

/// Which prepositional phrases a nominal takes as its attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claim) enum Attach {
    /// All that follow: in front of the verb, there is nothing else that they could belong to.
    All,
    /// Only "of": behind the verb, the others are the verb's.
    Of,
}

/// "the two men", "Ann Lee, a teacher from Kent", "A, B and C", "the man who was arrested".
pub(in crate::claim) fn nominal<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (mut rest, mut found) = single(attach, depth)(input)?;
        while let Ok((next, member)) = conjunct(attach, depth)(rest) {
            found.tokens = found.tokens.to(member.tokens);
            found.phrases.extend(member.phrases);
            found.attributes.extend(member.attributes);
            found.times.extend(member.times);
            found.appositions.extend(member.appositions);
            found.clauses.extend(member.clauses);
            rest = next;
        }
        Ok((rest, found))
    }
}

/// One noun phrase with what hangs on it.
fn single<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        if depth >= super::MAX_DEPTH {
            return Err(nom::Err::Error(NoMatch));
        }
        let (mut rest, (id, tokens)) = noun(super::quote_marks(input))?;
        let mut found = Nominal {
            phrases: smallvec![id],
            tokens,
            attributes: Vec::new(),
            times: Vec::new(),
            appositions: Vec::new(),
            clauses: Vec::new(),
        };
        while let Ok((next, ())) = modifier(rest, attach, depth, id, &mut found) {
            rest = next;
        }
        Ok((rest, found))
    }
}

fn noun(input: Chunks<'_>) -> Built<'_, (PhraseId, Tokens)> {
    chunk(|c| match c.kind {
        ChunkKind::Noun(id) => Some((id, c.tokens)),
        _ => None,
    })(input)
}

/// Whatever may follow a noun phrase and belongs to it.
fn modifier<'a>(
    input: Chunks<'a>,
    attach: Attach,
    depth: u8,
    id: PhraseId,
    found: &mut Nominal,
) -> Built<'a, ()> {
    let Some(kind) = input.kind(0) else { return Err(nom::Err::Error(NoMatch)) };
    let (comma, preposition) = (*kind == ChunkKind::Comma, matches!(kind, ChunkKind::Preposition(_)));
    if preposition && let Ok((rest, (preposition, object))) = attribute(attach, depth)(input) {
        found.tokens = found.tokens.to(object.tokens);
        found.attributes.push((preposition, object));
        return Ok((rest, ()));
    }
    if attach == Attach::All
        && (preposition || matches!(kind, ChunkKind::Time(_)))
        && let Ok((rest, time)) = attributive_time(input)
    {
        found.times.push(time);
        return Ok((rest, ()));
    }
    if (comma || preposition || *kind == ChunkKind::Relative)
        && let Ok((rest, relative)) = relative_clause(depth)(input)
    {
        found.clauses.push(relative);
        return Ok((rest, ()));
    }
    if (comma || matches!(kind, ChunkKind::Verb(_)))
        && let Ok((rest, relative)) = reduced_relative(attach, depth)(input)
    {
        found.clauses.push(relative);
        return Ok((rest, ()));
    }
    let (rest, described) = match kind {
        ChunkKind::Comma => apposition(depth)(input)?,
        ChunkKind::Open => parenthesis(depth)(input)?,
        _ => return Err(nom::Err::Error(NoMatch)),
    };
    found.appositions.push((id, described));
    Ok((rest, ()))
}

/// "of the city", "in Norway".
fn attribute<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, (Sym, Nominal)> {
    move |input| {
        let (rest, preposition) = chunk(|c| match c.kind {
            ChunkKind::Preposition(p) if attach == Attach::All || p == "of" || p == "including" => Some(p),
            _ => None,
        })(input)?;
        if preposition == "according to" {
            return Err(nom::Err::Error(NoMatch));
        }
        // What hangs on an attribute hangs there only with "of": the rest belongs to the outer noun.
        let (rest, object) = single(Attach::Of, depth + 1)(rest)?;
        Ok((rest, (preposition, object)))
    }
}

/// "the meeting on Friday", "the talks Monday".
fn attributive_time(input: Chunks<'_>) -> Built<'_, crate::claim::TimeId> {
    let preposition = chunk(|c| matches!(c.kind, ChunkKind::Preposition(_)).then_some(()));
    let time = chunk(|c| match c.kind {
        ChunkKind::Time(id) => Some(id),
        _ => None,
    });
    let (rest, (_, time)) = (opt(preposition), time).parse(input)?;
    Ok((rest, time))
}

/// "who was arrested", ", which they denied,": up to the closing comma.
fn relative_clause<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, opening) = comma(input)?;
        let (rest, _) =
            opt(chunk(|c| matches!(c.kind, ChunkKind::Preposition(_)).then_some(()))).parse(rest)?;
        let (rest, _) = mark(ChunkKind::Relative)(rest)?;
        let (rest, found) = alt((subject_relative(depth), object_relative(depth))).parse(rest)?;
        let closing = opening.is_some() && rest.is(0, ChunkKind::Comma);
        Ok((if closing { rest.skip(1) } else { rest }, found))
    }
}

fn subject_relative<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, ()) = adverbs(input)?;
        let (rest, verb) = super::finite_verb(rest)?;
        finish(rest, None, verb, Vec::new(), Relation::Relative, depth + 1)
    }
}

fn object_relative<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, mut found) = clause(depth + 1)(input)?;
        found.relation = Relation::RelativeObject;
        Ok((rest, found))
    }
}

fn adverbs(mut input: Chunks<'_>) -> Built<'_, ()> {
    while matches!(input.kind(0), Some(ChunkKind::Adverb | ChunkKind::Comma)) {
        input = input.skip(1);
    }
    Ok((input, ()))
}

/// "men carrying guns", "two people killed in the blast", ", arrested in May,".
fn reduced_relative<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Clause> {
    move |input| {
        let (rest, opening) = comma(input)?;
        let (rest, verb) = alt((verb_of(Tense::Participle), verb_of(Tense::Gerund))).parse(rest)?;
        if opening.is_some() && attach == Attach::Of {
            // ", killing five": the participle is the clause's, not the noun's.
            return Err(nom::Err::Error(NoMatch));
        }
        let mut found = Vec::new();
        let (rest, ()) = complements(rest, &verb, depth + 1, &mut found)?;
        let closes = opening.is_none() || rest.is(0, ChunkKind::Comma);
        if !closes {
            return Err(nom::Err::Error(NoMatch));
        }
        let rest = if opening.is_some() { rest.skip(1) } else { rest };
        // In front of the verb, a participle needs the main verb behind it; else it is the main verb itself.
        if attach == Attach::All && depth == 0 && verb.tense == Tense::Participle && !verb_ahead(&rest) {
            return Err(nom::Err::Error(NoMatch));
        }
        Ok((rest, Clause { subject: None, verb, complements: found, relation: Relation::Participle }))
    }
}

fn verb_ahead(input: &Chunks<'_>) -> bool {
    (0..4).any(|i| at_finite_verb(input, i))
}

/// ", a teacher,", ", 23,", ", of Kent,".
fn apposition<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (rest, _) = mark(ChunkKind::Comma)(input)?;
        if matches!(rest.kind(0), Some(ChunkKind::Preposition(p)) if *p == "of") {
            // ", of Kent,": where somebody comes from.
            let (rest, _) = rest_of_preposition(rest)?;
            let (rest, place) = single(Attach::Of, depth + 1)(rest)?;
            return Ok((closing_comma(rest)?, place));
        }
        let (after, described) = single(Attach::All, depth + 1)(rest)?;
        // A list ("A, B and C") or the subject of another clause ("..., he said") is no apposition.
        let ends =
            matches!(after.kind(0), None | Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Break));
        if !ends || enumerates(&after) {
            return Err(nom::Err::Error(NoMatch));
        }
        Ok((closing_comma(after)?, described))
    }
}

fn rest_of_preposition(input: Chunks<'_>) -> Built<'_, ()> {
    chunk(|c| matches!(c.kind, ChunkKind::Preposition(_)).then_some(()))(input)
}

fn closing_comma<'a>(input: Chunks<'a>) -> Result<Chunks<'a>, nom::Err<NoMatch>> {
    comma(input).map(|(rest, _)| rest)
}

/// Does a list go on here: ", B and C", "and C"?
fn enumerates(input: &Chunks<'_>) -> bool {
    let mut at = 0;
    for _ in 0..12 {
        match input.kind(at) {
            Some(ChunkKind::Comma) => at += 1,
            Some(ChunkKind::Conjunction) => return matches!(input.kind(at + 1), Some(ChunkKind::Noun(_))),
            Some(ChunkKind::Noun(_)) if at > 0 => at += 1,
            _ => return false,
        }
    }
    false
}

/// "(45-1, 33 KOs)", "(born 1980)": a nominal in brackets, up to the closing one.
fn parenthesis<'a>(depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (rest, _) = mark(ChunkKind::Open)(input)?;
        let (rest, described) = single(Attach::Of, depth + 1)(rest)?;
        let close = (0..8).find(|i| rest.is(*i, ChunkKind::Close));
        match close {
            Some(at) => Ok((rest.skip(at + 1), described)),
            None => Err(nom::Err::Error(NoMatch)),
        }
    }
}

/// One more member of a coordination: "and C", ", B" when "and C" follows.
fn conjunct<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (rest, separator) = comma(input)?;
        let (rest, conjunction) = opt(mark(ChunkKind::Conjunction)).parse(rest)?;
        if separator.is_none() && conjunction.is_none() {
            return Err(nom::Err::Error(NoMatch));
        }
        let (after, member) = single(attach, depth + 1)(rest)?;
        if conjunction.is_none() && !enumerates(&after) {
            return Err(nom::Err::Error(NoMatch));
        }
        // Behind the verb, "and B said" opens another clause.
        let verb_follows = at_finite_verb(&after, 0) || (attach == Attach::Of && adverb_then_verb(&after));
        if attach == Attach::Of && verb_follows {
            return Err(nom::Err::Error(NoMatch));
        }
        Ok((after, member))
    }
}

fn adverb_then_verb(input: &Chunks<'_>) -> bool {
    matches!(input.kind(0), Some(ChunkKind::Adverb | ChunkKind::Time(_))) && at_finite_verb(input, 1)
}
