//! Groups are paired through an index, and the rule's conditions judged.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::group::{Bound, Group, Groups, field_of, hash_value, origin};
use super::{Facts, MAX_GROUPS};
use crate::diagnostic::Severity;
use crate::graph::{EntityId, Field, StatementId, Value};
use crate::rules::Rule;
use crate::rules::plan::{Link, Step};
use crate::truth::Judged;

/// Groups, one for each variable, of which the rule's conditions are true.
#[derive(Debug, Clone)]
pub struct Match {
    /// The group of each variable, as an index into its groups.
    pub groups: Tuple,
    /// A statement of each group; of these, too, all conditions are true.
    pub statements: SmallVec<[StatementId; 4]>,
    /// Does it rest on dates that are not known?
    pub assumed: bool,
    /// The outcome that holds, as an index into the rule's.
    pub outcome: Option<usize>,
    /// The final severity.
    pub severity: Severity,
}

/// For each variable so far, the index of its group.
type Tuple = SmallVec<[u32; 4]>;

/// A key of the index, hashed. Where two keys share a hash, the conditions tell them apart.
type Key = u64;

/// All matches of a rule, in the order of the statements read first.
pub fn join<F: Facts>(rule: &Rule, facts: &F, groups: &Groups) -> Vec<Match> {
    let mut tuples: Vec<(Tuple, Judged)> =
        (0..groups.of(0).len() as u32).map(|g| (Tuple::from_slice(&[g]), Judged::TRUE)).collect();
    for variable in 1..rule.variables.len() {
        tuples = extend(rule, facts, groups, variable, &tuples);
    }
    tuples.into_iter().filter_map(|(tuple, judged)| conclude(rule, facts, groups, tuple, judged)).collect()
}

/// Binds one more variable.
fn extend<F: Facts>(
    rule: &Rule,
    facts: &F,
    groups: &Groups,
    variable: usize,
    tuples: &[(Tuple, Judged)],
) -> Vec<(Tuple, Judged)> {
    let Some(step) = rule.plan.steps.get(variable) else { return Vec::new() };
    let index = Index::new(step, groups.of(variable));
    let mut seen: FxHashMap<Key, usize> = FxHashMap::default();
    let mut extended = Vec::new();
    for (tuple, so_far) in tuples {
        let theirs = |link: &Link| value_of(rule, groups, tuple, link.variable, link.theirs);
        let (base, members) = keys(step, theirs);
        for member in &members {
            let key = with_member(base, *member);
            let count = seen.entry(key).or_default();
            *count += 1;
            if *count > MAX_GROUPS {
                continue;
            }
            for &candidate in index.get(key) {
                let ours = groups.of(variable).get(candidate as usize);
                let first_common = ours.is_some_and(|g| first_common(step, g, &members) == Some(*member));
                if !first_common || (rule.plan.symmetric && tuple[0] > candidate) {
                    continue;
                }
                let tuple = orient(rule, facts, groups, tuple, candidate);
                let judged = so_far.and(all_hold(rule, facts, groups, &tuple, &step.conditions));
                if judged.truth.is_true() {
                    extended.push((tuple, judged));
                }
            }
        }
    }
    extended
}

/// Adds a group to a tuple. In a symmetric rule the statement published first comes first.
fn orient<F: Facts>(rule: &Rule, facts: &F, groups: &Groups, tuple: &Tuple, candidate: u32) -> Tuple {
    let mut tuple = tuple.clone();
    tuple.push(candidate);
    if rule.plan.symmetric {
        let published = |at| value_of(rule, groups, &tuple, at, Field::Published);
        if let (Some(first), Some(second)) = (published(0), published(1)) {
            if facts.relate(super::Relation::Less, second, first).truth.is_true() {
                tuple.swap(0, 1);
            }
        }
    }
    tuple
}

/// Applies what needs all variables: mentions apart from each other, `unless`, and the outcome.
fn conclude<F: Facts>(
    rule: &Rule,
    facts: &F,
    groups: &Groups,
    tuple: Tuple,
    judged: Judged,
) -> Option<Match> {
    let statements = representatives(rule, facts, groups, &tuple)?;
    let bound = bind(rule, groups, &tuple);
    let bound = Bound { steps: &bound };
    let silenced = rule.plan.unless.iter().fold(Judged::FALSE, |any, u| any.or(u.judge(facts, &bound)));
    let mut judged = judged.and((!silenced).possible());
    if !judged.truth.is_true() {
        return None;
    }
    let mut outcome = None;
    for (at, case) in rule.outcomes.iter().enumerate() {
        let holds = case.when.judge(facts, &bound);
        judged.assumed |= holds.assumed;
        if holds.truth.is_true() {
            outcome = Some(at);
            break;
        }
    }
    let severity = outcome.and_then(|at| rule.outcomes.get(at)?.severity).unwrap_or(rule.severity);
    let severity = if judged.assumed { severity.milder() } else { severity };
    Some(Match { groups: tuple, statements, assumed: judged.assumed, outcome, severity })
}

