//! From a rule's conditions to the order in which the engine looks: which index joins a variable to those
//! before it, and at which step each condition can be judged.

use super::canonical::spell_all;
use super::expression::{Expr, Kind, Operator};
use super::pattern::Pattern;
use crate::graph::Field;
use crate::source::Span;
use crate::symbol::Sym;

/// A variable of a rule.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Its name.
    pub name: Sym,
    /// The statements that it can stand for.
    pub pattern: Pattern,
    /// Where the name stands in the rule's file.
    pub span: Span,
}

/// The conditions of a rule as `[where]` lists them.
#[derive(Debug, Clone, Default)]
pub struct Conditions {
    /// Each must be true.
    pub all: Vec<Expr>,
    /// One must be true, if there are any.
    pub any: Vec<Expr>,
    /// None may be true.
    pub unless: Vec<Expr>,
    /// What decides between outcomes.
    pub outcomes: Vec<Expr>,
}

/// A set of other statements, gathered for each statement that one variable stands for.
#[derive(Debug, Clone)]
pub struct GatheredSet {
    /// Its name.
    pub name: Sym,
    /// The variable that it is gathered for.
    pub variable: usize,
    /// The variable's fields that it depends on.
    pub reads: Vec<Field>,
    /// The statements that can belong to it.
    pub pattern: Pattern,
    /// How they are found.
    pub step: Step,
    /// Where the name stands in the rule's file.
    pub span: Span,
}

impl GatheredSet {
    /// Plans a set. In its conditions the number after those of the variables stands for the set.
    pub fn new((name, span): (Sym, Span), own: usize, pattern: Pattern, conditions: &[Expr]) -> GatheredSet {
        let read: Vec<&Expr> = conditions.iter().collect();
        let all: Vec<Expr> = conditions.iter().cloned().flat_map(flatten).collect();
        let variable = conditions.iter().find_map(|e| other_than(e, own)).unwrap_or(0);
        let mut reads = Vec::new();
        for expr in conditions {
            expr.fields(&mut |v, field| {
                if v == variable {
                    reads.push(field);
                }
            });
        }
        reads.sort_unstable();
        reads.dedup();
        GatheredSet { name, variable, reads, pattern, step: step(own, &all, &read), span }
    }
}

/// The first variable of an expression that is not this one.
pub fn other_than(expr: &Expr, own: usize) -> Option<usize> {
    let mut other = None;
    expr.fields(&mut |v, _| {
        if v != own {
            other.get_or_insert(v);
        }
    });
    other
}

/// How the engine goes about a rule.
#[derive(Debug, Clone)]
pub struct Plan {
    /// One step a variable, in the order of the rule file.
    pub steps: Vec<Step>,
    /// Of these fields, the two statements must have different values. Only what tells statements of one
    /// value apart stands here (`article`, `source`): it is tested on mentions, not on values.
    pub apart: Vec<Field>,
    /// Keep the rule silent if one is true.
    pub unless: Vec<Expr>,
    /// Can the two variables change places? Then each pair is looked at once, the one published first (as
    /// far as that is known, else the one read first) standing for the first variable.
    pub symmetric: bool,
}

/// How the engine finds the statements for one variable, those before it being bound.
#[derive(Debug, Clone, Default)]
pub struct Step {
    /// The fields that the rule reads of this variable: statements that have the same values in all of them
    /// are looked at once.
    pub fields: Vec<Field>,
    /// Conditions on this variable alone.
    pub filters: Vec<Expr>,
    /// Equalities with variables before it.
    pub equal: Vec<Link>,
    /// A set that must share a member with a set of a variable before it.
    pub shared: Option<Link>,
    /// Conditions that also need variables before it.
    pub conditions: Vec<Expr>,
}

impl Step {
    /// Does an equality or a shared member lead to a variable before it?
    pub fn is_tied(&self) -> bool {
        !self.equal.is_empty() || self.shared.is_some()
    }
}

/// A field of this variable that is tied to a field of one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The variable before.
    pub variable: usize,
    /// Its field.
    pub theirs: Field,
    /// This variable's field.
    pub ours: Field,
}

/// Fields of which equal values are equal to the bit, so that a hash finds them.
const IDENTITY: [Field; 11] = [
    Field::Slot,
    Field::Event,
    Field::Class,
    Field::Entity,
    Field::Article,
    Field::Source,
    Field::Who,
    Field::Whom,
    Field::Speaker,
    Field::Story,
    Field::What,
];

/// Fields that hold sets, or entities that share a place with others.
const SETS: [Field; 2] = [Field::Participants, Field::Place];

impl Plan {
    /// Plans a rule.
    pub fn new(variables: &[Variable], sets: &[GatheredSet], conditions: Conditions) -> Plan {
        let Conditions { all, any, unless, outcomes } = conditions;
        let symmetric = sets.is_empty() && is_symmetric(variables, &all, &any);
        let mut all: Vec<Expr> = all.into_iter().flat_map(flatten).collect();
        let apart = if variables.len() == 2 { take_apart(&mut all) } else { Vec::new() };
        all.extend(either(any));
        let read: Vec<&Expr> = all.iter().chain(&unless).chain(&outcomes).collect();
        let mut steps: Vec<Step> = (0..variables.len()).map(|v| step(v, &all, &read)).collect();
        for set in sets {
            if let Some(step) = steps.get_mut(set.variable) {
                step.fields.extend(&set.reads);
                step.fields.sort_unstable();
                step.fields.dedup();
            }
        }
        if symmetric {
            share_fields(&mut steps);
        }
        Plan { steps, apart, unless, symmetric }
    }

