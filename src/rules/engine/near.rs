//! What came close to a finding, and which condition decided against it: for those who write rules.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::index::{Key, Keys};
use super::sets::{Sets, Tallies};
use super::{ByRole, Facts};
use crate::graph::{Field, StatementId, Value};
use crate::rules::Rule;
use crate::rules::expression::eval::{Bindings, Tally};
use crate::rules::expression::{Expr, Kind, Tallied};
use crate::source::Span;
use crate::truth::{Judged, Truth};

/// How many statements are looked at for one variable.
const MAX_CANDIDATES: usize = 5_000;
/// How many where nothing ties them to those of other variables.
const MAX_UNTIED: usize = 40;
/// How many combinations are judged.
const MAX_COMBINATIONS: usize = 50_000;

/// Why a rule found nothing, or nothing more.
#[derive(Debug, Clone)]
pub enum Near {
    /// Nothing fits the pattern of a variable.
    NoStatement {
        /// The variable.
        variable: usize,
        /// What no statement has.
        why: String,
    },
    /// Combinations of statements that the fewest conditions speak against, those read first first.
    Misses(Vec<NearMiss>),
}

/// Statements of which not all conditions are true.
#[derive(Debug, Clone)]
pub struct NearMiss {
    /// A statement for each variable.
    pub statements: SmallVec<[StatementId; 4]>,
    /// The conditions that speak against them; never empty.
    pub against: Vec<Against>,
}

/// A condition that keeps statements from being a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// The condition, or the part of it that decides: bytes in the rule's file.
    pub span: Span,
    /// What it comes to, in words ("false: a.value is 12, b.value is 12").
    pub verdict: String,
}

/// Looks for what came close: `most` combinations at most.
pub fn near<F: Facts>(rule: &Rule, facts: &F, most: usize) -> Near {
    let roles = ByRole::new(facts);
    let mut sets = Sets::new(rule, facts, &roles);
    let mut rows = Vec::new();
    for (at, variable) in rule.variables.iter().enumerate() {
        let listed = roles.of(&variable.pattern.roles);
        let fitting = listed.iter().copied().filter(|s| variable.pattern.admits(*s, facts));
        let found: Vec<Row> =
            fitting.take(MAX_CANDIDATES).map(|s| Row::new(s, at, facts, &mut sets)).collect();
        if found.is_empty() {
            return Near::NoStatement { variable: at, why: unfitting(rule, at, &listed, facts) };
        }
        rows.push(found);
    }
    let search = Search { rule, facts, rows };
    let mut combinations = search.combinations(true);
    if combinations.is_empty() {
        combinations = search.combinations(false);
    }
    let missed = |combination: &Combination| search.judge(combination);
    let mut misses: Vec<NearMiss> = combinations.iter().filter_map(missed).collect();
    misses.sort_by_key(|miss| miss.against.len());
    misses.truncate(most);
    Near::Misses(misses)
}

/// What keeps all statements from fitting a pattern.
fn unfitting<F: Facts>(rule: &Rule, variable: usize, listed: &[StatementId], facts: &F) -> String {
    let Some(variable) = rule.variables.get(variable) else { return String::new() };
    let roles: Vec<&str> = variable.pattern.roles.iter().map(|r| r.as_str()).collect();
    if listed.is_empty() {
        return format!("nothing in the articles has the role {}", roles.join(" or "));
    }
    let mut left = listed.to_vec();
    for (field, values) in &variable.pattern.fields {
        let only =
            crate::rules::pattern::Pattern { roles: Vec::new(), fields: vec![(*field, values.clone())] };
        let others: Vec<String> = left.iter().map(|s| facts.text(&facts.field(*s, *field))).collect();
        left.retain(|s| only.admits(*s, facts));
        if left.is_empty() {
            let mut others = others;
            others.sort_unstable();
            others.dedup();
            others.truncate(5);
            return format!("in the articles, {} is {} here", field.name(), others.join(" or "));
        }
    }
    "no statement fits".to_string()
}

/// Everything that a rule can read of a statement.
#[derive(Debug)]
struct Row {
    statement: StatementId,
    values: [Value; Field::ALL.len()],
    tallies: Tallies,
}

impl Row {
    fn new<F: Facts>(statement: StatementId, variable: usize, facts: &F, sets: &mut Sets<'_, F>) -> Row {
        let values = Field::ALL.map(|field| facts.field(statement, field));
        let tallies = sets.tallies(variable, |field| facts.field(statement, field));
        Row { statement, values, tallies }
    }

    fn value(&self, field: Field) -> Option<&Value> {
        self.values.get(Field::ALL.iter().position(|f| *f == field)?)
    }
}

/// For each variable, the number of its row.
type Combination = SmallVec<[usize; 4]>;

struct Search<'a, F> {
    rule: &'a Rule,
    facts: &'a F,
    /// The statements that fit each variable.
    rows: Vec<Vec<Row>>,
}

/// One row for each variable.
struct Bound<'b>(SmallVec<[&'b Row; 4]>);

impl Bindings for Bound<'_> {
    fn value(&self, variable: usize, field: Field) -> &Value {
        self.0.get(variable).and_then(|row| row.value(field)).unwrap_or(&Value::Unknown)
    }

    fn tally(&self, variable: usize, set: usize) -> Tally {
        self.0.get(variable).and_then(|row| row.tallies.get(set)).copied().unwrap_or_default()
    }
}

