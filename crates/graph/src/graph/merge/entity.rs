//! Who is meant across articles: one entity for all its mentions.

use rustc_hash::FxHashMap;

use crate::graph::EntityId;
use crate::graph::extract::Extraction;
use crate::graph::name::Name;
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

/// Somebody or something that articles speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its fullest name.
    pub name: Name,
}

/// Merges the entities of single articles into those of all.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) all: Vec<Entity>,
    /// By the keys of names (see `Name::keys`): where to look for agreeing ones.
    index: FxHashMap<Sym, Vec<EntityId>>,
}

impl Entities {
    /// Adds those whom an article names; gives the number of each among all.
    pub(super) fn add(&mut self, extraction: &Extraction, lexicon: &Lexicon) -> Vec<EntityId> {
        extraction.named.iter().map(|name| self.find(name, lexicon)).collect()
    }

    /// The entity with an agreeing name, or a new one. A surname alone finds its owner only if there is just one.
    fn find(&mut self, name: &Name, lexicon: &Lexicon) -> EntityId {
        let keys = name.keys(lexicon);
        let mut agreeing: Vec<EntityId> = Vec::new();
        for key in &keys {
            for id in self.index.get(key).into_iter().flatten() {
                if !agreeing.contains(id) && self.all[id.0 as usize].name.agrees(name, lexicon) {
                    agreeing.push(*id);
                }
            }
        }
        let exact = agreeing.iter().find(|id| self.all[id.0 as usize].name.words == name.words);
        let single = if agreeing.len() == 1 { agreeing.first() } else { None };
        let known = exact.or(single).copied();
        let id = known.unwrap_or_else(|| {
            self.all.push(Entity { name: name.clone() });
            EntityId(self.all.len() as u32 - 1)
        });
        for key in keys {
            let listed = self.index.entry(key).or_default();
            if !listed.contains(&id) {
                listed.push(id);
            }
        }
        self.refine(id, name);
        id
    }

    fn refine(&mut self, id: EntityId, name: &Name) {
        let known = &mut self.all[id.0 as usize].name;
        known.place = known.place.or(name.place);
        known.learn(name);
    }
}
