//! Which language an article is in: one that is not English is not read as if it were.
//!
//! Small words decide, for a tenth of any text is made of the dozen most frequent ones. Where a text is too short for
//! that, what the article says of itself is believed, and if it says nothing, different small words have to tell it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Block, BlockKind};
use crate::lexicon::packed::{table, unpack};

mod short;

/// A text of fewer words says too little of its language.
const FEW: usize = 40;
/// So many words are looked at.
const MANY: usize = 1500;
/// The most bytes of a small word.
const LONGEST: usize = 8;

/// The small words of languages: `lexicon/languages.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "File")]
struct SmallWords {
    names: Vec<String>,
    /// The number of each word.
    words: FxHashMap<String, usize>,
    /// The languages that each word belongs to, as bits.
    languages: Vec<u32>,
    /// Whether each word stands in names as well.
    in_names: Vec<bool>,
}

/// A text in a language has so many of its small words at least; names have the same few again and again.
const DIFFERENT: usize = 6;

impl From<File> for SmallWords {
    fn from(file: File) -> SmallWords {
        let mut small = SmallWords::default();
        for (number, Language { name, words }) in file.language.into_iter().enumerate().take(32) {
            small.names.push(name);
            for word in words {
                let new = small.languages.len();
                let at = *small.words.entry(word).or_insert(new);
                if at == new {
                    small.languages.push(0);
                }
                if let Some(languages) = small.languages.get_mut(at) {
                    *languages |= 1 << number;
                }
            }
        }
        small.in_names = vec![false; small.languages.len()];
        for at in file.in_names.iter().filter_map(|word| small.words.get(word)) {
            if let Some(in_names) = small.in_names.get_mut(*at) {
                *in_names = true;
            }
        }
        small
    }
}

impl SmallWords {
    /// The number of a word, in whatever letters.
    fn number(&self, word: &str) -> Option<usize> {
        let listed = || super::fold::fold(word, |lower| self.words.get(lower)).copied();
        (word.len() <= LONGEST).then(listed).flatten()
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    in_names: Vec<String>,
    language: Vec<Language>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    name: String,
    words: Vec<String>,
}

/// English is the first language of the list.
const ENGLISH: usize = 0;

static SMALL: LazyLock<SmallWords> = LazyLock::new(|| unpack(table!("languages")));

/// The language of a text, in words, if it is another than English. `declared` is what the article says of itself.
pub(super) fn other(text: &str, blocks: &[Block], declared: Option<&str>) -> Option<String> {
    let counts = Counts::of(text, blocks);
    match (counts.verdict(), declared.map(str::trim).filter(|tag| !tag.is_empty())) {
        (Verdict::English, _) => None,
        (Verdict::Other(name), _) => Some(name),
        (Verdict::Unsure, Some(tag)) if is_english(tag) => None,
        (Verdict::Unsure, Some(tag)) => Some(format!("“{}”", super::markup::one_line(tag))),
        (Verdict::Unsure, None) if counts.words < FEW => {
            short::other(&words(text, blocks).collect::<Vec<_>>(), &SMALL)
        }
        (Verdict::Unsure, None) => None,
    }
}

/// "en", "en-GB", "eng", "English"; "und" says nothing.
fn is_english(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let first = tag.split(['-', '_']).next().unwrap_or("");
    matches!(first, "en" | "eng" | "english" | "und" | "mul" | "zxx")
}

enum Verdict {
    English,
    Other(String),
    Unsure,
}

/// What a text is made of.
struct Counts {
    words: usize,
    /// Words with letters of another script than Latin.
    foreign: usize,
    by_language: Vec<usize>,
    /// How many different small words of each language there are.
    different: Vec<usize>,
}

impl Counts {
    fn of(text: &str, blocks: &[Block]) -> Counts {
        let small = &*SMALL;
        let mut counts = Counts {
            words: 0,
            foreign: 0,
            by_language: vec![0; small.names.len()],
            different: vec![0; small.names.len()],
        };
        // How often each small word stands there.
        let mut times = vec![0; small.languages.len()];
        for word in words(text, blocks).take(MANY) {
            counts.words += 1;
            counts.foreign += usize::from(word.chars().next().is_some_and(|c| c > '\u{24f}'));
            if is_initial(word) {
                continue;
            }
            if let Some(count) = small.number(word).and_then(|at| times.get_mut(at)) {
                *count += 1;
            }
        }
        for (set, times) in small.languages.iter().zip(times).filter(|(_, times)| *times > 0) {
            for number in (0..small.names.len()).filter(|number| set & (1 << number) != 0) {
                counts.by_language[number] += times;
                counts.different[number] += 1;
            }
        }
        counts
    }

    fn verdict(&self) -> Verdict {
        // Scripts without spaces have few words, and long ones.
        if self.words >= 3 && self.foreign * 2 > self.words {
            return Verdict::Other("a language of another script".to_owned());
        }
        let english = self.by_language.get(ENGLISH).copied().unwrap_or(0);
        if self.words < FEW {
            return Verdict::Unsure;
        }
        let most =
            self.by_language.iter().enumerate().skip(1).max_by_key(|(number, n)| (**n, usize::MAX - number));
        let (number, most) = most.map_or((0, 0), |(number, most)| (number, *most));
        // English has a third of these words, other languages nearly as many of their own.
        match () {
            () if english * 12 >= self.words && english >= most => Verdict::English,
            () if most * 10 >= self.words
                && most > english * 2
                && self.different.get(number) >= Some(&DIFFERENT) =>
            {
                Verdict::Other(SMALL.names.get(number).cloned().unwrap_or_default())
            }
            () => Verdict::Unsure,
        }
    }
}

/// The words of what is read of an article.
fn words<'t>(text: &'t str, blocks: &'t [Block]) -> impl Iterator<Item = &'t str> {
    let read = blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
    read.flat_map(|block| {
        let text = text.get(block.range.clone()).unwrap_or("");
        text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty())
    })
}

/// A capital by itself: of names and lists there are many, and they are small words of some languages.
fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Does it stand inside words? Most letters are ASCII.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && (c.is_alphabetic() || is_joining(c))
}

/// A mark that stands inside the words of some scripts.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

#[cfg(test)]
mod tests;
