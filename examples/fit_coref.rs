//! Fits the models of coreference of events on annotated articles, and tells how they do on topics left out.
//!
//!     cargo run --release --example fit_coref -- crates/graph/weights GOLD ARTICLES
//!
//! GOLD is a file of JSON lines, one an article: `folder`, `doc` and `mentions`, each with `start` and `end` in bytes, the
//! `chain` that it belongs to and its `lemma`; not all mentions need be annotated. ARTICLES holds a folder for each
//! `folder`, in which stands `doc`. Folders whose names begin with the same two letters are one topic. Printed are
//! precision, recall and F1 of LEA (Moosavi and Strube 2016) and of pairs of mentions of different articles, for some
//! cuts; the same files give the same weights.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "fit_coref/corpus.rs"]
mod corpus;
#[path = "annotated/regression.rs"]
mod regression;
#[path = "fit_coref/score.rs"]
mod score;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use corpus::{Folder, Word};
use gainsay::claim::trigger::eventive;
use gainsay::graph::coref::{Candidate, FEATURES, NAMES, Tie, chains};
use regression::{Fitted, Pair, Prior};

/// From which probability on a noun or an adjective counts: what is no event stays alone and does no harm, what is missed
/// is lost.
const TELLS: f64 = 0.04;
/// From which probability on mentions are one event: the best of CUTS for LEA and pairs together.
const CUT: f64 = 0.2;
const CUTS: [f64; 6] = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4];
const PENALTY: f64 = 2.0;
/// What decides on words belongs to the crate that reads articles; the example is run in the folder of the project.
const OF_WORDS: &str = "crates/reading/weights/eventive.toml";

const OF_PAIRS: Prior<'static> = Prior {
    names: &NAMES,
    pro: &["rare", "lift", "articles", "near", "subject_same", "object_same", "arguments", "merged"],
    contra: &["speech", "one_sentence", "subject_other", "object_other"],
    penalty: PENALTY,
};

/// Does a tie belong to some weights?
type OfTie = fn(Tie) -> bool;

/// What the weights of pairs are kept by.
const TIES: [(&str, OfTie); 3] = [
    ("same", |tie| tie == Tie::Same),
    ("family", |tie| tie == Tie::Family),
    ("sense", |tie| matches!(tie, Tie::Synonym | Tie::Kind | Tie::Class)),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(weights), Some(gold), Some(articles)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("usage: fit_coref WEIGHTS GOLD ARTICLES");
        std::process::exit(2);
    };
    let mut folders = corpus::read(Path::new(&gold), Path::new(&articles));
    let topics: BTreeSet<String> = folders.iter().map(|folder| folder.topic().to_owned()).collect();
    // Reports of different events of one kind, as an archive holds them.
    let mut joined = corpus::join(&folders, Path::new(&articles));
    let words = fit_words(&mut folders, &topics);
    fit_words(&mut joined, &topics);
    for (tested, name) in [(&folders, "each folder by itself"), (&joined, "all folders of a topic together")]
    {
        println!("{name}:");
        test_pairs(&folders, tested, &topics);
    }
    write(&PathBuf::from(weights), &words, &fit_pairs(&folders, ""), &folders);
}

/// Fits what decides on nouns and adjectives, and has every folder read with what the other topics teach.
fn fit_words(folders: &mut [Folder], topics: &BTreeSet<String>) -> Fitted {
    let names = eventive::names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // A kind can only speak for an event: of what was seldom seen nothing is held.
    let kinds: Vec<&str> = names.iter().filter(|name| name.starts_with("kind_")).copied().collect();
    let prior = Prior { names: &names, pro: &kinds, contra: &[], penalty: PENALTY };
    let fit = |folders: &[Folder], but: &str| {
        let words = folders.iter().filter(|f| f.topic() != but).flat_map(|f| &f.words);
        let words: Vec<Pair<'_>> =
            words.map(|Word { features, tells }| Pair { features, one: *tells, share: 1.0 }).collect();
        Fitted::on(&words, &prior)
    };
    let (mut told, mut all, mut right) = (0, 0, 0);
    for topic in topics {
        let fitted = fit(folders, topic);
        let tells = |features: &[f64; eventive::FEATURES]| fitted.probability(features) >= TELLS;
        for folder in folders.iter_mut().filter(|folder| folder.topic() == topic) {
            for word in &folder.words {
                all += usize::from(word.tells);
                told += usize::from(tells(&word.features));
                right += usize::from(word.tells && tells(&word.features));
            }
            folder.read(&tells);
        }
    }
    println!("nouns and adjectives: {right} of {all} events found, {told} taken");
    fit(folders, "")
}

