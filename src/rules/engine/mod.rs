//! Rules meet the graph.
//!
//! For each rule: [`gather`] takes the statements that each variable can stand for, leaves out those that can meet no
//! other ([`meet`]) and puts those together that the rule cannot tell apart ([`group`]), [`sets`] counts what conditions
//! count; [`join`] pairs the groups through an [`index`] and judges the conditions; [`finding`] makes one finding of all matches about one fact. [`select`]
//! then orders the findings of all rules and lets the more specific rule speak where two tell of the same fact.
//! For those who ask why: [`near`] says what came close to a finding, [`lacking`] which articles gave
//! nothing to compare, [`between`] what a rule makes of two places,
//! both by what [`evaluate`] says of each condition.
//!
//! The work grows with the statements and with the distinct values in a slot, not with the pairs of
//! mentions: ten thousand articles that say "five" make one group. Where distinct values are many all the
//! same, [`MAX_GROUPS`] bounds the pairs.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Rule;
use crate::diagnostic::Diagnostic;
use crate::graph::StatementId;
use crate::symbol::Sym;

pub mod between;
mod each;
pub mod evaluate;
pub mod finding;
pub mod gather;
pub mod group;
pub mod index;
pub mod join;
pub mod lacking;
mod meet;
pub mod near;
pub mod select;
pub mod sets;

pub use super::facts::{Facts, Relation};

/// How many distinct groups under one key of the index are compared with each other: those read first.
pub const MAX_GROUPS: usize = 500;

/// From so many statements on, rules run one after the other.
const MANY: usize = 200_000;

/// Runs the rules that are enabled. Findings come most certain first, in an order that depends on nothing
/// but the rules and the graph.
pub fn check<F: Facts>(rules: &[Rule], facts: &F) -> Vec<Diagnostic> {
    check_with(rules, facts, Some)
}

/// The same, where somebody else has a say in what becomes of a finding before it speaks or is silenced by another.
pub fn check_with<F: Facts>(
    rules: &[Rule],
    facts: &F,
    keep: impl Fn(Diagnostic) -> Option<Diagnostic>,
) -> Vec<Diagnostic> {
    let roles = ByRole::new(facts);
    let enabled = |rule: &&Rule| rule.enabled;
    let run = |rule: &Rule| run(rule, facts, &roles);
    // What two rules gather of a whole archive at a time would be the most that a check needs of memory: there the
    // statements of one rule are read side by side.
    let found: Vec<Vec<Diagnostic>> = match facts.statement_count() > MANY {
        true => rules.iter().filter(enabled).map(run).collect(),
        false => rules.par_iter().filter(enabled).map(run).collect(),
    };
    select::select(rules, found.into_iter().flatten().filter_map(keep).collect())
}

/// Runs one rule, whether enabled or not, and nothing else.
pub fn check_one<F: Facts>(rule: &Rule, facts: &F) -> Vec<Diagnostic> {
    select::select(std::slice::from_ref(rule), run(rule, facts, &ByRole::new(facts)))
}

fn run<F: Facts>(rule: &Rule, facts: &F, roles: &ByRole) -> Vec<Diagnostic> {
    let groups = gather::gather(rule, facts, roles);
    let matches = join::join(rule, facts, &groups);
    finding::findings(rule, facts, &groups, matches)
}

/// Which statements have a role.
#[derive(Debug)]
pub struct ByRole {
    statements: FxHashMap<Sym, Vec<StatementId>>,
    all: Vec<StatementId>,
}

impl ByRole {
    /// Sorts the statements of a graph by their roles.
    pub fn new<F: Facts>(facts: &F) -> ByRole {
        let mut statements: FxHashMap<Sym, Vec<StatementId>> = FxHashMap::default();
        let all: Vec<StatementId> = (0..facts.statement_count() as u32).map(StatementId).collect();
        for id in &all {
            let Some(statement) = facts.statement(*id) else { continue };
            match statements.get_mut(statement.role) {
                Some(known) => known.push(*id),
                None => {
                    statements.insert(statement.role.clone(), vec![*id]);
                }
            }
        }
        ByRole { statements, all }
    }

    /// The statements of any of these roles, or all where none is named; ascending.
    pub fn of(&self, roles: &[Sym]) -> Vec<StatementId> {
        let mut found: Vec<StatementId> = match roles {
            [] => return self.all.clone(),
            roles => roles.iter().filter_map(|role| self.statements.get(role)).flatten().copied().collect(),
        };
        found.sort_unstable();
        found
    }
}

#[cfg(test)]
mod tests;
