//! Measures tags and lemmas against a file of tab-separated word, tag and lemma, a blank line after each
//! sentence (the news part of GUM's development set, say).
//!
//!     cargo run --release --example measure_tagger -- FILE.tsv [--errors] [--weights WEIGHTS]

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use gainsay::article::lemma::lemma;
use gainsay::article::tag::model::Model;
use gainsay::article::tag::{Tag, Tagger, tag_of_sign};
use gainsay::lexicon::Lexicon;

/// A word with the tag and lemma that people gave it.
struct Row<'a> {
    word: &'a str,
    tag: &'a str,
    lemma: &'a str,
}

#[derive(Default)]
struct Score {
    words: usize,
    exact: usize,
    evened: usize,
    lemmas: usize,
    lemmas_evened: usize,
    time: Duration,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = arguments.iter().any(|a| a == "--errors");
    let weights = arguments.iter().position(|a| a == "--weights").and_then(|at| arguments.get(at + 1));
    let weights = weights.map(|path| std::fs::read(path).expect("weights that can be read"));
    let mut tagger = match &weights {
        Some(bytes) => Tagger::new(Model::read(bytes)),
        None => Tagger::embedded(),
    };
    let text = std::fs::read_to_string(arguments.first().expect("a file")).expect("a file that can be read");
    let mut score = Score::default();
    let mut quoted = false;
    for sentence in text.trim().split("\n\n") {
        let rows: Vec<Row> = sentence.lines().map(row).collect();
        let known: Vec<_> = rows.iter().map(|row| known(row.word, &mut quoted)).collect();
        let mut tags = Vec::new();
        let start = Instant::now();
        tagger.tag(Lexicon::built_in(), rows.iter().map(|row| row.word).zip(known), |_, tag| tags.push(tag));
        score.time += start.elapsed();
        for (at, tag) in tags.into_iter().enumerate() {
            count(&mut score, &rows, at, tag, show);
        }
    }
    let percent = |n: usize| 100.0 * n as f64 / score.words as f64;
    println!("{} words, tagged in {} ns each", score.words, score.time.as_nanos() / score.words as u128);
    println!("tags:   {:.2} % exact, {:.2} % evened out", percent(score.exact), percent(score.evened));
    println!(
        "lemmas: {:.2} % exact, {:.2} % evened out",
        percent(score.lemmas),
        percent(score.lemmas_evened)
    );
}

fn row(line: &str) -> Row<'_> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    Row { word: cell(), tag: cell(), lemma: cell() }
}

/// What the tokenizer would know of the tag: signs, and the side of quotation marks.
fn known(word: &str, quoted: &mut bool) -> Option<Tag> {
    if word != "\"" {
        return tag_of_sign(word);
    }
    *quoted = !*quoted;
    Some(if *quoted { Tag::OpenQuote } else { Tag::CloseQuote })
}

fn count(score: &mut Score, rows: &[Row], at: usize, tag: Tag, show: bool) {
    let row = &rows[at];
    let tagged = tag_is_right(row, tag);
    let form = lemma(row.word, tag);
    let lemma_is_right = form.as_str() == row.lemma.to_lowercase();
    let lemma_evened = lemma_is_right || is_lemma_convention(row);
    score.words += 1;
    score.exact += usize::from(row.tag == tag.name());
    score.evened += usize::from(tagged);
    score.lemmas += usize::from(lemma_is_right);
    score.lemmas_evened += usize::from(lemma_evened);
    if show && !(tagged && lemma_evened) {
        let text = |range: std::ops::Range<usize>| {
            let words: Vec<&str> = rows[range].iter().map(|row| row.word).collect();
            words.join(" ")
        };
        let (before, after) = (text(at.saturating_sub(4)..at), text(at + 1..rows.len().min(at + 4)));
        println!(
            "{}\t{} for {}\t{form} for {}\t{before} >< {after}",
            row.word,
            tag.name(),
            row.tag,
            row.lemma
        );
    }
}

/// Is the tag right when the differences between the tag sets of GUM and MASC are evened out?
fn tag_is_right(row: &Row, tag: Tag) -> bool {
    match row.tag {
        name if name == tag.name() => true,
        // MASC keeps the Treebank's one tag for "to"; GUM calls the preposition IN.
        "IN" => tag == Tag::To,
        // GUM has a tag for hyphens inside words, and calls the dash of a range a symbol.
        "HYPH" => tag == Tag::Colon,
        "SYM" => row.word == "–" && tag == Tag::Colon,
        // GUM's tag for the parts of words written apart ("per cent") is none of the Treebank's.
        "GW" => true,
        _ => false,
    }
}

/// Is the lemma one that only GUM's conventions give?
fn is_lemma_convention(row: &Row) -> bool {
    // The parts of words written apart, of which the first has the lemma of the whole; and names of several
    // words, where GUM takes participles back to the infinitive ("United" -> "unite").
    row.tag == "GW" || row.lemma == "_" || row.tag == "NNP"
}
