//! Sentences in which no verb shows tense: what looks like a participle, an adjective or a plural is one.

use super::{FINITE, Mending, NOUNS, OBJECTS};
use crate::article::tag::word::Word;
use crate::article::tag::{Tag, Tags};

/// A sentence of fewer words may well have no verb.
const SHORTEST: usize = 5;

impl Mending<'_> {
    /// "The jury *convicted* the baker.", "The device *features* a camera.": a sentence that ends in a full stop wants a verb.
    pub(super) fn verbless(&mut self) {
        let complete = self.words.len() >= SHORTEST && self.tags.last() == Some(&Tag::Stop);
        // "The blast that *killed* nine shocked the town": the verb of a relative clause is not the sentence's.
        let relative = |at: usize| self.before(at, 1, Tags::of(&[Tag::Wdt, Tag::Wp]));
        let main = |at: usize| self.is(at, FINITE) && !relative(at);
        if !complete || (0..self.words.len()).any(main) {
            return;
        }
        let all = || 1..self.words.len();
        let object = |at: &usize| self.is(at + 1, OBJECTS.or(NOUNS).or(Tags::of(&[Tag::Jj, Tag::To])));
        let found = all()
            .find(|at| self.is_past_of(*at) && object(at))
            .or_else(|| all().find(|at| self.is_plain_past(*at)))
            .or_else(|| all().rev().find(|at| self.is_past_of(*at) && !self.word(at + 1, "by")))
            .map(|at| (at, Tag::Vbd))
            .or_else(|| all().find(|at| self.is_present_of(*at) && object(at)).map(|at| (at, Tag::Vbz)))
            .or_else(|| all().find(|at| self.is_plain(*at)).map(|at| (at, Tag::Vbp)));
        if let Some((at, tag)) = found
            && let Some(slot) = self.tags.get_mut(at)
        {
            *slot = tag;
            self.finite = true;
        }
    }

    /// The place of the word before another, adverbs aside.
    fn subject_of(&self, at: usize) -> Option<usize> {
        let adverb = |at: usize| self.is(at, Tags::of(&[Tag::Rb]));
        (0..at).rev().find(|at| !adverb(*at))
    }

    /// A participle, or what looks like one, right behind a noun.
    fn is_past_of(&self, at: usize) -> bool {
        let participle = self.is(at, Tags::of(&[Tag::Vbn]))
            || self.is(at, Tags::of(&[Tag::Jj])) && self.words.get(at).is_some_and(Word::is_past);
        let subject = NOUNS.or(Tags::of(&[Tag::Prp]));
        // "ten people -- among them a child -- *died*"
        let dash = |at: &usize| self.is(*at, Tags::of(&[Tag::Colon]));
        let behind = |at: usize| self.is(at, subject) || dash(&at) && (0..at).any(|at| dash(&at));
        participle && self.subject_of(at).is_some_and(behind)
    }

    /// "The team *beat* Lyon": a past tense that looks like a noun, between a noun and a name or a determiner.
    fn is_plain_past(&self, at: usize) -> bool {
        let object = OBJECTS.or(Tags::of(&[Tag::Nnp]));
        let verb = self.may_be(at, Tag::Vbd) || self.word(at, "beat");
        let noun = self.is(at, Tags::of(&[Tag::Nn])) && verb;
        noun && self.before(at, 1, NOUNS) && self.is(at + 1, object)
    }

    /// A plural that may be a verb, right behind one thing.
    fn is_present_of(&self, at: usize) -> bool {
        let one = Tags::of(&[Tag::Nn, Tag::Nnp]);
        // "This *releases* water.", "That *amounts* to a loss."
        let pointing = at == 1 && (self.word(0, "this") || self.word(0, "that"));
        self.is(at, Tags::of(&[Tag::Nns]))
            && self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz))
            && (pointing || self.subject_of(at).is_some_and(|at| self.is(at, one)))
    }

    /// A base form right behind several.
    fn is_plain(&self, at: usize) -> bool {
        let several = Tags::of(&[Tag::Nns, Tag::Nnps]);
        self.is(at, Tags::of(&[Tag::Vb])) && self.subject_of(at).is_some_and(|at| self.is(at, several))
    }
}
