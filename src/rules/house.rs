//! A house's own words and facts: lexicon files in TOML, read like rule files, with every mistake in its place.
//!
//! The words of all files make one vocabulary ([`House::lexicon`]). Then the files are held against it
//! ([`House::check`]), for a class of one file may be named in another.

use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::DeTable;

use super::folder::toml_files;
use super::mistake::Problems;
use super::{Expect, TestArticle};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lexicon::fact::Fact;
use crate::lexicon::{Additions, Lexicon};
use crate::source::{OffsetMap, SourceFile, SourceId, SourceMap, Span, read_utf8};
use crate::symbol::Sym;

pub mod keys;
pub(super) mod read;

use read::{Earlier, Reader};

/// The folder of a pack that holds lexicon files.
pub const FOLDER: &str = "lexicon";

/// The family of the codes of mistakes in lexicon files.
const FAMILY: &str = "lexicon";

/// Stands for a file until it has its place among the sources.
const HERE: SourceId = SourceId(0);

/// The lexicon files of a project.
#[derive(Debug, Clone, Default)]
pub struct House {
    files: Vec<HouseFile>,
    /// Files and folders that could not be read.
    problems: Vec<Diagnostic>,
}

/// A lexicon file.
#[derive(Debug, Clone)]
struct HouseFile {
    file: SourceFile,
    additions: Additions,
    words: Words,
    problems: Vec<Diagnostic>,
}

/// What a lexicon file holds beside words.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// What articles are held against.
    pub facts: Vec<Fact>,
    /// Its tests.
    pub tests: Vec<WordTest>,
}

/// A test in a lexicon file.
#[derive(Debug, Clone)]
pub struct WordTest {
    /// What it shows, if it says so.
    pub name: Option<String>,
    /// Some sentences.
    pub article: TestArticle,
    /// What must come of them.
    pub expected: Expected,
    /// Where that stands in the file.
    pub span: Span,
}

/// What a test of a lexicon file expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// An event of this class is read in the text.
    Event(Sym),
    /// None is.
    NoEvent(Sym),
    /// The facts of the file and the text conflict, or do not.
    Facts(Expect),
}

/// The tests of a lexicon file, and the facts that they may speak of.
#[derive(Debug, Clone)]
pub struct Tested {
    /// The file's name without ".toml".
    pub name: Sym,
    /// The file.
    pub source: SourceId,
    /// What it holds.
    pub words: Words,
}

impl House {
    /// Reads lexicon files: files, and the TOML files in folders. A path that cannot be read becomes a problem.
    pub fn read(paths: &[PathBuf]) -> House {
        let mut house = House::default();
        house.extend(paths);
        house
    }

    /// Reads further ones; a file that is there already is not read again.
    pub fn extend(&mut self, paths: &[PathBuf]) {
        for path in paths {
            match files(path) {
                Ok(files) if files.is_empty() => self.trouble(path, "there is no lexicon file in it"),
                Ok(files) => files.iter().for_each(|file| self.add(file)),
                Err(error) => self.trouble(path, &error.to_string()),
            }
        }
    }

    fn add(&mut self, path: &Path) {
        if self.holds(path) {
            return;
        }
        match read_utf8(path) {
            Ok(text) => self.add_text(path.display().to_string(), text.into()),
            Err(error) => self.trouble(path, &error.to_string()),
        }
    }

    /// Adds a file's text. Of tables that are not of their form nothing comes into the vocabulary; what is wrong
    /// with them comes out of [`House::check`].
    pub fn add_text(&mut self, path: String, text: Arc<str>) {
        let additions = Additions::read(&text).unwrap_or_default();
        let file = SourceFile::new(path, text, OffsetMap::identity());
        self.files.push(HouseFile { file, additions, words: Words::default(), problems: Vec::new() });
    }

    fn trouble(&mut self, path: &Path, why: &str) {
        let message = format!("cannot read {}: {why}", path.display());
        self.problems.push(Diagnostic::new("lexicon/unreadable", Severity::Error, message));
    }

    /// Is this path one of the files?
    pub fn holds(&self, path: &Path) -> bool {
        let known =
            |file: &HouseFile| std::path::absolute(&file.file.path).ok() == std::path::absolute(path).ok();
        self.files.iter().any(known)
    }

