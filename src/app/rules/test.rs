//! `gainsay rules test`

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use serde::Serialize;

use crate::app::args::Format;
use crate::app::terminal::Terminal;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report};
use crate::lexicon::Lexicon;
use crate::rule_test::{self, TestRun};
use crate::rules::RuleSet;
use crate::rules::house::{self, Tested};
use crate::source::SourceMap;
use crate::view::human;
use crate::view::json::{self, Problem};
use crate::view::summary::counted;

/// The name of the format for programs. Fields may be added, none is ever renamed.
const SCHEMA: &str = "gainsay/rule-tests/1";

/// The rules of some files and folders, and no others. Lexicon files are told from rules by the project and by the
/// name of their folder.
pub(super) fn only(
    paths: &[PathBuf],
    config: &Config,
    lexicon: &Lexicon,
    sources: &mut SourceMap,
) -> RuleSet {
    let mut set = RuleSet::default();
    set.problems = config.house.problems(sources);
    for path in paths.iter().filter(|path| !house::is_lexicon(path) && !config.house.holds(path)) {
        if path.is_dir() {
            set.add_folder(path, sources, lexicon);
        } else {
            set.add_file(path, sources, lexicon);
        }
    }
    set.cross_check();
    set
}

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
pub(super) fn run(
    set: RuleSet,
    words: &[Tested],
    lexicon: &Arc<Lexicon>,
    sources: &SourceMap,
    format: Format,
    terminal: &Terminal,
) -> io::Result<Report> {
    let check = |test: &_, rule: &_| crate::check_test(test, rule, lexicon);
    let check_words = |tested: &_, test: &_| crate::check_words(tested, test, lexicon);
    let mut runs: Vec<TestRun> =
        set.rules.par_iter().flat_map_iter(|rule| rule_test::run(rule, &check)).collect();
    runs.extend(words.iter().flat_map(|tested| rule_test::run_words(tested, &check_words)));
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
    Ok(Report { findings: failures, problems: set.problems, ..Report::default() })
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
