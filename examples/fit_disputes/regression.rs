//! Logistic regression whose weights have the sign that they must have: what two sentences share speaks for one question,
//! what differs against it. Without that a few hundred pairs teach whatever their stories have in common.

use crate::stories::Example;

/// What large weights cost, features being scaled to one deviation.
const PENALTY: f64 = 3.0;
const STEPS: usize = 200;

/// What can only speak for one question, and only against it.
const FOR: [&str; 16] = [
    "shared",
    "rare",
    "run_before",
    "whole",
    "predicate_same",
    "class_same",
    "beside_shared",
    "subject_same",
    "clause_least",
    "time_same",
    "margin",
    "votes_most",
    "share_least",
    "share_most",
    "others_same",
    "story",
];
const AGAINST: [&str; 14] = [
    "modality",
    "beside_other",
    "age_other",
    "time_other",
    "assumed",
    "elsewhere_both",
    "elsewhere_better",
    "third",
    "listed",
    "crowd",
    "ratio",
    "one",
    "units",
    "fraction",
];

/// Weights, fitted.
pub(crate) struct Fitted {
    pub(crate) weights: Vec<f64>,
    pub(crate) bias: f64,
}

impl Fitted {
    /// Fits by Newton's steps on one weight after the other, each held to its sign.
    pub(crate) fn on(examples: &[&Example], names: &[&str]) -> Fitted {
        let scales: Vec<f64> = (0..names.len()).map(|i| deviation(examples, i)).collect();
        let columns: Vec<Vec<f64>> = scales
            .iter()
            .enumerate()
            .map(|(i, s)| examples.iter().map(|e| e.features[i] / s).collect())
            .collect();
        let target: Vec<f64> = examples.iter().map(|e| f64::from(u8::from(e.is_disputed()))).collect();
        let mut sums = vec![0.0; examples.len()];
        let mut weights = vec![0.0; names.len()];
        let mut bias = 0.0;
        for _ in 0..STEPS {
            let mut largest: f64 = 0.0;
            for i in 0..=names.len() {
                let column = columns.get(i);
                let (mut slope, mut curve) = match column {
                    Some(_) => (PENALTY * weights[i], PENALTY),
                    None => (0.0, 1e-9),
                };
                for (at, example) in examples.iter().enumerate().filter(|(_, e)| e.share > 0.0) {
                    let x = column.map_or(1.0, |column| column[at]);
                    if x != 0.0 {
                        let p = 1.0 / (1.0 + f64::exp(-sums[at]));
                        slope += example.share * (p - target[at]) * x;
                        curve += example.share * (p * (1.0 - p)).max(1e-6) * x * x;
                    }
                }
                let known = weights.get(i).copied().unwrap_or(bias);
                let next =
                    names.get(i).map_or(known - slope / curve, |name| held(name, known - slope / curve));
                let step = next - known;
                match weights.get_mut(i) {
                    Some(weight) => *weight = next,
                    None => bias = next,
                }
                for (at, sum) in sums.iter_mut().enumerate() {
                    *sum += step * column.map_or(1.0, |column| column[at]);
                }
                largest = largest.max(step.abs());
            }
            if largest < 1e-4 {
                break;
            }
        }
        weights.iter_mut().zip(&scales).for_each(|(weight, scale)| *weight /= scale);
        Fitted { weights, bias }
    }

    pub(crate) fn probability(&self, features: &[f64]) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(w, f)| w * f).sum();
        1.0 / (1.0 + (-(sum + self.bias)).exp())
    }
}

fn held(name: &str, weight: f64) -> f64 {
    match name {
        name if FOR.contains(&name) => weight.max(0.0),
        name if AGAINST.contains(&name) => weight.min(0.0),
        _ => weight,
    }
}

fn deviation(examples: &[&Example], i: usize) -> f64 {
    let count = examples.len().max(1) as f64;
    let mean = examples.iter().map(|e| e.features[i]).sum::<f64>() / count;
    let spread = examples.iter().map(|e| (e.features[i] - mean).powi(2)).sum::<f64>() / count;
    spread.sqrt() + 1e-9
}
