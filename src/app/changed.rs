//! `gainsay check --changed`: of the articles those that git says have changed, against all others.

use std::io;
use std::path::Path;

use super::args::Check;
use super::git::{Repository, Side};
use super::stdin;
use crate::article::load::inputs::{Found, Input};
use crate::article::load::own_path;
use crate::session::Project;

/// What is to be checked, and against what.
#[derive(Debug, Default)]
pub(super) struct Changed {
    /// The articles that have changed.
    pub(super) drafts: Vec<String>,
    /// Where the others are, among these.
    pub(super) others: Vec<String>,
    /// What stands in the index in the place of drafts.
    pub(super) staged: Vec<(String, Vec<u8>)>,
    /// What to say if there are no drafts.
    pub(super) nothing: String,
}

impl Changed {
    /// What has changed of the articles that are named or, if none are, of the project: those beside the settings and
    /// below, or where there are none those of the repository.
    ///
    /// # Errors
    /// Git is not there, knows no repository or commit, or fails.
    pub(super) fn find(args: &Check, project: &Project) -> io::Result<Changed> {
        if args.paths.iter().any(|path| path == stdin::NAME) {
            return Err(io::Error::other("standard input is no file that git could know"));
        }
        let folder = project.config().folder();
        let near = args.paths.first().or(folder.as_ref()).map_or(".", String::as_str);
        let repository = Repository::around(Path::new(near))?;
        let others = match (&args.paths[..], folder) {
            ([], Some(folder)) => vec![folder],
            ([], None) => vec![repository.whole()?],
            (paths, _) => paths.to_vec(),
        };
        let (base, side) = (args.base(), args.side());
        let changed = repository.changed(base, side)?;
        // A hook that names a folder that is not there would let everything pass.
        let gone =
            |path: &&String| !Path::new(path).exists() && !changed.contains(&own_path(Path::new(path)));
        if let Some(gone) = args.paths.iter().find(gone) {
            return Err(io::Error::other(format!("there is no file or folder {gone}")));
        }
        // What else is wrong with the paths is told when they are read.
        let (inputs, _) = Found::default().find(&others, &project.config().overrides(Vec::new()));
        let inputs: Vec<Input> =
            inputs.into_iter().filter(|input| changed.contains(&input.own_path())).collect();
        let mut staged = Vec::new();
        if side == Side::Index {
            for input in &inputs {
                staged.push((input.name.clone(), repository.staged(&input.own_path())?));
            }
        }
        let nothing = match side {
            Side::Tree => format!("no article has changed since {base}"),
            Side::Index => format!("no article is staged that differs from {base}"),
        };
        Ok(Changed { drafts: inputs.iter().flat_map(names).collect(), others, staged, nothing })
    }
}

/// A file, or those of its articles that were named.
fn names(input: &Input) -> Vec<String> {
    match &input.only {
        None => vec![input.name.clone()],
        Some(numbers) => numbers.iter().map(|number| format!("{}#{number}", input.name)).collect(),
    }
}
