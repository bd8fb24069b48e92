//! The tables as TOML has them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::lexicon::Hedge;
use crate::lexicon::frame::RawReading;
use crate::symbol::Sym;

pub(in crate::lexicon) type Words = Vec<String>;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::lexicon) struct RawClass {
    #[serde(default)]
    pub(in crate::lexicon) verbs: Words,
    #[serde(default)]
    pub(in crate::lexicon) undergo: Words,
    #[serde(default)]
    pub(in crate::lexicon) nouns: Words,
    pub(in crate::lexicon) called: Option<String>,
    #[serde(default)]
    pub(in crate::lexicon) adjectives: Words,
    #[serde(default)]
    pub(in crate::lexicon) whom: Words,
    #[serde(default)]
    pub(in crate::lexicon) each: Words,
    pub(in crate::lexicon) counts: Option<Sym>,
    #[serde(default)]
    pub(in crate::lexicon) symmetric: bool,
    #[serde(default)]
    pub(in crate::lexicon) once: bool,
    #[serde(default)]
    pub(in crate::lexicon) repeats: bool,
    #[serde(default)]
    pub(in crate::lexicon) sole: bool,
    #[serde(default)]
    pub(in crate::lexicon) follows: bool,
    pub(in crate::lexicon) is: Option<Sym>,
    pub(in crate::lexicon) opposite: Option<Sym>,
    #[serde(default)]
    pub(in crate::lexicon) with: Vec<RawReading>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawTitles {
    pub(in crate::lexicon) address: BTreeMap<String, Words>,
    pub(in crate::lexicon) heads: BTreeMap<String, Words>,
    pub(in crate::lexicon) phrases: Words,
    pub(in crate::lexicon) ladder: Vec<RawLadder>,
    pub(in crate::lexicon) shades: BTreeMap<String, Words>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawLadder {
    pub(in crate::lexicon) name: String,
    pub(in crate::lexicon) rungs: Vec<RawRung>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawRung {
    pub(in crate::lexicon) rank: Words,
    #[serde(default)]
    pub(in crate::lexicon) short: Words,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawNumbers {
    pub(in crate::lexicon) cardinals: BTreeMap<String, f64>,
    pub(in crate::lexicon) scales: BTreeMap<String, f64>,
    pub(in crate::lexicon) ordinals: BTreeMap<String, f64>,
    pub(in crate::lexicon) fractions: BTreeMap<String, f64>,
    pub(in crate::lexicon) vague: BTreeMap<String, (f64, f64)>,
    pub(in crate::lexicon) hedges: FxHashMap<Hedge, Words>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawPlaces {
    pub(in crate::lexicon) place: Vec<RawPlace>,
    #[serde(default)]
    pub(in crate::lexicon) also_words: Vec<Sym>,
    #[serde(default)]
    pub(in crate::lexicon) also_people: Vec<Sym>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawPlace {
    pub(in crate::lexicon) name: Sym,
    pub(in crate::lexicon) kind: Sym,
    #[serde(rename = "in")]
    pub(in crate::lexicon) within: Option<Sym>,
    #[serde(default)]
    pub(in crate::lexicon) demonym: Vec<Sym>,
    pub(in crate::lexicon) capital: Option<Sym>,
    #[serde(default)]
    pub(in crate::lexicon) alias: Vec<Sym>,
    #[serde(default)]
    pub(in crate::lexicon) also_in: Vec<Sym>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawUnits {
    pub(in crate::lexicon) unit: Vec<RawUnit>,
    pub(in crate::lexicon) currency: Vec<RawCurrency>,
    pub(in crate::lexicon) plain: Vec<RawPlain>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawUnit {
    pub(in crate::lexicon) name: String,
    pub(in crate::lexicon) dimension: String,
    pub(in crate::lexicon) factor: f64,
    #[serde(default)]
    pub(in crate::lexicon) offset: f64,
    pub(in crate::lexicon) words: Words,
    #[serde(default)]
    pub(in crate::lexicon) ambiguous: bool,
    /// Several of it, where the words do not say.
    pub(in crate::lexicon) many: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawCurrency {
    pub(in crate::lexicon) code: String,
    #[serde(default)]
    pub(in crate::lexicon) words: Words,
    #[serde(default)]
    pub(in crate::lexicon) signs: Words,
}

impl RawUnit {
    /// The name of several: the plural that follows the name among the words; symbols have none.
    pub(in crate::lexicon) fn many(&self) -> &str {
        match (&self.many, self.words.as_slice()) {
            (Some(many), _) => many,
            (None, [one, many, ..]) if *one == self.name => many,
            _ => &self.name,
        }
    }
}

/// A word that several countries' currencies share.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawPlain {
    #[serde(default)]
    pub(in crate::lexicon) words: Words,
    pub(in crate::lexicon) sign: Option<String>,
    pub(in crate::lexicon) default: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawNames {
    pub(in crate::lexicon) male: Words,
    pub(in crate::lexicon) female: Words,
    pub(in crate::lexicon) either: Words,
    #[serde(default)]
    pub(in crate::lexicon) also_words: BTreeMap<String, Words>,
    #[serde(default)]
    pub(in crate::lexicon) nick: BTreeMap<String, String>,
    #[serde(default)]
    pub(in crate::lexicon) articles: Words,
    #[serde(default)]
    pub(in crate::lexicon) generations: Words,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::lexicon) struct RawOpposites {
    pub(in crate::lexicon) opposites: Vec<(Sym, Sym)>,
    pub(in crate::lexicon) converses: Vec<(Sym, Sym)>,
}
