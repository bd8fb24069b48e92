use proptest::prelude::*;

use super::*;

fn name(words: &str) -> Name {
    Name {
        words: words.to_lowercase().split(' ').map(Sym::from).collect(),
        written: Sym::from(words),
        kind: EntityKind::Unknown,
        place: None,
        gender: None,
    }
}

fn slips(a: &str, b: &str) -> Option<Misspelling> {
    between(&name(a), &name(b), Lexicon::built_in())
}

#[test]
fn one_letter_of_a_surname_may_be_wrong() {
    assert_eq!(slips("Kovacevic", "Kovacevc"), Some(Misspelling::Last));
    assert_eq!(slips("Ana Kovacevic", "Kovacevc"), Some(Misspelling::Last));
    assert_eq!(slips("Philip H. Brandock", "Philip Brandok"), Some(Misspelling::Last));
    assert_eq!(slips("Jon Ari Lund", "Jon Lunde"), Some(Misspelling::Last));
}

#[test]
fn a_given_name_before_the_same_surname_may_be_wrong() {
    assert_eq!(slips("Katrin Venholm", "Catrin Venholm"), Some(Misspelling::Other));
    assert_eq!(slips("Katrin Lorenzen", "Catrin Lorensen"), Some(Misspelling::Last));
}

#[test]
fn the_middle_of_a_long_name_may_be_wrong_twice() {
    assert_eq!(slips("Hasanabadi", "Hasamavadi"), Some(Misspelling::Last));
    assert_eq!(slips("Mirzakhalov", "Mirzekhalow"), None);
    assert_eq!(slips("Lundqvist", "Lindquist"), None);
}

#[test]
fn a_rare_name_may_stand_before_the_wrong_kind_of_street() {
    assert_eq!(slips("Vukomerska Street", "Vukomerska Avenue"), Some(Misspelling::Last));
    assert_eq!(slips("Park Street", "Park Avenue"), None);
    assert_eq!(slips("Vukomerska River", "Vukomerska County"), None);
}

#[test]
fn habits_of_spelling_are_no_slips() {
    for (a, b) in [
        ("Marit Dalvan", "Marrit Dalvan"),
        ("Kate Kovac", "Katherine Kovac"),
        ("Victoria Theatre", "Victoria Theater"),
        ("Renée Kovac", "Renee Kovac"),
        ("New Zealand", "New Zealander"),
    ] {
        assert_eq!(slips(a, b), None, "{a}, {b}");
    }
}

#[test]
fn other_people_and_things_are_no_slips() {
    for (a, b) in [
        ("Holm", "Holt"),
        ("Ana Kovac", "Petra Kovac"),
        ("Flight 371", "Flight 372"),
        ("Bank of Iran", "Bank of Iraq"),
        ("Ana Kovac", "Ana Horvat"),
    ] {
        assert_eq!(slips(a, b), None, "{a}, {b}");
    }
}

#[test]
fn slips_meet_under_a_key() {
    for (a, b) in [
        ("Kovacevic", "Kovacevc"),
        ("Jon Ari Lund", "Jon Lunde"),
        ("Katrin Venholm", "Catrin Venholm"),
        ("Katrin Lorenzen", "Catrin Lorensen"),
        ("Hasanabadi", "Hasamavadi"),
        ("Vukomerska Street", "Vukomerska Avenue"),
    ] {
        let (a, b) = (keys(&name(a)), keys(&name(b)));
        assert!(a.iter().any(|k| b.contains(k)), "{a:?} {b:?}");
    }
}

proptest! {
    #[test]
    fn no_name_is_a_slip_of_itself(words in "[A-Z][a-z]{0,9}( [A-Z][a-z]{0,9}){0,3}") {
        prop_assert_eq!(slips(&words, &words), None);
    }

    #[test]
    fn slips_go_both_ways(a in "[A-Z][a-z]{0,7}( [A-Z][a-z]{3,7})?", b in "[A-Z][a-z]{0,7}( [A-Z][a-z]{3,7})?") {
        prop_assert_eq!(slips(&a, &b), slips(&b, &a));
    }
}
