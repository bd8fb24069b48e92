use super::*;
use crate::lexicon::Lexicon;

/// The meanings of what happened at the first time of a sentence.
fn at_first_time(text: &str) -> Meanings {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = crate::claim::read(&article, lexicon);
    let Some(time) = reading.times.first().map(|time| time.tokens) else { return Meanings::new() };
    let claim =
        reading.claims.iter().find(|claim| claim.time.is_some_and(|id| reading.time(id).tokens == time));
    let sentence = article.sentences.iter().find(|s| s.tokens.contains(time));
    sentence.map(|sentence| act(&article, &reading, claim, sentence.tokens, time)).unwrap_or_default()
}

fn related(a: &str, b: &str) -> bool {
    let (a, b) = (at_first_time(a), at_first_time(b));
    a.iter().any(|meaning| b.contains(meaning))
}

const SHOT: &str = "A guard shot the singer on May 3.";

#[test]
fn a_verb_and_its_noun_tell_of_one_act() {
    assert!(related(SHOT, "The guard was shot in May."));
    assert!(related(SHOT, "The shooting on May 4 shook the town."));
    assert!(related(SHOT, "The May 4 shooting shook the town."));
    assert!(related(SHOT, "The shooting was on May 4."));
    assert!(related(SHOT, "The shooting took place on May 4."));
    assert!(related(SHOT, "In May, Snopes reports, the singer was shot."));
}

#[test]
fn words_for_anything_tell_of_nothing() {
    assert!(at_first_time("The mayor made it in May.").is_empty());
    assert!(at_first_time("It was May.").is_empty());
}

#[test]
fn other_verbs_tell_of_other_acts() {
    assert!(!related(SHOT, "The singer married in May."));
    assert!(!related(SHOT, "The wedding on May 4 was merry."));
}

#[test]
fn meanings_ascend() {
    let found = at_first_time(SHOT);
    assert!(!found.is_empty() && found.is_sorted());
}
