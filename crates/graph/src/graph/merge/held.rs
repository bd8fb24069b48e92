//! Propositions with the sentences that hold them, as they are compared.

use std::sync::Arc;

use super::people::Person;
use super::wording::written;
use crate::graph::extract::{Lemma, Proposition, Utterance};
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

/// Are the words among others, both ascending?
pub(super) fn is_subset(words: &[Lemma], others: &[Lemma]) -> bool {
    words.iter().all(|word| others.binary_search(word).is_ok())
}
