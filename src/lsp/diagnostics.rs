//! Findings and mistakes as an editor's diagnostics.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use lsp_types::{
    Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Uri,
};
use serde_json::json;

use super::text::{Lines, Unit};
use super::uri;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::session::Session;
use crate::source::{SourceFile, SourceId};
use crate::view::clean;

/// Who found it, as editors show it.
const SOURCE: &str = "gainsay";

/// That an exception of the settings has no effect. It may be for a draft that does not lie open.
const UNUSED: &str = "ignore/unused";

/// So many other places are shown with a finding.
const MOST_PLACES: usize = 20;

/// Tells an editor what a session finds.
pub(super) struct Teller<'s> {
    session: &'s Session,
    /// The URIs of the drafts, by the names that the session has for them.
    drafts: BTreeMap<&'s str, &'s Uri>,
    unit: Unit,
    /// Does the client show other places that a diagnostic points to?
    related: bool,
    /// Where lines start, file by file: many passages stand in one.
    lines: RefCell<BTreeMap<&'s str, Lines<'s>>>,
}

/// A finding that touches a draft.
pub(super) struct Touching<'s> {
    /// The finding.
    pub(super) finding: &'s Diagnostic,
    /// The first of its passages that stands in the draft.
    pub(super) here: &'s Label,
}

impl<'s> Teller<'s> {
    pub(super) fn new(
        session: &'s Session,
        drafts: BTreeMap<&'s str, &'s Uri>,
        unit: Unit,
        related: bool,
    ) -> Teller<'s> {
        Teller { session, drafts, unit, related, lines: RefCell::default() }
    }

    /// What is found in a draft, and what is odd about it.
    pub(super) fn of_draft(&self, name: &str) -> Vec<Shown> {
        let found = self.touching(name).into_iter().map(|touching| self.finding(&touching));
        let report = self.session.check();
        let odd = report.problems.iter().filter_map(|problem| {
            let here = self.first_in(problem, name)?;
            Some(self.problem(problem, here))
        });
        found.chain(odd).collect()
    }

    /// The findings that touch a draft.
    pub(super) fn touching(&self, name: &str) -> Vec<Touching<'s>> {
        let findings = self.session.check().findings.iter();
        findings
            .filter_map(|finding| Some(Touching { finding, here: self.first_in(finding, name)? }))
            .collect()
    }

    /// What is wrong with settings, rules and words: with files that are no drafts.
    pub(super) fn mistakes(&self) -> Vec<(Uri, Vec<Shown>)> {
        let mut by_file: BTreeMap<&str, (Uri, Vec<Shown>)> = BTreeMap::new();
        for problem in self.session.check().problems.iter().filter(|problem| problem.code != UNUSED) {
            let Some(label) = problem.labels.first() else { continue };
            let file = self.file(label.source).file();
            if self.drafts.contains_key(file) || !uri::is_settings(Path::new(file)) {
                continue;
            }
            let Some(uri) = uri::of_file(self.file(label.source).file_bytes()) else { continue };
            by_file.entry(file).or_insert((uri, Vec::new())).1.push(self.problem(problem, label));
        }
        by_file.into_values().collect()
    }

    /// Where a passage stands.
    pub(super) fn location(&self, label: &Label) -> Option<Location> {
        let file = self.file(label.source);
        let uri = match self.drafts.get(file.file()) {
            Some(uri) => (*uri).clone(),
            None => uri::of_file(file.file_bytes())?,
        };
        Some(Location { uri, range: self.range(label) })
    }

    /// Where a passage stands in its file.
    pub(super) fn range(&self, label: &Label) -> lsp_types::Range {
        let file = self.file(label.source);
        if file.extracted {
            // Where the text was taken out of a file, an editor has no place for it.
            return lsp_types::Range::default();
        }
        let mut lines = self.lines.borrow_mut();
        let lines = lines.entry(file.file()).or_insert_with(|| Lines::of(&file.text, self.unit));
        lines.range(file.map.to_text(label.span))
    }

    pub(super) fn file(&self, source: SourceId) -> &'s SourceFile {
        self.session.sources().get(source)
    }

    fn first_in(&self, of: &'s Diagnostic, name: &str) -> Option<&'s Label> {
        of.labels.iter().find(|label| self.file(label.source).file() == name)
    }

    fn finding(&self, touching: &Touching<'s>) -> Shown {
        let Touching { finding, here } = touching;
        let others = finding.labels.iter().filter(|label| label != here).take(MOST_PLACES);
        let (related, beside): (Vec<_>, Vec<String>) = match self.related {
            true => (others.filter_map(|label| self.related(label)).collect(), Vec::new()),
            false => (Vec::new(), others.map(|label| self.beside(label)).collect()),
        };
        let message = [clean::line(&finding.message).into_owned()].into_iter().chain(beside);
        let mut shown = self.problem(finding, here);
        shown.message = message.collect::<Vec<_>>().join("\n");
        shown.related_information = (!related.is_empty()).then_some(related);
        shown.data = Some(json!({ "fingerprint": finding.fingerprint }));
        shown
    }

    fn problem(&self, problem: &Diagnostic, here: &Label) -> Shown {
        let severity = match problem.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Note => DiagnosticSeverity::INFORMATION,
        };
        let help = problem.help.iter().map(|help| format!("\n{}", clean::line(help)));
        let message: String =
            std::iter::once(clean::line(&problem.message).into_owned()).chain(help).collect();
        Shown {
            range: self.range(here),
            severity: Some(severity),
            code: Some(NumberOrString::String(problem.code.to_string())),
            source: Some(SOURCE.to_owned()),
            message,
            ..Shown::default()
        }
    }

    fn related(&self, label: &Label) -> Option<DiagnosticRelatedInformation> {
        let message = format!("{}: {}", self.file(label.source).path, clean::line(&label.message));
        let name = message.rsplit_once('/').map_or(message.clone(), |(_, name)| name.to_owned());
        Some(DiagnosticRelatedInformation { location: self.location(label)?, message: name })
    }

    /// The other passage in words.
    fn beside(&self, label: &Label) -> String {
        let file = self.file(label.source);
        let place = format!("{}:{}", clean::line(&file.path), file.position(label.span).line);
        format!("{place}: “{}”", clean::line(file.slice(label.span)))
    }
}
