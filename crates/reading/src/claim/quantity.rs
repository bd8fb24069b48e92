//! Amounts: how many, how much, within which bounds.

use crate::article::Tokens;
use crate::lexicon::{Lexicon, UnitId};
use crate::symbol::Sym;

mod grammar;
mod grouping;
mod joined;
pub(in crate::claim) mod number;
mod parts;
mod telephone;

pub use grammar::{amount, score};
pub(super) use grammar::{bound_of, hedge, opens_amount, trailing_hedge};
pub use grouping::digits;
pub use joined::joined_amount;
pub use number::{number, ordinal};

/// An amount with its bounds and its unit.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Quantity {
    /// The amount as stated, or the middle of a range; in `unit`.
    pub amount: f64,
    /// How far the words commit themselves.
    pub bound: Bound,
    /// What it is measured in.
    pub unit: Unit,
}

impl Quantity {
    /// So much and no more.
    pub(super) fn exactly(amount: f64, unit: Unit) -> Quantity {
        Quantity { amount, bound: Bound::Exactly, unit }
    }

    /// At least so much, of what is exactly so much.
    pub fn at_least(&self) -> Option<Quantity> {
        (self.bound == Bound::Exactly).then(|| Quantity { bound: Bound::AtLeast, ..self.clone() })
    }
}

/// How far the words commit themselves to an amount.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Bound {
    /// "five"
    Exactly,
    /// "about 20", "some 200"
    About,
    /// "nearly 300": a little less.
    Nearly,
    /// "at least five"
    AtLeast,
    /// "more than 100": not 100 itself.
    MoreThan,
    /// "up to 40", "fewer than 10"
    AtMost,
    /// "between 5 and 7", "dozens": from low to high, both included.
    Range(f64, f64),
}

/// What an amount is measured in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// Countable things, by the noun that names them ("person", "rifle"), as a lemma.
    Count(Sym),
    /// A physical unit, by its name in the lexicon ("km"), with which it can be converted.
    Measure(Sym),
    /// Money, by ISO 4217 code.
    Money(Sym),
    /// Per cent of something.
    Percent,
    /// Years of age.
    Age,
    /// Two numbers side by side: a score ("3-1") or a record ("52-3"); the second number in the pair.
    Pair(u32),
    /// A bare number.
    None,
}

impl Unit {
    /// A unit of the lexicon: money or a measure.
    fn of(id: UnitId, lexicon: &Lexicon) -> Unit {
        let measure = lexicon.unit(id);
        let kind = if measure.dimension == "money" { Unit::Money } else { Unit::Measure };
        kind(measure.name.clone())
    }

    /// The noun that is counted.
    pub fn counted(&self) -> Option<&Sym> {
        if let Unit::Count(noun) = self { Some(noun) } else { None }
    }
}

/// An amount in an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Its words, hedge and unit included.
    pub tokens: Tokens,
    /// What they mean.
    pub quantity: Quantity,
}

#[cfg(test)]
mod tests;
