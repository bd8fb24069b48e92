//! `gainsay.toml`: what a project tells the program once and for all.
//!
//! ```toml
//! [articles]                      # what the files themselves do not say; names, paths or globs
//! "story.txt" = 2024-05-06
//! "wire/*.txt" = { source = "Harbour Post" }
//!
//! [check]
//! fail-on = "warning"             # or "error", "note", "never"
//! against = ["archive"]           # what drafts are checked against, beside this file
//! exclude = ["notes/**"]          # no articles, though they look like some
//!
//! [rules]
//! toll = "warning"                # or "error", "note", "off"
//! "toll/rise" = "off"             # an outcome of the rule
//!
//! [[for]]                         # in some articles; the last that speaks of a finding counts
//! articles = ["opinion/**"]
//! rules    = { other-day = "note", quote-needs-two-sources = "off" }
//! packs    = { numbers = "note" }  # all other rules of a pack
//!
//! [packs]
//! paths    = ["house-rules"]      # folders of rule files, beside this file
//! built-in = ["events", "people"] # optional: of the built-in packs these only
//! off      = ["quotes"]           # packs to do without
//!
//! [lexicon]
//! paths = ["words.toml"]          # files and folders with words and facts; those in packs need not be named
//!
//! [[ignore]]                      # one finding that is none
//! fingerprint = "105aac418fc7e54c"
//! reason = "the ministry counts otherwise"
//! until = 2025-12-31              # optional
//! articles = ["drafts/7.md"]      # optional: where it stands
//! ```
//!
//! A mistake takes nothing but itself out of force: what else the file says holds, and the run fails in the end.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::article::Meta;
use crate::article::load::inputs::Found;
use crate::article::load::{Known, Overrides, PathPattern};
use crate::diagnostic::{Diagnostic, Percent, Severity};
use crate::hint::{hint, nearest};
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::rules::house::{self, House};
use crate::source::{self, OffsetMap, SourceFile, SourceId, SourceMap, Span};

mod append;
mod level;
mod read;
pub mod schema;
mod scope;
mod switch;

pub use append::{Accepted, Unwritable, with_ignores};
pub use level::{FailOn, Level};
pub use scope::{Scope, Scoping};
pub use switch::Table;

/// The name of the file that is looked for.
pub const FILE_NAME: &str = crate::rules::SETTINGS;

/// The settings of a project.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// What is known of articles beyond what they say.
    pub articles: Vec<(Placed<PathPattern>, Meta)>,
    /// From which severity on findings fail a run.
    pub fail_on: Option<Placed<FailOn>>,
    /// Findings that are less often right are not told.
    pub min_confidence: Option<Placed<Percent>>,
    /// Files and folders that drafts are checked against.
    pub against: Vec<Placed<PathBuf>>,
    /// Files in folders that are not to be read.
    pub exclude: Vec<Placed<PathPattern>>,
    /// What the project makes of rules, by their ids.
    pub rules: BTreeMap<String, Placed<Level>>,
    /// What it makes of them in some articles; of several that speak of a finding the last one counts.
    pub scopes: Vec<Scope>,
    /// Folders with the project's own rules.
    pub packs: Vec<Placed<PathBuf>>,
    /// The built-in packs whose rules run; none: all of them.
    pub built_in: Option<Placed<Vec<Placed<String>>>>,
    /// Packs whose rules do not run, unless `rules` turns them on.
    pub packs_off: Vec<Placed<String>>,
    /// Files and folders with the project's own words and facts.
    pub lexicon: Vec<Placed<PathBuf>>,
    /// What stands in those, and in the packs.
    pub house: House,
    /// Findings that do not count.
    pub ignores: Vec<Ignore>,
    /// The file that all this stands in.
    pub file: Option<SourceFile>,
    /// What is wrong with it, in the order of the places. The labels point into `file`, whatever their source.
    mistakes: Vec<Diagnostic>,
}

/// A setting and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<T> {
    /// What it says.
    pub value: T,
    /// Where, in bytes of the settings file.
    pub place: Span,
}

/// Digits of a fingerprint.
const FINGERPRINT: usize = 16;

