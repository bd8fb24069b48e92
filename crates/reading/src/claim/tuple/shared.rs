//! Times and places that clauses share: what stands behind the last of several ("Four people were killed and 24 others were
//! injured *in Kabul on Monday*"), what a clause brings with it, and the nouns that name its event.

use smallvec::SmallVec;

use super::Lowering;
use crate::article::{Tag, Tokens};
use crate::claim::{Argument, ArgumentRole, Claim, Modality, Origin, Polarity, Tense, TimeId};
use crate::lexicon::Sense;

impl Lowering<'_> {
    /// Gives the claims of the sentence, from this one on, the place and time that they share with the next.
    pub(super) fn share(&mut self, from: usize) {
        let claims = &self.reading.claims;
        let clauses: Vec<usize> = (from..claims.len()).filter(|at| is_clause(&claims[*at])).collect();
        for pair in clauses.windows(2).rev() {
            let (Some(first), Some(second)) =
                (self.reading.claims.get(pair[0]), self.reading.claims.get(pair[1]))
            else {
                continue;
            };
            if !self.share_their_end(first, second) {
                continue;
            }
            let behind = |a: &&Argument| a.tokens.start >= second.predicate.tokens.end && is_setting(a);
            let settings: Vec<Argument> = second.arguments.iter().filter(behind).cloned().collect();
            let time = second.time;
            if let Some(first) = self.reading.claims.get_mut(pair[0]) {
                first.arguments.extend(settings);
                first.time = time;
            }
        }
    }

    /// Gives the events that a clause names by nouns its time: "An explosion *tore through the plant on Monday*", "ten died in
    /// a blast on Monday". When something is said is no time of what it is about.
    pub(super) fn share_with_nouns(&mut self, from: usize) {
        let mut shared: Vec<(usize, TimeId)> = Vec::new();
        for (at, noun) in self.reading.claims.iter().enumerate().skip(from) {
            if noun.origin != Origin::Nominal || noun.time.is_some() {
                continue;
            }
            let of_clause = |claim: &&Claim| {
                claim.origin == Origin::Clause
                    && claim.modality == Modality::Did
                    && claim.polarity == Polarity::Affirmed
                    && !self.lexicon.has(&claim.predicate.lemma, Sense::Reporting)
                    && self.takes_part(claim, noun.predicate.head)
            };
            let clause = self.reading.claims.get(from..).and_then(|claims| claims.iter().find(of_clause));
            shared.extend(clause.and_then(|clause| clause.time).map(|time| (at, time)));
        }
        for (at, time) in shared {
            self.reading.claims[at].time = Some(time);
        }
    }

    /// Gives a clause the time of the one that it hangs on, or that hangs on it, where both tell of one moment: "struck on
    /// Monday, *killing* two", "was killed on Monday when his plane *crashed*".
    pub(super) fn share_with_circumstances(&mut self, from: usize) {
        for (at, time) in self.circumstances(from) {
            self.reading.claims[at].time = Some(time);
        }
    }

    /// The claims, from this one on, that have the time of another.
    fn circumstances(&self, from: usize) -> SmallVec<[(usize, TimeId); 4]> {
        let claims = self.reading.claims.get(from..).unwrap_or(&[]);
        let plain = |claim: &Claim| {
            is_clause(claim)
                && claim.modality == Modality::Did
                && claim.polarity == Polarity::Affirmed
                && !self.lexicon.has(&claim.predicate.lemma, Sense::Reporting)
        };
        let timed: SmallVec<[&Claim; 4]> = claims.iter().filter(|c| c.time.is_some() && plain(c)).collect();
        let open = |claim: &Claim| !timed.is_empty() && claim.time.is_none() && plain(claim);
        let untimed = claims.iter().enumerate().filter(|(_, claim)| open(claim));
        untimed
            .filter_map(|(at, claim)| {
                let tells = |other: &&Claim| {
                    self.is_circumstance(claim, other) || is_when(claim, other) || is_when(other, claim)
                };
                let distance = |other: &&Claim| other.predicate.head.abs_diff(claim.predicate.head);
                let time = timed.iter().copied().filter(tells).min_by_key(distance)?.time?;
                Some((from + at, time))
            })
            .collect()
    }

    /// ", killing two": a participle behind the comma that ends a clause of the same subject.
    fn is_circumstance(&self, claim: &Claim, clause: &Claim) -> bool {
        let start = claim.predicate.tokens.start;
        let before = start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
        let words = |claim: &Claim| claim.subject.as_ref().map(|subject| subject.tokens);
        claim.origin == Origin::Participle
            && claim.predicate.tense == Tense::Gerund
            // "having lost the vote" was before.
            && claim.predicate.tokens.len() == 1
            && before.is_some_and(|token| token.tag == Tag::Comma)
            && matches!(clause.origin, Origin::Clause | Origin::Relative)
            && clause.predicate.tokens.end < start
            && words(claim).is_some()
            && words(claim) == words(clause)
    }

    /// Is what this noun names the subject of a clause, or that in which it happened? "Convicted *in the death*" is later.
    fn takes_part(&self, claim: &Claim, head: u32) -> bool {
        let follows = claim.predicate.class.is_some_and(|class| self.lexicon.class(class).follows);
        let named = |a: &Argument| a.phrases.iter().any(|id| self.reading.phrase(*id).head == head);
        let within = |a: &&Argument| (a.role.is_behind("in") && !follows) || a.role.is_behind("by");
        claim.subject.iter().any(named) || claim.arguments.iter().filter(within).any(named)
    }

    /// Are these two clauses on the victims of one event, with nothing but "and" between them?
    fn share_their_end(&self, first: &Claim, second: &Claim) -> bool {
        let counts = |claim: &Claim| {
            claim.predicate.class.is_some_and(|class| self.lexicon.class(class).counts.is_some())
        };
        let held = |a: &Argument| a.role == ArgumentRole::Object && a.tokens.end > first.predicate.tokens.end;
        let bare = first.time.is_none() && first.arguments.iter().all(held);
        let end = first.arguments.iter().map(|a| a.tokens.end).fold(first.predicate.tokens.end, u32::max);
        let own = second.subject.as_ref().map(|s| s.tokens.start).filter(|start| *start >= end);
        let start = own.unwrap_or(second.predicate.tokens.start);
        let one = first.predicate.passive == second.predicate.passive
            && first.polarity == second.polarity
            && first.modality == second.modality;
        bare && one && counts(first) && counts(second) && self.is_and(Tokens { start: end, end: start })
    }

    /// "and", ", and"
    fn is_and(&self, tokens: Tokens) -> bool {
        let words = self.article.tokens.get(tokens.range()).unwrap_or(&[]);
        match words {
            [and] => and.tag == Tag::Cc && and.lemma == "and",
            [comma, and] => comma.tag.is_punctuation() && and.tag == Tag::Cc && and.lemma == "and",
            _ => false,
        }
    }
}

/// Is it a verb's claim, and no noun's?
fn is_clause(claim: &Claim) -> bool {
    !matches!(claim.origin, Origin::Nominal | Origin::Apposition | Origin::Copula)
}

/// Does the one clause say when the other was: "when his plane crashed"?
fn is_when(inner: &Claim, outer: &Claim) -> bool {
    let when = |a: &Argument| a.role.is_behind("when") && a.tokens.overlaps(inner.predicate.tokens);
    inner.origin == Origin::Clause && outer.arguments.iter().any(when)
}

/// Does it say where or when?
fn is_setting(argument: &Argument) -> bool {
    const PLACING: [&str; 12] =
        ["in", "at", "near", "on", "outside", "inside", "around", "along", "off", "during", "after", "when"];
    match &argument.role {
        ArgumentRole::Oblique(preposition) => PLACING.contains(&preposition.as_str()),
        ArgumentRole::Time => true,
        _ => false,
    }
}
