//! Output for programs: schema `gainsay/findings/1`. Fields may be added, none is ever renamed.
//!
//! Offsets are bytes in the file on disk, `end` exclusive; lines and columns count from 1, columns in
//! characters.

use std::io::{self, Write};

use serde::Serialize;

use super::clean;
use crate::diagnostic::{ArticleLine, Diagnostic, Label, Report, Severity};
use crate::source::SourceMap;

/// The name of this format.
pub const SCHEMA: &str = "gainsay/findings/1";

#[derive(Serialize)]
struct Output<'a> {
    schema: &'static str,
    articles: Vec<Article<'a>>,
    findings: Vec<Finding<'a>>,
    problems: Vec<Problem<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    source: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    words: usize,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: Severity,
    decided: bool,
    message: &'a str,
    help: Option<&'a str>,
    missing: &'a [String],
    fingerprint: &'a str,
    labels: Vec<Mark<'a>>,
}

#[derive(Serialize)]
struct Mark<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    line: usize,
    column: usize,
    text: &'a str,
    value: Option<&'a str>,
    message: &'a str,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'a str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Serialize)]
struct Summary {
    articles: usize,
    claims: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// Writes a report as one JSON object and a line break.
///
/// # Errors
/// Those of `out`.
pub fn write_report(report: &Report, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    let output = Output {
        schema: SCHEMA,
        articles: report.articles.iter().map(|line| article(line, sources)).collect(),
        findings: report.findings.iter().map(|diagnostic| finding(diagnostic, sources)).collect(),
        problems: report.problems.iter().map(|diagnostic| problem(diagnostic, sources)).collect(),
        summary: Summary {
            articles: report.articles.len(),
            claims: report.claims,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
        },
    };
    write(&output, out)
}

/// Writes any value as indented JSON and a line break, with hidden characters escaped.
///
/// # Errors
/// Those of `out`; a value that JSON cannot express.
pub fn write(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    writeln!(out, "{}", clean::json(&text))
}

fn article<'a>(line: &'a ArticleLine, sources: &'a SourceMap) -> Article<'a> {
    Article {
        path: &sources.get(line.source).path,
        source: &line.outlet,
        title: line.title.as_deref(),
        published: line.published.map(|date| date.to_string()),
        words: line.words,
    }
}

fn finding<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Finding<'a> {
    Finding {
        rule: diagnostic.code.as_str(),
        severity: diagnostic.severity,
        decided: diagnostic.decided,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        missing: &diagnostic.missing,
        fingerprint: &diagnostic.fingerprint,
        labels: diagnostic.labels.iter().map(|label| mark(label, sources)).collect(),
    }
}

fn mark<'a>(label: &'a Label, sources: &'a SourceMap) -> Mark<'a> {
    let file = sources.get(label.source);
    let at = file.position(label.span);
    Mark {
        path: &file.path,
        start: label.span.start,
        end: label.span.end,
        line: at.line,
        column: at.column,
        text: file.slice(label.span),
        value: label.value.as_deref(),
        message: &label.message,
    }
}

fn problem<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Problem<'a> {
    let file = diagnostic.labels.first().map(|label| (sources.get(label.source), label));
    let at = file.map(|(file, label)| file.position(label.span));
    Problem {
        code: diagnostic.code.as_str(),
        severity: diagnostic.severity,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        path: file.map(|(file, _)| file.path.as_str()),
        line: at.map(|at| at.line),
        column: at.map(|at| at.column),
    }
}

#[cfg(test)]
mod tests;
