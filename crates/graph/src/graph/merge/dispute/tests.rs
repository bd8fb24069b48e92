use crate::graph::testing::graph_of;
use crate::graph::{Field, Value, role};
use crate::truth::Judged;

/// The values that dispute each other in slots of a role, in the order of the articles.
fn disputed(articles: &[(&str, &str)], role: &str) -> Vec<String> {
    let graph = graph_of(articles);
    graph.statements().filter(|(_, s)| s.role == role).map(|(_, s)| s.value.text(&graph)).collect()
}

const TREES: &str = "The town planted 17 plane trees along the harbour of Valdoria in Chile on Monday, gardener Luis \
                     Prado said. It moved two benches. Santiago sent guests.";

#[test]
fn sentences_that_differ_in_a_number_dispute_it() {
    let other = "Valdoria is green. The town planted 19 plane trees along the harbour of Valdoria in Chile, said \
                 gardener Luis Prado. Santiago sent guests.";
    assert_eq!(disputed(&[("a.txt", TREES), ("b.txt", other)], role::FIGURE), ["17", "19"]);
}

#[test]
fn reports_that_both_give_both_values_dispute_nothing() {
    let both = "The town planted 17 plane trees along the harbour of Valdoria in Chile on Monday, gardener Luis Prado \
                said. It planted 19 plane trees along the river. Santiago sent guests.";
    let turned = "The town planted 19 plane trees along the river of Valdoria in Chile, said gardener Luis Prado. It \
                  planted 17 plane trees along the harbour. Santiago sent guests.";
    assert_eq!(disputed(&[("a.txt", both), ("b.txt", turned)], role::FIGURE), [""; 0]);
}

#[test]
fn what_others_did_is_no_dispute() {
    let own = "Ana Kovac arrived in Lyon on Sunday, ahead of talks.";
    let other = "Luis Prado arrived in Lyon on Monday for talks with Ana Kovac.";
    assert_eq!(disputed(&[("a.txt", own), ("b.txt", other)], role::MOMENT), [""; 0]);
}

#[test]
fn a_sentence_with_both_values_disputes_neither() {
    let all = "The town cut 120 trees along the harbour of Valdoria in Chile, 40 of them in March.";
    let some = "The town cut 40 trees along the harbour of Valdoria in Chile in March.";
    assert_eq!(disputed(&[("a.txt", all), ("b.txt", some)], role::FIGURE), [""; 0]);
}

#[test]
fn distances_from_two_towns_are_two() {
    let north = "The quake was centred 20 miles north of Valdoria in Chile.";
    let south = "The quake was centred 35 miles south of Santiago in Chile. It shook Valdoria.";
    assert_eq!(disputed(&[("a.txt", north), ("b.txt", south)], role::SIZE), [""; 0]);
}

#[test]
fn what_happens_again_may_happen_at_any_time() {
    let first = "Ana Kovac won the harbour prize in Valdoria in Chile in 2010.";
    let again = "Ana Kovac won the harbour prize in Valdoria in Chile in 2012, two years after her first.";
    assert_eq!(disputed(&[("a.txt", first), ("b.txt", again)], role::MOMENT), [""; 0]);
    // One of two words for it is enough, whichever report comes first.
    let other = "Ana Kovac took the harbour prize in Valdoria in Chile in 2012.";
    assert_eq!(disputed(&[("a.txt", first), ("b.txt", other)], role::MOMENT), [""; 0]);
    assert_eq!(disputed(&[("a.txt", other), ("b.txt", first)], role::MOMENT), [""; 0]);
}

#[test]
fn a_day_and_another_year_are_two_occasions() {
    let day = "Ana Kovac was fined in Valdoria in Chile on 5 May 2024.";
    let year = "Ana Kovac was fined in Valdoria in Chile in 2019 for theft.";
    assert_eq!(disputed(&[("a.txt", day), ("b.txt", year)], role::MOMENT), [""; 0]);
}

#[test]
fn what_may_be_is_no_dispute_with_what_was() {
    let carried = "The ferry that sank off Valdoria in Chile carried 98 people, the coast guard said.";
    let may =
        "The ferry that sank off Valdoria in Chile is allowed to carry 120 people, the coast guard said.";
    assert_eq!(disputed(&[("a.txt", carried), ("b.txt", may)], role::FIGURE), [""; 0]);
    let cost = "The new harbour bridge in Valdoria in Chile cost 3.1 billion pesos.";
    let meant = "The new harbour bridge in Valdoria in Chile was to cost 2.4 billion pesos.";
    assert_eq!(disputed(&[("a.txt", cost), ("b.txt", meant)], role::MONEY), [""; 0]);
    assert_eq!(disputed(&[("a.txt", cost), ("b.txt", meant)], role::FIGURE), [""; 0]);
}

#[test]
fn a_limit_is_not_what_was_measured() {
    let drove = "The train was going 130 kilometres an hour when it derailed near Dijon in France, investigators said.";
    let limit = "The speed limit is 90 kilometres an hour near Dijon in France, where the train derailed, \
                 investigators said.";
    assert_eq!(disputed(&[("a.txt", drove), ("b.txt", limit)], role::SIZE), [""; 0]);
}

#[test]
fn the_name_of_a_race_is_no_length() {
    let won = "Anna Berg of Sweden won the women's 200 metres in Doha in 22.31 seconds on Friday.";
    let ran = "Anna Berg ran the 100 metres in Doha in 11.02 seconds on Thursday and won the 200 in 22.31 on Friday. \
               The Swede is 24.";
    assert_eq!(disputed(&[("a.txt", won), ("b.txt", ran)], role::SIZE), [""; 0]);
}

