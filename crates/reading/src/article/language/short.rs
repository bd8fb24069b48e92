//! The language of a text that is too short for the shares of small words: two sentences, a headline.
//!
//! English headlines have few small words of their own, and names have those of other languages. So it takes several
//! different ones that stand as they do in sentences, and none of English.

use super::{ENGLISH, SmallWords};

/// A text of fewer words says nothing of its language.
const LEAST: usize = 8;
/// Small words are at least one in so many.
const SHARE: usize = 5;
/// So many different ones are no accident.
const DIFFERENT: usize = 3;

/// The language of a short text, if its small words are of another than English.
pub(super) fn other(words: &[&str], small: &SmallWords) -> Option<String> {
    if words.len() < LEAST {
        return None;
    }
    let listed: Vec<Option<usize>> = words.iter().map(|word| small.number(word)).collect();
    let is_of =
        |at: usize, language: usize| small.languages.get(at).is_some_and(|set| set & (1 << language) != 0);
    let mut telling: Vec<usize> = Vec::new();
    for (place, at) in listed.iter().enumerate() {
        let Some(at) = at.filter(|at| !is_of(*at, ENGLISH) && !telling.contains(at)) else { continue };
        if !stands_in_names(words, &listed, place, small) {
            telling.push(at);
        }
    }
    let count = |language: usize| {
        let all = listed.iter().flatten().filter(|at| is_of(**at, language)).count();
        let only_english = |at: &&usize| is_of(**at, ENGLISH) && !is_of(**at, language);
        let english = listed.iter().flatten().filter(only_english).count();
        let different = telling.iter().filter(|at| is_of(**at, language)).count();
        // One is enough to tell who quotes a foreign sentence from who writes in that language.
        let enough = all * SHARE >= words.len() && different >= DIFFERENT && english == 0;
        enough.then_some((all, different, usize::MAX - language))
    };
    let (_, _, from_end) = (ENGLISH + 1..small.names.len()).filter_map(count).max()?;
    small.names.get(usize::MAX - from_end).cloned()
}

/// May a small word be part of a name ("Juan de los Santos"), an initial or a letter of "e.g."? Not where a word in lower
/// case follows that is none itself.
fn stands_in_names(words: &[&str], listed: &[Option<usize>], place: usize, small: &SmallWords) -> bool {
    let in_names = |place: usize| {
        listed.get(place).copied().flatten().and_then(|at| small.in_names.get(at)) == Some(&true)
    };
    let is_letter = |word: &str| word.chars().nth(1).is_none();
    let behind_letter = place.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_letter(word));
    let before_small = words.get(place + 1).is_some_and(|next| starts_small(next) && !is_letter(next));
    let before_small = before_small && !in_names(place + 1);
    let word = words.get(place).copied().unwrap_or_default();
    match (starts_small(word), is_letter(word)) {
        (false, true) => true,
        (true, true) if behind_letter => true,
        (true, false) if !in_names(place) => false,
        _ => !before_small,
    }
}

fn starts_small(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}