impl<F: Facts> Search<'_, F> {
    /// Combinations whose statements are tied to each other, or, with `tied` false, of the first few.
    fn combinations(&self, tied: bool) -> Vec<Combination> {
        let first = self.rows.first().map_or(0, Vec::len);
        let first = if tied { first } else { first.min(MAX_UNTIED) };
        let mut combinations: Vec<Combination> =
            (0..first).map(|at| Combination::from_slice(&[at])).collect();
        for variable in 1..self.rows.len() {
            combinations = self.extend(variable, &combinations, tied);
        }
        combinations
    }

    fn extend(&self, variable: usize, combinations: &[Combination], tied: bool) -> Vec<Combination> {
        let (Some(rows), Some(step)) = (self.rows.get(variable), self.rule.plan.steps.get(variable)) else {
            return Vec::new();
        };
        let mut by_key: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
        if tied {
            for (at, row) in rows.iter().enumerate() {
                let keys = Keys::new(step, |link| row.value(link.ours));
                keys.iter().for_each(|key| by_key.entry(key).or_default().push(at));
            }
        }
        let untied: Vec<usize> = (0..rows.len().min(MAX_UNTIED)).collect();
        let mut extended = Vec::new();
        for combination in combinations {
            let bound = self.bind(combination);
            let keys = Keys::new(step, |link| bound.0.get(link.variable)?.value(link.theirs));
            let listed = keys.iter().filter_map(|key| by_key.get(&key)).flatten();
            let candidates: Vec<usize> = if tied { listed.copied().collect() } else { untied.clone() };
            for at in candidates {
                let Some(row) = rows.get(at) else { continue };
                let twice = bound.0.iter().any(|other| other.statement == row.statement);
                let turned =
                    self.rule.plan.symmetric && bound.0.first().is_some_and(|f| f.statement > row.statement);
                if twice || turned {
                    continue;
                }
                let mut longer = combination.clone();
                longer.push(at);
                extended.push(longer);
                if extended.len() == MAX_COMBINATIONS {
                    return extended;
                }
            }
        }
        extended
    }

    fn bind(&self, combination: &Combination) -> Bound<'_> {
        Bound(combination.iter().zip(&self.rows).filter_map(|(at, rows)| rows.get(*at)).collect())
    }

    /// What speaks against a combination; none if nothing does.
    fn judge(&self, combination: &Combination) -> Option<NearMiss> {
        let bound = self.bind(combination);
        let judge = |expr: &Expr| expr.judge(self.facts, &bound);
        let conditions = &self.rule.conditions;
        let mut against: Vec<Against> = conditions
            .all
            .iter()
            .filter(|e| !judge(e).truth.is_true())
            .map(|e| self.against(e, &bound))
            .collect();
        if let Some(first) = conditions.any.first()
            && !conditions.any.iter().any(|e| judge(e).truth.is_true())
        {
            against.push(self.against(first, &bound));
        }
        // What is assumed to be true softens a finding, it does not silence it.
        let silences = |expr: &&Expr| judge(expr) == Judged::TRUE;
        for expr in conditions.unless.iter().filter(silences) {
            let verdict = format!("true, which keeps the rule silent: {}", self.values(expr, &bound));
            against.push(Against { span: expr.span, verdict });
        }
        let statements = bound.0.iter().map(|row| row.statement).collect();
        (!against.is_empty()).then_some(NearMiss { statements, against })
    }

    /// The part of a condition that is the first not to be true.
    fn against(&self, expr: &Expr, bound: &Bound<'_>) -> Against {
        if let Kind::All(parts) = &expr.kind
            && let Some(part) = parts.iter().find(|part| !part.judge(self.facts, bound).truth.is_true())
        {
            return self.against(part, bound);
        }
        let truth = match expr.judge(self.facts, bound).truth {
            Truth::Unknown => "cannot be told",
            _ => "false",
        };
        Against { span: expr.span, verdict: format!("{truth}: {}", self.values(expr, bound)) }
    }

    /// "a.value is 12, b.value is 19"
    fn values(&self, expr: &Expr, bound: &Bound<'_>) -> String {
        let mut told = Vec::new();
        self.tell(expr, bound, &mut told);
        told.dedup();
        told.join(", ")
    }

    fn tell(&self, expr: &Expr, bound: &Bound<'_>, told: &mut Vec<String>) {
        let name = |variable: usize| self.rule.variables.get(variable).map_or("", |v| v.name.as_str());
        match &expr.kind {
            Kind::Field { variable, field } => {
                let value = bound.value(*variable, *field);
                let opaque = matches!(field, Field::Slot | Field::Story | Field::Article);
                let value = match value {
                    Value::Number(n) if opaque => format!("#{n}"),
                    value => self.facts.text(value),
                };
                told.push(format!("{}.{} is {value}", name(*variable), field.name()));
            }
            Kind::Tally { set, tallied, .. } => {
                let set = self.rule.sets.get(*set).map_or("", |set| set.name.as_str());
                let value = match *expr.value(self.facts, bound) {
                    Value::Number(n) => n,
                    _ => 0.0,
                };
                let what = match tallied {
                    Tallied::Statements => "statements",
                    Tallied::Sources => "sources",
                    Tallied::Articles => "articles",
                };
                told.push(format!("{set} has {value} {what}"));
            }
            _ => expr.children().iter().for_each(|child| self.tell(child, bound, told)),
        }
    }
}

#[cfg(test)]
mod tests;
