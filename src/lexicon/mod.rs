//! The vocabulary that the grammar, the graph and the rules share, from TOML under `rules/lexicon/` and from a
//! project's own files ([`Additions`]).
//!
//! One vocabulary is in force for the whole process ([`Lexicon::current`]): words are looked up in the innermost
//! loops of three stages, and classes and places are numbers that mean nothing in another vocabulary. A program
//! that reads a project's files installs them once, before it reads the first article.
//!
//! Everything is found by the interned lemma of a word in one look-up ([`Lexicon::entry`]); phrases of several
//! words ("field marshal", "take into custody") are found by their lemmas joined with spaces.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Sym;

mod additions;
mod event;
pub mod fact;
mod frame;
mod load;
pub(crate) mod packed;
mod place;
mod sense;
mod title;
mod unit;

pub use additions::Additions;
pub use event::{ClassId, EventClass, Frame};
pub use frame::{Condition, Kind, Reading, Slot};
pub use place::{Place, PlaceId};
pub use sense::{Gender, Hedge, Sense, Senses};
pub use title::{Ladder, Rung};
pub use unit::{Measure, UnitId};

/// What is known of a lemma.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry {
    /// The grammatical and topical classes it belongs to.
    pub senses: Senses,
    /// As a verb, the event it names and how its subject takes part.
    pub verb: Option<(ClassId, Frame)>,
    /// As a noun, the event it names.
    pub noun: Option<ClassId>,
    /// As an adjective, the event that led to the state.
    pub state: Option<ClassId>,
    /// The number it is: a cardinal ("five"), scale ("million"), ordinal ("first") or fraction, by `senses`.
    pub number: f64,
    /// The lowest and highest number it may mean ("dozens").
    pub vague: Option<(f64, f64)>,
    /// The unit it names.
    pub unit: Option<UnitId>,
    /// The gender of those it names or addresses.
    pub gender: Option<Gender>,
    /// Does the event that it names hang on what stands around it? See [`Lexicon::readings`].
    pub has_readings: bool,
}

impl Entry {
    /// Of a word that no list has.
    pub const UNKNOWN: Entry = Entry {
        senses: Senses::NONE,
        verb: None,
        noun: None,
        state: None,
        number: 0.0,
        vague: None,
        unit: None,
        gender: None,
        has_readings: false,
    };

    /// Is the word in this class?
    #[inline]
    pub fn has(&self, sense: Sense) -> bool {
        self.senses.has(sense)
    }
}

/// All vocabulary.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    entries: FxHashMap<Sym, Entry>,
    classes: Vec<EventClass>,
    ladders: Vec<Ladder>,
    places: Vec<Place>,
    place_names: FxHashMap<Sym, Vec<PlaceId>>,
    demonyms: FxHashMap<Sym, PlaceId>,
    /// Names of places that are more often words or persons' names.
    ambiguous_places: FxHashSet<Sym>,
    units: Vec<Measure>,
    /// Phrases that start with a lemma, longest first, each as its remaining lemmas.
    phrases: FxHashMap<Sym, Vec<Vec<Sym>>>,
    /// Hedges that start with a word, longest first, each as its remaining words.
    hedges: FxHashMap<Sym, Vec<(Vec<Sym>, Hedge)>>,
    opposites: FxHashMap<Sym, Vec<Sym>>,
    nicknames: FxHashMap<Sym, Sym>,
    /// Words by others that call the same things.
    same_things: FxHashMap<Sym, Sym>,
    /// Kinds of streets by their short forms.
    street_forms: FxHashMap<Sym, Sym>,
    /// Other names of somebody or something, with the full one.
    aliases: FxHashMap<Sym, Sym>,
    /// Words whose event hangs on what stands around them.
    readings: FxHashMap<Sym, Vec<Reading>>,
}

/// The vocabulary in force.
static CURRENT: OnceLock<Lexicon> = OnceLock::new();

