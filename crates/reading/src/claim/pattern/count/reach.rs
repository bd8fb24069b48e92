//! How far a count reaches: what else it counts, and of what it is a part.

use crate::article::{Tag, Tokens};
use crate::claim::pattern::Patterns;
use crate::claim::quantity::{Bound, Quantity};
use crate::claim::{Claim, Phrase, PhraseKind};

/// Those who did it: some count them with their victims, others do not.
const PERPETRATORS: &[&str] =
    &["gunman", "attacker", "bomber", "shooter", "assailant", "suspect", "killer", "perpetrator", "hijacker"];

/// Before whom others of the kind were told of.
const OTHERS: &[&str] = &["other", "further", "additional"];

impl Patterns<'_> {
    /// The quantity of a count, as far as its words commit themselves.
    pub(super) fn reach(&self, claim: &Claim, phrase: &Phrase, quantity: &Quantity) -> Quantity {
        let bound = match quantity.bound {
            // "Six were killed since Friday": in all that happened, so no more in any of it.
            Bound::Exactly if claim.arguments.iter().any(|a| a.role.is_behind("since")) => Bound::AtMost,
            Bound::Exactly if self.includes_who_did_it(claim, phrase) => {
                Bound::Range(quantity.amount - 1.0, quantity.amount)
            }
            Bound::Exactly | Bound::About if self.is_either_of_two(claim) => Bound::AtMost,
            Bound::Exactly
                if self.goes_on_elsewhere(claim, phrase) || self.is_of_some_alone(claim, phrase) =>
            {
                Bound::AtLeast
            }
            bound => bound,
        };
        Quantity { bound, ..quantity.clone() }
    }

    /// "Six people, including the gunman, died", "six people were killed in Lyon, including the suspected gunman".
    fn includes_who_did_it(&self, claim: &Claim, phrase: &Phrase) -> bool {
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let mut rest = phrase.tokens.end..self.sentence(claim).end;
        rest.any(|at| is(at, &["including"]) && (at + 1..at + 4).any(|at| is(at, PERPETRATORS)))
    }

    fn sentence(&self, claim: &Claim) -> Tokens {
        self.article.sentences.get(claim.sentence as usize).map_or(Tokens::default(), |s| s.tokens)
    }

    /// "300 houses were destroyed *or damaged*", "killed or wounded 40 people": of what one verb of the two tells it is a
    /// part.
    fn is_either_of_two(&self, claim: &Claim) -> bool {
        let verb = claim.predicate.tokens;
        let or = |at: u32| self.word(at).is_some_and(|w| w.is("or"));
        let told = |at: u32| self.word(at).is_some_and(|w| w.tag().is_verb() || w.tag() == Tag::Jj);
        let before = verb.end.checked_sub(2).filter(|at| or(*at)).and_then(|at| at.checked_sub(1));
        (or(verb.end) && told(verb.end + 1)) || before.is_some_and(told)
    }

    /// "Killed nine people in Lyon *alone*", "two *other* people were hurt": there were more elsewhere, or beside them.
    fn is_of_some_alone(&self, claim: &Claim, phrase: &Phrase) -> bool {
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let arguments = claim.arguments.iter().filter(|a| a.role.is_behind("in") || a.role.is_behind("at"));
        let alone = arguments.map(|a| a.tokens).any(|t| (t.start..=t.end).any(|at| is(at, &["alone"])));
        let first = phrase.amount.as_ref().map_or(phrase.head, |amount| amount.tokens.end);
        alone || (first..phrase.head).any(|at| is(at, OTHERS))
    }

    /// "Killed 12 people in France *and 30 in Spain*": one of several places, so that in all of them there were more.
    fn goes_on_elsewhere(&self, claim: &Claim, phrase: &Phrase) -> bool {
        let first = self.reading.phrases.partition_point(|other| other.tokens.start < phrase.tokens.end);
        let rest = self.reading.phrases[first..]
            .iter()
            .take_while(|other| other.tokens.end <= self.sentence(claim).end);
        rest.filter(|other| other.kind == PhraseKind::Elliptic && other.amount.is_some()).any(|other| {
            let and = other.tokens.start.checked_sub(1).and_then(|at| self.word(at));
            let place = self.word(other.tokens.end).is_some_and(|w| w.is_any(&["in", "at", "near"]));
            place
                && and.is_some_and(|w| w.is("and"))
                && self.word(other.tokens.end + 1).is_some_and(|w| w.tag() == Tag::Nnp)
        })
    }
}
