//! How two quotations run side by side: local alignment of their words (Smith and Waterman 1981).

use crate::claim::wording::{Weight, Word};

/// What words weigh that are the same.
const CONTENT: i32 = 2;
const SMALL: i32 = 1;
/// What it costs where they differ, and to leave a word out.
const DIFFERENT: i32 = -1;
const GAP: i32 = -1;
/// At the edge of what is alike, so many words may be others: more is another part of the speech.
const EDGE: usize = 2;
/// Where more words differ than this, something else is said.
const LONGEST: usize = 8;

/// Where two quotations differ: words of the one and of the other, as ranges of their indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) a: (usize, usize),
    pub(super) b: (usize, usize),
}

/// The words that two quotations share in order: pairs of indexes.
pub(super) fn align(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut score = vec![0i32; (a.len() + 1) * width];
    let mut from = vec![From::Start; score.len()];
    let mut best = (0, 0);
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let at = (i + 1) * width + j + 1;
            let cut = x.weight == Weight::Cut || y.weight == Weight::Cut;
            let gap = if cut { 0 } else { GAP };
            let steps = [
                (score[at - width - 1] + alike(x, y), From::Both),
                (score[at - width] + gap, From::A),
                (score[at - 1] + gap, From::B),
            ];
            // Of equal scores the first counts.
            for (sum, step) in steps {
                if sum > score[at] {
                    (score[at], from[at]) = (sum, step);
                }
            }
            if score[at] > score[best.0 * width + best.1] {
                best = (i + 1, j + 1);
            }
        }
    }
    back(&from, width, best, a, b)
}

/// How the best alignment came to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Start,
    Both,
    A,
    B,
}

fn alike(x: &Word, y: &Word) -> i32 {
    match (x.weight, y.weight) {
        (Weight::Cut, _) | (_, Weight::Cut) => 0,
        _ if x.text != y.text => DIFFERENT,
        (Weight::Content, _) => CONTENT,
        (Weight::Small, _) => SMALL,
    }
}

/// Follows the steps back to where the alignment starts.
fn back(
    from: &[From],
    width: usize,
    (mut i, mut j): (usize, usize),
    a: &[Word],
    b: &[Word],
) -> Vec<(usize, usize)> {
    let mut matched = Vec::new();
    loop {
        match from[i * width + j] {
            From::Start => break,
            From::Both => {
                (i, j) = (i - 1, j - 1);
                if alike(&a[i], &b[j]) > 0 {
                    matched.push((i, j));
                }
            }
            From::A => i -= 1,
            From::B => j -= 1,
        }
    }
    matched.reverse();
    matched
}

/// Where two aligned quotations say something else. What one leaves out at an edge, a whole sentence, or where it says
/// that it cuts, is no difference.
pub(super) fn differences(a: &[Word], b: &[Word], matched: &[(usize, usize)]) -> Vec<Difference> {
    let (Some(first), Some(last)) = (matched.first(), matched.last()) else { return Vec::new() };
    let front = at_edge(a, b, Difference { a: (0, first.0), b: (0, first.1) }, Edge::Front);
    let end = at_edge(a, b, Difference { a: (last.0 + 1, a.len()), b: (last.1 + 1, b.len()) }, Edge::End);
    let inside = matched.windows(2).map(|w| Difference { a: (w[0].0 + 1, w[1].0), b: (w[0].1 + 1, w[1].1) });
    let all = front.into_iter().chain(inside).chain(end);
    all.filter(|d| is_said(a, b, d)).collect()
}

#[derive(Clone, Copy)]
enum Edge {
    Front,
    End,
}

/// The words at the edge of what is alike that one quotation has in place of the other's. The one that goes on does so
/// with the rest of its speech.
fn at_edge(a: &[Word], b: &[Word], Difference { a: x, b: y }: Difference, edge: Edge) -> Option<Difference> {
    let shorter = (x.1 - x.0).min(y.1 - y.0);
    if !(1..=EDGE).contains(&shorter) {
        return None;
    }
    let nearest = |(from, to): (usize, usize)| match edge {
        Edge::Front => (to - shorter, to),
        Edge::End => (from, from + shorter),
    };
    let d = Difference { a: nearest(x), b: nearest(y) };
    let (own, other) = (letters(&a[d.a.0..d.a.1]), letters(&b[d.b.0..d.b.1]));
    // "data center" is "datacenter", of which but a part may stand here.
    let part = match edge {
        Edge::Front => own.ends_with(&other) || other.ends_with(&own),
        Edge::End => own.starts_with(&other) || other.starts_with(&own),
    };
    (!part).then_some(d)
}

/// Words run together.
fn letters(words: &[Word]) -> String {
    words.iter().map(|w| w.text.as_str()).collect()
}

fn is_said(a: &[Word], b: &[Word], d: &Difference) -> bool {
    let (x, y) = (&a[d.a.0..d.a.1], &b[d.b.0..d.b.1]);
    let cut = x.iter().chain(y).any(|w| w.weight == Weight::Cut);
    !cut && x.len().max(y.len()) <= LONGEST
        && letters(x) != letters(y)
        && !(y.is_empty() && is_sentence(a, d.a))
        && !(x.is_empty() && is_sentence(b, d.b))
}

/// Are these words whole sentences?
fn is_sentence(words: &[Word], (from, to): (usize, usize)) -> bool {
    let sentence = |at: usize| words.get(at).map(|w| w.sentence);
    let starts = from == 0 || sentence(from - 1) != sentence(from);
    let ends = to == 0 || sentence(to) != sentence(to - 1);
    starts && ends
}

#[cfg(test)]
mod tests;
