//! Nominals: noun phrases with attributes, appositions, relative clauses and coordination.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use smallvec::smallvec;

use super::{Nominal, comma};
use crate::article::Tokens;
use crate::claim::PhraseId;
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk};
use crate::claim::input::NoMatch;
use crate::symbol::Sym;

mod apposition;
mod list;
mod relative;

use apposition::{apposition, between_dashes, parenthesis};
use list::{conjunct, enumerates};
use relative::{contact_clause, infinitive, joined_gerund, noun_content, reduced_relative, relative_clause};

/// What a nominal takes as its own of what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claim) enum Attach {
    /// Everything: in front of the verb, there is nothing else that it could belong to.
    All,
    /// Behind a verb: clauses, appositions, and "of"; other prepositional phrases are the verb's.
    Object,
    /// The same behind a preposition or a verb of telling, where "that ..." is the verb's, too.
    Of,
    /// Inside an attribute: "of", and nothing behind a comma; the rest belongs to the outer noun.
    Attribute(Side),
    /// Inside an apposition: everything up to the next comma.
    Apposed(Side),
}

/// Where a nominal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claim) enum Side {
    /// In front of the verb, which must still come.
    Front,
    /// Behind it.
    Behind,
}

impl Attach {
    fn takes(self, preposition: &str) -> bool {
        matches!(self, Attach::All | Attach::Apposed(_))
            || matches!(preposition, "of" | "including" | "worth")
    }

    /// Does an adjective behind the noun belong to it? Behind a verb it says what somebody became.
    fn takes_behind(self) -> bool {
        matches!(self, Attach::All | Attach::Apposed(_))
    }

    fn crosses_commas(self) -> bool {
        matches!(self, Attach::All | Attach::Object | Attach::Of)
    }

    fn takes_content(self) -> bool {
        matches!(self, Attach::All | Attach::Object)
    }

    fn side(self) -> Side {
        match self {
            Attach::All => Side::Front,
            Attach::Object | Attach::Of => Side::Behind,
            Attach::Attribute(side) | Attach::Apposed(side) => side,
        }
    }

    fn in_front(self) -> bool {
        self.side() == Side::Front
    }
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
pub(super) fn single<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        if depth >= super::MAX_DEPTH {
            return Err(nom::Err::Error(NoMatch));
        }
        let (mut rest, (id, tokens)) = noun(super::quote_marks(input))?;
        let mut found = Nominal::of(id, tokens);
        let mut open = false;
        while let Ok((next, behind_comma)) = modifier(rest, attach, depth, id, &mut found) {
            rest = next;
            open |= behind_comma;
        }
        // The comma that closes the last of them.
        Ok((if open { comma(rest)?.0 } else { rest }, found))
    }
}

impl Nominal {
    /// Nothing but a phrase.
    fn of(id: PhraseId, tokens: Tokens) -> Nominal {
        Nominal {
            phrases: smallvec![id],
            tokens,
            attributes: Vec::new(),
            times: Vec::new(),
            appositions: Vec::new(),
            clauses: Vec::new(),
        }
    }
}

