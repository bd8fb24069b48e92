//! Ways to write one word: house styles, short forms, letters of other alphabets.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::packed::{table, unpack};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    endings: Vec<(String, String)>,
    words: Vec<(String, String)>,
    run_together: Vec<Vec<String>>,
    small_verbs: FxHashSet<String>,
    manner: String,
    sounds: Vec<(String, String)>,
    surnames: Vec<(String, String)>,
    currencies: Vec<(String, String)>,
}

struct Spelling {
    table: Table,
    /// What a word is compared as, of those that are listed whole.
    words: FxHashMap<String, String>,
    /// Endings that are written in two ways, with the usual one, by their last byte.
    endings: FxHashMap<u8, Vec<(String, String)>>,
}

/// It does not vary with a project's vocabulary.
static SPELLING: LazyLock<Spelling> = LazyLock::new(|| {
    let mut table: Table = unpack(table!("spelling"));
    let mut words: FxHashMap<String, String> = table.words.iter().cloned().collect();
    for group in &table.run_together {
        if let Some(first) = group.first() {
            words.extend(group.iter().map(|form| (form.clone(), first.clone())));
        }
    }
    let mut endings: FxHashMap<u8, Vec<(String, String)>> = FxHashMap::default();
    for (ending, usual) in std::mem::take(&mut table.endings) {
        let last = ending.bytes().last().unwrap_or_default();
        endings.entry(last).or_default().push((ending, usual));
    }
    Spelling { table, words, endings }
});

/// A word in lower case as it is compared with others: in one house style, short forms as one.
pub fn conventional(word: &str) -> Cow<'_, str> {
    if let Some(usual) = SPELLING.words.get(word) {
        return Cow::Borrowed(usual.as_str());
    }
    let last = word.bytes().last().unwrap_or_default();
    for (ending, usual) in SPELLING.endings.get(&last).into_iter().flatten() {
        if let Some(stem) = word.strip_suffix(ending.as_str())
            && !stem.is_empty()
        {
            return Cow::Owned(format!("{stem}{usual}"));
        }
    }
    Cow::Borrowed(word)
}

/// A word of a name in lower case as it is compared with others: "zelenskyy" is "zelensky".
pub fn surname(word: &str) -> Cow<'_, str> {
    let ending = SPELLING.table.surnames.iter().find_map(|(ending, usual)| {
        let stem = word.strip_suffix(ending.as_str()).filter(|stem| !stem.is_empty())?;
        Some(format!("{stem}{usual}"))
    });
    ending.map_or(Cow::Borrowed(word), Cow::Owned)
}

/// What is said of the sign of a currency: "dollars" of "$" and "US$".
pub fn currency(sign: &str) -> Option<&'static str> {
    let listed = |sign: &str| SPELLING.table.currencies.iter().find(|(listed, _)| listed == sign);
    let last = || sign.char_indices().next_back().and_then(|(at, _)| listed(&sign[at..]));
    listed(sign).or_else(last).map(|(_, name)| name.as_str())
}

/// Is it a verb that carries hardly a meaning of its own?
pub fn is_small_verb(lemma: &str) -> bool {
    SPELLING.table.small_verbs.contains(lemma)
}

/// Does an adverb say how, by its ending?
pub fn is_manner(adverb: &str) -> bool {
    adverb.ends_with(SPELLING.table.manner.as_str())
}

/// How a name in lower case sounds, roughly: the same for names that only other ways of writing an alphabet tell apart.
pub fn sound(name: &str) -> String {
    let mut sound = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let listed = SPELLING.table.sounds.iter().find(|(written, _)| rest.starts_with(written.as_str()));
        let (taken, sign) =
            listed.map_or((first.len_utf8(), &rest[..first.len_utf8()]), |(w, s)| (w.len(), s.as_str()));
        // Doubled letters sound like one.
        if !sound.ends_with(sign) || sign.is_empty() {
            sound.push_str(sign);
        }
        rest = &rest[taken..];
    }
    sound
}

#[cfg(test)]
mod tests;
