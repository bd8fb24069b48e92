//! What findings are about: the events and entities behind the passages that they point to.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::book::Book;
use crate::diagnostic::Label;
use crate::graph::{About, EntityId, EventId, Graph, Role, Value};
use crate::source::{SourceId, Span};

/// What passages are about, and which events matter most.
pub(super) struct Touched {
    about: FxHashMap<(SourceId, Span), Vec<About>>,
    /// The findings that each event is in, ascending.
    findings: BTreeMap<EventId, Vec<usize>>,
    /// The events that several articles tell of.
    shared: FxHashSet<EventId>,
    /// All events: those that findings are about, then those that most articles tell of.
    pub(super) ranked: Vec<EventId>,
}

impl Touched {
    /// Looks up what the labels of all findings are about.
    pub(super) fn of(book: &Book<'_>, graph: &Graph) -> Touched {
        let labels = book.findings.iter().flat_map(|told| &told.finding.labels);
        let places: FxHashSet<(SourceId, Span)> = labels.map(|label| (label.source, label.span)).collect();
        let mut about: FxHashMap<(SourceId, Span), Vec<About>> = FxHashMap::default();
        for (_, statement) in graph.statements() {
            let article = graph.articles.get(statement.article as usize);
            let place = article.map(|article| (article.source, statement.span));
            if let Some(place) = place.filter(|place| places.contains(place)) {
                about.entry(place).or_default().push(statement.about);
            }
        }
        let mut touched =
            Touched { about, findings: BTreeMap::new(), shared: FxHashSet::default(), ranked: Vec::new() };
        for told in &book.findings {
            for event in touched.events(&told.finding.labels) {
                touched.findings.entry(event).or_default().push(told.number);
            }
        }
        touched.rank(graph);
        touched
    }

    /// The events that some passages are about.
    pub(super) fn events<'l>(&self, labels: impl IntoIterator<Item = &'l Label>) -> BTreeSet<EventId> {
        self.about(labels).filter_map(About::event).collect()
    }

    /// Those whom some passages are about, where that is no event.
    pub(super) fn entities<'l>(&self, labels: impl IntoIterator<Item = &'l Label>) -> BTreeSet<EntityId> {
        self.about(labels).filter_map(About::entity).collect()
    }

    fn about<'l>(&self, labels: impl IntoIterator<Item = &'l Label>) -> impl Iterator<Item = About> {
        let about = |label: &Label| self.about.get(&(label.source, label.span)).cloned();
        labels.into_iter().filter_map(about).flatten()
    }

    /// The findings that an event is in.
    pub(super) fn findings(&self, event: EventId) -> &[usize] {
        self.findings.get(&event).map_or(&[], Vec::as_slice)
    }

    /// Do several articles tell of an event?
    pub(super) fn shared(&self, event: EventId) -> bool {
        self.shared.contains(&event)
    }

    fn rank(&mut self, graph: &Graph) {
        let mut ranked: Vec<_> = (0..graph.events.len() as u32).map(EventId).collect();
        ranked.sort_by_cached_key(|event| {
            let first = self.findings(*event).first().copied().unwrap_or(usize::MAX);
            let mentions = graph.mentions_of(*event);
            let articles: BTreeSet<u32> = mentions.iter().filter_map(|id| graph.article_of(*id)).collect();
            if articles.len() > 1 {
                self.shared.insert(*event);
            }
            (first, Reverse(articles.len()), Reverse(mentions.len()), *event)
        });
        self.ranked = ranked;
    }
}

/// What an event is called ("meeting").
pub(super) fn noun(graph: &Graph, event: EventId) -> &str {
    let class = graph.events.get(event.0 as usize).map(|event| event.class);
    class.map_or("", |class| graph.lexicon.class(class).noun.as_str())
}

/// Who takes part in an event, and where it is ("Yohannes Dawit Alemu and Katrin Lorenz; Berlin").
pub(super) fn who_and_where(graph: &Graph, event: EventId) -> String {
    let sets = [graph.participants(event), graph.in_role(event, &[Role::Place])];
    let told = sets.iter().filter(|set| !set.is_empty()).map(|set| Value::from(&set[..]).text(graph));
    told.collect::<Vec<_>>().join("; ")
}
