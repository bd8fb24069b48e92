//! The expressions of `[where]`: what a rule demands of the statements that it found.
//!
//! [`parse`] reads the text with nom and remembers where each part stands, [`check`] gives every part a type
//! and turns it into an [`Expr`], [`eval`] judges it. The operators and functions are listed, with their
//! types and documentation, in [`operator`].

use crate::graph::{Field, Tolerance, Type, Value};
use crate::source::Span;

pub mod check;
pub mod eval;
pub mod operator;
pub mod parse;
mod times;

pub use operator::{Function, Operator, Tallied};

/// A checked expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: Kind,
    /// What it yields.
    pub ty: Type,
    /// Where it stands: bytes of the rule's file.
    pub span: Span,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `"text"`, `12`, `true`, `2025-07-25`
    Literal(Value),
    /// `first.value`
    Field {
        /// The variable, by its place in the rule file.
        variable: usize,
        /// The field.
        field: Field,
    },
    /// `x and y and z`
    All(Vec<Expr>),
    /// `x or y or z`
    Any(Vec<Expr>),
    /// `not x`
    Not(Box<Expr>),
    /// `x before y`
    Compare {
        /// How.
        operator: Operator,
        /// What stands before the operator, and what stands after it.
        sides: Box<[Expr; 2]>,
    },
    /// `x = y to within 5%`
    Close {
        /// The two amounts.
        sides: Box<[Expr; 2]>,
        /// How far they may lie apart.
        tolerance: Tolerance,
    },
    /// `sources(support)`, of a set gathered for a variable
    Tally {
        /// The variable that the set was gathered for.
        variable: usize,
        /// The set, by its place in the rule file.
        set: usize,
        /// What of the set is counted.
        tallied: Tallied,
    },
    /// `known(x)`
    Call {
        /// Which function.
        function: Function,
        /// What it is given, as many as it takes.
        arguments: Vec<Expr>,
    },
}

impl Expr {
    /// The expressions directly inside this one.
    pub fn children(&self) -> &[Expr] {
        match &self.kind {
            Kind::Literal(_) | Kind::Field { .. } | Kind::Tally { .. } => &[],
            Kind::All(parts) | Kind::Any(parts) | Kind::Call { arguments: parts, .. } => parts,
            Kind::Not(inner) => std::slice::from_ref(inner),
            Kind::Compare { sides, .. } | Kind::Close { sides, .. } => sides.as_slice(),
        }
    }

    /// Calls `see` with every field that the expression reads. A set that was gathered for a variable belongs to
    /// the variable's slot.
    pub fn fields(&self, see: &mut impl FnMut(usize, Field)) {
        match self.kind {
            Kind::Field { variable, field } => see(variable, field),
            Kind::Tally { variable, .. } => see(variable, Field::Slot),
            _ => {}
        }
        for child in self.children() {
            child.fields(see);
        }
    }

    /// Calls `see` with every set that the expression counts.
    pub fn sets(&self, see: &mut impl FnMut(usize)) {
        if let Kind::Tally { set, .. } = self.kind {
            see(set);
        }
        for child in self.children() {
            child.sets(see);
        }
    }

    /// The last variable, in the order of the rule file, that the expression needs; none if it needs none.
    pub fn last_variable(&self) -> Option<usize> {
        let mut last = None;
        self.fields(&mut |variable, _| last = last.max(Some(variable)));
        last
    }
}

#[cfg(test)]
mod tests;
