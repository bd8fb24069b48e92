//! Fields that hold one of a few words, and what those words are.

use std::ops::Range;

use super::mistake::{Mistake, Problems};
use crate::article::Tag;
use crate::article::lemma::lemma;
use crate::claim::{Modality, Polarity};
use crate::graph::{Field, role};
use crate::hint::{hint, nearest};
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

/// More words than this are not listed in a message.
const MOST_LISTED: usize = 12;

/// The words that a field can hold; none if it can hold any.
pub fn words(field: Field, lexicon: &Lexicon) -> Option<Vec<&str>> {
    match field {
        Field::Class => Some(lexicon.classes().iter().map(|class| class.name.as_str()).collect()),
        Field::Role => Some(role::roles(lexicon)),
        Field::Polarity => Some(Polarity::ALL.map(Polarity::name).to_vec()),
        Field::Modality => Some(Modality::ALL.map(Modality::name).to_vec()),
        _ => None,
    }
}

/// Notes a word that the field never holds.
pub fn check(field: Field, word: &str, at: Range<usize>, lexicon: &Lexicon, problems: &mut Problems<'_>) {
    let Some(words) = words(field, lexicon).filter(|words| !words.contains(&word)) else { return };
    let noun = match field {
        Field::Class => "event class",
        field => field.name(),
    };
    let message = format!("unknown {noun} `{word}`");
    problems.add(Mistake::UnknownWord, at, message, &format!("no statement has this {noun}"));
    let few = words.len() <= MOST_LISTED;
    if let Some(meant) = meant(field, word, lexicon) {
        return problems.help(format!("what \"{word}\" tells of is `{meant}`"));
    }
    problems.help(match nearest(word, words.iter().copied()) {
        None if !few => "`gainsay rules schema` lists them all".to_string(),
        _ => hint(word, &words),
    });
}

/// The class of the event that a word names in articles, or the role that counts whom it happens to: who does not
/// know what a class is called writes the word.
fn meant<'l>(field: Field, word: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let forms = [Tag::Nn, Tag::Nns, Tag::Vbd, Tag::Vbz, Tag::Vbg].map(|tag| lemma(word, tag));
    let class_of = |form: &Sym| {
        let entry = lexicon.entry(form)?;
        entry.noun.or(entry.state).or(entry.verb.map(|(class, _)| class))
    };
    let class = lexicon.class(forms.iter().find_map(class_of)?);
    match field {
        Field::Class => Some(&class.name),
        Field::Role => class.counts.as_deref(),
        _ => None,
    }
}
