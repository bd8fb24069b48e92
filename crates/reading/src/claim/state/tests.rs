use super::*;

/// The states that a sentence tells of: who, and in which; with a "!" where it says not.
fn states(text: &str) -> Vec<String> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = crate::claim::read(&article, lexicon);
    let told = |claim: &Claim| {
        let InState { state, holder, averted } = super::state(&article, &reading, claim, lexicon)?;
        let not = if averted { "!" } else { "" };
        Some(format!("{}: {not}{}", article.phrase(reading.phrase(holder).tokens), state.name()))
    };
    reading.claims.iter().filter_map(told).collect()
}

#[test]
fn states_by_what_happened() {
    assert_eq!(states("Ann Lee died in Lyon."), ["Ann Lee: dead"]);
    assert_eq!(states("The crash killed Ann Lee."), ["Ann Lee: dead"]);
    assert_eq!(states("Ann Lee survived."), ["Ann Lee: alive"]);
    assert_eq!(states("Ann Lee survived the crash."), ["Ann Lee: alive"]);
    assert_eq!(states("Ann Lee suffered injuries."), ["Ann Lee: hurt"]);
    assert_eq!(states("Ann Lee suffered a broken arm."), ["Ann Lee: hurt"]);
    assert_eq!(states("Ann Lee sustained burns to her hands."), ["Ann Lee: hurt"]);
    assert!(states("Ann Lee suffered a heavy defeat.").is_empty());
}

#[test]
fn states_by_what_somebody_is_said_to_be() {
    assert_eq!(states("Ann Lee is alive."), ["Ann Lee: alive"]);
    assert_eq!(states("Ann Lee is dead."), ["Ann Lee: dead"]);
    assert_eq!(states("Ann Lee was found alive."), ["Ann Lee: alive"]);
    assert_eq!(states("Divers found Ann Lee alive."), ["Ann Lee: alive"]);
    assert_eq!(states("Divers found Ann Lee dead."), ["Ann Lee: dead"]);
    assert_eq!(states("Ann Lee escaped unhurt."), ["Ann Lee: unhurt"]);
    assert_eq!(states("Ann Lee was not hurt."), ["Ann Lee: hurt"]);
    assert_eq!(states("A jury found Ann Lee guilty of murder."), ["Ann Lee: convicted"]);
}

#[test]
fn a_degree_that_is_denied_denies_no_more() {
    assert_eq!(states("Ann Lee was not hurt."), ["Ann Lee: hurt"]);
    assert!(states("Ann Lee was not seriously hurt.").is_empty());
    assert!(states("Ann Lee was not badly injured in the crash.").is_empty());
}

#[test]
fn who_finds_is_not_who_is_found() {
    assert!(!states("Ann Lee found two guilty.").iter().any(|told| told.starts_with("Ann Lee")));
}

#[test]
fn what_was_averted_did_not_come() {
    assert_eq!(states("Ann Lee escaped injury."), ["Ann Lee: !hurt"]);
}

#[test]
fn what_may_be_or_will_be_is_no_state() {
    assert!(states("Ann Lee may die.").is_empty());
    assert!(states("Ann Lee will resign.").is_empty());
}

#[test]
fn words_of_another_sense_are_no_state() {
    for text in [
        "Ann Lee was dead tired.",
        "Ann Lee was found dead drunk.",
        "Ann Lee is politically dead.",
        "Ann Lee survives him.",
        "Ann Lee survived cancer.",
        "Ann Lee was alive when they left.",
    ] {
        assert!(states(text).is_empty(), "{text}: {:?}", states(text));
    }
}
