//! Logistic regression by Newton's method, with a penalty on large weights.

use crate::corpus::Candidate;

/// What large weights cost; the bias costs next to nothing.
const PENALTY: f64 = 1.0;
const OF_BIAS: f64 = 1e-3;
const STEPS: usize = 50;

/// Weights, fitted.
pub(crate) struct Fitted {
    pub(crate) weights: Vec<f64>,
    pub(crate) bias: f64,
}

impl Fitted {
    /// Fits on some of the pairs, each with what it counts for.
    pub(crate) fn on(all: &[Candidate], members: &[usize], shares: &[f64]) -> Fitted {
        let size = all.first().map_or(0, |c| c.features.len()) + 1;
        let mut weights = vec![0.0; size];
        for _ in 0..STEPS {
            let penalty = |i: usize| if i + 1 < size { PENALTY } else { OF_BIAS };
            let mut slope: Vec<f64> = (0..size).map(|i| penalty(i) * weights[i]).collect();
            let mut curve = vec![vec![0.0; size]; size];
            (0..size).for_each(|i| curve[i][i] = penalty(i));
            for at in members {
                let x: Vec<f64> = all[*at].features.iter().copied().chain([1.0]).collect();
                let p = logistic(&weights, &x);
                let wrong = p - f64::from(u8::from(all[*at].verdict.alike));
                for i in 0..size {
                    slope[i] += shares[*at] * wrong * x[i];
                    for j in 0..size {
                        curve[i][j] += shares[*at] * p * (1.0 - p) * x[i] * x[j];
                    }
                }
            }
            let step = solve(curve, slope);
            weights.iter_mut().zip(&step).for_each(|(w, s)| *w -= s);
            if step.iter().all(|s| s.abs() < 1e-8) {
                break;
            }
        }
        let bias = weights.pop().unwrap_or_default();
        Fitted { weights, bias }
    }

    pub(crate) fn probability(&self, features: &[f64]) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(w, f)| w * f).sum();
        1.0 / (1.0 + (-(sum + self.bias)).exp())
    }
}

fn logistic(weights: &[f64], x: &[f64]) -> f64 {
    let sum: f64 = weights.iter().zip(x).map(|(w, f)| w * f).sum();
    1.0 / (1.0 + (-sum.clamp(-30.0, 30.0)).exp())
}

/// Gaussian elimination; the matrix is positive definite.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        for j in i + 1..size {
            let factor = matrix[j][i] / matrix[i][i];
            let pivot = matrix[i].clone();
            matrix[j].iter_mut().zip(&pivot).skip(i).for_each(|(own, above)| *own -= factor * above);
            right[j] -= factor * right[i];
        }
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}
