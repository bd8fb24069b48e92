//! Headlines: verbs in the present tense that look like plural nouns.

use super::{FINITE, Mending, NOUNS, OBJECTS};
use crate::article::tag::{Tag, Tags};

impl Mending<'_> {
    /// "Storm *hits* coast", "31 killed as quake *hits* coast": a line without a verb and without a full stop wants one.
    pub(super) fn headline(&mut self) {
        if self.tags.last() == Some(&Tag::Stop) || self.tags.iter().any(|tag| FINITE.has(*tag)) {
            return;
        }
        let participle = self.tags.iter().position(|tag| *tag == Tag::Vbn);
        let second = (participle.unwrap_or(0)..self.words.len()).find(|at| {
            participle.is_none() || ["as", "after", "when", "while"].iter().any(|word| self.word(*at, word))
        });
        let object = NOUNS.or(OBJECTS).or(Tags::of(&[Tag::Jj]));
        let plural = Tags::of(&[Tag::Nns, Tag::Nnps]);
        let subject = Tags::of(&[Tag::Nn, Tag::Nnp]);
        let fits = |at: &usize| {
            self.is(*at, plural)
                && self.before(*at, 1, subject)
                && self.is(at + 1, object)
                && self.may_be(*at, Tag::Vbz)
        };
        let verb = second.and_then(|from| (from..self.words.len()).find(fits));
        if let Some(slot) = verb.and_then(|at| self.tags.get_mut(at)) {
            *slot = Tag::Vbz;
            return;
        }
        // "Airline *files* for bankruptcy, *cuts* jobs": two verbs of one subject.
        let second = |at: &usize| {
            self.is(*at, plural)
                && self.before(*at, 1, Tags::of(&[Tag::Comma]))
                && self.is(at + 1, object)
                && self.may_be(*at, Tag::Vbz)
        };
        let first = |at: &usize| {
            self.is(*at, plural)
                && self.before(*at, 1, Tags::of(&[Tag::Nnp, Tag::Nnps]))
                && self.is(at + 1, Tags::of(&[Tag::In]))
        };
        let first = (1..self.words.len()).find(first);
        let second = first.and_then(|from| (from + 2..self.words.len()).find(second));
        for at in first.filter(|_| second.is_some()).into_iter().chain(second) {
            if let Some(slot) = self.tags.get_mut(at) {
                *slot = Tag::Vbz;
            }
        }
    }
}
