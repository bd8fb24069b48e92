use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::rules::testing::{Board, number, people, rule};

/// What each statement says: its slot, whether it counts the dead or the injured, and who took part.
type Saying = (u32, bool, Vec<u32>);

fn board(said: &[Saying]) -> Board {
    let mut board = Board::default();
    for (slot, killed, members) in said {
        let article = board.article("A", None);
        let role = if *killed { "killed" } else { "injured" };
        let statement = board.say(article, 10, *slot, role, number(1.0));
        board.give(statement, Field::Participants, people(members));
    }
    board
}

/// The numbers of the statements that are left of those with each role.
fn left(said: &[Saying], roles: [&str; 2], conditions: &str) -> Vec<Vec<usize>> {
    let find = format!("[find.a]\nrole = '{}'\n[find.b]\nrole = '{}'", roles[0], roles[1]);
    let rule = rule("met", &find, &format!("all = ['{conditions}']"), "");
    let with = |role| -> Vec<StatementId> {
        let ids = (0..).map(StatementId).zip(said);
        ids.filter(|(_, (_, killed, _))| *killed == (role == "killed")).map(|(id, _)| id).collect()
    };
    let variables = if rule.plan.symmetric { 1 } else { 2 };
    let mut candidates: Vec<Vec<StatementId>> = roles.into_iter().take(variables).map(with).collect();
    meeting(&rule, &board(said), &mut candidates);
    candidates.iter().map(|ids| ids.iter().map(|id| id.0 as usize).collect()).collect()
}

#[test]
fn what_is_alone_in_its_slot_meets_nobody() {
    let said = [1, 2, 1, 3].map(|slot| (slot, true, vec![]));
    assert_eq!(left(&said, ["killed", "killed"], "a.slot = b.slot"), [[0, 2]]);
    assert_eq!(left(&said[..1], ["killed", "killed"], "a.slot = b.slot"), [[0; 0]]);
}

#[test]
fn many_are_held_against_few() {
    let said =
        [(1, true, vec![]), (2, true, vec![]), (3, true, vec![]), (2, false, vec![]), (4, false, vec![])];
    assert_eq!(left(&said, ["killed", "injured"], "a.slot = b.slot"), [[1], [3]]);
    assert_eq!(left(&said, ["injured", "killed"], "a.slot = b.slot"), [[3], [1]]);
}

proptest! {
    #[test]
    fn all_that_can_meet_and_nothing_else_is_left(
        said in prop::collection::vec((0u32..4, any::<bool>(), prop::collection::btree_set(0u32..5, 0..3)), 0..12),
        shared in any::<bool>(),
    ) {
        let set = |(slot, killed, members): (u32, bool, BTreeSet<u32>)| (slot, killed, members.into_iter().collect());
        let said: Vec<Saying> = said.into_iter().map(set).collect();
        let conditions = if shared { "a.participants overlaps b.participants" } else { "a.slot = b.slot" };
        let tied = |a: usize, b: usize| match shared {
            true => said[a].2.iter().any(|who| said[b].2.contains(who)),
            false => said[a].0 == said[b].0,
        };
        let (killed, injured): (Vec<usize>, Vec<usize>) = (0..said.len()).partition(|at| said[*at].1);
        let meets = |at: usize, others: &[usize]| others.iter().any(|other| *other != at && tied(at, *other));
        let expected = |own: &[usize], others: &[usize]| -> Vec<usize> {
            own.iter().copied().filter(|at| meets(*at, others)).collect()
        };
        let found = left(&said, ["killed", "injured"], conditions);
        prop_assert_eq!(found, [expected(&killed, &injured), expected(&injured, &killed)]);
        let found = left(&said, ["killed", "killed"], conditions);
        prop_assert_eq!(found, [expected(&killed, &killed)]);
    }
}
