use super::{Between, between};
use crate::graph::{Field, StatementId};
use crate::rules::engine::evaluate::Clause;
use crate::rules::testing::{Board, number, rule, word};
use crate::truth::Truth;

const TOLLS: &str =
    "[find.a]\nrole = 'killed'\nmodality = 'did'\n[find.b]\nrole = 'killed'\nmodality = 'did'";
const SAME_SLOT: &str = "all = ['a.slot = b.slot and a.class = b.class', 'a.value conflicts b.value']
unless = ['a.speaker = b.speaker']";

/// A board with one toll in each of two articles.
fn board(tolls: [f64; 2]) -> (Board, [StatementId; 2]) {
    let mut board = Board::default();
    let said = tolls.map(|toll| {
        let article = board.article("A", None);
        let said = board.say(article, 10, 1, "killed", number(toll));
        board.give(said, Field::Modality, word("did"));
        said
    });
    (board, said)
}

fn evaluate(board: &Board, [a, b]: [StatementId; 2]) -> Between {
    between(&rule("toll", TOLLS, SAME_SLOT, ""), board, [&[a], &[b]])
}

#[test]
fn every_condition_is_told_with_what_it_read() {
    let (mut board, [a, b]) = board([5.0, 6.0]);
    board.give(a, Field::Class, word("fire"));
    let Between::Evaluated(evaluated) = evaluate(&board, [a, b]) else { panic!("not evaluated") };
    let told: Vec<_> = evaluated
        .conditions
        .iter()
        .map(|c| (c.clause, c.judged.truth, c.speaks_against, c.values.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (Clause::All, Truth::True, false, "a.slot is #1, b.slot is #1"),
            (Clause::All, Truth::Unknown, true, "a.class is fire, b.class is unknown"),
            (Clause::All, Truth::True, false, "a.value is 5, b.value is 6"),
            (Clause::Unless, Truth::Unknown, false, "a.speaker is unknown, b.speaker is unknown"),
        ]
    );
    assert!(!evaluated.holds());
    for said in [a, b] {
        board.give(said, Field::Class, word("fire"));
    }
    assert!(matches!(evaluate(&board, [a, b]), Between::Evaluated(w) if w.holds()));
    for said in [a, b] {
        board.give(said, Field::Speaker, word("Holm"));
    }
    assert!(matches!(evaluate(&board, [a, b]), Between::Evaluated(w) if !w.holds()));
}

#[test]
fn the_nearest_statements_of_both_places_are_taken() {
    let (mut board, [a, b]) = board([5.0, 5.0]);
    let other = board.say(1, 30, 1, "killed", number(6.0));
    board.give(other, Field::Modality, word("did"));
    let asked = between(&rule("toll", TOLLS, SAME_SLOT, ""), &board, [&[a], &[b, other]]);
    let Between::Evaluated(evaluated) = asked else { panic!("not evaluated") };
    assert_eq!(evaluated.statements.as_slice(), [a, other]);
}

#[test]
fn what_one_place_lacks_is_said() {
    let (mut board, [a, b]) = board([5.0, 6.0]);
    board.give(b, Field::Modality, word("may"));
    match evaluate(&board, [a, b]) {
        Between::OneSided { place, given, why } => {
            assert_eq!((place, given, why.as_str()), (0, a, "modality is may here"));
        }
        other => panic!("{other:?}"),
    }
    let toll = rule("toll", TOLLS, SAME_SLOT, "");
    assert!(matches!(between(&toll, &board, [&[], &[a]]), Between::OneSided { place: 1, .. }));
    assert!(matches!(between(&toll, &board, [&[b], &[]]), Between::Nothing));
}
