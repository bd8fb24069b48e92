//! The passages that two aligned quotations share, sentence by sentence, and where they differ.

use crate::claim::wording::{Weight, Word};
use crate::lexicon::known;

/// A passage has at least so many words in common.
const SHORTEST: usize = 3;
/// Where more words than this are left out, something was cut, or a caption stands between.
const LONGEST: usize = 5;
/// At either end two passages differ, and do not just go on to other things, if so many words before or behind it are the
/// same, and half of the longer one.
const ENOUGH: usize = 4;
const HALF: usize = 2;

/// From where to where, as indexes of words.
pub(super) type Range = (usize, usize);

/// Sentences of two quotations that are one.
#[derive(Debug)]
pub(super) struct Passage {
    /// So many words are the same.
    pub(super) matched: usize,
    /// All words of it on either side.
    pub(super) bounds: [Range; 2],
    /// Where the two differ, in order: somewhere.
    pub(super) differences: Vec<Difference>,
}

/// Words of the one passage and of the other that stand in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) words: [Range; 2],
    pub(super) kind: Kind,
}

/// What a difference is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something else is said.
    Sense,
    /// One may have tidied up: a small word left out, another form of a word, a pronoun for a pronoun, "this" for "the", a
    /// slip of the pen.
    Style,
}

/// The passages that are not the same in both quotations, from the words that they share in order.
pub(super) fn passages(a: &[Word], b: &[Word], matched: &[(usize, usize)]) -> Vec<Passage> {
    let ends = |x: (usize, usize), y: (usize, usize)| {
        a[x.0].sentence != a[y.0].sentence && b[x.1].sentence != b[y.1].sentence
    };
    let runs = matched.chunk_by(|x, y| !ends(*x, *y)).filter(|run| run.len() >= SHORTEST);
    runs.map(|run| passage(a, b, run)).filter(|passage| !passage.differences.is_empty()).collect()
}

fn passage(a: &[Word], b: &[Word], run: &[(usize, usize)]) -> Passage {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return Passage { matched: 0, bounds: [(0, 0); 2], differences: Vec::new() };
    };
    let bounds = [around(a, first.0, last.0), around(b, first.1, last.1)];
    let enough = run.len() >= ENOUGH
        && run.len() * HALF >= bounds.iter().map(|(from, to)| to - from).max().unwrap_or(0);
    let [x, y] = bounds;
    let starts = begins(a, x.0) && begins(b, y.0);
    let head =
        (enough && starts && x.0 < first.0 && y.0 < first.1).then_some([(x.0, first.0), (y.0, first.1)]);
    let stops = !is_cut(a, x.1) && !is_cut(b, y.1);
    let tail = (enough && stops && last.0 + 1 < x.1 && last.1 + 1 < y.1)
        .then_some([(last.0 + 1, x.1), (last.1 + 1, y.1)]);
    let inside = run.windows(2).map(|w| [(w[0].0 + 1, w[1].0), (w[0].1 + 1, w[1].1)]);
    let places = head.into_iter().chain(inside).chain(tail).map(|words| trimmed(a, b, words));
    let differences = places.filter(|words| differ(a, b, *words));
    let difference = |words: [Range; 2]| {
        let [x, y] = words;
        Difference { words, kind: kind(&a[x.0..x.1], &b[y.0..y.1]) }
    };
    let differences = differences.map(difference).collect();
    Passage { matched: run.len(), bounds, differences }
}

/// The sentences around some words, up to where something is cut.
fn around(words: &[Word], first: usize, last: usize) -> Range {
    let together =
        |x: &Word, y: &Word| x.sentence == y.sentence && x.weight != Weight::Cut && y.weight != Weight::Cut;
    let mut from = first;
    while from > 0 && together(&words[from - 1], &words[from]) {
        from -= 1;
    }
    let mut to = last + 1;
    while to < words.len() && together(&words[to - 1], &words[to]) {
        to += 1;
    }
    (from, to)
}

/// Does a sentence begin here, and not in the middle?
fn begins(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| w.capital) && !at.checked_sub(1).is_some_and(|before| is_cut(words, before))
}

fn is_cut(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| w.weight == Weight::Cut)
}

/// Without what is the same at the beginning: at an end a lone small word is not worth aligning.
fn trimmed(a: &[Word], b: &[Word], [x, y]: [Range; 2]) -> [Range; 2] {
    let words = a[x.0..x.1].iter().zip(&b[y.0..y.1]);
    let same = words.take_while(|(one, other)| one.text == other.text && one.weight != Weight::Cut).count();
    [(x.0 + same, x.1), (y.0 + same, y.1)]
}

/// Is what stands in one place not the same, and nothing that was cut?
fn differ(a: &[Word], b: &[Word], [x, y]: [Range; 2]) -> bool {
    // Who quotes one sentence and then another, a dash between, changes neither.
    if x.0 == x.1 && are_sentences(b, y) || y.0 == y.1 && are_sentences(a, x) {
        return false;
    }
    let (x, y) = (&a[x.0..x.1], &b[y.0..y.1]);
    let cut = x.iter().chain(y).any(|w| w.weight == Weight::Cut);
    let lacking = (x.is_empty() || y.is_empty()) && x.len().max(y.len()) > LONGEST;
    !cut && !lacking && letters(x) != letters(y) && !is_acronym(x, y) && !is_acronym(y, x)
}

/// Are some words whole sentences, in the middle of others?
fn are_sentences(words: &[Word], (from, to): Range) -> bool {
    let sentence = |at: usize| words.get(at).map(|word| word.sentence);
    let ends = |at: usize| at > 0 && sentence(at).is_some() && sentence(at - 1) != sentence(at);
    from < to && ends(from) && ends(to)
}

/// Words run together, without apostrophes: "data center" is "datacenter".
fn letters(words: &[Word]) -> String {
    words.iter().flat_map(|w| w.text.chars()).filter(|c| c.is_alphanumeric()).collect()
}

/// "IOC" and "International Olympic Committee".
fn is_acronym(short: &[Word], full: &[Word]) -> bool {
    let initials = || full.iter().filter_map(|w| w.text.chars().next());
    matches!(short, [only] if full.len() > 1 && only.text.chars().eq(initials()))
}

/// What it is worth that these words stand in one place of two quotations.
fn kind(x: &[Word], y: &[Word]) -> Kind {
    let both = || x.iter().chain(y);
    let content = both().any(|w| w.weight == Weight::Content);
    let style = if x.is_empty() || y.is_empty() {
        !content
    } else {
        let lemmas = |words: &[Word]| words.iter().map(|w| w.lemma.clone()).collect::<Vec<_>>();
        let all = |weight| both().all(|w| w.weight == weight);
        all(Weight::Pronoun) || all(Weight::Pointer) || lemmas(x) == lemmas(y) || is_slip(x, y)
    };
    if style { Kind::Style } else { Kind::Sense }
}

/// Is one word the other, misspelt, or a name in another spelling?
fn is_slip(x: &[Word], y: &[Word]) -> bool {
    let ([x], [y]) = (x, y) else { return false };
    let figures = |w: &Word| w.text.contains(|c: char| c.is_ascii_digit());
    let unknown = |w: &Word| !known::is_word(&w.text);
    let slip = strsim::osa_distance(&x.text, &y.text) == 1 && (unknown(x) || unknown(y));
    let name = x.capital && y.capital && unknown(x) && unknown(y);
    !figures(x) && !figures(y) && (slip || name && strsim::normalized_levenshtein(&x.text, &y.text) > 0.5)
}

#[cfg(test)]
mod tests;
