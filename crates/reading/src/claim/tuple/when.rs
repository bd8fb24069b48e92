//! When a clause was: the times behind its verb, and the one between subject and verb.

use smallvec::SmallVec;

use super::Lowering;
use crate::article::Tag;
use crate::claim::clause::{Clause, Complement, Relation};
use crate::claim::{Argument, ArgumentRole, TimeId, time, trigger};
use crate::lexicon::Sense;
use crate::lexicon::wordnet::Part;

impl Lowering<'_> {
    /// The first time expression that belongs to the verb.
    pub(super) fn time(&self, clause: &Clause) -> Option<TimeId> {
        let dated = |id: &TimeId| self.is_dated(*id);
        let times = clause.complements.iter().enumerate().filter_map(|(at, c)| match c {
            Complement::Time(..) if self.is_counted_from(clause, at) => None,
            Complement::Time(preposition, id, tokens)
                if !preposition.as_deref().is_some_and(before_or_after)
                    || self.is_close(tokens.start)
                    || (clause.verb.negated && preposition.as_deref().is_some_and(is_until)) =>
            {
                Some(*id)
            }
            _ => None,
        });
        times.clone().find(dated).or(times.clone().next())
    }

    /// Is it a day or an hour, and no length of time?
    pub(super) fn is_dated(&self, time: TimeId) -> bool {
        matches!(self.reading.time(time).kind, time::TimexKind::Date | time::TimexKind::Time)
    }

    /// "shot two days before the vote *on Sunday*": the day from which a length of time is counted.
    fn is_counted_from(&self, clause: &Clause, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|at| clause.complements.get(at));
        let counted =
            matches!(before(1), Some(Complement::Oblique(p, ..)) if matches!(p.as_str(), "before" | "after"));
        let length = |id: &TimeId| self.reading.time(*id).kind == time::TimexKind::Duration;
        counted && matches!(before(2), Some(Complement::Time(_, id, _)) if length(id))
    }

    /// "The army *on Friday* shelled two towns": a time right before the verb is the verb's, unless the noun before it tells
    /// of what happened then ("the talks on Friday failed").
    pub(super) fn time_between(&self, clause: &Clause) -> Option<TimeId> {
        let subject = clause.subject.as_ref()?;
        let time = subject.times.last().copied()?;
        let head = self.reading.phrase(*subject.phrases.last()?).head;
        let adjacent = self.reading.time(time).tokens.end == clause.verb.tokens.start;
        // "the raid on Friday killed two": at once.
        let class = self.lexicon.look_up(&clause.verb.lemma).verb.map(|(class, _)| class);
        let harms = class.is_some_and(|class| self.lexicon.class(class).counts.is_some());
        (adjacent && (harms || !self.names_event(head))).then_some(time)
    }

    /// A time as what it is beside the verb, with the preposition before it.
    pub(super) fn time_argument(&self, time: TimeId) -> Argument {
        let tokens = self.reading.time(time).tokens;
        let before = tokens.start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
        let role = match before.filter(|token| token.tag == Tag::In) {
            Some(preposition) => ArgumentRole::Oblique(preposition.lemma.clone()),
            None => ArgumentRole::Time,
        };
        Argument { role, tokens, phrases: SmallVec::new() }
    }

    /// Does a noun tell of something that happened?
    fn names_event(&self, head: u32) -> bool {
        let told = || {
            let (lemma, part, meaning) = trigger::word(self.article, head as usize)?;
            let features = trigger::eventive_features(self.article, head as usize, &lemma, &meaning);
            Some(part == Part::Noun && trigger::eventive::tells(&features))
        };
        let token = self.article.tokens.get(head as usize);
        let person = token.is_some_and(|token| self.lexicon.has(&token.lemma, Sense::Person));
        !person && (self.noun_class(head).is_some() || told().unwrap_or_default())
    }

    /// "*shortly* after 3 p.m.", "*just* before noon": as good as then.
    fn is_close(&self, time: u32) -> bool {
        let adverb = (time as usize).checked_sub(2).and_then(|at| self.article.tokens.get(at));
        adverb.is_some_and(|t| matches!(t.lemma.as_str(), "shortly" | "just" | "soon" | "right"))
    }
}

fn is_until(preposition: &str) -> bool {
    matches!(preposition, "until" | "till")
}

/// Does a clause with "not" say until when: "was not found until Monday", "did not stop until they saw him"?
pub(super) fn ends_denial(clause: &Clause) -> bool {
    clause.complements.iter().any(|complement| match complement {
        Complement::Time(preposition, ..) => preposition.as_deref().is_some_and(is_until),
        Complement::Oblique(preposition, ..) => is_until(preposition),
        Complement::Clause(inner) => {
            matches!(&inner.relation, Relation::Adverbial(word) if is_until(word))
        }
        Complement::Object(_) | Complement::Adjective(_) | Complement::Adverb(_) => false,
    })
}

fn before_or_after(preposition: &str) -> bool {
    matches!(preposition, "before" | "after" | "since" | "until" | "till" | "from")
}
