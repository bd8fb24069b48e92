//! Output for people: every finding with the lines it rests on, drawn by ariadne.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ariadne::{Color, Fmt};

use super::clean;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{SourceId, SourceMap};

mod drawing;
mod mentions;

/// A message longer than this (in characters) is cut: it may quote an article.
const LONGEST_MESSAGE: usize = 400;

/// How the terminal wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Use colours?
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// The outlets of the articles, by file.
type Outlets<'a> = BTreeMap<SourceId, &'a str>;

/// Writes all findings and a line that sums them up.
///
/// # Errors
/// Those of `out`.
pub fn write_findings(
    report: &Report,
    sources: &SourceMap,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let outlets: Outlets<'_> = report.articles.iter().map(|a| (a.source, a.outlet.as_str())).collect();
    for finding in &report.findings {
        write_diagnostic(finding, sources, &outlets, look, out)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", summary(report))
}

/// Writes what went wrong with inputs, rules and settings.
///
/// # Errors
/// Those of `out`.
pub fn write_problems(
    problems: &[Diagnostic],
    sources: &SourceMap,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    problems.iter().try_for_each(|problem| write_diagnostic(problem, sources, &Outlets::new(), look, out))
}

fn write_diagnostic(
    diagnostic: &Diagnostic,
    sources: &SourceMap,
    outlets: &Outlets<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = format!("{}[{}]", diagnostic.severity.name(), clean::line(&diagnostic.code));
    let message = shorten(&diagnostic.message, LONGEST_MESSAGE);
    writeln!(out, "{}: {message}", paint(head, severity_color(diagnostic.severity), look))?;
    let mentions = mentions::select(diagnostic, sources, outlets);
    let help = diagnostic.help.as_deref().map(|help| shorten(help, LONGEST_MESSAGE));
    let mut notes = mentions.notes;
    if !diagnostic.missing.is_empty() {
        let missing: Vec<_> = diagnostic.missing.iter().map(|what| shorten(what, LONGEST_MESSAGE)).collect();
        notes.insert(0, format!("would be decided by: {}", missing.join(", ")));
    }
    if mentions.shown.is_empty() {
        let help = help.map(|help| format!("  help: {help}"));
        let notes = notes.iter().map(|note| format!("  note: {note}"));
        return help.into_iter().chain(notes).try_for_each(|line| writeln!(out, "{line}"));
    }
    out.write_all(drawing::draw(&mentions.shown, help.as_deref(), &notes, sources, look)?.as_bytes())
}

/// "2 errors, 1 warning in 7 articles (412 claims)"
fn summary(report: &Report) -> String {
    if report.articles.is_empty() {
        return "nothing was checked".to_owned();
    }
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (report.count(severity), severity.name()))
        .filter(|(n, _)| *n > 0)
        .map(|(n, name)| counted(n, name))
        .collect();
    let found = if counts.is_empty() { "no conflicts".to_owned() } else { counts.join(", ") };
    format!("{found} in {} ({})", counted(report.articles.len(), "article"), counted(report.claims, "claim"))
}

/// "1 source", "3 sources"
pub fn counted(n: usize, noun: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{plural}")
}

/// Text as one safe line of `most` characters at most.
fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => clean::line(text).into_owned(),
        Some((cut, _)) => clean::line(text.get(..cut).unwrap_or("")).into_owned() + "…",
    }
}

fn severity_color(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
        Severity::Note => Color::Cyan,
    }
}

fn paint(text: String, color: Color, look: Look) -> String {
    if look.color { text.fg(color).to_string() } else { text }
}

#[cfg(test)]
mod tests;
