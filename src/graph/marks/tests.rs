use super::*;

fn marks(day: i32, minute: i32, strength: i32) -> Marks {
    let mut marks = Marks::marked(day, minute);
    marks.strengths.add(strength);
    marks
}

#[test]
fn one_slip_makes_no_second_event() {
    assert!(!marks(0, 540, 52).differ(&marks(1, 545, 52)));
    assert!(!marks(0, 540, 52).differ(&marks(0, 545, 56)));
}

#[test]
fn another_day_and_strength_are_another_event() {
    assert!(marks(0, 540, 52).differ(&marks(1, 125, 56)));
    assert!(marks(0, 540, 52).differ(&marks(0, 125, 56)), "two against one");
    assert!(!marks(0, 540, 52).differ(&marks(1, 550, 52)), "one against two");
}

#[test]
fn a_day_and_an_hour_need_two_reports_each() {
    let (mut first, mut second) = (Marks::marked(6, 540), Marks::marked(0, 125));
    first.take(&Marks::marked(6, 545));
    assert!(!first.differ(&second));
    second.take(&Marks::marked(0, 120));
    assert!(first.differ(&second));
}

#[test]
fn the_rounds_of_the_clock_are_one() {
    assert_eq!(Marks::marked(0, 5).compared(&Marks::marked(0, ROUND - 10)), [Some(true), Some(true), None]);
}

#[test]
fn what_is_told_of_another_event_does_not_tell_them_apart() {
    // The second report tells of the first quake too, further down.
    let (first, mut second) = (marks(6, 540, 52), marks(0, 125, 48));
    second.take(&Marks {
        days: Mark { first: SmallVec::new(), all: SmallVec::from_slice(&[6]) },
        ..Marks::default()
    });
    second.strengths.add(52);
    assert!(!first.differ(&second));
}

#[test]
fn what_neither_tells_is_no_mark() {
    assert!(!marks(0, 540, 52).differ(&Marks::default()));
}
