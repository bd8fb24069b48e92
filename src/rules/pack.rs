//! Where rules come from: packs built into the program, and folders of the user's own.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::mistake::Mistake;
use super::{Rule, validate};
use crate::Sym;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{OffsetMap, SourceFile, SourceMap, Span};

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
    /// Everything wrong in their files.
    pub problems: Vec<Diagnostic>,
}

impl RuleSet {
    /// The built-in rules. Their files are added to `sources`, so that messages can show them.
    pub fn built_in(sources: &mut SourceMap) -> RuleSet {
        let mut set = RuleSet::default();
        for file in BUILT_IN {
            let path = format!("rules/{}/{}.toml", file.pack, file.id);
            set.add(file.pack, file.id, path, file.text.into(), sources);
        }
        set
    }

    /// Adds one rule file.
    pub fn add(&mut self, pack: &str, id: &str, path: String, text: Arc<str>, sources: &mut SourceMap) {
        let source = sources.add(SourceFile::new(path, text, OffsetMap::identity()));
        let (rule, problems) = validate::load(pack, id, source, sources.get(source));
        self.problems.extend(problems);
        let Some(rule) = rule else { return };
        match self.rules.iter().find(|r| r.id == rule.id) {
            Some(earlier) => self.problems.push(duplicate(&rule, earlier)),
            None => self.rules.push(rule),
        }
    }

    /// Adds the rules of a folder of the user's: its TOML files, in order of their names, as one pack of the
    /// folder's name. `pack.toml` is no rule. What cannot be read becomes a problem.
    pub fn add_folder(&mut self, folder: &Path, sources: &mut SourceMap) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.problems.push(unreadable(folder, &error)),
        };
        let files: BTreeSet<_> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|p| {
                p.extension().is_some_and(|e| e == "toml") && p.file_name().is_some_and(|n| n != "pack.toml")
            })
            .collect();
        for path in files {
            self.add_file(&path, sources);
        }
    }

    /// Adds a rule file of the user's to the pack that its folder's name says. If it cannot be read, that
    /// becomes a problem.
    pub fn add_file(&mut self, path: &Path, sources: &mut SourceMap) {
        let pack = path.parent().and_then(Path::file_name).map_or("own".into(), |n| n.to_string_lossy());
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        match std::fs::read_to_string(path) {
            Ok(text) => self.add(&pack, &id, path.display().to_string(), text.into(), sources),
            Err(error) => self.problems.push(unreadable(path, &error)),
        }
    }

    /// The rule of a name.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id.as_str() == id)
    }

    /// The rule of a name, to turn it on or off or to change its severity.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Rule> {
        self.rules.iter_mut().find(|r| r.id.as_str() == id)
    }

    /// The id nearest to one that does not exist.
    pub fn suggest(&self, id: &str) -> Option<Sym> {
        let ids = self.rules.iter().map(|r| r.id.as_str());
        crate::hint::nearest(id, ids).map(Sym::from)
    }
}

fn duplicate(rule: &Rule, earlier: &Rule) -> Diagnostic {
    let message = format!("two rules are called `{}`", rule.id);
    let at = |rule: &Rule| (rule.source, Span::new(0, 1));
    let ((second, here), (first, there)) = (at(rule), at(earlier));
    Diagnostic::new(Mistake::DuplicateId.code(), Severity::Error, message)
        .with_label(second, here, "the second one, which does not run")
        .with_label(first, there, "the first one")
        .with_help("a rule is called after its file: rename one of the two")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(UNREADABLE, Severity::Error, format!("cannot read {}: {error}", path.display()))
}
