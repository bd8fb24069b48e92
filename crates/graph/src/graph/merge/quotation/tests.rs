use crate::graph::testing::graph_of;

/// The wordings of which the graph takes one for the other changed, with what tells doubtful ones.
fn reworded(articles: &[&str]) -> Vec<(String, Option<String>)> {
    let named: Vec<(&str, &str)> =
        ["Morning Post", "Evening Star", "Daily News"].into_iter().zip(articles.iter().copied()).collect();
    let graph = graph_of(&named);
    let of_role = graph.statements().filter(|(_, s)| s.role == "wording");
    of_role.map(|(_, s)| (s.value.text(&graph), s.what.map(|w| w.to_string()))).collect()
}

const LONG: &str =
    "\"We will mend every house on the river bank before the winter comes,\" Ana Kovac said in Zagreb.";

#[test]
fn a_changed_word_with_a_meaning_is_told() {
    let found = reworded(&[
        LONG,
        "In Zagreb, Ana Kovac said: \"We will sell every house on the river bank before the winter comes.\"",
    ]);
    assert_eq!(
        found,
        [("We will mend every house".to_owned(), None), ("We will sell every house".to_owned(), None)]
    );
}

#[test]
fn a_small_word_left_out_is_doubtful() {
    let found = reworded(&[
        LONG,
        "In Zagreb, Ana Kovac said: \"We will mend every house on the river bank before winter comes.\"",
    ]);
    assert!(found.iter().all(|(_, what)| what.is_some()), "{found:?}");
}

#[test]
fn an_article_that_quotes_both_ways_differs_from_one_that_quotes_one() {
    let both =
        format!("{LONG} Some heard: \"We will sell every house on the river bank before the winter comes.\"");
    let found = reworded(&[
        &both,
        "In Zagreb, Ana Kovac said: \"We will sell every house on the river bank before the winter comes.\"",
    ]);
    let told: Vec<&str> =
        found.iter().filter(|(_, what)| what.is_none()).map(|(words, _)| words.as_str()).collect();
    assert_eq!(told, ["We will mend every house", "We will sell every house"]);
}

#[test]
fn another_sentence_is_another_sentence() {
    assert!(
        reworded(&[LONG, "Ana Kovac said in Zagreb: \"Nobody has to sleep in a tent when the snow falls.\""])
            .is_empty()
    );
}

#[test]
fn a_phrase_of_the_language_makes_no_quotation() {
    let found = reworded(&[
        "Mayor Ana Kovac spoke in Zagreb. \"The smaller villages are not going to be left without a road,\" she said.",
        "Omar Haddadi refused the offer in Rabat. \"They are not going to buy me,\" he said.",
        "The minister met reporters in Lima. \"We are not going to comment on this,\" he said.",
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn two_people_may_say_nearly_the_same() {
    let found = reworded(&[
        "\"I heard a loud bang and saw smoke coming out of the roof,\" Karl Weber said in Salem.",
        "\"I heard two loud bangs and saw flames coming out of the roof,\" Ida Moss said in Salem.",
    ]);
    assert!(found.iter().all(|(_, what)| what.is_some()), "{found:?}");
}
