//! Measures tags and lemmas against a file of tab-separated word, tag and lemma, a blank line after each
//! sentence.
//!
//!     cargo run --release --example measure_tagger -- FILE.tsv [WEIGHTS] [--errors]

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use gainsay::article::tag::model::Model;
use gainsay::article::tag::{Tag, Tagger, tag_of_sign};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = arguments.iter().any(|a| a == "--errors");
    let mut files = arguments.iter().filter(|a| !a.starts_with("--"));
    let text = std::fs::read_to_string(files.next().expect("a file")).expect("a file that can be read");
    let weights = files.next().map(|path| std::fs::read(path).expect("weights that can be read"));
    let model = weights.as_deref().map(Model::read);
    let mut tagger = match &model {
        Some(model) => Tagger::new(model),
        None => Tagger::embedded(),
    };
    let (mut all, mut exact, mut evened) = (0, 0, 0);
    let mut quoted = false;
    for sentence in text.trim().split("\n\n") {
        let rows: Vec<Vec<&str>> = sentence.lines().map(|l| l.split('\t').collect()).collect();
        let words: Vec<&str> = rows.iter().map(|r| r[0]).collect();
        let known: Vec<Option<Tag>> = words
            .iter()
            .map(|w| match *w {
                "\"" => {
                    quoted = !quoted;
                    Some(if quoted { Tag::OpenQuote } else { Tag::CloseQuote })
                }
                w => tag_of_sign(w),
            })
            .collect();
        let mut tags = Vec::new();
        tagger.tag(words.iter().copied().zip(known), |_, tag| tags.push(tag));
        for (at, (row, tag)) in rows.iter().zip(&tags).enumerate() {
            let same = row[1] == tag.name();
            all += 1;
            exact += usize::from(same);
            let even = same || is_convention(row[0], row[1], *tag);
            evened += usize::from(even);
            if show && !even {
                let from = at.saturating_sub(4);
                println!(
                    "{}\t{} for {}\t{} >{}< {}",
                    row[0],
                    tag.name(),
                    row[1],
                    words[from..at].join(" "),
                    row[0],
                    words[at + 1..words.len().min(at + 4)].join(" ")
                );
            }
        }
    }
    let percent = |n: usize| 100.0 * n as f64 / all as f64;
    println!(
        "{all} words: {:.2} % exact, {:.2} % with conventions evened out",
        percent(exact),
        percent(evened)
    );
}

fn is_convention(_word: &str, gold: &str, tag: Tag) -> bool {
    match (gold, tag) {
        ("IN", Tag::To) => true,
        ("HYPH", Tag::Colon) => true,
        _ => false,
    }
}
