//! `gainsay.toml`: what a project tells the program once and for all.
//!
//! ```toml
//! [articles]                      # what the files themselves do not say
//! "story.txt" = 2024-05-06
//! "other.txt" = { published = 2024-05-07, source = "Harbour Post", title = "Ferry runs aground" }
//!
//! [check]
//! fail-on = "warning"             # or "error", "note", "never"
//!
//! [rules]
//! count-mismatch = "warning"      # or "error", "note", "off"
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::article::Meta;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{OffsetMap, SourceFile, SourceMap};

mod read;

/// The name of the file that is looked for.
pub const FILE_NAME: &str = "gainsay.toml";

/// The settings of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// What is known of articles beyond what they say, by file name or path.
    pub articles: BTreeMap<String, Meta>,
    /// From which severity on findings fail a run.
    pub fail_on: Option<FailOn>,
    /// Other severities for rules, by id.
    pub rules: BTreeMap<String, Level>,
}

/// From which severity on findings fail a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// From this one on.
    At(Severity),
    /// Findings never do.
    Never,
}

/// What a project makes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The rule does not run.
    Off,
    /// Its findings have this severity.
    At(Severity),
}

impl FailOn {
    /// Every way to write it.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "never"];
}

impl FromStr for FailOn {
    type Err = ();
    fn from_str(name: &str) -> Result<FailOn, ()> {
        if name == "never" { Ok(FailOn::Never) } else { name.parse().map(FailOn::At) }
    }
}

impl Level {
    /// Every way to write it.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "off"];
}

impl FromStr for Level {
    type Err = ();
    fn from_str(name: &str) -> Result<Level, ()> {
        if name == "off" { Ok(Level::Off) } else { name.parse().map(Level::At) }
    }
}

impl Config {
    /// The nearest `gainsay.toml`, beside `path` (or in it, if it is a folder) or further up.
    pub fn find(path: &Path) -> Option<PathBuf> {
        let start = std::path::absolute(path).ok()?;
        start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())
    }

    /// Reads settings and adds their file to `sources`.
    ///
    /// # Errors
    /// Everything that is wrong with the file, in the order of the places.
    pub fn load(path: &Path, sources: &mut SourceMap) -> Result<Config, Vec<Diagnostic>> {
        let here = std::env::current_dir().ok();
        let shown = here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
        let name = shown.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| {
            vec![Diagnostic::new(
                "config/unreadable",
                Severity::Error,
                format!("cannot read {name}: {error}"),
            )]
        })?;
        let source = sources.add(SourceFile::new(name, text.as_str().into(), OffsetMap::identity()));
        read::read(&text, source)
    }
}

#[cfg(test)]
mod tests;