    /// Does a condition tie the variable to one before it? The first needs none.
    pub fn is_joined(&self, variable: usize) -> bool {
        variable == 0 || self.steps.get(variable).is_some_and(Step::is_tied)
    }
}

/// The parts of a conjunction, or the condition itself.
fn flatten(expr: Expr) -> Vec<Expr> {
    match expr.kind {
        Kind::All(parts) => parts.into_iter().flat_map(flatten).collect(),
        _ => vec![expr],
    }
}

/// The conditions of `any` as one condition.
fn either(any: Vec<Expr>) -> Option<Expr> {
    let first = any.first()?;
    let (ty, span) = (first.ty, any.iter().fold(first.span, |span, e| span.to(e.span)));
    Some(Expr { kind: Kind::Any(any), ty, span })
}

fn is_symmetric(variables: &[Variable], all: &[Expr], any: &[Expr]) -> bool {
    let [first, second] = variables else { return false };
    let unmoved = |parts: &[Expr]| spell_all(parts, false) == spell_all(parts, true);
    first.pattern == second.pattern && unmoved(all) && unmoved(any)
}

/// Takes the conditions `a.article != b.article` and `a.source != b.source` out of a conjunction.
fn take_apart(all: &mut Vec<Expr>) -> Vec<Field> {
    let apart_field = |expr: &Expr| match compared_fields(expr)? {
        (Operator::Differs, (0, left), (1, right)) | (Operator::Differs, (1, left), (0, right)) => {
            (left == right && matches!(left, Field::Article | Field::Source)).then_some(left)
        }
        _ => None,
    };
    let fields = all.iter().filter_map(apart_field).collect();
    all.retain(|expr| apart_field(expr).is_none());
    fields
}

/// A variable and a field of it.
type Read = (usize, Field);

/// The operator and the two fields that a condition compares, if it compares fields.
fn compared_fields(expr: &Expr) -> Option<(Operator, Read, Read)> {
    let Kind::Compare { operator, sides } = &expr.kind else { return None };
    match (&sides[0].kind, &sides[1].kind) {
        (Kind::Field { variable: v, field: f }, Kind::Field { variable: w, field: g }) => {
            Some((*operator, (*v, *f), (*w, *g)))
        }
        _ => None,
    }
}

fn step(variable: usize, all: &[Expr], read: &[&Expr]) -> Step {
    // The slot is always told apart: it is what the findings are about.
    let mut fields = vec![Field::Slot];
    for expr in read {
        expr.fields(&mut |v, field| {
            if v == variable {
                fields.push(field);
            }
        });
    }
    fields.sort_unstable();
    fields.dedup();
    let due = all.iter().filter(|e| e.last_variable().unwrap_or(0) == variable);
    let (filters, conditions): (Vec<Expr>, Vec<Expr>) = due.cloned().partition(is_unary);
    let links = |test: fn(Operator, Field, Field) -> bool| {
        conditions.iter().filter_map(move |e| link(e, variable, test)).collect::<Vec<Link>>()
    };
    let mut equal = links(|op, f, g| op == Operator::Same && IDENTITY.contains(&f) && IDENTITY.contains(&g));
    // Equal to the bit is less than equal: used only where nothing else joins.
    if equal.is_empty() {
        equal = links(|op, f, g| op == Operator::Same && (f, g) == (Field::Value, Field::Value));
    }
    let tied = |op, f: Field, g: Field| {
        matches!(op, Operator::Same | Operator::Overlaps) && SETS.contains(&f) && SETS.contains(&g)
    };
    let shared = links(tied).first().copied();
    Step { fields, filters, equal, shared, conditions }
}

fn is_unary(expr: &Expr) -> bool {
    let mut only = None;
    let mut one = true;
    expr.fields(&mut |v, _| one &= *only.get_or_insert(v) == v);
    one
}

/// The tie that a condition makes between this variable and one before it.
fn link(expr: &Expr, variable: usize, test: fn(Operator, Field, Field) -> bool) -> Option<Link> {
    let (operator, (v, f), (w, g)) = compared_fields(expr)?;
    let link = match (v == variable, w == variable) {
        (false, true) => Link { variable: v, theirs: f, ours: g },
        (true, false) => Link { variable: w, theirs: g, ours: f },
        _ => return None,
    };
    test(operator, f, g).then_some(link)
}

/// Gives both variables of a symmetric rule the fields of both, so that they have the same groups.
fn share_fields(steps: &mut [Step]) {
    let mut fields: Vec<Field> = steps.iter().flat_map(|s| s.fields.iter().copied()).collect();
    fields.sort_unstable();
    fields.dedup();
    for step in steps {
        step.fields.clone_from(&fields);
    }
}
