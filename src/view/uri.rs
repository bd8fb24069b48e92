//! Paths as addresses: what lies below the folder in which the program was run is named from there, all else in full.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde_json::{Value, json};

/// What a name has to escape: all but what RFC 3986 calls unreserved.
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What code-scanning services call the folder in which relative addresses begin.
pub(super) const ROOT: &str = "%SRCROOT%";

/// The folder in which relative paths begin, name by name; none if it is not known.
pub(super) struct Root(Option<Vec<Vec<u8>>>);

impl Root {
    pub(super) fn new(root: Option<&Path>) -> Root {
        let names = |root: &Path| {
            let root = root.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            walk(Vec::new(), root.as_bytes())
        };
        Root(root.map(names))
    }

    /// What is said of the root itself.
    pub(super) fn described(&self) -> Value {
        let description = json!({ "text": "The folder in which gainsay was run" });
        match &self.0 {
            Some(names) => json!({ "uri": format!("{}/", whole(names)), "description": description }),
            None => json!({ "description": description }),
        }
    }

    /// The address of a file, by the bytes of its path.
    pub(super) fn artifact(&self, path: &[u8]) -> Value {
        let absolute = path.starts_with(b"/") || is_drive(path);
        let root = self.0.as_deref().unwrap_or_default();
        let names = walk(if absolute { Vec::new() } else { root.to_vec() }, path);
        match names.strip_prefix(root) {
            Some(inside) if !absolute || self.0.is_some() => {
                json!({ "uri": joined(inside), "uriBaseId": ROOT })
            }
            _ => json!({ "uri": whole(&names) }),
        }
    }
}

/// The address of a file of this system, wherever the program is run.
pub(crate) fn of_file(path: &[u8]) -> String {
    let here = std::env::current_dir().ok();
    let root = Root::new(here.as_deref()).0.unwrap_or_default();
    let absolute = path.starts_with(b"/") || is_drive(path);
    whole(&walk(if absolute { Vec::new() } else { root }, path))
}

/// Where a path leads from a folder, without "." and "..".
fn walk(from: Vec<Vec<u8>>, path: &[u8]) -> Vec<Vec<u8>> {
    path.split(|byte| *byte == b'/').fold(from, |mut names, name| {
        match name {
            b"" | b"." => {}
            // Where it is not known what lies above, the way up stays.
            b".." if names.last().is_some_and(|last| last != b"..") => drop(names.pop()),
            _ => names.push(name.to_vec()),
        }
        names
    })
}

/// "C:/", "C:\\": a letter and a colon before a separator name a drive.
fn is_drive(path: &[u8]) -> bool {
    matches!(path, [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic())
}

/// An address that needs no root.
fn whole(names: &[Vec<u8>]) -> String {
    format!("file:///{}", joined(names))
}

/// The names with what an address has no room for in percent: also a colon, which would end the name of a scheme.
fn joined(names: &[Vec<u8>]) -> String {
    let names: Vec<String> = names.iter().map(|name| percent_encode(name, NAME).to_string()).collect();
    names.join("/")
}
