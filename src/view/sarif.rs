//! SARIF 2.1.0, for code-scanning services and viewers.
//!
//! The leading label of either side are the result's locations, all labels its related locations. What was set
//! aside is there too, as suppressed. Trouble with inputs, rules and settings are notifications of the run.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::json;
use super::uri::{ROOT, Root};
use crate::diagnostic::{Aside, Diagnostic, Label, Report, RuleLine, Severity};
use crate::source::{SourceId, SourceMap, Span};

/// Where the format is defined.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name under which our fingerprints stand.
const FINGERPRINT: &str = "gainsay/v1";

/// What code-scanning services take: they reject a log with more of anything, whole.
const MOST_RESULTS: usize = 25_000;
/// Of one result.
const MOST_RELATED: usize = 1_000;
/// Characters of a text that somebody is to read.
const MOST_TEXT: usize = 1_024;

/// Writes a report as a SARIF log of one run. `root` is the folder in which relative paths begin.
///
/// # Errors
/// Those of `out`.
pub fn write_report(
    report: &Report,
    sources: &SourceMap,
    root: Option<&Path>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let log = Log { report, sources, root: Root::new(root) };
    json::write(&log.whole(), out)
}

/// A log in the making.
struct Log<'a> {
    report: &'a Report,
    sources: &'a SourceMap,
    root: Root,
}

impl Log<'_> {
    fn whole(&self) -> Value {
        let report = self.report;
        let counted = report.findings.iter().map(|finding| (finding, None));
        let aside = report.set_aside.iter().map(|(finding, aside)| (finding, Some(aside)));
        // The most certain ones come first, those that do not count last.
        let results =
            counted.chain(aside).take(MOST_RESULTS).map(|(finding, aside)| self.result(finding, aside));
        let failed = report.problems.iter().any(|problem| problem.severity == Severity::Error);
        let notifications = report.problems.iter().map(|problem| self.notification(problem));
        json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "gainsay",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": report.rules.iter().map(rule).collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": { ROOT: self.root.described() },
                "invocations": [{
                    "executionSuccessful": !failed,
                    "toolExecutionNotifications": notifications.chain(self.left_out()).collect::<Vec<_>>(),
                }],
                "results": results.collect::<Vec<_>>(),
            }],
        })
    }

    /// That not all results are there.
    fn left_out(&self) -> Option<Value> {
        let all = self.report.findings.len() + self.report.set_aside.len();
        let more = all.checked_sub(MOST_RESULTS).filter(|more| *more > 0)?;
        let message = format!("{more} of {all} findings are left out: a log holds {MOST_RESULTS}");
        Some(self.notification(&Diagnostic::new("sarif/left-out", Severity::Warning, message)))
    }

    fn result(&self, finding: &Diagnostic, aside: Option<&Aside>) -> Value {
        let mut result = json!({
            "ruleId": finding.code.as_str(),
            "level": finding.severity.name(),
            "message": { "text": message(finding) },
            "locations": leading(finding).map(|label| self.location_of(label)).collect::<Vec<_>>(),
            "relatedLocations": self.related(finding),
            "partialFingerprints": { FINGERPRINT: finding.fingerprint },
            "properties": { "decided": finding.decided, "missing": finding.missing },
        });
        if let Some(at) = self.report.rules.iter().position(|rule| rule.id == finding.code) {
            result["ruleIndex"] = json!(at);
        }
        if let Some(confidence) = finding.confidence {
            result["rank"] = json!(f64::from(confidence.number()));
        }
        if let Some(aside) = aside {
            result["suppressions"] = json!([self.suppression(aside)]);
        }
        result
    }

    fn suppression(&self, aside: &Aside) -> Value {
        let (kind, exception) = match aside {
            Aside::Comment(exception) => ("inSource", Some(exception)),
            Aside::Settings(exception) => ("external", Some(exception)),
            Aside::Baseline => ("external", None),
        };
        let justification = exception.map_or("in the baseline", |exception| exception.reason.as_str());
        let justification = cut(justification);
        let mut suppression = json!({ "kind": kind, "status": "accepted", "justification": justification });
        if let Some(exception) = exception {
            suppression["location"] = self.location(exception.source, exception.place);
        }
        suppression
    }

    /// The labels, and of too many the first that give each value and then the others in their order.
    fn related(&self, finding: &Diagnostic) -> Vec<Value> {
        let chosen: Vec<&Label> = leading(finding).collect();
        let others =
            finding.labels.iter().filter(|label| !chosen.iter().any(|known| std::ptr::eq(*known, *label)));
        let mut labels: Vec<&Label> = match finding.labels.len() > MOST_RELATED {
            true => chosen.iter().copied().chain(others).collect(),
            false => finding.labels.iter().collect(),
        };
        labels.truncate(MOST_RELATED);
        let place = |(label, number): (&Label, u32)| {
            let mut place = self.location_of(label);
            place["id"] = json!(number);
            place["message"] = json!({ "text": cut(&said(label)) });
            place
        };
        labels.into_iter().zip(1..).map(place).collect()
    }

    fn notification(&self, problem: &Diagnostic) -> Value {
        json!({
            "descriptor": { "id": problem.code.as_str() },
            "level": problem.severity.name(),
            "message": { "text": message(problem) },
            "locations": problem.labels.iter().take(1).map(|label| self.location_of(label)).collect::<Vec<_>>(),
        })
    }

    fn location_of(&self, label: &Label) -> Value {
        self.location(label.source, label.span)
    }

    fn location(&self, source: SourceId, span: Span) -> Value {
        let file = self.sources.get(source);
        let (start, end) = (file.position(span), file.position_of(file.map.to_text(span).end));
        let mut region = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
        // A snippet is the whole region or none.
        let text = file.slice(span);
        if text.chars().nth(MOST_TEXT).is_none() {
            region["snippet"] = json!({ "text": text });
        }
        json!({ "physicalLocation": {
            "artifactLocation": self.root.artifact(file.file_bytes()),
            "region": region,
        } })
    }
}

fn rule(rule: &RuleLine) -> Value {
    let why = if rule.why.trim().is_empty() { &rule.summary } else { &rule.why };
    json!({
        "id": rule.id.as_str(),
        "shortDescription": { "text": cut(&rule.summary) },
        "help": { "text": cut(why.trim()) },
        "defaultConfiguration": { "level": rule.severity.name() },
    })
}

/// The message with what the reader could do.
fn message(diagnostic: &Diagnostic) -> String {
    let message = &diagnostic.message;
    cut(&diagnostic.help.as_ref().map_or_else(|| message.clone(), |help| format!("{message}\nHelp: {help}")))
}

/// A text of no more than [`MOST_TEXT`] characters.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_TEXT) {
        None => text.to_owned(),
        Some(_) => text.chars().take(MOST_TEXT - 1).chain(['…']).collect(),
    }
}

/// The first label, and the first that gives another value.
fn leading(finding: &Diagnostic) -> impl Iterator<Item = &Label> {
    let first = finding.labels.first();
    let other = finding.labels.iter().find(|label| first.is_some_and(|first| label.value != first.value));
    first.into_iter().chain(other.or(finding.labels.get(1)))
}

/// "killed: 9"
fn said(label: &Label) -> String {
    match label.value.as_deref() {
        Some(value) if label.message.is_empty() => value.to_owned(),
        Some(value) if !label.message.ends_with(value) => format!("{}: {value}", label.message),
        _ => label.message.clone(),
    }
}

#[cfg(test)]
mod tests;
