//! How far, how much, how long: "fell 200 feet", "stole jewels worth $5 million", "sentenced to four years".

use super::{Patterns, near};
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, Qualifier};
use crate::claim::quantity::{Amount, Unit};
use crate::claim::{ArgumentRole, Claim, Polarity};
use crate::symbol::Sym;

/// The event whose length is that of its punishment, and what that is called.
const SENTENCE: &str = "sentence";
const TERM: &str = "term";
/// What an amount of money measures.
const MONEY: &str = "money";

impl Patterns<'_> {
    /// A measure of the event of a claim. Where the subject names the event ("the quake struck 20 miles away"), the
    /// verb measures something else.
    pub(super) fn extent(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let class = self.lexicon.class(claim.predicate.class?);
        if class.name == SENTENCE {
            return self.term(number, claim);
        }
        let amount = self.measured(claim)?;
        let dimension = match &amount.quantity.unit {
            Unit::Measure(unit) => Sym::from(self.lexicon.dimension(unit)),
            _ => Sym::new_static(MONEY),
        };
        let words = near(amount.tokens, claim.predicate.tokens);
        let (kind, of) = (AttributeKind::Extent, Qualifier::word(dimension));
        Some(Attribute::of_event(number, kind, of, &amount.quantity, words))
    }

    /// "sentenced to *four years* in prison", "jailed for *four years*", "a *four-year* jail term".
    fn term(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let reading = self.reading;
        let ends = claim.arguments.iter().map(|a| a.tokens).fold(claim.predicate.tokens, Tokens::to);
        let from = reading.times.partition_point(|time| time.tokens.end <= claim.predicate.tokens.start);
        let within = reading.times.get(from..)?.iter().take_while(|time| time.tokens.start < ends.end);
        let mut lengths = within.filter_map(|time| Some((time.tokens, time.length.as_ref()?)));
        let (tokens, length) = lengths.next().filter(|_| claim.polarity == Polarity::Affirmed)?;
        let words = near(tokens, claim.predicate.tokens);
        let of = Qualifier::word(Sym::new_static(TERM));
        Some(Attribute::of_event(number, AttributeKind::Extent, of, length, words))
    }

    /// The first amount of its object that a claim states; a second one in brackets converts it.
    fn measured(&self, claim: &Claim) -> Option<&Amount> {
        let holds = |role: &ArgumentRole| *role == ArgumentRole::Object || role.is_behind("with");
        let mut objects = claim.arguments.iter().filter(|a| holds(&a.role));
        let phrases = &self.reading.phrases;
        objects.find_map(|object| {
            let from = phrases.partition_point(|p| p.tokens.start < object.tokens.start);
            let within = phrases[from..].iter().take_while(|p| p.tokens.end <= object.tokens.end);
            let mut amounts = within.filter_map(|p| p.amount.as_ref());
            amounts.find(|a| matches!(a.quantity.unit, Unit::Measure(_) | Unit::Money(_)))
        })
    }
}
