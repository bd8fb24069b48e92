//! Trains the tagger on MASC and writes its weights.
//!
//!     cargo run --release --example train_tagger -- MASC_FOLDER crates/reading/src/article/tag/weights.bin
//!
//! `MASC_FOLDER` holds the corpus as "word_TAG" text (`masc_tagged/{written,spoken}/*.txt`). The same corpus
//! gives the same weights.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "train_tagger/corpus.rs"]
mod corpus;
#[path = "train_tagger/perceptron.rs"]
mod perceptron;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, weights] = arguments.as_slice() else {
        eprintln!("usage: train_tagger MASC_FOLDER WEIGHTS");
        std::process::exit(2);
    };
    let mut sentences = corpus::read(std::path::Path::new(folder));
    corpus::add_headlines(&mut sentences);
    let words: usize = sentences.iter().map(|s| s.words.len()).sum();
    println!("{} sentences, {words} words", sentences.len());
    let bytes = perceptron::train(&sentences);
    println!("{} bytes", bytes.len());
    std::fs::write(weights, bytes).expect("weights can be written");
}
