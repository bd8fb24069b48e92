use crate::graph::testing::graph_of;
use crate::graph::{Field, Value, role};
use crate::truth::Judged;

/// Whether each measure that two reports give is torn.
fn torn(a: &str, b: &str) -> Vec<bool> {
    let graph = graph_of(&[("Morning Post", a), ("Evening Star", b)]);
    let measures = graph.statements().filter(|(_, s)| s.role == role::ATTRIBUTE);
    measures.map(|(id, _)| graph.field(id, Field::Torn) == Value::Truth(Judged::TRUE)).collect()
}

const COAST: &str = "A storm hit Graz in Austria on May 5, 2025. Gusts of 118 km/h were measured.";

#[test]
fn a_report_that_has_the_number_of_another_too_is_torn() {
    let both = "A storm hit Graz in Austria on May 5, 2025. Gusts of 147 km/h were measured. In town they reached 118 km/h.";
    assert_eq!(torn(both, COAST), [true, false]);
}

#[test]
fn a_number_of_something_else_tears_nothing() {
    let other =
        "A storm hit Graz in Austria on May 5, 2025. Gusts of 147 km/h were measured. It broke 118 trees.";
    assert_eq!(torn(other, COAST), [false; 2]);
}

#[test]
fn small_numbers_meet_by_chance() {
    let deep = |depth, away| {
        format!(
            "A quake shook Graz in Austria on May 5, 2025. It lay at a depth of {depth} km. A bus stopped after {away} km."
        )
    };
    assert_eq!(torn(&deep(30, 5), &deep(5, 90)), [false; 2]);
    assert_eq!(torn(&deep(30, 50), &deep(50, 90)), [true, false]);
}
