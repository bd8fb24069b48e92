//! One line for each finding, as compilers and editors write them: `file:line:column: severity[rule]: message`.

use std::io::{self, Write};

use super::clean;
use crate::diagnostic::{Diagnostic, Report};
use crate::source::SourceMap;

/// Writes the findings of a report.
///
/// # Errors
/// Those of `out`.
pub fn write_findings(report: &Report, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    write_lines(&report.findings, sources, out)
}

/// Writes findings or problems. What has no place is told without one.
///
/// # Errors
/// Those of `out`.
pub fn write_lines(diagnostics: &[Diagnostic], sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    diagnostics.iter().try_for_each(|diagnostic| {
        if let Some(label) = diagnostic.labels.first() {
            let file = sources.get(label.source);
            let at = file.position(label.span);
            write!(out, "{}:{}:{}: ", clean::line(&file.path), at.line, at.column)?;
        }
        let (severity, code) = (diagnostic.severity.name(), clean::line(&diagnostic.code));
        writeln!(out, "{severity}[{code}]: {}", clean::line(&diagnostic.message))
    })
}

#[cfg(test)]
mod tests;
