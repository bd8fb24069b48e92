//! Does a noun or an adjective tell of an event or a state? By the kinds that WordNet sorts its meanings into, and its
//! form.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::article::Tag;
use crate::lexicon::wordnet::{KINDS, Meaning, Part};
use crate::logistic::Logistic;

/// What tells it, beside the kinds of its meanings: is it a proper noun, a plural, an adjective; is it unknown; is it of a
/// verb's family; does it end in "ing", "tion", "ment"; does "of" follow?
const FORM: usize = 9;

/// How many features there are.
pub const FEATURES: usize = KINDS + FORM;

/// The names of the features: the numbers of the lexicographers' files, then the form.
pub fn names() -> [String; FEATURES] {
    let form = ["proper", "plural", "adjective", "unknown", "family", "ing", "tion", "ment", "of_behind"];
    std::array::from_fn(|at| match at.checked_sub(KINDS).and_then(|at| form.get(at)) {
        Some(name) => (*name).to_owned(),
        None => format!("kind_{at:02}"),
    })
}

/// The features of a word.
pub fn features(lemma: &str, tag: Tag, meaning: &Meaning, of_behind: bool) -> [f64; FEATURES] {
    let mut features = [0.0; FEATURES];
    for (kind, share) in &meaning.kinds {
        if let Some(feature) = features.get_mut(*kind as usize) {
            *feature = f64::from(*share) / 1000.0;
        }
    }
    let form = [
        matches!(tag, Tag::Nnp | Tag::Nnps),
        matches!(tag, Tag::Nns | Tag::Nnps),
        part(tag) == Some(Part::Adjective),
        meaning.word.is_none(),
        !meaning.family.is_empty(),
        lemma.ends_with("ing"),
        lemma.ends_with("tion"),
        lemma.ends_with("ment"),
        of_behind,
    ];
    features[KINDS..].iter_mut().zip(form).for_each(|(feature, holds)| *feature = f64::from(u8::from(holds)));
    features
}

/// Noun, verb or adjective, or none of them.
pub fn part(tag: Tag) -> Option<Part> {
    match tag {
        Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps => Some(Part::Noun),
        Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz => Some(Part::Verb),
        Tag::Jj | Tag::Jjr | Tag::Jjs => Some(Part::Adjective),
        _ => None,
    }
}

/// Does a word with these features tell of an event or a state?
pub fn tells(features: &[f64; FEATURES]) -> bool {
    MODEL.weights.probability(features) >= MODEL.cut
}

/// The weights and from which probability on a word counts.
struct Model {
    weights: Logistic<FEATURES>,
    cut: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "trained_on")]
    _trained_on: String,
    cut: f64,
    bias: f64,
    weights: BTreeMap<String, f64>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("OUT_DIR"), "/weights/eventive.json"));
    match serde_json::from_str::<Table>(table) {
        Ok(table) => Model { weights: Logistic::new(table.bias, &table.weights, &names()), cut: table.cut },
        Err(_) => Model { weights: Logistic::never(), cut: 1.0 },
    }
});
