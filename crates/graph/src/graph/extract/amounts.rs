//! The amounts that an article has, wherever they stand in it.

use super::signature::Passage;
use crate::claim::quantity::{Quantity, Unit};
use crate::graph::Value;

/// Whole numbers up to this meet by chance.
const SMALL: f64 = 12.0;

/// The amounts of an article, ascending.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Amounts(Box<[Amount]>);

/// A number, a sum or a measure, whatever is counted and whatever its unit: of what it is, and its bits in 32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Amount(Of, u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
enum Of {
    Number,
    Money,
    Measure,
}

impl Amount {
    pub(in crate::graph) fn of(value: &Value) -> Option<Amount> {
        let Value::Quantity(quantity) = value else { return None };
        let Quantity { amount, unit, .. } = &**quantity;
        if *amount <= SMALL && amount.fract() == 0.0 {
            return None;
        }
        let of = match unit {
            Unit::None | Unit::Count(_) => Of::Number,
            Unit::Money(_) => Of::Money,
            Unit::Measure(_) => Of::Measure,
            Unit::Percent | Unit::Age | Unit::Pair(_) => return None,
        };
        Some(Amount(of, (*amount as f32).to_bits()))
    }
}

impl Amounts {
    /// Those of some passages.
    pub(super) fn of(passages: &[Passage]) -> Amounts {
        let values = passages.iter().flat_map(|passage| &passage.values);
        let mut amounts: Vec<Amount> = values.filter_map(|signature| Amount::of(&signature.value)).collect();
        amounts.sort_unstable();
        amounts.dedup();
        Amounts(amounts.into())
    }

    pub(in crate::graph) fn has(&self, amount: Amount) -> bool {
        self.0.binary_search(&amount).is_ok()
    }
}
