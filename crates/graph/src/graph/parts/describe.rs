//! What everybody is called beside the name: "the actress", "minister".

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::PhraseKind;
use crate::graph::coref::Known;
use crate::graph::{EntityId, Parsed};
use crate::symbol::Sym;

/// The nouns by which the articles of a graph refer to those whom they name.
#[derive(Debug, Default)]
pub struct Descriptions(BTreeMap<EntityId, BTreeSet<Sym>>);

impl Descriptions {
    /// Of all articles of a graph, given what it knows of each.
    pub fn of(articles: &[Parsed], known: &[Known]) -> Descriptions {
        let mut found = Descriptions::default();
        for (Parsed { article, reading, .. }, known) in articles.iter().zip(known) {
            for phrase in &reading.phrases {
                let Some(head) = article.tokens.get(phrase.head as usize) else { continue };
                let Some(id) = known.named_at(head.start) else { continue };
                let titles = article.tokens.get(phrase.titles.range()).unwrap_or_default();
                let own = (phrase.kind == PhraseKind::Common).then_some(head);
                let nouns = titles.iter().chain(own).filter(|token| token.tag.is_noun());
                found.0.entry(id).or_default().extend(nouns.map(|noun| noun.lemma.clone()));
            }
        }
        found
    }

    /// Is somebody called by this noun?
    pub fn calls(&self, id: EntityId, noun: &str) -> bool {
        self.0.get(&id).is_some_and(|nouns| nouns.iter().any(|known| known == noun))
    }
}
