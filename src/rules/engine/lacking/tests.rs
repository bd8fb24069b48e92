use super::lacking;
use crate::rules::testing::{Board, number, rule, word};

const TOLLS: &str =
    "[find.a]\nrole = 'killed'\npolarity = 'affirmed'\n[find.b]\nrole = 'killed'\npolarity = 'affirmed'";

fn told(board: &Board) -> Vec<(usize, u32, String)> {
    let rule = rule("toll", TOLLS, "all = ['a.slot = b.slot', 'a.value conflicts b.value']", "");
    lacking(&rule, board).into_iter().map(|lack| (lack.variable, lack.article, lack.why)).collect()
}

#[test]
fn an_article_that_gives_nothing_is_named_with_what_it_gives_instead() {
    let mut board = Board::default();
    let (one, two) = (board.article("A", None), board.article("B", None));
    let killed = board.say(one, 0, 0, "killed", number(12.0));
    board.give(killed, crate::graph::Field::Polarity, word("affirmed"));
    board.say(two, 0, 1, "injured", number(3.0));
    let why = "nothing has the role killed; there is injured: 3".to_owned();
    assert_eq!(told(&board), [(1, two, why)]);
}

#[test]
fn a_statement_of_the_role_says_what_does_not_fit() {
    let mut board = Board::default();
    let (one, two) = (board.article("A", None), board.article("B", None));
    let killed = board.say(one, 0, 0, "killed", number(12.0));
    board.give(killed, crate::graph::Field::Polarity, word("negated"));
    let (fits, nothing) = ("polarity is negated here", "nothing has the role killed; nothing was read");
    let lacks = [(0, one, fits), (1, one, fits), (0, two, nothing), (1, two, nothing)];
    assert_eq!(told(&board), lacks.map(|(variable, article, why)| (variable, article, why.to_owned())));
}

#[test]
fn articles_that_all_give_something_lack_nothing() {
    let mut board = Board::default();
    for outlet in ["A", "B"] {
        let article = board.article(outlet, None);
        let killed = board.say(article, 0, article, "killed", number(12.0));
        board.give(killed, crate::graph::Field::Polarity, word("affirmed"));
    }
    assert_eq!(told(&board), []);
}
