//! Sets of tags.

use super::penn::Tag;

/// A set of tags: what a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags(u64);

impl Tags {
    /// No tag.
    pub const NONE: Tags = Tags(0);
    /// The tags that compete in the tagger.
    pub const OPEN: Tags = Tags((1 << Tag::OPEN) - 1);

    /// The tags of a list.
    pub const fn of(tags: &[Tag]) -> Tags {
        let (mut set, mut at) = (0, 0);
        while at < tags.len() {
            set |= 1 << tags[at] as u8;
            at += 1;
        }
        Tags(set)
    }

    /// The tags whose numbers' bits are set.
    pub fn from_bits(bits: u64) -> Tags {
        Tags(bits)
    }

    /// A bit for each tag, by its number.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// The tags of either set.
    pub fn or(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }

    /// The tags of both sets.
    pub fn and(self, other: Tags) -> Tags {
        Tags(self.0 & other.0)
    }

    /// The tags that the other set lacks.
    pub fn without(self, other: Tags) -> Tags {
        Tags(self.0 & !other.0)
    }

    /// This set, or the other if this one is empty.
    pub fn unless_empty(self, other: Tags) -> Tags {
        if self.is_empty() { other } else { self }
    }

    /// Is there no tag?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Is the tag in the set?
    pub fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u8 & 1 == 1
    }

    /// The tag of a set of one.
    pub fn only(self) -> Option<Tag> {
        if self.0.is_power_of_two() { Tag::ALL.get(self.0.trailing_zeros() as usize).copied() } else { None }
    }

    /// The tags in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = Tag> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let tag = Tag::ALL.get(rest.trailing_zeros() as usize).copied();
            rest &= rest.wrapping_sub(1);
            tag
        })
    }
}
