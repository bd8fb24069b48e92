//! Words whose event hangs on what stands around them: "pass a bill", "pass sentence", "pass the town".

use std::collections::BTreeMap;

use super::{ClassId, EventClass, Frame, Lexicon};
use crate::symbol::Sym;

/// One reading of a word, with what must hold for it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The event that the word then names.
    pub class: ClassId,
    /// How the subject takes part.
    pub frame: Frame,
    /// Is the word a noun?
    pub noun: bool,
    /// Must it be a passive, or must it not?
    pub passive: Option<bool>,
    /// What must stand around it.
    pub conditions: Vec<Condition>,
}

/// What must, or must not, fill a place around a word.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The place.
    pub place: Slot,
    /// One of these must fill it, if there are any.
    pub one_of: Vec<Kind>,
    /// None of these may.
    pub none_of: Vec<Kind>,
}

/// A place around a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// Who does it: the subject; of a passive, what stands behind "by".
    Agent,
    /// Who undergoes it: the object; of a passive, the subject.
    Patient,
    /// How it was done, or how it left the one it was done to: "*fatally* shot", "shot *dead*", "a *fatal* shooting".
    Manner,
    /// What stands behind a preposition.
    Behind(Sym),
}

/// What fills a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Absent,
    /// A noun with this dictionary form.
    Word(Sym),
    /// A noun that names an event of this class, or of a kind of it.
    Event(ClassId),
    /// A common noun for persons.
    Person,
    /// A common noun for a group of persons.
    Group,
    /// A common noun for a place.
    Place,
    /// A proper name.
    Name,
    /// "him", "them".
    Pronoun,
    /// An amount.
    Amount,
}

impl Kind {
    /// What may stand behind an `@`, beside the names of event classes.
    pub const NAMES: [&str; 7] = ["nothing", "person", "group", "place", "name", "pronoun", "amount"];
}

/// A reading as TOML has it; see the head of `lexicon/events.toml`.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawReading {
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    undergo: bool,
    passive: Option<bool>,
    #[serde(default)]
    when: BTreeMap<String, Vec<String>>,
}

impl Lexicon {
    /// The readings of a word, in the order in which they are to be tried.
    pub fn readings(&self, lemma: &str) -> &[Reading] {
        self.readings.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Adds the readings that a class gives to words.
    pub(super) fn add_readings(&mut self, class: ClassId, raw: &[RawReading]) {
        for raw in raw {
            let frame = if raw.undergo {
                Frame::Undergoes
            } else if self.class(class).symmetric {
                Frame::Shares
            } else {
                Frame::Acts
            };
            let conditions =
                raw.when.iter().map(|(place, kinds)| condition(&self.classes, place, kinds)).collect();
            let reading = Reading { class, frame, noun: false, passive: raw.passive, conditions };
            for verb in &raw.verbs {
                self.add_reading(verb, reading.clone());
            }
            for noun in &raw.nouns {
                self.add_reading(noun, Reading { noun: true, ..reading.clone() });
            }
        }
    }
}

impl Lexicon {
    fn add_reading(&mut self, word: &str, reading: Reading) {
        self.word(word).has_readings = true;
        self.readings.entry(Sym::from(word)).or_default().push(reading);
    }
}

fn condition(classes: &[EventClass], place: &str, kinds: &[String]) -> Condition {
    let place = match place {
        "agent" => Slot::Agent,
        "patient" => Slot::Patient,
        "manner" => Slot::Manner,
        preposition => Slot::Behind(Sym::from(preposition)),
    };
    let kind = |written: &str| match written.strip_prefix('@') {
        Some("nothing") => Kind::Absent,
        Some("person") => Kind::Person,
        Some("group") => Kind::Group,
        Some("place") => Kind::Place,
        Some("name") => Kind::Name,
        Some("pronoun") => Kind::Pronoun,
        Some("amount") => Kind::Amount,
        Some(class) => match classes.iter().position(|c| c.name == class) {
            Some(number) => Kind::Event(ClassId(number as u16)),
            None => Kind::Word(Sym::from(class)),
        },
        None => Kind::Word(Sym::from(written)),
    };
    let (mut one_of, mut none_of) = (Vec::new(), Vec::new());
    for written in kinds {
        match written.strip_prefix('!') {
            Some(excluded) => none_of.push(kind(excluded)),
            None => one_of.push(kind(written)),
        }
    }
    Condition { place, one_of, none_of }
}
