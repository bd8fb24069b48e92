//! Units of measure and money.

use super::Lexicon;
use crate::symbol::Sym;

/// What miles and metres measure.
pub const LENGTH: &str = "length";
/// What the numbers of a scale for quakes measure.
pub const MAGNITUDE: &str = "magnitude";

/// A unit, as an index into the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId(pub u16);

/// What durations measure.
const TIME: &str = "time";

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

impl Measure {
    /// Is it a unit of time?
    pub fn is_of_time(&self) -> bool {
        self.dimension == TIME
    }
}

impl Lexicon {
    /// A unit by its number.
    pub fn unit(&self, id: UnitId) -> &Measure {
        &self.units[id.0 as usize]
    }

    /// What a unit measures ("length"); a unit that is not listed measures itself.
    pub fn dimension<'a>(&'a self, unit: &'a str) -> &'a str {
        self.unit_named(unit).map_or(unit, |id| &self.unit(id).dimension)
    }

    /// The unit that a word names.
    pub fn unit_called(&self, word: &str) -> Option<&Sym> {
        self.entry(word).and_then(|e| e.unit).map(|id| &self.unit(id).name)
    }

    /// A unit by its name.
    pub fn unit_named(&self, name: &str) -> Option<UnitId> {
        self.units.iter().position(|u| u.name == name).map(|i| UnitId(i as u16))
    }
}
