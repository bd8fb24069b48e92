//! How two quotations run side by side: local alignment of their words (Smith and Waterman 1981).

use crate::claim::wording::{Weight, Word};

/// What words weigh that are the same.
const CONTENT: i32 = 40;
const SMALL: i32 = 24;
/// What two forms of one word weigh: "give" and "gave".
const FORM: i32 = 10;
/// What it costs where they differ, and to leave a word out.
const DIFFERENT: i32 = -14;
const GAP: i32 = -9;
/// What it costs where a quotation says that it leaves something out.
const CUT: i32 = -2;

/// The words that two quotations share in order: pairs of indexes.
pub(super) fn align(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut score = vec![0i32; (a.len() + 1) * width];
    let mut from = vec![From::Start; score.len()];
    let mut best = (0, 0);
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let at = (i + 1) * width + j + 1;
            let steps = [
                (score[at - width - 1] + alike(x, y), From::Both),
                (score[at - width] + left_out(x), From::A),
                (score[at - 1] + left_out(y), From::B),
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
        (Weight::Cut, _) | (_, Weight::Cut) => CUT,
        (Weight::Content, _) if x.text == y.text => CONTENT,
        _ if x.text == y.text => SMALL,
        (Weight::Content, Weight::Content) if x.lemma == y.lemma => FORM,
        _ => DIFFERENT,
    }
}

fn left_out(word: &Word) -> i32 {
    if word.weight == Weight::Cut { CUT } else { GAP }
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
                if a[i].text == b[j].text && a[i].weight != Weight::Cut {
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

#[cfg(test)]
mod tests;
