//! Fits the models of misspelt names and of changed quotations on annotated articles, and tells how they do on stories
//! left out.
//!
//!     cargo run --release --example fit_likeness -- rules/weights FOLDER...
//!
//! A FOLDER holds `articles/NAME/*` and `gold/NAME.json`: groups of mentions that state one fact, each with the values
//! that articles give it. The same folders give the same weights.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "fit_likeness/corpus.rs"]
mod corpus;
#[path = "annotated/gold.rs"]
mod gold;
#[path = "fit_likeness/regression.rs"]
mod regression;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use corpus::{Candidate, Verdict};
use gainsay::graph::weights::{SPELLING, WORDING};
use petgraph::unionfind::UnionFind;
use regression::Fitted;

/// From which probability on a pair counts, and from which on it is worth a note.
const OF_SPELLING: (f64, f64) = (0.4, 0.4);
const OF_WORDING: (f64, f64) = (0.55, 0.3);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, folders @ ..] = arguments.as_slice() else {
        eprintln!("usage: fit_likeness WEIGHTS FOLDER...");
        std::process::exit(2);
    };
    let mut names = Vec::new();
    let mut quotes = Vec::new();
    for folder in folders {
        let [of_names, of_quotes] = corpus::candidates(Path::new(folder));
        names.extend(of_names);
        quotes.extend(of_quotes);
    }
    fit("spelling", &names, &SPELLING, OF_SPELLING, weights);
    fit("wording", &quotes, &WORDING, OF_WORDING, weights);
}

/// Fits one model, prints how it does on each story when fitted on the others, and writes its weights.
fn fit(model: &str, all: &[Candidate], features: &[&str], (cut, note): (f64, f64), weights: &str) {
    let shares = shares(all);
    let stories: BTreeSet<&str> = all.iter().map(|c| c.story.as_str()).collect();
    let mut probabilities = vec![0.0; all.len()];
    for story in &stories {
        let others: Vec<usize> = (0..all.len()).filter(|at| all[*at].story != *story).collect();
        let fitted = Fitted::on(all, &others, &shares);
        for (at, candidate) in all.iter().enumerate().filter(|(_, c)| c.story == *story) {
            probabilities[at] = fitted.probability(&candidate.features);
        }
    }
    let positive = all.iter().filter(|c| c.verdict.alike).count();
    println!("{model}: {} pairs of {} stories, {positive} alike", all.len(), stories.len());
    for cut in [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] {
        println!("  from {cut:.2} on{}", table(all, &probabilities, cut));
    }
    let fitted = Fitted::on(all, &(0..all.len()).collect::<Vec<_>>(), &shares);
    let path = Path::new(weights).join(model).with_extension("toml");
    let before = std::fs::read_to_string(&path).expect("a table that can be read");
    let head: String = before.lines().take_while(|l| l.starts_with('#')).map(|l| format!("{l}\n")).collect();
    let mut text = head;
    let folders: BTreeSet<&str> = all.iter().map(|c| c.story.as_str()).collect();
    let _ = writeln!(
        text,
        "trained_on = \"{} pairs of {} stories, {positive} of them alike\"",
        all.len(),
        folders.len()
    );
    let _ = writeln!(text, "cut = {cut}\nnote = {note}\nbias = {:.3}\n\n[weights]", fitted.bias);
    for (name, weight) in features.iter().zip(&fitted.weights) {
        let _ = writeln!(text, "{name} = {weight:.3}");
    }
    std::fs::write(path, text).expect("a table that can be written");
}

/// Pairs that hang together count for less each: a hundred copies of one slip are little more than one.
fn shares(all: &[Candidate]) -> Vec<f64> {
    let groups = groups(all, |_| true);
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    groups.iter().for_each(|group| *sizes.entry(*group).or_default() += 1);
    groups.iter().map(|group| 1.0 / (sizes[group] as f64).sqrt()).collect()
}

/// The group of each pair: pairs hang together that share a place.
fn groups(all: &[Candidate], counts: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut groups = UnionFind::<usize>::new(all.len());
    let mut first: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (at, candidate) in all.iter().enumerate().filter(|(at, _)| counts(*at)) {
        for member in &candidate.members {
            let other = *first.entry((&candidate.folder, member)).or_insert(at);
            groups.union(other, at);
        }
    }
    groups.into_labeling()
}

/// How many findings would be right and wrong in each corpus.
fn table(all: &[Candidate], probabilities: &[f64], cut: f64) -> String {
    let counts = |at: usize| probabilities[at] >= cut;
    let groups = groups(all, counts);
    let mut findings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in (0..all.len()).filter(|at| counts(*at)) {
        findings.entry(groups[at]).or_default().push(at);
    }
    let mut right: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for members in findings.values() {
        let corpus = all[members[0]].corpus.as_str();
        let (good, bad) = right.entry(corpus).or_default();
        let hit = members.iter().any(|at| matches!(all[*at].verdict, Verdict { hard: true, .. }));
        if hit { *good += 1 } else { *bad += 1 }
    }
    right
        .iter()
        .fold(String::new(), |text, (corpus, (good, bad))| text + &format!("   {corpus} {good}+{bad}-"))
}
