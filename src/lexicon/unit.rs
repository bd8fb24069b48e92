//! Units of measure and money.

use super::Lexicon;
use crate::symbol::Sym;

/// A unit, as an index into the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId(pub u16);

/// A unit of measure or a currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Its short name ("km"), or the ISO 4217 code of a currency.
    pub name: Sym,
    /// Several of it: "miles", "km".
    pub many: Sym,
    /// What it measures ("length"); "money" for a currency.
    pub dimension: Sym,
    /// How many of the dimension's base unit make one.
    pub factor: f64,
    /// Added after multiplying (temperatures).
    pub offset: f64,
    /// Does the word name units of different size (ton)?
    pub ambiguous: bool,
}

impl Lexicon {
    /// A unit by its number.
    pub fn unit(&self, id: UnitId) -> &Measure {
        &self.units[id.0 as usize]
    }

    /// A unit by its name.
    pub fn unit_named(&self, name: &str) -> Option<UnitId> {
        self.units.iter().position(|u| u.name == name).map(|i| UnitId(i as u16))
    }
}
