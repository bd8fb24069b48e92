//! How many findings there are, in a line or rule by rule.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use super::clean;
use crate::diagnostic::{Part, Report, Severity};

/// "1 source", "3 sources"
pub fn counted(n: usize, noun: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{plural}")
}

/// "2 errors, 1 warning in 7 articles (412 claims)", and what was set aside.
pub fn line(report: &Report) -> String {
    let checked = report.articles.iter().filter(|article| article.part == Part::Draft).count();
    if checked == 0 {
        return "nothing was checked".to_owned();
    }
    let mut where_to = counted(checked, "article");
    if let Some(archive) = report.archive.filter(|others| *others > 0) {
        where_to = format!("{where_to} against {archive}");
    }
    let (ignored, known) = report.count_aside();
    let aside: Vec<String> = [(ignored, "ignored"), (known, "in the baseline")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| format!("{n} {what}"))
        .collect();
    let aside = if aside.is_empty() { String::new() } else { format!("; {}", aside.join(", ")) };
    format!("{} in {where_to} ({}){aside}", counts(report), counted(report.claims, "claim"))
}

/// "2 errors, 1 warning"
pub(super) fn counts(report: &Report) -> String {
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (report.count(severity), severity.name()))
        .filter(|(n, _)| *n > 0)
        .map(|(n, name)| counted(n, name))
        .collect();
    if counts.is_empty() { "no conflicts".to_owned() } else { counts.join(", ") }
}

/// Writes how many findings each rule has, severe ones first, and the line that sums them up.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut by_rule: BTreeMap<(Reverse<Severity>, &str), usize> = BTreeMap::new();
    for finding in &report.findings {
        *by_rule.entry((Reverse(finding.severity), finding.code.as_str())).or_default() += 1;
    }
    for ((Reverse(severity), rule), n) in by_rule {
        writeln!(out, "{n:>5} {}[{}]", severity.name(), clean::line(rule))?;
    }
    writeln!(out, "{}", line(report))
}

#[cfg(test)]
mod tests;
