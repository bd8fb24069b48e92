use crate::graph::testing::graph_of;
use crate::graph::{Field, Value, role};

/// The places of the events of which a text tells, as a rule sees them.
fn places(text: &str) -> Vec<String> {
    let graph = graph_of(&[("a.txt", text)]);
    let happened = graph.statements().filter(|(_, s)| s.role == role::EVENT);
    let mut all: Vec<String> = happened
        .map(|(id, _)| graph.field(id, Field::Place))
        .filter(|place| *place != Value::Unknown)
        .map(|place| place.text(&graph))
        .collect();
    all.dedup();
    all
}

#[test]
fn a_site_lies_where_its_words_say() {
    for (text, place) in [
        ("Ivo Horn was arrested in Lyon.", "Lyon"),
        ("Ivo Horn was arrested at the airport of Lyon.", "Lyon"),
        ("Ivo Horn was arrested in the French city of Lyon.", "Lyon"),
        ("The ferry sank off the coast of Chile.", "Chile"),
        ("The ferry sank off Chile on Monday.", "Chile"),
        ("Protesters marched through Zagreb.", "Zagreb"),
        ("A strong earthquake struck the coast of Peru.", "Peru"),
        ("A storm hit northern Peru.", "Peru"),
    ] {
        assert_eq!(places(text), [place], "{text}");
    }
}

#[test]
fn a_claim_without_a_setting_is_where_its_subject_is() {
    assert_eq!(places("Police in Lyon arrested Ivo Horn."), ["Lyon"]);
    assert_eq!(places("A court in Oslo convicted Ivo Horn of fraud."), ["Oslo"]);
    assert_eq!(places("Police in Lyon arrested Ivo Horn in Paris."), ["Paris"]);
}

#[test]
fn what_is_of_a_place_is_not_there() {
    for text in [
        "The trial of the Paris attackers began.",
        "Police from Lyon arrested Ivo Horn.",
        "Ivo Horn was arrested in the name of Chile.",
        "Ivo Horn was arrested in the Lyon, France, area.",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}
