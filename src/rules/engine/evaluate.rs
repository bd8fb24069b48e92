//! Every condition of a rule, weighed on given statements: for those who ask why it spoke or kept silent.

use smallvec::SmallVec;

use super::Facts;
use super::group::Tallies;
use super::sets::Sets;
use crate::graph::{EventId, Field, StatementId, Type, Value};
use crate::rules::Rule;
use crate::rules::expression::eval::{Bindings, Tally};
use crate::rules::expression::{Expr, Kind, Operator, Tallied};
use crate::source::Span;
use crate::truth::{Judged, Truth};

/// A condition and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluated {
    /// The condition: bytes in the rule's file. The parts of an "and" are conditions of their own.
    pub span: Span,
    /// Which list of `[where]` it stands in.
    pub clause: Clause,
    /// What it comes to.
    pub judged: Judged,
    /// Does it keep the rule silent?
    pub speaks_against: bool,
    /// What it read ("a.value is 12, b.value is 19").
    pub values: String,
    /// Of amounts that it compares: why two that are not the same may be one value.
    pub leeway: Option<String>,
}

/// The lists of `[where]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clause {
    /// Each must be true.
    All,
    /// One must be true.
    Any,
    /// None may be true.
    Unless,
}

impl Evaluated {
    /// What it comes to, in words.
    pub fn verdict(&self) -> &'static str {
        match (self.judged.truth, self.clause) {
            (Truth::True, Clause::Unless) if self.speaks_against => "true, which keeps the rule silent",
            (Truth::True, _) => "true",
            (Truth::False, _) => "false",
            (Truth::Unknown, _) => "cannot be told",
        }
    }
}

/// Everything that a rule can read of a statement.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) statement: StatementId,
    values: [Value; Field::ALL.len()],
    tallies: Tallies,
}

impl Row {
    /// What stands for a variable when this statement does.
    pub(super) fn new<F: Facts>(
        statement: StatementId,
        variable: usize,
        facts: &F,
        sets: &mut Sets<'_, F>,
    ) -> Row {
        let values = Field::ALL.map(|field| facts.field(statement, field));
        let tallies = sets.tallies(variable, |field| facts.field(statement, field));
        Row { statement, values, tallies }
    }

    pub(super) fn value(&self, field: Field) -> Option<&Value> {
        self.values.get(Field::ALL.iter().position(|f| *f == field)?)
    }
}

/// One row for each variable.
pub(super) struct Rows<'b>(pub(super) SmallVec<[&'b Row; 4]>);

impl Rows<'_> {
    pub(super) fn statements(&self) -> SmallVec<[StatementId; 4]> {
        self.0.iter().map(|row| row.statement).collect()
    }
}

impl Bindings for Rows<'_> {
    fn value(&self, variable: usize, field: Field) -> &Value {
        self.0.get(variable).and_then(|row| row.value(field)).unwrap_or(&Value::Unknown)
    }

    fn tally(&self, variable: usize, set: usize) -> Tally {
        self.0.get(variable).and_then(|row| row.tallies.get(set)).copied().unwrap_or_default()
    }
}

/// All conditions of a rule, in the order of its file, with what they come to.
pub(super) fn evaluate<F: Facts>(rule: &Rule, facts: &F, rows: &Rows<'_>) -> Vec<Evaluated> {
    let mut weighed = Vec::new();
    each(rule, facts, rows, &mut |expr, clause, judged, speaks_against| {
        let values = values(rule, expr, facts, rows);
        let leeway = leeway(expr, facts, rows);
        weighed.push(Evaluated { span: expr.span, clause, judged, speaks_against, values, leeway });
    });
    weighed
}

/// How far statements are from a finding: what is false counts more than what is not known.
pub(super) fn distance<F: Facts>(rule: &Rule, facts: &F, rows: &Rows<'_>) -> usize {
    let mut distance = 0;
    each(rule, facts, rows, &mut |_, _, judged, speaks_against| {
        distance += match (speaks_against, judged.truth) {
            (false, _) => 0,
            (true, Truth::Unknown) => 1,
            (true, _) => 2,
        };
    });
    distance
}

