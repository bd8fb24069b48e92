use crate::graph::testing::graph_of;
use crate::graph::{Value, role};

/// In what two reports differ that tell one act alike: what stands there in each, if anything does.
fn differing(a: &str, b: &str) -> Vec<String> {
    let graph = graph_of(&[("A", a), ("B", b)]);
    let said = |value: &Value| match value {
        Value::Entity(entity) => graph.entities[entity.0 as usize].name.written.to_string(),
        Value::Text(text) => text.to_string(),
        other => panic!("{other:?}"),
    };
    let fillers = graph.statements().filter(|(_, s)| s.role == role::FILLER);
    let mut found: Vec<String> = fillers.map(|(_, s)| said(s.value)).collect();
    found.sort_unstable();
    found
}

#[test]
fn all_else_agrees() {
    for (a, b, expected) in [
        (
            "Dana Orlik won the Tarnholm marathon on Sunday.",
            "The Tarnholm marathon was won by Petra Vollan on Sunday.",
            ["Dana Orlik", "Petra Vollan"],
        ),
        (
            "Dana Orlik was appointed director of Brenner Bank on Monday.",
            "Petra Vollan was appointed director of Brenner Bank.",
            ["Dana Orlik", "Petra Vollan"],
        ),
        (
            "Brenner Bank will build its new office in Lyon.",
            "Brenner Bank will build its new office in Dijon.",
            ["Dijon", "Lyon"],
        ),
        (
            "The ferry Brenner sailed from Lyon on Monday.",
            "The ferry Brenner sailed from Dijon on Monday.",
            ["Dijon", "Lyon"],
        ),
        (
            "The ferry Brenner sank off the east coast of Tarnholm.",
            "The ferry Brenner sank off the west coast of Tarnholm on Monday.",
            ["east", "west"],
        ),
        (
            "Dana Orlik beat Petra Vollan in the final of Tarnholm.",
            "Petra Vollan beat Dana Orlik in the final of Tarnholm.",
            ["Dana Orlik", "Petra Vollan"],
        ),
    ] {
        assert_eq!(differing(a, b), expected, "{a} | {b}");
        assert_eq!(differing(b, a), expected, "{b} | {a}");
    }
}

#[test]
fn more_may_have_done_it_elsewhere_or_at_another_time() {
    for (a, b) in [
        // Many may praise one thing.
        (
            "Dana Orlik praised the Tarnholm marathon on Sunday.",
            "Petra Vollan praised the Tarnholm marathon on Sunday.",
        ),
        // The other report has her as well.
        (
            "Dana Orlik won the Tarnholm marathon, ahead of Petra Vollan.",
            "Petra Vollan won the Tarnholm marathon for women. Dana Orlik ran with the men.",
        ),
        // More differs.
        (
            "Dana Orlik won the Tarnholm marathon for women.",
            "Petra Vollan won the Tarnholm marathon for men.",
        ),
        (
            "Dana Orlik beat Petra Vollan in the singles of Tarnholm.",
            "Petra Vollan beat Dana Orlik in the doubles of Tarnholm.",
        ),
        // Hardly anything is said.
        ("Dana Orlik won on Sunday.", "Petra Vollan won on Sunday."),
        ("A man was hurt in Tarnholm on Sunday.", "A woman was hurt in Tarnholm on Sunday."),
        // One name is a part of the other.
        ("Dana Orlik won the Tarnholm marathon.", "Orlik won the Tarnholm marathon."),
        // It may be so of what somebody says.
        (
            "Dana Orlik won the Tarnholm marathon.",
            "Lena Falk said that Petra Vollan won the Tarnholm marathon.",
        ),
    ] {
        assert_eq!(differing(a, b), [""; 0], "{a} | {b}");
    }
}

#[test]
fn several_articles_share_one_difference() {
    let won = |who: &str| format!("{who} won the Tarnholm marathon on Sunday.");
    let texts = [won("Dana Orlik"), won("Dana Orlik"), won("Petra Vollan")];
    let graph = graph_of(&[("A", &texts[0]), ("B", &texts[1]), ("C", &texts[2])]);
    let slots: Vec<_> =
        graph.statements().filter(|(_, s)| s.role == role::FILLER).map(|(_, s)| s.slot).collect();
    assert_eq!(slots.len(), 3);
    assert!(slots.windows(2).all(|pair| pair[0] == pair[1]));
}
