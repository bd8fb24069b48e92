use super::*;
use crate::claim;
use crate::lexicon::Lexicon;

fn superseded(text: &str) -> bool {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = claim::read(&article, lexicon);
    let mut killed = reading.claims.iter().filter(|claim| claim.predicate.lemma == "kill");
    killed.any(|claim| is_superseded(&article, claim))
}

#[test]
fn what_was_first_said_is_given_up() {
    for text in [
        "Earlier reports said that nine people were killed.",
        "Police first said that nine people were killed.",
        "Police had initially said nine people were killed.",
        "Nine people were killed, police originally reported.",
    ] {
        assert!(superseded(text), "{text}");
    }
}

#[test]
fn what_is_said_early_or_by_the_first_holds() {
    for text in [
        "Nine people were killed, police said early on Monday.",
        "The first officer said that nine people were killed.",
        "Nine people were killed, police said.",
        "Nine people were killed first.",
    ] {
        assert!(!superseded(text), "{text}");
    }
}
