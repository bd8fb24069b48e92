//! Small models that a person can read: named features, a weight for each, fitted on annotated articles.
//!
//! The weights stand in `weights/*.toml` beside what they were fitted on; `examples/fit_likeness.rs` fits them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// A logistic regression over `N` features.
#[derive(Debug, Clone)]
pub struct Model<const N: usize> {
    weights: [f64; N],
    bias: f64,
    /// Pairs that are at least so probable count as alike.
    pub cut: f64,
    /// Pairs that are at least so probable are worth a note.
    pub note: f64,
    /// Pairs that stand in one slot and are less probable came there for another reason.
    pub doubt: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "trained_on")]
    _trained_on: String,
    bias: f64,
    cut: f64,
    note: f64,
    #[serde(default)]
    doubt: f64,
    weights: BTreeMap<String, f64>,
}

impl<const N: usize> Model<N> {
    /// The model of an embedded table. What the table lacks weighs nothing; a test holds that it lacks nothing.
    fn read(table: &str, names: [&str; N]) -> Model<N> {
        let Ok(table) = toml::from_str::<Table>(table) else {
            return Model { weights: [0.0; N], bias: f64::NEG_INFINITY, cut: 1.0, note: 1.0, doubt: 0.0 };
        };
        let weights = names.map(|name| table.weights.get(name).copied().unwrap_or(0.0));
        Model { weights, bias: table.bias, cut: table.cut, note: table.note, doubt: table.doubt }
    }

    /// How probable it is of a pair with these features.
    pub fn probability(&self, features: &[f64; N]) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(w, f)| w * f).sum();
        1.0 / (1.0 + (-(sum + self.bias)).exp())
    }
}

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/", $name, ".toml"))
    };
}

/// What tells a misspelt name.
pub const SPELLING: [&str; 19] = [
    "letters",
    "two_letters",
    "exchanged",
    "last_letter",
    "sounds",
    "plural",
    "both_known",
    "rare_listed",
    "common_listed",
    "other_neighbour",
    "other_given",
    "one_given",
    "other_behind",
    "context",
    "common",
    "ratio",
    "together",
    "capitals",
    "one_behind",
];

/// What tells a quotation that was changed.
pub const WORDING: [&str; 2] = ["share", "cover"];

/// What tells that two values answer one question.
pub const DISPUTE: [&str; 38] = [
    "shared",
    "rare",
    "run_before",
    "whole",
    "predicate_same",
    "class_same",
    "modality",
    "beside_shared",
    "beside_other",
    "subject_same",
    "age_other",
    "clause_least",
    "time_same",
    "time_other",
    "assumed",
    "elsewhere_both",
    "elsewhere_better",
    "margin",
    "third",
    "votes_most",
    "share_least",
    "share_most",
    "others_same",
    "listed",
    "crowd",
    "ratio",
    "round",
    "one",
    "bare",
    "units",
    "fraction",
    "age",
    "money",
    "percent",
    "length",
    "time",
    "clock",
    "story",
];

/// The model of misspelt names.
pub static OF_SPELLING: LazyLock<Model<19>> = LazyLock::new(|| Model::read(table!("spelling"), SPELLING));

/// The model of changed quotations.
pub static OF_WORDING: LazyLock<Model<2>> = LazyLock::new(|| Model::read(table!("wording"), WORDING));

/// The model of values that answer one question.
pub static OF_DISPUTE: LazyLock<Model<38>> = LazyLock::new(|| Model::read(table!("dispute"), DISPUTE));

#[cfg(test)]
mod tests;
