//! Which files to read: paths as given, folders walked, everything sorted and nothing twice.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use rustc_hash::FxHashSet;

use super::unsaved::own_path;
use super::{Overrides, Unsaved};
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

/// Why an input could not be read.
#[derive(Debug)]
pub enum Trouble {
    /// There is no such file or folder.
    Missing,
    /// The system does not let us read it.
    Unreadable(std::io::Error),
    /// "-" was named, but standard input was not read.
    NoStdin,
    /// A folder without files that look like articles.
    NoArticles,
    /// It is longer than [`MAX_BYTES`].
    TooLong,
    /// It is no text; what it seems to be.
    Binary(&'static str),
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Trouble {
        match error.kind() {
            std::io::ErrorKind::NotFound => Trouble::Missing,
            _ => Trouble::Unreadable(error),
        }
    }
}

impl Trouble {
    /// The problem to report: an error without label, for there is no text to show.
    pub fn with(&self, name: &str) -> Diagnostic {
        let name = called(name);
        let (code, message) = match self {
            Trouble::Missing => ("input/missing", format!("there is no file or folder {name}")),
            Trouble::Unreadable(error) => ("input/unreadable", format!("cannot read {name}: {error}")),
            Trouble::NoStdin => ("input/unreadable", format!("{name} was not read")),
            Trouble::NoArticles => ("input/no-articles", format!("{name} holds no articles")),
            Trouble::TooLong => {
                ("input/too-long", format!("{name} is longer than {} MB", MAX_BYTES / 1024 / 1024))
            }
            Trouble::Binary(what) => ("input/binary", format!("{name} is {what}, not an article")),
        };
        let problem = Diagnostic::new(code, Severity::Error, message);
        match self {
            Trouble::NoArticles => problem.with_help(format!(
                "in folders, files that end in .{} are read; name others one by one",
                EXTENSIONS.join(", .")
            )),
            _ => problem,
        }
    }
}

/// What a message calls an input.
pub fn called(name: &str) -> &str {
    if name == STDIN { "standard input" } else { name }
}

/// The files found so far.
#[derive(Debug, Default)]
pub struct Found<'u> {
    seen: FxHashSet<PathBuf>,
    /// Files that are in memory, whether on the disk or not.
    unsaved: Option<&'u Unsaved>,
}

impl<'u> Found<'u> {
    /// None yet; some that are looked for may be in memory.
    pub(super) fn with(unsaved: &'u Unsaved) -> Found<'u> {
        Found { unsaved: Some(unsaved), ..Found::default() }
    }

    /// Finds the files that `paths` stand for, in the order of their names whatever the order of `paths`.
    /// A file that is reached twice is listed once, under the name that sorts first, and not at all if it was
    /// found before.
    pub fn find(&mut self, paths: &[String], overrides: &Overrides) -> (Vec<Input>, Vec<Diagnostic>) {
        let (found, problems) = (BTreeMap::new(), BTreeMap::new());
        let mut search = Search { overrides, unsaved: self.unsaved, found, problems };
        paths.iter().for_each(|path| search.path(path));
        let inputs = search
            .found
            .into_iter()
            .map(|(name, path)| Input { name, path })
            .filter(|input| self.seen.insert(input.own_path()))
            .collect();
        (inputs, search.problems.into_values().collect())
    }
}

impl Input {
    /// The path that it has on the disk, whatever it is called.
    pub(super) fn own_path(&self) -> PathBuf {
        self.path.as_deref().map_or_else(|| PathBuf::from(STDIN), own_path)
    }
}

/// A search under way: what was found and what is wrong, by name.
struct Search<'o> {
    overrides: &'o Overrides,
    unsaved: Option<&'o Unsaved>,
    found: BTreeMap<String, Option<PathBuf>>,
    problems: BTreeMap<String, Diagnostic>,
}

impl Search<'_> {
    fn path(&mut self, path: &str) {
        let name = slashes(path);
        if path == STDIN {
            self.found.insert(name, None);
            return;
        }
        let in_memory = self.unsaved.is_some_and(|unsaved| unsaved.bytes(Path::new(path)).is_some());
        let trouble = match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => self.walk(path).err(),
            Err(error) if !in_memory => Some(Trouble::from(error)),
            _ => {
                self.found.insert(name.clone(), Some(PathBuf::from(path)));
                None
            }
        };
        if let Some(trouble) = trouble {
            self.problems.insert(name.clone(), trouble.with(&name));
        }
    }

    /// Adds the articles below a folder. Hidden files and what .gitignore or the settings exclude are left out.
    ///
    /// # Errors
    /// [`Trouble::NoArticles`] if there are none.
    fn walk(&mut self, folder: &str) -> Result<(), Trouble> {
        let mut empty = true;
        for entry in WalkBuilder::new(folder).require_git(false).build() {
            match entry {
                // Whoever names a pipe wants it read; one that lies about would be waited for.
                Ok(entry) if is_article(entry.path()) && entry.path().is_file() => {
                    empty = false;
                    let name = slashes(&entry.path().to_string_lossy());
                    let name = name.strip_prefix("./").filter(|_| folder == ".").unwrap_or(&name).to_string();
                    if !self.overrides.excludes(&name) {
                        self.found.insert(name, Some(entry.into_path()));
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let message = format!("cannot look into {}: {error}", slashes(folder));
                    let problem = Diagnostic::new("input/unreadable", Severity::Error, message.clone());
                    self.problems.insert(message, problem);
                }
            }
        }
        if empty { Err(Trouble::NoArticles) } else { Ok(()) }
    }
}

/// Is the file's name that of an article?
fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    EXTENSIONS.iter().any(|e| e.eq_ignore_ascii_case(extension))
}

/// The bytes of a file.
///
/// # Errors
/// [`Trouble`] of a file that is missing, cannot be read or is too long.
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A path with "/" between its names on every system.
fn slashes(path: &str) -> String {
    if std::path::MAIN_SEPARATOR == '/' {
        path.to_string()
    } else {
        path.replace(std::path::MAIN_SEPARATOR, "/")
    }
}
