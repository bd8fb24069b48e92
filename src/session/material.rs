//! Everything that a session has before it reads a sentence: articles without their markup, rules, facts, exceptions.

use std::sync::OnceLock;

use super::digest::Digest;
use super::{Session, inputs, rules};
use crate::article::Document;
use crate::article::load::{self, Loaded, Overrides, Wanted};
use crate::diagnostic::{Diagnostic, Part};
use crate::lexicon::fact::Fact;
use crate::rules::RuleSet;
use crate::rules::house::Tested;
use crate::source::{SourceId, SourceMap};
use crate::suppress::Baseline;

/// What a session has before it reads a sentence. All files have their ids in it: the articles first, in their order.
#[derive(Debug)]
pub(super) struct Material {
    pub(super) sources: SourceMap,
    /// What the user says of articles.
    overrides: Overrides,
    /// The articles, in the order of their files; drafts first.
    pub(super) documents: Vec<Document>,
    /// Of what content they are, as far as that was asked.
    contents: Vec<OnceLock<Digest>>,
    /// How many of them are drafts.
    pub(super) drafts: usize,
    /// Is there an archive to check against?
    pub(super) has_archive: bool,
    /// What the house knows for certain.
    pub(super) facts: Vec<Fact>,
    /// The rules; their problems are those of the settings as well.
    pub(super) rules: RuleSet,
    /// The lexicon files that are tested.
    pub(super) tested: Vec<Tested>,
    /// The settings' file.
    pub(super) settings: Option<SourceId>,
    /// The findings that do not count.
    pub(super) baseline: Option<Baseline>,
    pub(super) problems: Problems,
}

/// What is wrong before anything is read.
#[derive(Debug, Default)]
pub(super) struct Problems {
    /// With the articles' files.
    pub(super) inputs: Vec<Diagnostic>,
    /// With what is said of articles that are not there.
    pub(super) unmatched: Vec<Diagnostic>,
    /// With the baseline.
    pub(super) baseline: Option<Diagnostic>,
}

impl Material {
    /// Loads what a session asks for.
    pub(super) fn load(session: &Session) -> Material {
        let (project, config) = (&session.project, session.project.config());
        let archive = session.inputs.archive.paths(config);
        let known = session.inputs.known.iter().cloned().chain(inputs::known(config)).collect();
        let overrides = config.overrides(known);
        let wanted = Wanted {
            drafts: &session.inputs.paths,
            archive: &archive,
            open: &session.inputs.open,
            unsaved: session.unsaved.clone(),
            stdin: session.inputs.stdin.as_deref(),
        };
        let Loaded { mut sources, documents, drafts, problems } = load::load(&wanted, &overrides);
        let mut unmatched = overrides.unmatched(&sources);
        let facts = config.house.facts(&mut sources);
        if let inputs::Archive::Settings | inputs::Archive::SettingsAnd(_) = session.inputs.archive {
            unmatched.extend(config.missing_archives(&mut sources));
        }
        if !documents.is_empty() {
            unmatched.extend(config.unmatched_articles(&mut sources));
        }
        let rules = session.options.rules.load(project, &mut sources);
        let tested = rules::tested(&session.options.rules, project, &mut sources);
        let loaded = session.options.baseline.as_ref().map(|path| Baseline::load(path, &mut sources));
        let (baseline, wrong) = match loaded.transpose() {
            Ok(baseline) => (baseline, None),
            Err(problem) => (None, Some(*problem)),
        };
        let settings = config.source(&mut sources);
        let problems = Problems { inputs: problems, unmatched, baseline: wrong };
        let has_archive = !archive.is_empty();
        let contents = vec![OnceLock::new(); documents.len()];
        Material {
            sources,
            overrides,
            documents,
            contents,
            drafts,
            has_archive,
            facts,
            rules,
            tested,
            settings,
            baseline,
            problems,
        }
    }

    /// Puts another text in the place of a draft's, if all the rest stays as it is. Did it?
    pub(super) fn replace(&mut self, draft: &str, bytes: Vec<u8>) -> bool {
        let drafts = self.documents.get(..self.drafts).unwrap_or_default();
        let called = |document: &Document| self.sources.get(document.source).path == draft;
        let Some(at) = drafts.iter().position(called) else { return false };
        let Some((before, content)) = self.documents.get_mut(at).zip(self.contents.get_mut(at)) else {
            return false;
        };
        let of_it = |problem: &Diagnostic| problem.labels.iter().any(|label| label.source == before.source);
        if before.blocks.is_empty() || self.problems.inputs.iter().any(of_it) {
            return false;
        }
        let Some((file, document)) = load::anew(before, &self.sources, bytes, &self.overrides) else {
            return false;
        };
        self.sources.replace(document.source, file);
        (*before, *content) = (document, OnceLock::new());
        true
    }

    /// The digest of what an article says, by its number.
    pub(super) fn content(&self, article: usize) -> Option<Digest> {
        let (document, content) = self.documents.get(article).zip(self.contents.get(article))?;
        Some(*content.get_or_init(|| Digest::of_document(document)))
    }

    /// The side of the check of an article, by its number.
    pub(super) fn part(&self, article: usize) -> Part {
        if article < self.drafts { Part::Draft } else { Part::Archive }
    }
}
