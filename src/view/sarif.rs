//! SARIF 2.1.0, for code-scanning services and viewers.
//!
//! The leading label of either side are the result's locations, all labels its related locations. What was set
//! aside is there too, as suppressed. Trouble with inputs, rules and settings are notifications of the run.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json;
use crate::diagnostic::{Aside, Diagnostic, Label, Report, RuleLine, Severity};
use crate::source::{SourceFile, SourceId, SourceMap, Span};

/// Where the format is defined.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name under which our fingerprints stand.
const FINGERPRINT: &str = "gainsay/v1";

/// Writes a report as a SARIF log of one run.
///
/// # Errors
/// Those of `out`.
pub fn write_report(report: &Report, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    let counted = report.findings.iter().map(|finding| result(finding, None, report, sources));
    let aside = report.set_aside.iter().map(|(finding, aside)| result(finding, Some(aside), report, sources));
    let failed = report.problems.iter().any(|problem| problem.severity == Severity::Error);
    let notifications = report.problems.iter().map(|problem| notification(problem, sources));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "gainsay",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": report.rules.iter().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": !failed,
                "toolExecutionNotifications": notifications.collect::<Vec<_>>(),
            }],
            "results": counted.chain(aside).collect::<Vec<_>>(),
        }],
    });
    json::write(&log, out)
}

fn rule(rule: &RuleLine) -> Value {
    let why = if rule.why.trim().is_empty() { &rule.summary } else { &rule.why };
    json!({
        "id": rule.id.as_str(),
        "shortDescription": { "text": rule.summary },
        "help": { "text": why.trim() },
        "defaultConfiguration": { "level": rule.severity.name() },
    })
}

fn result(finding: &Diagnostic, aside: Option<&Aside>, report: &Report, sources: &SourceMap) -> Value {
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "level": finding.severity.name(),
        "message": { "text": message(finding) },
        "locations": leading(finding).map(|label| location_of(label, sources)).collect::<Vec<_>>(),
        "relatedLocations": related(finding, sources),
        "partialFingerprints": { FINGERPRINT: finding.fingerprint },
        "properties": { "decided": finding.decided, "missing": finding.missing },
    });
    if let Some(at) = report.rules.iter().position(|rule| rule.id == finding.code) {
        result["ruleIndex"] = json!(at);
    }
    if let Some(confidence) = finding.confidence {
        result["rank"] = json!(f64::from(confidence.number()));
    }
    if let Some(aside) = aside {
        result["suppressions"] = json!([suppression(aside, sources)]);
    }
    result
}

/// The message with what the reader could do.
fn message(diagnostic: &Diagnostic) -> String {
    let message = &diagnostic.message;
    diagnostic.help.as_ref().map_or_else(|| message.clone(), |help| format!("{message}\nHelp: {help}"))
}

fn suppression(aside: &Aside, sources: &SourceMap) -> Value {
    let (kind, exception) = match aside {
        Aside::Comment(exception) => ("inSource", Some(exception)),
        Aside::Settings(exception) => ("external", Some(exception)),
        Aside::Baseline => ("external", None),
    };
    let justification = exception.map_or("in the baseline", |exception| exception.reason.as_str());
    let mut suppression = json!({ "kind": kind, "status": "accepted", "justification": justification });
    if let Some(exception) = exception {
        suppression["location"] = location(exception.source, exception.place, sources);
    }
    suppression
}

/// The first label, and the first that gives another value.
fn leading(finding: &Diagnostic) -> impl Iterator<Item = &Label> {
    let first = finding.labels.first();
    let other = finding.labels.iter().find(|label| first.is_some_and(|first| label.value != first.value));
    first.into_iter().chain(other.or(finding.labels.get(1)))
}

/// The most related locations of a result: code-scanning services reject a log with more.
const MOST_RELATED: usize = 1000;

/// The labels, and of too many the first that give each value and then the others in their order.
fn related(finding: &Diagnostic, sources: &SourceMap) -> Vec<Value> {
    let chosen: Vec<&Label> = leading(finding).collect();
    let others =
        finding.labels.iter().filter(|label| !chosen.iter().any(|known| std::ptr::eq(*known, *label)));
    let mut labels: Vec<&Label> = match finding.labels.len() > MOST_RELATED {
        true => chosen.iter().copied().chain(others).collect(),
        false => finding.labels.iter().collect(),
    };
    labels.truncate(MOST_RELATED);
    labels
        .into_iter()
        .zip(1..)
        .map(|(label, number): (&Label, u32)| {
            let mut place = location_of(label, sources);
            place["id"] = json!(number);
            place["message"] = json!({ "text": said(label) });
            place
        })
        .collect()
}

/// "killed: 9"
fn said(label: &Label) -> String {
    match label.value.as_deref() {
        Some(value) if label.message.is_empty() => value.to_owned(),
        Some(value) if !label.message.ends_with(value) => format!("{}: {value}", label.message),
        _ => label.message.clone(),
    }
}

fn notification(problem: &Diagnostic, sources: &SourceMap) -> Value {
    json!({
        "descriptor": { "id": problem.code.as_str() },
        "level": problem.severity.name(),
        "message": { "text": message(problem) },
        "locations": problem.labels.iter().take(1).map(|label| location_of(label, sources)).collect::<Vec<_>>(),
    })
}

fn location_of(label: &Label, sources: &SourceMap) -> Value {
    location(label.source, label.span, sources)
}

fn location(source: SourceId, span: Span, sources: &SourceMap) -> Value {
    let file = sources.get(source);
    let (start, end) = (file.position(span), file.position_of(file.map.to_text(span).end));
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(file) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "snippet": { "text": file.slice(span) },
        },
    } })
}

/// "C:/", "C:\\": a letter and a colon before a separator name a drive.
fn is_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic())
}

/// The path as a URI reference: relative paths stay relative.
fn uri(file: &SourceFile) -> String {
    let (path, bytes) = (file.file(), file.file_bytes());
    let mut uri = String::with_capacity(path.len() + 8);
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if is_drive(path) {
        uri.push_str("file:///");
    } else if path.split('/').next().is_some_and(|first| first.contains(':')) {
        // What stands before a colon would be read as the scheme of another kind of address.
        uri.push_str("./");
    }
    for byte in bytes.iter().copied() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests;
