//! The names of documents: URIs for the client, paths for everything else.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;
use percent_encoding::percent_decode_str;

use crate::view::uri;

/// The URI of a file, by the bytes of its path.
pub(super) fn of_file(path: &[u8]) -> Option<Uri> {
    Uri::from_str(&uri::of_file(path)).ok()
}

/// The path of a document, if it is a file.
pub(super) fn to_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://").or_else(|| uri.strip_prefix("file:"))?;
    // Between two slashes stands a host; only this one's files can be read.
    let (host, path) = rest.split_at(rest.find('/')?);
    if !(host.is_empty() || host.eq_ignore_ascii_case("localhost")) {
        return None;
    }
    let path = path.split(['?', '#']).next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let disk = path.strip_prefix('/').filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    Some(PathBuf::from(disk.unwrap_or(&path)))
}

/// What a document is called that is no file yet: its name, with an ending that says what it holds.
pub(super) fn name_of_other(uri: &str, language: &str) -> String {
    let name = percent_decode_str(uri).decode_utf8_lossy();
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let ending = match language {
        "markdown" => "md",
        "html" => "html",
        "xml" => "xml",
        "json" => "json",
        _ => "txt",
    };
    format!("{name}.{ending}")
}

/// Is it a file with settings, rules or words, and no article?
pub(super) fn is_settings(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

#[cfg(test)]
mod tests;
