//! The facts of a house, behind everything that articles say.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::slots::Owner;
use super::statements::Statements;
use super::story::StoryId;
use crate::claim::time::When;
use crate::diagnostic::Part;
use crate::graph::tell::facts::{Facts, HOLDER, SPELLING};
use crate::graph::tell::{Bearer, Passage, Told};
use crate::graph::{ArticleNode, Graph, Value};
use crate::lexicon::fact::{Fact, Known};
use crate::symbol::Sym;

/// What rules and messages call the house as a source.
const OUTLET: &str = "house facts";

/// The facts that an article speaks of.
pub(super) fn spoken<'t>(told: &'t Told, facts: &'t Facts<'_>) -> impl Iterator<Item = usize> + 't {
    let of = |fact: usize| std::iter::once(fact).chain(facts.beside(fact).iter().copied());
    let fact = |bearer| if let Bearer::Fact(fact) = bearer { Some(fact as usize) } else { None };
    told.statements.iter().filter_map(move |said| fact(said.bearer)).flat_map(of)
}

/// Adds the facts that articles speak of; their files come behind the articles.
pub(super) fn conclude(
    facts: &Facts<'_>,
    spoken: &BTreeSet<usize>,
    graph: &mut Graph,
    statements: &mut Statements,
) {
    let mut spoken: Vec<(&Fact, usize)> =
        spoken.iter().filter_map(|at| Some((facts.facts.get(*at)?, *at))).collect();
    spoken.sort_unstable_by_key(|(fact, at)| (fact.source, fact.span, *at));
    for (fact, at) in spoken {
        if graph.articles.last().is_none_or(|last| last.source != fact.source) {
            graph.articles.push(file_of(fact));
        }
        let article = (graph.articles.len() - 1) as u32;
        let (role, value) = match &fact.known {
            Known::Name { name, .. } => (SPELLING, name.clone()),
            Known::Office { holder, from, until, .. } => {
                graph.times.insert((article, fact.span), period(*from, *until));
                (HOLDER, holder.clone())
            }
        };
        let owner = Owner::Fact(facts.beside(at).first().copied().unwrap_or(at) as u32);
        let passage = Passage { span: fact.span, words: (0, 0), speaker: None };
        statements.add(article, passage, owner, role, Value::Text(value));
    }
}

/// The file of a fact in the place of an article. It is never what is checked.
fn file_of(fact: &Fact) -> ArticleNode {
    let (outlet, story) = (Sym::new_static(OUTLET), StoryId(u32::MAX));
    let (source, part, text) = (fact.source, Part::Archive, "".into());
    let (name, published, country, house) = (outlet.clone(), None, None, true);
    ArticleNode { source, part, outlet, name, published, story, country, text, house }
}

fn period(from: Option<Date>, until: Option<Date>) -> When {
    When { days: Some((from.unwrap_or(Date::MIN), until.unwrap_or(Date::MAX))), ..When::default() }
}
