//! What an article tells twice: another article that has one of two days or amounts means the event, or the thing, of that one.

mod amounts;

use rustc_hash::FxHashMap;

use crate::graph::extract::Amounts;
use crate::graph::{EntityId, Field, Graph, StatementId, Value, role};
use crate::symbol::Sym;
use crate::truth::Truth;

/// Of whom articles tell on more days than this, nothing is known of one by another.
const MOST: usize = 512;

/// A day on which an article puts an event, with the statements that do so.
struct Day<'g> {
    article: u32,
    value: &'g Value,
    told: Vec<StatementId>,
}

/// The statements of such days and amounts. `all` are the amounts of each article.
pub(super) fn torn(graph: &Graph, all: &[Amounts]) -> Vec<StatementId> {
    let mut torn = days(graph);
    torn.extend(amounts::amounts(graph, all));
    torn
}

/// The statements that put an event on another day than one of the same class in which the same one takes part, where some
/// other article has that day too: "she was gunned down on Saturday and died on Sunday", if another has "died on Sunday".
fn days(graph: &Graph) -> Vec<StatementId> {
    let mut lives: FxHashMap<(Sym, EntityId), Vec<Day<'_>>> = FxHashMap::default();
    for (id, statement) in graph.statements().filter(|(_, s)| s.role == role::WHEN) {
        let Value::Text(class) = graph.field(id, Field::Class) else { continue };
        let Value::Entities(all) = graph.field(id, Field::Participants) else { continue };
        for one in all.iter() {
            let days = lives.entry((class.clone(), *one)).or_default();
            let same = |day: &&mut Day<'_>| day.article == statement.article && day.value == statement.value;
            let full = days.len() > MOST;
            match days.iter_mut().find(same) {
                Some(day) => day.told.push(id),
                None if full => {}
                None => {
                    days.push(Day { article: statement.article, value: statement.value, told: vec![id] });
                }
            }
        }
    }
    let mut torn = Vec::new();
    for days in lives.values().filter(|days| (2..=MOST).contains(&days.len())) {
        let conflict = |x: &Day<'_>, y: &Day<'_>| x.value.conflicts(y.value, graph).truth;
        let is_known = |day: &Day<'_>| {
            days.iter().any(|other| other.article != day.article && conflict(day, other) == Truth::False)
        };
        let known: Vec<&Day<'_>> = days.iter().filter(|day| is_known(day)).collect();
        let is_torn = |day: &&Day<'_>| {
            let mut beside = known.iter().filter(|other| other.article == day.article);
            beside.any(|other| conflict(day, other) == Truth::True)
        };
        torn.extend(days.iter().filter(is_torn).flat_map(|day| &day.told));
    }
    torn
}

#[cfg(test)]
mod tests;
