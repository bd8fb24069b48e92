//! Nouns that stand together: "A, B and C".

use nom::Parser;
use nom::combinator::opt;

use super::{Attach, Nominal, Side, single};
use crate::claim::chunk::{Built, ChunkKind, Chunks, mark};
use crate::claim::clause::{at_finite_verb, comma, reports};
use crate::claim::input::NoMatch;
use crate::claim::{Tense, VerbGroup};

/// One more member of a coordination: "and C", ", B" when "and C" follows.
pub(super) fn conjunct<'a>(attach: Attach, depth: u8) -> impl Fn(Chunks<'a>) -> Built<'a, Nominal> {
    move |input| {
        let (rest, separator) = comma(input)?;
        let (rest, conjunction) = opt(mark(ChunkKind::Conjunction)).parse(rest)?;
        if separator.is_none() && conjunction.is_none() {
            return Err(nom::Err::Error(NoMatch));
        }
        // ", and the keeper probably drowned, ...": the verb of another clause follows the noun at once.
        let other_clause = matches!(rest.kind(1), Some(ChunkKind::Verb(v)) if v.tense == Tense::Participle)
            && matches!(rest.kind(2), Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Noun(_)));
        if separator.is_some() && attach != Attach::All && other_clause {
            return Err(nom::Err::Error(NoMatch));
        }
        // "attacked the town*, but soldiers fought* back": another clause.
        let clause =
            separator.is_some() && attach != Attach::All && matches!(rest.kind(0), Some(ChunkKind::Noun(_)));
        if clause && conjunction.is_some() && at_finite_verb(&rest, 1) {
            return Err(nom::Err::Error(NoMatch));
        }
        let (after, member) = single(attach, depth + 1)(rest)?;
        // "After the talks*, Ann Lee and Bob Roe* left": behind what stands in front, they are the subject.
        let before = attach == Attach::Attribute(Side::Behind);
        let before = before || attach != Attach::All && (rest.subject_to_come() || rest.between_commas());
        // "near Bilgar*, officials and state media* said."
        let subject = || match verb_behind_list(&after) {
            Some(verb) => before || attach != Attach::All && reports(verb),
            None => before && leads_to_verb(&after),
        };
        let listed = conjunction.is_some() || enumerates(&after) && !subject();
        // ", but neither the owner nor the tenant had": two subjects.
        let neither = member.phrases.first().is_some_and(|id| input.is_negative(*id))
            && after.is(0, &ChunkKind::Conjunction)
            && matches!(after.kind(1), Some(ChunkKind::Noun(_)))
            && at_finite_verb(&after, 2);
        if neither && attach != Attach::All {
            return Err(nom::Err::Error(NoMatch));
        }
        // Behind the verb, "and B said" opens another clause.
        // "Rebels led by Berg *and his brother* attacked": the verb that must still come.
        let opens = attach != Attach::All && (separator.is_some() || !rest.verb_to_come());
        if !listed || (opens && opens_clause(&after, separator.is_some())) {
            return Err(nom::Err::Error(NoMatch));
        }
        Ok((after, member))
    }
}

/// Does a verb follow, so that what was read is its subject? Behind a comma prepositional phrases may stand between:
/// ", and the fall of a wall in Ondo blocked the road".
fn opens_clause(input: &Chunks<'_>, separated: bool) -> bool {
    let most = if separated { 8 } else { 2 };
    for ahead in 0..most {
        match input.kind(ahead) {
            Some(ChunkKind::Verb(v)) if v.tense.is_finite() => return true,
            Some(ChunkKind::Verb(v)) if separated && v.tense == Tense::Participle => {
                return !matches!(input.kind(ahead + 1), Some(ChunkKind::Preposition(_)));
            }
            Some(ChunkKind::Adverb | ChunkKind::Time(_)) => {}
            Some(ChunkKind::Preposition(_) | ChunkKind::Noun(_)) if separated => {}
            // "and a dozen of them, perhaps children, were": words between commas.
            Some(ChunkKind::Comma) if ahead == 0 && !input.verb_to_come() => {
                return verb_behind_insertion(input);
            }
            _ => return false,
        }
    }
    false
}

/// ", perhaps a dozen children, *were*": does a verb follow what stands between two commas?
fn verb_behind_insertion(input: &Chunks<'_>) -> bool {
    let plain = |at: &usize| {
        matches!(input.kind(*at), Some(ChunkKind::Adverb | ChunkKind::Noun(_) | ChunkKind::Preposition(_)))
    };
    let end = 1 + (1..6).take_while(plain).count();
    let adverb = input.is(1, &ChunkKind::Adverb);
    adverb && input.is(end, &ChunkKind::Comma) && at_finite_verb(input, end + 1)
}

/// The verb right behind a list of two that ends here: "*and state media said*".
fn verb_behind_list<'a>(input: &Chunks<'a>) -> Option<&'a VerbGroup> {
    let list = input.is(0, &ChunkKind::Conjunction) && matches!(input.kind(1), Some(ChunkKind::Noun(_)));
    match input.kind(2) {
        Some(ChunkKind::Verb(v)) if list && v.tense.is_finite() => Some(v),
        _ => None,
    }
}

/// Does a verb stand right behind the list that goes on here: ", B and C *left*"?
fn leads_to_verb(input: &Chunks<'_>) -> bool {
    /// No longer list is looked through.
    const LONGEST: usize = 16;
    let mut joined = false;
    for at in 0..LONGEST {
        match input.kind(at) {
            Some(ChunkKind::Comma) if !joined => {}
            // "Ann Lee and her husband*, Bob,* met"
            Some(ChunkKind::Comma) => return closes_before_verb(input, at + 1),
            Some(ChunkKind::Conjunction) => joined = true,
            Some(ChunkKind::Noun(_) | ChunkKind::Preposition(_) | ChunkKind::Adverb) => {}
            Some(ChunkKind::Verb(v)) => return joined && v.tense.is_finite(),
            _ => return false,
        }
    }
    false
}

/// Does another comma follow, and a verb behind it?
fn closes_before_verb(input: &Chunks<'_>, from: usize) -> bool {
    /// No more stands between the two commas.
    const LONGEST: usize = 6;
    let plain = |at: &usize| {
        matches!(input.kind(*at), Some(ChunkKind::Noun(_) | ChunkKind::Preposition(_) | ChunkKind::Adverb))
    };
    let end = from + (from..from + LONGEST).take_while(plain).count();
    end > from && input.is(end, &ChunkKind::Comma) && at_finite_verb(input, end + 1)
}

/// Does a list go on here: ", B and C", "and C"?
pub(super) fn enumerates(input: &Chunks<'_>) -> bool {
    let mut at = 0;
    for _ in 0..12 {
        match input.kind(at) {
            Some(ChunkKind::Comma) => at += 1,
            Some(ChunkKind::Conjunction) => return matches!(input.kind(at + 1), Some(ChunkKind::Noun(_))),
            Some(ChunkKind::Noun(_)) if at > 0 => at += 1,
            // "a launcher with two rockets"; but ", head of the union," describes.
            Some(ChunkKind::Preposition(p)) if at > 0 && *p != "of" => at += 1,
            _ => return false,
        }
    }
    false
}
