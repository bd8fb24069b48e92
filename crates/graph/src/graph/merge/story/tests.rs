use super::*;
use crate::graph::extract::profile::tests::profile;

/// An article that names some and has some words, published on some day.
fn topic(names: &[u32], words: &str, published: Option<&str>) -> Topic<u32> {
    let number = |w: &str| w.bytes().fold(0, |n, b| (n * 31 + u32::from(b)) % 9973);
    Topic {
        published: published.map(|day| day.parse().unwrap()),
        names: names.iter().map(|n| Name { word: *n, weight: 1.0, rare: true, main: false }).collect(),
        words: words.split(' ').map(|w| (number(w), 1)).collect(),
        profile: Profile::default(),
    }
}

fn stories(topics: &[Topic<u32>]) -> Vec<u32> {
    sort(topics).stories.iter().map(|s| s.0).collect()
}

#[test]
fn two_reports_of_one_event_are_one_story() {
    let found =
        stories(&[topic(&[1, 2], "quake town river", None), topic(&[1, 2, 3], "quake town help", None)]);
    assert_eq!(found[0], found[1]);
}

#[test]
fn two_events_of_one_kind_at_one_place_stay_apart() {
    let found = stories(&[
        topic(&[1, 2, 3], "quake island sunday governor irrigation seven villages", None),
        topic(&[1, 2, 3], "quake island sunday governor irrigation seven villages tents", None),
        topic(&[1, 2, 4], "quake island monday minister harbour cracks walls", None),
        topic(&[1, 2, 4], "quake island monday minister harbour cracks walls five", None),
    ]);
    assert_eq!((found[0], found[2]), (found[1], found[3]));
    assert_ne!(found[0], found[2]);
}

#[test]
fn copies_do_not_make_other_reports_far() {
    let agency = "quake island sunday governor irrigation seven villages tents blankets";
    let mut topics: Vec<Topic<u32>> = (0..7).map(|_| topic(&[1, 2, 3], agency, None)).collect();
    topics.push(topic(&[1, 2, 3], "quake island sunday sirens harbour boats hospital doctors", None));
    topics.push(topic(&[4, 5], "match goal referee", None));
    let found = stories(&topics);
    assert_eq!(found[0], found[7]);
    assert_ne!(found[0], found[8]);
}

#[test]
fn a_great_event_with_many_reports_is_one_story() {
    for count in [20, 64, 65, 200] {
        let report = |i: u32| topic(&[1, 2, 3], &format!("quake island governor villages own{i}"), None);
        let found = stories(&(0..count).map(report).collect::<Vec<_>>());
        assert!(found.iter().all(|story| *story == found[0]), "{count}: {found:?}");
    }
}

#[test]
fn what_shares_no_name_is_no_story() {
    let found = stories(&[topic(&[1, 2], "quake town", None), topic(&[3, 4], "quake town", None)]);
    assert_ne!(found[0], found[1]);
}

#[test]
fn names_of_everyday_make_no_story_by_themselves() {
    let common = |words: &str| {
        let mut topic = topic(&[1, 2], words, None);
        topic.names.iter_mut().for_each(|name| name.rare = false);
        topic
    };
    let briefs = |a: &str, b: &str, c: &str| stories(&[common(a), common(b), common(c)]);
    let found = briefs(
        "shares bank exchange shipyard sells engines cranes",
        "shares bakery exchange opens flour ovens staff loan",
        "shares bank paper mill cuts loan costs",
    );
    assert!(found[0] != found[1] && found[1] != found[2] && found[0] != found[2], "{found:?}");
    let told = |words: &str| topic(&[1, 2], words, None);
    let named = stories(&[
        told("shares bank exchange shipyard sells engines cranes"),
        told("shares bakery exchange opens flour ovens staff loan"),
        told("shares bank paper mill cuts loan costs"),
    ]);
    assert!(named[0] == named[1] || named[1] == named[2] || named[0] == named[2], "{named:?}");
}

#[test]
fn a_theme_outlasts_a_story() {
    let topics = [
        topic(&[1, 2], "murder street gang", Some("2025-01-05")),
        topic(&[1, 2], "murder street gang trial", Some("2025-06-05")),
    ];
    let Stories { stories, themes } = sort(&topics);
    assert_ne!(stories[0], stories[1]);
    assert_eq!(themes[0], themes[1]);
}

#[test]
fn why_two_reports_are_no_story_is_told() {
    let names = [topic(&[1, 2], "quake town", None), topic(&[3, 4], "quake town", None)];
    assert_eq!(apart(&names, 0, 1), Apart::Names);
    let words = [topic(&[1, 2], "quake town", None), topic(&[1, 2], "match goal", None)];
    assert_eq!(apart(&words, 0, 1), Apart::Far);
    let days = [
        topic(&[1, 2], "murder street gang", Some("2025-01-05")),
        topic(&[1, 2], "murder street gang trial", Some("2025-06-05")),
    ];
    assert_eq!(apart(&days, 0, 1), Apart::Days);
}

#[test]
fn nothing_makes_no_story() {
    assert!(stories(&[]).is_empty());
}

/// Two groups of reports with other marks, and one between them whose marks are given.
fn two_quakes_and(between: Profile) -> Vec<u32> {
    let quake = |profile: Profile, words: &str| Topic { profile, ..topic(&[1, 2, 3], words, None) };
    stories(&[
        quake(profile(6, 540, 52), "quake island tents governor"),
        quake(profile(6, 545, 52), "quake island tents governor villages"),
        quake(profile(0, 125, 48), "quake island walls cracks"),
        quake(profile(0, 120, 48), "quake island walls cracks harbour"),
        quake(between, "quake island tents walls shaking"),
    ])
}

#[test]
fn marks_keep_two_events_apart() {
    let found = two_quakes_and(profile(0, 122, 48));
    assert_eq!((found[0], found[2], found[4]), (found[1], found[3], found[3]));
    assert_ne!(found[0], found[2]);
}

#[test]
fn what_may_be_of_either_event_is_of_neither() {
    let found = two_quakes_and(Profile::default());
    assert_ne!(found[0], found[2]);
    assert!(found[4] != found[0] && found[4] != found[2]);
}

#[test]
fn one_tie_does_not_join_two_groups() {
    let match_of = |words: &str| topic(&[1, 2], words, None);
    let found = stories(&[
        match_of("match city rain lions goal"),
        match_of("match city rain lions goal referee"),
        match_of("match city rain lions goal whistle"),
        match_of("match city tigers penalty crowd whistle"),
        match_of("match city tigers penalty crowd"),
        match_of("match city tigers penalty crowd flags"),
    ]);
    assert_eq!((found[0], found[3]), (found[2], found[5]));
    assert_ne!(found[0], found[3]);
}
