//! Fits the model of values that answer one question on annotated articles, and tells how it does on stories left out.
//!
//!     cargo run --release --example fit_disputes -- crates/graph/weights/dispute.toml FOLDER... [-- OTHERS...]
//!
//! A FOLDER holds `articles/NAME/*` and `gold/NAME.json`: groups of mentions that state one fact, each with the values
//! that articles give it. Folders of one topic begin with its number; a value of the one disputes none of the other.
//! OTHERS are folders of articles without answers, of which two hardly tell of one event. The same folders give the same
//! weights.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "annotated/command.rs"]
mod command;
#[path = "annotated/gold.rs"]
mod gold;
#[path = "annotated/regression.rs"]
mod regression;
#[path = "fit_disputes/stories.rs"]
mod stories;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use command::{Arguments, rewrite};
use gainsay::graph::weights::DISPUTE;
use petgraph::unionfind::UnionFind;
use regression::{Fitted, Pair, Prior};
use stories::{Answer, Example};

/// What a pair counts for that comes from articles without answers: they are many.
const UNANSWERED: f64 = 0.3;
/// Stories are left out in so many shares.
const SHARES: usize = 12;
/// From which probability on a pair is a dispute, and from which on a lead.
const CUT: f64 = 0.5;
const NOTE: f64 = 0.35;
/// Below which probability a pair in one slot is doubted.
const DOUBT: f64 = 0.1;

const PRIOR: Prior<'static> = Prior {
    names: &DISPUTE,
    pro: &[
        "shared",
        "rare",
        "run_before",
        "whole",
        "predicate_same",
        "class_same",
        "beside_shared",
        "subject_same",
        "clause_least",
        "time_same",
        "margin",
        "votes_most",
        "share_least",
        "share_most",
        "others_same",
        "story",
    ],
    contra: &[
        "modality",
        "beside_other",
        "age_other",
        "time_other",
        "assumed",
        "elsewhere_both",
        "elsewhere_better",
        "third",
        "listed",
        "crowd",
        "ratio",
        "one",
        "units",
        "fraction",
    ],
    penalty: 3.0,
};

fn main() {
    let arguments = Arguments::read("fit_disputes TABLE FOLDER... [-- OTHERS...]");
    let mut examples = Vec::new();
    for folder in &arguments.folders {
        examples.extend(stories::annotated(Path::new(folder)));
    }
    for folder in &arguments.others {
        examples.extend(stories::unanswered(&PathBuf::from(folder), UNANSWERED));
    }
    let names: BTreeSet<&str> = examples.iter().map(|e| e.story.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let mut probabilities = vec![0.0; examples.len()];
    for share in 0..SHARES {
        let out: BTreeSet<&str> = names.iter().skip(share).step_by(SHARES).copied().collect();
        let left = examples.iter().filter(|e| !out.contains(e.story.as_str())).map(pair);
        let fitted = Fitted::on(&left.collect::<Vec<_>>(), &PRIOR);
        for (at, example) in examples.iter().enumerate().filter(|(_, e)| out.contains(e.story.as_str())) {
            probabilities[at] = fitted.probability(&example.features);
        }
    }
    for cut in [0.03, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6] {
        println!("from {cut:.2} on, leaving stories out: {}", findings(&examples, &probabilities, cut));
    }
    let all: Vec<Pair<'_>> = examples.iter().map(pair).collect();
    let table = table(&Fitted::on(&all, &PRIOR), &examples, names.len());
    rewrite(Path::new(&arguments.target), &table);
}

fn pair(example: &Example) -> Pair<'_> {
    Pair { features: &example.features, one: example.is_disputed(), share: example.share }
}

/// How many findings would be right and wrong in each corpus: values that hang together are one.
fn findings(examples: &[Example], probabilities: &[f64], cut: f64) -> String {
    let counted: Vec<&Example> = examples
        .iter()
        .zip(probabilities)
        .filter(|(e, p)| **p >= cut && e.answer != Answer::Unanswered && !e.within && e.folder.is_some())
        .map(|(e, _)| e)
        .collect();
    let mut numbers: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    let keys: Vec<[usize; 2]> = counted
        .iter()
        .map(|e| {
            e.members.map(|member| {
                let next = numbers.len();
                *numbers.entry((e.folder.as_deref().unwrap_or_default(), member)).or_insert(next)
            })
        })
        .collect();
    let mut groups = UnionFind::<usize>::new(numbers.len());
    keys.iter().for_each(|[a, b]| {
        groups.union(*a, *b);
    });
    let mut right: BTreeMap<usize, (&str, bool)> = BTreeMap::new();
    for (example, [a, _]) in counted.iter().zip(&keys) {
        let (_, good) = right.entry(groups.find(*a)).or_insert((&example.corpus, false));
        *good |= matches!(example.answer, Answer::Disputed(_) | Answer::Updated);
    }
    let mut table: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (corpus, good) in right.into_values() {
        let counts = table.entry(corpus).or_default();
        if good { counts.0 += 1 } else { counts.1 += 1 }
    }
    table.iter().map(|(corpus, (good, bad))| format!("{corpus} {good}+{bad}- ")).collect()
}

fn table(fitted: &Fitted, examples: &[Example], stories: usize) -> String {
    let alike = examples.iter().filter(|e| matches!(e.answer, Answer::Disputed(_))).count();
    let pairs = examples.len();
    let mut text = format!("trained_on = \"{pairs} pairs of {stories} stories, {alike} of them alike\"\n");
    let _ =
        writeln!(text, "cut = {CUT}\nnote = {NOTE}\ndoubt = {DOUBT}\nbias = {:.3}\n\n[weights]", fitted.bias);
    for (name, weight) in DISPUTE.iter().zip(&fitted.weights) {
        let _ = writeln!(text, "{name} = {weight:.3}");
    }
    text
}
