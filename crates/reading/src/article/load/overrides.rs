//! What the user says of files: what is known of an article, and what is no article at all.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use rustc_hash::{FxHashMap, FxHashSet};

use super::unsaved::{own_path, slashes};
use crate::article::Meta;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceMap;

/// A file's name or path, or a glob, as the command line and gainsay.toml write it.
///
/// It matches a path that it ends, by whole components: "story.txt" and "a/story.txt" match
/// "wire/a/story.txt", and so does "a/*.txt".
#[derive(Debug, Clone)]
pub enum PathPattern {
    /// The path, or the end of it.
    Path(String),
    /// A pattern with "*", "?", "[...]" or "{...}"; "*" stops at "/", "**" does not.
    Glob(String, GlobMatcher),
}

impl PathPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with the glob, in words.
    pub fn new(text: &str) -> Result<PathPattern, String> {
        let text = text.strip_prefix("./").unwrap_or(text);
        // "notes/" is the folder "notes".
        let text = text.strip_suffix('/').filter(|text| !text.is_empty()).unwrap_or(text);
        if !text.contains(['*', '?', '[', '{']) {
            return Ok(PathPattern::Path(text.to_owned()));
        }
        let anywhere = format!("**/{}", text.trim_start_matches('/'));
        let glob = GlobBuilder::new(&anywhere).literal_separator(true).build();
        let glob = glob.map_err(|error| error.kind().to_string())?;
        Ok(PathPattern::Glob(text.to_owned(), glob.compile_matcher()))
    }

    /// The pattern of one path, whatever it holds.
    pub fn exact(path: &str) -> PathPattern {
        PathPattern::Path(path.strip_prefix("./").unwrap_or(path).to_owned())
    }

    /// Does it match a path?
    pub fn matches(&self, path: &str) -> bool {
        match self {
            PathPattern::Path(name) => ends_with(path, name),
            // "story[1].txt" may be the name of a file.
            PathPattern::Glob(name, glob) => glob.is_match(path) || ends_with(path, name),
        }
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        match self {
            PathPattern::Path(text) | PathPattern::Glob(text, _) => text,
        }
    }
}

/// Who says something of an article. The first counts for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The command line.
    CommandLine,
    /// gainsay.toml.
    Settings,
}

/// What is known of the articles that a pattern matches.
#[derive(Debug, Clone)]
pub struct Known {
    /// Which articles.
    pub pattern: PathPattern,
    /// What is known of them.
    pub meta: Meta,
    /// Who says so.
    pub origin: Origin,
}

/// What the user says of files. What is said of an article counts for more than what it says of itself; of several
/// names that match a path a whole one counts for more than a glob, and a longer one for more than a shorter.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    known: Vec<Known>,
    /// Whole names by their last component: there may be one for every article.
    by_name: FxHashMap<String, Vec<usize>>,
    globs: Vec<usize>,
    exclude: Vec<PathPattern>,
    /// The folder in which files are excluded by their paths from there, wherever the program is run.
    root: Option<PathBuf>,
}

impl Overrides {
    /// What is known of articles, and which files in folders are to be left out.
    pub fn new(known: Vec<Known>, exclude: Vec<PathPattern>) -> Overrides {
        let mut overrides = Overrides { exclude, ..Overrides::default() };
        for (at, known) in known.iter().enumerate() {
            match &known.pattern {
                PathPattern::Path(name) => {
                    overrides.by_name.entry(last(name).to_owned()).or_default().push(at);
                }
                PathPattern::Glob(..) => overrides.globs.push(at),
            }
        }
        overrides.known = known;
        overrides
    }

    /// The same, with the folder of the settings: what is said of files to leave out is said of those in it, and the
    /// names of folders around it mean nothing.
    #[must_use]
    pub fn within(self, root: &Path) -> Overrides {
        Overrides { root: Some(own_path(root)), ..self }
    }

    /// What is known of the article at a path.
    pub fn meta(&self, path: &str) -> Meta {
        let mut matching: Vec<_> = self.matching(path).filter_map(|at| self.known.get(at)).collect();
        matching.sort_by_key(|known| {
            let glob = matches!(known.pattern, PathPattern::Glob(..));
            (known.origin, glob, std::cmp::Reverse(known.pattern.text().len()))
        });
        matching.into_iter().fold(Meta::default(), |meta, known| meta.or(known.meta.clone()))
    }

    /// Is a file in a folder to be left out, by its own name or that of a folder around it? It has a name and a path on
    /// the disk.
    pub(super) fn excludes(&self, name: &str, own: &Path) -> bool {
        let inside = self.root.as_ref().and_then(|root| own.strip_prefix(root).ok());
        let inside = inside.map(|inside| slashes(&inside.to_string_lossy()));
        let path = inside.as_deref().unwrap_or(name);
        let folders = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        let mut names = folders.chain([path]);
        names.any(|name| self.exclude.iter().any(|pattern| pattern.matches(name)))
    }

    /// What is known of articles that are none of those at these paths.
    pub(super) fn known_elsewhere<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Vec<&Known> {
        let mut used = FxHashSet::default();
        for path in paths {
            used.extend(self.matching(path));
        }
        self.known.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, known)| known).collect()
    }

    /// Names on the command line that no article has. Those in the settings may be for another day: whether there is
    /// such a file at all is for the settings to say.
    pub fn unmatched(&self, sources: &SourceMap) -> Vec<Diagnostic> {
        let unmatched = self.known_elsewhere(sources.iter().flat_map(|(_, file)| file.names()));
        let told = unmatched.into_iter().filter(|known| known.origin == Origin::CommandLine);
        told.map(|known| {
            let message = format!("--date-of {}: no article of this name was read", known.pattern.text());
            Diagnostic::new("input/no-such-article", Severity::Error, message)
        })
        .collect()
    }

    fn matching<'s>(&'s self, path: &'s str) -> impl Iterator<Item = usize> + 's {
        let named = self.by_name.get(last(path)).into_iter().flatten();
        let candidates = named.chain(&self.globs).copied();
        candidates.filter(move |at| self.known.get(*at).is_some_and(|known| known.pattern.matches(path)))
    }
}

/// The last component of a path.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Is a name the end of a path, by whole components?
fn ends_with(path: &str, name: &str) -> bool {
    let rest = path.strip_suffix(name).filter(|_| !name.is_empty());
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
}
