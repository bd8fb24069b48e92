//! What is kept of articles from one question to the next.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use super::digest::Digest;
use crate::symbol::Sym;

/// Records of articles, by the content of the articles.
#[derive(Debug, Default)]
pub(super) struct Kept {
    records: Mutex<FxHashMap<Digest, Entry>>,
}

/// What is kept of an article.
#[derive(Debug)]
struct Entry {
    /// All that it says.
    bytes: Arc<[u8]>,
    /// The words under which those are looked up whom it names, once that was asked: for most articles of an archive
    /// nothing else is.
    names: Option<Arc<[Sym]>>,
}

impl Kept {
    pub(super) fn get(&self, content: Digest) -> Option<Arc<[u8]>> {
        self.records().get(&content).map(|record| Arc::clone(&record.bytes))
    }

    /// Whom articles name of which all is kept, as far as that was asked before.
    pub(super) fn names(&self, contents: &[Digest]) -> Vec<Option<Arc<[Sym]>>> {
        let records = self.records();
        contents.iter().map(|content| records.get(content)?.names.clone()).collect()
    }

    pub(super) fn put(&self, content: Digest, bytes: Arc<[u8]>) {
        self.records().insert(content, Entry { bytes, names: None });
    }

    /// Notes whom a kept article names.
    pub(super) fn put_names(&self, content: Digest, names: Arc<[Sym]>) {
        self.records().entry(content).and_modify(|record| record.names = Some(names));
    }

    /// Forgets what no article says any more.
    pub(super) fn retain(&self, contents: &[Digest]) {
        let used: FxHashSet<&Digest> = contents.iter().collect();
        self.records().retain(|content, _| used.contains(content));
    }

    /// All of them, in the order of their contents.
    pub(super) fn all(&self) -> Vec<(Digest, Arc<[u8]>)> {
        let records = self.records();
        let mut all: Vec<_> =
            records.iter().map(|(content, record)| (*content, Arc::clone(&record.bytes))).collect();
        all.sort_unstable_by_key(|(content, _)| *content);
        all
    }

    fn records(&self) -> MutexGuard<'_, FxHashMap<Digest, Entry>> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
