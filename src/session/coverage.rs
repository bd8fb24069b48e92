//! What a run has read of a project: whether it can know that an exception is needed no more.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Session;
use crate::article::load::PathPattern;
use crate::article::load::inputs::{Found, Input};
use crate::config::Ignore;
use crate::diagnostic::Diagnostic;
use crate::suppress;

/// Of exceptions that had no effect, those that would have had one if their findings were still there.
///
/// One that names its articles speaks of a finding that a run tells which reads all of them, at least one as a draft. Of
/// one that names none nothing is certain before every article beside the settings and below was read.
pub(super) fn unused(session: &Session, unused: &[usize]) -> Vec<Diagnostic> {
    let (material, config) = (session.material(), session.project.config());
    let Some(settings) = material.settings.filter(|_| !unused.is_empty()) else { return Vec::new() };
    let mut whole = None;
    let mut is_known = |ignore: &Ignore| match ignore.articles.is_empty() {
        true => *whole.get_or_insert_with(|| reads_whole_project(session)),
        false => reads_articles(session, ignore),
    };
    let unused = unused.iter().filter_map(|at| config.ignores.get(*at));
    unused.filter(|ignore| is_known(ignore)).map(|ignore| suppress::unused(ignore, settings)).collect()
}

fn reads_articles(session: &Session, ignore: &Ignore) -> bool {
    let material = session.material();
    let matches = |at: usize, pattern: &PathPattern| {
        let document = material.documents.get(at);
        document.is_some_and(|document| {
            material.sources.get(document.source).names().any(|name| pattern.matches(name))
        })
    };
    let is_read = |upto: usize, pattern| (0..upto).any(|at| matches(at, pattern));
    let mut patterns = ignore.articles.iter().map(|pattern| &pattern.value);
    patterns.clone().all(|pattern| is_read(material.documents.len(), pattern))
        && patterns.any(|pattern| is_read(material.drafts, pattern))
}

fn reads_whole_project(session: &Session) -> bool {
    let config = session.project.config();
    let Some(folder) = config.folder() else { return false };
    let overrides = config.overrides(Vec::new());
    let find = |paths: &[String]| {
        let whole = |input: &Input| input.only.is_none();
        let (inputs, _) = Found::default().find(paths, &overrides);
        inputs.iter().filter(|input| whole(input)).map(Input::own_path).collect::<BTreeSet<PathBuf>>()
    };
    let inputs = &session.inputs;
    let read = [&inputs.paths[..], &inputs.open, &inputs.archive.paths(config)].concat();
    find(&[folder]).is_subset(&find(&read))
}