fn noun(input: Chunks<'_>) -> Built<'_, (PhraseId, Tokens)> {
    chunk(|c| match c.kind {
        ChunkKind::Noun(id) => Some((id, c.tokens)),
        _ => None,
    })(input)
}

/// Whatever may follow a noun phrase and belongs to it; tells whether it stands behind a comma.
fn modifier<'a>(
    input: Chunks<'a>,
    attach: Attach,
    depth: u8,
    id: PhraseId,
    found: &mut Nominal,
) -> Built<'a, bool> {
    let Some(kind) = input.kind(0) else { return Err(nom::Err::Error(NoMatch)) };
    let (behind_comma, preposition) = (*kind == ChunkKind::Comma, matches!(kind, ChunkKind::Preposition(_)));
    // ""... like it," *Ann Lee*, 62, said": behind the closing mark speaks another, unless it closes a title.
    let quoted = behind_comma && input.is(1, &ChunkKind::CloseQuote) && !input.names(id);
    if behind_comma && !attach.crosses_commas() || quoted {
        return Err(nom::Err::Error(NoMatch));
    }
    // "convicted him *of murder*": nothing hangs on a pronoun.
    if preposition && !attach.in_front() && input.is_personal(id) {
        return Err(nom::Err::Error(NoMatch));
    }
    // "the agency *responsible* for currency": an adjective behind its noun leads to what hangs on it.
    let described = *kind == ChunkKind::Adjective
        && attach.takes_behind()
        && matches!(input.kind(1), Some(ChunkKind::Preposition(_)));
    // "a girl *missing since Friday* has been found"
    let lasting = *kind == ChunkKind::Adjective
        && attach == Attach::All
        && matches!(input.kind(1), Some(ChunkKind::Subordinator(_) | ChunkKind::Preposition(_)))
        && matches!(input.kind(2), Some(ChunkKind::Time(_)))
        && super::at_finite_verb(&input, 3);
    if lasting && let Ok((rest, time)) = attributive_time(input.skip(1)) {
        found.times.push(time);
        return Ok((rest, false));
    }
    let at = if described { input.skip(1) } else { input };
    if (preposition || described)
        && let Ok((rest, (preposition, object))) = attribute(attach, depth)(at)
    {
        found.tokens = found.tokens.to(object.tokens);
        found.attributes.push((preposition, object));
        return Ok((rest, false));
    }
    if matches!(attach, Attach::All | Attach::Apposed(_))
        && found.clauses.is_empty()
        && matches!(kind, ChunkKind::Preposition(_) | ChunkKind::Subordinator(_) | ChunkKind::Time(_))
        && let Ok((rest, time)) = attributive_time(input)
    {
        found.times.push(time);
        return Ok((rest, false));
    }
    // "the attack in Kenya that killed nine": of a name there is one, so that the clause tells of the outer noun.
    let outer = matches!(attach, Attach::Attribute(_)) && input.names(id);
    if outer && matches!(kind, ChunkKind::That | ChunkKind::Relative) {
        return Err(nom::Err::Error(NoMatch));
    }
    let clause = match kind {
        ChunkKind::Comma => alt((
            relative_clause(attach, depth),
            reduced_relative(attach, id, depth),
            joined_gerund(attach, depth),
        ))
        .parse(input),
        // "Ann Lee, 54 *and living in Oslo*,": no number lives there.
        ChunkKind::Conjunction if !input.is_number(id) => joined_gerund(attach, depth)(input),
        ChunkKind::Preposition(_) | ChunkKind::Relative => relative_clause(attach, depth)(input),
        // "the shop *where they met* was closed"
        ChunkKind::Subordinator(word) if matches!(word.as_str(), "where" | "when") => {
            relative_clause(attach, depth)(input)
        }
        ChunkKind::That => alt((relative_clause(attach, depth), noun_content(attach, depth))).parse(input),
        ChunkKind::Verb(_) => {
            alt((reduced_relative(attach, id, depth), infinitive(attach, depth))).parse(input)
        }
        ChunkKind::Noun(id) if input.is_relative(*id) => relative_clause(attach, depth)(input),
        ChunkKind::Noun(_) => contact_clause(attach, depth)(input),
        _ => Err(nom::Err::Error(NoMatch)),
    };
    if let Ok((rest, clause)) = clause {
        found.clauses.push(clause);
        return Ok((rest, behind_comma));
    }
    // "... two rebels*, Jan Voss, a spokesman, said.*": who says so is nothing beside.
    if behind_comma && attach.side() == Side::Behind && speaks(&input.skip(1), depth) {
        return Err(nom::Err::Error(NoMatch));
    }
    // "Speaking on the programme*, Moss*, an envoy, said": the subject is nothing beside what stands in front.
    let told =
        |at: usize| matches!(input.kind(at), Some(ChunkKind::Noun(other)) if input.describes(*other, id));
    if behind_comma && input.subject_to_come() && attach != Attach::All && !told(1) {
        return Err(nom::Err::Error(NoMatch));
    }
    let (rest, described) = match kind {
        ChunkKind::Comma => apposition(attach, id, depth)(input)?,
        ChunkKind::Open => parenthesis(attach, id, depth)(input)?,
        ChunkKind::Break => between_dashes(attach, id, depth)(input)?,
        _ => return Err(nom::Err::Error(NoMatch)),
    };
    found.appositions.extend(described);
    Ok((rest, behind_comma))
}

