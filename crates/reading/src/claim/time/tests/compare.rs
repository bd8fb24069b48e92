//! Comparing the times of two reports.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::truth::Judged;
use crate::truth::Truth::{self, False, True, Unknown};

/// How two undated reports' times compare: the same?
fn undated(a: &str, b: &str) -> (Truth, bool) {
    let (a, b) = (when(&format!("They met {a}."), ""), when(&format!("They met {b}."), ""));
    let judged = a.same(&b);
    (judged.truth, judged.assumed)
}

#[test]
fn undated_reports_are_compared_as_if_they_appeared_together() {
    for (a, b, expected) in [
        ("last month", "on Friday", (False, true)),
        ("last month", "yesterday", (False, true)),
        ("last year", "on Friday", (False, true)),
        ("last week", "yesterday", (False, true)),
        ("recently", "on Friday", (Unknown, true)),
        ("last week", "on Friday", (Unknown, true)),
        ("yesterday", "on Friday", (Unknown, true)),
        ("yesterday", "yesterday", (True, true)),
        ("on Friday", "on Friday", (True, true)),
        ("two years ago", "last month", (False, true)),
        ("on May 3", "on May 3", (True, true)),
        ("in May", "in May", (Unknown, true)),
    ] {
        assert_eq!(undated(a, b), expected, "{a} / {b}");
    }
}

#[test]
fn what_the_words_fix_needs_no_assumption() {
    for (a, b, expected) in [
        ("on Friday", "on Tuesday", (False, false)),
        ("in May", "in June", (False, false)),
        ("on May 3", "on May 4", (False, false)),
        ("on May 3", "in May", (Unknown, true)),
        ("on Christmas Eve", "on Dec. 20", (False, false)),
        ("on Christmas Eve", "on Dec. 24", (True, true)),
        ("in the first week of December", "on May 3", (False, false)),
        ("in the first week of December", "on Dec. 4", (Unknown, true)),
        ("on the first Sunday of August", "in May", (False, false)),
        ("in 1998", "in 1999", (False, false)),
        ("on May 3, 1998", "on May 3, 1998", (True, false)),
        ("in May 1998", "in May 1998", (Unknown, false)),
        ("on May 3, 1998", "in 1998", (Unknown, false)),
        ("on May 3, 1996", "on Tuesday", (False, false)),
        ("on Friday at 3:10 p.m.", "on Friday at 3:30 p.m.", (False, false)),
    ] {
        assert_eq!(undated(a, b), expected, "{a} / {b}");
    }
}

#[test]
fn when_both_are_dated_the_calendar_decides() {
    let last_month = when("They met last month.", "2025-08-05");
    let friday = when("They met on Friday, July 25.", "2025-07-26");
    assert_eq!(last_month.same(&friday), Judged { truth: Unknown, assumed: false });
    assert!(last_month.compatible(&friday));
    assert_eq!(friday.within(&last_month).truth, True);
    let last_week = when("They met last week.", "2025-08-05");
    assert_eq!(last_week.same(&friday), Judged { truth: False, assumed: false });
    assert_eq!(friday.before(&last_week), Judged { truth: True, assumed: false });
    assert_eq!(last_week.before(&friday), Judged { truth: False, assumed: false });
}

#[test]
fn one_dated_report_is_compared_by_what_the_other_fixes() {
    let dated = when("They met on Friday.", "2025-08-05");
    assert_eq!(dated.same(&when("They met on Tuesday.", "")).truth, False);
    assert_eq!(dated.same(&when("They met on Aug. 1.", "")).truth, Unknown);
    assert_eq!(dated.same(&when("They met in June.", "")), Judged { truth: False, assumed: false });
}

#[test]
fn times_of_day_have_tolerances() {
    let minute = |text: &str| when(&format!("They met {text} on their way."), "2025-08-05");
    for (a, b, expected) in [
        ("at about 3:10 p.m.", "at 3:30 p.m.", False),
        ("at about 3:10 p.m.", "at 3:12 p.m.", True),
        ("at about noon", "at 11 a.m.", False),
        ("at about noon", "at 11:45 a.m.", True),
        ("at 3 p.m.", "at 3:05 p.m.", True),
        ("at 3 p.m.", "at 3:20 p.m.", False),
        ("at 3:10 p.m.", "at 3:10 p.m.", True),
        ("at 3 p.m. EDT", "at 3 p.m. GMT", False),
        ("at 3 p.m. EDT", "at 7 p.m. GMT", True),
        ("at 3:10 p.m.", "this afternoon", Unknown),
        ("at 3:10 p.m.", "this morning", False),
        ("at 10 o'clock", "at 10 p.m.", Unknown),
    ] {
        assert_eq!(minute(a).same(&minute(b)).truth, expected, "{a} / {b}");
    }
}

