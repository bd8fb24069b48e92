//! Average linkage: of all clusters, those two that are most probably one on average become one, until none are probable
//! enough. Two mentions that are no candidates are not one; those whose probability is below all others (negative infinity)
//! cannot be in one cluster.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

/// Two clusters that may become one. The most probable comes first; of equals, those that begin first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    /// How probable, in millionths: to be ordered, and the same on every machine.
    probable: u64,
    pair: Reverse<(u32, u32)>,
}

/// The clusters of so many mentions, given how probably some pairs of them are one. Each ascending; in order of their first
/// mentions.
pub fn chains(count: usize, pairs: &[((u32, u32), f64)], cut: f64) -> Vec<Vec<u32>> {
    let mut clusters = Clusters::new(count, pairs, cut);
    // Each cluster stands in the heap with its best partner. A merge makes nobody's best partner better, for an average is
    // never above the larger of its parts; so what is out of date needs to be looked at only when it comes to the top.
    let mut heap: BinaryHeap<(Merge, u32)> =
        (0..count as u32).filter_map(|cluster| Some((clusters.best(cluster)?, cluster))).collect();
    while let Some((next, cluster)) = heap.pop() {
        let Some(best) = clusters.best(cluster) else { continue };
        if best != next {
            heap.push((best, cluster));
            continue;
        }
        let merged = clusters.merge(best.pair.0);
        heap.extend(clusters.best(merged).map(|best| (best, merged)));
    }
    let mut chains: Vec<Vec<u32>> =
        clusters.members.into_iter().filter(|cluster| !cluster.is_empty()).collect();
    chains.iter_mut().for_each(|chain| chain.sort_unstable());
    chains.sort_unstable();
    chains
}

struct Clusters {
    /// The mentions of each; nothing once it has become part of another.
    members: Vec<Vec<u32>>,
    /// What the pairs of a cluster and others sum up to.
    sums: Vec<FxHashMap<u32, f64>>,
    cut: f64,
}

impl Clusters {
    fn new(count: usize, pairs: &[((u32, u32), f64)], cut: f64) -> Clusters {
        let mut sums: Vec<FxHashMap<u32, f64>> = vec![FxHashMap::default(); count];
        for &((a, b), probable) in pairs {
            *sums[a as usize].entry(b).or_default() += probable;
            *sums[b as usize].entry(a).or_default() += probable;
        }
        Clusters { members: (0..count as u32).map(|mention| vec![mention]).collect(), sums, cut }
    }

    /// With which other a cluster is most probably one, if with any.
    fn best(&self, own: u32) -> Option<Merge> {
        let size = |cluster: u32| self.members[cluster as usize].len();
        let merge = |(other, sum): (&u32, &f64)| {
            let probable = sum / (size(own) * size(*other)).max(1) as f64;
            (probable >= self.cut).then(|| Merge {
                probable: (probable * 1e6).round() as u64,
                pair: Reverse((own.min(*other), own.max(*other))),
            })
        };
        self.sums[own as usize].iter().filter_map(merge).max()
    }

    /// Makes one cluster of two, and tells which.
    fn merge(&mut self, (a, b): (u32, u32)) -> u32 {
        let gone = std::mem::take(&mut self.members[b as usize]);
        self.members[a as usize].extend(gone);
        for (other, sum) in std::mem::take(&mut self.sums[b as usize]) {
            self.sums[other as usize].remove(&b);
            if other != a {
                *self.sums[a as usize].entry(other).or_default() += sum;
                *self.sums[other as usize].entry(a).or_default() += sum;
            }
        }
        a
    }
}
