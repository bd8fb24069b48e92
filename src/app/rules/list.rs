//! `gainsay rules list`

use std::io;

use serde::Serialize;

use crate::app::args::Format;
use crate::app::table::{self, Row};
use crate::app::terminal::Terminal;
use crate::diagnostic::Report;
use crate::rules::{Rule, RuleSet};

/// A rule in a line.
#[derive(Serialize)]
struct RuleRow<'a> {
    id: &'static str,
    pack: &'static str,
    severity: &'static str,
    enabled: bool,
    summary: &'a str,
}

impl<'a> RuleRow<'a> {
    fn new(rule: &'a Rule) -> RuleRow<'a> {
        RuleRow {
            id: rule.id.as_str(),
            pack: rule.pack.as_str(),
            severity: rule.severity.name(),
            enabled: rule.enabled,
            summary: &rule.summary,
        }
    }
}

impl Row for RuleRow<'_> {
    const HEAD: &'static [&'static str] = &["rule", "severity", "pack", "summary"];

    fn cells(&self) -> Vec<String> {
        let severity = if self.enabled { self.severity } else { "off" };
        [self.id, severity, self.pack, self.summary].map(str::to_owned).to_vec()
    }
}

/// Prints the rules; the report has what is wrong with others.
///
/// # Errors
/// Those of writing.
pub(super) fn run(set: RuleSet, format: Format, terminal: &Terminal) -> io::Result<Report> {
    let rows: Vec<_> = set.rules.iter().map(RuleRow::new).collect();
    terminal.print(|out| table::write("rules", &rows, format, out))?;
    Ok(Report { problems: set.problems, ..Report::default() })
}
