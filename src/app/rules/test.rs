//! `gainsay rules test`

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Report};
use crate::rule_test::{self, TestRun};
use crate::rules::RuleSet;
use crate::source::SourceMap;
use crate::view::human;
use crate::view::summary::counted;

/// The rules of some files and folders, and no others.
pub(super) fn only(paths: &[PathBuf], sources: &mut SourceMap) -> RuleSet {
    let mut set = RuleSet::default();
    for path in paths {
        if path.is_dir() {
            set.add_folder(path, sources);
        } else {
            set.add_file(path, sources);
        }
    }
    set
}

/// Runs the tests of rules and prints those that fail; they are the report's findings.
///
/// # Errors
/// Those of writing.
pub(super) fn run(set: RuleSet, sources: &SourceMap, terminal: &Terminal) -> io::Result<Report> {
    let check = |articles: &[_], rule: &_| crate::check_test(articles, rule);
    let runs: Vec<TestRun> =
        set.rules.par_iter().flat_map_iter(|rule| rule_test::run(rule, &check)).collect();
    let failures: Vec<Diagnostic> = runs.iter().filter_map(|run| run.failure.clone()).collect();
    terminal.print(|out| {
        human::write_problems(&failures, sources, terminal.out, out)?;
        writeln!(out, "{}", summary(set.rules.len(), &runs))
    })?;
    Ok(Report { findings: failures, problems: set.problems, ..Report::default() })
}

/// "12 rules, 40 tests: 2 failed (1 missing, 1 noisy)"
fn summary(rules: usize, runs: &[TestRun]) -> String {
    let mut failed: BTreeMap<&str, usize> = BTreeMap::new();
    for run in runs.iter().filter(|run| !run.verdict.passed()) {
        *failed.entry(run.verdict.name()).or_default() += 1;
    }
    let verdict = match failed.values().sum::<usize>() {
        0 if runs.is_empty() => "nothing to run".to_owned(),
        0 => "all passed".to_owned(),
        n => {
            let kinds: Vec<_> = failed.iter().map(|(name, n)| format!("{n} {name}")).collect();
            format!("{n} failed ({})", kinds.join(", "))
        }
    };
    format!("{}, {}: {verdict}", counted(rules, "rule"), counted(runs.len(), "test"))
}