/// "Jan Voss, a spokesman, said.": somebody with what stands beside, and that they say so, at the end.
fn speaks(input: &Chunks<'_>, depth: u8) -> bool {
    /// The verb stands no further away, in chunks.
    const LONGEST: usize = 24;
    let says = |at: usize| matches!(input.kind(at), Some(ChunkKind::Verb(v)) if v.tense.is_finite() && super::reports(v));
    let ends = |at: usize| {
        let end = at + (at..at + 3).take_while(|at| is_adjunct(input, *at)).count();
        matches!(input.kind(end), None | Some(ChunkKind::Stop))
    };
    let Some(verb) = (1..LONGEST).find(|at| says(*at) && input.is(at - 1, &ChunkKind::Comma) && ends(at + 1))
    else {
        return false;
    };
    let speaker = single(Attach::All, depth + 1)(*input);
    speaker.is_ok_and(|(rest, _)| input.len() - rest.len() == verb)
}

/// Does a preposition, its noun, a time or an adverb stand here?
fn is_adjunct(input: &Chunks<'_>, at: usize) -> bool {
    matches!(
        input.kind(at),
        Some(ChunkKind::Preposition(_) | ChunkKind::Noun(_) | ChunkKind::Time(_) | ChunkKind::Adverb)
    )
}

/// "of the city", "in Norway", "between A and B".
fn attribute<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, (Sym, Nominal)> {
    move |input| {
        let (rest, preposition) = chunk(|c| match &c.kind {
            ChunkKind::Preposition(p) if attach.takes(p) => Some(p),
            _ => None,
        })(input)?;
        if preposition == "according to" {
            return Err(nom::Err::Error(NoMatch));
        }
        let inner = Attach::Attribute(attach.side());
        let (rest, mut object) = if preposition == "between" || preposition == "with" {
            nominal(inner, depth + 1)(rest)?
        } else {
            single(inner, depth + 1)(rest)?
        };
        // "in Selby, Kent," is one place; any other apposition is the outer noun's.
        if attach.crosses_commas()
            && matches!(preposition.as_str(), "in" | "at" | "near" | "from" | "outside")
            && let Some(place) = object.phrases.last().copied().filter(|id| rest.names(*id))
            && let Ok((after, described)) = apposition(attach, place, depth + 1)(rest)
            && described
                .iter()
                .all(|a| a.preposition.is_none() && a.nominal.phrases.iter().all(|id| rest.names(*id)))
        {
            object.appositions.extend(described);
            return Ok((comma(after)?.0, (preposition.clone(), object)));
        }
        Ok((rest, (preposition.clone(), object)))
    }
}

/// "the meeting on Friday", "the talks Monday".
fn attributive_time(input: Chunks<'_>) -> Built<'_, crate::claim::TimeId> {
    let preposition =
        chunk(|c| matches!(c.kind, ChunkKind::Preposition(_) | ChunkKind::Subordinator(_)).then_some(()));
    let time = chunk(|c| match c.kind {
        ChunkKind::Time(id) => Some(id),
        _ => None,
    });
    let (rest, (_, time)) = (opt(preposition), time).parse(input)?;
    Ok((rest, time))
}
