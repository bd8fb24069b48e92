use super::*;

/// The marks of an event on a day at a minute of a strength.
pub(in crate::graph) fn profile(day: i32, minute: i32, strength: i32) -> Profile {
    let mut profile = Profile::default();
    profile.days.add(day);
    profile.hours.add(minute);
    profile.strengths.add(strength);
    profile
}

#[test]
fn one_slip_makes_no_second_event() {
    assert!(!profile(0, 540, 52).differ(&profile(1, 545, 52)));
    assert!(!profile(0, 540, 52).differ(&profile(0, 545, 56)));
}

#[test]
fn another_day_and_strength_are_another_event() {
    assert!(profile(0, 540, 52).differ(&profile(1, 125, 56)));
    assert!(profile(0, 540, 52).differ(&profile(0, 125, 56)), "two against one");
    assert!(!profile(0, 540, 52).differ(&profile(1, 125, 52)), "only of one strength");
}

#[test]
fn midnight_parts_no_hours() {
    assert_eq!(profile(0, 5, 52).compared(&profile(0, DAY - 10, 52)), [Some(true); 3]);
}

#[test]
fn what_is_told_of_another_event_does_not_tell_them_apart() {
    // The second report tells of the first quake too, further down.
    let (first, mut second) = (profile(6, 540, 52), profile(0, 125, 48));
    second.days.add(6);
    second.strengths.add(52);
    assert!(!first.differ(&second));
}

#[test]
fn what_neither_tells_is_no_mark() {
    assert!(!profile(0, 540, 52).differ(&Profile::default()));
}

#[test]
fn the_hour_of_what_is_no_event_is_no_mark() {
    let lexicon = Lexicon::built_in();
    let hours = |text: &str| {
        let article = Article::from_text(text, lexicon);
        Profile::of(&article, &crate::claim::read(&article, lexicon), lexicon).hours.all.to_vec()
    };
    assert_eq!(hours("The quake struck Almeira at 4:12 a.m. on Tuesday."), [4 * 60 + 12]);
    assert!(hours("They filled four lorries before noon.").is_empty());
}
