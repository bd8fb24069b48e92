//! Fits the models of misspelt names and of changed quotations on annotated articles, and tells how they do on stories
//! left out.
//!
//!     cargo run --release --example fit_likeness -- crates/graph/weights FOLDER... [-- OTHERS...]
//!
//! A FOLDER holds `articles/NAME/*` and `gold/NAME.json`: groups of mentions that state one fact, each with the values
//! that articles give it. Each is taken whole, and three articles at a time, as those have them who check few. OTHERS are
//! folders of articles without answers, of which two hardly name or quote one person. The same folders give the same weights.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "annotated/command.rs"]
mod command;
#[path = "fit_likeness/corpus.rs"]
mod corpus;
#[path = "annotated/gold.rs"]
mod gold;
#[path = "annotated/regression.rs"]
mod regression;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use command::{Arguments, rewrite};
use corpus::{Candidate, Verdict};
use gainsay::graph::weights::{SPELLING, WORDING};
use petgraph::unionfind::UnionFind;
use regression::{Fitted, Pair, Prior};

/// From which probability on a pair counts, and from which on it is worth a note.
const OF_SPELLING: (f64, f64) = (0.46, 0.46);
const OF_WORDING: (f64, f64) = (0.6, 0.3);
/// What a pair counts for that comes from articles without answers: some of them are slips.
const UNANSWERED: f64 = 0.3;
/// What large weights cost, features being scaled to one deviation.
const SPELLING_PENALTY: f64 = 25.0;
const WORDING_PENALTY: f64 = 2.0;

const SPELLED: Prior<'static> = Prior {
    names: &SPELLING,
    pro: &["letters", "exchanged", "one_given", "context", "ratio", "one_behind"],
    contra: &[
        "two_letters",
        "last_letter",
        "sounds",
        "plural",
        "both_known",
        "rare_listed",
        "common_listed",
        "other_neighbour",
        "other_given",
        "other_behind",
        "together",
        "capitals",
    ],
    penalty: SPELLING_PENALTY,
};
const WORDED: Prior<'static> =
    Prior { names: &WORDING, pro: &["share", "cover"], contra: &[], penalty: WORDING_PENALTY };

fn main() {
    let Arguments { target, folders, others } =
        Arguments::read("fit_likeness WEIGHTS FOLDER... [-- OTHERS...]");
    let mut names = Vec::new();
    let mut quotes = Vec::new();
    let annotated = folders.iter().map(|folder| corpus::candidates(Path::new(folder)));
    let unanswered = others.iter().map(|folder| corpus::unanswered(Path::new(folder)));
    for [of_names, of_quotes] in annotated.chain(unanswered) {
        names.extend(of_names);
        quotes.extend(of_quotes);
    }
    fit("spelling", &names, &SPELLED, OF_SPELLING, &target);
    fit("wording", &quotes, &WORDED, OF_WORDING, &target);
}

/// Fits one model, prints how it does on each story when fitted on the others, and writes its weights.
fn fit(model: &str, all: &[Candidate], prior: &Prior<'_>, (cut, note): (f64, f64), weights: &str) {
    let shares = shares(all);
    let stories: BTreeSet<&str> = all.iter().map(|c| c.story.as_str()).collect();
    let mut probabilities = vec![0.0; all.len()];
    for story in &stories {
        let others = pairs(all, &shares, |candidate| candidate.story != *story);
        let fitted = Fitted::on(&others, prior);
        for (at, candidate) in all.iter().enumerate().filter(|(_, c)| c.story == *story) {
            probabilities[at] = fitted.probability(&candidate.features);
        }
    }
    let positive = all.iter().filter(|c| c.verdict.alike).count();
    println!("{model}: {} pairs of {} stories, {positive} alike", all.len(), stories.len());
    for cut in [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] {
        println!("  from {cut:.2} on{}", table(all, &probabilities, cut));
    }
    let fitted = Fitted::on(&pairs(all, &shares, |_| true), prior);
    let path = Path::new(weights).join(model).with_extension("toml");
    let mut text = format!(
        "trained_on = \"{} pairs of {} stories, {positive} of them alike\"\n",
        all.len(),
        stories.len()
    );
    let _ = writeln!(text, "cut = {cut}\nnote = {note}\nbias = {:.3}\n\n[weights]", fitted.bias);
    for (name, weight) in prior.names.iter().zip(&fitted.weights) {
        let _ = writeln!(text, "{name} = {weight:.3}");
    }
    rewrite(&path, &text);
}

fn pairs<'a>(all: &'a [Candidate], shares: &[f64], counts: impl Fn(&Candidate) -> bool) -> Vec<Pair<'a>> {
    let pair = |(c, share): (&'a Candidate, &f64)| Pair {
        features: &c.features,
        one: c.verdict.alike,
        share: *share,
    };
    all.iter().zip(shares).filter(|(candidate, _)| counts(candidate)).map(pair).collect()
}

/// Pairs that hang together count for less each: a hundred copies of one slip are little more than one.
fn shares(all: &[Candidate]) -> Vec<f64> {
    let groups = groups(all, |_| true);
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    groups.iter().for_each(|group| *sizes.entry(*group).or_default() += 1);
    let share = |(candidate, group): (&Candidate, &usize)| {
        let answered = if candidate.answered { 1.0 } else { UNANSWERED };
        answered / (sizes[group] as f64).sqrt()
    };
    all.iter().zip(&groups).map(share).collect()
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