/// Does a text look like the fingerprint of a finding?
pub fn is_fingerprint(text: &str) -> bool {
    text.len() == FINGERPRINT && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// A finding that does not count.
#[derive(Debug, Clone)]
pub struct Ignore {
    /// Which finding.
    pub fingerprint: Placed<String>,
    /// Why.
    pub reason: String,
    /// The last day on which it is ignored.
    pub until: Option<Placed<Date>>,
    /// The articles that it stands in, if that is said: a run without them cannot tell whether it is still there.
    pub articles: Vec<Placed<PathPattern>>,
}

impl Config {
    /// Stands for the settings file in the labels of mistakes until it has its place among the sources.
    pub const HERE: SourceId = SourceId(0);

    /// The nearest `gainsay.toml`, beside `path` (or in it, if it is a folder) or further up.
    pub fn find(path: &Path) -> Option<PathBuf> {
        let start = std::path::absolute(path).ok()?;
        start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())
    }

    /// Reads settings. What is wrong with them comes out among the problems of [`Config::rule_set`].
    pub fn load(path: &Path) -> Config {
        let path = nearby(path);
        let name = path.display().to_string();
        let (text, mistake) = match source::read_text(path) {
            Ok(read) => read,
            Err(error) => {
                let message = format!("cannot read {name}: {error}");
                let mistakes = vec![Diagnostic::new("config/unreadable", Severity::Error, message)];
                return Config { mistakes, ..Config::default() };
            }
        };
        let mut config = read::read(&text);
        if let Some(place) = mistake {
            let message = format!("{name} is not UTF-8");
            let mistake = Diagnostic::new("config/not-utf8", Severity::Error, message);
            let mistake = mistake.with_label(Config::HERE, place, "the first byte that is not");
            config.mistakes.insert(0, mistake.with_help("save the file as UTF-8"));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let paths = config.packs.iter_mut().chain(&mut config.against).chain(&mut config.lexicon);
        paths.for_each(|path| path.value = folder.join(&path.value));
        config.read_house();
        config.file = Some(SourceFile::new(name, text.into(), OffsetMap::identity()));
        config
    }

    /// Reads the lexicon files that the settings name, and those in the packs.
    fn read_house(&mut self) {
        let (own, missing): (Vec<_>, Vec<_>) = self.lexicon.iter().partition(|path| path.value.exists());
        let packs = self.packs.iter().map(|pack| pack.value.join(house::FOLDER)).filter(|path| path.is_dir());
        let paths: Vec<PathBuf> = own.into_iter().map(|path| path.value.clone()).chain(packs).collect();
        self.house = House::read(&paths);
        self.mistakes.extend(missing.into_iter().map(|path| nowhere(path, "file or folder")));
        self.mistakes.sort_by_key(|mistake| mistake.labels.first().map(|label| label.span));
    }

    /// The folder that the settings are for: the one that their file lies in.
    pub fn folder(&self) -> Option<String> {
        self.file.as_ref().map(|file| folder_of(Path::new(&file.path)))
    }

    /// What is said of files: what is known of articles, and what the settings exclude.
    pub fn overrides(&self, known: Vec<Known>) -> Overrides {
        let exclude = self.exclude.iter().map(|pattern| pattern.value.clone()).collect();
        let overrides = Overrides::new(known, exclude);
        self.folder().iter().fold(overrides, |overrides, folder| overrides.within(Path::new(folder)))
    }

    /// Can the file not be read as TOML? What it says is not known then.
    pub fn unreadable(&self) -> Vec<Diagnostic> {
        let codes = ["config/toml", "config/not-utf8", "config/unreadable"];
        let unreadable = self.mistakes.iter().filter(|mistake| codes.contains(&mistake.code.as_str()));
        unreadable.cloned().collect()
    }

    /// The settings file among `sources`; it is added if it is not there yet.
    pub fn source(&self, sources: &mut SourceMap) -> Option<SourceId> {
        let file = self.file.as_ref()?;
        let known = sources.iter().find(|(_, known)| std::sync::Arc::ptr_eq(&known.text, &file.text));
        Some(known.map(|(id, _)| id).unwrap_or_else(|| sources.add(file.clone())))
    }

    /// The archives that are not there.
    pub fn missing_archives(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        let missing = self.against.iter().filter(|path| !path.value.exists());
        let mut missing: Vec<_> = missing.map(|path| nowhere(path, "file or folder")).collect();
        let own = if missing.is_empty() { None } else { self.source(sources) };
        for label in missing.iter_mut().flat_map(|problem| &mut problem.labels) {
            label.source = own.unwrap_or(label.source);
        }
        missing
    }

    /// Names under `[articles]` that no file has, neither one that was read nor one beside the settings or below.
    pub fn unmatched_articles(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        let read: Vec<String> =
            sources.iter().flat_map(|(_, file)| file.names().map(str::to_owned)).collect();
        let unmatched = |paths: &[String], pattern: &PathPattern| !paths.iter().any(|p| pattern.matches(p));
        let placed = self.articles.iter().map(|(pattern, _)| pattern);
        let mut nowhere: Vec<_> = placed.filter(|pattern| unmatched(&read, &pattern.value)).collect();
        let Some(file) = self.file.as_ref().filter(|_| !nowhere.is_empty()) else { return Vec::new() };
        let there = beside(Path::new(&file.path));
        nowhere.retain(|pattern| unmatched(&there, &pattern.value));
        let Some(own) = self.source(sources) else { return Vec::new() };
        let names = || there.iter().filter_map(|path| path.rsplit('/').next());
        let told =
            nowhere.into_iter().map(|pattern| {
                let name = pattern.value.text();
                let message = format!("no article is called `{name}`");
                let unmatched = Diagnostic::new("config/no-such-article", Severity::Warning, message)
                    .with_label(own, pattern.place, "matches nothing");
                match nearest(name, names()) {
                    Some(meant) => unmatched.with_help(format!("did you mean `{meant}`?")),
                    None => unmatched,
                }
            });
        told.collect()
    }

    /// The line of the settings file on which a setting stands, from 1.
    pub fn line(&self, place: Span) -> usize {
        self.file.as_ref().map_or(1, |file| file.position(place).line)
    }

    /// The rules as the project wants them: the built-in ones and its own, with its severities. Among the set's
    /// problems are what is wrong with the settings, with the rules, and settings for rules that do not exist.
    pub fn rule_set(&self, sources: &mut SourceMap, lexicon: &Lexicon) -> RuleSet {
        let own = self.source(sources);
        let mut set = RuleSet::built_in(sources, lexicon);
        let mut problems = self.mistakes.clone();
        for pack in &self.packs {
            match pack.value.is_dir() {
                true => set.add_folder(&pack.value, sources, lexicon),
                false => problems.push(nowhere(pack, "folder")),
            }
        }
        self.choose_packs(&mut set, &mut problems);
        for (id, setting) in &self.rules {
            if !set.set_level(id, setting.value.severity()) {
                problems.push(unknown_rule(id, setting.place, &set));
            }
        }
        self.open_scopes(&mut set, &mut problems);
        for label in problems.iter_mut().flat_map(|problem| &mut problem.labels) {
            label.source = own.unwrap_or(label.source);
        }
        set.cross_check();
        problems.append(&mut self.house.problems(sources));
        problems.append(&mut set.problems);
        set.problems = problems;
        set
    }
}

impl Config {
    /// Turns off the rules of packs that the project does without.
    fn choose_packs(&self, set: &mut RuleSet, problems: &mut Vec<Diagnostic>) {
        let built_in = RuleSet::built_in_packs();
        let known = known_packs(set);
        let chosen = self.built_in.as_ref().map(|chosen| chosen.value.as_slice());
        for (named, of) in [(chosen, &built_in), (Some(self.packs_off.as_slice()), &known)] {
            let unknown = named.into_iter().flatten().filter(|pack| !of.contains(&pack.value.as_str()));
            problems.extend(unknown.map(|pack| unknown_pack(&pack.value, pack.place, of)));
        }
        for rule in &mut set.rules {
            rule.enabled &= self.pack_off(rule.pack.as_str(), &built_in).is_none();
        }
    }
}

/// The articles in a file's folder and below.
fn beside(file: &Path) -> Vec<String> {
    let (inputs, _) = Found::default().find(&[folder_of(file)], &Overrides::default());
    inputs.into_iter().map(|input| input.name).collect()
}

/// The folder that a file lies in.
fn folder_of(file: &Path) -> String {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.display().to_string()
}

/// A path from the working folder, if it lies below it.
fn nearby(path: &Path) -> &Path {
    let here = std::env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}

/// A path of the settings that leads nowhere.
fn nowhere(path: &Placed<PathBuf>, wanted: &str) -> Diagnostic {
    let message = format!("there is no {wanted} {}", path.value.display());
    let mistake = Diagnostic::new("config/unreadable", Severity::Error, message);
    mistake.with_label(Config::HERE, path.place, "not there")
}

/// The names of the packs that there are: those built in, and those of the set's other rules.
fn known_packs(set: &RuleSet) -> Vec<&str> {
    let mut known = RuleSet::built_in_packs();
    for rule in &set.rules {
        if !known.contains(&rule.pack.as_str()) {
            known.push(rule.pack.as_str());
        }
    }
    known
}

fn unknown_pack(pack: &str, place: Span, known: &[&str]) -> Diagnostic {
    Diagnostic::new("config/unknown-pack", Severity::Error, format!("there is no pack `{pack}`"))
        .with_label(Config::HERE, place, "not known")
        .with_help(hint(pack, known))
}

fn unknown_rule(id: &str, place: Span, set: &RuleSet) -> Diagnostic {
    let known = set.ids();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Diagnostic::new("config/unknown-rule", Severity::Error, format!("there is no rule `{id}`"))
        .with_label(Config::HERE, place, "not known")
        .with_help(hint(id, &known))
}

#[cfg(test)]
mod tests;
