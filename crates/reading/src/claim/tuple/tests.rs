//! What stands behind the last of several clauses and belongs to all.

use crate::article::Article;
use crate::claim::{self, ArgumentRole, Origin};
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
        ("The mayor was fatally shot on Tuesday.", false),
        ("The mayor was shot dead on Tuesday.", true),
        ("The mayor was found guilty on Tuesday.", true),
        ("The mayor died on Tuesday.", true),
    ] {
        let found = settings(text);
        assert_eq!(found.iter().map(|(.., dated)| *dated).collect::<Vec<_>>(), [dated], "{text}: {found:?}");
    }
}

/// The verb and whether its claim has a time, for all claims of clauses.
fn timed(text: &str) -> Vec<(String, Option<String>)> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    let verbs = reading.claims.iter().filter(|c| !matches!(c.origin, Origin::Nominal | Origin::Apposition));
    let time = |c: &claim::Claim| c.time.map(|time| article.phrase(reading.time(time).tokens).to_owned());
    verbs.map(|c| (c.predicate.lemma.to_string(), time(c))).collect()
}

#[test]
fn a_time_between_subject_and_verb_is_the_verbs() {
    for (text, verb, time) in [
        ("The army on Friday shelled two towns.", "shell", Some("Friday")),
        ("Halden Steel on Tuesday named Per Lind as its head.", "name", Some("Tuesday")),
        ("Police in Lyon on Saturday arrested Ivo Horn.", "arrest", Some("Saturday")),
        ("A bomber late Friday killed six men.", "kill", Some("late Friday")),
        ("A raid on the camp on Tuesday killed 11 people.", "kill", Some("Tuesday")),
        ("Gunmen shot a candidate two days before the vote on Sunday.", "shoot", Some("two days")),
        ("Gunmen shot a candidate after a chase on Sunday.", "shoot", Some("Sunday")),
        // When the talks were is not when they were criticised.
        ("The talks on Friday were criticised.", "criticise", None),
        ("The election on Sunday was praised.", "praise", None),
    ] {
        let found = timed(text);
        let own = found.iter().find(|(lemma, _)| lemma == verb).map(|(_, time)| time.as_deref());
        assert_eq!(own, Some(time), "{text}: {found:?}");
    }
}

#[test]
fn what_a_clause_brings_with_it_has_its_time() {
    for (text, verb, time) in [
        ("A bus fell into a ravine on Monday, killing nine people.", "kill", Some("Monday")),
        ("Nine people died when a bus fell into a ravine on Monday.", "die", Some("Monday")),
        ("Ivo Horn was killed on Friday when his plane crashed in Utah.", "crash", Some("Friday")),
        // Of two, the nearer.
        ("The toll rose on Sunday when a man died who was hurt in 2015.", "die", Some("Sunday")),
        // What is said on Monday may have been before.
        ("The mayor said on Monday that nine people died.", "die", None),
        ("The mayor spoke on Monday, having lost the vote.", "lose", None),
        ("Nine people died, and on Monday the mayor resigned.", "die", None),
        ("Nine people may have died when a bus fell into a ravine on Monday.", "die", None),
    ] {
        let found = timed(text);
        let own = found.iter().find(|(lemma, _)| lemma == verb).map(|(_, time)| time.as_deref());
        assert_eq!(own, Some(time), "{text}: {found:?}");
    }
}
