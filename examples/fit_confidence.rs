//! Measures how often the findings of each rule are right on annotated articles.
//!
//!     cargo run --release --example fit_confidence -- rules/weights/confidence.toml FOLDER...
//!
//! A FOLDER holds `articles/NAME/*` and `gold/NAME.json`: groups of mentions that state one fact, each with the values
//! that articles give it. A finding is right if it marks two values of one group whose values exclude each other, or of
//! which one is a later state. The same folders give the same table.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "annotated/command.rs"]
mod command;
#[path = "annotated/gold.rs"]
mod gold;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use command::{Arguments, rewrite};
use gainsay::diagnostic::{Diagnostic, Label, Percent, Severity};
use gainsay::session::{Inputs, Options, Project, Session};
use gold::{Place, overlap};

/// Rules that rest on one model are measured together.
const FAMILIES: [&[&str]; 1] = [&["duration", "figure", "moment", "money", "size"]];

/// Steps of fewer findings are joined with the next.
const LEAST: usize = 6;

/// Findings of one likelihood or of several neighbouring ones.
#[derive(Debug, Clone, Copy)]
struct Step {
    from: f64,
    right: usize,
    all: usize,
}

impl Step {
    fn share(self) -> f64 {
        (self.right as f64 + 1.0) / (self.all as f64 + 2.0)
    }

    fn with(self, higher: Step) -> Step {
        Step { from: self.from, right: self.right + higher.right, all: self.all + higher.all }
    }
}

fn main() {
    let Arguments { target, folders, .. } = Arguments::read("fit_confidence TABLE FOLDER...");
    let mut by_rule: BTreeMap<String, Vec<(f64, bool)>> = BTreeMap::new();
    let mut stories = 0;
    for folder in folders.iter().map(Path::new) {
        for gold in gold::files(folder) {
            let name = gold.file_stem().unwrap_or_default();
            stories += 1;
            for (rule, likelihood, right) in judged(&gold, &folder.join("articles").join(name)) {
                by_rule.entry(rule).or_default().push((likelihood, right));
            }
        }
    }
    let findings: usize = by_rule.values().map(Vec::len).sum();
    for family in FAMILIES {
        let all: Vec<_> = family.iter().filter_map(|rule| by_rule.get(*rule)).flatten().copied().collect();
        by_rule.extend(family.iter().map(|rule| ((*rule).to_owned(), all.clone())));
    }
    let measured_on = format!("{findings} findings in {stories} stories");
    rewrite(Path::new(&target), &table(&by_rule, &measured_on));
}

/// The findings in some articles: the rule, the likelihood, and whether it is right.
fn judged(gold: &Path, articles: &Path) -> Vec<(String, f64, bool)> {
    let groups = gold::read(gold);
    let counted = groups.iter().filter(|group| matches!(group.grade.as_str(), "hard" | "update"));
    let disputed: Vec<Vec<Vec<Place>>> = counted.map(|group| group.places(articles)).collect();
    let inputs = Inputs { paths: vec![articles.display().to_string()], ..Inputs::default() };
    let session = Session::new(Project::default(), inputs, Options::default());
    let place = |label: &Label| {
        let path = Path::new(&session.sources().get(label.source).path);
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), label.span)
    };
    let marks = |finding: &Diagnostic, place_of: &Place| {
        finding.labels.iter().any(|label| overlap(&place(label), place_of))
    };
    let right = |finding: &Diagnostic| {
        disputed.iter().any(|values| {
            let marked = |places: &&Vec<_>| places.iter().any(|place| marks(finding, place));
            values.iter().filter(marked).count() > 1
        })
    };
    let told = |finding: &&Diagnostic| finding.severity > Severity::Note || finding.confidence.is_some();
    let findings = session.check().findings.iter().filter(told);
    findings
        .map(|finding| {
            let likelihood = finding.likelihood.map_or(0.0, Percent::share);
            (finding.code.to_string(), likelihood, right(finding))
        })
        .collect()
}

/// Neighbouring likelihoods are joined until the higher is the more often right (pool adjacent violators).
fn steps(mut found: Vec<(f64, bool)>) -> Vec<Step> {
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut steps: Vec<Step> = Vec::new();
    for (from, right) in found {
        let next = Step { from, right: usize::from(right), all: 1 };
        match steps.last_mut() {
            Some(last) if last.all < LEAST || last.from == from => *last = last.with(next),
            _ => steps.push(next),
        }
    }
    let mut rising: Vec<Step> = Vec::new();
    for mut step in steps {
        while let Some(last) = rising.last().filter(|last| last.share() >= step.share() || step.all < LEAST) {
            step = last.with(step);
            rising.pop();
        }
        rising.push(step);
    }
    rising
}

/// The table, and on the way what each rule is worth to whoever watches.
fn table(by_rule: &BTreeMap<String, Vec<(f64, bool)>>, measured_on: &str) -> String {
    let mut text = format!("measured_on = \"{measured_on}\"\n\n[rules]\n");
    for (rule, found) in by_rule {
        let (right, all) = (found.iter().filter(|(_, right)| *right).count(), found.len());
        println!("{rule}: {right} right, {} wrong", all - right);
        let steps: Vec<String> = steps(found.clone())
            .iter()
            .enumerate()
            .map(|(at, step)| format!("[{:.2}, {:.2}]", if at == 0 { 0.0 } else { step.from }, step.share()))
            .collect();
        let _ = writeln!(text, "{rule} = [{}]", steps.join(", "));
    }
    text
}
