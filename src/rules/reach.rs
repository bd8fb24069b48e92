//! Which conditions of a rule can be true together.
//!
//! Conditions are taken one after the other into [`Premises`]; one that cannot be true with those before it is
//! a contradiction. What is looked at: a condition and its opposite, a field held against two words or two
//! stretches of numbers, and orders that lead in a circle (`a.time < b.time`, `b.time < a.time`).

use std::collections::{BTreeMap, BTreeSet};

use super::canonical::{spell, spell_opposite};
use super::expression::{Expr, Kind, Operator};
use super::plan::{Conditions, Variable};
use crate::graph::{Field, Value};
use crate::symbol::Sym;

/// A condition that decides nothing, or keeps everything from being decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dead<'e> {
    /// This one of `all` cannot be true together with those before it.
    Contradiction(&'e Expr),
    /// Nothing of `any` can be true together with `all`; this is the first.
    NoneOfAny(&'e Expr),
    /// This one of `any` cannot be true together with `all`.
    NeverOfAny(&'e Expr),
    /// This one of `unless` is true wherever `all` is: the rule never speaks.
    Muzzle(&'e Expr),
    /// This one of `unless` cannot be true where `all` is.
    NeverUnless(&'e Expr),
    /// This outcome's condition cannot be true where `all` is.
    NeverOutcome(&'e Expr),
    /// This outcome stands behind one that holds wherever it would.
    LateOutcome(&'e Expr),
}

/// Everything in a rule's conditions that cannot come to bear.
pub fn dead<'e>(variables: &[Variable], conditions: &'e Conditions) -> Vec<Dead<'e>> {
    let mut premises = Premises::of(variables);
    if let Some(impossible) = conditions.all.iter().flat_map(parts).find(|part| !premises.admit(part)) {
        // What follows from a contradiction says nothing more.
        return vec![Dead::Contradiction(impossible)];
    }
    let possible = |expr: &&Expr| premises.clone().admit(expr);
    let impossible: Vec<&Expr> = conditions.any.iter().filter(|expr| !possible(expr)).collect();
    let mut found: Vec<Dead<'e>> = match impossible.first() {
        Some(first) if impossible.len() == conditions.any.len() => vec![Dead::NoneOfAny(first)],
        _ => impossible.into_iter().map(Dead::NeverOfAny).collect(),
    };
    for expr in &conditions.unless {
        if premises.imply(expr) {
            found.push(Dead::Muzzle(expr));
        } else if !possible(&expr) {
            found.push(Dead::NeverUnless(expr));
        }
    }
    for (at, expr) in conditions.outcomes.iter().enumerate() {
        let mut with_this = premises.clone();
        if !with_this.admit(expr) {
            found.push(Dead::NeverOutcome(expr));
        } else if conditions.outcomes.iter().take(at).any(|earlier| with_this.imply(earlier)) {
            found.push(Dead::LateOutcome(expr));
        }
    }
    found
}

/// The parts of a conjunction, or the condition itself.
fn parts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        Kind::All(inner) => inner.iter().flat_map(parts).collect(),
        _ => vec![expr],
    }
}

/// A field of a variable.
type Operand = (usize, Field);

/// Conditions that hold together.
#[derive(Debug, Clone, Default)]
struct Premises {
    /// Each in one spelling.
    spelled: BTreeSet<String>,
    /// The words that a field can still hold, where that is limited.
    words: BTreeMap<Operand, Vec<Sym>>,
    /// The numbers that a field can still hold.
    bounds: BTreeMap<Operand, Bounds>,
    /// What comes before (is less than) what, and whether it may be the same.
    order: Vec<(String, String, bool)>,
}

/// A stretch of numbers; a date counts as its number of days.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    low: f64,
    high: f64,
    /// Are the ends left out?
    open: (bool, bool),
}

impl Bounds {
    const ALL: Bounds = Bounds { low: f64::NEG_INFINITY, high: f64::INFINITY, open: (false, false) };

    fn is_empty(self) -> bool {
        self.low > self.high || (self.low == self.high && (self.open.0 || self.open.1))
    }

    fn above(&mut self, n: f64, open: bool) {
        if n > self.low || (n == self.low && open) {
            (self.low, self.open.0) = (n, open);
        }
    }

    fn below(&mut self, n: f64, open: bool) {
        if n < self.high || (n == self.high && open) {
            (self.high, self.open.1) = (n, open);
        }
    }
}

