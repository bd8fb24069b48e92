//! Which files to read: paths as given, folders walked, everything sorted and nothing twice.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use rustc_hash::FxHashSet;

use crate::diagnostic::{Diagnostic, Severity};

/// What standard input is called on the command line and in reports.
pub const STDIN: &str = "-";

/// The most bytes read from one file. Spans count in 32 bits; no article comes near either limit.
pub const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// Names of files that are taken for articles inside folders.
const EXTENSIONS: [&str; 6] = ["txt", "text", "md", "markdown", "html", "htm"];

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The path as the user gave it, or below the folder that she gave, with "/" between names.
    pub name: String,
    /// Where it is; `None` for standard input.
    pub path: Option<PathBuf>,
}

/// Finds the files that `paths` stand for, in the order of their names whatever the order of `paths`.
/// A file that is reached twice is listed once, under the name that sorts first.
pub fn find(paths: &[String]) -> (Vec<Input>, Vec<Diagnostic>) {
    let mut found = BTreeMap::new();
    let mut problems = BTreeMap::new();
    for path in paths {
        if path == STDIN {
            found.insert(STDIN.to_string(), None);
            continue;
        }
        match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => {
                if let Err(problem) = walk(path, &mut found, &mut problems) {
                    problems.insert(path.clone(), problem);
                }
            }
            Ok(_) => {
                found.insert(slashes(path), Some(PathBuf::from(path)));
            }
            Err(error) => {
                problems.insert(path.clone(), unreadable(&slashes(path), &error));
            }
        }
    }
    let mut seen = FxHashSet::default();
    let inputs = found
        .into_iter()
        .filter(|(_, path)| {
            path.as_ref().is_none_or(|p| seen.insert(p.canonicalize().unwrap_or_else(|_| p.clone())))
        })
        .map(|(name, path)| Input { name, path })
        .collect();
    (inputs, problems.into_values().collect())
}

/// Adds the articles below a folder. Hidden files and what .gitignore names are left out.
///
/// # Errors
/// The problem of a folder that holds no article.
fn walk(
    folder: &str,
    found: &mut BTreeMap<String, Option<PathBuf>>,
    problems: &mut BTreeMap<String, Diagnostic>,
) -> Result<(), Diagnostic> {
    let mut empty = true;
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| !t.is_dir()) && is_article(entry.path()) => {
                empty = false;
                let name = slashes(&entry.path().to_string_lossy());
                let name = name.strip_prefix("./").filter(|_| folder == ".").unwrap_or(&name).to_string();
                found.insert(name, Some(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let message = format!("cannot look into {}: {error}", slashes(folder));
                problems
                    .insert(error.to_string(), Diagnostic::new("input/unreadable", Severity::Error, message));
            }
        }
    }
    if empty {
        let message = format!("{} holds no articles", slashes(folder));
        let help = "in folders, files named .txt, .text, .md, .markdown, .html and .htm are read; name others one by one";
        return Err(Diagnostic::new("input/no-articles", Severity::Error, message).with_help(help));
    }
    Ok(())
}

/// Is the file's name that of an article?
fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    EXTENSIONS.iter().any(|e| e.eq_ignore_ascii_case(extension))
}

/// The bytes of a file.
///
/// # Errors
/// The problem of a file that is missing, cannot be read or is too long.
pub fn read(name: &str, path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    let result = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    result.map_err(|error| unreadable(name, &error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_long(name));
    }
    Ok(bytes)
}

/// The problem of an input that is longer than [`MAX_BYTES`].
pub fn too_long(name: &str) -> Diagnostic {
    let message = format!("{name} is longer than {} MB", MAX_BYTES / 1024 / 1024);
    Diagnostic::new("input/too-long", Severity::Error, message)
}

/// The problem of a file that is missing or cannot be read.
fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            Diagnostic::new("input/missing", Severity::Error, format!("there is no file or folder {name}"))
        }
        _ => Diagnostic::new("input/unreadable", Severity::Error, format!("cannot read {name}: {error}")),
    }
}

/// A path with "/" between its names on every system.
fn slashes(path: &str) -> String {
    if std::path::MAIN_SEPARATOR == '/' {
        path.to_string()
    } else {
        path.replace(std::path::MAIN_SEPARATOR, "/")
    }
}
