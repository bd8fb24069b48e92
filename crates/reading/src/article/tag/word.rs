//! What the tagger knows of a word before it looks at the context.

use super::Tag;
use super::Tags;
use super::model::Model;
use super::normal::Normal;
use super::shape::{self, mix};
use crate::article::lemma;
use crate::lexicon::wordnet::{Part, WordNet};
use crate::lexicon::{Lexicon, Sense};

/// What is known of a word before its context is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Word {
    /// Hash of the normal form: lower case, digits as zeros, straight apostrophes, no spaces.
    pub(super) hash: u64,
    /// The hash, if the word is frequent; for others the hash of the ending.
    pub(super) kin: u64,
    /// The tags it often has, hashed; for unknown words, those of its ending.
    pub(super) class: u64,
    /// The last eight bytes of the normal form, the last in the lowest byte.
    tail: u64,
    /// The first eight bytes of the normal form, the first in the highest byte.
    head: u64,
    /// The tags it may have.
    allowed: Tags,
    /// How it is written, see [`shape`].
    pub(super) shape: u8,
    /// Is it so rare that its form says more than itself?
    pub(super) rare: bool,
    /// Does it name people by their kind, if the capital is that of a beginning ("Robbers", "Gunmen")?
    pub(super) people: bool,
}

/// The tags that a word which nobody knows may have: function words are all known.
const UNKNOWN: Tags = {
    use Tag::{Cd, Jj, Jjr, Jjs, Nn, Nnp, Nnps, Nns, Rb, Rbr, Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz};
    Tags::of(&[Nnp, Nnps, Nn, Nns, Jj, Jjr, Jjs, Rb, Rbr, Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz, Cd])
};
/// Nor is one that begins with a capital a number ("AK-47").
const UNKNOWN_MODEL: Tags = {
    use Tag::{Jj, Nn, Nnp, Nnps, Nns};
    Tags::of(&[Nnp, Nnps, Nn, Nns, Jj])
};
/// A capital makes a name of it, or a noun, adjective or participle at the head of a sentence.
const UNKNOWN_CAPITAL: Tags = {
    use Tag::{Jj, Nn, Nnp, Nnps, Nns, Vbg, Vbn};
    Tags::of(&[Nnp, Nnps, Nn, Nns, Jj, Vbg, Vbn])
};
/// A word with digits in it is no verb and no adverb ("magnitude-5.9", "Q3-2024").
const UNKNOWN_NUMBER: Tags = {
    use Tag::{Cd, Jj, Nn, Nnp, Nnps, Nns};
    Tags::of(&[Nnp, Nnps, Nn, Nns, Jj, Cd])
};
/// What ends in a single "s".
const PLURALS: Tags = Tags::of(&[Tag::Nns, Tag::Nnps, Tag::Vbz]);
/// Names.
const NAMES: Tags = Tags::of(&[Tag::Nnp, Tag::Nnps]);

impl Word {
    /// Looks a word up. `known` is its tag where that is certain.
    pub fn new(text: &str, known: Option<Tag>, model: &Model) -> Word {
        let mut word = Word::of(text);
        if let Some(tag) = known {
            word.allowed = Tags::of(&[tag]);
            word.kin = word.hash;
            word.class = class(word.allowed);
            return word;
        }
        let capital = word.shape & shape::CAPITAL != 0;
        let unknown = match (word.shape & shape::DIGIT != 0, capital) {
            (true, true) => UNKNOWN_MODEL,
            (true, false) => UNKNOWN_NUMBER,
            (false, true) => UNKNOWN_CAPITAL,
            (false, false) => UNKNOWN,
        };
        let usage = model.usage(word.entry()).unwrap_or_default();
        word.rare = usage.rare || usage.allowed.is_empty();
        word.kin = if word.rare { mix(102, word.suffix(3), u64::from(word.shape)) } else { word.hash };
        word.allowed = if word.rare { usage.allowed.or(unknown).and(Tags::OPEN) } else { usage.allowed };
        match word.rare.then(|| lemma::usage(text)).flatten() {
            Some(listed) if capital => word.allowed = word.allowed.or(listed),
            Some(listed) => word.allowed = listed,
            None if word.rare && !capital => {
                word.allowed = word.allowed.without(impossible(text)).unless_empty(word.allowed);
            }
            None => {}
        }
        // "distress"
        if word.rare && word.suffix(2) == 0x7373 {
            word.allowed = word.allowed.without(PLURALS).unless_empty(word.allowed);
        }
        if !capital {
            word.allowed = word.allowed.without(NAMES).unless_empty(word.allowed);
        }
        word.class = class(if usage.common.is_empty() { word.guessed(model) } else { usage.common });
        word
    }

