//! So many passengers are at least so many people: counts of some kind of people, beside counts of people in other articles.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::build::{Builder, SlotOwner};
use crate::claim::pattern::count::ANYBODY;
use crate::graph::{EventId, Extent, Provenance, Statement, Value};
use crate::lexicon::{Lexicon, Sense};
use crate::symbol::Sym;

/// States of each count of some kind of people in an event that at least so many people were counted, where other articles
/// count people without saying more, and its own does not.
pub(super) fn state(lexicon: &Lexicon, builder: &mut Builder) {
    let mut whole: FxHashMap<(EventId, &Sym), Vec<u32>> = FxHashMap::default();
    for (event, statement) in builder.statements().filter_map(counting) {
        if statement.what.is_some_and(|what| what == ANYBODY) {
            whole.entry((event, statement.role)).or_default().push(statement.article);
        }
    }
    let is_kind = |what: &Sym| what != ANYBODY && lexicon.has(what, Sense::Person);
    let mut least: Vec<(EventId, Sym, Value, Provenance)> = Vec::new();
    for (event, statement) in builder.statements().filter_map(counting) {
        let Some(counting) = whole.get(&(event, statement.role)) else { continue };
        if statement.what.is_some_and(is_kind)
            && !counting.contains(&statement.article)
            && let Value::Quantity(quantity) = statement.value
            && let Some(quantity) = quantity.at_least()
        {
            let extent = Extent { span: statement.span, words: statement.words };
            let Statement { article, speaker, about, .. } = statement;
            let provenance = Provenance { article, extent, speaker, about };
            least.push((event, statement.role.clone(), Value::Quantity(Arc::new(quantity)), provenance));
        }
    }
    for (event, role, value, provenance) in least {
        let kind = builder.kind(role, Some(Sym::new_static(ANYBODY)));
        builder.state(SlotOwner::Event(event), kind, value, provenance);
    }
}

/// A statement that counts somebody or something in an event, with the event.
fn counting(statement: Statement<'_>) -> Option<(EventId, Statement<'_>)> {
    let event = statement.about.event()?;
    matches!(statement.value, Value::Quantity(_)).then_some((event, statement))
}

#[cfg(test)]
mod tests;
