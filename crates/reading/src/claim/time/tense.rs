//! Which way a clause looks: decides between the past and the coming "Friday" or "May".

use super::vocabulary::{Role, Unit, plays, unit};
use crate::article::{Tag, Tokens};
use crate::claim::annotation::{Annotated, Annotation};
use crate::claim::input::Word;
use crate::lexicon::Sense;

/// The direction of the clause that an expression stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// Present tense: of a scheduled event, more often to come than past.
    Present,
    Future,
    /// No verb tells.
    Unknown,
}

/// How far to look for the verb, in tokens: clauses are shorter, and the work stays linear.
const REACH: u32 = 30;

/// How near to the expression a word like "due" must stand.
const CUE_REACH: usize = 3;

/// The tense around an expression in its sentence (or other run of tokens).
///
/// What is named by its date ("Friday's vote", "the May 3 blast") has no verb of its own. Else a word that looks
/// back or ahead decides ("since", "due"), then the nearest verb group before the expression, and failing that
/// the first verb after it.
pub(super) fn tense(text: &Annotated<'_>, run: Tokens, expression: Tokens) -> Tense {
    let words = |start: u32, end: u32| {
        let start = start.max(run.start).min(run.end);
        Around { words: text.words().get(start as usize..end.min(run.end) as usize).unwrap_or(&[]) }
    };
    let before = words(expression.start.saturating_sub(REACH), expression.start);
    let after = words(expression.end, expression.end.saturating_add(REACH));
    if after.get(0).is_some_and(|w| w.tag() == Tag::Pos || w.tag().is_noun()) {
        return Tense::Unknown;
    }
    // "announced a loss for the third quarter" puts nothing off.
    let business = |word: Word<'_>| matches!(unit(word), Some(Unit::Quarter | Unit::Half));
    let reported = words(expression.start, expression.end).words.iter().map(Word::new).any(business);
    let deferred = || before.deferred().filter(|_| !reported);
    let told = before.cue().or_else(deferred).or_else(|| before.last_group());
    told.or_else(|| after.first_verb()).unwrap_or(Tense::Unknown)
}

/// The words before or after an expression.
struct Around<'a> {
    words: &'a [Annotation<'a>],
}