    /// Is it the plural of a noun for persons, with a capital?
    pub(super) fn names_people(&self, text: &str, lexicon: &Lexicon) -> bool {
        let plural = self.is_capital() && (text.ends_with('s') || text.ends_with("men"));
        plural && lexicon.has(&lemma::lemma(text, Tag::Nns), Sense::Person)
    }

    /// What can be said of a word without a model.
    pub(super) fn of(text: &str) -> Word {
        let normal = Normal::of(text);
        let (hash, head, tail) = (normal.hash(), normal.head(), normal.tail());
        Word { hash, head, tail, shape: normal.shape, ..Word::default() }
    }

    /// The tags that rare words with the same ending have.
    fn guessed(&self, model: &Model) -> Tags {
        self.endings().into_iter().find_map(|ending| model.usage(ending)).unwrap_or_default().common
    }

    /// Entries of the word's endings in the dictionary of the model, the longest first.
    pub fn endings(&self) -> [u64; 3] {
        let capital = u64::from(self.shape & shape::CAPITAL);
        [4, 3, 2].map(|n| mix(101, self.suffix(n), capital << 8 | u64::from(n)))
    }

    /// The word's entry in the dictionary of the model.
    pub fn entry(&self) -> u64 {
        mix(100, self.hash, 0)
    }

    /// Does it start with a capital?
    pub fn is_capital(&self) -> bool {
        self.shape & shape::CAPITAL != 0
    }

    /// The tags it may have inside a sentence that is written as usual (`prose`), or elsewhere. Inside a
    /// sentence a capital makes a name of what can be one.
    pub fn allowed(&self, prose: bool) -> Tags {
        const COMMON: Tags = Tags::of(&[Tag::Nn, Tag::Nns, Tag::Vbg, Tag::Vbn]);
        let may_be_name = !self.allowed.and(NAMES.or(Tags::of(&[Tag::Nn]))).is_empty();
        if prose && self.is_capital() && may_be_name {
            self.allowed.or(Tags::of(&[Tag::Nnp])).without(COMMON)
        } else {
            self.allowed
        }
    }

    /// Is it this word of small letters, as far as its first and its last eight tell?
    #[inline]
    pub(super) fn is(&self, text: &str) -> bool {
        self.tail == last_eight(text) && text.get(..8).is_none_or(|first| self.head == last_eight(first))
    }

    /// Does it end in these eight small letters, whatever stands before them?
    pub(super) fn ends_in(&self, end: &str) -> bool {
        self.tail == last_eight(end)
    }

    /// "al-Halabi", "el-Sayed", "ibn-Saud": a small particle joined to a name.
    pub(super) fn is_particled(&self) -> bool {
        let inner =
            self.shape & (shape::INNER | shape::HYPHEN | shape::CAPITAL) == shape::INNER | shape::HYPHEN;
        let starts = |particle: &str| {
            let bytes = particle.bytes().fold(0, |head, byte| head << 8 | u64::from(byte));
            self.prefix(particle.len() as u32) == bytes
        };
        inner
            && ["al-", "el-", "ul-", "ad-", "as-", "ar-", "at-", "an-", "az-", "ibn-", "bin-"]
                .iter()
                .any(|p| starts(p))
    }

