//! When one name is another with a letter wrong, or a street's with another word for street.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use smallvec::SmallVec;

use super::name::{EntityKind, Name, given_agree, kinds_agree};
use crate::article::spelling::{folded, is_derived};
use crate::lexicon::{Lexicon, Sense};
use crate::symbol::Sym;

/// A name alone is compared from so many letters on: Holm and Holt are two people.
const SHORTEST: usize = 5;
/// A word of a name whose other words agree is compared from so many letters on.
const SHORTEST_WITH_OTHERS: usize = 4;
/// From so many letters on, two may be wrong if the other words of the name agree.
const LONG: usize = 7;
/// From so many letters on, two may be wrong in the middle of a name alone: transcripts of one name.
const LONGEST: usize = 9;
/// What such names begin and end with, in letters.
const BEGINNING: usize = 4;
const END: usize = 3;

/// Which word of a name is misspelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misspelling {
    /// The last: a surname, or the only word.
    Last,
    /// Another one, as a given name: relatives may have names that look alike.
    Other,
}

/// Is one of two names the other with a letter wrong, and in which word? Names that a list holds, plurals and
/// demonyms are names of their own; accents, American spellings, initials and nicknames are no slips.
pub(super) fn between(a: &Name, b: &Name, lexicon: &Lexicon) -> Option<Misspelling> {
    if !kinds_agree(a.kind, b.kind) || a.place.is_some_and(|p| b.place == Some(p)) {
        return None;
    }
    let (x, y) = (full_words(a), full_words(b));
    if x.len() == y.len() && x.len() > 1 {
        // Two persons' given names may be forms of one ("Kate", "Katherine").
        let person = matches!(a.kind, EntityKind::Person | EntityKind::Unknown);
        let variant = |i: usize| person && i + 1 < x.len() && given_agree(x[i], y[i], lexicon);
        let differing: SmallVec<[usize; 4]> =
            (0..x.len()).filter(|i| x[*i] != y[*i] && !variant(*i)).collect();
        let wrong = |at: usize, others_agree: bool| misspelled(x[at], y[at], others_agree, lexicon);
        let slip =
            if differing.last() == Some(&(x.len() - 1)) { Misspelling::Last } else { Misspelling::Other };
        let slight = match differing.as_slice() {
            [_] if slip == Misspelling::Last && other_head(&x, &y, lexicon) => true,
            [at] => wrong(*at, true) && !(slip == Misspelling::Other && doubled(x[*at], y[*at])),
            // "Katrin Lorenzen", "Catrin Lorensen"
            [first, second] => wrong(*first, false) && wrong(*second, false),
            _ => false,
        };
        return slight.then_some(slip);
    }
    let (last_x, last_y) = (*x.last()?, *y.last()?);
    let (given_x, given_y) = (&x[..x.len() - 1], &y[..y.len() - 1]);
    let bare = given_x.is_empty() || given_y.is_empty();
    let (few, many) = if given_x.len() <= given_y.len() { (given_x, given_y) } else { (given_y, given_x) };
    let given_agree = few.iter().all(|g| many.iter().any(|o| given_agree(g, o, lexicon)));
    (given_agree && misspelled(last_x, last_y, !bare, lexicon)).then_some(Misspelling::Last)
}

/// The keys under which names that may be slips of each other meet, hashed: the last word with one letter left out
/// (symmetric deletes, Garbe 2012), and the name with one word left out.
pub(super) fn keys(name: &Name) -> Vec<u64> {
    let words = full_words(name);
    let mut keys = Vec::new();
    if let Some(last) = words.last().filter(|w| w.chars().count() >= SHORTEST) {
        keys.push(hash([*last]));
        keys.extend(last.char_indices().map(|(at, c)| hash([&last[..at], &last[at + c.len_utf8()..]])));
    }
    if let Some((beginning, end)) =
        words.last().filter(|w| w.chars().count() >= LONGEST).and_then(|w| ends(w))
    {
        keys.push(hash([beginning, "_", end]));
    }
    if let [first, _, _, ..] = words.as_slice() {
        keys.push(hash([*first, " _ "]));
    }
    if words.len() > 1 {
        for at in 0..words.len() {
            let others = words.iter().enumerate().map(|(i, w)| if i == at { "_" } else { w });
            keys.push(hash(others.flat_map(|w| [w, " "])));
        }
    }
    keys
}

