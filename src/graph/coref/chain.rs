//! Average linkage: of all clusters, those two that are most probably one on average become one, until none are probable
//! enough. Two mentions that are no candidates count as certainly apart.

use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

/// Two clusters that may become one. The most probable comes first; of equals, those that begin first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    /// How probable, in millionths: to be ordered, and the same on every machine.
    probable: u64,
    pair: std::cmp::Reverse<(u32, u32)>,
}

/// The clusters of so many mentions, given how probably some pairs of them are one. Each ascending; in order of their first
/// mentions.
pub fn chains(count: usize, pairs: &[((u32, u32), f64)], cut: f64) -> Vec<Vec<u32>> {
    let mut clusters: Vec<Vec<u32>> = (0..count as u32).map(|mention| vec![mention]).collect();
    // Of each cluster, what it sums up to with others.
    let mut sums: Vec<FxHashMap<u32, f64>> = vec![FxHashMap::default(); count];
    for &((a, b), probable) in pairs {
        *sums[a as usize].entry(b).or_default() += probable;
        *sums[b as usize].entry(a).or_default() += probable;
    }
    let mut heap: BinaryHeap<Merge> =
        pairs.iter().filter(|(_, probable)| *probable >= cut).map(|(pair, p)| merge(*pair, *p)).collect();
    while let Some(next) = heap.pop() {
        let (a, b) = next.pair.0;
        let now = average(&clusters, &sums, a, b);
        // Whatever has grown since has been put into the heap anew.
        if clusters[a as usize].is_empty() || clusters[b as usize].is_empty() || merge((a, b), now) != next {
            continue;
        }
        let gone = std::mem::take(&mut clusters[b as usize]);
        clusters[a as usize].extend(gone);
        for (other, sum) in std::mem::take(&mut sums[b as usize]) {
            sums[other as usize].remove(&b);
            if other != a {
                *sums[a as usize].entry(other).or_default() += sum;
                *sums[other as usize].entry(a).or_default() += sum;
            }
        }
        for other in sums[a as usize].keys().copied().collect::<Vec<u32>>() {
            let probable = average(&clusters, &sums, a, other);
            if probable >= cut {
                heap.push(merge((a.min(other), a.max(other)), probable));
            }
        }
    }
    let mut chains: Vec<Vec<u32>> = clusters.into_iter().filter(|cluster| !cluster.is_empty()).collect();
    chains.iter_mut().for_each(|chain| chain.sort_unstable());
    chains.sort_unstable();
    chains
}

fn merge(pair: (u32, u32), probable: f64) -> Merge {
    Merge { probable: (probable * 1e6).round() as u64, pair: std::cmp::Reverse(pair) }
}

fn average(clusters: &[Vec<u32>], sums: &[FxHashMap<u32, f64>], a: u32, b: u32) -> f64 {
    let sum = sums[a as usize].get(&b).copied().unwrap_or_default();
    sum / (clusters[a as usize].len() * clusters[b as usize].len()).max(1) as f64
}
