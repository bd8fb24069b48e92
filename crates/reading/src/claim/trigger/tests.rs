use super::*;
use crate::lexicon::Lexicon;

/// The triggers of a text, each with subject and object.
fn triggers_of(text: &str) -> Vec<String> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = crate::claim::read(&article, Lexicon::built_in());
    let word = |at: u32| article.word(&article.tokens[at as usize]).to_owned();
    let filler = |filler: Option<Filler>| filler.map_or("-".to_owned(), |filler| word(filler.head));
    triggers(&article, &reading, &eventive::tells)
        .iter()
        .map(|t| format!("{} {} {}", word(t.token), filler(t.subject), filler(t.object)))
        .collect()
}

#[test]
fn verbs_and_nouns_of_events_are_triggers() {
    let found = triggers_of("Police arrested Henrik Dahl in Tarnholm after the murder of a baker.");
    assert!(found.contains(&"arrested Police Dahl".to_owned()), "{found:?}");
    assert!(found.iter().any(|t| t.starts_with("murder ") && t.ends_with(" baker")), "{found:?}");
}

#[test]
fn auxiliaries_are_none() {
    let found = triggers_of("The mayor has been accused and did not answer.");
    assert!(found.iter().any(|t| t.starts_with("accused ")), "{found:?}");
    assert!(
        found.iter().all(|t| !["has ", "been ", "did "].iter().any(|verb| t.starts_with(verb))),
        "{found:?}"
    );
}

#[test]
fn what_is_done_to_somebody_is_done_to_its_subject_in_the_passive() {
    let found = triggers_of("Henrik Dahl was arrested on Monday.");
    assert!(found.contains(&"arrested - Dahl".to_owned()), "{found:?}");
}

#[test]
fn people_are_none() {
    let told = |lemma: &str| {
        let meaning = WordNet::built_in().meaning(lemma, Part::Noun);
        eventive::tells(&eventive::features(lemma, Tag::Nn, &meaning, false))
    };
    assert!(["murder", "explosion", "meeting", "arrest"].into_iter().all(told));
    let people: Vec<&str> = ["teacher", "mayor", "girl", "driver"].into_iter().filter(|w| told(w)).collect();
    assert_eq!(people, Vec::<&str>::new());
}

#[test]
fn participles_and_headlines_mean_what_their_verbs_mean() {
    let article = Article::from_text("The damaged cable was repaired.", Lexicon::built_in());
    let (lemma, part, _) = word(&article, 1).expect("a word");
    assert_eq!((lemma.as_str(), part), ("damage", Part::Verb));
}