    /// Are there no files?
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The vocabulary of the program with the words of the house.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        if self.is_empty() {
            return Lexicon::built_in().clone();
        }
        let additions: Vec<Additions> = self.files.iter().map(|file| file.additions.clone()).collect();
        Arc::new(Lexicon::with(&additions))
    }

    /// Reads the facts and tests of the files, and everything that is wrong with them in the vocabulary of the house.
    pub fn check(&mut self, lexicon: &Lexicon) {
        let declared = self.files.iter().flat_map(|file| read::declared(&file.file.text)).collect();
        let mut before: Vec<Earlier> = Vec::new();
        for HouseFile { file, words, problems, .. } in &mut self.files {
            let (root, errors) = DeTable::parse_recoverable(&file.text);
            let mut found = Problems::of(FAMILY, HERE, file);
            found.add_toml(&errors);
            if errors.is_empty() {
                let mut reader = Reader { problems: &mut found, lexicon, declared: &declared };
                *words = reader.file((root.get_ref(), root.span()));
                read::check_facts(&words.facts, &before, &mut found);
                before.extend(words.facts.iter().map(|fact| Earlier {
                    place: format!("{}:{}", file.path, file.line_at(fact.span.start as usize)),
                    fact: fact.clone(),
                }));
            }
            *problems = found.finish();
        }
    }

    /// The facts of the house. Its files are added to `sources`, so that messages can show them.
    pub fn facts(&self, sources: &mut SourceMap) -> Vec<Fact> {
        let mut facts = Vec::new();
        for file in self.files.iter().filter(|file| !file.words.facts.is_empty()) {
            let source = file.source(sources);
            facts.extend(file.words.facts.iter().map(|fact| Fact { source, ..fact.clone() }));
        }
        facts
    }

    /// Feeds a hasher with all that the files say.
    pub fn digest(&self, hasher: &mut impl Hasher) {
        self.files.iter().for_each(|file| file.file.text.hash(hasher));
    }

    /// What is wrong with the files.
    pub fn problems(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        let mut problems = self.problems.clone();
        for file in self.files.iter().filter(|file| !file.problems.is_empty()) {
            let source = file.source(sources);
            let mut own = file.problems.clone();
            own.iter_mut().flat_map(|problem| &mut problem.labels).for_each(|label| label.source = source);
            problems.append(&mut own);
        }
        problems
    }

    /// The files with their tests; those in a folder or a file only, if one is given.
    pub fn tests(&self, sources: &mut SourceMap, within: Option<&[PathBuf]>) -> Vec<Tested> {
        let asked = |file: &&HouseFile| {
            within.is_none_or(|paths| paths.iter().any(|path| Path::new(&file.file.path).starts_with(path)))
        };
        let of = |file: &HouseFile| {
            let source = file.source(sources);
            let name = Path::new(&file.file.path).file_stem().unwrap_or_default().to_string_lossy();
            let mut words = file.words.clone();
            words.facts.iter_mut().for_each(|fact| fact.source = source);
            Tested { name: Sym::from(name), source, words }
        };
        self.files.iter().filter(asked).map(of).collect()
    }
}

impl HouseFile {
    /// The file among `sources`; it is added if it is not there yet.
    fn source(&self, sources: &mut SourceMap) -> SourceId {
        let known = sources.iter().find(|(_, known)| Arc::ptr_eq(&known.text, &self.file.text));
        known.map(|(id, _)| id).unwrap_or_else(|| sources.add(self.file.clone()))
    }
}

/// Is it a folder of lexicon files, or a file in one?
pub fn is_lexicon(path: &Path) -> bool {
    let named = |path: &Path| path.file_name().is_some_and(|name| name == FOLDER);
    named(path) || (!path.is_dir() && path.parent().is_some_and(named))
}

/// A file, or the TOML files in a folder, in order of their names.
fn files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    match path.is_dir() {
        true => toml_files(path),
        false => Ok(vec![path.to_owned()]),
    }
}

impl Expected {
    /// In words.
    pub fn text(&self) -> String {
        match self {
            Expected::Event(class) => format!("an event `{class}`"),
            Expected::NoEvent(class) => format!("no event `{class}`"),
            Expected::Facts(Expect::Conflict) => "a conflict with the facts".to_string(),
            Expected::Facts(Expect::Silent) => "no conflict with the facts".to_string(),
        }
    }
}

#[cfg(test)]
mod tests;
