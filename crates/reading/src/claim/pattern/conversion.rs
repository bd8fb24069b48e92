//! One thing measured twice: "10 metres (33 feet)".

use super::Patterns;
use crate::claim::attribute::{Attribute, AttributeKind, Holder};
use crate::claim::quantity::{Amount, Unit};
use crate::claim::{Argument, Claim};

impl Patterns<'_> {
    /// The two measures of an apposition, if it is of one measure in two units.
    pub(super) fn conversion(&self, number: u32, claim: &Claim) -> Option<[Attribute; 2]> {
        let (subject, said) = (claim.subject.as_ref()?, claim.arguments.first()?);
        let (first, second) = (self.measure_of(subject)?, self.measure_of(said)?);
        if first.quantity.unit == second.quantity.unit {
            return None;
        }
        let at = *subject.phrases.first()?;
        let side = |amount: &Amount| {
            let measure = Attribute::beside(at, AttributeKind::Conversion, &amount.quantity, amount.tokens);
            Attribute { holder: Holder::Passage(at), ..measure.by(number) }
        };
        Some([side(first), side(second)])
    }

    fn measure_of(&self, argument: &Argument) -> Option<&Amount> {
        let amount = self.reading.phrase(*argument.phrases.first()?).amount.as_ref();
        amount.filter(|a| matches!(a.quantity.unit, Unit::Measure(_)))
    }
}
