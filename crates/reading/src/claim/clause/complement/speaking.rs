//! Who says a clause, in the middle of it: ", lawyer Ann Lee said, ", ", as Ann Lee claimed on Friday, ".

use nom::Parser;
use nom::combinator::opt;

use super::{NO_MATCH, adverb, prepositional, time};
use crate::claim::chunk::{Built, ChunkKind, Chunks, chunk, mark};
use crate::claim::clause::nominal::Side;
use crate::claim::clause::{
    Attach, Clause, Complement, Nominal, Relation, at_finite_verb, comma, finite_verb, nominal, quote_marks,
    reports, verb_of,
};
use crate::claim::{Tense, VerbGroup};
use crate::lexicon::Sense;

/// "lawyer Ann Lee said (on Friday)", "as Ann Lee claimed".
pub(super) fn speaking<'a>(input: Chunks<'a>, depth: u8) -> Built<'a, Complement> {
    let as_word = chunk(|c| match &c.kind {
        ChunkKind::Subordinator(word) if *word == "as" => Some(()),
        _ => None,
    });
    let (rest, _) = opt(as_word).parse(input)?;
    let (rest, subject) = nominal(Attach::Of, depth + 1)(rest)?;
    let (mut rest, verb) = finite_verb(rest)?;
    if !reports(verb) {
        return Err(NO_MATCH);
    }
    let mut complements = Vec::new();
    while !rest.is(0, &ChunkKind::Comma)
        && let Ok((next, adjunct)) = nom::branch::alt((time, prepositional(depth), adverb)).parse(rest)
    {
        complements.push(adjunct);
        rest = next;
    }
    let clause =
        Clause { subject: Some(subject), verb: verb.clone(), complements, relation: Relation::Speaking };
    Ok((rest, Complement::Clause(Box::new(clause))))
}

/// "said lawyer Ann Lee (Friday)": the verb in front of who speaks; the day on which they did is stepped over.
pub(super) fn said_by<'a>(input: Chunks<'a>, depth: u8) -> Built<'a, Complement> {
    let (rest, verb) = finite_verb(input)?;
    if !reports(verb) || verb.tokens.len() > 1 {
        return Err(NO_MATCH);
    }
    let (rest, subject) = nominal(Attach::Attribute(Side::Behind), depth + 1)(rest)?;
    let rest = if matches!(rest.kind(0), Some(ChunkKind::Time(_))) { rest.skip(1) } else { rest };
    let verb = verb.clone();
    let clause =
        Clause { subject: Some(subject), verb, complements: Vec::new(), relation: Relation::Speaking };
    Ok((rest, Complement::Clause(Box::new(clause))))
}

/// "did not, as Ann Lee claimed, *kill*": the verb that an auxiliary waits for behind an insertion.
pub(in crate::claim::clause) fn resumed<'a>(
    input: Chunks<'a>,
    auxiliary: VerbGroup,
    depth: u8,
    found: &mut Vec<Complement>,
) -> Built<'a, VerbGroup> {
    if waits(&auxiliary)
        && auxiliary.lemma != "be"
        && matches!(input.kind(0), Some(ChunkKind::Preposition(_)))
        && let Ok((behind, between)) = prepositional(depth)(input)
        && let Some(ChunkKind::Verb(main)) = behind.kind(0)
        && goes_on(&auxiliary, main)
    {
        // "has *in the past* denied"
        found.push(between);
        return Ok((behind.skip(1), joined(&auxiliary, main.clone())));
    }
    if !waits(&auxiliary) || !input.is(0, &ChunkKind::Comma) {
        return Ok((input, auxiliary));
    }
    let (inside, _) = mark(ChunkKind::Comma)(input)?;
    let speaker = speaking(quote_marks(inside), depth);
    let (behind, inserted) = match speaker {
        Ok((rest, speaker)) => (rest, Some(speaker)),
        Err(_) => (insertion(inside), None),
    };
    let Ok((behind, Some(_))) = comma(behind) else { return Ok((input, auxiliary)) };
    let main = chunk(|c| match &c.kind {
        ChunkKind::Verb(v) if goes_on(&auxiliary, v) => Some(v.clone()),
        _ => None,
    })(quote_marks(behind));
    let Ok((rest, main)) = main else { return Ok((input, auxiliary)) };
    found.extend(inserted);
    Ok((rest, joined(&auxiliary, main)))
}

