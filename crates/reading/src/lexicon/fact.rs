//! What a house knows for certain: how a name is spelled, who holds an office.

use jiff::civil::Date;

use crate::source::{SourceId, Span};
use crate::symbol::Sym;

/// Something that articles are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What is known.
    pub known: Known,
    /// The file that says so.
    pub source: SourceId,
    /// The words that say it: bytes in that file.
    pub span: Span,
}

/// The kinds of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// How a name is spelled.
    Name {
        /// The right spelling.
        name: Sym,
        /// Wrong ones. Slips of a letter need not be listed.
        not: Vec<Sym>,
    },
    /// Who holds an office.
    Office {
        /// Which office, as "foreign minister of Norway" or "head of the harbour police".
        office: Sym,
        /// Who holds it.
        holder: Sym,
        /// The first day; none: since ever.
        from: Option<Date>,
        /// The last day; none: to this day.
        until: Option<Date>,
    },
}

impl Fact {
    /// Do the two give one office to two people at one time?
    pub fn clashes(&self, other: &Fact) -> bool {
        let Known::Office { office, holder, from, until } = &self.known else { return false };
        let Known::Office { office: office2, holder: holder2, from: from2, until: until2 } = &other.known
        else {
            return false;
        };
        // A day on which one hands over to the other belongs to both.
        let apart = |end: &Option<Date>, start: &Option<Date>| end.zip(*start).is_some_and(|(e, s)| e <= s);
        let same = office.eq_ignore_ascii_case(office2);
        same && holder != holder2 && !apart(until, from2) && !apart(until2, from)
    }
}
