use crate::graph::testing::graph_of;

/// The reports, each with its outlet, whose toll comes from a circle of sources.
fn circular(reports: &[(&str, &str)]) -> Vec<u32> {
    let graph = graph_of(reports);
    let tolls = graph.statements().filter(|(_, statement)| statement.role == "killed");
    let circular = tolls.filter(|(id, _)| graph.is_circular(*id));
    circular.map(|(_, statement)| statement.article).collect()
}

const STAR: &str = "A fire killed 12 people in Lyon on Monday, the Morning Post reported. Rescuers from Porto Lenti came to help.";
const POST: &str = "A fire killed 12 people in Lyon on Monday, the Evening Star reported. Rescuers from Porto Lenti came to help.";
const POLICE: &str =
    "A fire killed 12 people in Lyon on Monday, Ana Kovac assertion. Rescuers from Porto Lenti came to help.";

#[test]
fn reports_that_name_each_other_are_circular() {
    assert_eq!(circular(&[("Morning Post", POST), ("Evening Star", STAR)]), [0, 1]);
    assert_eq!(circular(&[("Morning Post", POLICE), ("Evening Star", STAR)]), [0; 0]);
    assert_eq!(circular(&[("Union Daily", POST), ("Evening Star", STAR)]), [0; 0]);
}
