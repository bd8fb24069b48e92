//! Amounts: how many, how much, within which bounds.

use crate::Sym;

/// An amount with its bounds, its unit and what is counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The amount as stated, or the middle of a range; in `unit`.
    pub amount: f64,
    /// How far the words commit themselves.
    pub bound: Bound,
    /// What it is measured in.
    pub unit: Unit,
}

/// How far the words commit themselves to an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// "five"
    Exactly,
    /// "about 20", "some 200", "nearly 300" — and round figures, by how reporters round.
    About,
    /// "at least five", "more than 100"
    AtLeast,
    /// "up to 40", "fewer than 10"
    AtMost,
    /// "between 5 and 7", "dozens": from low to high, both included.
    Range(f64, f64),
}

/// What an amount is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Countable things, by the noun that names them ("people", "rifles"), as a lemma.
    Count(Sym),
    /// A physical unit, by its name in the lexicon ("km"), with which it can be converted.
    Measure(Sym),
    /// Money, by ISO 4217 code.
    Money(Sym),
    /// Per cent of something.
    Percent,
    /// Years of age.
    Age,
    /// A bare number.
    None,
}
