//! What there is to tell of a rule in a list.

use serde::Serialize;

use super::Rule;

/// A rule in a list.
#[derive(Debug, Serialize)]
pub struct Listed<'a> {
    /// Its name.
    pub id: String,
    /// The pack that it belongs to.
    pub pack: &'a str,
    /// How bad a finding is.
    pub severity: &'static str,
    /// Does it run?
    pub enabled: bool,
    /// What it finds, in one line.
    pub summary: &'a str,
    /// What settings can name of it.
    pub outcomes: Vec<ListedOutcome<'a>>,
}

/// What settings can name of a rule: its outcomes of one name.
#[derive(Debug, Serialize)]
pub struct ListedOutcome<'a> {
    /// Their name.
    pub name: &'a str,
    /// How bad a finding is.
    pub severity: &'static str,
    /// Is it told?
    pub enabled: bool,
}

impl<'a> Listed<'a> {
    /// The rule.
    pub fn new(rule: &'a Rule) -> Listed<'a> {
        Listed {
            id: rule.id.to_string(),
            pack: rule.pack.as_str(),
            severity: rule.severity.name(),
            enabled: rule.enabled,
            summary: &rule.summary,
            outcomes: outcomes(rule),
        }
    }

    /// The rule, and each of its outcomes as if it were one.
    pub fn with_outcomes(rule: &'a Rule) -> Vec<Listed<'a>> {
        let line = |outcome: ListedOutcome<'_>| Listed {
            id: format!("{}/{}", rule.id, outcome.name),
            pack: rule.pack.as_str(),
            severity: outcome.severity,
            enabled: outcome.enabled,
            summary: "",
            outcomes: Vec::new(),
        };
        std::iter::once(Listed::new(rule)).chain(outcomes(rule).into_iter().map(line)).collect()
    }
}

fn outcomes(rule: &Rule) -> Vec<ListedOutcome<'_>> {
    let mut rows: Vec<ListedOutcome<'_>> = Vec::new();
    for (outcome, name) in rule.outcomes.iter().filter_map(|o| Some((o, o.name.as_ref()?))) {
        if rows.iter().all(|row| row.name != name.as_str()) {
            let severity = outcome.severity.unwrap_or(rule.severity).name();
            rows.push(ListedOutcome {
                name: name.as_str(),
                severity,
                enabled: rule.enabled && outcome.enabled,
            });
        }
    }
    rows
}
