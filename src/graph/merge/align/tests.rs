use super::*;
use crate::article::Article;
use crate::claim::wording::wordings;
use crate::lexicon::Lexicon;

fn quoted(text: &str) -> Vec<Word> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(&format!("Ana Kovac said: \"{text}\""), lexicon);
    let reading = crate::claim::read(&article, lexicon);
    wordings(&article, &reading.quotes, lexicon).concat()
}

/// Where two quotations differ, as "these words/those words".
fn differing(a: &str, b: &str) -> Vec<String> {
    let (x, y) = (quoted(a), quoted(b));
    let text = |words: &[Word]| words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
    let found = differences(&x, &y, &align(&x, &y));
    found.iter().map(|d| format!("{}/{}", text(&x[d.a.0..d.a.1]), text(&y[d.b.0..d.b.1]))).collect()
}

#[test]
fn a_word_that_was_exchanged_is_found() {
    let found = differing("We will mend the old bridge in May.", "We will close the old bridge in May.");
    assert_eq!(found, ["mend/close"]);
}

#[test]
fn words_left_out_are_found_inside_only() {
    assert_eq!(differing("We will mend the old bridge.", "We will mend the bridge."), ["old/"]);
    assert!(differing("We will mend the old bridge in May.", "mend the old bridge").is_empty());
}

#[test]
fn the_first_and_the_last_word_count_if_both_have_one() {
    assert_eq!(
        differing("Somebody hit me in the back.", "Something hit me in the back."),
        ["somebody/something"]
    );
    assert_eq!(differing("We will mend the old bridge.", "We will mend the old tower."), ["bridge/tower"]);
}

#[test]
fn the_last_word_counts_if_the_other_goes_on() {
    let whole = "We will mend the old tower when the harbour has the money.";
    assert_eq!(differing("We will mend the old bridge.", whole), ["bridge/tower"]);
    assert_eq!(differing("bridge when the harbour has the money.", whole), ["bridge/tower"]);
    assert!(differing("We mend the old data center.", "We mend the old datacenter by the sea.").is_empty());
}

#[test]
fn what_the_quotation_says_that_it_cuts_is_none() {
    assert!(differing("We will mend the old bridge in May.", "We will mend ... bridge in May.").is_empty());
    assert!(differing("We will mend it in May.", "We will mend [the bridge] in May.").is_empty());
}

#[test]
fn a_sentence_left_out_is_a_cut() {
    let whole = "We lost the old bridge. Nobody slept. We will mend it in May.";
    assert!(differing(whole, "We lost the old bridge. We will mend it in May.").is_empty());
}

#[test]
fn words_written_apart_are_the_same() {
    assert!(
        differing("We read the e-mail on the old bridge.", "We read the email on the old bridge.").is_empty()
    );
}

#[test]
fn nothing_aligns_with_nothing() {
    assert!(align(&[], &quoted("We will mend it.")).is_empty());
    assert!(differences(&[], &[], &[]).is_empty());
}
