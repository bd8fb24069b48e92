//! Which way a clause looks: decides between the past and the coming "Friday" or "May".

use super::number::ordinal_of;
use super::vocabulary::{Role, Unit, month, plays, unit, weekday};
use crate::article::{Tag, Tokens};
use crate::claim::annotation::{Annotated, Annotation};
use crate::claim::input::Word;
use crate::lexicon::{Sense, Senses};

/// The direction of the clause that an expression stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// Present tense: of a scheduled event, more often to come than past.
    Present,
    Future,
    /// Present tense, of what comes again and again: "usually peaks in December".
    Habit,
    /// No verb tells.
    Unknown,
}

/// How far to look for the verb, in tokens: clauses are shorter, and the work stays linear.
const REACH: u32 = 30;

/// What rules an infinitive that came about, or did not, when the verb says so.
const SETTLED: Senses = Senses::of(&[Sense::Achieving, Sense::Failing]);

/// How near to the expression a word like "due" must stand.
const CUE_REACH: usize = 3;

/// How near a word like "usually" must stand.
const HABIT_REACH: usize = 8;

/// The tense around an expression in its sentence (or other run of tokens).
///
/// What is named by its date ("Friday's vote", "the May 3 blast") has no verb of its own. Else a word that looks
/// back or ahead decides ("since", "due"), then the nearest verb group before the expression, and failing that
/// the first verb after it.
pub(super) fn tense(text: &Annotated<'_>, run: Tokens, expression: Tokens) -> Tense {
    let words = |start: u32, end: u32| {
        let start = start.max(run.start).min(run.end);
        text.words().get(start as usize..end.min(run.end) as usize).unwrap_or(&[])
    };
    let own = words(expression.start, expression.end);
    let numbered = |w: Word<'_>| ordinal_of(w.text()).is_some();
    let dated = own.iter().map(Word::new).any(|w| weekday(w).is_some() || month(w).is_some() || numbered(w));
    let words = |start: u32, end: u32| Around { words: words(start, end), dated };
    let before = words(expression.start.saturating_sub(REACH), expression.start);
    let after = words(expression.end, expression.end.saturating_add(REACH));
    if after.get(0).is_some_and(|w| w.tag() == Tag::Pos || w.tag().is_noun()) {
        return Tense::Unknown;
    }
    let single = own.len() == 1 && own.iter().map(Word::new).any(|w| weekday(w).is_some());
    if single && before.opens_any_day() {
        return Tense::Habit;
    }
    // "announced a loss for the third quarter" puts nothing off.
    let business = |word: Word<'_>| matches!(unit(word), Some(Unit::Quarter | Unit::Half));
    let reported = own.iter().map(Word::new).any(business);
    let deferred = || before.deferred().filter(|_| !reported);
    let told = before.cue().or_else(deferred).or_else(|| before.last_group());
    match told.or_else(|| after.first_verb()).unwrap_or(Tense::Unknown) {
        tense if tense != Tense::Past && before.is_habitual() => Tense::Habit,
        tense => tense,
    }
}

/// The words before or after an expression.
struct Around<'a> {
    words: &'a [Annotation<'a>],
    /// Is the expression a weekday, a month or a numbered day, and no feast, which may be what the verb is about?
    dated: bool,
}

