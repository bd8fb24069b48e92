//! One spelling for expressions that mean the same, to tell symmetric rules and contradictions.

use super::expression::{Expr, Function, Kind, Operator};
use crate::graph::Tolerance;

/// An expression with commuting sides in order and mirrored operators turned one way.
/// With `swap`, variables 0 and 1 change places.
pub(super) fn spell(expr: &Expr, swap: bool) -> String {
    match &expr.kind {
        Kind::Literal(value) => format!("{value:?}"),
        Kind::Field { variable, field } => {
            let variable = if swap && *variable < 2 { 1 - *variable } else { *variable };
            format!("{variable}.{}", field.name())
        }
        Kind::All(parts) => format!("all{:?}", spell_all(parts, swap)),
        Kind::Any(parts) => format!("any{:?}", spell_all(parts, swap)),
        Kind::Not(inner) => format!("not({})", spell(inner, swap)),
        Kind::Compare { operator, sides } => spell_comparison(*operator, sides, swap),
        Kind::Tally { variable, set, tallied } => {
            let variable = if swap && *variable < 2 { 1 - *variable } else { *variable };
            format!("{variable}.{tallied:?}#{set}")
        }
        Kind::Close { sides, tolerance } => {
            let mut spelled = sides.each_ref().map(|side| spell(side, swap));
            // What a share is a share of does not hang on the order.
            if matches!(tolerance, Tolerance::Share(_)) {
                spelled.sort_unstable();
            }
            format!("({spelled:?} {tolerance:?})")
        }
        Kind::Call { function: Function::Days, arguments } => {
            format!("days{:?}", spell_all(arguments, swap))
        }
        Kind::Call { function, arguments } => {
            let spelled: Vec<String> = arguments.iter().map(|x| spell(x, swap)).collect();
            format!("{}{spelled:?}", function.name())
        }
    }
}

/// The spellings of several expressions whose order does not matter.
pub(super) fn spell_all(parts: &[Expr], swap: bool) -> Vec<String> {
    let mut spelled: Vec<String> = parts.iter().map(|p| spell(p, swap)).collect();
    spelled.sort_unstable();
    spelled
}

/// The spelling of an expression that is false whenever this one is true, where that is easily said.
pub(super) fn spell_opposite(expr: &Expr) -> Option<String> {
    match &expr.kind {
        Kind::Not(inner) => Some(spell(inner, false)),
        Kind::Compare { operator, sides } => Some(spell_comparison(opposite(*operator)?, sides, false)),
        _ => None,
    }
}

fn spell_comparison(operator: Operator, sides: &[Expr; 2], swap: bool) -> String {
    let [mut left, mut right] = [spell(&sides[0], swap), spell(&sides[1], swap)];
    let mut operator = operator;
    let turn = match operator.mirrored() {
        Some(mirrored) if mirrored < operator => {
            operator = mirrored;
            true
        }
        _ => operator.commutes() && right < left,
    };
    if turn {
        std::mem::swap(&mut left, &mut right);
    }
    format!("({left} {} {right})", operator.symbol())
}

fn opposite(operator: Operator) -> Option<Operator> {
    match operator {
        Operator::Same => Some(Operator::Differs),
        Operator::Differs => Some(Operator::Same),
        Operator::Less => Some(Operator::AtLeast),
        Operator::AtLeast => Some(Operator::Less),
        Operator::Greater => Some(Operator::AtMost),
        Operator::AtMost => Some(Operator::Greater),
        Operator::Before => Some(Operator::After),
        Operator::After => Some(Operator::Before),
        Operator::Conflicts => Some(Operator::Agrees),
        Operator::Agrees => Some(Operator::Conflicts),
        Operator::Within | Operator::Overlaps | Operator::Similar | Operator::IsA => None,
    }
}
