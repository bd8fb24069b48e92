//! A review comment in Markdown, as forges show it under a pull request.
//!
//! What articles say stands in code spans, where it can neither mark up nor link nor call anybody. Everything
//! else is escaped.

use std::io::{self, Write};

use super::clean;
use super::sides::{Articles, Side, sides};
use super::summary::{counted, counts, line};
use crate::diagnostic::{Diagnostic, Label, Report};
use crate::source::SourceMap;

/// So many findings are shown; GitHub takes comments of 65,536 characters.
const MOST_FINDINGS: usize = 40;
/// So many mentions of a value are shown.
const MOST_MENTIONS: usize = 3;
/// So many outlets are named.
const MOST_OUTLETS: usize = 5;
/// Longer texts (in characters) are cut.
const LONGEST: usize = 160;

/// Writes a report.
///
/// # Errors
/// Those of `out`.
pub fn write_report(report: &Report, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## gainsay: {}\n", counts(report))?;
    let articles = Articles::of(report);
    for finding in report.findings.iter().take(MOST_FINDINGS) {
        write_finding(finding, sources, &articles, out)?;
    }
    let more = report.findings.len().saturating_sub(MOST_FINDINGS);
    if more > 0 {
        writeln!(out, "And {}.\n", counted(more, "more finding"))?;
    }
    if !report.problems.is_empty() {
        writeln!(out, "### What could not be done as asked\n")?;
        for problem in report.problems.iter().take(MOST_FINDINGS) {
            writeln!(out, "- {} ({})", prose(&problem.message), code(&problem.code))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", prose(&line(report)))
}

fn write_finding(
    finding: &Diagnostic,
    sources: &SourceMap,
    articles: &Articles<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let severity = finding.severity.name();
    writeln!(out, "### {severity}: {} ({})\n", prose(&finding.message), code(&finding.code))?;
    for side in sides(finding, articles) {
        writeln!(out, "- **{}** – {}", prose(side.value), who(&side))?;
        for label in side.labels.iter().take(MOST_MENTIONS) {
            writeln!(out, "  - {}", mention(label, sources))?;
        }
        let more = side.labels.len().saturating_sub(MOST_MENTIONS);
        if more > 0 {
            writeln!(out, "  - and {}", counted(more, "more mention"))?;
        }
    }
    writeln!(out)?;
    if !finding.missing.is_empty() {
        let missing: Vec<String> = finding.missing.iter().map(|what| prose(what)).collect();
        writeln!(out, "Would be decided by: {}.\n", missing.join(", "))?;
    }
    if let Some(help) = &finding.help {
        writeln!(out, "*{}*\n", prose(help))?;
    }
    writeln!(out, "<sub>fingerprint {}</sub>\n", code(&finding.fingerprint))
}

/// "the draft and 2 sources: Harbour Post, Evening Star"
fn who(side: &Side<'_>) -> String {
    let mut outlets: Vec<String> = side.outlets.iter().take(MOST_OUTLETS).map(|o| prose(o)).collect();
    let more = side.outlets.len().saturating_sub(MOST_OUTLETS);
    if more > 0 {
        outlets.push(format!("{more} more"));
    }
    let sources = || format!("{}: {}", counted(side.outlets.len(), "source"), outlets.join(", "));
    match (side.draft, outlets.is_empty()) {
        (true, true) => "the draft".to_owned(),
        (true, false) => format!("the draft and {}", sources()),
        (false, _) => sources(),
    }
}

fn mention(label: &Label, sources: &SourceMap) -> String {
    let file = sources.get(label.source);
    let at = file.position(label.span);
    let place = code(&format!("{}:{}:{}", file.path, at.line, at.column));
    format!("{place}: {}", code(file.slice(label.span)))
}

/// Text as a code span: nothing in it is markup, a link or a name that is called.
fn code(text: &str) -> String {
    let text = clean::shortened(text, LONGEST);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank on either side keeps backticks apart from the fence; it is not shown.
    let pad = if text.is_empty() || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as text: punctuation that could mark something up is escaped, and what a forge would make a link or a
/// call of somebody ("@name", "#12", "https://...", "www.") is broken by an empty comment.
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let text = clean::shortened(text, LONGEST);
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or("");
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '~' | '|' | '#' | '&' | '!'
        ) {
            out.push('\\');
        }
        out.push(c);
        let links = (c == ':' && rest.starts_with("://")) || matches!(c, '@' | '#');
        if links || (matches!(c, 'w' | 'W') && rest.get(1..2) == Some(".")) {
            out.push_str("<!-- -->");
        }
    }
    out
}

#[cfg(test)]
mod tests;
