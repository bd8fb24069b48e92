//! How often the findings of a built-in rule are right, measured on annotated articles.
//!
//! A rule that rests on a model is the more often right the more probable the model finds what met: there the share stands
//! by the likelihood from which on it holds. `rules/weights/confidence.toml` has the shares and says where they are from;
//! `examples/fit_confidence.rs` measures them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::diagnostic::Percent;

/// How often findings of one rule are right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measured {
    /// From which likelihood on which share is right, in rising order.
    steps: Vec<(f64, f64)>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "measured_on")]
    _measured_on: String,
    rules: BTreeMap<String, Vec<(f64, f64)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!("../../rules/weights/confidence.toml");
    toml::from_str(text).unwrap_or_default()
});

impl Measured {
    /// Of a built-in rule.
    pub fn of(rule: &str) -> Measured {
        Measured { steps: TABLE.rules.get(rule).cloned().unwrap_or_default() }
    }

    /// Of a finding for which a model gives this likelihood, if one was asked.
    pub fn confidence(&self, likelihood: Option<Percent>) -> Option<Percent> {
        let (_, lowest) = self.steps.first()?;
        let likelihood = likelihood.map_or(0.0, Percent::share);
        let reached = self.steps.iter().take_while(|(from, _)| *from <= likelihood).last();
        Percent::of(reached.map_or(*lowest, |(_, share)| *share))
    }
}

#[cfg(test)]
mod tests;
