use crate::graph::testing::graph_of;
use crate::graph::{EntityId, EventId, Graph, Role, Value};

/// The articles in which an entity is mentioned.
fn articles(graph: &Graph, name: &str) -> Vec<u32> {
    let mut found: Vec<u32> =
        graph.named_in(graph.named(name).expect(name)).into_iter().map(|(article, _)| article).collect();
    found.dedup();
    found
}

fn names(graph: &Graph, event: u32, role: Role) -> Vec<&str> {
    let of = |id: &EntityId| graph.entities[id.0 as usize].name.written.as_str();
    graph.in_role(EventId(event), &[role]).iter().map(of).collect()
}

#[test]
fn a_short_name_and_a_full_one_are_one_person() {
    let graph = graph_of(&[
        ("A", "Petra Vollan opened the new bridge in Tarnholm.\nVollan said it would last."),
        ("B", "Mayor Petra Vollan opened a bridge in Tarnholm on Monday."),
    ]);
    assert_eq!(articles(&graph, "Petra Vollan"), [0, 1]);
}

#[test]
fn a_surname_that_two_bear_is_neither() {
    let graph = graph_of(&[
        ("A", "Petra Vollan met the press in Tarnholm."),
        ("B", "Henrik Vollan met the press in Tarnholm."),
        ("C", "Vollan met the press in Tarnholm."),
    ]);
    assert_eq!(articles(&graph, "Petra Vollan"), [0]);
    assert_eq!(articles(&graph, "Henrik Vollan"), [1]);
    assert_eq!(articles(&graph, "Vollan"), [2]);
}

#[test]
fn a_pronoun_is_the_one_of_its_gender_named_before() {
    let graph = graph_of(&[("A", "Mary Oakes met John Lund on Monday. She was arrested on Tuesday.")]);
    let arrests = graph.told("arrest");
    assert_eq!(arrests.len(), 1, "{arrests:?}");
    let event = (0..graph.events.len() as u32)
        .find(|event| graph.lexicon.class(graph.events[*event as usize].class).name == "arrest")
        .unwrap();
    assert_eq!(names(&graph, event, Role::Patient), ["Mary Oakes"]);
}

#[test]
fn one_event_of_two_reports_is_merged_and_keeps_both_mentions() {
    let graph = graph_of(&[
        ("A", "Police arrested Petra Vollan in Tarnholm on Monday."),
        ("B", "Petra Vollan was arrested in Tarnholm on Monday, officials said."),
    ]);
    let arrests = graph.told("arrest");
    assert_eq!(arrests.len(), 1, "{arrests:?}");
    assert_eq!(arrests[0].iter().map(|(article, _)| *article).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn arrests_of_two_people_are_two_events() {
    let graph = graph_of(&[
        ("A", "Police arrested Petra Vollan in Tarnholm on Monday."),
        ("B", "Police arrested Henrik Dahl in Tarnholm on Monday."),
    ]);
    assert_eq!(graph.told("arrest").len(), 2);
}

#[test]
fn arrests_on_two_days_are_two_events() {
    let graph = graph_of(&[
        ("A", "Police arrested Petra Vollan in Tarnholm on 3 March 2025."),
        ("B", "Police arrested Petra Vollan in Tarnholm on 9 May 2025."),
    ]);
    assert_eq!(graph.told("arrest").len(), 2);
}

#[test]
fn what_is_stated_of_one_event_stands_in_one_slot_with_its_provenance() {
    let graph = graph_of(&[
        ("A", "A blast killed five people in Tarnholm on Monday."),
        ("B", "A blast killed seven people in Tarnholm on Monday."),
    ]);
    let tolls: Vec<_> = graph.statements().map(|(_, s)| s).filter(|s| s.role == "killed").collect();
    assert_eq!(tolls.len(), 2);
    assert_eq!(tolls[0].slot, tolls[1].slot);
    assert_ne!(tolls[0].value, tolls[1].value);
    assert_eq!((tolls[0].article, tolls[1].article), (0, 1));
    let about = tolls[0].about.event().unwrap();
    let stated = graph.stated_of(&Value::Event(about));
    let killed = stated.iter().find(|(slot, _)| slot.role == "killed").unwrap();
    assert_eq!(killed.1.len(), 2);
}

#[test]
fn articles_hang_on_their_outlets() {
    let graph = graph_of(&[("The Post", "It rained in Tarnholm."), ("The Post", "It snowed in Tarnholm.")]);
    assert_eq!(graph.sources().count(), 1);
    assert_eq!(graph.outlet(1).map(|outlet| outlet.as_str()), Some("The Post"));
    assert_eq!(graph.outlet(2), None);
}
