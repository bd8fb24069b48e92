//! What a rule makes of the statements at two places: for those who ask why it spoke or kept silent there.

use smallvec::SmallVec;

use super::evaluate::{Evaluated, Row, Rows, distance, evaluate};
use super::near::unfitting;
use super::sets::Sets;
use super::{ByRole, Facts, Relation};
use crate::graph::{Field, StatementId, Value};
use crate::rules::Rule;
use crate::symbol::Sym;

/// How many combinations of statements are compared.
const MAX_COMBINATIONS: usize = 50_000;

/// What a rule makes of two places.
#[derive(Debug, Clone)]
pub enum Between {
    /// No statement at either place is one that the rule reads.
    Nothing,
    /// Only one place gives something that the rule reads.
    OneSided {
        /// Which place: 0 or 1.
        place: usize,
        /// What it gives.
        given: StatementId,
        /// What the other lacks.
        why: String,
    },
    /// The rule looked at statements of both places.
    Evaluated(Weighing),
}

/// The statements that come nearest to a finding, with every condition.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// One for each variable.
    pub statements: SmallVec<[StatementId; 4]>,
    /// The conditions, in the order of the rule's file.
    pub conditions: Vec<Evaluated>,
    /// The outcome that holds, as an index into the rule's.
    pub outcome: Option<usize>,
}

impl Weighing {
    /// Does every condition let the rule speak?
    pub fn holds(&self) -> bool {
        !self.conditions.iter().any(|weighed| weighed.speaks_against)
    }
}

/// Looks at the statements of two places as a rule would, whether it is enabled or not. A rule about single
/// statements is asked about each.
pub fn between<F: Facts>(rule: &Rule, facts: &F, places: [&[StatementId]; 2]) -> Between {
    let roles = ByRole::new(facts);
    let mut sets = Sets::new(rule, facts, &roles);
    let rows: Vec<Vec<(usize, Row)>> =
        (0..rule.variables.len()).map(|variable| rows_of(rule, variable, facts, places, &mut sets)).collect();
    let mut best: Option<(usize, Rows<'_>)> = None;
    let mut left = MAX_COMBINATIONS;
    combine(rule, &rows, &mut SmallVec::new(), &mut left, &mut |rows| {
        let far = distance(rule, facts, &rows);
        if best.as_ref().is_none_or(|(nearest, _)| far < *nearest) {
            best = Some((far, rows));
        }
    });
    match best {
        Some((_, mut rows)) => {
            orient(rule, facts, &mut rows);
            let holds = |at: &usize| {
                let outcome = rule.outcomes.get(*at);
                outcome.is_some_and(|o| o.when.judge(facts, &rows).truth.is_true())
            };
            let outcome = (0..rule.outcomes.len()).find(holds);
            let conditions = evaluate(rule, facts, &rows);
            Between::Evaluated(Weighing { statements: rows.statements(), conditions, outcome })
        }
        None => one_sided(rule, facts, places, &rows),
    }
}

/// In a symmetric rule the one published first stands first, as far as dates are known.
fn orient<F: Facts>(rule: &Rule, facts: &F, rows: &mut Rows<'_>) {
    let [first, second] = rows.0.as_slice() else { return };
    let dates = first.value(Field::Published).zip(second.value(Field::Published));
    let later = |(first, second): (&Value, &Value)| facts.relate(Relation::Less, second, first);
    if rule.plan.symmetric && dates.map(later).is_some_and(|judged| judged.truth.is_true()) {
        rows.0.swap(0, 1);
    }
}

/// The statements of both places that fit a variable, each with the number of its place.
fn rows_of<F: Facts>(
    rule: &Rule,
    variable: usize,
    facts: &F,
    places: [&[StatementId]; 2],
    sets: &mut Sets<'_, F>,
) -> Vec<(usize, Row)> {
    let Some(pattern) = rule.variables.get(variable).map(|v| &v.pattern) else { return Vec::new() };
    let mut rows = Vec::new();
    for (place, statements) in places.iter().enumerate() {
        for id in with_roles(statements, &pattern.roles, facts) {
            if pattern.admits(id, facts) {
                rows.push((place, Row::new(id, variable, facts, sets)));
            }
        }
    }
    rows
}

fn with_roles<'s, F: Facts>(
    statements: &'s [StatementId],
    roles: &'s [Sym],
    facts: &'s F,
) -> impl Iterator<Item = StatementId> + 's {
    let role = |id: StatementId| facts.statement(id).map(|s| s.role);
    statements
        .iter()
        .copied()
        .filter(move |id| roles.is_empty() || role(*id).is_some_and(|r| roles.contains(r)))
}

/// Calls `each` with every choice of one row for each variable that takes from both places.
fn combine<'r>(
    rule: &Rule,
    rows: &'r [Vec<(usize, Row)>],
    chosen: &mut SmallVec<[(usize, &'r Row); 4]>,
    left: &mut usize,
    each: &mut dyn FnMut(Rows<'r>),
) {
    let Some(candidates) = rows.get(chosen.len()) else {
        let both = [0, 1].iter().all(|place| chosen.iter().any(|(p, _)| p == place));
        if *left > 0 && (both || rows.len() == 1) {
            *left -= 1;
            each(Rows(chosen.iter().map(|(_, row)| *row).collect()));
        }
        return;
    };
    for (place, row) in candidates {
        let twice = chosen.iter().any(|(_, other)| other.statement == row.statement);
        let turned = rule.plan.symmetric && chosen.first().is_some_and(|(_, f)| f.statement > row.statement);
        if !twice && !turned && *left > 0 {
            chosen.push((*place, row));
            combine(rule, rows, chosen, left, each);
            chosen.pop();
        }
    }
}

/// Why there is nothing to compare.
fn one_sided<F: Facts>(
    rule: &Rule,
    facts: &F,
    places: [&[StatementId]; 2],
    rows: &[Vec<(usize, Row)>],
) -> Between {
    let fitting = rows.iter().enumerate().find_map(|(variable, rows)| Some((variable, rows.first()?)));
    let Some((variable, (place, row))) = fitting else { return Between::Nothing };
    // What another variable could stand for, if there is one.
    let asked = rule.variables.iter().enumerate().find(|(at, _)| *at != variable).map(|(_, v)| &v.pattern);
    let Some(pattern) = asked else { return Between::Nothing };
    let other = places.get(1 - *place).copied().unwrap_or(&[]);
    let listed: Vec<StatementId> = with_roles(other, &pattern.roles, facts).collect();
    Between::OneSided { place: *place, given: row.statement, why: unfitting(pattern, &listed, facts) }
}

#[cfg(test)]
mod tests;