#[test]
fn the_score_at_the_half_is_not_the_last_one() {
    let won = "Oslo won 82-75 on Thursday after a third quarter that ended 60-60. Dahl had 21 points.";
    let half = "At the half Oslo trailed 40-44 on Thursday. Dahl had nine points by then and ended with 21.";
    assert_eq!(disputed(&[("a.txt", won), ("b.txt", half)], role::FIGURE), [""; 0]);
}

#[test]
fn shares_that_differ_are_of_two_stages() {
    let first =
        "The wildfire near Athens, Greece, was 10 percent contained on 8 May 2025, the fire brigade said.";
    let then =
        "The wildfire near Athens, Greece, was 60 percent contained on 9 May 2025, the fire brigade said.";
    assert_eq!(disputed(&[("a.txt", first), ("b.txt", then)], role::MOMENT), [""; 0]);
}

#[test]
fn what_is_written_alike_is_no_dispute() {
    let other = "Luis Prado said that the town planted 17 plane trees along the harbour of Valdoria in Chile on Monday. \
                 Santiago sent guests.";
    assert_eq!(disputed(&[("a.txt", TREES), ("b.txt", other)], role::MOMENT), [""; 0]);
}

#[test]
fn one_unit_in_another_is_no_dispute() {
    let metres = "The bridge over the Sorne at Valdoria in Chile is 300 metres long, Luis Prado said. Santiago sent guests.";
    let feet = "The bridge over the Sorne at Valdoria in Chile is 984 feet long, Luis Prado said. Santiago sent guests.";
    assert_eq!(disputed(&[("a.txt", metres), ("b.txt", feet)], role::SIZE), [""; 0]);
}

/// Whether each toll of the dead is doubted, in the order of the articles.
fn doubted(articles: &[(&str, &str)]) -> Vec<bool> {
    let graph = graph_of(articles);
    let killed = graph.statements().filter(|(_, s)| s.role == "killed");
    killed.map(|(id, _)| graph.field(id, Field::Doubtful) == Value::Truth(Judged::TRUE)).collect()
}

#[test]
fn a_toll_in_the_same_words_is_not_doubted_even_if_a_digit_is_missing() {
    let seven =
        "A blast at a mill in Valdoria in Chile killed 7 workers on Monday, police said. Santiago sent help.";
    for other in ["9", "77"] {
        let other = seven.replace('7', other);
        assert_eq!(doubted(&[("a.txt", seven), ("b.txt", &other)]), [false, false]);
    }
}

#[test]
fn tolls_are_doubted_if_both_reports_give_both() {
    let first = "A blast at a mill in Valdoria in Chile killed 7 people on Monday, police said. Santiago counted 9 people.";
    let second = "A blast at a mill in Valdoria in Chile killed 9 people on Monday, police said. Santiago counted 7 people.";
    assert_eq!(doubted(&[("a.txt", first), ("b.txt", second)]), [true, true]);
}

#[test]
fn the_ages_of_two_people_are_no_dispute() {
    let text = |name: &str, age: u32| {
        format!(
            "{name} Prado, {age}, of Valdoria in Chile, planted plane trees along the harbour of Valdoria on Monday. Santiago \
             sent guests."
        )
    };
    let told = |a: &str, b: &str| disputed(&[("a.txt", &text(a, 46)), ("b.txt", &text(b, 48))], role::FIGURE);
    assert_eq!(told("Luis", "Ana"), [""; 0]);
}

#[test]
fn reports_about_others_dispute_nothing() {
    let text = |firm: &str, jobs: u32| {
        format!(
            "{firm} said on Tuesday it would cut {jobs} jobs. Its shares fell on the Oslo stock exchange."
        )
    };
    let told =
        |a: &str, b: &str| disputed(&[("a.txt", &text(a, 400)), ("b.txt", &text(b, 150))], role::FIGURE);
    assert_eq!(told("Halvdan Steel", "Nordvik Shipping"), [""; 0]);
    assert_eq!(told("Nordvik Steel", "Nordvik Shipping").len(), 2);
}

#[test]
fn brothers_dispute_nothing() {
    let text = |given: &str, trees: u32, then: &str| {
        format!(
            "{given} Prado planted {trees} plane trees along the harbour of Valdoria in Chile on Monday. {then}"
        )
    };
    let told = |a: &str, b: &str| {
        let (a, b) = (text(a, 17, "Santiago sent guests."), text(b, 19, "A band from Santiago played."));
        disputed(&[("a.txt", &a), ("b.txt", &b)], role::FIGURE)
    };
    assert_eq!(told("Luis", "Marco"), [""; 0]);
    assert_eq!(told("Luis", "Luis").len(), 2);
}

#[test]
fn amounts_of_two_years_are_no_dispute() {
    let text = |year: u32, songs: u32| {
        format!(
            "The choir of Valdoria in Chile sang {songs} songs in the old church in {year}, Luis Prado said. Santiago sent guests."
        )
    };
    let told = |a: u32, b: u32| disputed(&[("a.txt", &text(a, 24)), ("b.txt", &text(b, 26))], role::FIGURE);
    assert_eq!(told(2007, 2007), ["24", "26"]);
    assert_eq!(told(2007, 2019), [""; 0]);
}
