//! What an expression says of statements.

use std::borrow::Cow;

use super::{Expr, Function, Kind, Operator, Tallied, times};
use crate::graph::{Field, Type, Value};
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
                weigh(sides, facts, bound, |left, right| compare(*operator, left, right, facts))
            }
            Kind::Close { sides, tolerance } => {
                weigh(sides, facts, bound, |left, right| left.close(right, *tolerance, facts.lexicon()))
            }
            Kind::Call { function, arguments } => match (function, arguments.as_slice()) {
                (Function::Possible, [argument]) => argument.judge(facts, bound).possible(),
                (Function::Known, [argument]) => Judged::from(is_known(&argument.value(facts, bound))),
                _ => Judged::UNKNOWN,
            },
            Kind::Literal(_) | Kind::Field { .. } | Kind::Tally { .. } => match *self.value(facts, bound) {
                Value::Truth(judged) => judged,
                _ => Judged::UNKNOWN,
            },
        }
    }

    /// Does what it yields rest on dates that are not known: the size of a set whose members cannot be told for
    /// certain without, or a time that is on no calendar?
    fn rests_on_dates<F: Facts>(&self, facts: &F, bound: &impl Bindings) -> bool {
        match &self.kind {
            Kind::Tally { variable, set, .. } => bound.tally(*variable, *set).assumed,
            Kind::Call { function, arguments } if function.takes() == Some(Type::Time) => {
                let given: Vec<_> = arguments.iter().map(|x| x.value(facts, bound)).collect();
                let given: Vec<&Value> = given.iter().map(AsRef::as_ref).collect();
                times::rest_on_dates(*function, arguments, &given)
            }
            _ => false,
        }
    }

    /// What the expression yields.
    pub fn value<'a, F: Facts>(&'a self, facts: &F, bound: &'a impl Bindings) -> Cow<'a, Value> {
        match &self.kind {
            Kind::Literal(value) => Cow::Borrowed(value),
            Kind::Field { variable, field } => Cow::Borrowed(bound.value(*variable, *field)),
            Kind::Tally { variable, set, tallied } => {
                Cow::Owned(bound.tally(*variable, *set).number(*tallied))
            }
            Kind::Call { function, arguments } if function.yields() == Type::Number => {
                let given: Vec<_> = arguments.iter().map(|x| x.value(facts, bound)).collect();
                let given: Vec<&Value> = given.iter().map(AsRef::as_ref).collect();
                Cow::Owned(match given.as_slice() {
                    [Value::Entities(members)] => Value::Number(members.len() as f64),
                    times => times::call(*function, times),
                })
            }
            _ => Cow::Owned(Value::Truth(self.judge(facts, bound))),
        }
    }
}

/// Judges two sides, and whether the verdict rests on dates that are not known.
fn weigh<F: Facts>(
    sides: &[Expr; 2],
    facts: &F,
    bound: &impl Bindings,
    judge: impl FnOnce(&Value, &Value) -> Judged,
) -> Judged {
    let [left, right] = sides.each_ref().map(|side| side.value(facts, bound));
    let judged = judge(&left, &right);
    let undated = |(side, value): (&Expr, &Value)| {
        matches!(side.kind, Kind::Field { field: Field::Published, .. }) && *value == Value::Unknown
    };
    // What cannot be told for want of a publication date can be told when the date is given.
    let assumed = judged.truth == Truth::Unknown && sides.iter().zip([&*left, &*right]).any(undated);
    let rests = sides.iter().any(|side| side.rests_on_dates(facts, bound));
    Judged { assumed: judged.assumed || assumed || rests, ..judged }
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
