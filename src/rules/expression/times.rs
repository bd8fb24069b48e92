//! Functions of times: the parts of the calendar that a time lies in, and the days between two.

use super::{Expr, Function, Kind};
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::graph::{Field, Value};

/// What a function of times gives: a number, a range where the times leave room, or unknown.
pub(super) fn call(function: Function, times: &[&Value]) -> Value {
    let number = |n: Option<i16>| n.map_or(Value::Unknown, |n| Value::Number(f64::from(n)));
    match (function, times) {
        (Function::Year, [Value::Time(when)]) => number(when.year_of()),
        (Function::Quarter, [Value::Time(when)]) => number(when.quarter_of().map(i16::from)),
        (Function::Month, [Value::Time(when)]) => number(when.month_of().map(i16::from)),
        (Function::Days, [Value::Time(a), Value::Time(b)]) => {
            a.days_apart(b).map_or(Value::Unknown, |(fewest, most)| range(fewest.into(), most.into()))
        }
        _ => Value::Unknown,
    }
}

fn range(low: f64, high: f64) -> Value {
    if low == high {
        return Value::Number(low);
    }
    let (amount, bound) = (f64::midpoint(low, high), Bound::Range(low, high));
    Value::from(Quantity { amount, bound, unit: Unit::None })
}

/// Would a date of publication say more of what a function of times gives? `given` is what its arguments are.
pub(super) fn rest_on_dates(function: Function, arguments: &[Expr], given: &[&Value]) -> bool {
    let published = |expr: &Expr| matches!(expr.kind, Kind::Field { field: Field::Published, .. });
    let undated = |(expr, value): (&Expr, &&Value)| match value {
        Value::Time(when) => when.undated(),
        _ => published(expr),
    };
    let hopeless = |(expr, value): (&Expr, &&Value)| **value == Value::Unknown && !published(expr);
    let pairs = || arguments.iter().zip(given);
    // "May" has a month whatever the year; days are counted from publication where there is no date.
    let told = function != Function::Days && call(function, given) != Value::Unknown;
    !told && pairs().any(undated) && !pairs().any(hopeless)
}