/// Calls `tell` with each condition, its list, its verdict and whether that keeps the rule silent.
fn each<F: Facts>(
    rule: &Rule,
    facts: &F,
    rows: &Rows<'_>,
    tell: &mut dyn FnMut(&Expr, Clause, Judged, bool),
) {
    let conditions = &rule.conditions;
    let mut parts = Vec::new();
    conditions.all.iter().for_each(|expr| flatten(expr, &mut parts));
    for expr in parts {
        let judged = expr.judge(facts, rows);
        tell(expr, Clause::All, judged, !judged.truth.is_true());
    }
    let alternatives: Vec<Judged> = conditions.any.iter().map(|expr| expr.judge(facts, rows)).collect();
    let none = !alternatives.iter().any(|judged| judged.truth.is_true());
    for (expr, judged) in conditions.any.iter().zip(alternatives) {
        tell(expr, Clause::Any, judged, none);
    }
    for expr in &conditions.unless {
        let judged = expr.judge(facts, rows);
        // What is assumed to be true softens a finding, it does not silence it.
        tell(expr, Clause::Unless, judged, judged == Judged::TRUE);
    }
}

fn flatten<'e>(expr: &'e Expr, parts: &mut Vec<&'e Expr>) {
    match &expr.kind {
        Kind::All(inner) => inner.iter().for_each(|part| flatten(part, parts)),
        _ => parts.push(expr),
    }
}

/// Why amounts that a condition holds against each other, and that are not the same, may be one value.
fn leeway<F: Facts>(expr: &Expr, facts: &F, rows: &Rows<'_>) -> Option<String> {
    let Kind::Compare { operator: Operator::Conflicts | Operator::Agrees, sides } = &expr.kind else {
        return None;
    };
    let [left, right] = sides.each_ref().map(|side| side.value(facts, rows));
    left.may_be_one(&right, facts.lexicon())
}

/// "a.value is 12, b.value is 19"
fn values<F: Facts>(rule: &Rule, expr: &Expr, facts: &F, rows: &Rows<'_>) -> String {
    let mut told = Vec::new();
    tell(rule, expr, facts, rows, &mut told);
    told.join(", ")
}

fn tell<F: Facts>(rule: &Rule, expr: &Expr, facts: &F, rows: &Rows<'_>, told: &mut Vec<String>) {
    let name = |variable: usize| rule.variables.get(variable).map_or("", |v| v.name.as_str());
    let mut once = |text: String| {
        if !told.contains(&text) {
            told.push(text);
        }
    };
    match &expr.kind {
        Kind::Field { variable, field } => {
            let value = bound(rows.value(*variable, *field), *field, facts);
            once(format!("{}.{} is {value}", name(*variable), field.name()));
        }
        Kind::Tally { set, tallied, .. } => {
            let set = rule.sets.get(*set).map_or("", |set| set.name.as_str());
            let value = match *expr.value(facts, rows) {
                Value::Number(n) => n,
                _ => 0.0,
            };
            let what = match tallied {
                Tallied::Statements => "statements",
                Tallied::Sources => "sources",
                Tallied::Articles => "articles",
            };
            once(format!("{set} has {value} {what}"));
        }
        Kind::Call { function, arguments } if function.takes() == Some(Type::Time) => {
            arguments.iter().for_each(|time| tell(rule, time, facts, rows, told));
            let value = match &*expr.value(facts, rows) {
                Value::Number(n) => n.to_string(),
                value => facts.text(value),
            };
            told.push(format!("{} is {value}", function.name()));
        }
        _ => expr.children().iter().for_each(|child| tell(rule, child, facts, rows, told)),
    }
}

/// A value in words; what only has a number is told by that.
fn bound<F: Facts>(value: &Value, field: Field, facts: &F) -> String {
    match (value, field) {
        (Value::Number(n), Field::Slot | Field::Story | Field::Article) => format!("#{n}"),
        (Value::Event(EventId(n)), _) => format!("#{n} ({})", facts.text(value)),
        _ => facts.text(value),
    }
}
