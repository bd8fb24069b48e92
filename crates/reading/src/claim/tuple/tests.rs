//! What stands behind the last of several clauses and belongs to all.

use crate::article::Article;
use crate::claim::{self, ArgumentRole};
use crate::lexicon::Lexicon;

/// The verbs of a text, each with the places and times of its claim.
fn settings(text: &str) -> Vec<(String, Vec<String>, bool)> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    let verbs = reading.claims.iter().filter(|c| c.predicate.class.is_some() && c.subject.is_some());
    let told = |c: &claim::Claim| {
        let behind = |a: &&claim::Argument| matches!(a.role, ArgumentRole::Oblique(_) | ArgumentRole::Time);
        let words = c.arguments.iter().filter(behind).map(|a| article.phrase(a.tokens).to_owned());
        (c.predicate.lemma.to_string(), words.collect(), c.time.is_some())
    };
    verbs.map(told).collect()
}

#[test]
fn the_victims_of_one_event_share_its_place_and_day() {
    for (text, verbs, words) in [
        (
            "Four people were killed and 24 others were injured in Lima on Monday.",
            ["kill", "injure"],
            vec!["Lima", "Monday"],
        ),
        (
            "Two sailors were killed, and nine were wounded near Malta on Friday night.",
            ["kill", "wound"],
            vec!["Malta", "Friday night"],
        ),
        ("A blast killed four people and injured nine in Lima.", ["kill", "injure"], vec!["Lima"]),
        ("Seven men died and three were injured in Oslo yesterday.", ["die", "injure"], vec![]),
    ] {
        let found = settings(text);
        let expected: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        assert_eq!(found.len(), 2, "{text}: {found:?}");
        for (verb, (lemma, places, _)) in verbs.iter().zip(&found) {
            assert_eq!(lemma, verb, "{text}");
            if !expected.is_empty() {
                assert_eq!(*places, expected, "{text}");
            }
        }
    }
}

#[test]
fn a_clause_with_a_setting_of_its_own_keeps_it() {
    for (text, first) in [
        ("Four people were killed in Oslo and 24 were injured in Lima.", vec!["Oslo"]),
        ("Four people were killed on Sunday and 24 were injured on Monday.", vec!["Sunday"]),
        ("Four people were killed but 24 were rescued in Lima.", vec![]),
        ("Four people were killed and the mayor was praised in Lima.", vec![]),
    ] {
        let found = settings(text);
        let expected: Vec<String> = first.iter().map(|w: &&str| (*w).to_owned()).collect();
        assert_eq!(found.first().map(|(_, words, _)| words.clone()), Some(expected), "{text}: {found:?}");
    }
}

#[test]
fn when_somebody_was_found_in_a_state_is_not_when_it_came_about() {
    for (text, dated) in [
        ("The mayor was found dead on Tuesday.", false),
        ("Seven men were declared dead yesterday.", false),
        ("Police found the mayor dead on Tuesday.", false),
        ("A blast left seven men dead on Tuesday.", true),
        ("The mayor was found guilty on Tuesday.", true),
        ("The mayor died on Tuesday.", true),
    ] {
        let found = settings(text);
        assert_eq!(found.iter().map(|(.., dated)| *dated).collect::<Vec<_>>(), [dated], "{text}: {found:?}");
    }
}
