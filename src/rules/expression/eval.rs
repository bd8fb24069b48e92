//! What an expression says of statements.

use std::borrow::Cow;

use super::{Expr, Function, Kind, Operator, Tallied};
use crate::graph::{Field, Value};
use crate::rules::facts::{Facts, Relation};
use crate::truth::{Judged, Truth};

/// The statements that the variables of a rule stand for.
pub trait Bindings {
    /// The value of a field of the statement that a variable stands for.
    fn value(&self, variable: usize, field: Field) -> &Value;

    /// The size of a set that was gathered for the statement that a variable stands for.
    fn tally(&self, variable: usize, set: usize) -> Tally;
}

/// The size of a gathered set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many statements.
    pub statements: u32,
    /// How many outlets make them.
    pub sources: u32,
    /// In how many articles they stand.
    pub articles: u32,
    /// Does what belongs to the set rest on dates that are not known?
    pub assumed: bool,
}

impl Tally {
    fn number(self, tallied: Tallied) -> Value {
        Value::Number(f64::from(match tallied {
            Tallied::Statements => self.statements,
            Tallied::Sources => self.sources,
            Tallied::Articles => self.articles,
        }))
    }
}

impl Expr {
    /// Is the expression true of these statements?
    pub fn judge<F: Facts>(&self, facts: &F, bound: &impl Bindings) -> Judged {
        match &self.kind {
            Kind::All(parts) => {
                parts.iter().fold(Judged::TRUE, |so_far, part| so_far.and(part.judge(facts, bound)))
            }
            Kind::Any(parts) => {
                parts.iter().fold(Judged::FALSE, |so_far, part| so_far.or(part.judge(facts, bound)))
            }
            Kind::Not(inner) => !inner.judge(facts, bound),
            Kind::Compare { operator, sides } => {
                let [left, right] = sides.each_ref().map(|side| side.value(facts, bound));
                let judged = compare(*operator, &left, &right, facts);
                let undated = |(side, value): (&Expr, &Value)| {
                    matches!(side.kind, Kind::Field { field: Field::Published, .. })
                        && *value == Value::Unknown
                };
                // What cannot be told for want of a publication date can be told when the date is given.
                let assumed =
                    judged.truth == Truth::Unknown && sides.iter().zip([&*left, &*right]).any(undated);
                let counted = sides.iter().any(|side| side.rests_on_dates(bound));
                Judged { assumed: judged.assumed || assumed || counted, ..judged }
            }
            Kind::Call { function: Function::Possible, argument } => argument.judge(facts, bound).possible(),
            Kind::Call { function: Function::Known, argument } => {
                Judged::from(is_known(&argument.value(facts, bound)))
            }
            Kind::Literal(_) | Kind::Field { .. } | Kind::Tally { .. } | Kind::Call { .. } => {
                match *self.value(facts, bound) {
                    Value::Truth(judged) => judged,
                    _ => Judged::UNKNOWN,
                }
            }
        }
    }

    /// Is this the size of a set whose members cannot be told for certain without dates?
    fn rests_on_dates(&self, bound: &impl Bindings) -> bool {
        matches!(self.kind, Kind::Tally { variable, set, .. } if bound.tally(variable, set).assumed)
    }

    /// What the expression yields.
    pub fn value<'a, F: Facts>(&'a self, facts: &F, bound: &'a impl Bindings) -> Cow<'a, Value> {
        match &self.kind {
            Kind::Literal(value) => Cow::Borrowed(value),
            Kind::Field { variable, field } => Cow::Borrowed(bound.value(*variable, *field)),
            Kind::Tally { variable, set, tallied } => {
                Cow::Owned(bound.tally(*variable, *set).number(*tallied))
            }
            Kind::Call { function: Function::Count | Function::Sources | Function::Articles, argument } => {
                Cow::Owned(count(&argument.value(facts, bound)))
            }
            _ => Cow::Owned(Value::Truth(self.judge(facts, bound))),
        }
    }
}

/// Compares two values; what is unknown on either side stays unknown.
fn compare<F: Facts>(operator: Operator, left: &Value, right: &Value, facts: &F) -> Judged {
    let relate = |relation| facts.relate(relation, left, right);
    let swapped = |relation| facts.relate(relation, right, left);
    match operator {
        Operator::Same => relate(Relation::Same),
        Operator::Differs => !relate(Relation::Same),
        Operator::Less | Operator::Before => relate(Relation::Less),
        Operator::Greater | Operator::After => swapped(Relation::Less),
        Operator::AtMost => !swapped(Relation::Less),
        Operator::AtLeast => !relate(Relation::Less),
        Operator::Within => relate(Relation::Within),
        Operator::Overlaps => relate(Relation::Overlaps),
        Operator::Conflicts => relate(Relation::Conflicts),
        Operator::Agrees => !relate(Relation::Conflicts),
        Operator::Similar => relate(Relation::Similar),
        Operator::IsA => relate(Relation::IsA),
    }
}

fn is_known(value: &Value) -> bool {
    match value {
        Value::Unknown => false,
        Value::Truth(judged) => judged.truth != Truth::Unknown,
        _ => true,
    }
}

fn count(value: &Value) -> Value {
    match value {
        Value::Entities(members) => Value::Number(members.len() as f64),
        _ => Value::Unknown,
    }
}
