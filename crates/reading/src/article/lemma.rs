//! From a word and its tag to its dictionary form, by the lists and endings of `lexicon/lemmas.toml`.
//!
//! Follows the lemmas of the Universal Dependencies treebanks of English, in lower case: pronouns in the
//! nominative ("them" -> "they"), "n't" -> "not", "an" -> "a", "people" -> "person", comparatives as their
//! positive. Spaces and typographic apostrophes and hyphens go ("6 . 1" -> "6.1", "’s" -> "'s").

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::memo::Memo;
use super::penn::Tag;
use super::tags::Tags;
use crate::article::fold::fold;
use crate::lexicon::packed::table;
use crate::symbol::Sym;

static LEMMAS: LazyLock<Lemmas> =
    LazyLock::new(|| serde_json::from_str::<File>(table!("lemmas")).map(Lemmas::from).unwrap_or_default());

/// The dictionary form of a word as it is written in a text.
pub fn lemma(word: &str, tag: Tag) -> Sym {
    thread_local! { static MEMO: RefCell<Memo<Sym, 4096>> = const { RefCell::new(Memo::new()) } }
    MEMO.with_borrow_mut(|memo| memo.of(word, tag as u8, || look_up(word, tag)))
}

fn look_up(word: &str, tag: Tag) -> Sym {
    fold(word, |word| match word.contains([' ', '’', '‐', '‑']) {
        true => LEMMAS.of(&plain(word), tag),
        false => LEMMAS.of(word, tag),
    })
}

/// The tags of a word that the tagger's training text has seldom or never: those of irregular forms, and of the words
/// listed for this.
pub(super) fn usage(word: &str) -> Option<Tags> {
    fold(word, |word| LEMMAS.usage(word))
}

fn plain(word: &str) -> String {
    let letters = word.chars().filter(|c| !c.is_whitespace());
    letters
        .map(|c| {
            if c == '’' {
                '\''
            } else if matches!(c, '‐' | '‑') {
                '-'
            } else {
                c
            }
        })
        .collect()
}

/// The lexicon as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    present: Irregular,
    verbs: Irregular,
    nouns: Irregular,
    adjectives: Irregular,
    adverbs: Irregular,
    pronouns: Irregular,
    determiners: Irregular,
    modals: Irregular,
    others: Irregular,
    endings: Endings,
    seldom: Seldom,
}

/// Words with one use that the tagger's training text has seldom or never, as dictionary forms.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Seldom {
    verbs: FxHashSet<String>,
    both: FxHashSet<String>,
    nouns: FxHashSet<String>,
    adjectives: FxHashSet<String>,
}

/// Dictionary forms with their irregular forms.
type Irregular = BTreeMap<String, Vec<String>>;
/// Endings and what replaces them.
type Ending = FxHashMap<String, String>;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Endings {
    s: Ending,
    verb: Ending,
    adjective: Ending,
}

/// The lexicon as it is asked: from a form to its lemma.
#[derive(Default)]
struct Lemmas {
    present: FxHashMap<String, Sym>,
    verbs: FxHashMap<String, Sym>,
    nouns: FxHashMap<String, Sym>,
    adjectives: FxHashMap<String, Sym>,
    adverbs: FxHashMap<String, Sym>,
    pronouns: FxHashMap<String, Sym>,
    determiners: FxHashMap<String, Sym>,
    modals: FxHashMap<String, Sym>,
    others: FxHashMap<String, Sym>,
    endings: Endings,
    seldom: Seldom,
}

impl From<File> for Lemmas {
    fn from(file: File) -> Lemmas {
        let turn = |list: Irregular| {
            let forms = list.into_iter().map(|(lemma, forms)| (Sym::from(&lemma), forms));
            forms
                .flat_map(|(lemma, forms)| forms.into_iter().map(move |form| (form, lemma.clone())))
                .collect()
        };
        Lemmas {
            present: turn(file.present),
            verbs: turn(file.verbs),
            nouns: turn(file.nouns),
            adjectives: turn(file.adjectives),
            adverbs: turn(file.adverbs),
            pronouns: turn(file.pronouns),
            determiners: turn(file.determiners),
            modals: turn(file.modals),
            others: turn(file.others),
            endings: file.endings,
            seldom: file.seldom,
        }
    }
}

