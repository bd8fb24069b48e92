//! Prints the claims of a text, one JSON object a line, as open information extraction is scored: each line of
//! the input is one sentence.
//!
//!     cargo run --release --example claims < sentences.txt > claims.jsonl

use std::io::{Read, Write};

use gainsay::article::Article;
use gainsay::claim;
use gainsay::claim::output::tuple;
use gainsay::lexicon::Lexicon;

fn main() -> std::io::Result<()> {
    let lexicon = Lexicon::built_in();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let article = Article::from_text(&text, lexicon);
    let reading = claim::read(&article, lexicon);
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let mut out = std::io::stdout().lock();
    for claim in &reading.claims {
        let block = article.sentences[claim.sentence as usize].block as usize;
        let Some(sentence) = lines.get(block) else { continue };
        let (subject, predicate, arguments) = tuple(&article, lexicon, claim);
        let line = serde_json::json!({
            "sentence": sentence, "confidence": claim.confidence,
            "subject": subject, "predicate": predicate, "arguments": arguments,
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}
