//! The facts of a house, behind everything that articles say.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::build::{Builder, SlotOwner};
use super::story::StoryId;
use crate::claim::time::When;
use crate::diagnostic::Part;
use crate::graph::extract::Extraction;
use crate::graph::extract::facts::Facts;
use crate::graph::role::{HOLDER, OFFICE, SPELLING};
use crate::graph::{About, ArticleNode, Extent, Graph, Provenance, Value};
use crate::lexicon::fact::{Fact, Known};
use crate::symbol::Sym;

/// What rules and messages call the house as a source.
const OUTLET: &str = "house facts";

/// The facts that an article speaks of.
pub(super) fn spoken<'t>(
    extraction: &'t Extraction,
    facts: &'t Facts<'_>,
) -> impl Iterator<Item = usize> + 't {
    let of = |fact: usize| std::iter::once(fact).chain(facts.beside(fact));
    extraction.facts.iter().map(|fact| *fact as usize).flat_map(of)
}

/// Adds the facts that articles speak of; their files come behind the articles.
pub(super) fn conclude(
    facts: &Facts<'_>,
    spoken: &BTreeSet<usize>,
    graph: &mut Graph,
    builder: &mut Builder,
) {
    let mut spoken: Vec<(&Fact, usize)> =
        spoken.iter().filter_map(|at| Some((facts.facts.get(*at)?, *at))).collect();
    spoken.sort_unstable_by_key(|(fact, at)| (fact.source, fact.span, *at));
    for (fact, at) in spoken {
        if graph.articles.last().is_none_or(|last| last.source != fact.source) {
            graph.articles.push(file_of(fact));
            builder.article(Sym::new_static(OUTLET));
        }
        let article = (graph.articles.len() - 1) as u32;
        let (role, value, time) = match &fact.known {
            Known::Name { name, .. } => (SPELLING, name.clone(), None),
            Known::Office { holder, .. } => (HOLDER, holder.clone(), Some(Arc::new(period(fact)))),
            Known::Titles { titles, .. } => {
                (OFFICE, titles.first().cloned().unwrap_or_default(), Some(Arc::new(period(fact))))
            }
        };
        let owner = SlotOwner::Fact(facts.beside(at).first().copied().unwrap_or(at) as u32);
        let extent = Extent { span: fact.span, words: (0, 0) };
        let provenance = Provenance { article, extent, speaker: None, about: About::Else };
        let kind = builder.kind(Sym::new_static(role), None);
        let edge = builder.state(owner, kind, Value::Text(value), provenance);
        builder.holds(edge, time);
    }
}

/// The file of a fact in the place of an article. It is never what is checked.
fn file_of(fact: &Fact) -> ArticleNode {
    let (name, story) = (Sym::new_static(OUTLET), StoryId(u32::MAX));
    let (source, part, text) = (fact.source, Part::Archive, "".into());
    let (published, country, house) = (None, None, true);
    ArticleNode { source, part, name, published, story, country, text, house }
}

fn period(fact: &Fact) -> When {
    let (from, until) = fact.period();
    When { days: Some((from.unwrap_or(Date::MIN), until.unwrap_or(Date::MAX))), ..When::default() }
}
