//! Digests of content: 128-bit FNV-1a, the same on every system.

use std::hash::{Hash, Hasher};

use super::project::Project;
use crate::article::Document;

/// A digest of some content. What has the same digest is taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(u128);

impl Digest {
    const BASIS: Digest = Digest(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

    /// Of some bytes.
    pub(super) fn of(bytes: &[u8]) -> Digest {
        Digest::BASIS.and(bytes)
    }

    /// Of an article's content: what of it is read, and where that stands in its file. Not of the file's name.
    pub(super) fn of_document(document: &Document) -> Digest {
        let Document { source: _, text, map, meta, blocks } = document;
        let mut hasher = Digest::of(text.as_bytes());
        (map, meta, blocks).hash(&mut hasher);
        hasher
    }

    /// Of that in which a project's articles are read: the version of the program, the vocabulary, the facts.
    pub(super) fn of_project(project: &Project) -> Digest {
        let mut hasher = Digest::of(env!("CARGO_PKG_VERSION").as_bytes());
        project.lexicon().digest(&mut hasher);
        project.config().house.digest(&mut hasher);
        hasher
    }

    /// Of this and further bytes.
    pub(super) fn and(self, bytes: &[u8]) -> Digest {
        Digest(bytes.iter().fold(self.0, |sum, byte| (sum ^ u128::from(*byte)).wrapping_mul(Digest::PRIME)))
    }

    /// In bytes.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }
}

impl Hasher for Digest {
    fn write(&mut self, bytes: &[u8]) {
        *self = self.and(bytes);
    }

    // Numbers in one order of bytes on every system.
    fn write_u16(&mut self, number: u16) {
        self.write(&number.to_le_bytes());
    }

    fn write_u32(&mut self, number: u32) {
        self.write(&number.to_le_bytes());
    }

    fn write_u64(&mut self, number: u64) {
        self.write(&number.to_le_bytes());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 as u64
    }
}
