use super::*;
use crate::graph::testing::graph_of;

/// The words of which the graph takes one for a slip of another.
fn slips(articles: &[&str]) -> Vec<String> {
    let named: Vec<(&str, &str)> =
        ["Morning Post", "Evening Star", "Daily News"].into_iter().zip(articles.iter().copied()).collect();
    let graph = graph_of(&named);
    let of_role = graph.statements().filter(|(_, s)| s.role == "name");
    of_role.map(|(_, s)| s.value.text(&graph)).collect()
}

const KOVACEVIC: &str =
    "Judge Ana Kovacevic closed the case in Zagreb on Monday. Lawyers of the harbour thanked Ana Kovacevic.";

#[test]
fn a_letter_that_is_missing_is_a_slip() {
    let found = slips(&[
        KOVACEVIC,
        "Judge Ana Kovacevc closed the case in Zagreb on Monday, lawyers of the harbour said.",
    ]);
    assert_eq!(found, ["Kovacevic", "Kovacevc"]);
}

#[test]
fn two_people_of_one_article_are_none() {
    let both =
        "Petra Holman and Ana Holmar won the race in Zagreb on Monday. Ana Holmar thanked Petra Holman.";
    assert!(slips(&[both, "Petra Holman and Ana Holmar won the race in Zagreb on Monday."]).is_empty());
}

#[test]
fn plurals_and_words_that_everybody_knows_are_none() {
    let found = slips(&[
        "The Harbour Office of Zagreb closed the case on Monday.",
        "The Harbour Offices of Zagreb closed the case on Monday.",
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_letter_wrong_or_exchanged_shares_a_key() {
    for (a, b) in
        [("kovacevic", "kovacevc"), ("hadaddi", "haddadi"), ("kovac", "kovak"), ("olmanovski", "olmonowski")]
    {
        let shared = keys(a).any(|key| keys(b).any(|other| other == key));
        assert!(shared, "{a} {b}");
    }
}
