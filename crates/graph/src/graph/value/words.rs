//! Words as values: titles, names, quotations.

use crate::lexicon::{Lexicon, Sense};
use crate::truth::Judged;

/// Names whose spelling agrees to at least this share are taken for variants of one.
const ALIKE: f64 = 0.8;
/// From so many words on, a text is compared as a quotation, word by word.
const QUOTATION: usize = 4;
/// Quotations of which at least this share of words agrees in order are wordings of one.
const REWORDED: f64 = 0.5;

/// Do two words exclude each other: ranks of one ladder, listed opposites?
pub(super) fn conflict(a: &str, b: &str, lexicon: &Lexicon) -> Judged {
    if a == b {
        return Judged::FALSE;
    }
    if let Some(conflict) = lexicon.ranks_conflict(a, b) {
        return Judged::from(conflict);
    }
    if lexicon.opposites(a).iter().any(|opposite| opposite == b) { Judged::TRUE } else { Judged::UNKNOWN }
}

/// Are two texts nearly the same, but not quite? Names by their letters, quotations by their words; a part of a
/// quotation is the same quotation.
pub(super) fn similar(a: &str, b: &str) -> Judged {
    if a == b {
        return Judged::FALSE;
    }
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if x.len() < QUOTATION || y.len() < QUOTATION {
        return Judged::from(strsim::normalized_damerau_levenshtein(a, b) >= ALIKE);
    }
    if contains(&x, &y) {
        return Judged::FALSE;
    }
    let longer = x.len().max(y.len());
    let distance = strsim::generic_levenshtein(&Words(x), &Words(y));
    Judged::from(1.0 - distance as f64 / longer as f64 >= REWORDED)
}

/// Are two texts one, or one a part of the other, or wordings of one?
pub(super) fn overlap(a: &str, b: &str, lexicon: &Lexicon) -> Judged {
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if contains(&x, &y) {
        return Judged::TRUE;
    }
    // "We will sell" and "we will never sell" are said by two who disagree.
    if denials(&x, lexicon) == denials(&y, lexicon) { similar(a, b) } else { Judged::FALSE }
}

/// How often some words deny, in words of their own or in the last letters of a verb.
fn denials(words: &[&str], lexicon: &Lexicon) -> usize {
    const SHORTEST: usize = 3;
    let denies = |word: &str| {
        let end = word.len().checked_sub(SHORTEST).and_then(|at| word.get(at..));
        lexicon.has(word, Sense::Negator) || end.is_some_and(|end| lexicon.has(end, Sense::Negator))
    };
    words.iter().filter(|word| denies(word)).count()
}

/// Does the longer have the words of the shorter side by side?
fn contains(x: &[&str], y: &[&str]) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    long.windows(short.len()).any(|w| w == short)
}

/// Words as strsim compares sequences.
struct Words<'a>(Vec<&'a str>);

impl<'w> IntoIterator for &'w Words<'_> {
    type Item = &'w &'w str;
    type IntoIter = std::slice::Iter<'w, &'w str>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// "A", "A and B", "A, B and C".
pub(super) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Which of several, in words: the numbers that stand in slots say first, second, last, only.
pub(super) fn ordinal(n: f64) -> String {
    const WORDS: [&str; 12] = [
        "last", "only", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let index = n + 1.0;
    let whole = index.fract() == 0.0 && (0.0..WORDS.len() as f64).contains(&index);
    if whole { WORDS[index as usize].to_owned() } else { format!("number {n}") }
}
