//! The tables as TOML has them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::Sym;
use crate::lexicon::Hedge;
use crate::lexicon::frame::RawReading;

pub(super) type Words = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawClass {
    #[serde(default)]
    pub(super) verbs: Words,
    #[serde(default)]
    pub(super) undergo: Words,
    #[serde(default)]
    pub(super) nouns: Words,
    pub(super) called: Option<String>,
    #[serde(default)]
    pub(super) adjectives: Words,
    pub(super) counts: Option<String>,
    #[serde(default)]
    pub(super) symmetric: bool,
    #[serde(default)]
    pub(super) once: bool,
    #[serde(default)]
    pub(super) repeats: bool,
    pub(super) is: Option<String>,
    pub(super) opposite: Option<String>,
    #[serde(default)]
    pub(super) with: Vec<RawReading>,
}

#[derive(Deserialize)]
pub(super) struct RawTitles {
    pub(super) address: BTreeMap<String, Words>,
    pub(super) heads: BTreeMap<String, Words>,
    pub(super) phrases: Words,
    pub(super) ladder: Vec<RawLadder>,
    pub(super) shades: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
pub(super) struct RawLadder {
    pub(super) name: String,
    pub(super) rungs: Vec<RawRung>,
}

#[derive(Deserialize)]
pub(super) struct RawRung {
    pub(super) rank: Words,
    #[serde(default)]
    pub(super) short: Words,
}

#[derive(Deserialize)]
pub(super) struct RawNumbers {
    pub(super) cardinals: BTreeMap<String, f64>,
    pub(super) scales: BTreeMap<String, f64>,
    pub(super) ordinals: BTreeMap<String, f64>,
    pub(super) fractions: BTreeMap<String, f64>,
    pub(super) vague: BTreeMap<String, (f64, f64)>,
    pub(super) hedges: FxHashMap<Hedge, Words>,
}

#[derive(Deserialize)]
pub(super) struct RawPlaces {
    pub(super) place: Vec<RawPlace>,
    #[serde(default)]
    pub(super) also_words: Vec<Sym>,
    #[serde(default)]
    pub(super) also_people: Vec<Sym>,
}

#[derive(Deserialize)]
pub(super) struct RawPlace {
    pub(super) name: Sym,
    pub(super) kind: Sym,
    #[serde(rename = "in")]
    pub(super) within: Option<Sym>,
    #[serde(default)]
    pub(super) demonym: Vec<Sym>,
    pub(super) capital: Option<Sym>,
    #[serde(default)]
    pub(super) alias: Vec<Sym>,
    #[serde(default)]
    pub(super) also_in: Vec<Sym>,
}

#[derive(Deserialize)]
pub(super) struct RawUnits {
    pub(super) unit: Vec<RawUnit>,
    pub(super) currency: Vec<RawCurrency>,
    pub(super) plain: Vec<RawPlain>,
}

#[derive(Deserialize)]
pub(super) struct RawUnit {
    pub(super) name: String,
    pub(super) dimension: String,
    pub(super) factor: f64,
    #[serde(default)]
    pub(super) offset: f64,
    pub(super) words: Words,
    #[serde(default)]
    pub(super) ambiguous: bool,
}

#[derive(Deserialize)]
pub(super) struct RawCurrency {
    pub(super) code: String,
    #[serde(default)]
    pub(super) words: Words,
    #[serde(default)]
    pub(super) signs: Words,
}

/// A word that several countries' currencies share.
#[derive(Deserialize)]
pub(super) struct RawPlain {
    #[serde(default)]
    pub(super) words: Words,
    pub(super) sign: Option<String>,
    pub(super) default: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct RawNames {
    pub(super) male: Words,
    pub(super) female: Words,
    pub(super) either: Words,
    #[serde(default)]
    pub(super) also_words: BTreeMap<String, Words>,
    #[serde(default)]
    pub(super) nick: BTreeMap<String, String>,
}

#[derive(Deserialize)]
pub(super) struct RawOpposites {
    pub(super) opposites: Vec<(String, String)>,
}
