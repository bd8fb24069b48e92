//! Runs the tests that stand inside rule files.
//!
//! A test needs the whole pipeline, from text to findings, so it is run from above `rules/`: whoever calls
//! [`run`] brings a `check` that reads the test's articles and runs the one rule on them.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::engine::lacking::Lack;
use crate::rules::engine::near::{Near, NearMiss};
use crate::rules::house::{Expected, Tested, WordTest};
use crate::rules::{Expect, Rule, RuleTest};
use crate::symbol::Sym;

/// How many conditions that speak against a finding are shown.
const MOST_SHOWN: usize = 3;

/// What a rule makes of articles.
#[derive(Debug, Clone, Default)]
pub struct Tried {
    /// What it found.
    pub findings: Vec<Diagnostic>,
    /// If it found nothing: what came close.
    pub near: Option<Near>,
    /// If it found nothing: which articles gave nothing to compare.
    pub lacks: Vec<Lack>,
}

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
    /// Is it known to fail so far?
    pub todo: bool,
    /// What the rule found.
    pub findings: Vec<Diagnostic>,
    /// If it failed: where in the rule file, and what was expected.
    pub failure: Option<Diagnostic>,
}

impl TestRun {
    /// Is nothing wrong? A test that is known to fail has to fail.
    pub fn passed(&self) -> bool {
        self.verdict.passed() != self.todo
    }

    /// In a word: the verdict, or `todo` for a test that failed as it is known to, and `done` for one that no
    /// longer does.
    pub fn name_of_verdict(&self) -> &'static str {
        match (self.todo, self.verdict.passed()) {
            (false, _) => self.verdict.name(),
            (true, false) => "todo",
            (true, true) => "done",
        }
    }
}

/// Runs all tests of a rule.
pub fn run(rule: &Rule, check: &dyn Fn(&RuleTest, &Rule) -> Tried) -> Vec<TestRun> {
    let tests = rule.tests.iter().enumerate();
    tests.map(|(at, test)| judged(rule, test, at, check(test, rule))).collect()
}

/// Runs all tests of a lexicon file; `check` says whether what a test expects comes true.
pub fn run_words(tested: &Tested, check: &dyn Fn(&Tested, &WordTest) -> bool) -> Vec<TestRun> {
    let tests = tested.words.tests.iter().enumerate();
    tests.map(|(at, test)| judged_words(tested, test, at, check(tested, test))).collect()
}

fn judged_words(tested: &Tested, test: &WordTest, at: usize, passed: bool) -> TestRun {
    let name = test.name.clone().unwrap_or_else(|| format!("test {}", at + 1));
    let positive = matches!(test.expected, Expected::Event(_) | Expected::Facts(Expect::Conflict));
    let verdict = match (positive, passed) {
        (true, true) => Verdict::Fired,
        (true, false) => Verdict::Missing,
        (false, true) => Verdict::Silent,
        (false, false) => Verdict::Noisy,
    };
    let failure = (!passed).then(|| {
        let message = format!("{}, {name}: expected {}", tested.name, test.expected.text());
        let label = if positive { "nothing of the kind was read" } else { "it was read all the same" };
        let code = if positive { "lexicon/test-missing" } else { "lexicon/test-noisy" };
        let failure = Diagnostic::new(code, Severity::Error, message);
        failure.with_label(tested.source, test.span, label).with_help(
            "`gainsay inspect` with `--layer claims` or `--layer events` shows what is read in a text",
        )
    });
    TestRun { rule: tested.name.clone(), name, verdict, todo: false, findings: Vec::new(), failure }
}

fn judged(rule: &Rule, test: &RuleTest, at: usize, tried: Tried) -> TestRun {
    let name = test.name.clone().unwrap_or_else(|| format!("test {}", at + 1));
    let verdict = judge(test, &tried.findings);
    let failure = match (test.todo, verdict.passed()) {
        (false, true) | (true, false) => None,
        (false, false) => Some(failure(rule, test, &name, verdict, &tried)),
        (true, true) => Some(done(rule, test, &name)),
    };
    TestRun { rule: rule.id.clone(), name, verdict, todo: test.todo, findings: tried.findings, failure }
}

fn done(rule: &Rule, test: &RuleTest, name: &str) -> Diagnostic {
    Diagnostic::new("rule/test-done", Severity::Error, format!("{}, {name}: passes by now", rule.id))
        .with_label(rule.source, test.span, "this is what comes of it")
        .with_help("take `todo = true` out of the test")
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

fn failure(rule: &Rule, test: &RuleTest, name: &str, verdict: Verdict, tried: &Tried) -> Diagnostic {
    let findings = &tried.findings;
    let found = findings.first().map_or("", |f| f.message.as_str());
    let (code, message, label) = match verdict {
        Verdict::Noisy => ("rule/test-noisy", "found something", format!("found: {found}")),
        Verdict::Misjudged => {
            let severity = findings.first().map_or("", |f| f.severity.name());
            ("rule/test-misjudged", "found it with another severity", format!("found as {severity}: {found}"))
        }
        _ => ("rule/test-missing", "found nothing", "nothing was found".to_string()),
    };
    let message = format!("{}, {name}: {message}", rule.id);
    let failure = Diagnostic::new(code, Severity::Error, message).with_label(rule.source, test.span, label);
    let failure = with_lacks(failure, rule, test, &tried.lacks);
    match &tried.near {
        // What articles lack says more.
        Some(Near::NoStatement { .. }) if !tried.lacks.is_empty() => failure,
        Some(near) => with_reasons(failure, rule, near),
        None => failure,
    }
}

/// Shows under the variables which articles give nothing for them, and behind all what those give instead.
fn with_lacks(mut failure: Diagnostic, rule: &Rule, test: &RuleTest, lacks: &[Lack]) -> Diagnostic {
    for (at, variable) in rule.variables.iter().enumerate() {
        let own = lacks.iter().filter(|lack| lack.variable == at);
        let articles: Vec<String> = own.map(|lack| (lack.article + 1).to_string()).collect();
        if !articles.is_empty() {
            let noun = if articles.len() == 1 { "article" } else { "articles" };
            let found = format!("found nothing in {noun} {}", articles.join(" and "));
            failure = failure.with_label(rule.source, variable.span, found);
        }
    }
    let why = |lack: &Lack| {
        let outlet = test.articles.get(lack.article as usize).and_then(|article| article.source.as_ref());
        let outlet = outlet.map(|outlet| format!(" ({outlet})")).unwrap_or_default();
        format!("article {}{outlet}: {}", lack.article + 1, lack.why)
    };
    let mut told: Vec<String> = lacks.iter().map(why).collect();
    told.dedup();
    told.truncate(MOST_SHOWN);
    if told.is_empty() { failure } else { failure.with_help(told.join(". ")) }
}

/// Shows under the rule's conditions why nothing was found.
fn with_reasons(failure: Diagnostic, rule: &Rule, near: &Near) -> Diagnostic {
    match near {
        Near::NoStatement { variable, why } => match rule.variables.get(*variable) {
            Some(variable) => {
                failure.with_label(rule.source, variable.span, format!("no statement fits: {why}"))
            }
            None => failure,
        },
        Near::Misses(misses) => {
            let failure = match misses.first().and_then(NearMiss::leeway) {
                Some(why) => failure.with_help(why),
                None => failure,
            };
            let against = misses.first().into_iter().flat_map(|miss| &miss.against);
            against.take(MOST_SHOWN).fold(failure, |failure, against| {
                failure.with_label(rule.source, against.span, against.verdict.clone())
            })
        }
    }
}

#[cfg(test)]
mod tests;
