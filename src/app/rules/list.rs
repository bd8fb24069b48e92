//! `gainsay rules list`

use std::io;

use serde::Serialize;

use crate::app::choice::Format;
use crate::app::table;
use crate::app::terminal::Terminal;
use crate::diagnostic::Report;
use crate::rules::{Rule, RuleSet};
use crate::view::table::Row;

/// A rule; in a line for people, one of its outcomes.
#[derive(Serialize)]
struct RuleRow<'a> {
    id: String,
    pack: &'a str,
    severity: &'static str,
    enabled: bool,
    summary: &'a str,
    outcomes: Vec<OutcomeRow<'a>>,
}

/// What settings can name of a rule: its outcomes of one name.
#[derive(Serialize)]
struct OutcomeRow<'a> {
    name: &'a str,
    severity: &'static str,
    enabled: bool,
}

impl<'a> RuleRow<'a> {
    fn new(rule: &'a Rule) -> RuleRow<'a> {
        RuleRow {
            id: rule.id.to_string(),
            pack: rule.pack.as_str(),
            severity: rule.severity.name(),
            enabled: rule.enabled,
            summary: &rule.summary,
            outcomes: outcomes(rule),
        }
    }

    /// The rule, and a line for each of its outcomes.
    fn lines(rule: &'a Rule) -> Vec<RuleRow<'a>> {
        let line = |outcome: OutcomeRow<'_>| RuleRow {
            id: format!("{}/{}", rule.id, outcome.name),
            pack: rule.pack.as_str(),
            severity: outcome.severity,
            enabled: outcome.enabled,
            summary: "",
            outcomes: Vec::new(),
        };
        std::iter::once(RuleRow::new(rule)).chain(outcomes(rule).into_iter().map(line)).collect()
    }
}

fn outcomes(rule: &Rule) -> Vec<OutcomeRow<'_>> {
    let mut rows: Vec<OutcomeRow<'_>> = Vec::new();
    for (outcome, name) in rule.outcomes.iter().filter_map(|o| Some((o, o.name.as_ref()?))) {
        if rows.iter().all(|row| row.name != name.as_str()) {
            let severity = outcome.severity.unwrap_or(rule.severity).name();
            rows.push(OutcomeRow { name: name.as_str(), severity, enabled: rule.enabled && outcome.enabled });
        }
    }
    rows
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
pub(super) fn run(set: &RuleSet, format: Format, terminal: &Terminal) -> io::Result<Report> {
    let rows: Vec<_> = match format {
        Format::Human => set.rules.iter().flat_map(RuleRow::lines).collect(),
        Format::Json => set.rules.iter().map(RuleRow::new).collect(),
    };
    terminal.print(|out| table::write("rules", &rows, format, out))?;
    Ok(Report { problems: set.problems.clone(), ..Report::default() })
}
