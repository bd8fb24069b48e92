//! What a house knows for certain: how a name is spelled, who holds an office, what
//! somebody's title is.

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
    /// Which titles somebody has: offices or ranks.
    Titles {
        /// Who.
        name: Sym,
        /// The titles, each as good as the others; never empty.
        titles: Vec<Sym>,
        /// The first day; none: since ever.
        from: Option<Date>,
        /// The last day; none: to this day.
        until: Option<Date>,
    },
}

impl Fact {
    /// Do the two give one office to two people, or one person other titles, at one time? Or is a name right in one
    /// and wrong in the other?
    pub fn clashes(&self, other: &Fact) -> bool {
        let clash = match (&self.known, &other.known) {
            (
                Known::Office { office, holder, .. },
                Known::Office { office: office2, holder: holder2, .. },
            ) => office.eq_ignore_ascii_case(office2) && holder != holder2,
            (Known::Titles { name, titles, .. }, Known::Titles { name: name2, titles: titles2, .. }) => {
                name == name2 && titles != titles2
            }
            (Known::Name { name, not }, Known::Name { name: name2, not: not2 }) => {
                not.contains(name2) || not2.contains(name)
            }
            _ => false,
        };
        // A day on which one hands over to the other belongs to both.
        let apart = |end: Option<Date>, start: Option<Date>| end.zip(start).is_some_and(|(e, s)| e <= s);
        let ((from, until), (from2, until2)) = (self.period(), other.period());
        clash && !apart(until, from2) && !apart(until2, from)
    }

    /// The first and the last day on which it is so; none: since ever, to this day.
    pub fn period(&self) -> (Option<Date>, Option<Date>) {
        match &self.known {
            Known::Name { .. } => (None, None),
            Known::Office { from, until, .. } | Known::Titles { from, until, .. } => (*from, *until),
        }
    }
}
