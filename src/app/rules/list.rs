//! `gainsay rules list`

use std::io;

use serde::Serialize;

use crate::app::args::Format;
use crate::app::table::{self, Row};
use crate::app::terminal::Terminal;
use crate::diagnostic::Report;
use crate::rules::{Rule, RuleSet};

/// A rule, or one of its outcomes, in a line.
#[derive(Serialize)]
struct RuleRow<'a> {
    id: String,
    pack: &'static str,
    severity: &'static str,
    enabled: bool,
    summary: &'a str,
}

impl<'a> RuleRow<'a> {
    fn new(rule: &'a Rule) -> RuleRow<'a> {
        RuleRow {
            id: rule.id.to_string(),
            pack: rule.pack.as_str(),
            severity: rule.severity.name(),
            enabled: rule.enabled,
            summary: &rule.summary,
        }
    }

    /// The rule and what settings can name of it: outcomes of one name are one.
    fn all(rule: &'a Rule) -> Vec<RuleRow<'a>> {
        let mut rows = vec![RuleRow::new(rule)];
        for (outcome, name) in rule.outcomes.iter().filter_map(|o| Some((o, o.name?))) {
            let id = format!("{}/{name}", rule.id);
            if rows.iter().all(|row| row.id != id) {
                let severity = outcome.severity.unwrap_or(rule.severity).name();
                let enabled = rule.enabled && outcome.enabled;
                rows.push(RuleRow { id, severity, enabled, summary: "", ..RuleRow::new(rule) });
            }
        }
        rows
    }
}

impl Row for RuleRow<'_> {
    const HEAD: &'static [&'static str] = &["rule", "severity", "pack", "summary"];

    fn cells(&self) -> Vec<String> {
        let severity = if self.enabled { self.severity } else { "off" };
        [self.id.as_str(), severity, self.pack, self.summary].map(str::to_owned).to_vec()
    }
}

/// Prints the rules; the report has what is wrong with others.
///
/// # Errors
/// Those of writing.
pub(super) fn run(set: RuleSet, format: Format, terminal: &Terminal) -> io::Result<Report> {
    let rows: Vec<_> = set.rules.iter().flat_map(RuleRow::all).collect();
    terminal.print(|out| table::write("rules", &rows, format, out))?;
    Ok(Report { problems: set.problems, ..Report::default() })
}
