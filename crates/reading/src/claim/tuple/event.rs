//! Which event a claim names: by its verb, by what stands around the verb, by the object of a light verb, by a state.

use smallvec::SmallVec;

use super::Lowering;
use crate::article::fold::fold;
use crate::article::{Token, Tokens};
use crate::claim::{Argument, ArgumentRole, Phrase, PhraseKind, VerbGroup};
use crate::lexicon::{ClassId, Condition, Frame, Kind, Sense, Slot};

/// Verbs that say in which state somebody is, and that this is sure.
const FINDING: [&str; 7] = ["confirm", "declare", "pronounce", "certify", "find", "list", "report"];
/// How something is done to somebody who dies of it.
const LEADING_TO: [&str; 2] = ["fatally", "mortally"];
/// A verb that brings somebody into a state.
const LEAVING: &str = "leave";

/// What stands around a verb.
pub(super) struct Around<'c> {
    pub(super) subject: Option<&'c Argument>,
    pub(super) arguments: &'c [Argument],
    pub(super) passive: bool,
    /// Is it a noun that names the event?
    pub(super) noun: bool,
    /// The word with those that belong to it: the verb group, the phrase up to the noun.
    pub(super) words: Tokens,
}

impl<'c> Around<'c> {
    fn first(&self, role: &ArgumentRole) -> Option<&'c Argument> {
        self.arguments.iter().find(|a| a.role == *role)
    }

    /// All that fill a place.
    fn filling(&self, place: &Slot) -> SmallVec<[&'c Argument; 2]> {
        let fills = |a: &&Argument| match place {
            Slot::Agent => a.role.is_behind("by"),
            Slot::Patient => a.role == ArgumentRole::Object,
            Slot::Manner => matches!(a.role, ArgumentRole::Complement | ArgumentRole::Manner),
            Slot::Behind(preposition) => a.role.is_behind(preposition),
        };
        match (place, self.passive) {
            (Slot::Agent, false) | (Slot::Patient, true) => self.subject.into_iter().collect(),
            _ => self.arguments.iter().filter(fills).collect(),
        }
    }
}

