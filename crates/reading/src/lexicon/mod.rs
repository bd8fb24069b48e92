//! The vocabulary that the grammar, the graph and the rules share, from TOML under `lexicon/` and from a
//! project's own files ([`Additions`]).
//!
//! One vocabulary goes through all stages: classes and places are numbers that mean nothing in another one. Whoever
//! reads a project's files makes it ([`Lexicon::with`]) before the first article is read.
//!
//! Everything is found by the lemma of a word in one look-up ([`Lexicon::entry`]); phrases of several words ("field
//! marshal", "take into custody") are found by their lemmas joined with spaces.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::symbol::Sym;

mod additions;
mod event;
pub mod fact;
mod frame;
pub mod known;
mod load;
pub(crate) mod packed;
mod place;
mod sense;
pub mod spelling;
pub mod state;
mod title;
pub mod unit;
pub mod wordnet;

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
    /// Their numbers by their names.
    classes_by_name: FxHashMap<Sym, ClassId>,
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
    converses: FxHashMap<Sym, Sym>,
    nicknames: FxHashMap<Sym, Sym>,
    name_articles: FxHashSet<Sym>,
    generations: FxHashSet<Sym>,
    /// Words for money that several countries have, none of them by default, in singular and plural.
    shared_money: FxHashMap<Sym, Sym>,
    /// Words by others that call the same things.
    same_things: FxHashMap<Sym, Sym>,
    /// Kinds of streets by their short forms.
    street_forms: FxHashMap<Sym, Sym>,
    /// Other names of somebody or something, with the full one.
    aliases: FxHashMap<Sym, Sym>,
    /// Words whose event hangs on what stands around them.
    readings: FxHashMap<Sym, Vec<Reading>>,
}

/// The vocabulary that comes with the program.
static BUILT_IN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::with(&[])));

impl Lexicon {
    /// The vocabulary that comes with the program, for whom no project adds to it.
    pub fn built_in() -> &'static Arc<Lexicon> {
        &BUILT_IN
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

    /// Feeds a hasher with what the numbers of this vocabulary mean: its classes, places and units in their order.
    pub fn digest(&self, hasher: &mut impl Hasher) {
        self.classes.iter().for_each(|class| class.name.hash(hasher));
        self.places.iter().for_each(|place| place.name.hash(hasher));
        self.units.iter().for_each(|unit| unit.name.hash(hasher));
    }

    /// What is known of a lemma (or of a phrase, as its lemmas joined with spaces).
    #[inline]
    pub fn entry(&self, lemma: &str) -> Option<&Entry> {
        self.entries.get(lemma)
    }

    /// The same, where nothing known is an entry, too.
    #[inline]
    pub fn look_up(&self, lemma: &str) -> &Entry {
        self.entry(lemma).unwrap_or(&Entry::UNKNOWN)
    }

    /// Puts the longest phrases first and marks the words that open a phrase or hedge of several words: others
    /// need not be looked up there.
    fn finished(mut self) -> Lexicon {
        for phrases in self.phrases.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.len()));
        }
        for first in self.phrases.keys() {
            self.entries.entry(first.clone()).or_default().senses.insert(Sense::OpensPhrase);
        }
        for first in self.hedges.keys() {
            self.entries.entry(first.clone()).or_default().senses.insert(Sense::OpensHedge);
        }
        self
    }

    /// Does the lemma belong to this class of words?
    pub fn has(&self, lemma: &str, sense: Sense) -> bool {
        self.entry(lemma).is_some_and(|e| e.senses.has(sense))
    }

    /// The longest listed phrase that starts with `first`: how many further lemmas of `rest` it takes, and its
    /// entry's key.
    pub fn phrase<W: AsRef<str>>(
        &self,
        first: &str,
        rest: impl Fn(usize) -> Option<W>,
    ) -> Option<(usize, Sym)> {
        let follows = |words: &&Vec<Sym>| are(words, &rest);
        let found = self.phrases.get(first)?.iter().find(follows)?;
        let mut key = String::from(first);
        for word in found {
            key.push(' ');
            key.push_str(word);
        }
        Some((found.len(), Sym::from(&key)))
    }

    /// The longest hedge at the start of some (lower-case) words: how many words, and what it says.
    pub fn hedge<W: AsRef<str>>(&self, word: impl Fn(usize) -> Option<W>) -> Option<(usize, Hedge)> {
        let listed = self.hedges.get(word(0)?.as_ref())?;
        let found = listed.iter().find(|(rest, _)| are(rest, |i| word(i + 1)));
        found.map(|(rest, hedge)| (rest.len() + 1, *hedge))
    }

    /// Values that exclude this one ("alive" and "dead").
    pub fn opposites(&self, word: &str) -> &[Sym] {
        self.opposites.get(word).map_or(&[], Vec::as_slice)
    }

    /// The pairs of words that exclude each other.
    pub fn opposite_pairs(&self) -> impl Iterator<Item = (&Sym, &Sym)> {
        self.opposites.iter().flat_map(|(a, all)| all.iter().map(move |b| (a, b)))
    }

    /// The verb that says from both sides what a noun or a passive says from one ("wife": "marry", "award": "receive").
    pub fn converse(&self, lemma: &str) -> Option<&Sym> {
        self.converses.get(lemma)
    }

    /// The full name of somebody or something that goes by another one as well ("NATO"), as a project has it.
    pub fn full_name_of(&self, alias: &str) -> Option<&Sym> {
        self.aliases.get(alias)
    }

    /// The kind of street that a short form stands for ("ave": "avenue"), lower case, without its full stop.
    pub fn street_form(&self, short: &str) -> Option<&Sym> {
        self.street_forms.get(short)
    }

    /// The word by which the same things are usually called ("vessel": "ship"), as lemmas.
    pub fn usual_word<'a>(&'a self, lemma: &'a str) -> &'a str {
        self.same_things.get(lemma).map_or(lemma, Sym::as_str)
    }

    /// The full given name of a short one ("bob": "robert"), lower case.
    pub fn full_name(&self, nick: &str) -> Option<&Sym> {
        self.nicknames.get(nick)
    }

    /// Several of a money that is of one country or another: "rupees" for "rupee".
    pub fn shared_money(&self, word: &str) -> Option<&Sym> {
        self.shared_money.get(word)
    }

    /// Is it a word in lower case that tells a son from a father of the same name, as "jr"?
    pub fn is_generation(&self, word: &str) -> bool {
        self.generations.contains(word)
    }

    /// Is it an article that stands within names, as "al" in "Bashar al-Assad"? Some leave it out.
    pub fn is_name_article(&self, word: &str) -> bool {
        self.name_articles.contains(word)
    }
}

/// Are these the words that follow one another, as they are written or by their dictionary forms ("miles *an* hour")?
fn are<W: AsRef<str>>(words: &[Sym], found: impl Fn(usize) -> Option<W>) -> bool {
    let is = |word: &Sym, found: &str| found == word || word == "an" && found == "a";
    words.iter().enumerate().all(|(i, word)| found(i).is_some_and(|w| is(word, w.as_ref())))
}

#[cfg(test)]
mod tests;
