//! The statements that each variable of a rule can stand for, in groups.

use super::each::those_that;
use super::group::{Group, Groups, field_of, into_groups, judge_alone};
use super::sets::Sets;
use super::{ByRole, Facts, meet};
use crate::graph::{StatementId, Value};
use crate::rules::Rule;
use crate::rules::plan::Variable;

/// Groups the statements that each variable can stand for.
pub fn gather<F: Facts>(rule: &Rule, facts: &F, roles: &ByRole) -> Groups {
    let shared = rule.plan.symmetric;
    let distinct = if shared { 1 } else { rule.variables.len() };
    let admitted = |variable: &Variable| {
        let candidates = roles.of(&variable.pattern.roles);
        those_that(&candidates, |statement| variable.pattern.admits(statement, facts))
    };
    let mut candidates: Vec<Vec<StatementId>> = rule.variables.iter().take(distinct).map(admitted).collect();
    meet::meeting(rule, facts, &mut candidates);
    let steps = &rule.plan.steps;
    let grouped = candidates.into_iter().zip(steps);
    let mut by_variable: Vec<Vec<Group>> =
        grouped.map(|(candidates, step)| into_groups(step, facts, &candidates)).collect();
    let mut sets = Sets::beside(rule, facts, roles, &by_variable);
    for (at, (groups, step)) in by_variable.iter_mut().zip(steps).enumerate() {
        for group in groups.iter_mut() {
            let read = |field| field_of(step, group, field).cloned().unwrap_or(Value::Unknown);
            group.tallies = sets.tallies(at, read);
            group.judged = judge_alone(step, at, facts, group);
        }
        groups.retain(|group| group.judged.truth.is_true());
    }
    Groups { by_variable, shared }
}
