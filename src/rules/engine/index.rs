//! The groups of one variable by what its step joins on.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::MAX_GROUPS;
use super::group::{Group, field_of};
use crate::graph::{EntityId, Value};
use crate::rules::plan::{Link, Step};

/// A key of the index, hashed. Where two keys share a hash, the rule's conditions tell their groups apart.
pub type Key = u64;

/// Where to look in the index, or where to stand in it.
#[derive(Debug, Clone)]
pub struct Keys {
    /// The values that must be equal.
    equal: Key,
    /// The members of the shared set; a single `None` where the step joins by equality alone. No members:
    /// nothing joins.
    members: SmallVec<[Option<EntityId>; 4]>,
}

impl Keys {
    /// The keys that these values of a step's links give; none if one of the values is not known.
    pub fn new<'v>(step: &Step, value: impl Fn(&Link) -> Option<&'v Value>) -> Keys {
        let mut hasher = FxHasher::default();
        for link in &step.equal {
            match value(link) {
                None | Some(Value::Unknown) => return Keys { equal: 0, members: SmallVec::new() },
                Some(found) => found.digest(&mut hasher),
            }
        }
        let members = match step.shared.as_ref().map(value) {
            None => SmallVec::from_slice(&[None]),
            Some(Some(Value::Entities(members))) => members.iter().copied().map(Some).collect(),
            Some(Some(Value::Entity(entity))) => SmallVec::from_slice(&[Some(*entity)]),
            Some(_) => SmallVec::new(),
        };
        Keys { equal: hasher.finish(), members }
    }

    /// One key for each member.
    pub fn iter(&self) -> impl Iterator<Item = Key> + '_ {
        self.members.iter().map(|member| {
            let mut hasher = FxHasher::default();
            (self.equal, member).hash(&mut hasher);
            hasher.finish()
        })
    }
}

/// Groups by their keys; [`MAX_GROUPS`] at most under one key, those read first.
#[derive(Debug)]
pub struct Index {
    by_key: FxHashMap<Key, Vec<u32>>,
}

impl Index {
    /// Indexes the groups of a step's variable.
    pub fn new(step: &Step, groups: &[Group]) -> Index {
        let mut by_key: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
        for (group, at) in groups.iter().zip(0..) {
            for key in Keys::new(step, |link| field_of(step, group, link.ours)).iter() {
                let bucket = by_key.entry(key).or_default();
                if bucket.len() < MAX_GROUPS {
                    bucket.push(at);
                }
            }
        }
        Index { by_key }
    }

    /// The groups under a key, ascending.
    pub fn get(&self, key: Key) -> &[u32] {
        self.by_key.get(&key).map_or(&[], Vec::as_slice)
    }
}