fn all_hold<F: Facts>(
    rule: &Rule,
    facts: &F,
    groups: &Groups,
    tuple: &Tuple,
    conditions: &[crate::rules::expression::Expr],
) -> Judged {
    let bound = bind(rule, groups, tuple);
    let bound = Bound { steps: &bound };
    let mut judged = Judged::TRUE;
    for condition in conditions {
        judged = judged.and(condition.judge(facts, &bound));
        if !judged.truth.is_true() {
            break;
        }
    }
    judged
}

fn bind<'a>(
    rule: &'a Rule,
    groups: &'a Groups,
    tuple: &Tuple,
) -> SmallVec<[(usize, &'a Step, &'a Group); 4]> {
    let steps = rule.plan.steps.iter().zip(tuple).enumerate();
    steps.filter_map(|(v, (step, g))| Some((v, step, groups.of(v).get(*g as usize)?))).collect()
}

fn value_of<'a>(
    rule: &Rule,
    groups: &'a Groups,
    tuple: &Tuple,
    variable: usize,
    field: Field,
) -> Option<&'a Value> {
    let group = groups.of(variable).get(*tuple.get(variable)? as usize)?;
    field_of(rule.plan.steps.get(variable)?, group, field)
}

/// One statement of each group: no statement twice, and apart as the rule demands.
fn representatives<F: Facts>(
    rule: &Rule,
    facts: &F,
    groups: &Groups,
    tuple: &Tuple,
) -> Option<SmallVec<[StatementId; 4]>> {
    let probes: SmallVec<[&[StatementId]; 4]> = tuple
        .iter()
        .enumerate()
        .filter_map(|(v, g)| Some(groups.of(v).get(*g as usize)?.probes.as_slice()))
        .collect();
    let apart = |a: StatementId, b: StatementId| {
        a != b && rule.plan.apart.iter().all(|f| origin(facts, a, *f) != origin(facts, b, *f))
    };
    let mut chosen = SmallVec::new();
    choose(&probes, &apart, &mut chosen).then_some(chosen)
}

/// Completes the choice of one probe from each list; there are few variables and few probes.
fn choose(
    probes: &[&[StatementId]],
    apart: &impl Fn(StatementId, StatementId) -> bool,
    chosen: &mut SmallVec<[StatementId; 4]>,
) -> bool {
    let Some(options) = probes.get(chosen.len()) else { return true };
    options.iter().any(|option| {
        if !chosen.iter().all(|c| apart(*c, *option)) {
            return false;
        }
        chosen.push(*option);
        let complete = choose(probes, apart, chosen);
        if !complete {
            chosen.pop();
        }
        complete
    })
}

/// The groups of one variable by the keys that its step joins on.
struct Index {
    groups: FxHashMap<Key, Vec<u32>>,
}

impl Index {
    fn new(step: &Step, groups: &[Group]) -> Index {
        let mut index: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
        for (group, at) in groups.iter().zip(0..) {
            let (base, members) = keys(step, |link| field_of(step, group, link.ours));
            for member in members {
                let bucket = index.entry(with_member(base, member)).or_default();
                if bucket.len() < MAX_GROUPS {
                    bucket.push(at);
                }
            }
        }
        Index { groups: index }
    }

    fn get(&self, key: Key) -> &[u32] {
        self.groups.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// Members of a shared set to look under; `None` where the step joins by equality alone.
type Members = SmallVec<[Option<EntityId>; 4]>;

/// The hash of the values that must be equal, and the members to look under. No members: nothing joins.
fn keys<'v>(step: &Step, value: impl Fn(&Link) -> Option<&'v Value>) -> (Key, Members) {
    let mut hasher = FxHasher::default();
    for link in &step.equal {
        match value(link) {
            None | Some(Value::Unknown) => return (0, Members::new()),
            Some(found) => hash_value(found, &mut hasher),
        }
    }
    let members = match &step.shared {
        None => Members::from_slice(&[None]),
        Some(link) => match value(link) {
            Some(Value::Entities(members)) => members.iter().copied().map(Some).collect(),
            Some(Value::Entity(entity)) => Members::from_slice(&[Some(*entity)]),
            _ => Members::new(),
        },
    };
    (hasher.finish(), members)
}

fn with_member(base: Key, member: Option<EntityId>) -> Key {
    let mut hasher = FxHasher::default();
    (base, member).hash(&mut hasher);
    hasher.finish()
}

/// The first of `members` that the group's set has too: a pair that shares several is looked at once.
fn first_common(step: &Step, group: &Group, members: &Members) -> Option<Option<EntityId>> {
    let (_, ours) = keys(step, |link| field_of(step, group, link.ours));
    members.iter().copied().find(|m| ours.contains(m))
}
