//! Which files to read: paths as given, folders walked, everything sorted and nothing twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use ignore::WalkBuilder;
use rustc_hash::FxHashSet;

use super::unsaved::{own_path, slashes};
use super::{Overrides, Unsaved};
use crate::article::wire;
use crate::diagnostic::{Diagnostic, Severity};

/// What standard input is called on the command line and in reports.
pub const STDIN: &str = "-";

/// The most bytes read from one file. Spans count in 32 bits; no article comes near either limit.
pub const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The most bytes of text that one article has. A day's newspaper has fewer than a tenth; what is read of a text takes
/// up to fifty times its room.
pub const MAX_TEXT: usize = 16 * 1024 * 1024;

/// The most bytes of a file of many articles. What is kept of them all until the end takes up to thirty times its room.
pub const MAX_ITEMS: usize = 40 * 1024 * 1024;

/// The code of a folder without articles.
pub(super) const NO_ARTICLES: &str = "input/no-articles";

/// Names of files that are taken for articles inside folders.
const EXTENSIONS: [&str; 11] =
    ["txt", "text", "md", "markdown", "html", "htm", "docx", "rss", "atom", "nitf", "ninjs"];

/// Names of files that may be articles or anything else: in folders their first bytes decide.
const UNSURE: [&str; 5] = ["xml", "json", "jsonl", "ndjson", "jsonlines"];

/// How much of such a file is looked at.
const HEAD: u64 = 64 * 1024;

/// How long a pipe that was named may take until somebody writes to it, and between two pieces of what is written.
const UNTIL_OPEN: Duration = Duration::from_secs(5);
const BETWEEN: Duration = Duration::from_secs(60);

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The path as the user gave it, or below the folder that she gave, with "/" between names.
    pub name: String,
    /// Where it is; `None` for standard input.
    pub path: Option<PathBuf>,
    /// Which of its articles, by their numbers, were named; `None` for all.
    pub only: Option<BTreeSet<usize>>,
}

impl Input {
    /// The name in bytes, where it is no UTF-8 and `name` shows something else in place of some of them.
    #[cfg(unix)]
    pub fn raw_name(&self) -> Option<Vec<u8>> {
        use std::os::unix::ffi::OsStrExt;
        let bytes = self.path.as_ref().filter(|path| path.to_str().is_none())?.as_os_str().as_bytes();
        let inside = bytes.strip_prefix(b"./").filter(|_| !self.name.starts_with("./"));
        Some(inside.unwrap_or(bytes).to_vec())
    }

    /// Names are no bytes on this system.
    #[cfg(not(unix))]
    pub fn raw_name(&self) -> Option<Vec<u8>> {
        None
    }
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
    /// A folder whose articles are all excluded.
    AllExcluded,
    /// It is longer than so many bytes.
    TooLong(u64),
    /// Nothing came out of a pipe.
    Silent,
    /// It is of a known format, but broken; how.
    Broken(String),
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
    /// The problem to report, without label, for there is no text to show.
    pub fn with(&self, name: &str) -> Diagnostic {
        let name = called(name);
        let (code, message) = match self {
            Trouble::Missing => ("input/missing", format!("there is no file or folder {name}")),
            Trouble::Unreadable(error) => ("input/unreadable", format!("cannot read {name}: {error}")),
            Trouble::NoStdin => ("input/unreadable", format!("{name} was not read")),
            Trouble::NoArticles => (NO_ARTICLES, format!("{name} holds no articles")),
            Trouble::AllExcluded => {
                ("input/excluded", format!("all articles in {name} are excluded by the settings"))
            }
            Trouble::TooLong(most) => {
                ("input/too-long", format!("{name} is longer than {} MB", most / 1024 / 1024))
            }
            Trouble::Silent => ("input/silent", format!("nothing comes out of the pipe {name}")),
            Trouble::Broken(how) => ("input/broken", format!("{name} {how}")),
            Trouble::Binary(what) => ("input/binary", format!("{name} is {what}, not an article")),
        };
        let severity = if let Trouble::AllExcluded = self { Severity::Warning } else { Severity::Error };
        let problem = Diagnostic::new(code, severity, message);
        match self {
            Trouble::AllExcluded => problem.with_help("name a file by itself to read it all the same"),
            Trouble::NoArticles => problem.with_help(format!(
                "in folders, files that end in .{} are read; name others one by one",
                EXTENSIONS.join(", .")
            )),
            Trouble::TooLong(most) if *most < MAX_BYTES => {
                problem.with_help("an article has less text; cut a file of many articles into several")
            }
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
            .map(|(name, (path, only))| Input { name, path, only })
            .filter(|input| self.seen.insert(input.own_path()))
            .collect();
        (inputs, search.problems.into_values().collect())
    }
}

impl Input {
    /// The path that it has on the disk, whatever it is called.
    pub fn own_path(&self) -> PathBuf {
        self.path.as_deref().map_or_else(|| PathBuf::from(STDIN), own_path)
    }
}

/// A search under way: what was found and what is wrong, by name.
struct Search<'o> {
    overrides: &'o Overrides,
    unsaved: Option<&'o Unsaved>,
    found: BTreeMap<String, (Option<PathBuf>, Option<BTreeSet<usize>>)>,
    problems: BTreeMap<String, Diagnostic>,
}

