//! What one article states: for each claim what it says of its event, for each attribute its slot.

use super::assertion::{Assertion, Content, Owner, Qualifier};
use super::extractor::Extractor;
use crate::article::Tokens;
use crate::claim::Claim;
use crate::claim::time::When;
use crate::graph::{Value, role};
use crate::source::Span;
use crate::symbol::Sym;

/// Collects what one article states.
pub(super) struct Assertions<'g, 'a> {
    pub(super) extractor: &'g Extractor<'a>,
    pub(super) statements: Vec<Assertion>,
    /// When it was, of statements about no event.
    pub(super) times: Vec<(Span, When)>,
}

impl Assertions<'_, '_> {
    /// That the event of a claim happened, when and where: the claim's number, and that of its mention.
    pub(super) fn event(&mut self, number: u32, claim: &Claim, mention: u32) {
        let words = self.extractor.words(claim);
        let owner = Owner::Mention(mention);
        self.add(owner, role::EVENT, None, Content::Happened, words, Some(number));
        if let Some(time) = claim.time.map(|t| self.extractor.reading.time(t)) {
            let words = near(claim.predicate.tokens, time.tokens);
            self.add(owner, role::WHEN, None, Value::from(time.when), words, Some(number));
        }
        for argument in claim.arguments.iter().filter(|a| a.role.is_place()) {
            for place in argument.phrases.iter().flat_map(|phrase| self.extractor.entities_of(*phrase)) {
                let words = near(claim.predicate.tokens, argument.tokens);
                self.add(owner, role::WHERE, None, Content::Referent(place), words, Some(number));
            }
        }
    }

    /// A statement, by a claim or by words alone.
    pub(super) fn add(
        &mut self,
        owner: Owner,
        role: &str,
        qualifier: Option<Qualifier>,
        content: impl Into<Content>,
        tokens: Tokens,
        claim: Option<u32>,
    ) {
        let locus = self.extractor.locus(tokens, claim);
        let (role, content) = (Sym::from(role), content.into());
        self.statements.push(Assertion { owner, role, qualifier, content, locus });
    }
}

/// Two stretches as one if they stand near each other, else the first.
fn near(first: Tokens, second: Tokens) -> Tokens {
    let both = first.to(second);
    if both.len() <= 16 { both } else { first }
}
