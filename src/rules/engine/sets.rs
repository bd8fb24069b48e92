//! Sets of other statements that a rule counts: `[gather.NAME]`.
//!
//! A set depends on one variable, and on nothing of it but the fields that the set's conditions read; it is
//! gathered once for each combination of their values.

use rustc_hash::{FxHashMap, FxHashSet};

use super::each::those_that;
use super::group::{Group, Tallies, field_of, hash_row, into_groups, judge_alone, origin};
use super::index::{Index, Key, Keys};
use super::{ByRole, Facts};
use crate::graph::{Field, StatementId, Value};
use crate::rules::Rule;
use crate::rules::expression::eval::{Bindings, Tally};
use crate::rules::plan::GatheredSet;
use crate::truth::Judged;

/// Gathers the sets of a rule.
#[derive(Debug)]
pub struct Sets<'a, F> {
    facts: &'a F,
    sets: Vec<Candidates<'a>>,
}

/// The statements that can belong to a set.
#[derive(Debug)]
struct Candidates<'a> {
    set: &'a GatheredSet,
    /// The number by which the set's conditions call it.
    own: usize,
    groups: Vec<Group>,
    index: Index,
    /// What was gathered, by the values that it depends on.
    known: FxHashMap<u64, Vec<(Vec<Value>, Tally)>>,
}

impl<'a, F: Facts> Sets<'a, F> {
    /// Finds the statements that can belong to each set.
    pub fn new(rule: &'a Rule, facts: &'a F, roles: &ByRole) -> Sets<'a, F> {
        Sets::of(rule, facts, roles, |_| None)
    }

    /// Finds those that can belong to the sets of some groups of each variable: most statements stand beside none.
    pub fn beside(rule: &'a Rule, facts: &'a F, roles: &ByRole, groups: &[Vec<Group>]) -> Sets<'a, F> {
        let keys = |set: &GatheredSet| {
            let step = rule.plan.steps.get(set.variable)?;
            let groups = groups.get(set.variable).map_or(&[][..], Vec::as_slice);
            let mut keys = FxHashSet::default();
            for group in groups {
                keys.extend(Keys::new(&set.step, |link| field_of(step, group, link.theirs)).iter());
            }
            Some(keys)
        };
        Sets::of(rule, facts, roles, keys)
    }

    /// Those with one of some keys, if `keys` gives any.
    fn of(
        rule: &'a Rule,
        facts: &'a F,
        roles: &ByRole,
        keys: impl Fn(&GatheredSet) -> Option<FxHashSet<Key>>,
    ) -> Sets<'a, F> {
        let own = rule.variables.len();
        let candidates = |set: &'a GatheredSet| {
            let keys = keys(set);
            let is_sought = |statement| {
                keys.as_ref()
                    .is_none_or(|keys| own_keys(set, statement, facts).iter().any(|k| keys.contains(&k)))
            };
            let listed = roles.of(&set.pattern.roles);
            let belongs = |statement| set.pattern.admits(statement, facts) && is_sought(statement);
            let admitted = those_that(&listed, belongs);
            let mut groups = into_groups(&set.step, facts, &admitted);
            for group in &mut groups {
                group.judged = judge_alone(&set.step, own, facts, group);
            }
            groups.retain(|group| group.judged.truth.is_true());
            let index = Index::new(&set.step, &groups);
            Candidates { set, own, groups, index, known: FxHashMap::default() }
        };
        Sets { facts, sets: rule.sets.iter().map(candidates).collect() }
    }

    /// The sizes of the sets of a statement that a variable stands for; `read` gives its fields.
    pub fn tallies(&mut self, variable: usize, read: impl Fn(Field) -> Value) -> Tallies {
        let facts = self.facts;
        let tally = |candidates: &mut Candidates<'a>| {
            if candidates.set.variable != variable {
                return Tally::default();
            }
            let row: Vec<Value> = candidates.set.reads.iter().map(|f| read(*f)).collect();
            candidates.tally(row, facts)
        };
        self.sets.iter_mut().map(tally).collect()
    }
}

impl Candidates<'_> {
    fn tally<F: Facts>(&mut self, row: Vec<Value>, facts: &F) -> Tally {
        let hash = hash_row(&row);
        let known = self.known.get(&hash).and_then(|known| known.iter().find(|(r, _)| *r == row));
        if let Some((_, tally)) = known {
            return *tally;
        }
        let tally = self.gather(&row, facts);
        self.known.entry(hash).or_default().push((row, tally));
        tally
    }

    fn gather<F: Facts>(&self, row: &[Value], facts: &F) -> Tally {
        let step = &self.set.step;
        let keys = Keys::new(step, |link| read(self.set, row, link.theirs));
        let mut seen = FxHashSet::default();
        let (mut outlets, mut articles) = (FxHashSet::default(), FxHashSet::default());
        let mut tally = Tally::default();
        for candidate in keys.iter().flat_map(|key| self.index.get(key)) {
            let Some(group) = self.groups.get(*candidate as usize).filter(|_| seen.insert(*candidate)) else {
                continue;
            };
            let beside = Beside { candidates: self, row, group };
            let judged = step
                .conditions
                .iter()
                .fold(group.judged, |so_far, condition| so_far.and(condition.judge(facts, &beside)));
            tally.assumed |= judged.assumed && judged != Judged::FALSE;
            if judged.truth.is_true() {
                let from = |s: &StatementId, field| origin(facts, *s, field);
                tally.statements += group.members.len() as u32;
                outlets.extend(group.members.iter().map(|s| from(s, Field::Source)));
                articles.extend(group.members.iter().map(|s| from(s, Field::Article)));
            }
        }
        Tally { sources: outlets.len() as u32, articles: articles.len() as u32, ..tally }
    }
}

/// Where a statement stands in the index of a set.
fn own_keys<F: Facts>(set: &GatheredSet, statement: StatementId, facts: &F) -> Keys {
    let links = set.step.equal.iter().chain(&set.step.shared);
    let own: Vec<(Field, Value)> = links.map(|link| (link.ours, facts.field(statement, link.ours))).collect();
    Keys::new(&set.step, |link| own.iter().find(|(field, _)| *field == link.ours).map(|(_, value)| value))
}

/// A field of the statement that a set is gathered for.
fn read<'v>(set: &GatheredSet, row: &'v [Value], field: Field) -> Option<&'v Value> {
    row.get(set.reads.binary_search(&field).ok()?)
}

/// A statement and a candidate for its set.
struct Beside<'b, 'a> {
    candidates: &'b Candidates<'a>,
    row: &'b [Value],
    group: &'b Group,
}

impl Bindings for Beside<'_, '_> {
    fn value(&self, variable: usize, field: Field) -> &Value {
        let Candidates { set, own, .. } = self.candidates;
        let value = if variable == *own {
            field_of(&set.step, self.group, field)
        } else {
            read(set, self.row, field)
        };
        value.unwrap_or(&Value::Unknown)
    }

    fn tally(&self, _: usize, _: usize) -> Tally {
        // Sets are not gathered for members of sets: the checker knows no set in their conditions.
        Tally::default()
    }
}

#[cfg(test)]
mod tests;
