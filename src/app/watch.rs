//! `gainsay check --watch`: checks again whenever something changes that a check reads.
//!
//! Files are looked at twice a second, by their times and lengths: that works on every system and on shared folders, and
//! needs no more than a list of names.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use jiff::Zoned;

use super::args::Check;
use super::check::{self, Kept};
use super::choice::ReportFormat;
use super::outcome::Outcome;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::article::load::inputs::Found;
use crate::config::Config;
use crate::view::clean;

/// Time between two looks; where looking takes long, so many times as long as that.
const INTERVAL: Duration = Duration::from_millis(500);
const RESTS: u32 = 10;
/// Names of changed files that are told.
const TOLD: usize = 3;

/// Checks, and checks again until the process is ended.
///
/// # Errors
/// Those of writing; what fails in one check is told, and the next may do better.
pub(super) fn run(args: &Check, terminal: &Terminal) -> io::Result<Outcome> {
    if args.paths.iter().chain(&args.against).any(|path| path == stdin::NAME) {
        return Err(io::Error::other("standard input cannot be watched"));
    }
    let mut kept = Kept::default();
    let mut seen = State::of(args);
    let mut changed = Vec::new();
    loop {
        head(args, &changed, terminal)?;
        match check::once(args, terminal, Some(&mut kept)) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Err(error),
            Err(error) => terminal.complain(&error.to_string()),
        }
        let next = seen.next(args);
        changed = seen.differing(&next);
        seen = next;
    }
}

/// The time, and what has changed; where standard output is for programs, on standard error.
fn head(args: &Check, changed: &[PathBuf], terminal: &Terminal) -> io::Result<()> {
    let names: Vec<_> = changed.iter().take(TOLD).map(|path| path.display().to_string()).collect();
    let more = changed.len().saturating_sub(TOLD);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let what = if changed.is_empty() { String::new() } else { format!(" {}{more}", names.join(", ")) };
    let line = format!("── {}{} ──", Zoned::now().strftime("%H:%M:%S"), clean::line(&what));
    match args.format {
        ReportFormat::Human | ReportFormat::Short => terminal.print(|out| writeln!(out, "{line}")),
        _ => writeln!(io::stderr(), "{line}"),
    }
}

/// The files that a check reads, each with its time and length.
#[derive(Debug, PartialEq, Eq)]
struct State(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl State {
    fn of(args: &Check) -> State {
        let first = args.paths.first().map_or(".", String::as_str);
        let file = args.config.clone().or_else(|| Config::find(Path::new(first)));
        // What is wrong with the settings is told by the check.
        let config = file.as_deref().map(Config::load).unwrap_or_default();
        let archive = settings::archive(&args.against).paths(&config);
        let paths = [&args.paths[..], &archive].concat();
        let (inputs, _) = Found::default().find(&paths, &config.overrides(Vec::new()));
        let mut files: Vec<PathBuf> = inputs.into_iter().filter_map(|input| input.path).collect();
        let named = config.packs.iter().chain(&config.lexicon).map(|path| &path.value);
        named.for_each(|path| add_toml(path, &mut files));
        files.extend(file.into_iter().chain(args.baseline.clone()));
        let about = |path: PathBuf| {
            let about = path.metadata().ok();
            let time = about.as_ref().and_then(|about| about.modified().ok());
            (path, (time, about.map_or(0, |about| about.len())))
        };
        State(files.into_iter().map(about).collect())
    }

    /// Waits until something is different, and then until it stays so: somebody may still be writing.
    fn next(&self, args: &Check) -> State {
        let mut before: Option<State> = None;
        loop {
            let started = Instant::now();
            let now = State::of(args);
            if now != *self && before.as_ref() == Some(&now) {
                return now;
            }
            before = Some(now);
            std::thread::sleep(INTERVAL.max(started.elapsed() * RESTS));
        }
    }

    /// The files that came, went or changed.
    fn differing(&self, next: &State) -> Vec<PathBuf> {
        let mut paths: Vec<PathBuf> = self.0.keys().chain(next.0.keys()).cloned().collect();
        paths.sort();
        paths.dedup();
        paths.retain(|path| self.0.get(path) != next.0.get(path));
        paths
    }
}

/// Adds a rule or lexicon file or, of a folder, those in it and in the folders in it: packs have no more levels.
fn add_toml(path: &Path, files: &mut Vec<PathBuf>) {
    let below = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let first = below(path);
    let second = first.iter().flat_map(|path| below(path));
    files.extend(second.filter(is_toml));
    files.extend(first.into_iter().filter(is_toml));
    files.push(path.to_owned());
}
