//! How well chains agree with annotated ones: LEA, and pairs of mentions of different articles.

use std::collections::BTreeMap;
use std::fmt;

use super::corpus::Folder;

#[derive(Default)]
pub(crate) struct Score {
    /// Right and all, for precision and for recall.
    lea: [(f64, f64); 2],
    pairs: [(f64, f64); 2],
    mentions: (usize, usize),
}

impl Score {
    /// Adds a folder with the chains that were made of its mentions. An annotated mention that is not there stands alone.
    pub(crate) fn add(&mut self, folder: &Folder, chains: &[Vec<u32>]) {
        let mut chain_of = BTreeMap::new();
        for (number, chain) in chains.iter().enumerate() {
            chain.iter().for_each(|mention| _ = chain_of.insert(*mention, number));
        }
        let alone = |at: usize| chains.len() + at;
        let ours: Vec<usize> = (0..)
            .zip(&folder.found)
            .map(|(at, found)| found.and_then(|m| chain_of.get(&m).copied()).unwrap_or(alone(at)))
            .collect();
        let mut numbers = BTreeMap::new();
        let gold: Vec<usize> = folder
            .gold
            .iter()
            .map(|(_, mention)| {
                let next = numbers.len();
                *numbers.entry(&mention.chain).or_insert(next)
            })
            .collect();
        self.mentions.0 += folder.found.iter().flatten().count();
        self.mentions.1 += folder.found.len();
        add(&mut self.lea[0], lea(&ours, &gold));
        add(&mut self.lea[1], lea(&gold, &ours));
        for a in 0..gold.len() {
            for b in (0..a).filter(|b| folder.gold[*b].0 != folder.gold[a].0) {
                let both = f64::from(u8::from(ours[a] == ours[b] && gold[a] == gold[b]));
                add(&mut self.pairs[0], (both, f64::from(u8::from(ours[a] == ours[b]))));
                add(&mut self.pairs[1], (both, f64::from(u8::from(gold[a] == gold[b]))));
            }
        }
    }
}

fn add(sum: &mut (f64, f64), (right, all): (f64, f64)) {
    sum.0 += right;
    sum.1 += all;
}

/// Of the links inside each cluster of one side, how many the other side has; each cluster counts by its size.
fn lea(own: &[usize], other: &[usize]) -> (f64, f64) {
    let mut clusters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    own.iter().enumerate().for_each(|(at, cluster)| clusters.entry(*cluster).or_default().push(at));
    let links = |n: usize| (n * n.saturating_sub(1) / 2) as f64;
    let mut right = 0.0;
    for cluster in clusters.values() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        cluster.iter().for_each(|at| *shared.entry(other[*at]).or_default() += 1);
        let resolved = match cluster[..] {
            [alone] => f64::from(u8::from(other.iter().filter(|c| **c == other[alone]).count() == 1)),
            _ => shared.values().map(|n| links(*n)).sum::<f64>() / links(cluster.len()),
        };
        right += resolved * cluster.len() as f64;
    }
    (right, own.len() as f64)
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mentions {} of {}", self.mentions.0, self.mentions.1)?;
        for (name, [precision, recall]) in [("LEA", self.lea), ("pairs", self.pairs)] {
            let [p, r] = [precision, recall].map(|(right, all)| right / all.max(1.0));
            write!(f, "; {name} {:.3} ({p:.3}, {r:.3})", 2.0 * p * r / (p + r).max(1e-9))?;
        }
        Ok(())
    }
}
