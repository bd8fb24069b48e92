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

/// The words that two quotations share.
fn shared(a: &str, b: &str) -> Vec<String> {
    let (x, y) = (quoted(a), quoted(b));
    align(&x, &y).into_iter().map(|(at, _)| x[at].text.to_string()).collect()
}

#[test]
fn what_is_the_same_is_found_around_what_is_not() {
    let found = shared("We will mend the old bridge in May.", "We will close the bridge in May.");
    assert_eq!(found, ["we", "'ll", "the", "bridge", "in", "may"]);
}

#[test]
fn what_a_quotation_cuts_parts_nothing() {
    let whole = "We will mend the old bridge over the wide and muddy river in May.";
    assert_eq!(
        shared(whole, "We will mend the old bridge ... in May."),
        ["we", "'ll", "mend", "the", "old", "bridge", "in", "may"]
    );
}

#[test]
fn nothing_aligns_with_nothing() {
    assert!(align(&[], &quoted("We will mend it.")).is_empty());
    assert!(align(&[], &[]).is_empty());
}
