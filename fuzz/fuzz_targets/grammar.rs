//! Any text has tokens, tags, times and claims, and their spans are in order.
#![no_main]

use gainsay::article::Article;
use gainsay::claim;
use gainsay::lexicon::Lexicon;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    for claim in &reading.claims {
        let sentence = article.sentences[claim.sentence as usize].tokens;
        assert!(sentence.contains(claim.predicate.tokens), "the predicate is in its sentence");
        for argument in claim.subject.iter().chain(&claim.arguments) {
            assert!(sentence.contains(argument.tokens), "an argument is in its sentence");
            assert!(!argument.tokens.is_empty() && !article.phrase(argument.tokens).is_empty());
        }
    }
});
