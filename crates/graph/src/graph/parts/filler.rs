//! Who or what fills a part of a claim, and whether two fillers mean the same.

use super::agreement::Agreement;
use super::describe::Descriptions;
use crate::graph::{EntityId, EntityKind, Graph, Value};
use crate::lexicon::Sense;
use crate::lexicon::wordnet::{Meaning, PEOPLE, Part, WordNet};
use crate::symbol::Sym;
use crate::truth::Truth;

/// Who or what fills a part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filler {
    /// Those whom it means; nobody where it is no name and refers to none.
    pub meant: Vec<EntityId>,
    /// Does it say so itself? What a pronoun or a noun refers to may be understood wrongly.
    pub sure: bool,
    /// The dictionary form of its head.
    pub head: Sym,
    /// The dictionary forms of its words that have a meaning of their own, ascending.
    pub words: Vec<Sym>,
}

impl Filler {
    /// Do two fillers mean the same? Only names tell two apart: reports have many nouns for one thing (guns and rifles), and
    /// what a man does in one his phone does in another. What is not sure may agree, but tells nothing apart.
    pub fn compare(&self, other: &Filler, graph: &Graph, described: &Descriptions) -> Agreement {
        match (&self.meant[..], &other.meant[..]) {
            ([], []) => self.compare_nouns(other),
            ([], meant) => self.may_be(meant, described),
            (meant, []) => other.may_be(meant, described),
            (ours, theirs) => {
                let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b)));
                let found = pairs.map(|(a, b)| entities(a, b, graph)).min().unwrap_or(Agreement::Unknown);
                let sure = self.sure && other.sure;
                if found == Agreement::Different && !sure { Agreement::Unknown } else { found }
            }
        }
    }

    fn compare_nouns(&self, other: &Filler) -> Agreement {
        if self.head == other.head {
            return Agreement::Equal;
        }
        let shared = self.words.iter().any(|word| other.words.contains(word));
        let related = shared || self.meaning().relation(&other.meaning()).is_some();
        if related { Agreement::Compatible } else { Agreement::Unknown }
    }

    /// Is one of these called so?
    fn may_be(&self, meant: &[EntityId], described: &Descriptions) -> Agreement {
        let called = meant.iter().any(|id| described.calls(*id, &self.head));
        if called { Agreement::Equal } else { Agreement::Unknown }
    }

    fn meaning(&self) -> Meaning {
        WordNet::built_in().meaning(&self.head, Part::Noun)
    }
}

/// Does a noun mean somebody?
pub(super) fn is_person(noun: &str, graph: &Graph) -> bool {
    let told = [Sense::Person, Sense::Anyone, Sense::Office];
    let meaning = WordNet::built_in().meaning(noun, Part::Noun);
    told.into_iter().any(|sense| graph.lexicon.has(noun, sense)) || meaning.main_kind() == Some(PEOPLE)
}

fn entities(a: EntityId, b: EntityId, graph: &Graph) -> Agreement {
    let (x, y) = (Value::Entity(a), Value::Entity(b));
    if x.same(&y, graph).truth == Truth::True {
        return Agreement::Equal;
    }
    let names = [a, b].map(|id| graph.entities.get(id.0 as usize).map(|entity| &entity.name));
    let [Some(ours), Some(theirs)] = names else { return Agreement::Unknown };
    let shared = ours.words.iter().any(|word| theirs.words.contains(word));
    match graph.lexicon.names_meet(&ours.written, &theirs.written) {
        Some(true) => Agreement::Compatible,
        Some(false) => Agreement::Different,
        None if shared || x.similar(&y, graph).truth == Truth::True => Agreement::Compatible,
        // A body and one who speaks for it may stand for each other, and what is on no map may lie anywhere.
        None => match (ours.kind, theirs.kind) {
            (EntityKind::Person, EntityKind::Person) => Agreement::Different,
            (EntityKind::Organization, EntityKind::Organization) => Agreement::Different,
            _ => Agreement::Unknown,
        },
    }
}
