//! What a project adds to the vocabulary.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::frame::Reading;
use super::load::raw::{RawClass, RawLadder, RawPlace, Words};
use super::{Lexicon, PlaceId, Sense};
use crate::symbol::Sym;

/// The words of one of a project's files. What the project says of a word counts for more than what the program
/// says of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Additions {
    event: BTreeMap<Sym, RawClass>,
    opposites: Vec<(Sym, Sym)>,
    title: RawTitle,
    ladder: Vec<RawLadder>,
    place: Vec<RawPlace>,
    alias: Vec<RawAlias>,
}

/// Words for what somebody is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct RawTitle {
    office: Words,
    rank: Words,
    shade: Words,
}

/// Other names of somebody or something.
#[derive(Debug, Clone, Deserialize)]
struct RawAlias {
    name: Sym,
    also: Vec<Sym>,
}

impl Additions {
    /// Reads the tables of words of a TOML file; its other tables are left alone.
    ///
    /// # Errors
    /// The first table that is not of its form.
    pub fn read(text: &str) -> Result<Additions, toml::de::Error> {
        toml::from_str(text)
    }

    /// The event classes that it speaks of.
    pub fn classes(&self) -> impl Iterator<Item = &Sym> {
        self.event.keys()
    }

    /// The roles that its classes count into.
    pub fn roles(&self) -> impl Iterator<Item = &Sym> {
        self.event.values().filter_map(|class| class.counts.as_ref())
    }

    /// The names of its places.
    pub fn places(&self) -> impl Iterator<Item = &Sym> {
        self.place.iter().map(|place| &place.name)
    }
}

impl Lexicon {
    /// Adds a project's words.
    pub(super) fn add(&mut self, own: &Additions) {
        let before = self.forget(own);
        self.add_events(&own.event);
        for (word, readings) in before {
            self.readings.entry(word).or_default().extend(readings);
        }
        self.add_opposites(&own.opposites);
        self.mark(&own.title.office, Sense::Office);
        self.mark(&own.title.rank, Sense::Rank);
        self.mark(&own.title.shade, Sense::Shade);
        self.add_ladders(&own.ladder);
        self.add_own_places(&own.place);
        for alias in &own.alias {
            self.aliases.extend(alias.also.iter().map(|also| (also.clone(), alias.name.clone())));
        }
    }

    /// Takes away what the words of a project's events named so far. The readings of words that the project reads
    /// by what stands around them come back, to be tried after its own.
    fn forget(&mut self, own: &Additions) -> Vec<(Sym, Vec<Reading>)> {
        let mut later = Vec::new();
        for class in own.event.values() {
            for verb in class.verbs.iter().chain(&class.undergo) {
                self.word(verb).verb = None;
                self.drop_readings(verb, false);
            }
            for noun in &class.nouns {
                self.word(noun).noun = None;
                self.drop_readings(noun, true);
            }
            for adjective in &class.adjectives {
                self.word(adjective).state = None;
            }
            for word in class.with.iter().flat_map(|with| with.verbs.iter().chain(&with.nouns)) {
                later.extend(self.readings.remove_entry(word.as_str()));
            }
        }
        later
    }

    fn drop_readings(&mut self, word: &str, noun: bool) {
        if let Some(readings) = self.readings.get_mut(word) {
            readings.retain(|reading| reading.noun != noun);
        }
    }

    /// Adds places before all others of their names.
    fn add_own_places(&mut self, places: &[RawPlace]) {
        let first = PlaceId(self.places.len() as u32);
        self.add_places(places);
        for names in self.place_names.values_mut().filter(|ids| ids.last().is_some_and(|id| *id >= first)) {
            // A stable sort: within either kind the order stays.
            names.sort_by_key(|id| *id < first);
        }
        for (place, number) in places.iter().zip(first.0..) {
            for demonym in &place.demonym {
                self.demonyms.insert(demonym.clone(), PlaceId(number));
            }
        }
    }
}
