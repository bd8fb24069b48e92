//! What stands beside a noun and describes it: in commas, in brackets, between dashes.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use smallvec::{SmallVec, smallvec};

use super::{Attach, Side, enumerates, nominal, single};
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use crate::claim::clause::{Apposition, Nominal, at_finite_verb};
use crate::claim::input::NoMatch;
use crate::claim::{PhraseId, Tense};
use crate::symbol::Sym;

type Described = SmallVec<[Apposition; 1]>;

fn of(described: PhraseId, nominal: Nominal) -> Described {
    smallvec![Apposition { described, preposition: None, nominal }]
}

/// ", a teacher", ", 23", ", of Kent", up to the closing comma.
pub(super) fn apposition<'a>(
    attach: Attach,
    id: PhraseId,
    depth: u8,
) -> impl Fn(Chunks<'a>) -> Built<'a, Described> {
    move |input| {
        let (rest, _) = mark(ChunkKind::Comma)(input)?;
        // ", formerly a nurse,": what somebody was, or is not.
        if matches!(rest.kind(0), Some(ChunkKind::Adverb))
            && matches!(rest.kind(1), Some(ChunkKind::Noun(_)))
            && let Ok((after, _)) = single(Attach::Apposed(attach.side()), depth + 1)(rest.skip(1))
            && after.is(0, &ChunkKind::Comma)
            && at_finite_verb(&after, 1)
        {
            return Ok((after, Described::new()));
        }
        let rest = behind_now(rest);
        if let Ok((rest, ())) = most_of_them(rest) {
            return Ok((rest, Described::new()));
        }
        if let Ok((rest, preposition)) = origin(rest) {
            let (rest, nominal): (_, Nominal) = nominal(Attach::Attribute(attach.side()), depth + 1)(rest)?;
            // "convicted Ann Lee, 34, of murder": what she was convicted of.
            if preposition == "of" && !nominal.phrases.iter().any(|id| rest.names(*id)) {
                return Err(nom::Err::Error(NoMatch));
            }
            return Ok((
                rest,
                smallvec![Apposition { described: id, preposition: Some(preposition.clone()), nominal }],
            ));
        }
        let (after, found) = single(Attach::Apposed(attach.side()), depth + 1)(rest)?;
        let after = of_them(after, found.phrases.first().is_some_and(|id| input.is_number(*id)));
        // "rules 657, 669 and 846": a list of numbers.
        if input.is_number(id) && found.phrases.iter().any(|other| input.is_number(*other)) {
            return Err(nom::Err::Error(NoMatch));
        }
        let describes = found.phrases.first().is_some_and(|other| input.describes(*other, id));
        // "Karim*, son of the king and heir to the throne*, married"
        let bare = || found.phrases.first().is_some_and(|other| input.is_undetermined(*other));
        if after.is(0, &ChunkKind::Conjunction)
            && (describes || input.names(id) && bare())
            && let Ok((after, found)) = alt((two_things(attach, depth), of_two(attach, depth))).parse(rest)
        {
            return Ok((after, of(id, found)));
        }
        // "54 *and living in Oslo*": who lives there is whoever is 54.
        let goes_on = describes && attach.in_front() && joined_gerund(&after);
        let holder = found.phrases.len() == 1 && names_holder(&input, id, found.phrases.first());
        let holder = holder && after.is(0, &ChunkKind::Comma) && after.is(1, &ChunkKind::Conjunction);
        // A list ("A, B and C") or the subject of another clause ("..., he said") is no apposition.
        if holder || goes_on || ends(&after) && (describes || !enumerates(&after)) {
            return Ok((after, of(id, found)));
        }
        if !after.is(0, &ChunkKind::Conjunction) {
            return Err(nom::Err::Error(NoMatch));
        }
        members(id, depth)(rest)
    }
}

/// "the envoy for trade*, Ann Lee,* and the minister": does a full name tell who the one before it is?
fn names_holder(input: &Chunks<'_>, id: PhraseId, name: Option<&PhraseId>) -> bool {
    input.is_the_one(id) && name.is_some_and(|name| input.is_full_name(*name))
}

/// ", *now* 54,": the word says nothing of when the rest was.
fn behind_now(input: Chunks<'_>) -> Chunks<'_> {
    let now = matches!(input.kind(0), Some(ChunkKind::Time(_)));
    let age = matches!(input.kind(1), Some(ChunkKind::Noun(id)) if input.is_number(*id));
    if now && age { input.skip(1) } else { input }
}

/// "and living": a participle that is joined to something else.
fn joined_gerund(input: &Chunks<'_>) -> bool {
    let gerund = matches!(input.kind(1), Some(ChunkKind::Verb(v)) if v.tense == Tense::Gerund);
    input.is(0, &ChunkKind::Conjunction) && gerund
}

/// ", *a graduate of Oxford and Harvard universities*, began": the comma and the verb behind them leave no list to which the
/// second could belong. It is taken as one more of what hangs on the first, whatever it is.
fn of_two<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (rest, mut found) = single(Attach::Apposed(attach.side()), depth + 1)(input)?;
        let (rest, _) = mark(ChunkKind::Conjunction)(rest)?;
        // "a member of the party *and of* the council", "the former mayor and *now* envoy"
        let between = chunk(|c| {
            matches!(c.kind, ChunkKind::Preposition(_) | ChunkKind::Time(_) | ChunkKind::Adverb).then_some(())
        });
        let (rest, _) = opt(between).parse(rest)?;
        let (rest, second) = single(Attach::Apposed(attach.side()), depth + 1)(rest)?;
        let closes = rest.is(0, &ChunkKind::Comma) && at_finite_verb(&rest, 1);
        if !attach.in_front() || !closes {
            return Err(nom::Err::Error(NoMatch));
        }
        if let Some((_, first)) = found.attributes.last_mut() {
            first.tokens = first.tokens.to(second.tokens);
            first.phrases.extend(second.phrases);
        }
        found.tokens = found.tokens.to(second.tokens);
        Ok((rest, found))
    }
}

