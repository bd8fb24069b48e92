//! What came close to a finding, and which condition decided against it: for those who write rules.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::evaluate::{Clause, Evaluated, Row, Rows, distance, evaluate};
use super::index::{Key, Keys};
use super::sets::Sets;
use super::{ByRole, Facts};
use crate::graph::StatementId;
use crate::rules::Rule;
use crate::rules::pattern::Pattern;
use crate::source::Span;

/// How many statements are looked at for one variable.
const MAX_CANDIDATES: usize = 5_000;
/// How many where nothing ties them to those of other variables.
const MAX_UNTIED: usize = 40;
/// How many roles are named.
const MOST_ROLES: usize = 4;
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
    /// Of amounts: why two that are not the same may be one value.
    pub leeway: Option<String>,
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
            return Near::NoStatement { variable: at, why: unfitting(&variable.pattern, &listed, facts) };
        }
        rows.push(found);
    }
    let search = Search { rule, facts, rows };
    let mut combinations = search.combinations(true);
    if combinations.is_empty() {
        combinations = search.combinations(false);
    }
    let far = |combination: Combination| match search.distance(&combination) {
        0 => None,
        far => Some((far, combination)),
    };
    let mut missed: Vec<(usize, Combination)> = combinations.into_iter().filter_map(far).collect();
    missed.sort_by_key(|(far, _)| *far);
    let misses = missed.iter().take(most).map(|(_, combination)| search.judge(combination)).collect();
    Near::Misses(misses)
}

/// What keeps all statements of the right roles from fitting a pattern.
pub(super) fn unfitting<F: Facts>(pattern: &Pattern, listed: &[StatementId], facts: &F) -> String {
    if listed.is_empty() {
        return format!("nothing has the role {}", roles(pattern));
    }
    let mut left = listed.to_vec();
    for (field, values) in &pattern.fields {
        let only = Pattern { roles: Vec::new(), fields: vec![(*field, values.clone())] };
        let others: Vec<String> = left.iter().map(|s| facts.text(&facts.field(*s, *field))).collect();
        left.retain(|s| only.admits(*s, facts));
        if left.is_empty() {
            let mut others = others;
            others.sort_unstable();
            others.dedup();
            others.truncate(5);
            return format!("{} is {} here", field.name(), others.join(" or "));
        }
    }
    "no statement fits".to_string()
}

/// "killed or injured", "killed or injured or 15 others"
fn roles(pattern: &Pattern) -> String {
    let mut roles: Vec<String> = pattern.roles.iter().take(MOST_ROLES).map(ToString::to_string).collect();
    match pattern.roles.len().saturating_sub(MOST_ROLES) {
        0 => {}
        more => roles.push(format!("{more} others")),
    }
    roles.join(" or ")
}

/// For each variable, the number of its row.
type Combination = SmallVec<[usize; 4]>;

struct Search<'a, F> {
    rule: &'a Rule,
    facts: &'a F,
    /// The statements that fit each variable.
    rows: Vec<Vec<Row>>,
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

    fn bind(&self, combination: &Combination) -> Rows<'_> {
        Rows(combination.iter().zip(&self.rows).filter_map(|(at, rows)| rows.get(*at)).collect())
    }

    /// How far a combination is from a finding; 0 if it is one.
    fn distance(&self, combination: &Combination) -> usize {
        distance(self.rule, self.facts, &self.bind(combination))
    }

    /// What speaks against a combination. Of alternatives the first stands for all.
    fn judge(&self, combination: &Combination) -> NearMiss {
        let bound = self.bind(combination);
        let mut against = evaluate(self.rule, self.facts, &bound);
        against.retain(|weighed| weighed.speaks_against);
        against.dedup_by(|next, first| (next.clause, first.clause) == (Clause::Any, Clause::Any));
        NearMiss { statements: bound.statements(), against: against.into_iter().map(Against::from).collect() }
    }
}

impl NearMiss {
    /// Why amounts of the statements may be one value, if that speaks against them: a sentence.
    pub fn leeway(&self) -> Option<String> {
        let why = self.against.iter().find_map(|against| against.leeway.as_ref())?;
        Some(format!("the two may be one value: {why}"))
    }
}

impl From<Evaluated> for Against {
    fn from(weighed: Evaluated) -> Against {
        let verdict = format!("{}: {}", weighed.verdict(), weighed.values);
        Against { span: weighed.span, verdict, leeway: weighed.leeway }
    }
}

#[cfg(test)]
mod tests;