impl Premises {
    /// What the patterns of the variables say.
    fn of(variables: &[Variable]) -> Premises {
        let mut premises = Premises::default();
        for (at, variable) in variables.iter().enumerate() {
            if !variable.pattern.roles.is_empty() {
                premises.words.insert((at, Field::Role), variable.pattern.roles.clone());
            }
            // A pattern's class stands for the kinds of it as well.
            for (field, values) in variable.pattern.fields.iter().filter(|(f, _)| *f != Field::Class) {
                let words: Vec<Sym> = values.iter().filter_map(word).cloned().collect();
                if words.len() == values.len() {
                    premises.words.insert((at, *field), words);
                }
            }
        }
        premises
    }

    /// Is the condition true wherever the premises are?
    fn imply(&self, expr: &Expr) -> bool {
        parts(expr).into_iter().all(|part| self.spelled.contains(&spell(part, false)))
    }

    /// Takes a condition in; false if it cannot be true together with the others.
    fn admit(&mut self, expr: &Expr) -> bool {
        parts(expr).into_iter().all(|part| self.admit_part(part))
    }

    fn admit_part(&mut self, part: &Expr) -> bool {
        if spell_opposite(part).is_some_and(|opposite| self.spelled.contains(&opposite)) {
            return false;
        }
        self.spelled.insert(spell(part, false));
        match &part.kind {
            Kind::Any(alternatives) => alternatives.iter().any(|expr| self.clone().admit(expr)),
            Kind::Compare { operator, sides } => self.admit_comparison(*operator, sides),
            _ => true,
        }
    }

    fn admit_comparison(&mut self, operator: Operator, [left, right]: &[Expr; 2]) -> bool {
        match (&left.kind, &right.kind) {
            (Kind::Field { variable, field }, Kind::Literal(value)) => {
                self.admit_literal(operator, (*variable, *field), value)
            }
            (Kind::Literal(value), Kind::Field { variable, field }) => {
                let turned = operator.mirrored().unwrap_or(operator);
                self.admit_literal(turned, (*variable, *field), value)
            }
            (Kind::Field { .. }, Kind::Field { .. }) => self.admit_order(operator, left, right),
            _ => true,
        }
    }

    fn admit_literal(&mut self, operator: Operator, place: Operand, value: &Value) -> bool {
        if let Some(word) = word(value) {
            return self.admit_word(operator, place, word.clone());
        }
        let Some(n) = number(value) else { return true };
        let bounds = self.bounds.entry(place).or_insert(Bounds::ALL);
        match operator {
            Operator::Same => {
                bounds.above(n, false);
                bounds.below(n, false);
            }
            Operator::Less | Operator::Before => bounds.below(n, true),
            Operator::AtMost => bounds.below(n, false),
            Operator::Greater | Operator::After => bounds.above(n, true),
            Operator::AtLeast => bounds.above(n, false),
            _ => {}
        }
        !bounds.is_empty()
    }

    fn admit_word(&mut self, operator: Operator, place: Operand, word: Sym) -> bool {
        match (operator, self.words.get_mut(&place)) {
            (Operator::Same, Some(words)) => words.retain(|w| *w == word),
            (Operator::Differs, Some(words)) => words.retain(|w| *w != word),
            (Operator::Same, None) => {
                self.words.insert(place, vec![word]);
            }
            _ => {}
        }
        self.words.get(&place).is_none_or(|words| !words.is_empty())
    }

    fn admit_order(&mut self, operator: Operator, left: &Expr, right: &Expr) -> bool {
        use Operator::{After, AtLeast, AtMost, Before, Conflicts, Differs, Greater, Less};
        let (left, right) = (spell(left, false), spell(right, false));
        let (first, second, same) = match operator {
            // Nothing stands so to itself.
            Differs | Conflicts => return left != right,
            Less | Before => (left, right, false),
            AtMost => (left, right, true),
            Greater | After => (right, left, false),
            AtLeast => (right, left, true),
            _ => return true,
        };
        self.order.push((first.clone(), second.clone(), same));
        !self.comes_before_itself(&first)
    }

    /// Does the order lead from a value back to itself, over at least one step that is not "or the same"?
    fn comes_before_itself(&self, start: &str) -> bool {
        let mut seen: BTreeSet<(&str, bool)> = BTreeSet::new();
        let mut open = vec![(start, true)];
        while let Some((at, same)) = open.pop() {
            for (_, next, may_be_same) in self.order.iter().filter(|(first, ..)| first == at) {
                let step = (next.as_str(), same && *may_be_same);
                if step == (start, false) {
                    return true;
                }
                if seen.insert(step) {
                    open.push(step);
                }
            }
        }
        false
    }
}

fn word(value: &Value) -> Option<&Sym> {
    if let Value::Text(word) = value { Some(word) } else { None }
}

/// A number, or a day as the number of days since 1970.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(n) => Some(*n),
        Value::Time(when) => {
            let (day, _) = when.days?;
            let since = jiff::civil::date(1970, 1, 1).until(day).ok()?;
            Some(f64::from(since.get_days()))
        }
        _ => None,
    }
}