impl Search<'_> {
    fn path(&mut self, path: &str) {
        let name = slashes(path);
        if path == STDIN {
            self.found.insert(name, (None, None));
            return;
        }
        let in_memory = self.unsaved.is_some_and(|unsaved| unsaved.bytes(Path::new(path)).is_some());
        let trouble = match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => self.walk(path).err(),
            Err(error) if !in_memory => match article_of(path) {
                Some((file, number)) => {
                    self.article(file, number);
                    None
                }
                None => Some(Trouble::from(error)),
            },
            _ => {
                self.found.insert(name.clone(), (Some(PathBuf::from(path)), None));
                None
            }
        };
        if let Some(trouble) = trouble {
            self.problems.insert(name.clone(), trouble.with(&name));
        }
    }

    /// Adds one article of a file of many, unless the whole file was named.
    fn article(&mut self, file: &str, number: usize) {
        let whole = || (Some(PathBuf::from(file)), Some(BTreeSet::new()));
        if let (_, Some(only)) = self.found.entry(slashes(file)).or_insert_with(whole) {
            only.insert(number);
        }
    }

    /// Adds the articles below a folder. Hidden files and what .gitignore or the settings exclude are left out.
    ///
    /// # Errors
    /// [`Trouble::NoArticles`] if there are none, [`Trouble::AllExcluded`] if none is left.
    fn walk(&mut self, folder: &str) -> Result<(), Trouble> {
        let (mut empty, mut all_excluded) = (true, true);
        let own = own_path(Path::new(folder));
        for entry in WalkBuilder::new(folder).require_git(false).build() {
            match entry {
                // Whoever names a pipe wants it read; one that lies about would be waited for.
                Ok(entry) if is_article(entry.path()) && entry.path().is_file() => {
                    empty = false;
                    let name = slashes(&entry.path().to_string_lossy());
                    let name = name.strip_prefix("./").filter(|_| folder == ".").unwrap_or(&name).to_string();
                    let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                    if !self.overrides.excludes(&name, &own.join(below)) {
                        all_excluded = false;
                        self.found.insert(name, (Some(entry.into_path()), None));
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
        match (empty, all_excluded) {
            (true, _) => Err(Trouble::NoArticles),
            (_, true) => Err(Trouble::AllExcluded),
            _ => Ok(()),
        }
    }
}

/// "feed.xml#2": a file, and the number of one of its articles.
fn article_of(path: &str) -> Option<(&str, usize)> {
    let (file, number) = path.rsplit_once('#')?;
    let number = number.parse().ok().filter(|number| *number > 0)?;
    Path::new(file).is_file().then_some((file, number))
}

/// Is it a file that holds articles, by its name or, where that says too little, by its first bytes?
fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    // A word processor leaves such a file beside a document that is open.
    let lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    let is = |known: &&str| known.eq_ignore_ascii_case(extension);
    !lock && (EXTENSIONS.iter().any(&is) || UNSURE.iter().any(is) && looks_like_one(path))
}

/// Do a file's first bytes look like those of a format of articles?
fn looks_like_one(path: &Path) -> bool {
    let mut head = Vec::new();
    // One that lies about as a pipe would be waited for.
    let read = path.is_file().then(|| File::open(path)).and_then(Result::ok);
    read.is_some_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok())
        && wire::looks_like_articles(&path.to_string_lossy(), &head)
}

/// The bytes of a file.
///
/// # Errors
/// [`Trouble`] of a file that is missing, cannot be read, is too long or says nothing.
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    if !std::fs::metadata(path)?.is_file() {
        return read_pipe(path, UNTIL_OPEN, BETWEEN);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of a pipe or another thing that may keep its reader waiting for ever.
///
/// Another thread does the waiting. If nothing comes it is left behind, and ends with the process.
pub(super) fn read_pipe(path: &Path, until_open: Duration, between: Duration) -> Result<Vec<u8>, Trouble> {
    let (send, pieces) = mpsc::sync_channel(4);
    let path = path.to_owned();
    std::thread::spawn(move || {
        let mut file = match File::open(path) {
            Ok(file) => file.take(MAX_BYTES + 1),
            Err(error) => return drop(send.send(Err(error))),
        };
        let mut buffer = vec![0; 64 * 1024];
        let mut piece = Ok(Vec::new());
        // The first piece, an empty one, says that somebody writes.
        while send.send(piece).is_ok() {
            piece = match file.read(&mut buffer) {
                Ok(0) => return,
                Ok(length) => Ok(buffer.get(..length).unwrap_or_default().to_vec()),
                Err(error) => Err(error),
            };
        }
    });
    let mut bytes = Vec::new();
    let mut patience = until_open;
    loop {
        match pieces.recv_timeout(patience) {
            Ok(piece) => bytes.extend(piece?),
            Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(bytes),
            Err(mpsc::RecvTimeoutError::Timeout) => return Err(Trouble::Silent),
        }
        patience = between;
    }
}
