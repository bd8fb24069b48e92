use crate::graph::testing::graph_of;
use crate::graph::{Field, Value, role};
use crate::truth::Judged;

const SHOT: &str = "Vera Holm was gunned down in Graz on May 3, 2025. Vera Holm died in hospital on May 5, 2025. Austria mourns.";

/// Whether each day that two reports give is doubted.
fn doubted(a: &str, b: &str) -> Vec<bool> {
    let graph = graph_of(&[("Morning Post", a), ("Evening Star", b)]);
    let days = graph.statements().filter(|(_, s)| s.role == role::WHEN);
    days.map(|(id, _)| graph.field(id, Field::Doubtful) == Value::Truth(Judged::TRUE)).collect()
}

#[test]
fn the_day_of_which_another_report_says_nothing_is_doubted() {
    assert_eq!(doubted(SHOT, "Vera Holm died in Graz, Austria, on May 5, 2025."), [true, false, false]);
}

#[test]
fn a_third_day_leaves_both_as_they_are() {
    assert_eq!(doubted(SHOT, "Vera Holm died in Graz, Austria, on May 4, 2025."), [false; 3]);
}

#[test]
fn the_death_of_another_is_no_second_death() {
    let two = "Vera Holm was gunned down in Graz on May 3, 2025. Luis Prado died in hospital on May 5, 2025. Austria mourns.";
    assert_eq!(doubted(two, "Luis Prado died in Graz, Austria, on May 5, 2025."), [false; 3]);
}
