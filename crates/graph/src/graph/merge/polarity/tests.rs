use crate::graph::testing::graph_of;
use crate::graph::{Value, role};

/// Are two reports said to contradict each other?
fn opposed(a: &str, b: &str) -> bool {
    let graph = graph_of(&[("A", a), ("B", b)]);
    let mut values: Vec<Value> =
        graph.statements().filter(|(_, s)| s.role == role::TRUTH).map(|(_, s)| s.value.clone()).collect();
    values.dedup();
    values.len() > 1
}

#[test]
fn what_is_denied_is_affirmed() {
    for (affirmed, denied) in [
        ("Dana Orlik signed the lease on Monday.", "Dana Orlik did not sign the lease."),
        ("The lease was signed by Dana Orlik.", "Dana Orlik never signed the lease."),
        ("A huge fire destroyed the mill in Tarnholm.", "A large fire did not destroy the mill in Tarnholm."),
        ("Two sailors drowned in the harbour of Tarnholm.", "Nobody drowned in the harbour of Tarnholm."),
        ("The meeting in Tarnholm lasted an hour.", "The meeting in Tarnholm did not take place."),
        ("Dana Orlik, who signed the lease, left Tarnholm.", "The lease was not signed by Dana Orlik."),
    ] {
        assert!(opposed(affirmed, denied), "{affirmed} | {denied}");
        assert!(opposed(denied, affirmed), "{denied} | {affirmed}");
    }
}

#[test]
fn what_somebody_is_may_be_told_by_an_apposition_or_a_title() {
    for (affirmed, denied) in [
        ("Dana Orlik, a lawyer, left Tarnholm.", "Dana Orlik is not a lawyer."),
        ("Judge Dana Orlik left Tarnholm.", "Dana Orlik is no judge."),
        ("The mayor of Tarnholm is Dana Orlik.", "Dana Orlik is not the mayor of Tarnholm."),
        ("Dana Orlik, a clerk at Brenner Bank, left.", "Dana Orlik does not work for Brenner Bank."),
        ("Dana Orlik founded the Brenner Bank.", "Dana Orlik is not the founder of the Brenner Bank."),
        ("Dana Orlik is the founder of the Brenner Bank.", "Dana Orlik did not found the Brenner Bank."),
        ("Brenner Bank co-founder Dana Orlik left.", "Dana Orlik did not found Brenner Bank."),
        ("Dana Orlik was the winner of the Tarnholm race.", "Dana Orlik did not win the Tarnholm race."),
    ] {
        assert!(opposed(affirmed, denied), "{affirmed} | {denied}");
    }
}

#[test]
fn a_denial_of_more_leaves_the_rest_open() {
    for (affirmed, denied) in [
        ("Dana Orlik signed the lease.", "Dana Orlik did not sign the lease in Tarnholm."),
        ("The lease took effect on Monday.", "The lease has not yet taken effect."),
        ("The mill was built to mark the war.", "The mill was not built during the war."),
        ("Dana Orlik is the tallest clerk of Brenner Bank.", "Dana Orlik is not the tallest clerk."),
        ("Former judge Dana Orlik left Tarnholm.", "Dana Orlik is not a judge."),
        (
            "Dana Orlik is the wife of the founder of the Brenner Bank.",
            "Dana Orlik did not found the Brenner Bank.",
        ),
        ("Dana Orlik told Petra Vollan of the lease.", "Petra Vollan did not tell Dana Orlik of the lease."),
    ] {
        assert!(!opposed(affirmed, denied), "{affirmed} | {denied}");
    }
}

#[test]
fn what_is_not_held_contradicts_nothing() {
    for (other, denied) in [
        ("Dana Orlik may have signed the lease.", "Dana Orlik did not sign the lease."),
        ("Dana Orlik will sign the lease.", "Dana Orlik did not sign the lease."),
        ("Dana Orlik signed the lease.", "Petra Vollan said that Dana Orlik did not sign the lease."),
        ("Petra Vollan denied that Dana Orlik signed the lease.", "Dana Orlik did not sign the lease."),
        ("Dana Orlik stopped short of endorsing Petra Vollan.", "Dana Orlik did not endorse Petra Vollan."),
        ("In 1987 Dana Orlik signed the lease.", "Dana Orlik has not signed the lease."),
    ] {
        assert!(!opposed(other, denied), "{other} | {denied}");
    }
}

