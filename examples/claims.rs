//! Prints the claims of a text, one JSON object a line, as open information extraction is scored: each line of
//! the input is one sentence.
//!
//!     cargo run --release --example claims < sentences.txt > claims.jsonl
//!
//! Sentences that are cut into tokens as in the Penn Treebank are put together again before they are read, and what is
//! read of them is cut like them.

use std::collections::HashMap;
use std::io::{Read, Write};

use gainsay::article::Article;
use gainsay::claim;
use gainsay::claim::output::tuples;
use gainsay::lexicon::Lexicon;

fn main() -> std::io::Result<()> {
    let lexicon = Lexicon::built_in();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let (joined, cuts): (Vec<String>, Vec<HashMap<String, String>>) = lines.iter().map(|l| join(l)).unzip();
    let article = Article::from_text(&joined.join("\n"), lexicon);
    let reading = claim::read(&article, lexicon);
    let mut out = std::io::stdout().lock();
    for (number, at) in article.sentences.iter().enumerate() {
        let block = at.block as usize;
        let (Some(sentence), Some(cuts)) = (lines.get(block), cuts.get(block)) else { continue };
        for tuple in tuples(&article, lexicon, &reading, number as u32) {
            let arguments: Vec<String> = tuple.arguments.iter().map(|a| cut(a, cuts)).collect();
            let line = serde_json::json!({
                "sentence": sentence, "confidence": tuple.confidence, "subject": cut(&tuple.subject, cuts),
                "predicate": cut(&tuple.predicate, cuts), "arguments": arguments,
            });
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// "a fume - filled mine": a hyphen between two spaces belongs to a word, for a dash is written "--". Gives the line
/// with its words put together, and how each was cut.
fn join(line: &str) -> (String, HashMap<String, String>) {
    let mut words: Vec<(String, String)> = Vec::new();
    let mut tokens = line.split_whitespace().peekable();
    while let Some(token) = tokens.next() {
        match words.last_mut().filter(|_| token == "-") {
            Some((word, apart)) if tokens.peek().is_some() => {
                let next = tokens.next().unwrap_or_default();
                *word = format!("{word}-{next}");
                *apart = format!("{apart} - {next}");
            }
            _ => words.push((token.replace("\\/", "/"), token.to_owned())),
        }
    }
    let line = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
    (line, words.into_iter().filter(|(word, apart)| word != apart).collect())
}

/// The words as the sentence has them.
fn cut(words: &str, cuts: &HashMap<String, String>) -> String {
    let own = |word| cuts.get(word).map_or(word, String::as_str);
    words.split_whitespace().map(own).collect::<Vec<_>>().join(" ")
}
