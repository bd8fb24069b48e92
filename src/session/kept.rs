//! What is kept of articles from one question to the next.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::digest::Digest;

/// Records of articles in bytes, by the content of the articles.
#[derive(Debug, Default)]
pub(super) struct Kept {
    records: Mutex<BTreeMap<Digest, Arc<[u8]>>>,
}

impl Kept {
    pub(super) fn get(&self, content: Digest) -> Option<Arc<[u8]>> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner).get(&content).cloned()
    }

    pub(super) fn put(&self, content: Digest, record: Arc<[u8]>) {
        self.records.lock().unwrap_or_else(PoisonError::into_inner).insert(content, record);
    }

    /// Forgets what no article says any more.
    pub(super) fn retain(&self, contents: &[Digest]) {
        let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::take(&mut *records);
        let used = contents.iter().filter_map(|content| Some((*content, old.get(content)?.clone())));
        *records = used.collect();
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<(Digest, Arc<[u8]>)> {
        let records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        records.iter().map(|(content, record)| (*content, Arc::clone(record))).collect()
    }
}
