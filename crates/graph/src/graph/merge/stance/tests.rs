use crate::graph::testing::graph_of;
use crate::graph::{Value, role};

const TOLD: &str = "A fisherman has caught a two-headed sturgeon in the harbour of Tarnholm.";
const SAID: &str = "A fisherman claims to have caught a two-headed sturgeon in the harbour of Tarnholm.";
const UNTRUE: &str = "The two-headed sturgeon of Tarnholm is back. The whole story was a hoax. \
                      Fisherman Dana Orlik had sewn the second head on.";
const OTHER: &str = "A baker has baked the longest loaf of the coast in Vollan.";

/// What reports hold of one story: the values, in order, and whether nobody tells it as it is.
fn held(articles: &[&str]) -> (Vec<String>, bool) {
    let named: Vec<(&str, &str)> = ["A", "B", "C"].into_iter().zip(articles.iter().copied()).collect();
    let graph = graph_of(&named);
    let of_story = || graph.statements().filter(|(_, statement)| statement.role == role::STORY);
    let value = |value: &Value| match value {
        Value::Text(text) => text.to_string(),
        other => format!("{other:?}"),
    };
    let mut values: Vec<String> = of_story().map(|(_, statement)| value(statement.value)).collect();
    values.sort();
    (values, of_story().any(|(id, _)| graph.likelihood(id).is_some()))
}

#[test]
fn a_story_is_told_here_and_called_untrue_there() {
    let both = (vec!["told".to_owned(), "untrue".to_owned()], false);
    assert_eq!(held(&[TOLD, UNTRUE]), both);
    assert_eq!(held(&[UNTRUE, TOLD]), both);
}

#[test]
fn what_is_only_passed_on_is_doubtful_until_somebody_tells_it_as_it_is() {
    assert_eq!(held(&[SAID, UNTRUE]), (vec!["told".to_owned(), "untrue".to_owned()], true));
    assert!(!held(&[SAID, UNTRUE, TOLD]).1);
    assert_eq!(held(&[SAID, UNTRUE, TOLD]).0.len(), 3);
}

#[test]
fn another_story_is_not_called_untrue() {
    assert_eq!(held(&[OTHER, UNTRUE]).0, Vec::<String>::new());
    assert_eq!(held(&[UNTRUE, UNTRUE]).0, Vec::<String>::new());
}

#[test]
fn who_doubts_the_story_does_not_tell_it() {
    let doubted =
        "A fisherman has caught a two-headed sturgeon in the harbour of Tarnholm. Many call it a fake.";
    assert_eq!(held(&[doubted, UNTRUE]).0, Vec::<String>::new());
}