    /// "AK-47": capitals and digits, and no small letters.
    pub(super) fn is_model(&self) -> bool {
        self.is_capital() && self.shape & (shape::DIGIT | shape::SMALL) == shape::DIGIT
    }

    /// "IS": capitals only, and several.
    pub(super) fn is_initials(&self) -> bool {
        self.shape & (shape::INNER | shape::SMALL | shape::DIGIT) == shape::INNER
    }

    /// Has it four digits and nothing else? Digits are all zeros in the normal form.
    pub(super) fn is_year(&self) -> bool {
        self.is("0000")
    }

    /// Does it end in "ed" and have no hyphen?
    pub(super) fn is_past(&self) -> bool {
        self.suffix(2) == 0x6564 && self.shape & shape::HYPHEN == 0
    }

    /// Does it end in "ly", as most adverbs do?
    pub(super) fn is_manner(&self) -> bool {
        self.suffix(2) == 0x6c79
    }

    /// Does it end in "ing", behind two letters at least?
    pub(super) fn is_progressive(&self) -> bool {
        self.suffix(3) == 0x69_6e67 && self.is_long()
    }

    /// May it have a tag, for all that is known?
    pub(super) fn allows(&self, tag: Tag) -> bool {
        self.allowed.has(tag)
    }

    /// Is it known to have a tag, too?
    pub(super) fn may_be(&self, tag: Tag) -> bool {
        self.allowed.has(tag) && (!self.rare || self.is_capital())
    }

    /// Has it letters, and five bytes or more?
    pub(super) fn is_long(&self) -> bool {
        self.tail >> 32 != 0 && self.shape & (shape::CAPITAL | shape::SMALL) != 0
    }

    /// The last `n` bytes of the normal form.
    pub(super) fn suffix(&self, n: u32) -> u64 {
        self.tail & ((1 << (8 * n)) - 1)
    }

    /// The first `n` bytes of the normal form.
    pub(super) fn prefix(&self, n: u32) -> u64 {
        self.head >> (64 - 8 * n)
    }
}

/// The tags that a word cannot have by WordNet: those of verbs if it knows a noun only ("magistrates"), of nouns if it knows no
/// such noun ("loyal"), of the singular if it knows a plural only.
fn impossible(text: &str) -> Tags {
    let known = |lemma: &str, part: Part| WordNet::built_in().is_part(lemma, part) == Some(true);
    let is = |tag: Tag, part: Part| known(&lemma::lemma(text, tag), part);
    if text.ends_with('s') && !known(text, Part::Noun) {
        return match (is(Tag::Nns, Part::Noun), is(Tag::Vbz, Part::Verb)) {
            (true, false) => Tags::of(&[Tag::Vbz, Tag::Vb, Tag::Vbp, Tag::Nn]),
            (true, true) => Tags::of(&[Tag::Vb, Tag::Vbp, Tag::Nn]),
            (false, true) => Tags::of(&[Tag::Nns, Tag::Nn]),
            (false, false) => Tags::NONE,
        };
    }
    match (is(Tag::Nn, Part::Noun), is(Tag::Vb, Part::Verb) || is(Tag::Vbz, Part::Verb)) {
        (true, false) => Tags::of(&[Tag::Vbz, Tag::Vb, Tag::Vbp]),
        (false, true) => Tags::of(&[Tag::Nns, Tag::Nn]),
        (false, false) if is(Tag::Jj, Part::Adjective) => Tags::of(&[Tag::Nn, Tag::Vb, Tag::Vbp]),
        _ => Tags::NONE,
    }
}

/// Stands for a set of tags in features.
fn class(common: Tags) -> u64 {
    mix(103, common.bits(), 0)
}

/// The last eight bytes of a text, the last in the lowest byte.
fn last_eight(text: &str) -> u64 {
    text.bytes().fold(0, |all, byte| all << 8 | u64::from(byte))
}