impl Lemmas {
    /// The tags that the lists give a word in lower case, if they have it.
    fn usage(&self, word: &str) -> Option<Tags> {
        const PAST: Tags = Tags::of(&[Tag::Vbd, Tag::Vbn]);
        let is_verb = |tag| {
            let lemma = self.of(word, tag);
            self.seldom.verbs.contains(lemma.as_str())
                || tag == Tag::Vbd && self.seldom.both.contains(lemma.as_str())
        };
        if self.seldom.verbs.contains(word) {
            Some(Tags::of(&[Tag::Vb, Tag::Vbp]))
        } else if self.seldom.nouns.contains(word) {
            Some(Tags::of(&[Tag::Nn]))
        } else if self.nouns.contains_key(word)
            || self.seldom.nouns.contains(self.of(word, Tag::Nns).as_str())
        {
            Some(Tags::of(&[Tag::Nns]))
        } else if self.seldom.adjectives.contains(word) {
            None
        } else if self.verbs.contains_key(word) || word.ends_with("ed") && is_verb(Tag::Vbd) {
            Some(PAST)
        } else if word.ends_with("ing") && is_verb(Tag::Vbg) {
            Some(Tags::of(&[Tag::Vbg]))
        } else if word.ends_with('s') && is_verb(Tag::Vbz) {
            Some(Tags::of(&[Tag::Vbz]))
        } else {
            None
        }
    }

    /// The lemma of a word in lower case.
    fn of(&self, word: &str, tag: Tag) -> Sym {
        let irregular = match tag {
            Tag::Vb | Tag::Vbp => &self.present,
            Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbz => &self.verbs,
            Tag::Nns | Tag::Nnps => &self.nouns,
            Tag::Jjr | Tag::Jjs => &self.adjectives,
            Tag::Rbr | Tag::Rbs => &self.adverbs,
            Tag::Prp => &self.pronouns,
            Tag::Dt => &self.determiners,
            Tag::Md => &self.modals,
            Tag::Rb | Tag::Pos => &self.others,
            _ => return Sym::from(word),
        };
        if let Some(lemma) = irregular.get(word) {
            return lemma.clone();
        }
        match tag {
            Tag::Nns | Tag::Nnps | Tag::Vbz => replaced(word, &self.endings.s),
            Tag::Vbd | Tag::Vbn => {
                stem(word, &["ed"]).and_then(|stem| replaced_or_whole(stem, &self.endings.verb))
            }
            Tag::Vbg => stem(word, &["ing"]).and_then(|stem| replaced_or_whole(stem, &self.endings.verb)),
            Tag::Jjr | Tag::Rbr | Tag::Jjs | Tag::Rbs => {
                stem(word, &["er", "est"]).and_then(|stem| replaced_or_whole(stem, &self.endings.adjective))
            }
            _ => None,
        }
        .unwrap_or_else(|| Sym::from(word))
    }
}

/// What is left without the ending, if that can be a word.
fn stem<'w>(word: &'w str, endings: &[&str]) -> Option<&'w str> {
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending))?;
    let vowel = stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) || !stem.is_ascii();
    (vowel && stem.len() > 1).then_some(stem)
}

fn replaced_or_whole(word: &str, endings: &Ending) -> Option<Sym> {
    Some(replaced(word, endings).unwrap_or_else(|| Sym::from(word)))
}

/// The word with the longest ending that the table has replaced.
fn replaced(word: &str, endings: &Ending) -> Option<Sym> {
    /// No ending is longer.
    const LONGEST: usize = 9;
    let starts = (0..word.len()).filter(|at| word.is_char_boundary(*at));
    let longest = starts.skip_while(|at| at + LONGEST < word.len());
    for at in longest {
        let (before, ending) = word.split_at(at);
        if let Some(other) = endings.get(ending).filter(|other| before.len() + other.len() > 1) {
            // Lemmas are seldom new, so the text is put together on the stack.
            let mut text = smallvec::SmallVec::<[u8; 64]>::from_slice(before.as_bytes());
            text.extend_from_slice(other.as_bytes());
            return std::str::from_utf8(&text).ok().map(Sym::from);
        }
    }
    None
}

#[cfg(test)]
mod tests;