impl<'a> Around<'a> {
    fn get(&self, at: usize) -> Option<Word<'a>> {
        self.words.get(at).map(Word::new)
    }

    /// A word right before the expression that looks back or ahead: "since", "due", "as early as".
    fn cue(&self) -> Option<Tense> {
        let back = |n: usize| self.words.len().checked_sub(n).and_then(|at| self.get(at));
        if back(1).is_some_and(|w| w.is("since")) {
            return Some(Tense::Past);
        }
        // "it had been due on Friday"; "as planned on Friday"
        let had = (2..=CUE_REACH + 3).filter_map(back).any(|w| w.is("had"));
        let as_planned = |n: usize| (1..=2).filter_map(|m| back(n + m)).any(|w| w.is("as"));
        let soon = back(1).is_some_and(|w| w.is("as")) && back(3).is_some_and(|w| w.is("as"));
        let cue = |n: &usize| back(*n).is_some_and(|w| plays(w, Role::ComingCue));
        match (1..=CUE_REACH).find(cue) {
            _ if soon => Some(Tense::Future),
            Some(at) if as_planned(at) => None,
            Some(_) => Some(if had { Tense::Past } else { Tense::Future }),
            None => None,
        }
    }

    /// "put off *until* Monday", "has given them *until* Friday", "planned a rally *for* Sunday": what a verb of the
    /// past sets for a day to come. "Until" alone says no more than where something ends.
    fn deferred(&self) -> Option<Tense> {
        let preposition = self.get(self.words.len().checked_sub(1)?)?;
        let until = preposition.is_any(&["until", "till"]);
        let verb = self.words.iter().rposition(|t| t.tag.is_verb() && t.tag != Tag::Vbg)?;
        let head = Word::new(self.words.get(verb)?);
        let object = self.words.get(verb..)?.iter().any(|t| t.tag.is_noun());
        let aimed = preposition.is("for") || self.get(verb + 1).is_some_and(|w| w.is("for"));
        let sets = (plays(head, Role::Setting) && (object || aimed || until || preposition.is("to")))
            || (plays(head, Role::Putting) && (aimed || until));
        let perfect = |at: usize| self.get(at).is_some_and(|w| w.is_any(&["has", "have", "'ve", "’ve"]));
        match () {
            () if sets => Some(Tense::Future),
            () if until && verb.checked_sub(1).is_some_and(perfect) => Some(Tense::Future),
            () if until => Some(self.last_group().filter(|t| *t != Tense::Past).unwrap_or(Tense::Unknown)),
            () => None,
        }
    }

    /// The tense of the last verb group that has one.
    fn last_group(&self) -> Option<Tense> {
        let mut end = self.words.len();
        while let Some(head) =
            self.words.get(..end)?.iter().rposition(|t| t.tag.is_verb() || t.tag == Tag::Md)
        {
            let helps =
                |t: &Annotation| t.tag.is_verb() || t.tag.is_adverb() || matches!(t.tag, Tag::Md | Tag::To);
            let start = self.words.get(..head)?.iter().rposition(|t| !helps(t)).map_or(0, |at| at + 1);
            if let Some(tense) = self.group(start, head) {
                return Some(tense);
            }
            end = start;
        }
        None
    }

    /// The tense of the verb group in `start..=head`; nothing if it has none ("touring the capital", "offers to
    /// buy").
    fn group(&self, start: usize, head: usize) -> Option<Tense> {
        let group = self.words.get(start..=head)?;
        let has = |tag: Tag| group.iter().any(|t| t.tag == tag);
        let perfect = has(Tag::Vbn)
            && (start..head)
                .filter_map(|at| self.get(at))
                .any(|w| w.lemma() == "have" || w.is_any(&["has", "'ve", "’ve"]));
        let ruled = start.checked_sub(1).and_then(|at| self.get(at)).is_some_and(|w| w.tag().is_adjective());
        let infinitive = group.iter().rposition(|t| t.tag == Tag::To);
        // "guidelines to be published in May"
        let noun = start.checked_sub(1).and_then(|at| self.get(at)).is_some_and(|w| w.tag().is_noun());
        let to_come = noun && has(Tag::Vbn) && group.first().is_some_and(|t| t.tag == Tag::To);
        let planned = to_come
            || self.is_intended(start)
            || infinitive.is_some_and(|at| ruled || group.iter().take(at).any(|t| t.tag.is_verb()));
        // "managed to reach" is as past as "managed".
        let achieved = infinitive.is_some_and(|at| {
            let ruling = group.iter().take(at).rfind(|t| t.tag.is_verb());
            ruling
                .is_some_and(|t| t.facts.known.has(Sense::Achieving) && !t.facts.known.has(Sense::Intending))
        });
        match group.iter().find(|t| t.tag.is_verb() || t.tag == Tag::Md)?.tag {
            Tag::Vbd | Tag::Vbn if achieved => Some(Tense::Past),
            _ if achieved => None,
            // "had been due to end on Friday"
            _ if planned
                && (start.saturating_sub(4)..start).any(|at| self.get(at).is_some_and(|w| w.is("had"))) =>
            {
                Some(Tense::Past)
            }
            _ if planned => Some(Tense::Future),
            _ if infinitive.is_some() => None,
            _ if perfect => Some(Tense::Past),
            Tag::Md => Some(self.modal(start, head)),
            Tag::Vbd | Tag::Vbn => Some(Tense::Past),
            Tag::Vbz | Tag::Vbp => Some(Tense::Present),
            _ => None,
        }
    }

    /// Is the infinitive that begins here what somebody means to do: "a plan *to close* the mine in May"? A day without
    /// a preposition is that of the clause around it: "approved a plan to close the mine Monday".
    fn is_intended(&self, start: usize) -> bool {
        let placed = self.words.last().is_some_and(|t| t.tag == Tag::In);
        let infinitive = self.words.get(start).is_some_and(|t| t.tag == Tag::To);
        let ruling = start.checked_sub(1).and_then(|at| self.get(at));
        placed && infinitive && ruling.is_some_and(|w| plays(w.lemma().as_str(), Role::Intention))
    }

    /// "can" and "could" look neither way.
    fn modal(&self, start: usize, head: usize) -> Tense {
        let able = (start..=head).filter_map(|at| self.get(at)).any(|w| w.is_any(&["can", "could", "ca"]));
        if able { Tense::Unknown } else { Tense::Future }
    }

    /// The tense of the first verb that shows one; "plans to hold" looks ahead.
    fn first_verb(&self) -> Option<Tense> {
        let infinitive = |at: usize| self.words.get(at + 1).is_some_and(|t| t.tag == Tag::To);
        (0..self.words.len()).find_map(|at| match self.words.get(at)?.tag {
            Tag::Vbd => Some(Tense::Past),
            Tag::Vbz | Tag::Vbp if infinitive(at) => Some(Tense::Future),
            Tag::Vbz | Tag::Vbp => Some(Tense::Present),
            Tag::Md => Some(self.modal(at, at)),
            _ => None,
        })
    }
}
