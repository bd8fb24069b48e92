//! Event classes and the words that name them.

use super::Lexicon;
use crate::symbol::Sym;

/// A class of events, as an index into the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct ClassId(pub u16);

/// How the subject of a verb takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frame {
    /// The subject does it, the object undergoes it ("police arrested a man").
    Acts,
    /// It happens to the subject ("a man died").
    Undergoes,
    /// All take part alike ("A met B").
    Shares,
}

/// A class of events: "meet", "arrest".
#[derive(Debug, Clone, PartialEq)]
pub struct EventClass {
    /// Its name, as rules write it.
    pub name: Sym,
    /// What messages call such an event ("meeting").
    pub noun: Sym,
    /// The class that it is a kind of.
    pub parent: Option<ClassId>,
    /// The class that undoes or excludes it.
    pub opposite: Option<ClassId>,
    /// The role that a number of those it happens to fills ("killed").
    pub counts: Option<Sym>,
    /// What the one is called to whom it happened ("suspect", "victim").
    pub whom: Vec<Sym>,
    /// Nouns of which each is one whom it happened to ("nine deaths").
    pub each: Vec<Sym>,
    /// Do all participants stand on one footing?
    pub symmetric: bool,
    /// Does it happen at most once to the same one?
    pub once: bool,
    /// Does it happen to the same ones again and again?
    pub repeats: bool,
    /// Does one alone do it, and to one alone: who won, what was founded?
    pub sole: bool,
    /// Does it come after what "in" and "for" behind it name: "charged in the death"?
    pub follows: bool,
}

impl EventClass {
    /// A class of which nothing but the name is known.
    pub(super) fn named(name: Sym) -> EventClass {
        EventClass {
            noun: name.clone(),
            name,
            parent: None,
            opposite: None,
            counts: None,
            whom: Vec::new(),
            each: Vec::new(),
            symmetric: false,
            once: false,
            repeats: false,
            sole: false,
            follows: false,
        }
    }

    /// Is it saying something? What is said is an event, that it is said is none.
    pub fn is_report(&self) -> bool {
        self.name == "report"
    }
}

impl Lexicon {
    /// A class by its number.
    pub fn class(&self, id: ClassId) -> &EventClass {
        &self.classes[id.0 as usize]
    }

    /// A class by its name.
    pub fn class_named(&self, name: &str) -> Option<ClassId> {
        self.classes_by_name.get(name).copied()
    }

    /// Every class, in the order of the lexicon.
    pub fn classes(&self) -> &[EventClass] {
        &self.classes
    }

    /// Does an event of this class, or of one that it is a kind of, happen to the same ones again and again?
    pub fn repeats(&self, class: ClassId) -> bool {
        self.classes.iter().zip(0..).any(|(kind, id)| kind.repeats && self.is_a(class, ClassId(id)))
    }

    /// Is `class` the class `kind` or a kind of it?
    pub fn is_a(&self, class: ClassId, kind: ClassId) -> bool {
        let mut at = Some(class);
        // A chain of parents is no longer than there are classes, even if a project's lexicon closes it to a ring.
        for _ in 0..=self.classes.len() {
            match at {
                Some(id) if id == kind => return true,
                Some(id) => at = self.class(id).parent,
                None => return false,
            }
        }
        false
    }
}