#[test]
fn one_speaker_cannot_have_said_both() {
    let said = "\"The alarm did not ring,\" Dana Orlik said.";
    assert!(opposed("The alarm rang at once, Dana Orlik said.", said));
    assert!(!opposed("The alarm rang at once, Petra Vollan said.", said));
}

#[test]
fn what_excludes_it_denies_it() {
    assert!(opposed("Dana Orlik was acquitted in Tarnholm.", "Dana Orlik was convicted in Tarnholm."));
    assert!(!opposed("Dana Orlik was acquitted in Tarnholm.", "Petra Vollan was convicted in Tarnholm."));
}

#[test]
fn one_thing_may_be_said_from_two_sides() {
    for (affirmed, denied) in [
        (
            "Dana Orlik, wife of the former envoy Petr Vollan, left.",
            "Dana Orlik is not married to Petr Vollan.",
        ),
        ("Dana Orlik is married to Petr Vollan.", "Dana Orlik is not the wife of Petr Vollan."),
        ("Dana Orlik has received the Brenner Prize.", "Dana Orlik was not awarded the Brenner Prize."),
        (
            "The collision in Tarnholm killed nine people.",
            "No people were killed in the collision in Tarnholm.",
        ),
        ("Dana Orlik voted for the Brenner bill.", "Dana Orlik voted against the Brenner bill."),
        ("Rents in Tarnholm grew 4.5%.", "Rents in Tarnholm did not grow by 4.5 percent."),
        ("The mill in Tarnholm was cancelled yesterday.", "The mill in Tarnholm was not cancelled."),
        ("A US envoy came to Tarnholm.", "The U.S. envoy did not come to Tarnholm."),
        ("Police arrested Dana Orlik in Tarnholm.", "Police did not arrest anyone in Tarnholm."),
        ("The suspect signed the lease in Tarnholm.", "The suspect did not sign the lease."),
        ("The union said it had signed the lease.", "The union has not signed the lease."),
    ] {
        assert!(opposed(affirmed, denied), "{affirmed} | {denied}");
    }
}

#[test]
fn what_several_are_each_of_them_is() {
    for (affirmed, denied) in [
        ("The mayor of Tarnholm, Dana Orlik, left.", "Dana Orlik is not the mayor of Tarnholm."),
        ("The envoy for trade, Dana Orlik, left.", "Dana Orlik is not the envoy for trade."),
        ("Judges Dana Orlik and Petra Vollan left Tarnholm.", "Petra Vollan is not a judge."),
        (
            "Brenner Bank co-founders Dana Orlik and Petra Vollan left.",
            "Brenner Bank was not founded by Dana Orlik.",
        ),
    ] {
        assert!(opposed(affirmed, denied), "{affirmed} | {denied}");
    }
}

#[test]
fn what_hangs_on_a_noun_is_not_what_it_names() {
    for (affirmed, denied) in [
        ("Dana Orlik, a friend of the mayor of Tarnholm, left.", "Dana Orlik is not the mayor of Tarnholm."),
        ("The mayor's lawyer, Dana Orlik, left.", "The mayor is not a lawyer."),
        ("Dana Orlik, the former wife of Petr Vollan, left.", "Dana Orlik is not married to Petr Vollan."),
        (
            "The collision in Tarnholm killed nine people.",
            "No people were killed in the collision in Ostholm.",
        ),
    ] {
        assert!(!opposed(affirmed, denied), "{affirmed} | {denied}");
    }
}

#[test]
fn the_same_words_contradict_nothing() {
    let both = "I shall be a lonely man who wishes he were a woman.";
    assert!(!opposed(both, both));
}

#[test]
fn a_compound_is_not_its_first_word() {
    assert!(!opposed("Dana Orlik signed the lease amendment.", "Dana Orlik did not sign the lease."));
    assert!(opposed("Dana Orlik signed the long lease.", "Dana Orlik did not sign the lease."));
}