/// The hash of some pieces of text run together, wherever they are cut.
fn hash<'a>(pieces: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hasher = FxHasher::default();
    pieces.into_iter().flat_map(str::bytes).for_each(|byte| hasher.write_u8(byte));
    hasher.finish()
}

/// The words of a name without initials.
fn full_words(name: &Name) -> SmallVec<[&str; 4]> {
    name.words.iter().map(Sym::as_str).filter(|w| w.chars().count() > 1).collect()
}

/// "Ulica Street" and "Ulica Avenue": does one rare name stand before two words that exclude each other?
fn other_head(x: &[&str], y: &[&str], lexicon: &Lexicon) -> bool {
    let (Some((head, rest)), Some((other, _))) = (x.split_last(), y.split_last()) else { return false };
    let rare = |w: &&str| {
        w.chars().count() >= SHORTEST && w.chars().all(char::is_alphabetic) && !is_listed(w, lexicon)
    };
    lexicon.has(head, Sense::PlaceName) && excludes(head, other, lexicon) && rest.iter().all(rare)
}

/// Is one word the other with a letter wrong, missing, added, or two neighbours exchanged?
fn misspelled(a: &str, b: &str, others_agree: bool, lexicon: &Lexicon) -> bool {
    let (x, y) = (folded(a), folded(b));
    let letters = x.chars().count().min(y.chars().count());
    let alphabetic = |w: &str| w.chars().all(char::is_alphabetic);
    let shortest = if others_agree { SHORTEST_WITH_OTHERS } else { SHORTEST };
    let middle = letters >= LONGEST && ends(&x).is_some_and(|e| Some(e) == ends(&y));
    let allowed = if (others_agree && letters >= LONG) || middle { 2 } else { 1 };
    x != y
        && letters >= shortest
        && alphabetic(&x)
        && alphabetic(&y)
        && strsim::osa_distance(&x, &y) <= allowed
        && !is_derived(&x, &y, others_agree)
        && !(is_listed(a, lexicon) && is_listed(b, lexicon))
        && !excludes(a, b, lexicon)
        && !((is_place(a, lexicon) || is_place(b, lexicon)) && transliterated(&x, &y))
}

/// Does a list say that the words exclude each other?
fn excludes(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    lexicon.opposites(a).iter().any(|opposite| opposite == b)
}

/// How a long name begins and ends.
fn ends(word: &str) -> Option<(&str, &str)> {
    let (end, _) = word.char_indices().nth(BEGINNING)?;
    let (start, _) = word.char_indices().rev().nth(END - 1)?;
    Some((word.get(..end)?, word.get(start..)?))
}

/// Do the two differ only in which vowels they write ("Ulmanid", "Olmanid")?
fn transliterated(a: &str, b: &str) -> bool {
    let sounds = |w: &str| {
        let vowel = |c: char| if matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') { '*' } else { c };
        let mut sounds: Vec<char> = w.chars().map(vowel).collect();
        sounds.dedup_by(|x, y| *x == '*' && *y == '*');
        sounds
    };
    sounds(a) == sounds(b)
}

/// Do the two differ only in letters that stand twice ("Marit", "Marrit")? Of given names both are written.
fn doubled(a: &str, b: &str) -> bool {
    let single = |w: &str| {
        let mut letters: Vec<char> = w.chars().collect();
        letters.dedup();
        letters
    };
    single(a) == single(b)
}

/// Does a list know the word: as a place, a people, a given name, a word?
fn is_listed(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.entry(word).is_some() || is_place(word, lexicon) || lexicon.demonym(&capital(word)).is_some()
}

fn is_place(word: &str, lexicon: &Lexicon) -> bool {
    !lexicon.places_named(&capital(word)).is_empty()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests;
