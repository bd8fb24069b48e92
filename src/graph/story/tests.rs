use super::*;

/// An article that names some and has some words, published on some day.
fn topic(names: &[u32], words: &str, published: Option<&str>) -> Topic {
    Topic {
        published: published.map(|day| day.parse().unwrap()),
        names: names.iter().map(|n| (Sym::from(&n.to_string()), 1.0)).collect(),
        words: words.split(' ').map(|w| (Sym::from(w), 1)).collect(),
    }
}

fn stories(topics: &[Topic]) -> Vec<u32> {
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
fn what_shares_no_name_is_no_story() {
    let found = stories(&[topic(&[1, 2], "quake town", None), topic(&[3, 4], "quake town", None)]);
    assert_ne!(found[0], found[1]);
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
fn nothing_makes_no_story() {
    assert!(stories(&[]).is_empty());
}
