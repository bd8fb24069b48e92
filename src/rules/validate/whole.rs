//! What can only be seen of a rule as a whole: whether its conditions can hold together, and whether everything
//! in it is used.

use super::super::ReportText;
use super::super::expression::Expr;
use super::super::mistake::Mistake;
use super::super::plan::{Conditions, GatheredSet, Plan, Variable};
use super::super::reach::{self, Dead};
use super::Reader;

impl Reader<'_, '_> {
    /// Notes what is wrong with the rule as a whole.
    pub(super) fn whole(
        &mut self,
        variables: &[Variable],
        sets: &[GatheredSet],
        conditions: &Conditions,
        report: &ReportText,
        plan: &Plan,
    ) {
        for dead in reach::dead(variables, conditions) {
            self.dead(dead);
        }
        // Where conditions have mistakes, what they say of variables is not known.
        if !self.problems.is_sound() {
            return;
        }
        let used = used(conditions, sets, report);
        for (at, variable) in variables.iter().enumerate() {
            if !used.contains(&at) {
                let message = format!("the variable `{}` is never used", variable.name);
                let label = "neither in `[where]` nor in `[report]`";
                self.problems.add_at(Mistake::UnusedVariable, variable.span, message, label);
                self.problems.help("tie it to another statement in `all`, or take it out");
            } else if !plan.is_joined(at) {
                self.unjoined(variables, variable);
            }
        }
        let mut counted = Vec::new();
        every(conditions, &mut |expr| expr.sets(&mut |set| counted.push(set)));
        for (_, set) in sets.iter().enumerate().filter(|(at, _)| !counted.contains(at)) {
            let message = format!("the set `{}` is never counted", set.name);
            let label = "no condition counts it";
            self.problems.add_at(Mistake::UnusedVariable, set.span, message, label);
            self.problems
                .help(format!("count it in `[where]`, as in `sources({}) >= 2`, or take it out", set.name));
        }
    }

    fn dead(&mut self, dead: Dead<'_>) {
        let (mistake, expr, message, label) = match dead {
            Dead::Contradiction(expr) => (
                Mistake::Contradiction,
                expr,
                "no statements can meet this condition",
                "cannot be true together with what stands before it",
            ),
            Dead::NoneOfAny(expr) => (
                Mistake::Contradiction,
                expr,
                "no statements can meet a condition of `any`",
                "neither this nor another of `any` can be true together with `all`",
            ),
            Dead::Muzzle(expr) => (
                Mistake::Contradiction,
                expr,
                "this keeps the rule from ever speaking",
                "true wherever `all` is",
            ),
            Dead::NeverOfAny(expr) => (
                Mistake::Unreachable,
                expr,
                "this condition of `any` never decides anything",
                "cannot be true together with `all`",
            ),
            Dead::NeverUnless(expr) => (
                Mistake::Unreachable,
                expr,
                "this condition of `unless` never silences anything",
                "cannot be true together with `all`",
            ),
            Dead::NeverOutcome(expr) => (
                Mistake::Unreachable,
                expr,
                "this outcome is never reached",
                "cannot be true together with `all`",
            ),
            Dead::LateOutcome(expr) => (
                Mistake::Unreachable,
                expr,
                "this outcome is never reached",
                "wherever this is true, an outcome before it holds",
            ),
        };
        self.problems.add_at(mistake, expr.span, message.to_string(), label);
    }

    fn unjoined(&mut self, variables: &[Variable], loose: &Variable) {
        let name = &loose.name;
        let message = format!("no condition ties `{name}` to another statement");
        let label = "this would compare every statement with every other";
        self.problems.add_at(Mistake::Unjoined, loose.span, message, label);
        let other = variables.iter().map(|v| &v.name).find(|n| *n != name).unwrap_or(name);
        self.problems.help(format!(
            "add an equality to `all`, such as `{other}.slot = {name}.slot` or \
             `{other}.participants overlaps {name}.participants`"
        ));
    }
}

/// Calls `see` with every condition.
fn every(conditions: &Conditions, see: &mut impl FnMut(&Expr)) {
    let Conditions { all, any, unless, outcomes } = conditions;
    [all, any, unless, outcomes].into_iter().flatten().for_each(see);
}

/// The variables that conditions, sets or messages speak of.
fn used(conditions: &Conditions, sets: &[GatheredSet], report: &ReportText) -> Vec<usize> {
    let mut used: Vec<usize> = report.message.variables().collect();
    used.extend(sets.iter().map(|set| set.variable));
    every(conditions, &mut |expr| expr.fields(&mut |variable, _| used.push(variable)));
    used
}
