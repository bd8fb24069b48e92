use super::*;

#[test]
fn the_embedded_tables_load() {
    Lexicon::embedded().unwrap();
}

#[test]
fn verbs_and_nouns_of_one_class_meet() {
    let lexicon = Lexicon::built_in();
    let entry = |w: &str| *lexicon.entry(w).unwrap();
    assert_eq!(entry("arrest").verb.map(|v| v.0), entry("arrest").noun);
    assert_eq!(entry("die").verb.map(|v| v.1), Some(Frame::Undergoes));
    assert_eq!(entry("confer").verb.map(|v| v.1), Some(Frame::Shares));
}

#[test]
fn every_class_has_a_noun_for_messages() {
    let lexicon = Lexicon::built_in();
    let noun = |class: &str| lexicon.class(lexicon.class_named(class).unwrap()).noun.as_str();
    assert_eq!(["meet", "host", "play", "end"].map(noun), ["meeting", "reception", "match", "end"]);
}

#[test]
fn ranks_exclude_each_other_unless_one_is_short_for_the_other() {
    let lexicon = Lexicon::built_in();
    let conflict = |a: &str, b: &str| lexicon.ranks_conflict(a, b);
    assert_eq!(conflict("field marshal", "gen."), Some(true));
    assert_eq!(conflict("lieutenant general", "gen."), Some(false));
    assert_eq!(conflict("commodore", "commander"), Some(true));
    assert_eq!(conflict("general", "foreign minister"), None);
}

#[test]
fn every_place_is_of_a_known_kind() {
    let lexicon = Lexicon::embedded().unwrap();
    for place in &lexicon.places {
        assert!(Place::KINDS.contains(&place.kind.as_str()), "{} is a {}", place.name, place.kind);
    }
    let unused = |kind: &&&str| lexicon.places.iter().all(|place| place.kind != ***kind);
    assert_eq!(Place::KINDS.iter().find(unused), None);
}

#[test]
fn what_the_map_leaves_open_keeps_no_two_places_apart() {
    let lexicon = Lexicon::built_in();
    for (a, b, meet) in [
        ("Lyon", "France", Some(true)),
        ("Lyon", "Paris", Some(false)),
        ("Lyon", "Spain", Some(false)),
        ("Portugal", "Morocco", Some(false)),
        // No list says which cities lie in a region.
        ("Malmö", "Skåne", None),
        ("Cologne", "Rhineland", None),
        ("Cusco", "Andes", None),
        ("Lyon", "Nowhere", None),
    ] {
        assert_eq!(lexicon.names_meet(a, b), meet, "{a}, {b}");
        assert_eq!(lexicon.names_meet(b, a), meet, "{b}, {a}");
    }
}
