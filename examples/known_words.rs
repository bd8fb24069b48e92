//! Lists the words and names that MASC has, by which a misspelt name is told from a word.
//!
//!     cargo run --release --example known_words -- MASC_FOLDER crates/reading/lexicon/known-words.txt
//!
//! `MASC_FOLDER` holds the corpus as "word_TAG" text (`masc_tagged/{written,spoken}/*.txt`). The same corpus gives the
//! same list: words that stand in lower case, and with a capital those that stand with one at least three times.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// So many letters has the shortest word that is listed.
const SHORTEST: usize = 3;
/// With a capital at least so often.
const OFTEN: u32 = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, list] = arguments.as_slice() else {
        eprintln!("usage: known_words MASC_FOLDER LIST");
        std::process::exit(2);
    };
    let mut words: BTreeMap<String, u32> = BTreeMap::new();
    for kind in ["written", "spoken"] {
        let folder = Path::new(folder).join(kind);
        for entry in fs::read_dir(folder).expect("a folder that can be read") {
            let bytes = fs::read(entry.expect("an entry").path()).expect("a file that can be read");
            count(&String::from_utf8_lossy(&bytes), &mut words);
        }
    }
    let listed = |(word, n): &(&String, &u32)| word.starts_with(char::is_lowercase) || **n >= OFTEN;
    let listed: Vec<&str> = words.iter().filter(listed).map(|(word, _)| word.as_str()).collect();
    println!("{} words", listed.len());
    fs::write(list, listed.join("\n") + "\n").expect("a list that can be written");
}

/// Counts the words of a text that are letters only, in lower case but for the first.
fn count(text: &str, words: &mut BTreeMap<String, u32>) {
    for token in text.split_whitespace() {
        let word = token.rsplit_once('_').map_or(token, |(word, _)| word);
        let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
        let behind = word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        if word.len() >= SHORTEST && letters && behind {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
}
