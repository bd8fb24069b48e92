//! Times that others around them tell: the day at hand, the day that was named, the unit that something is held against.

use super::*;

const PUBLISHED: &str = "2025-08-05";

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, PUBLISHED), *expected, "{text}");
    }
}

#[test]
fn the_previous_friday_is_before_the_one_that_was_named() {
    check(&[
        (
            "Shares fell Friday. They had risen overnight. They are below those of the previous Friday.",
            &["Friday = 2025-08-01", "overnight = 2025-08-04TNI", "the previous Friday = 2025-07-25"],
        ),
        (
            "It rained on Sunday and all yesterday. The following Sunday will be dry.",
            &["Sunday = 2025-08-03", "yesterday = 2025-08-04", "The following Sunday = 2025-08-10"],
        ),
    ]);
}

#[test]
fn what_happened_overnight_was_before_the_day_at_hand() {
    check(&[
        (
            "Police said on Friday that two men drowned in overnight floods.",
            &["Friday = 2025-08-01", "overnight = 2025-07-31TNI"],
        ),
        ("Two men drowned in overnight floods.", &["overnight = 2025-08-04TNI"]),
        ("The quake woke the town overnight Thursday.", &["overnight Thursday = 2025-07-31TNI"]),
    ]);
}

#[test]
fn the_third_day_of_something_is_today() {
    check(&[
        ("It is the third day of the strike.", &["the third day = 2025-08-05"]),
        (
            "In the capital, today is the fifth straight day of rain.",
            &["today = 2025-08-05", "the fifth straight day = 2025-08-05"],
        ),
        ("Sunday is the first day of the fair.", &["Sunday = 2025-08-03"]),
    ]);
}

#[test]
fn a_unit_may_be_said_once() {
    check(&[
        ("It sold more pumps this year than last.", &["this year = 2025", "last = 2024"]),
        (
            "The fee is twice as high this month as last, he said.",
            &["this month = 2025-08", "last = 2025-07"],
        ),
        ("It is a better year than last.", &[]),
        ("She came second and he came last.", &[]),
    ]);
}

#[test]
fn a_sum_behind_the_year_is_not_its_own() {
    check(&[
        ("Shares fell from a high for the year of $42.", &["the year = 2025"]),
        ("They reached a low for the week of $3 on Monday.", &["the week = 2025-W32", "Monday = 2025-08-04"]),
        ("It was the year of the flood.", &[]),
    ]);
}
