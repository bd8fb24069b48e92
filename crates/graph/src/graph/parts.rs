//! Claims part by part: whose something is, what was done to whom, where, when, and what is counted.
//!
//! Two reports that differ in one thing agree in the others. So each part of a claim is compared by itself, all others
//! being left out: it may be equal, may go together, or may speak of something else. `examples/parts.rs` measures on
//! annotated articles how far each of them can be trusted to tell two facts apart.

use std::sync::Arc;

use super::Graph;
use crate::claim::time::When;
use crate::lexicon::ClassId;
use crate::lexicon::wordnet::{Part, WordNet};
use crate::symbol::Sym;
use crate::truth::Truth;

mod agreement;
mod describe;
mod filler;
mod reader;

pub use agreement::Agreement;
pub use describe::Descriptions;
pub use filler::Filler;
pub use reader::Reader;

/// A part of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClaimPart {
    /// Whose it is, or who did it.
    Subject,
    /// To whom or what it was done.
    Object,
    /// Where.
    Place,
    /// What is counted or measured.
    Noun,
    /// What is said.
    Predicate,
    /// When.
    Time,
}

impl ClaimPart {
    /// All of them.
    pub const ALL: [ClaimPart; 6] = [
        ClaimPart::Subject,
        ClaimPart::Object,
        ClaimPart::Place,
        ClaimPart::Noun,
        ClaimPart::Predicate,
        ClaimPart::Time,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            ClaimPart::Subject => "subject",
            ClaimPart::Object => "object",
            ClaimPart::Place => "place",
            ClaimPart::Noun => "noun",
            ClaimPart::Predicate => "predicate",
            ClaimPart::Time => "time",
        }
    }
}

/// The parts of a claim, as far as they are known.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Whose it is, or who did it.
    pub subject: Option<Filler>,
    /// To whom or what it was done.
    pub object: Option<Filler>,
    /// Where: the narrowest place that is named.
    pub place: Option<Filler>,
    /// What is counted or measured.
    pub noun: Option<Filler>,
    /// The verb, or the noun that stands for one.
    pub predicate: Option<Predicate>,
    /// When.
    pub time: Option<Moment>,
}

/// When something was.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The time.
    pub when: Arc<When>,
    /// Does the claim say so itself, or the event that it tells of? What its sentence says beside may be of something else.
    pub sure: bool,
}

/// What is said of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predicate {
    /// Its dictionary form.
    pub lemma: Sym,
    /// As which part of speech.
    pub part: Part,
    /// The class of events that it names.
    pub class: Option<ClassId>,
    /// The classes that its sentence names, its own among them.
    pub beside: Vec<ClassId>,
}

/// What parts are compared in.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The graph of all articles.
    pub graph: &'a Graph,
    /// What everybody is called in them.
    pub described: &'a Descriptions,
}

impl Parts {
    /// Is a part known?
    pub fn has(&self, part: ClaimPart) -> bool {
        match part {
            ClaimPart::Predicate => self.predicate.is_some(),
            ClaimPart::Time => self.time.is_some(),
            _ => self.filler(part).is_some(),
        }
    }

    /// Who or what fills a part.
    pub fn filler(&self, part: ClaimPart) -> Option<&Filler> {
        match part {
            ClaimPart::Subject => self.subject.as_ref(),
            ClaimPart::Object => self.object.as_ref(),
            ClaimPart::Place => self.place.as_ref(),
            ClaimPart::Noun => self.noun.as_ref(),
            ClaimPart::Predicate | ClaimPart::Time => None,
        }
    }

    /// How a part lies to that of another claim; nothing if either does not have it.
    pub fn compare(&self, other: &Parts, part: ClaimPart, of: Context<'_>) -> Option<Agreement> {
        match part {
            ClaimPart::Predicate => {
                let (a, b) = self.predicate.as_ref().zip(other.predicate.as_ref())?;
                Some(a.compare(b, of.graph))
            }
            ClaimPart::Time => Some(self.time.as_ref()?.compare(other.time.as_ref()?)),
            _ => {
                let (a, b) = self.filler(part).zip(other.filler(part))?;
                Some(a.compare(b, of.graph, of.described))
            }
        }
    }
}

impl Moment {
    /// By the day, unless both say at which hour.
    fn compare(&self, other: &Moment) -> Agreement {
        let (a, b) = (&*self.when, &*other.when);
        let day = |when: &When| When { minutes: None, zone: None, vague: false, ..*when };
        let (x, y) = (day(a), day(b));
        if !(x.is_told() && y.is_told()) {
            return Agreement::Unknown;
        }
        let one_day = x == y || (x.days.is_some() && x.days == y.days) || x.same(&y).truth == Truth::True;
        match a.same(b).truth {
            Truth::False if self.sure && other.sure => Agreement::Different,
            Truth::False => Agreement::Unknown,
            _ if one_day => Agreement::Equal,
            _ => Agreement::Compatible,
        }
    }
}

impl Predicate {
    /// Two classes of events tell two facts apart, unless one sentence names both; words do not, for there are many for one
    /// event.
    fn compare(&self, other: &Predicate, graph: &Graph) -> Agreement {
        let classes = self.class.zip(other.class);
        if self.lemma == other.lemma || classes.is_some_and(|(a, b)| a == b) {
            return Agreement::Equal;
        }
        let meaning = |p: &Predicate| WordNet::built_in().meaning(&p.lemma, p.part);
        let kind = |a, b| graph.lexicon.is_a(a, b) || graph.lexicon.is_a(b, a);
        let tied = meaning(self).relation(&meaning(other)).is_some();
        match classes {
            Some((a, b)) if tied || kind(a, b) || self.beside.contains(&b) || other.beside.contains(&a) => {
                Agreement::Compatible
            }
            Some(_) => Agreement::Different,
            None if tied => Agreement::Compatible,
            None => Agreement::Unknown,
        }
    }
}

#[cfg(test)]
mod tests;
