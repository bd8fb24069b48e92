//! Runs the tests that stand inside rule files.
//!
//! A test needs the whole pipeline, from text to findings, so it is run from above `rules/`: whoever calls
//! [`run`] brings a `check` that reads the test's articles and runs the one rule on them.

use crate::Sym;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Expect, Rule, RuleTest, TestArticle};

/// What came of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The rule found the conflict that it should find.
    Fired,
    /// The rule found nothing, as it should.
    Silent,
    /// The rule found something where nothing is.
    Noisy,
    /// The rule did not find what it should.
    Missing,
    /// The rule found the conflict, but with another severity than the test asks for.
    Misjudged,
}

impl Verdict {
    /// Is it what the test expects?
    pub fn passed(self) -> bool {
        matches!(self, Verdict::Fired | Verdict::Silent)
    }

    /// In a word, as `gainsay rules test` prints it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Fired => "fired",
            Verdict::Silent => "silent",
            Verdict::Noisy => "noisy",
            Verdict::Missing => "missing",
            Verdict::Misjudged => "misjudged",
        }
    }
}

/// A test that was run.
#[derive(Debug, Clone)]
pub struct TestRun {
    /// The rule.
    pub rule: Sym,
    /// The test's name, or its number in the file ("test 2").
    pub name: String,
    /// What came of it.
    pub verdict: Verdict,
    /// What the rule found.
    pub findings: Vec<Diagnostic>,
    /// If it failed: where in the rule file, and what was expected.
    pub failure: Option<Diagnostic>,
}

/// Runs all tests of a rule.
pub fn run(rule: &Rule, check: &dyn Fn(&[TestArticle], &Rule) -> Vec<Diagnostic>) -> Vec<TestRun> {
    let tests = rule.tests.iter().enumerate();
    tests.map(|(at, test)| run_one(rule, test, at, check(&test.articles, rule))).collect()
}

fn run_one(rule: &Rule, test: &RuleTest, at: usize, findings: Vec<Diagnostic>) -> TestRun {
    let name = test.name.clone().unwrap_or_else(|| format!("test {}", at + 1));
    let verdict = judge(test, &findings);
    let failure = (!verdict.passed()).then(|| failure(rule, test, &name, verdict, &findings));
    TestRun { rule: rule.id, name, verdict, findings, failure }
}

fn judge(test: &RuleTest, findings: &[Diagnostic]) -> Verdict {
    match (test.expect, findings) {
        (Expect::Silent, []) => Verdict::Silent,
        (Expect::Silent, _) => Verdict::Noisy,
        (Expect::Conflict, []) => Verdict::Missing,
        (Expect::Conflict, found) => {
            let asked = |finding: &Diagnostic| test.severity.is_none_or(|s| s == finding.severity);
            if found.iter().any(asked) { Verdict::Fired } else { Verdict::Misjudged }
        }
    }
}

fn failure(
    rule: &Rule,
    test: &RuleTest,
    name: &str,
    verdict: Verdict,
    findings: &[Diagnostic],
) -> Diagnostic {
    let found = findings.first().map_or("", |f| f.message.as_str());
    let (code, message, label) = match verdict {
        Verdict::Noisy => ("rule/test-noisy", "found something", format!("found: {found}")),
        Verdict::Misjudged => {
            let severity = findings.first().map_or("", |f| f.severity.name());
            ("rule/test-misjudged", "found it with another severity", format!("found as {severity}: {found}"))
        }
        _ => ("rule/test-missing", "found nothing", "nothing was found".to_string()),
    };
    Diagnostic::new(code, Severity::Error, format!("{}, {name}: {message}", rule.id)).with_label(
        rule.source,
        test.span,
        label,
    )
}

#[cfg(test)]
mod tests;
