//! The words of an article as propositions compare them: each looked up once.

use std::cell::RefCell;

use smallvec::SmallVec;

use crate::article::family::family;
use crate::article::memo::Memo;
use crate::article::{Tag, Token, Tokens};
use crate::claim::wording::tells_of;
use crate::graph::extract::extractor::Extractor;
use crate::graph::extract::lemma::Lemma;
use crate::lexicon::{Lexicon, PlaceId, Sense, Senses};

/// The words of an article.
pub(super) struct Words(Vec<Word>);

/// What there is to know of a word.
#[derive(Clone, Copy)]
pub(super) struct Word {
    /// The family of a word with a meaning of its own; of a people, that of its country.
    pub(super) family: Option<Lemma>,
    /// The classes of words to which it belongs.
    pub(super) senses: Senses,
    /// Does it put what it stands before at the end of a row: "tallest"?
    pub(super) superlative: bool,
    /// Is it an adjective or adverb that tells no thing from others by a name or a number?
    pub(super) light: bool,
}

impl Words {
    /// Those of an article.
    pub(super) fn of(extractor: &Extractor<'_>) -> Words {
        Words(extractor.article.tokens.iter().map(|token| word(extractor, token)).collect())
    }

    /// Some of them.
    pub(super) fn among(&self, tokens: Tokens) -> &[Word] {
        self.0.get(tokens.range()).unwrap_or_default()
    }

    /// One of them.
    pub(super) fn at(&self, token: u32) -> Option<Word> {
        self.0.get(token as usize).copied()
    }

    /// The families of some of them, ascending.
    pub(super) fn families<A: smallvec::Array<Item = Lemma>>(&self, tokens: Tokens) -> SmallVec<A> {
        sorted(self.among(tokens).iter().filter_map(|word| word.family))
    }
}

/// Families in order, each once.
pub(super) fn sorted<A: smallvec::Array<Item = Lemma>>(families: impl Iterator<Item = Lemma>) -> SmallVec<A> {
    let mut found: SmallVec<A> = families.collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn word(extractor: &Extractor<'_>, token: &Token) -> Word {
    /// Such an adjective tells one of a row, or one that is not quite what it is called.
    const TELLING: Senses = Senses::of(&[Sense::Ordinal, Sense::Cardinal, Sense::Shade]);
    let lexicon = extractor.lexicon;
    let senses = lexicon.look_up(&token.lemma).senses;
    let written = extractor.article.word(token);
    let people = if written.starts_with(char::is_uppercase) { people(written, lexicon) } else { None };
    // Beside a number there is no telling "%" from "percent".
    let tells = tells_of(token, lexicon) && !senses.has(Sense::Negator) && !senses.has(Sense::Unit);
    let family = tells.then(|| match people {
        Some(place) => family_of(&lexicon.place(place).name),
        None => family_of(lexicon.usual_word(&token.lemma)),
    });
    let colours = matches!(token.tag, Tag::Jj | Tag::Rb);
    let light = colours && !senses.meets(TELLING) && people.is_none();
    Word { family, senses, superlative: token.tag == Tag::Jjs, light }
}

/// The country of a people, or of an abbreviation ("US").
fn people(written: &str, lexicon: &Lexicon) -> Option<PlaceId> {
    let country = |place: &PlaceId| lexicon.country(*place) == Some(*place);
    let short = written.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    let named = || lexicon.likeliest_place(written).filter(country);
    lexicon.demonym(written).or_else(|| short.then(named).flatten())
}

/// The family of a dictionary form.
pub(in crate::graph) fn family_of(lemma: &str) -> Lemma {
    thread_local! { static KNOWN: RefCell<Memo<Lemma, 2048>> = const { RefCell::new(Memo::new()) } }
    KNOWN.with_borrow_mut(|known| known.of(lemma, 0, || find_family(lemma)))
}

fn find_family(lemma: &str) -> Lemma {
    let plain = |c: char| c.is_ascii_lowercase() || (!c.is_ascii() && !c.is_uppercase());
    match lemma.chars().all(plain) {
        true => Lemma::of(family(lemma)),
        false => Lemma::of(family(&lemma.to_lowercase().replace('.', ""))),
    }
}
