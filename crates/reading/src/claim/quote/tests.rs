use crate::article::Article;
use crate::claim;
use crate::lexicon::Lexicon;

/// Who says the first quotation of a text.
fn speaker(text: &str) -> Option<String> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    let phrase = reading.phrase(reading.quotes.first()?.speaker?);
    Some(article.phrase(phrase.tokens).to_owned())
}

#[test]
fn whatever_somebody_does_beside_a_quotation_is_speaking() {
    for text in [
        "“The dam broke at noon,” grumbled Ann Lee.",
        "\"The dam broke at noon,\" exclaimed Ann Lee.",
        "\"The dam broke,\" Ann Lee laughed.",
        "“The dam broke at noon,” snapped Ann Lee.",
        "Ann Lee: “The dam broke at noon.”",
    ] {
        assert_eq!(speaker(text).as_deref(), Some("Ann Lee"), "{text}");
    }
}

#[test]
fn whoever_acts_behind_a_whole_sentence_need_not_speak() {
    for text in ["“The dam broke at noon.” Ann Lee left.", "In the film “Dam”, Ann Lee laughed."] {
        assert_eq!(speaker(text), None, "{text}");
    }
}
