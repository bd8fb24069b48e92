//! `gainsay rules test`

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::app::choice::Format;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Report};
use crate::rule_test::TestRun;
use crate::session::Session;
use crate::view::human;
use crate::view::json::{self, Problem};
use crate::view::summary::counted;

/// The name of the format for programs. Fields may be added, none is ever renamed.
const SCHEMA: &str = "gainsay/rule-tests/1";

/// The tests of all rules, for programs.
#[derive(Serialize)]
struct Output<'a> {
    schema: &'static str,
    tests: Vec<Row<'a>>,
    failures: Vec<Problem<'a>>,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    name: &'a str,
    verdict: &'static str,
    passed: bool,
}

/// Runs the tests of rules and prints those that fail; they are the report's findings.
///
/// # Errors
/// Those of writing.
pub(super) fn run(session: &Session, format: Format, terminal: &Terminal) -> io::Result<Report> {
    let (set, sources, runs) = (session.rules(), session.sources(), session.test_rules());
    let failures: Vec<Diagnostic> = runs.iter().filter_map(|run| run.failure.clone()).collect();
    terminal.print(|out| match format {
        Format::Human => {
            human::write_problems(&failures, sources, terminal.out, out)?;
            writeln!(out, "{}", summary(set.rules.len(), &runs))
        }
        Format::Json => {
            let rows = runs.iter().map(|run| Row {
                rule: run.rule.as_str(),
                name: &run.name,
                verdict: run.name_of_verdict(),
                passed: run.passed(),
            });
            let failures = json::problems(&failures, sources);
            let problems = json::problems(&set.problems, sources);
            json::write(&Output { schema: SCHEMA, tests: rows.collect(), failures, problems }, out)
        }
    })?;
    Ok(Report { findings: failures, problems: set.problems.clone(), ..Report::default() })
}

/// "12 rules, 40 tests: 20 fired, 20 silent", "12 rules, 40 tests: 2 failed (1 missing, 1 noisy), 20 fired, 18 silent"
fn summary(rules: usize, runs: &[TestRun]) -> String {
    let count = |passed: bool| {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for run in runs.iter().filter(|run| run.passed() == passed) {
            *named.entry(run.name_of_verdict()).or_default() += 1;
        }
        let kinds: Vec<String> = named.iter().map(|(name, n)| format!("{n} {name}")).collect();
        (named.values().sum::<usize>(), kinds.join(", "))
    };
    let ((failed, why), (passed, how)) = (count(false), count(true));
    let verdict = match (failed, passed) {
        (0, 0) => "nothing to run".to_owned(),
        (0, _) => format!("all passed ({how})"),
        (n, 0) => format!("{n} failed ({why})"),
        (n, m) => format!("{n} failed ({why}), {m} passed ({how})"),
    };
    format!("{}, {}: {verdict}", counted(rules, "rule"), counted(runs.len(), "test"))
}