/// ", *a surgeon and television presenter*,": of one person, the second without a determiner of its own.
fn two_things<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (rest, found) = nominal(Attach::Apposed(attach.side()), depth + 1)(input)?;
        let second = found.phrases.get(1).is_some_and(|id| rest.is_undetermined(*id));
        if found.phrases.len() == 2 && second && ends(&rest) {
            Ok((rest, found))
        } else {
            Err(nom::Err::Error(NoMatch))
        }
    }
}

/// ", *most of them women*,": says nothing of the number of those who are counted.
fn most_of_them(input: Chunks<'_>) -> Built<'_, ()> {
    let quantity = matches!(
        input.kind(0),
        Some(ChunkKind::Adjective | ChunkKind::Adverb | ChunkKind::Noun(_) | ChunkKind::Other)
    );
    let of = matches!(input.kind(1), Some(ChunkKind::Preposition(p)) if *p == "of");
    let them = matches!(input.kind(2), Some(ChunkKind::Noun(id)) if input.is_pronoun(*id));
    let described = matches!(input.kind(3), Some(ChunkKind::Noun(_) | ChunkKind::Adjective));
    let second = input.is(4, &ChunkKind::Conjunction) && matches!(input.kind(5), Some(ChunkKind::Noun(_)));
    let end = if second { 6 } else { 4 };
    if quantity && of && them && described && input.is(end, &ChunkKind::Comma) {
        Ok((input.skip(end), ()))
    } else {
        Err(nom::Err::Error(NoMatch))
    }
}

/// "up to 40 of them *volunteers*": what those counted are, where nothing else follows.
fn of_them(input: Chunks<'_>, counted: bool) -> Chunks<'_> {
    let described = matches!(input.kind(0), Some(ChunkKind::Noun(_) | ChunkKind::Adjective));
    if counted && described && ends(&input.skip(1)) { input.skip(1) } else { input }
}

/// ", of Kent", ", originally from Essex", ", aged 19 and 22": where somebody comes from, how old he is.
fn origin(input: Chunks<'_>) -> Built<'_, &Sym> {
    let (input, _) = opt(mark(ChunkKind::Adverb)).parse(input)?;
    chunk(|c| match &c.kind {
        ChunkKind::Preposition(p) if matches!(p.as_str(), "of" | "aged" | "from") => Some(p),
        _ => None,
    })(input)
}

fn ends(input: &Chunks<'_>) -> bool {
    matches!(
        input.kind(0),
        None | Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Break | ChunkKind::Colon)
    )
}

/// "two brothers, *Anton and Pavel*": the names of those who are counted.
fn members<'a>(id: PhraseId, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Described> {
    move |input| {
        let (after, found) = nominal(Attach::Apposed(Side::Behind), depth + 1)(input)?;
        let several = found.phrases.len() > 1;
        let named = several && found.phrases.iter().all(|member| input.names(*member));
        // "the 12 jurors, *seven women and five men*, ..."
        let counted = several && input.adds_up(id, &found.phrases);
        if ends(&after) && (named && input.counts(id, found.phrases.len()) || counted) {
            Ok((after, of(id, found)))
        } else {
            Err(nom::Err::Error(NoMatch))
        }
    }
}

/// "(45-1, 33 KOs)", "(Norway)", "(built in 1980)": up to the closing bracket; what is no nominal is stepped over.
pub(super) fn parenthesis<'a>(
    attach: Attach,
    id: PhraseId,
    depth: u8,
) -> impl Fn(Chunks<'a>) -> Built<'a, Described> {
    move |input| {
        let (rest, _) = mark(ChunkKind::Open)(input)?;
        let (rest, found) = opt(single(Attach::Attribute(attach.side()), depth + 1)).parse(rest)?;
        let close = (0..12).find(|i| rest.is(*i, &ChunkKind::Close)).ok_or(nom::Err::Error(NoMatch))?;
        Ok((rest.skip(close + 1), found.map(|found| of(id, found)).unwrap_or_default()))
    }
}

/// "– four women and two men –", "– mostly Filipinos –"; before a verb, what is no nominal is stepped over: "– including
/// Ann Lee – died".
pub(super) fn between_dashes<'a>(
    attach: Attach,
    id: PhraseId,
    depth: u8,
) -> impl Fn(Chunks<'a>) -> Built<'a, Described> {
    /// No more chunks are stepped over.
    const LONGEST: usize = 16;
    move |input| {
        let (rest, _) = mark(ChunkKind::Break)(input)?;
        let (inside, _) = opt(mark(ChunkKind::Adverb)).parse(rest)?;
        if let Ok((after, found)) = nominal(Attach::Apposed(attach.side()), depth + 1)(inside)
            && let Ok((after, _)) = mark(ChunkKind::Break)(after)
        {
            return Ok((after, of(id, found)));
        }
        let close = (1..LONGEST).find(|at| rest.is(*at, &ChunkKind::Break)).map(|at| rest.skip(at + 1));
        let close = close.filter(|after| attach.in_front() && at_finite_verb(after, 0));
        close.map(|after| (after, Described::new())).ok_or(nom::Err::Error(NoMatch))
    }
}