/// Fits what ties mentions, on all topics but one.
fn fit_pairs(folders: &[Folder], but: &str) -> Vec<Fitted> {
    let others: Vec<&Folder> = folders.iter().filter(|folder| folder.topic() != but).collect();
    let of_tie = |of: OfTie| {
        let pairs = others.iter().flat_map(|folder| folder.answered().filter(move |(c, ..)| of(c.tie)));
        let pairs = pairs.map(|(c, one, share)| Pair { features: &c.features, one, share });
        Fitted::on(&pairs.collect::<Vec<_>>(), &OF_PAIRS)
    };
    TIES.iter().map(|(_, of)| of_tie(*of)).collect()
}

/// Tells how it does on each topic when fitted on the others.
fn test_pairs(trained: &[Folder], tested: &[Folder], topics: &BTreeSet<String>) {
    let mut scores = CUTS.map(|_| score::Score::default());
    for topic in topics {
        let fitted = fit_pairs(trained, topic);
        for folder in tested.iter().filter(|folder| folder.topic() == topic) {
            let alike: Vec<((u32, u32), f64)> =
                folder.candidates.iter().map(|c| (c.pair, probability(&fitted, c))).collect();
            for (score, cut) in scores.iter_mut().zip(CUTS) {
                score.add(folder, &chains(folder.mentions.len(), &alike, cut));
            }
        }
    }
    for (cut, score) in CUTS.iter().zip(&scores) {
        println!("cut {cut:.2}: {score}");
    }
}

fn probability(fitted: &[Fitted], candidate: &Candidate) -> f64 {
    let at = TIES.iter().position(|(_, of)| of(candidate.tie)).expect("every tie has weights");
    fitted[at].probability(&candidate.features)
}

fn write(weights: &Path, words: &Fitted, pairs: &[Fitted], folders: &[Folder]) {
    let mut table = format!(
        "trained_on = \"{} nouns and adjectives of {} folders\"\ncut = {TELLS}\nbias = {:.3}\n\n[weights]\n",
        folders.iter().map(|folder| folder.words.len()).sum::<usize>(),
        folders.len(),
        words.bias,
    );
    for (name, weight) in eventive::names().iter().zip(&words.weights) {
        let _ = writeln!(table, "{name} = {weight:.3}");
    }
    rewrite(Path::new(OF_WORDS), &table);
    let answered: Vec<bool> = folders.iter().flat_map(Folder::answered).map(|(_, one, _)| one).collect();
    let mut table = format!(
        "trained_on = \"{} pairs of mentions of {} folders, {} of them of one event\"\ncut = {CUT}\n",
        answered.len(),
        folders.len(),
        answered.iter().filter(|one| **one).count(),
    );
    for ((name, _), fitted) in TIES.iter().zip(pairs) {
        let _ = writeln!(table, "\n[{name}]\nbias = {:.3}\n\n[{name}.weights]", fitted.bias);
        for (name, weight) in NAMES.iter().zip(&fitted.weights).take(FEATURES) {
            let _ = writeln!(table, "{name} = {weight:.3}");
        }
    }
    rewrite(&weights.join("coref.toml"), &table);
}

#[path = "annotated/command.rs"]
mod command;
use command::rewrite;
