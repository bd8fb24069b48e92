//! Groups are paired through an index, and the rule's conditions judged.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::group::{Binding, Bound, Groups, origin};
use super::index::{Index, Key, Keys};
use super::{Facts, MAX_GROUPS, Relation};
use crate::diagnostic::Severity;
use crate::graph::{Field, StatementId};
use crate::rules::Rule;
use crate::rules::expression::Expr;
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

/// All matches of a rule, in the order of the statements read first.
pub fn join<F: Facts>(rule: &Rule, facts: &F, groups: &Groups) -> Vec<Match> {
    let join = Join { rule, facts, groups };
    let firsts = groups.of(0).iter().zip(0..);
    let mut tuples: Vec<(Tuple, Judged)> =
        firsts.map(|(group, at)| (Tuple::from_slice(&[at]), group.judged)).collect();
    for variable in 1..rule.variables.len() {
        tuples = join.extend(variable, &tuples);
    }
    tuples.into_iter().filter_map(|(tuple, judged)| join.conclude(tuple, judged)).collect()
}

/// A rule and what it is run on.
struct Join<'a, F> {
    rule: &'a Rule,
    facts: &'a F,
    groups: &'a Groups,
}

impl<'a, F: Facts> Join<'a, F> {
    /// Binds one more variable to every group that the conditions allow.
    fn extend(&self, variable: usize, tuples: &[(Tuple, Judged)]) -> Vec<(Tuple, Judged)> {
        let Some(step) = self.rule.plan.steps.get(variable) else { return Vec::new() };
        let groups = self.groups.of(variable);
        // What the archive says against itself is not asked.
        let is_last = variable + 1 == self.rule.variables.len();
        let index = Index::new(step, groups);
        let mut looked_up: FxHashMap<Key, usize> = FxHashMap::default();
        let mut candidates = FxHashSet::default();
        let mut extended = Vec::new();
        for (tuple, so_far) in tuples {
            let mut bound = self.bind(tuple);
            let keys = Keys::new(step, |link| Bound { steps: &bound }.read(link.variable, link.theirs));
            candidates.clear();
            for key in keys.iter() {
                let times = looked_up.entry(key).or_default();
                *times += 1;
                if *times > MAX_GROUPS {
                    continue;
                }
                for &candidate in index.get(key) {
                    let seen_the_other_way = self.rule.plan.symmetric && tuple.first() > Some(&candidate);
                    let Some(group) = groups.get(candidate as usize) else { continue };
                    // Two groups that share several members meet under each of them.
                    if seen_the_other_way || (step.shared.is_some() && !candidates.insert(candidate)) {
                        continue;
                    }
                    bound.truncate(variable);
                    bound.push((variable, step, group));
                    if is_last && !bound.iter().any(|(.., group)| group.drafted) {
                        continue;
                    }
                    let judged = so_far.and(group.judged).and(self.all_hold(&step.conditions, &bound));
                    if judged.truth.is_true() {
                        let mut tuple = tuple.clone();
                        tuple.push(candidate);
                        extended.push((tuple, judged));
                    }
                }
            }
        }
        extended
    }

    fn all_hold(&self, conditions: &[Expr], bound: &[Binding<'_>]) -> Judged {
        let mut judged = Judged::TRUE;
        for condition in conditions {
            judged = judged.and(condition.judge(self.facts, &Bound { steps: bound }));
            if !judged.truth.is_true() {
                break;
            }
        }
        judged
    }

    /// Applies what needs all variables: statements apart from each other, `unless`, and the outcome.
    fn conclude(&self, mut tuple: Tuple, mut judged: Judged) -> Option<Match> {
        self.orient(&mut tuple);
        let statements = self.representatives(&tuple)?;
        let bound = self.bind(&tuple);
        let bound = Bound { steps: &bound };
        // What one article says twice was published on one day: no date of publication could order it.
        let may_assume = self.come_from_two_articles(&statements);
        for unless in &self.rule.plan.unless {
            let silent = (!unless.judge(self.facts, &bound)).possible();
            judged = judged.and(Judged { assumed: silent.assumed && may_assume, ..silent });
        }
        if !judged.truth.is_true() {
            return None;
        }
        let mut severity = self.rule.severity;
        let mut outcome = None;
        for (at, case) in self.rule.outcomes.iter().enumerate() {
            let holds = case.when.judge(self.facts, &bound);
            judged.assumed |= holds.assumed && may_assume;
            if holds.truth.is_true() {
                if !case.enabled {
                    return None;
                }
                outcome = Some(at);
                severity = case.severity.unwrap_or(severity);
                break;
            }
        }
        let assumed = judged.assumed;
        let severity = if assumed { severity.milder() } else { severity };
        Some(Match { groups: tuple, statements, assumed, outcome, severity })
    }

    /// In a symmetric rule, puts the group published first in the first place, as far as dates are known.
    fn orient(&self, tuple: &mut Tuple) {
        if !self.rule.plan.symmetric {
            return;
        }
        let bound = self.bind(tuple);
        let published = |variable| Bound { steps: &bound }.read(variable, Field::Published);
        if let (Some(first), Some(second)) = (published(0), published(1))
            && self.facts.relate(Relation::Less, second, first).truth.is_true()
        {
            tuple.swap(0, 1);
        }
    }

    fn bind(&self, tuple: &Tuple) -> SmallVec<[Binding<'a>; 4]> {
        let steps = self.rule.plan.steps.iter().zip(tuple).enumerate();
        steps.filter_map(|(v, (step, g))| Some((v, step, self.groups.of(v).get(*g as usize)?))).collect()
    }

    fn come_from_two_articles(&self, statements: &[StatementId]) -> bool {
        let mut articles = statements.iter().map(|s| origin(self.facts, *s, Field::Article));
        let first = articles.next();
        articles.any(|article| Some(article) != first)
    }

    /// One statement of each group: no statement twice, and apart as the rule demands.
    fn representatives(&self, tuple: &Tuple) -> Option<SmallVec<[StatementId; 4]>> {
        let bound = self.bind(tuple);
        let apart = |a: StatementId, b: StatementId| {
            let differ = |f: &Field| origin(self.facts, a, *f) != origin(self.facts, b, *f);
            a != b && self.rule.plan.apart.iter().all(differ)
        };
        let mut chosen = SmallVec::new();
        choose(&bound, &apart, &mut chosen).then_some(chosen)
    }
}

/// Completes the choice of one probe from each group; there are few variables and few probes.
fn choose(
    bound: &[Binding<'_>],
    apart: &impl Fn(StatementId, StatementId) -> bool,
    chosen: &mut SmallVec<[StatementId; 4]>,
) -> bool {
    let Some((.., group)) = bound.get(chosen.len()) else { return true };
    group.probes.iter().any(|probe| {
        if !chosen.iter().all(|c| apart(*c, *probe)) {
            return false;
        }
        chosen.push(*probe);
        let complete = choose(bound, apart, chosen);
        if !complete {
            chosen.pop();
        }
        complete
    })
}
