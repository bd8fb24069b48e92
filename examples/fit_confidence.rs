//! Measures how often the findings of each rule are right on annotated articles.
//!
//!     cargo run --release --example fit_confidence -- rules/weights/confidence.toml FOLDER...
//!
//! A FOLDER holds `articles/NAME/*` and `gold/NAME.json`: groups of mentions that state one fact, each with the values
//! that articles give it. A finding is right if it marks two values of one group whose values exclude each other, or of
//! which one is a later state. The same folders give the same table.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "annotated/gold.rs"]
mod gold;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::diagnostic::{Diagnostic, Percent, Severity};
use gainsay::session::{Inputs, Options, Project, Session};

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
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [table, folders @ ..] = arguments.as_slice() else {
        eprintln!("usage: fit_confidence TABLE FOLDER...");
        std::process::exit(2);
    };
    let mut by_rule: BTreeMap<String, Vec<(f64, bool)>> = BTreeMap::new();
    let mut stories = 0;
    for folder in folders.iter().map(Path::new) {
        for gold in sorted(&folder.join("gold")) {
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
    write(Path::new(table), &by_rule, findings, stories);
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The findings in some articles: the rule, the likelihood, and whether it is right.
fn judged(gold: &Path, articles: &Path) -> Vec<(String, f64, bool)> {
    let groups = gold::read(gold);
    let disputed: Vec<Vec<Vec<(String, u32, u32)>>> = groups
        .iter()
        .filter(|group| matches!(group.grade.as_str(), "hard" | "update"))
        .map(|group| {
            let places = |value: &gold::Value| value.mentions.iter().map(|m| m.place(articles)).collect();
            group.values.iter().map(places).collect()
        })
        .collect();
    let inputs = Inputs { paths: vec![articles.display().to_string()], ..Inputs::default() };
    let session = Session::new(Project::default(), inputs, Options::default());
    let marks = |finding: &Diagnostic, (file, start, end): &(String, u32, u32)| {
        finding.labels.iter().any(|label| {
            let path = Path::new(&session.sources().get(label.source).path);
            let named = path.file_name().is_some_and(|name| name.to_string_lossy() == *file);
            named && label.span.start < *end && *start < label.span.end
        })
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

fn write(table: &Path, by_rule: &BTreeMap<String, Vec<(f64, bool)>>, findings: usize, stories: usize) {
    let before = fs::read_to_string(table).expect("a table that can be read");
    let mut text: String =
        before.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let _ = writeln!(text, "measured_on = \"{findings} findings in {stories} stories\"\n\n[rules]");
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
    fs::write(table, text).expect("a table that can be written");
}
