use super::*;
use crate::claim::read;
use crate::graph::tell::figure::figures;

/// The words around the first figure of a sentence, as lemmas.
fn words_around(text: &str) -> (Vec<String>, Vec<String>) {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let found = figures(&article, &read(&article, lexicon));
    let (before, behind) = around(&article, &found[0], lexicon);
    let texts = |words: Vec<&str>| words.into_iter().map(String::from).collect();
    (texts(before), texts(behind))
}

#[test]
fn words_with_a_meaning_of_their_own_nearest_first() {
    let (before, behind) = words_around("The flood reached a river port that is home to 120,000 people.");
    assert_eq!(before, ["home", "port", "river"]);
    assert_eq!(behind, ["person"]);
}

#[test]
fn in_a_list_the_neighbours_are_other_things() {
    let (before, behind) = words_around("They found rifles, 12 magazines and grenades in the boat.");
    assert!(before.is_empty(), "{before:?}");
    assert_eq!(behind, ["magazine"]);
}

#[test]
fn the_dead_and_injured_are_counted_elsewhere() {
    let counts = |word: &str| class(word, Lexicon::built_in()).is_some_and(|c| c.counts.is_some());
    assert!(counts("kill") && counts("injury"));
    assert!(!counts("block") && !counts("quake"));
}
