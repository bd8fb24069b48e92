use crate::graph::testing::graph_of;

/// What is counted in tolls of the dead, and how many, in the order of the articles.
fn tolls(a: &str, b: &str) -> Vec<String> {
    let graph = graph_of(&[("Morning Post", a), ("Evening Star", b)]);
    let killed = graph.statements().filter(|(_, s)| s.role == "killed");
    killed.map(|(_, s)| format!("{} {}", s.value.text(&graph), s.what.map_or("", |what| what))).collect()
}

const PEOPLE: &str =
    "A fire at a home in Valdoria in Chile killed 14 people on Monday, Luis Prado said. Santiago sent help.";

#[test]
fn residents_are_at_least_so_many_people() {
    let residents = PEOPLE.replace("14 people", "17 residents");
    assert_eq!(tolls(PEOPLE, &residents), ["14 person", "at least 17 person", "17 resident"]);
    let about = PEOPLE.replace("14 people", "about 17 residents");
    assert_eq!(tolls(PEOPLE, &about), ["14 person", "about 17 resident"]);
}

#[test]
fn nothing_is_said_of_people_where_nobody_counts_them() {
    let [workers, more] = ["12", "17"].map(|n| PEOPLE.replace("14 people", &format!("{n} workers")));
    assert_eq!(tolls(&workers, &more), ["12 worker", "17 worker"]);
}

#[test]
fn whoever_counts_people_has_told_how_many() {
    let among = PEOPLE.replace("14 people", "17 people, among them 4 residents,");
    assert!(!tolls(PEOPLE, &among).contains(&"at least 4 person".to_owned()));
}
