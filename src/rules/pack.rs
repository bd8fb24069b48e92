//! Where rules come from: packs built into the program, and folders of the user's own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::confidence::Measured;
use super::folder::toml_files;
use super::mistake::Mistake;
use super::{Rule, house, validate};
use crate::diagnostic::{Diagnostic, Severity};
use crate::hint::hint;
use crate::lexicon::Lexicon;
use crate::source::{OffsetMap, SourceFile, SourceId, SourceMap, read_utf8};
use crate::symbol::Sym;

pub mod manifest;

use manifest::Manifest;

include!(concat!(env!("OUT_DIR"), "/built_in_rules.rs"));

/// The code of a pack that cannot be read from disk.
const UNREADABLE: &str = "rule/unreadable";

/// A rule file built into the program.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// The pack: the folder under `rules/`.
    pub pack: &'static str,
    /// The rule: the file's name without ".toml".
    pub id: &'static str,
    /// The file.
    pub text: &'static str,
}

/// The rule files built into the program, in order of pack and name.
pub fn built_in() -> &'static [BuiltIn] {
    BUILT_IN
}

/// The rules of a run, and what is wrong with those that could not be loaded.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    /// The rules in order of pack and name, the built-in ones first.
    pub rules: Vec<Rule>,
    /// What the packs that have a `pack.toml` say of themselves, in the order in which they were added.
    pub packs: Vec<Manifest>,
    /// Everything wrong in their files.
    pub problems: Vec<Diagnostic>,
    /// Rules that run in some articles only.
    pub scoped: BTreeSet<Sym>,
    /// Rules that could not be loaded: other rules may name them all the same.
    broken: BTreeSet<Sym>,
}

impl RuleSet {
    /// The built-in rules. Their files are added to `sources`, so that messages can show them.
    pub fn built_in(sources: &mut SourceMap, lexicon: &Lexicon) -> RuleSet {
        let mut set = RuleSet::default();
        set.add_built_in(|_| true, sources, lexicon);
        set
    }

