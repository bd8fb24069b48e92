//! Annotations for pull requests: workflow commands that GitHub Actions reads from a step's output.
//!
//! <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>

use std::borrow::Cow;
use std::io::{self, Write};

use super::clean;
use super::sides::{Articles, sides};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{SourceFile, SourceMap, Span};

/// So many other places are named in an annotation.
const MOST_PLACES: usize = 5;

/// Writes an annotation for each finding and each problem.
///
/// # Errors
/// Those of `out`.
pub fn write_report(report: &Report, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    let articles = Articles::of(report);
    for finding in &report.findings {
        annotate(finding, &places(finding, sources, &articles), sources, out)?;
    }
    report.problems.iter().try_for_each(|problem| annotate(problem, &[], sources, out))
}

/// The command: everything on one line, whatever the texts hold.
fn annotate(
    diagnostic: &Diagnostic,
    more: &[String],
    sources: &SourceMap,
    out: &mut dyn Write,
) -> io::Result<()> {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    write!(out, "::{command} ")?;
    if let Some(label) = diagnostic.labels.first() {
        write!(out, "{},", place(sources.get(label.source), label.span))?;
    }
    let help = diagnostic.help.iter().map(|help| format!("Help: {}", clean::line(help)));
    let message = std::iter::once(clean::line(&diagnostic.message).into_owned());
    let text = message.chain(more.iter().cloned()).chain(help).collect::<Vec<_>>().join("\n");
    writeln!(out, "title={}::{}", property(&clean::line(&diagnostic.code)), data(&text))
}

/// Where the annotation stands. GitHub takes columns only within one line.
fn place(file: &SourceFile, span: Span) -> String {
    let start = file.position(span);
    let end = file.position_of(file.map.to_text(span).end);
    let path = property(&clean::line(file.file())).into_owned();
    let lines = format!("file={path},line={},endLine={}", start.line, end.line);
    if start.line == end.line {
        format!("{lines},col={},endColumn={}", start.column, end.column)
    } else {
        lines
    }
}

/// The values in dispute and where they stand.
fn places(finding: &Diagnostic, sources: &SourceMap, articles: &Articles<'_>) -> Vec<String> {
    let sides = sides(finding, articles);
    let line = |side: &super::sides::Side<'_>| {
        let mut places: Vec<String> = Vec::new();
        for label in side.labels.iter().take(MOST_PLACES) {
            let file = sources.get(label.source);
            let at = file.position(label.span);
            places.push(format!("{}:{}:{}", clean::line(&file.path), at.line, at.column));
        }
        let more = side.labels.len().saturating_sub(MOST_PLACES);
        if more > 0 {
            places.push(format!("{more} more"));
        }
        format!("“{}”: {}", clean::line(side.value), places.join(", "))
    };
    sides.iter().map(line).collect()
}

/// A message, escaped.
fn data(text: &str) -> Cow<'_, str> {
    escape(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A")])
}

/// The value of a property, escaped.
fn property(text: &str) -> Cow<'_, str> {
    escape(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A"), (':', "%3A"), (',', "%2C")])
}

fn escape<'t>(text: &'t str, table: &[(char, &str)]) -> Cow<'t, str> {
    let stands_for = |c: char| table.iter().find(|(special, _)| *special == c).map(|(_, escaped)| *escaped);
    if !text.chars().any(|c| stands_for(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match stands_for(c) {
            Some(escaped) => out.push_str(escaped),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests;
