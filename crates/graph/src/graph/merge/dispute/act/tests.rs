use jiff::civil::Weekday;

use super::*;
use crate::graph::role;
use crate::graph::testing::graph_of;

/// The times that are told of one act, in the order of the articles.
fn dated(articles: &[&str]) -> Vec<String> {
    let named: Vec<(&str, &str)> =
        ["Morning Post", "Evening Star", "Daily News"].into_iter().zip(articles.iter().copied()).collect();
    let graph = graph_of(&named);
    graph.statements().filter(|(_, s)| s.role == role::DATED).map(|(_, s)| s.value.text(&graph)).collect()
}

const LAUNCH: &str = "Singer Ana Kovac is back. Ana Kovac launched her own label Brightwater in December. She sings in Lima \
                      tonight.";

/// What the second report says of the label, between other things.
fn against(sentence: &str) -> Vec<String> {
    dated(&[LAUNCH, &format!("In Lima, Ana Kovac sang old songs. {sentence} She sings in Lima tonight.")])
}

#[test]
fn the_table_can_be_read() {
    assert!(TABLE.is_some());
}

#[test]
fn months_of_one_act_exclude_each_other() {
    assert_eq!(against("Ana Kovac launched the label Brightwater in September.").len(), 2);
    // As a noun, and in another word.
    assert_eq!(against("The launch of the label Brightwater by Ana Kovac was in September.").len(), 2);
    assert_eq!(against("Ana Kovac established the label Brightwater in September.").len(), 2);
}

#[test]
fn another_act_is_another_act() {
    assert!(against("Ana Kovac sold the label Brightwater in September.").is_empty());
    assert!(
        against(
            "Ana Kovac launched a restaurant for Luis Prado, Omar Haddadi and Petra Horvat in September."
        )
        .is_empty()
    );
}

#[test]
fn a_date_that_both_reports_have_is_no_conflict() {
    let both = "Ana Kovac launched the label Brightwater in September. The shop opened in December.";
    assert!(against(both).is_empty());
}

#[test]
fn what_is_planned_is_not_what_was_done() {
    assert!(against("Ana Kovac will launch the label Brightwater in January.").is_empty());
}

#[test]
fn distant_dates_are_of_two_acts() {
    let told = |day: &str| {
        dated(&[
            "The choir of Valdoria in Chile buried Ana Kovac in the old church on May 3. Santiago sent guests.",
            &format!("Valdoria in Chile buried Ana Kovac in the old church on {day}. Santiago sent guests."),
        ])
    };
    assert_eq!(told("May 4").len(), 2);
    assert!(told("August 30").is_empty());
}

#[test]
fn another_object_is_another_act() {
    let told = |first: &str, second: &str| {
        dated(&[
            &format!("The banker Luis Prado was charged with {first} in Lima in March. Peru watched."),
            &format!("In Lima the banker Luis Prado was charged with {second} in June. Peru watched."),
        ])
    };
    assert_eq!(told("fraud", "fraud").len(), 2);
    assert!(told("fraud", "theft").is_empty());
}

#[test]
fn distances_are_those_of_the_words() {
    let when =
        |year: Option<i16>, month: Option<i8>, day: Option<i8>| When { year, month, day, ..When::default() };
    let of = |a, b| apart(&a, &b);
    assert_eq!(of(when(None, Some(5), Some(3)), when(None, Some(5), Some(4))), Some((Grain::Day, 1)));
    assert_eq!(of(when(None, Some(12), Some(31)), when(None, Some(1), Some(1))), Some((Grain::Day, 1)));
    assert_eq!(of(when(None, Some(11), None), when(None, Some(2), Some(9))), Some((Grain::Month, 3)));
    assert_eq!(of(when(Some(2024), Some(5), None), when(Some(2025), Some(6), None)), None);
    // A fair that opens each year.
    let in_year = |year: i16, day: i8| When {
        days: Date::new(year, 5, day).ok().map(|date| (date, date)),
        ..when(None, Some(5), Some(day))
    };
    assert_eq!(of(in_year(2023, 3), in_year(2024, 9)), None);
    assert_eq!(of(when(None, Some(5), None), when(None, Some(5), Some(4))), None);
    let friday = When { weekday: Some(Weekday::Friday), ..When::default() };
    assert_eq!(of(friday, when(None, Some(5), None)), None);
    // A day that does not exist.
    assert_eq!(of(when(None, Some(2), Some(30)), when(None, Some(2), Some(28))), None);
}
