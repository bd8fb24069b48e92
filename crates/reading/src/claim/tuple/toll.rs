//! Tolls: "the death toll rose to 41", "the number of missing fell to 22", "bringing the toll to nine". The number
//! behind the verb counts those whom the noun speaks of.

use smallvec::smallvec;

use super::context::Context;
use super::{Lowering, argument};
use crate::claim::clause::{Clause, Complement, Nominal};
use crate::claim::quantity::Unit;
use crate::claim::{Argument, ArgumentRole, Claim, Origin, Polarity, Predicate, Tense};
use crate::lexicon::{ClassId, Sense};

impl Lowering<'_> {
    /// The event that a toll in subject or object counts, with the number as the one to whom it happened.
    pub(super) fn toll(&mut self, clause: &Clause, subject: Option<&Nominal>, context: &Context) {
        let objects = clause.complements.iter().filter_map(|c| match c {
            Complement::Object(n) => Some(n),
            _ => None,
        });
        let found = subject.into_iter().chain(objects).find_map(|n| Some((n, self.tallied(n)?)));
        let (Some((tally, class)), Some(number)) = (found, self.number_behind(clause)) else { return };
        let time = self.time(clause);
        self.tally(tally, class, number, context);
        if let Some(claim) = self.reading.claims.last_mut() {
            claim.time = time;
        }
    }

    /// "a death toll of 41".
    pub(super) fn toll_of(&mut self, nominal: &Nominal, context: &Context) {
        let counted = nominal.attributes.iter().find(|(p, n)| *p == "of" && self.is_plain_number(n));
        let Some(number) = counted.map(|(_, n)| argument(ArgumentRole::Object, n)) else { return };
        if let Some(class) = self.tallied(nominal) {
            self.tally(nominal, class, number, context);
        }
    }

    fn tally(&mut self, tally: &Nominal, class: ClassId, number: Argument, context: &Context) {
        let Some(head) = tally.phrases.first().map(|id| self.reading.phrase(*id).head) else { return };
        let Some(lemma) = self.article.tokens.get(head as usize).map(|t| t.lemma.clone()) else { return };
        self.reading.claims.push(Claim {
            sentence: self.sentence,
            origin: Origin::Nominal,
            subject: None,
            predicate: Predicate {
                tokens: crate::article::Tokens { start: head, end: head + 1 },
                head,
                lemma,
                class: Some(class),
                frame: crate::lexicon::Frame::Acts,
                tense: Tense::Past,
                passive: false,
            },
            arguments: smallvec![number],
            time: None,
            polarity: Polarity::Affirmed,
            modality: context.modality,
            attribution: context.attribution,
            confidence: 0.3,
        });
    }

    /// The event whose victims a noun counts: "death toll", "number of missing", "number of people killed".
    fn tallied(&self, nominal: &Nominal) -> Option<ClassId> {
        let lexicon = self.lexicon;
        let phrase = self.reading.phrase(*nominal.phrases.first()?);
        let tokens = self.article.tokens.get(phrase.tokens.range())?;
        let (head, before) = tokens.split_last()?;
        if !lexicon.look_up(&head.lemma).has(Sense::Tally) {
            return None;
        }
        let counting = |class: &ClassId| lexicon.class(*class).counts.is_some();
        let of_word = |lemma: &str| {
            let entry = lexicon.look_up(lemma);
            entry.noun.or(entry.state).filter(counting)
        };
        let inside = before.iter().rev().find_map(|t| of_word(&t.lemma));
        let of = nominal.attributes.iter().filter(|(p, _)| *p == "of").map(|(_, n)| n);
        let clauses = of.clone().flat_map(|n| &n.clauses).chain(&nominal.clauses);
        let by_clause = || {
            clauses.clone().find_map(|c| lexicon.look_up(&c.verb.lemma).verb.map(|v| v.0).filter(counting))
        };
        let by_head = || {
            let heads = of.clone().filter_map(|n| n.phrases.first()).map(|id| self.reading.phrase(*id).head);
            heads.filter_map(|h| self.state_at(h).filter(counting)).next()
        };
        let alone = || (head.lemma == "toll").then(|| lexicon.class_named("death")).flatten();
        inside.or_else(by_clause).or_else(by_head).or_else(alone)
    }

    /// "to 41", "at 17", "past 300", "41".
    fn number_behind(&self, clause: &Clause) -> Option<Argument> {
        clause.complements.iter().find_map(|c| match c {
            Complement::Oblique(preposition, _, n)
                if matches!(preposition.as_str(), "to" | "at" | "past" | "above" | "over" | "beyond") =>
            {
                self.is_plain_number(n).then(|| argument(ArgumentRole::Object, n))
            }
            Complement::Object(n) => self.is_plain_number(n).then(|| argument(ArgumentRole::Object, n)),
            _ => None,
        })
    }

    fn is_plain_number(&self, nominal: &Nominal) -> bool {
        let amount = nominal.phrases.first().and_then(|id| self.reading.phrase(*id).amount.as_ref());
        amount.is_some_and(|a| matches!(a.quantity.unit, Unit::None | Unit::Count(_)))
    }
}
