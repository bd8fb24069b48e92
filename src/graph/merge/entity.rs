//! Who is meant across articles: one entity for all its mentions.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use crate::claim::PhraseId;
use crate::graph::EntityId;
use crate::graph::name::Name;
use crate::graph::tell::Told;
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

/// Somebody or something that articles speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its fullest name.
    pub name: Name,
    /// Every phrase that mentions it: article and phrase, in order.
    pub mentions: Vec<(u32, PhraseId)>,
}

impl Entity {
    /// Does some article name both? Mentions are in order of article.
    pub(in crate::graph) fn stands_beside(&self, other: &Entity) -> bool {
        let (mut ours, mut theirs) = (self.mentions.iter().peekable(), other.mentions.iter().peekable());
        while let (Some((a, _)), Some((b, _))) = (ours.peek(), theirs.peek()) {
            match a.cmp(b) {
                Ordering::Equal => return true,
                Ordering::Less => ours.next(),
                Ordering::Greater => theirs.next(),
            };
        }
        false
    }
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
    pub(super) fn add(&mut self, article: u32, told: &Told, lexicon: &Lexicon) -> Vec<EntityId> {
        let ids: Vec<EntityId> = told.named.iter().map(|named| self.find(&named.name, lexicon)).collect();
        for (phrase, who) in &told.phrases {
            let entity = ids[*who as usize];
            self.all[entity.0 as usize].mentions.push((article, *phrase));
        }
        ids
    }

    /// The entity with an agreeing name, or a new one. A surname alone finds its bearer only if there is just one.
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
            self.all.push(Entity { name: name.clone(), mentions: Vec::new() });
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