/// The verb with what its auxiliary says.
fn joined(auxiliary: &VerbGroup, main: VerbGroup) -> VerbGroup {
    let passive = main.tense != Tense::Gerund && auxiliary.lemma == "be";
    let (tense, modal) = (auxiliary.tense, auxiliary.modal.clone());
    let negated = auxiliary.negated ^ main.negated;
    let adverbs = auxiliary.adverbs.and(main.adverbs);
    VerbGroup { tense, modal, negated, passive, adverbs, ..main }
}

/// "*Did police arrest* the mayor?", "*Had the dam collapsed*, ...", "nor *have they said*": the subject stands behind
/// the auxiliary.
pub(in crate::claim::clause) fn inverted<'a>(
    input: Chunks<'a>,
    depth: u8,
) -> Built<'a, (Nominal, VerbGroup)> {
    let (rest, auxiliary) = finite_verb(input)?;
    // "nor have": the denial stands in front.
    let alone = auxiliary.tokens.len() <= 1 + usize::from(auxiliary.negated);
    if !alone || !(waits(auxiliary)) {
        return Err(NO_MATCH);
    }
    let (rest, subject) = nominal(Attach::Of, depth + 1)(rest)?;
    let (rest, main) = chunk(|c| match &c.kind {
        ChunkKind::Verb(v) if goes_on(auxiliary, v) => Some(v.clone()),
        _ => None,
    })(rest)?;
    Ok((rest, (subject, joined(auxiliary, main))))
}

/// "*said Ann Lee, an envoy*, ...": the verb and who speaks, where no clause follows of which the noun is the subject.
pub(in crate::claim::clause) fn said_first<'a>(
    input: Chunks<'a>,
    depth: u8,
) -> Built<'a, (Nominal, VerbGroup)> {
    let (rest, verb) = finite_verb(input)?;
    let speaks = reports(verb) && !verb.senses.has(Sense::Telling) && !verb.passive && verb.tokens.len() == 1;
    let known =
        matches!(rest.kind(0), Some(ChunkKind::Noun(id)) if rest.names(*id) || rest.is_determined(*id));
    if !speaks || !known {
        return Err(NO_MATCH);
    }
    let (rest, subject) = nominal(Attach::Object, depth + 1)(rest)?;
    let ends = matches!(
        rest.kind(0),
        None | Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::OpenQuote | ChunkKind::Time(_))
    ) || !subject.clauses.is_empty() && !at_finite_verb(&rest, 0);
    if ends { Ok((rest, (subject, verb.clone()))) } else { Err(NO_MATCH) }
}

/// "*killed was a nurse*", "among those *injured were two men*": the participle in front, and to whom it was done.
pub(in crate::claim::clause) fn undergone<'a>(
    input: Chunks<'a>,
    depth: u8,
) -> Built<'a, (Nominal, VerbGroup)> {
    let (rest, main) = verb_of(Tense::Participle)(input)?;
    let (rest, auxiliary) = finite_verb(rest)?;
    if auxiliary.lemma != "be" || auxiliary.passive {
        return Err(NO_MATCH);
    }
    let (rest, subject) = nominal(Attach::Of, depth + 1)(rest)?;
    Ok((rest, (subject, joined(auxiliary, main.clone()))))
}

pub(super) fn waits(auxiliary: &VerbGroup) -> bool {
    matches!(auxiliary.lemma.as_str(), "do" | "have" | "be")
        || auxiliary.modal.as_ref().is_some_and(|modal| *modal == auxiliary.lemma)
}

/// Can this verb stand behind the auxiliary: "did ... kill", "has ... killed"?
pub(super) fn goes_on(auxiliary: &VerbGroup, main: &VerbGroup) -> bool {
    let lone = main.tokens.len() == 1;
    match (auxiliary.lemma.as_str(), main.tense) {
        // Taggers take what stands far from its auxiliary for a past tense.
        ("have" | "be", Tense::Participle) => true,
        ("have" | "be", Tense::Past) => lone,
        ("be", Tense::Gerund) => true,
        ("have" | "be", _) => false,
        _ => lone && main.tense == Tense::Infinitive,
    }
}

/// Steps over up to six chunks that are no verbs, up to the next comma.
fn insertion(input: Chunks<'_>) -> Chunks<'_> {
    const LONGEST: usize = 6;
    let plain = |at: &usize| {
        !input.is(*at, &ChunkKind::Comma) && !matches!(input.kind(*at), None | Some(ChunkKind::Verb(_)))
    };
    input.skip((0..LONGEST).take_while(plain).count())
}
