//! Propositions with the sentences that hold them, as they are compared, and under what they are found.

use std::sync::Arc;

use super::people::Person;
use super::wording::written;
use crate::graph::extract::{Filler, Lemma, Proposition, Utterance};
use crate::source::Span;

/// A proposition with its sentence.
pub(super) struct Held<'a> {
    pub(super) article: u32,
    pub(super) words: &'a [Lemma],
    pub(super) proposition: &'a Proposition<Person>,
}

/// The propositions of an article.
pub(super) fn held(article: u32, utterances: &[Utterance<Person>]) -> Vec<Held<'_>> {
    let mut held = Vec::new();
    for Utterance { words, propositions } in utterances {
        held.extend(propositions.iter().map(|proposition| Held { article, words, proposition }));
    }
    held
}

impl Held<'_> {
    /// Where it stands.
    pub(super) fn place(&self) -> (u32, Span) {
        (self.article, self.proposition.locus.extent.span)
    }

    /// Its words.
    pub(super) fn text<'t>(&self, texts: &'t [Arc<str>]) -> &'t str {
        written(texts, self.article, self.proposition.locus.extent)
    }
}

/// Under what a proposition is found: a predicate, with a word beside it or one whom it means.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Key {
    Word(Lemma, Lemma),
    Who(Lemma, Person),
    Alone(Lemma),
}

/// The keys of a predicate with what fills a place beside it.
pub(super) fn keys(filler: &Filler<Person>, predicate: Lemma) -> impl Iterator<Item = Key> + '_ {
    let words = filler.words.iter().map(move |word| Key::Word(predicate, *word));
    words.chain(filler.who.map(|who| Key::Who(predicate, who)))
}

/// Are the words among others, both ascending?
pub(super) fn is_subset(words: &[Lemma], others: &[Lemma]) -> bool {
    words.iter().all(|word| others.binary_search(word).is_ok())
}
