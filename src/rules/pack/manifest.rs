//! `pack.toml`: what a pack says of itself.

use std::fmt;

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::rules::file::{self, Section};
use crate::rules::located::Located;
use crate::rules::mistake::{Mistake, Problems};
use crate::source::{SourceFile, SourceId};

/// The name of the file.
pub const FILE_NAME: &str = "pack.toml";

/// A pack's description of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What the pack is called.
    pub name: String,
    /// Its own version.
    pub version: Option<Version>,
    /// Under which licence it may be used.
    pub licence: Option<String>,
    /// What it is for.
    pub about: Option<String>,
}

/// A version: major, minor, patch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version([u64; 3]);

impl Version {
    /// The version of this program.
    pub fn of_program() -> Version {
        // Cargo takes no version that is not of this form.
        Version::read(env!("CARGO_PKG_VERSION")).unwrap_or(Version([0; 3]))
    }

    /// Reads "1", "1.2" or "1.2.3"; what follows a `-` or `+` counts for nothing.
    pub fn read(text: &str) -> Option<Version> {
        let core = text.split(['-', '+']).next()?;
        let mut parts = core.split('.');
        let mut version = [0; 3];
        for (at, part) in version.iter_mut().enumerate() {
            *part = match parts.next() {
                Some(digits) => digits.parse().ok()?,
                None if at > 0 => 0,
                None => return None,
            };
        }
        parts.next().is_none().then_some(Version(version))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Version([major, minor, patch]) = self;
        write!(f, "{major}.{minor}.{patch}")
    }
}

/// Reads a `pack.toml`. With mistakes there is no manifest, and the pack's rules do not run.
pub fn read(source: SourceId, text: &SourceFile) -> (Option<Manifest>, Vec<Diagnostic>) {
    let (root, errors) = DeTable::parse_recoverable(&text.text);
    let mut problems = Problems::new(source, text);
    problems.add_toml(&errors);
    let mut manifest = Manifest::default();
    if errors.is_empty() {
        let top = Section::open((root.get_ref(), root.span()), "the pack", &file::PACK, &mut problems);
        let own = |key: &str| top.text(key).map(|t| t.text.to_string());
        manifest.name = own("name").unwrap_or_default();
        (manifest.licence, manifest.about) = (own("licence"), own("about"));
        manifest.version = top.text("version").and_then(|at| version("version", &at, &mut problems));
        if let Some(at) = top.text("gainsay")
            && let Some(asked) = version("gainsay", &at, &mut problems)
            && asked > Version::of_program()
        {
            let message = format!("the pack `{}` asks for gainsay {asked} or newer", manifest.name);
            let label = format!("this is gainsay {}", Version::of_program());
            problems.add(Mistake::NewerVersion, at.whole(), message, &label);
            problems.help("update the program, or use an older version of the pack");
        }
    }
    let sound = problems.is_sound();
    (Some(manifest).filter(|_| sound), problems.finish())
}

fn version(key: &str, at: &Located<'_>, problems: &mut Problems<'_>) -> Option<Version> {
    let version = Version::read(at.text);
    if version.is_none() {
        let message = format!("`{key}` cannot be `{}`", at.text);
        problems.add(Mistake::Value, at.whole(), message, "not a version");
        problems.help("a version is written as in `1.2.0`");
    }
    version
}

#[cfg(test)]
mod tests;
