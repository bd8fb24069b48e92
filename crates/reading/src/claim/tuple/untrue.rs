//! What a sentence takes back of what it tells: what is called untrue, and what happened to nobody.

use super::Lowering;
use crate::article::{Tag, Token};
use crate::claim::Phrase;
use crate::claim::clause::{Clause, Complement};
use crate::lexicon::Sense;

/// What is not so is as good as false.
const TRUE: [&str; 5] = ["true", "correct", "accurate", "right", "case"];

impl Lowering<'_> {
    /// Does the clause call its subject untrue: "is a hoax", "are false"?
    pub(super) fn is_untrue(&self, clause: &Clause) -> bool {
        self.is_called(clause, |lemma| self.lexicon.has(lemma, Sense::Untrue))
    }

    /// Does the clause say that what is told behind it is not so: "It is false that ...", "It is not true that ..."?
    pub(super) fn calls_untrue(&self, clause: &Clause) -> bool {
        let copula = clause.verb.senses.has(Sense::Copula);
        let so = |lemma: &str| TRUE.contains(&lemma);
        match clause.verb.negated {
            true => copula && self.is_called(clause, so),
            false => copula && self.is_untrue(clause),
        }
    }

    /// Does a word behind the verb, on its own or as the head of a phrase, meet a test?
    fn is_called(&self, clause: &Clause, test: impl Fn(&str) -> bool) -> bool {
        clause.complements.iter().any(|complement| {
            let tokens = match complement {
                Complement::Object(n) => n.tokens,
                Complement::Adjective(tokens) => *tokens,
                _ => return false,
            };
            let words = self.article.tokens.get(tokens.range()).unwrap_or(&[]);
            words.iter().any(|t| test(&t.lemma))
        })
    }

    /// "did not arrest Ann Lee *but Dan Lee*", "not on Sunday *but on Monday*": what is denied of one and holds of another
    /// is denied neither way.
    pub(super) fn is_corrected(&self, behind: u32) -> bool {
        /// The correction stands no further away.
        const NEAR: usize = 15;
        let tokens = self.article.tokens.get(behind as usize..).unwrap_or(&[]);
        let ends = |t: &&Token| !matches!(t.tag, Tag::Stop | Tag::Colon);
        let mut rest = tokens.iter().take(NEAR).take_while(ends).skip_while(|t| &*t.lemma != "but");
        let mut correction = rest.by_ref().skip(1).take_while(|t| t.tag != Tag::Comma).peekable();
        correction.peek().is_some() && correction.all(|t| !t.tag.is_verb() && t.tag != Tag::Md)
    }

    /// "zero people": nobody.
    pub(super) fn counts_none(&self, phrase: &Phrase) -> bool {
        let first = self.article.tokens.get(phrase.tokens.start as usize);
        let none = |lemma: &str| {
            let entry = self.lexicon.look_up(lemma);
            entry.senses.has(Sense::Cardinal) && entry.number == 0.0
        };
        phrase.head == phrase.tokens.start + 1 && first.is_some_and(|t| none(&t.lemma))
    }
}

#[cfg(test)]
mod tests;