impl Lexicon {
    /// The vocabulary in force: the one that was installed or else, from the first look-up on, the one that comes
    /// with the program.
    #[inline]
    pub fn current() -> &'static Lexicon {
        CURRENT.get_or_init(|| Lexicon::with(&[]))
    }

    /// The vocabulary that comes with the program, and what a project adds to it.
    pub fn with(additions: &[Additions]) -> Lexicon {
        // That the embedded tables load is held by a test.
        let mut lexicon = Lexicon::embedded().unwrap_or_default();
        for own in additions {
            lexicon.add(own);
        }
        lexicon.finished()
    }

    /// Puts a vocabulary in force for the rest of the process. It has to be done before the first look-up:
    /// afterwards it is refused, for articles read with one vocabulary cannot be compared in another.
    ///
    /// # Errors
    /// The vocabulary, where another one is in force already.
    pub fn install(self) -> Result<(), Box<Lexicon>> {
        CURRENT.set(self).map_err(Box::new)
    }

    /// What is known of a lemma (or of a phrase, as its lemmas joined with spaces).
    #[inline]
    pub fn entry(&self, lemma: Sym) -> Option<&Entry> {
        self.entries.get(&lemma)
    }

    /// The same, where nothing known is an entry, too.
    #[inline]
    pub fn look_up(&self, lemma: Sym) -> &Entry {
        self.entry(lemma).unwrap_or(&Entry::UNKNOWN)
    }

    /// Puts the longest phrases first and marks the words that open a phrase or hedge of several words: others
    /// need not be looked up there.
    fn finished(mut self) -> Lexicon {
        for phrases in self.phrases.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.len()));
        }
        for first in self.phrases.keys() {
            self.entries.entry(*first).or_default().senses.insert(Sense::OpensPhrase);
        }
        for first in self.hedges.keys() {
            self.entries.entry(*first).or_default().senses.insert(Sense::OpensHedge);
        }
        self
    }

    /// Does the lemma belong to this class of words?
    pub fn has(&self, lemma: Sym, sense: Sense) -> bool {
        self.entry(lemma).is_some_and(|e| e.senses.has(sense))
    }

    /// The longest listed phrase that starts with `first`: how many further lemmas of `rest` it takes, and its
    /// entry's key.
    pub fn phrase(&self, first: Sym, rest: impl Fn(usize) -> Option<Sym>) -> Option<(usize, Sym)> {
        let found = self
            .phrases
            .get(&first)?
            .iter()
            .find(|words| words.iter().enumerate().all(|(i, word)| rest(i) == Some(*word)))?;
        let mut key = String::from(first.as_str());
        for word in found {
            key.push(' ');
            key.push_str(word);
        }
        Some((found.len(), Sym::from(&key)))
    }

    /// The longest hedge at the start of some (lower-case) words: how many words, and what it says.
    pub fn hedge(&self, word: impl Fn(usize) -> Option<Sym>) -> Option<(usize, Hedge)> {
        let listed = self.hedges.get(&word(0)?)?;
        let fits = |rest: &[Sym]| rest.iter().enumerate().all(|(i, w)| word(i + 1) == Some(*w));
        listed.iter().find(|(rest, _)| fits(rest)).map(|(rest, hedge)| (rest.len() + 1, *hedge))
    }

    /// Values that exclude this one ("alive" and "dead").
    pub fn opposites(&self, word: Sym) -> &[Sym] {
        self.opposites.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The full name of somebody or something that goes by another one as well ("NATO"), as a project has it.
    pub fn full_name_of(&self, alias: &str) -> Option<Sym> {
        // Most projects have none, and then no name is looked up.
        let known = || self.aliases.get(&Sym::from_existing(alias)?).copied();
        (!self.aliases.is_empty()).then(known).flatten()
    }

    /// The kind of street that a short form stands for ("ave": "avenue"), lower case, without its full stop.
    pub fn street_form(&self, short: Sym) -> Option<Sym> {
        self.street_forms.get(&short).copied()
    }

    /// The word by which the same things are usually called ("vessel": "ship"), as lemmas.
    pub fn usual_word(&self, lemma: Sym) -> Sym {
        self.same_things.get(&lemma).copied().unwrap_or(lemma)
    }

    /// The full given name of a short one ("bob": "robert"), lower case.
    pub fn full_name(&self, nick: Sym) -> Option<Sym> {
        self.nicknames.get(&nick).copied()
    }
}

#[cfg(test)]
mod tests;
