//! Output for programs: schema `gainsay/findings/1`. Fields may be added, none is ever renamed.
//!
//! Offsets are bytes in the file on disk, `end` exclusive; lines and columns count from 1, columns in
//! characters.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::clean;
use super::sides::{Articles, Side, sides};
use crate::diagnostic::{ArticleLine, Aside, Diagnostic, Label, Part, Percent, Report, Severity};
use crate::source::SourceMap;

/// The name of this format.
pub const SCHEMA: &str = "gainsay/findings/1";

#[derive(Serialize)]
struct Output<'a> {
    schema: &'static str,
    articles: Vec<Article<'a>>,
    findings: Vec<Finding<'a>>,
    set_aside: Vec<SetAside<'a>>,
    problems: Vec<Problem<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    source: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    updated: Option<String>,
    byline: Option<&'a str>,
    language: Option<&'a str>,
    /// What its editors say of this version.
    note: Option<&'a str>,
    /// The file that it stands in, and which article of it, from 1, it is.
    file: &'a str,
    number: Option<usize>,
    /// What its publisher calls it.
    id: Option<&'a str>,
    /// Do offsets count bytes of the text that was taken out of the file, and not of the file?
    extracted: bool,
    words: usize,
    part: Part,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: Severity,
    decided: bool,
    /// How often such a finding is right, from 0 to 1; null where that was not measured.
    confidence: Option<f64>,
    message: &'a str,
    help: Option<&'a str>,
    missing: &'a [String],
    fingerprint: &'a str,
    sides: Vec<Stand<'a>>,
    labels: Vec<Mark<'a>>,
}

/// A value and who gives it.
#[derive(Serialize)]
struct Stand<'a> {
    value: &'a str,
    /// Does a draft that is checked against an archive give it?
    draft: bool,
    sources: BTreeSet<&'a str>,
    mentions: usize,
}

#[derive(Serialize)]
struct SetAside<'a> {
    rule: &'a str,
    message: &'a str,
    fingerprint: &'a str,
    by: &'static str,
    reason: Option<&'a str>,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

/// A marked piece of a file.
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

/// A problem with an input, a rule or a setting.
#[derive(Serialize)]
pub struct Problem<'a> {
    code: &'a str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    labels: Vec<Mark<'a>>,
}

#[derive(Serialize)]
struct Summary {
    articles: usize,
    claims: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    ignored: usize,
    known: usize,
    archive: Option<usize>,
}

/// Writes a report as one JSON object and a line break.
///
/// # Errors
/// Those of `out`.
pub fn write_report(report: &Report, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    let known = Articles::of(report);
    let (ignored, in_baseline) = report.count_aside();
    let output = Output {
        schema: SCHEMA,
        articles: report.articles.iter().map(|line| article(line, sources)).collect(),
        findings: report.findings.iter().map(|diagnostic| finding(diagnostic, sources, &known)).collect(),
        set_aside: report
            .set_aside
            .iter()
            .map(|(finding, aside)| set_aside(finding, aside, sources))
            .collect(),
        problems: problems(&report.problems, sources),
        summary: Summary {
            articles: report.articles.iter().filter(|article| article.part == Part::Draft).count(),
            claims: report.claims,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
            ignored,
            known: in_baseline,
            archive: report.archive,
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
    let file = sources.get(line.source);
    Article {
        path: &file.path,
        source: &line.outlet,
        title: line.title.as_deref(),
        published: line.published.map(|date| date.to_string()),
        updated: line.updated.map(|date| date.to_string()),
        byline: line.byline.as_deref(),
        language: line.language.as_deref(),
        note: line.note.as_deref(),
        file: file.file(),
        number: file.item.as_ref().map(|item| item.number),
        id: file.item.as_ref().and_then(|item| item.id.as_deref()),
        extracted: file.extracted,
        words: line.words,
        part: line.part,
    }
}

fn finding<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap, articles: &Articles<'a>) -> Finding<'a> {
    let stand = |side: Side<'a>| Stand {
        value: side.value,
        draft: side.draft,
        sources: side.outlets,
        mentions: side.labels.len(),
    };
    Finding {
        rule: diagnostic.code.as_str(),
        severity: diagnostic.severity,
        decided: diagnostic.decided,
        confidence: diagnostic.confidence.map(Percent::share),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        missing: &diagnostic.missing,
        fingerprint: &diagnostic.fingerprint,
        sides: sides(diagnostic, articles).into_iter().map(stand).collect(),
        labels: diagnostic.labels.iter().map(|label| mark(label, sources)).collect(),
    }
}

fn set_aside<'a>(finding: &'a Diagnostic, aside: &'a Aside, sources: &'a SourceMap) -> SetAside<'a> {
    let (by, exception) = match aside {
        Aside::Comment(exception) => ("comment", Some(exception)),
        Aside::Settings(exception) => ("settings", Some(exception)),
        Aside::Baseline => ("baseline", None),
    };
    let file = exception.map(|exception| sources.get(exception.source));
    let at = file.zip(exception).map(|(file, exception)| file.position(exception.place));
    SetAside {
        rule: finding.code.as_str(),
        message: &finding.message,
        fingerprint: &finding.fingerprint,
        by,
        reason: exception.map(|exception| exception.reason.as_str()),
        path: file.map(|file| file.path.as_str()),
        line: at.map(|at| at.line),
        column: at.map(|at| at.column),
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

/// Problems as objects.
pub fn problems<'a>(problems: &'a [Diagnostic], sources: &'a SourceMap) -> Vec<Problem<'a>> {
    problems.iter().map(|diagnostic| problem(diagnostic, sources)).collect()
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
        labels: diagnostic.labels.iter().map(|label| mark(label, sources)).collect(),
    }
}

#[cfg(test)]
mod tests;
