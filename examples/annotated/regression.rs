//! Logistic regression whose weights have the sign that they must have: what two have in common speaks for one, what
//! differs against it. Without that a few hundred pairs teach whatever their stories have in common.

/// Two that may be one.
pub(crate) struct Pair<'a> {
    pub(crate) features: &'a [f64],
    pub(crate) one: bool,
    /// What it counts for.
    pub(crate) share: f64,
}

/// What is known before any pair is seen.
pub(crate) struct Prior<'a> {
    /// The features, by their names.
    pub(crate) names: &'a [&'a str],
    /// Those that can only speak for one, and only against it.
    pub(crate) pro: &'a [&'a str],
    pub(crate) contra: &'a [&'a str],
    /// What large weights cost, features being scaled to one deviation.
    pub(crate) penalty: f64,
}

const STEPS: usize = 200;

/// Weights, fitted.
pub(crate) struct Fitted {
    pub(crate) weights: Vec<f64>,
    pub(crate) bias: f64,
}

impl Fitted {
    /// Fits by Newton's steps on one weight after the other, each held to its sign.
    pub(crate) fn on(pairs: &[Pair<'_>], prior: &Prior<'_>) -> Fitted {
        let count = prior.names.len();
        let scales: Vec<f64> = (0..count).map(|i| deviation(pairs, i)).collect();
        let columns: Vec<Vec<f64>> = scales
            .iter()
            .enumerate()
            .map(|(i, s)| pairs.iter().map(|p| p.features[i] / s).collect())
            .collect();
        let target: Vec<f64> = pairs.iter().map(|p| f64::from(u8::from(p.one))).collect();
        let mut sums = vec![0.0; pairs.len()];
        let mut weights = vec![0.0; count];
        let mut bias = 0.0;
        for _ in 0..STEPS {
            let mut largest: f64 = 0.0;
            for i in 0..=count {
                let column = columns.get(i);
                let (mut slope, mut curve) = match column {
                    Some(_) => (prior.penalty * weights[i], prior.penalty),
                    None => (0.0, 1e-9),
                };
                for (at, pair) in pairs.iter().enumerate().filter(|(_, p)| p.share > 0.0) {
                    let x = column.map_or(1.0, |column| column[at]);
                    if x != 0.0 {
                        let p = 1.0 / (1.0 + f64::exp(-sums[at]));
                        slope += pair.share * (p - target[at]) * x;
                        curve += pair.share * (p * (1.0 - p)).max(1e-6) * x * x;
                    }
                }
                let known = weights.get(i).copied().unwrap_or(bias);
                let next = prior.held(i, known - slope / curve);
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

impl Prior<'_> {
    /// A weight, held to its sign; behind the last one stands the bias.
    fn held(&self, at: usize, weight: f64) -> f64 {
        match self.names.get(at) {
            Some(name) if self.pro.contains(name) => weight.max(0.0),
            Some(name) if self.contra.contains(name) => weight.min(0.0),
            _ => weight,
        }
    }
}

fn deviation(pairs: &[Pair<'_>], i: usize) -> f64 {
    let count = pairs.len().max(1) as f64;
    let mean = pairs.iter().map(|p| p.features[i]).sum::<f64>() / count;
    let spread = pairs.iter().map(|p| (p.features[i] - mean).powi(2)).sum::<f64>() / count;
    spread.sqrt() + 1e-9
}