impl Lowering<'_> {
    /// The event class of a verb among its arguments, and how its subject takes part.
    pub(super) fn event_of(&self, verb: &VerbGroup, around: &Around) -> (Option<ClassId>, Frame) {
        let by_object = || self.light(verb, around).or_else(|| self.resulting_state(verb, around));
        if verb.senses.has(Sense::Copula) && !verb.passive {
            return (self.state(around.first(&ArgumentRole::Complement)), Frame::Acts);
        }
        if let Some(class) = by_object() {
            return (Some(class), Frame::Acts);
        }
        self.reading_of(&verb.lemma, around).map_or_else(
            || {
                self.lexicon
                    .look_up(&verb.lemma)
                    .verb
                    .map_or((None, Frame::Acts), |(class, frame)| (Some(class), frame))
            },
            |(class, frame)| (Some(class), frame),
        )
    }

    /// The first of a word's readings whose conditions hold.
    pub(super) fn reading_of(&self, lemma: &str, around: &Around) -> Option<(ClassId, Frame)> {
        if !self.lexicon.look_up(lemma).has_readings {
            return None;
        }
        let fits = |r: &&crate::lexicon::Reading| {
            r.noun == around.noun
                && r.passive.is_none_or(|passive| passive == around.passive)
                && r.conditions.iter().all(|c| self.holds(c, around))
        };
        self.lexicon.readings(lemma).iter().find(fits).map(|r| (r.class, r.frame))
    }

    /// "held talks", "talks were held": the event that the object names.
    fn light(&self, verb: &VerbGroup, around: &Around) -> Option<ClassId> {
        let object = verb.senses.has(Sense::Light).then(|| around.filling(&Slot::Patient))?;
        let phrase = self.reading.phrase(*object.first()?.phrases.first()?);
        self.lexicon.look_up(&self.head(phrase)?.lemma).noun
    }

    /// "left 31 people dead", "31 people were confirmed dead": the state that the object is in.
    fn resulting_state(&self, verb: &VerbGroup, around: &Around) -> Option<ClassId> {
        let found = || verb.passive && (verb.lemma == LEAVING || FINDING.contains(&verb.lemma.as_str()));
        around.first(&ArgumentRole::Object).map(|_| ()).or_else(|| found().then_some(()))?;
        let complement = around.first(&ArgumentRole::Complement)?;
        self.state(Some(complement))
    }

    /// "was found dead on Tuesday": when somebody was found in a state is not when it came about, but for those that come
    /// about by being declared ("was found guilty on Tuesday").
    pub(super) fn only_finds(&self, verb: &VerbGroup, around: &Around) -> bool {
        let found = FINDING.contains(&verb.lemma.as_str());
        let state = around.first(&ArgumentRole::Complement).filter(|_| found);
        let Some((state, class)) = state.zip(self.resulting_state(verb, around)) else { return false };
        let words = self.article.phrase(state.tokens);
        let last = words.rsplit(' ').next().unwrap_or_default();
        let verdict = fold(last, |state| self.lexicon.look_up(&format!("{} {state}", verb.lemma)).verb);
        verdict.is_none_or(|(listed, _)| listed != class)
    }

    /// "was *fatally* shot on Saturday": when it was done is not when it came about, which may be days later.
    pub(super) fn only_leads_to(&self, around: &Around) -> bool {
        self.words_of_manner(around).any(|token| LEADING_TO.contains(&token.lemma.as_str()))
    }

    /// The words beside a verb or before a noun that may say how.
    fn words_of_manner<'s>(&'s self, around: &'s Around<'_>) -> impl Iterator<Item = &'s Token> {
        let beside = around.filling(&Slot::Manner).into_iter().map(|argument| argument.tokens);
        let words = Tokens { start: around.words.start.saturating_sub(1), ..around.words };
        let all = beside.chain([words]).filter_map(|tokens| self.article.tokens.get(tokens.range()));
        all.flatten()
    }

    /// "were dead", "is missing": the state names the event.
    fn state(&self, complement: Option<&Argument>) -> Option<ClassId> {
        self.state_at(complement?.tokens.end.checked_sub(1)?)
    }

    /// The event that led to a state. Looked up as it is written: "missing" is no form of "miss".
    pub(super) fn state_at(&self, at: u32) -> Option<ClassId> {
        let word = self.article.word(self.article.tokens.get(at as usize)?);
        fold(word, |lower| self.lexicon.look_up(lower).state)
    }

    fn head(&self, phrase: &Phrase) -> Option<&Token> {
        self.article.tokens.get(phrase.head as usize)
    }

    fn holds(&self, condition: &Condition, around: &Around) -> bool {
        if condition.place == Slot::Manner {
            return self.describes(condition, around);
        }
        let filling = around.filling(&condition.place);
        let is = |kind: &Kind| match filling.as_slice() {
            [] => *kind == Kind::Absent,
            found => found.iter().any(|argument| self.is_kind(argument, kind)),
        };
        (condition.one_of.is_empty() || condition.one_of.iter().any(is)) && !condition.none_of.iter().any(is)
    }

    /// Does a word beside the verb or before the noun say how? "shot *dead* two men": it stands at the head of the object.
    fn describes(&self, condition: &Condition, around: &Around) -> bool {
        let object = around.first(&ArgumentRole::Object).map(|object| object.tokens.start);
        let next = object.filter(|at| *at == around.words.end);
        let next = next.and_then(|at| self.article.tokens.get(at as usize));
        let mut all = self.words_of_manner(around).chain(next);
        all.any(|token| condition.one_of.contains(&Kind::Word(token.lemma.clone())))
    }

    fn is_kind(&self, argument: &Argument, kind: &Kind) -> bool {
        let Some(phrase) = argument.phrases.first().map(|id| self.reading.phrase(*id)) else { return false };
        let Some(head) = self.head(phrase) else { return false };
        let entry = self.lexicon.look_up(&head.lemma);
        let common = phrase.kind == PhraseKind::Common;
        match kind {
            Kind::Absent => false,
            Kind::Word(lemma) => head.lemma == *lemma,
            Kind::Event(class) => entry.noun.is_some_and(|own| self.lexicon.is_a(own, *class)),
            Kind::Person => common && entry.has(Sense::Person) || self.counts_persons(phrase),
            Kind::Group => common && entry.has(Sense::Group),
            Kind::Place => common && entry.has(Sense::Place),
            Kind::Name => phrase.kind == PhraseKind::Name || !phrase.titles.is_empty(),
            Kind::Pronoun => {
                phrase.kind == PhraseKind::Pronoun && !matches!(head.lemma.as_str(), "it" | "this" | "that")
            }
            Kind::Amount => phrase.amount.is_some() && !entry.has(Sense::Person),
        }
    }

    /// "two were freed", "the injured": a number or a state without a noun stands for persons.
    fn counts_persons(&self, phrase: &Phrase) -> bool {
        phrase.kind == PhraseKind::Elliptic
            && (phrase.amount.is_none()
                || phrase
                    .amount
                    .as_ref()
                    .is_some_and(|a| a.quantity.unit == crate::claim::quantity::Unit::None))
    }
}