    /// The names of the built-in packs, in order.
    pub fn built_in_packs() -> Vec<&'static str> {
        let mut packs: Vec<&str> = BUILT_IN.iter().map(|file| file.pack).collect();
        packs.dedup();
        packs
    }

    /// The built-in pack that has a rule of this id.
    pub fn built_in_pack_of(id: &str) -> Option<&'static str> {
        BUILT_IN.iter().find(|file| file.id == id).map(|file| file.pack)
    }

    /// The built-in rules that hold articles against what the house knows.
    pub fn of_house(sources: &mut SourceMap, lexicon: &Lexicon) -> RuleSet {
        let mut set = RuleSet::default();
        set.add_built_in(|file| file.pack == "house", sources, lexicon);
        set
    }

    fn add_built_in(
        &mut self,
        wanted: impl Fn(&BuiltIn) -> bool,
        sources: &mut SourceMap,
        lexicon: &Lexicon,
    ) {
        for file in BUILT_IN.iter().filter(|file| wanted(file)) {
            let path = format!("rules/{}/{}.toml", file.pack, file.id);
            self.add(file.pack, file.id, path, file.text.into(), sources, lexicon);
            if let Some(rule) = self.rules.last_mut().filter(|rule| rule.id.as_str() == file.id) {
                rule.measured = Measured::of(file.id);
            }
        }
    }

    /// Adds one rule file.
    pub fn add(
        &mut self,
        pack: &str,
        id: &str,
        path: String,
        text: Arc<str>,
        sources: &mut SourceMap,
        lexicon: &Lexicon,
    ) {
        let source = add_source(path, text, sources);
        let (rule, problems) = validate::load(pack, id, source, sources.get(source), lexicon);
        self.problems.extend(problems);
        let Some(rule) = rule else {
            self.broken.insert(Sym::from(id));
            return;
        };
        match self.rules.iter().find(|r| r.id == rule.id) {
            Some(earlier) => self.problems.push(duplicate(&rule, earlier)),
            None => self.rules.push(rule),
        }
    }

    /// Adds the rules of a folder of the user's: its TOML files, in order of their names, as one pack of the
    /// folder's name. `pack.toml` is no rule, but says which program the pack needs. What cannot be read, and a
    /// folder without rules, become problems.
    pub fn add_folder(&mut self, folder: &Path, sources: &mut SourceMap, lexicon: &Lexicon) {
        let files = match toml_files(folder) {
            Ok(files) => files,
            Err(error) => return self.problems.push(unreadable(folder, &error)),
        };
        // A pack may be words and facts alone.
        if files.is_empty() && folder.join(house::FOLDER).is_dir() {
            return;
        }
        if files.is_empty() {
            return self.problems.push(misplaced(folder));
        }
        let (manifests, rules): (Vec<PathBuf>, Vec<PathBuf>) =
            files.into_iter().partition(|p| is_manifest(p));
        // A pack for another program is not run.
        if manifests.iter().all(|path| self.add_manifest(path, sources)) {
            for path in rules {
                self.add_file(&path, sources, lexicon);
            }
        }
    }

    /// Reads a `pack.toml`; can the pack be used?
    fn add_manifest(&mut self, path: &Path, sources: &mut SourceMap) -> bool {
        let text = match read_utf8(path) {
            Ok(text) => text,
            Err(error) => {
                self.problems.push(unreadable(path, &error));
                return false;
            }
        };
        let source = add_source(path.display().to_string(), text.into(), sources);
        let (manifest, problems) = manifest::read(source, sources.get(source));
        self.problems.extend(problems);
        let sound = manifest.is_some();
        self.packs.extend(manifest);
        sound
    }

    /// Looks for what can only be seen of all rules together: ids in `over` that no rule has. Built-in rules
    /// are known, whether or not they are in the set.
    pub fn cross_check(&mut self) {
        let mut known: BTreeSet<&str> = self.rules.iter().map(|r| r.id.as_str()).collect();
        known.extend(built_in().iter().map(|rule| rule.id));
        known.extend(self.broken.iter().map(Sym::as_str));
        let names: Vec<&str> = known.iter().copied().collect();
        for rule in &self.rules {
            for (id, at) in rule.over.iter().filter(|(id, _)| !known.contains(id.as_str())) {
                let mistake = Mistake::UnknownRule;
                let message = format!("`over` names a rule that does not exist: `{id}`");
                let problem = Diagnostic::new(mistake.code(), mistake.severity(), message);
                let problem = problem.with_label(rule.source, *at, "no rule has this id");
                self.problems.push(problem.with_help(near_hint(id, &names)));
            }
        }
    }

    /// Adds a rule file of the user's to the pack that its folder's name says. If it cannot be read, that
    /// becomes a problem.
    pub fn add_file(&mut self, path: &Path, sources: &mut SourceMap, lexicon: &Lexicon) {
        let pack = path.parent().and_then(Path::file_name).map_or("own".into(), |n| n.to_string_lossy());
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        match read_utf8(path) {
            Ok(text) => self.add(&pack, &id, path.display().to_string(), text.into(), sources, lexicon),
            Err(error) => self.problems.push(unreadable(path, &error)),
        }
    }

    /// The rule of a name.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id.as_str() == id)
    }

    /// Turns a rule on, with a severity, or off (none). `RULE/OUTCOME` means one of its outcomes; the outcomes
    /// of a rule are never more severe than what is said of the rule, unless it is said of them. Is there such a
    /// rule or outcome?
    pub fn set_level(&mut self, id: &str, severity: Option<Severity>) -> bool {
        let (id, outcome) = id.split_once('/').map_or((id, None), |(id, name)| (id, Some(name)));
        let Some(rule) = self.rules.iter_mut().find(|r| r.id.as_str() == id) else { return false };
        match outcome {
            Some(name) => rule.set_outcome_level(name, severity),
            None => {
                rule.set_level(severity);
                true
            }
        }
    }

    /// What settings can turn on or off: the ids of the rules, and of their outcomes that have a name.
    pub fn ids(&self) -> Vec<String> {
        let of = |rule: &Rule| {
            let named = rule.outcomes.iter().filter_map(|o| o.name.as_ref());
            let mut outcomes: Vec<String> = named.map(|name| format!("{}/{name}", rule.id)).collect();
            outcomes.dedup();
            std::iter::once(rule.id.to_string()).chain(outcomes).collect::<Vec<_>>()
        };
        self.rules.iter().flat_map(of).collect()
    }

    /// The id nearest to one that does not exist.
    pub fn suggest(&self, id: &str) -> Option<Sym> {
        let ids = self.rules.iter().map(|r| r.id.as_str());
        crate::hint::nearest(id, ids).map(Sym::from)
    }
}

fn add_source(path: String, text: Arc<str>, sources: &mut SourceMap) -> SourceId {
    sources.add(SourceFile::new(path, text, OffsetMap::identity()))
}

fn is_manifest(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n == manifest::FILE_NAME)
}

/// A folder without rules, though folders in it may have some.
fn misplaced(folder: &Path) -> Diagnostic {
    let mistake = Mistake::Misplaced;
    let message = format!("there are no rules in {}", folder.display());
    let problem = Diagnostic::new(mistake.code(), mistake.severity(), message);
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|e| e.path());
    let mut inner: Vec<String> = entries
        .filter(|path| toml_files(path).is_ok_and(|files| !files.is_empty()))
        .map(|path| path.display().to_string())
        .collect();
    inner.sort();
    problem.with_help(match inner.is_empty() {
        true => "a pack is a folder of rule files, `ID.toml`".to_string(),
        false => format!("they lie one level down; name these folders instead: {}", inner.join(", ")),
    })
}

/// The nearest id; nothing is gained by listing all of them.
fn near_hint(id: &str, ids: &[&str]) -> String {
    match crate::hint::nearest(id, ids.iter().copied()) {
        Some(_) => hint(id, ids),
        None => "`gainsay rules list` shows all ids".to_string(),
    }
}

fn duplicate(rule: &Rule, earlier: &Rule) -> Diagnostic {
    let message = format!("two rules are called `{}`", rule.id);
    Diagnostic::new(Mistake::DuplicateId.code(), Severity::Error, message)
        .with_label(rule.source, rule.head, "the second one, which does not run")
        .with_label(earlier.source, earlier.head, "the first one")
        .with_help("a rule is called after its file: rename one of the two")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(UNREADABLE, Severity::Error, format!("cannot read {}: {error}", path.display()))
}
