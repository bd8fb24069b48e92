use super::{Near, near};
use crate::graph::Field;
use crate::rules::testing::{Board, number, rule, word};

/// Two statements of how many were killed.
const TOLLS: &str = "[find.a]\nrole = 'killed'\n[find.b]\nrole = 'killed'";
const SAME_SLOT: &str = "all = ['a.slot = b.slot', 'a.value conflicts b.value']";

#[test]
fn near_misses_name_the_condition_that_decided() {
    let near_of = |conditions: &str, tolls: [f64; 2]| {
        let rule = rule("toll", TOLLS, conditions, "");
        let mut board = Board::default();
        let article = board.article("A", None);
        for (place, toll) in (10..).step_by(20).zip(tolls) {
            let said = board.say(article, place, 1, "killed", number(toll));
            board.give(said, Field::Speaker, word("Holm"));
        }
        match near(&rule, &board, 3) {
            Near::Misses(misses) => misses
                .iter()
                .map(|m| m.against.iter().map(|a| a.verdict.as_str()).collect::<Vec<_>>().join("; "))
                .collect(),
            Near::NoStatement { why, .. } => vec![why],
        }
    };
    let unless = format!("{SAME_SLOT}\nunless = ['a.speaker = b.speaker']");
    assert_eq!(
        near_of(&unless, [5.0, 5.0]),
        ["false: a.value is 5, b.value is 5; \
         true, which keeps the rule silent: a.speaker is Holm, b.speaker is Holm"]
    );
    assert_eq!(
        near_of(&unless, [5.0, 6.0]),
        ["true, which keeps the rule silent: a.speaker is Holm, b.speaker is Holm"]
    );
    assert_eq!(near_of(SAME_SLOT, [5.0, 6.0]), [""; 0], "this one is found");
    let unknown = "all = ['a.slot = b.slot', 'a.value conflicts b.value and a.time < b.time']";
    assert_eq!(near_of(unknown, [5.0, 6.0])[0], "cannot be told: a.time is unknown, b.time is unknown");
    let any = format!("{SAME_SLOT}\nany = ['a.value = 1', 'a.value = 2']");
    // Read both ways round, for the condition speaks of `a` alone.
    assert_eq!(near_of(&any, [5.0, 6.0]), ["false: a.value is 5", "false: a.value is 6"]);
    let elsewhere = "all = ['a.article = b.article', 'a.slot = b.slot', 'a.source = \"B\"']";
    assert_eq!(near_of(elsewhere, [5.0, 6.0]), ["false: a.source is A"; 2]);
}

#[test]
fn what_fits_no_pattern_is_said() {
    let why = |find: &str| {
        let mut board = Board::default();
        let article = board.article("A", None);
        let said = board.say(article, 10, 1, "killed", number(5.0));
        board.give(said, Field::Modality, word("will"));
        match near(&rule("toll", find, SAME_SLOT, ""), &board, 3) {
            Near::NoStatement { variable, why } => format!("{variable}: {why}"),
            Near::Misses(misses) => format!("{misses:?}"),
        }
    };
    assert_eq!(
        why("[find.a]\nrole = 'killed'\n[find.b]\nrole = ['age', 'title']"),
        "1: nothing has the role age or title"
    );
    assert_eq!(
        why("[find.a]\nrole = 'killed'\nmodality = 'did'\n[find.b]\nrole = 'killed'"),
        "0: modality is will here"
    );
}
