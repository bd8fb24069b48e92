//! Output for people: every finding with the lines it rests on, drawn by ariadne.

use std::io::{self, Write};

use ariadne::{Color, Fmt};

use super::sides::Articles;
use super::{clean, wrap};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::SourceMap;

mod drawing;
mod mentions;

/// A message longer than this (in characters) is cut: it may quote an article.
const LONGEST_MESSAGE: usize = 400;

/// Blanks before the further lines of a text that needs more than one.
const INDENT: usize = 2;

/// How the terminal wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Use colours?
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Do paths lead to their files (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda)?
    pub links: bool,
}

/// Writes all findings.
///
/// # Errors
/// Those of `out`.
pub fn write_findings(
    report: &Report,
    sources: &SourceMap,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let articles = Articles::of(report);
    report.findings.iter().try_for_each(|finding| {
        write_diagnostic(finding, sources, &articles, look, out)?;
        writeln!(out)
    })
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
    problems
        .iter()
        .try_for_each(|problem| write_diagnostic(problem, sources, &Articles::default(), look, out))
}

fn write_diagnostic(
    diagnostic: &Diagnostic,
    sources: &SourceMap,
    articles: &Articles<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = format!("{}[{}]", diagnostic.severity.name(), clean::line(&diagnostic.code));
    let message = clean::shortened(&diagnostic.message, LONGEST_MESSAGE);
    let used = wrap::columns(&head) + 2;
    let message = wrap::behind(&message, used, INDENT, look.width);
    writeln!(out, "{}: {message}", paint(head, severity_color(diagnostic.severity), look))?;
    let mentions = mentions::select(diagnostic, sources, articles);
    let help = diagnostic.help.as_deref().map(|help| clean::shortened(help, LONGEST_MESSAGE));
    let mut notes = mentions.notes;
    if !diagnostic.missing.is_empty() {
        let missing: Vec<_> =
            diagnostic.missing.iter().map(|what| clean::shortened(what, LONGEST_MESSAGE)).collect();
        notes.insert(0, format!("would be decided by: {}", missing.join(", ")));
    }
    if let Some(confidence) = diagnostic.confidence {
        notes.push(format!("confidence {}%", confidence.number()));
    }
    if !diagnostic.fingerprint.is_empty() {
        notes.push(format!("fingerprint {}", diagnostic.fingerprint));
    }
    if mentions.shown.is_empty() {
        let line = |name: &str, text: &str| {
            format!("  {name}: {}", wrap::behind(text, name.len() + 4, 2 * INDENT, look.width))
        };
        let help = help.map(|help| line("help", &help));
        let notes = notes.iter().map(|note| line("note", note));
        return help.into_iter().chain(notes).try_for_each(|line| writeln!(out, "{line}"));
    }
    out.write_all(drawing::draw(&mentions.shown, help.as_deref(), &notes, sources, look)?.as_bytes())
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
