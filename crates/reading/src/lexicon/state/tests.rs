use super::*;
use crate::lexicon::Lexicon;

#[test]
fn every_row_is_told_and_excludes_what_is_there() {
    let lexicon = Lexicon::built_in();
    assert!(!STATES.table.states.is_empty());
    let names: Vec<&String> = STATES.table.states.iter().map(|row| &row.state).collect();
    for row in &STATES.table.states {
        assert!(row.excludes.iter().all(|other| names.contains(&other)), "{}", row.state);
        let classes = row.undergone.iter();
        assert!(classes.clone().all(|class| lexicon.class_named(class).is_some()), "{}", row.state);
        assert!(classes.count() + row.verbs.len() + row.words.len() + row.now.len() > 0, "{}", row.state);
    }
}

#[test]
fn states_exclude_each_other() {
    let (dead, alive) = (State::after("death"), State::of_subject("survive"));
    let (Some(dead), Some(alive)) = (dead, alive) else { panic!("{dead:?} {alive:?}") };
    assert_eq!(dead.excluded(), [alive]);
    assert_eq!(alive.excluded(), [dead]);
    assert_eq!(State::said("dead"), Some((dead, false)));
    assert_eq!(State::said("alive"), Some((alive, true)));
    assert_eq!(dead.name(), "dead");
}
