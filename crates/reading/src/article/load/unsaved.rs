//! Drafts that are in memory: what somebody is writing and has not saved.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Texts that stand for files, or for files that are not there yet.
#[derive(Debug, Clone, Default)]
pub struct Unsaved {
    /// By the path that a file has on the disk, whatever it is called.
    texts: BTreeMap<PathBuf, Text>,
}

#[derive(Debug, Clone)]
struct Text {
    /// What its writer calls the file.
    name: String,
    bytes: Arc<[u8]>,
}

impl Unsaved {
    /// Puts a text in the place of a file. Was there one already, called the same?
    pub fn set(&mut self, path: &str, bytes: Vec<u8>) -> bool {
        let text = Text { name: path.to_owned(), bytes: bytes.into() };
        let before = self.texts.insert(own_path(Path::new(path)), text);
        before.is_some_and(|before| before.name == path)
    }

    /// Takes the text away; the file counts again. Was there one?
    pub fn remove(&mut self, path: &str) -> bool {
        self.texts.remove(&own_path(Path::new(path))).is_some()
    }

    /// The text in the place of a file.
    pub(super) fn bytes(&self, path: &Path) -> Option<&[u8]> {
        if self.texts.is_empty() {
            return None;
        }
        self.texts.get(&own_path(path)).map(|text| &*text.bytes)
    }

    /// What the texts are called.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.texts.values().map(|text| &text.name)
    }
}

/// The path that a file has on the disk, whatever it is called; of one that is not there, the path that it would have.
pub fn own_path(path: &Path) -> PathBuf {
    let there = |path: &Path| path.canonicalize().ok();
    there(path).unwrap_or_else(|| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        there(folder)
            .zip(path.file_name())
            .map_or_else(|| path.to_owned(), |(folder, name)| folder.join(name))
    })
}

/// A path with "/" between its names on every system.
pub(super) fn slashes(path: &str) -> String {
    if std::path::MAIN_SEPARATOR == '/' {
        path.to_string()
    } else {
        path.replace(std::path::MAIN_SEPARATOR, "/")
    }
}
