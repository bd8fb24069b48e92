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
//!
//! [packs]
//! paths = ["house-rules"]         # folders of rule files, beside this file
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::Sym;
use crate::article::Meta;
use crate::diagnostic::{Diagnostic, Severity};
use crate::hint::hint;
use crate::rules::RuleSet;
use crate::source::{OffsetMap, SourceFile, SourceMap, Span};

mod read;

/// The name of the file that is looked for.
pub const FILE_NAME: &str = "gainsay.toml";

/// The settings of a project.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// What is known of articles beyond what they say, by file name or path.
    pub articles: BTreeMap<String, Meta>,
    /// From which severity on findings fail a run.
    pub fail_on: Option<FailOn>,
    /// What the project makes of rules, by their ids.
    pub rules: BTreeMap<String, Setting>,
    /// Folders with the project's own rules.
    pub packs: Vec<PathBuf>,
    /// The file that all this stands in.
    pub file: Option<SourceFile>,
}

/// What a project makes of a rule, and where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// What it makes of it.
    pub level: Level,
    /// Where the rule's id stands in the file.
    pub place: Span,
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
        let file = SourceFile::new(name, text.as_str().into(), OffsetMap::identity());
        let mut config = read::read(&text, sources.add(file.clone()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        config.packs.iter_mut().for_each(|pack| *pack = folder.join(&pack));
        config.file = Some(file);
        Ok(config)
    }

    /// The rules as the project wants them: the built-in ones and its own, with its severities. What is wrong
    /// with them, and settings for rules that do not exist, are among the set's problems.
    pub fn rule_set(&self, sources: &mut SourceMap) -> RuleSet {
        let mut set = RuleSet::built_in(sources);
        for pack in &self.packs {
            set.add_folder(pack, sources);
        }
        let mut unknown = Vec::new();
        for (id, setting) in &self.rules {
            match (set.get_mut(id), setting.level) {
                (Some(rule), Level::Off) => rule.enabled = false,
                (Some(rule), Level::At(severity)) => (rule.enabled, rule.severity) = (true, severity),
                (None, _) => unknown.push((id, setting.place)),
            }
        }
        if let (Some(file), false) = (&self.file, unknown.is_empty()) {
            let source = sources.add(file.clone());
            let known: Vec<Sym> = set.rules.iter().map(|rule| rule.id).collect();
            let known: Vec<&str> = known.iter().map(Sym::as_str).collect();
            set.problems.extend(unknown.into_iter().map(|(id, place)| {
                let problem = Diagnostic::new(
                    "config/unknown-rule",
                    Severity::Error,
                    format!("there is no rule `{id}`"),
                );
                problem.with_label(source, place, "not known").with_help(hint(id, &known))
            }));
        }
        set
    }
}

#[cfg(test)]
mod tests;