#[test]
fn a_night_reaches_into_the_next_day() {
    let night = when("They met on Friday night.", "2025-08-05");
    assert_eq!(night.same(&when("They met at 1 a.m. Saturday.", "2025-08-05")).truth, Unknown);
    assert_eq!(night.same(&when("They met at 3 p.m. Saturday.", "2025-08-05")).truth, False);
    assert_eq!(night.same(&when("They met on Sunday.", "2025-08-05")).truth, False);
    for (a, b, same) in [
        ("on Thursday night", "on Friday", Unknown),
        ("early on Friday", "on Thursday night", Unknown),
        ("on Sunday night", "on Monday", Unknown),
        ("on the night of August 14", "on August 15", Unknown),
        ("on the night of August 31", "on September 1", Unknown),
        ("on the night of August 14", "on August 16", False),
        ("on Thursday night", "on Friday afternoon", False),
        ("on Thursday evening", "on Friday", False),
        ("on Thursday night", "on Saturday", False),
    ] {
        assert_eq!(undated(a, b).0, same, "{a}, {b}");
        assert_eq!(undated(b, a).0, same, "{b}, {a}");
    }
    let night = when("They met on Thursday night.", "2025-08-19");
    for (other, same) in [("on Friday", Unknown), ("at 3 a.m. on Friday", Unknown), ("on Saturday", False)] {
        assert_eq!(night.same(&when(&format!("They met {other}."), "")).truth, same, "{other}");
    }
}

#[test]
fn on_one_day_the_time_of_day_orders() {
    let at = |text: &str| when(&format!("They met at {text} Friday."), "2025-08-05");
    assert_eq!(at("9:30 a.m.").before(&at("3:15 p.m.")).truth, True);
    assert_eq!(at("3:15 p.m.").before(&at("9:30 a.m.")).truth, False);
    assert_eq!(at("3:15 p.m.").before(&at("3:15 p.m.")).truth, Unknown);
}

/// Any time: days, offsets and fields as the text might give them, together or not.
fn any_when() -> impl Strategy<Value = When> {
    let days = proptest::option::of((0i32..40, 0i32..20));
    let offset = proptest::option::of((-40i32..40, 0i32..20));
    let minutes = proptest::option::of((0u16..1440, 0u16..1440));
    let fields =
        (proptest::option::of(1i8..=3), proptest::option::of(1i8..=28), proptest::option::of(1i8..=7));
    (days, offset, minutes, fields).prop_map(|(days, offset, minutes, (month, day, weekday))| {
        let base = |n: i32| calendar::plus(date(2025, 1, 1), n);
        When {
            days: days.map(|(first, length)| (base(first), base(first + length))),
            offset: offset.map(|(first, length)| (first, first + length)),
            month,
            day,
            weekday: weekday.and_then(|n| Weekday::from_monday_one_offset(n).ok()),
            minutes,
            ..When::default()
        }
    })
}

proptest! {
    #[test]
    fn same_is_symmetric(a in any_when(), b in any_when()) {
        prop_assert_eq!(a.same(&b), b.same(&a));
        prop_assert_eq!(a.compatible(&b), b.compatible(&a));
    }

    #[test]
    fn nothing_differs_from_itself(days in 0i32..40, minute in 0u16..1440) {
        let day = calendar::plus(date(2025, 1, 1), days);
        let time = When { days: Some((day, day)), minutes: Some((minute, minute)), ..When::default() };
        prop_assert_eq!(time.same(&time), Judged { truth: True, assumed: false });
        prop_assert_eq!(time.within(&time).truth, True);
    }

    #[test]
    fn before_is_antisymmetric(a in any_when(), b in any_when()) {
        match a.before(&b).truth {
            True => prop_assert_eq!(b.before(&a).truth, False),
            False => prop_assert_eq!(b.before(&a).truth, True),
            Unknown => prop_assert_eq!(b.before(&a).truth, Unknown),
        }
    }

    #[test]
    fn what_is_before_is_not_the_same(a in any_when(), b in any_when()) {
        if a.days.is_some() && b.days.is_some() && a.before(&b).truth == True {
            prop_assert_ne!(a.same(&b).truth, True);
            prop_assert_ne!(a.within(&b).truth, True);
        }
    }
}

#[test]
fn parts_of_the_calendar_and_days_between() {
    let of = |text: &str, published: &str| {
        let when = when(&format!("They met {text}."), published);
        (when.year_of(), when.quarter_of(), when.month_of())
    };
    assert_eq!(of("on 3 May 2025", ""), (Some(2025), Some(2), Some(5)));
    assert_eq!(of("in May 2025", ""), (Some(2025), Some(2), Some(5)));
    assert_eq!(of("in 2025", ""), (Some(2025), None, None));
    assert_eq!(of("on 3 May", "").1, Some(2), "a month without a year has a quarter");
    let apart = |a: &str, b: &str, published: &str| {
        let [a, b] = [a, b].map(|text| when(&format!("They met {text}."), published));
        assert_eq!(a.days_apart(&b), b.days_apart(&a));
        a.days_apart(&b)
    };
    assert_eq!(apart("on 3 May 2025", "on 13 May 2025", ""), Some((10, 10)));
    assert_eq!(apart("on 3 May 2025", "in June 2025", ""), Some((29, 58)));
    assert_eq!(apart("on 3 May 2025", "in May 2025", ""), Some((0, 28)));
    assert_eq!(apart("yesterday", "today", ""), Some((1, 1)), "as if they had appeared on one day");
    assert_eq!(apart("yesterday", "on 3 May 2025", ""), None);
}
