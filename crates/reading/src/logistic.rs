//! Logistic regression over named features: the form of all learned weights, which a person can read.

use std::collections::BTreeMap;

/// Weights of `N` features.
#[derive(Debug, Clone, PartialEq)]
pub struct Logistic<const N: usize> {
    /// What each feature adds.
    pub weights: [f64; N],
    /// What there is without any.
    pub bias: f64,
}

impl<const N: usize> Logistic<N> {
    /// Weights by the names of their features. What the table lacks weighs nothing.
    pub fn new(bias: f64, weights: &BTreeMap<String, f64>, names: &[impl AsRef<str>; N]) -> Logistic<N> {
        let weight = |at: usize| names.get(at).and_then(|name| weights.get(name.as_ref()));
        Logistic { weights: std::array::from_fn(|at| weight(at).copied().unwrap_or_default()), bias }
    }

    /// What holds of nothing.
    pub fn never() -> Logistic<N> {
        Logistic { weights: [0.0; N], bias: f64::NEG_INFINITY }
    }

    /// How probable it is, given these features.
    pub fn probability(&self, features: &[f64; N]) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
        1.0 / (1.0 + (-(sum + self.bias)).exp())
    }
}
