//! Which statements can meet at all: most have nothing in common with any other, and no group is made of them.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::Facts;
use super::each::{read_each, those_that};
use super::index::{Key, Keys};
use crate::graph::{Field, StatementId, Value};
use crate::rules::Rule;
use crate::rules::plan::{Link, Step};

/// Leaves out, of the statements that each variable of a rule can stand for, those that nothing ties to a statement of
/// the other variable: a semi-join, from the variable with few statements to the one with many. Where both variables
/// stand for the same statements only the first has any.
pub(super) fn meeting<F: Facts>(rule: &Rule, facts: &F, candidates: &mut [Vec<StatementId>]) {
    let [_, step] = rule.plan.steps.as_slice() else { return };
    match candidates {
        [both] if links(step).all(|link| link.ours == link.theirs) => among(step, facts, both),
        [first, second] if first.len() < second.len() => {
            keep(step, facts, (first, |link| link.theirs), (second, |link| link.ours));
        }
        [first, second] => keep(step, facts, (second, |link| link.ours), (first, |link| link.theirs)),
        _ => {}
    }
}

/// Keeps the statements that share a key with another of them.
fn among<F: Facts>(step: &Step, facts: &F, statements: &mut Vec<StatementId>) {
    let keys = |statement| keys(step, facts, statement, |link| link.ours);
    let mut having: FxHashMap<Key, bool> = FxHashMap::default();
    read_each(statements, keys, |_, keys| {
        for key in keys {
            having.entry(key).and_modify(|several| *several = true).or_insert(false);
        }
    });
    let meets = |statement| keys(statement).iter().any(|key| having.get(key) == Some(&true));
    *statements = those_that(statements, meets);
}

/// The statements of a variable, and its side of a link.
type Side<'s> = (&'s mut Vec<StatementId>, fn(&Link) -> Field);

/// Keeps, of many statements, those that share a key with one of few, and then the other way round.
fn keep<F: Facts>(step: &Step, facts: &F, (few, near): Side<'_>, (many, far): Side<'_>) {
    let known: FxHashSet<Key> = few.iter().flat_map(|s| keys(step, facts, *s, near)).collect();
    let (mut met, mut meeting) = (FxHashSet::<Key>::default(), Vec::new());
    let shared = |statement| {
        let mut shared = keys(step, facts, statement, far);
        shared.retain(|key| known.contains(key));
        shared
    };
    read_each(many, shared, |statement, shared| {
        meeting.extend((!shared.is_empty()).then_some(statement));
        met.extend(shared);
    });
    *many = meeting;
    *few =
        those_that(few, |statement| keys(step, facts, statement, near).iter().any(|key| met.contains(key)));
}

fn links(step: &Step) -> impl Iterator<Item = &Link> {
    step.equal.iter().chain(&step.shared)
}

/// The keys of a statement, as one side of the links.
fn keys<F: Facts>(
    step: &Step,
    facts: &F,
    statement: StatementId,
    side: impl Fn(&Link) -> Field,
) -> SmallVec<[Key; 2]> {
    let read = |link| facts.field(statement, side(link));
    let values: SmallVec<[(Link, Value); 4]> = links(step).map(|link| (*link, read(link))).collect();
    let value = |link: &Link| values.iter().find(|(known, _)| known == link).map(|(_, value)| value);
    Keys::new(step, value).iter().collect()
}

#[cfg(test)]
mod tests;
