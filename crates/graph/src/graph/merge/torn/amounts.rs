//! Amounts beside which their article has, anywhere, the one that another article puts into the same slot: the other means
//! that one.

use rustc_hash::FxHashMap;

use crate::graph::extract::{Amount, Amounts};
use crate::graph::{Graph, SlotId, StatementId, role};

/// Of the amounts in a slot so many are looked for elsewhere, the smallest first.
const MOST: usize = 64;

/// Roles of which an article has one amount, were it not for those of something else.
const OF_ONE: [&str; 2] = [role::ATTRIBUTE, role::SUM];

/// The statements of such amounts: "Gusts of 147 km/h blew on the mountain. In town they reached 118 km/h", if another has
/// "gusts of 118 km/h". `amounts` are those of each article.
pub(super) fn amounts(graph: &Graph, amounts: &[Amounts]) -> Vec<StatementId> {
    let mut slots: FxHashMap<SlotId, Vec<(StatementId, u32, Amount)>> = FxHashMap::default();
    for (id, statement) in graph.statements().filter(|(_, s)| OF_ONE.contains(&s.role.as_str())) {
        let Some(amount) = Amount::of(statement.value) else { continue };
        slots.entry(statement.slot).or_default().push((id, statement.article, amount));
    }
    let has = |article: u32, amount| amounts.get(article as usize).is_some_and(|all| all.has(amount));
    let mut found = Vec::new();
    for told in slots.values() {
        let mut given: Vec<Amount> = told.iter().map(|(.., amount)| *amount).collect();
        given.sort_unstable();
        given.dedup();
        given.truncate(MOST);
        let has_other = |(_, article, own): &&(StatementId, u32, Amount)| {
            given.iter().any(|other| other != own && has(*article, *other))
        };
        found.extend(told.iter().filter(has_other).map(|(id, ..)| *id));
    }
    found
}

#[cfg(test)]
mod tests;