impl<'a> Around<'a> {
    fn get(&self, at: usize) -> Option<Word<'a>> {
        self.words.get(at).map(Word::new)
    }

    /// "A Thursday", "one foggy Thursday": it may have been any.
    fn opens_any_day(&self) -> bool {
        let back = |n: usize| self.words.len().checked_sub(n).and_then(|at| self.get(at));
        let opens = |word: Option<Word<'_>>| word.is_some_and(|w| w.is_any(&["a", "an", "one", "another"]));
        opens(back(1)) || opens(back(2)) && back(1).is_some_and(|w| w.tag().is_adjective())
    }

    /// Does "usually" or the like stand a few words before, and not for the sake of an adjective ("usually quiet")?
    fn is_habitual(&self) -> bool {
        let near = self.words.len().saturating_sub(HABIT_REACH);
        let ruled = |at: usize| self.get(at + 1).is_some_and(|w| w.tag().is_adjective());
        (near..self.words.len()).any(|at| self.get(at).is_some_and(|w| plays(w, Role::Habit)) && !ruled(at))
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
        let verb = self.words.iter().rposition(|t| t.tag.is_verb() && t.tag != Tag::Vbg)?;
        // "is closed through Friday"; "rose through Friday" says no more than where something ended
        let state = self.words.get(verb.saturating_sub(2)..=verb)?;
        let lasts = || state.iter().any(|t| t.tag.is_verb() && t.facts.known.has(Sense::Copula));
        let until = preposition.is_any(&["until", "till"]) || preposition.is("through") && lasts();
        let head = Word::new(self.words.get(verb)?);
        // "began as previously planned Saturday"
        let as_planned = (1..=2).filter_map(|back| self.get(verb.checked_sub(back)?)).any(|w| w.is("as"));
        let object = self.words.get(verb..)?.iter().any(|t| t.tag.is_noun());
        let aimed = preposition.is("for") || self.get(verb + 1).is_some_and(|w| w.is("for"));
        let sets = (plays(head, Role::Setting) && (object || aimed || until || preposition.is("to")))
            || (plays(head, Role::Putting) && (aimed || until));
        let perfect = |at: usize| self.get(at).is_some_and(|w| w.is_any(&["has", "have", "'ve", "’ve"]));
        match () {
            () if as_planned => None,
            () if sets => Some(Tense::Future),
            () if until && (1..=2).any(|back| verb.checked_sub(back).is_some_and(perfect)) => {
                Some(Tense::Future)
            }
            // "it is closed until Friday": what still lasts ends on a day to come.
            () if until => Some(match self.last_group() {
                Some(Tense::Present | Tense::Future) => Tense::Future,
                _ => Tense::Unknown,
            }),
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
                return Some(self.awaited(start).unwrap_or(tense));
            }
            end = start;
        }
        None
    }

    /// "They would buy *as soon as* trading opened Monday": what somebody waits for is to come, if what follows is.
    fn awaited(&self, start: usize) -> Option<Tense> {
        let is = |at: usize, word: &str| self.get(at).is_some_and(|w| w.is(word));
        let soon = (start.saturating_sub(4)..start).rev().find(|at| is(*at, "soon"))?;
        let first = soon.checked_sub(1).filter(|first| is(*first, "as") && is(soon + 1, "as"))?;
        let before = Around { words: self.words.get(..first)?, ..*self };
        before.last_group().filter(|tense| *tense == Tense::Future)
    }

    /// The tense of the verb group in `start..=head`; nothing if it has none ("touring the capital", "offers to
    /// buy").
    fn group(&self, start: usize, head: usize) -> Option<Tense> {
        let group = self.words.get(start..=head)?;
        let has = |tag: Tag| group.iter().any(|t| t.tag == tag);
        let perfect = (has(Tag::Vbn) || has(Tag::Vbd))
            && (start..head)
                .filter_map(|at| self.get(at))
                .any(|w| w.lemma() == "have" || w.is_any(&["has", "'ve", "’ve"]));
        // "was unable to reach" looks where "was" does.
        let rules = |w: &Word| w.tag().is_adjective() && !w.known().senses.meets(SETTLED);
        let ruled = start.checked_sub(1).and_then(|at| self.get(at)).filter(rules).is_some();
        let infinitive = group.iter().rposition(|t| t.tag == Tag::To);
        // "guidelines to be published in May"
        let noun = start.checked_sub(1).and_then(|at| self.get(at)).is_some_and(|w| w.tag().is_noun());
        let to_come = noun && has(Tag::Vbn) && group.first().is_some_and(|t| t.tag == Tag::To);
        let planned = to_come
            || self.is_intended(start)
            || infinitive.is_some_and(|at| ruled || group.iter().take(at).any(|t| t.tag.is_verb()));
        // "managed to reach" is as past as "managed", and "failed to reach" as "failed"; "is going to reach" is not.
        let achieved = infinitive.is_some_and(|at| {
            let ruling = group.iter().take(at).rfind(|t| t.tag.is_verb());
            ruling.is_some_and(|t| {
                let known = t.facts.known;
                known.senses.meets(SETTLED) && !known.has(Sense::Intending) && !Word::new(t).is("going")
            })
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
            Tag::Vbz | Tag::Vbp if self.is_scheduled(head) => Some(Tense::Future),
            Tag::Vbz | Tag::Vbp => Some(Tense::Present),
            // "He and the premier meet Monday": what taggers take for an infinitive, and nothing rules.
            Tag::Vb if noun && infinitive.is_none() && !self.has_verb(start) && self.is_scheduled(head) => {
                Some(Tense::Future)
            }
            _ => None,
        }
    }

    /// "The trial *opens* Monday", "they *meet* again at noon on Friday": the present of a timetable, right before the day.
    /// "He says Monday" is no such thing.
    fn is_scheduled(&self, head: usize) -> bool {
        let Some(verb) = self.words.get(head) else { return false };
        let finite = matches!(verb.tag, Tag::Vbz | Tag::Vbp | Tag::Vb);
        let state = [Sense::Copula, Sense::Reporting].iter().any(|sense| verb.facts.known.has(*sense))
            || Word::new(verb).lemma() == "have";
        // "It shook two counties Monday": what is taken for a verb, right behind one.
        let told = |t: &Annotation| t.tag == Tag::Vbd && !t.facts.known.has(Sense::Reporting);
        let clause = self.words.get(..head).unwrap_or(&[]).rsplit(|t| t.tag == Tag::Comma).next();
        let second = clause.is_some_and(|clause| clause.iter().any(told));
        let between = self.words.get(head + 1..).unwrap_or(&[]);
        self.dated
            && finite
            && !state
            && !second
            && between.iter().all(|t| t.tag.is_adverb() || Word::new(t).is_any(&["on", "at", "from", "by"]))
    }

    fn has_verb(&self, before: usize) -> bool {
        self.words.get(..before).unwrap_or(&[]).iter().any(|t| t.tag.is_verb() || t.tag == Tag::Md)
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
