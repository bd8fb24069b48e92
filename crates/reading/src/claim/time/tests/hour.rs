//! Hours with the part of the day, the day and the zone that others around them tell. Everything was published on
//! Wednesday, 13 August 2014.

use super::*;
use crate::truth::Truth;

const PUBLISHED: &str = "2014-08-13";

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, PUBLISHED), *expected, "{text}");
    }
}

#[test]
fn a_part_of_the_day_tells_which_half() {
    check(&[
        (
            "The barn caught fire at half past nine on Monday night.",
            &["half past nine on Monday night = 2014-08-11T21:30"],
        ),
        (
            "Thieves came at a quarter to eight on Friday evening.",
            &["a quarter to eight on Friday evening = 2014-08-08T19:45"],
        ),
        (
            "She was found at five o'clock on Tuesday afternoon.",
            &["five o'clock on Tuesday afternoon = 2014-08-12T17:00"],
        ),
        (
            "He came at quarter past eleven on Saturday morning.",
            &["quarter past eleven on Saturday morning = 2014-08-09T11:15"],
        ),
        ("It rang at 8:15 Tuesday night.", &["8:15 Tuesday night = 2014-08-12T20:15"]),
        ("The bell rang at 7 at night.", &["7 at night = 2014-08-13T19:00"]),
        // The night of a day ends on the next.
        ("It rang at 1:30 on Monday night.", &["1:30 on Monday night = 2014-08-11TNI"]),
    ]);
}

#[test]
fn a_part_of_the_day_shows_what_is_an_hour() {
    check(&[
        ("The fire started at about 11 last night.", &["about 11 last night = 2014-08-12T23:00"]),
        ("He was last seen at 11 on Monday night.", &["11 on Monday night = 2014-08-11T23:00"]),
        ("Tonight at 8 the show starts.", &["Tonight at 8 = 2014-08-13T20:00"]),
        ("The show starts at 8 p.m. tonight.", &["8 p.m. tonight = 2014-08-13T20:00"]),
        ("On Tuesday morning at 8.30 a shell hit.", &["Tuesday morning at 8.30 = 2014-08-12T08:30"]),
        ("Yesterday afternoon at four it was full.", &["Yesterday afternoon at four = 2014-08-12T16:00"]),
        ("Of the 11 last night two were hurt.", &["last night = 2014-08-12TNI"]),
        ("It killed 3 on Monday night.", &["Monday night = 2014-08-11TNI"]),
        ("They met Monday night at 10 banks.", &["Monday night = 2014-08-11TNI"]),
    ]);
}

#[test]
fn minutes_stand_beside_noon_and_midnight() {
    check(&[
        ("The gang struck at ten to midnight.", &["ten to midnight = 2014-08-13T23:50"]),
        ("It rang at a quarter past noon on Monday.", &["a quarter past noon on Monday = 2014-08-11T12:15"]),
        ("It rang at half past midnight on Monday.", &["half past midnight on Monday = 2014-08-11T00:30"]),
    ]);
}

#[test]
fn a_moment_of_the_day_has_its_day() {
    check(&[
        ("Gunmen attacked at dawn on Monday.", &["dawn on Monday = 2014-08-11TMO"]),
        ("Gunmen attacked on Monday at dawn.", &["Monday at dawn = 2014-08-11TMO"]),
        ("The siege ended at sunset on Sunday.", &["sunset on Sunday = 2014-08-10TEV"]),
    ]);
}

#[test]
fn the_first_hour_is_on_the_day_of_the_last() {
    check(&[
        (
            "Power was out from 3 a.m. to noon on Tuesday.",
            &["3 a.m. = 2014-08-12T03:00", "noon on Tuesday = 2014-08-12T12:00"],
        ),
        (
            "The bridge was shut from midnight to noon on Monday.",
            &["midnight = 2014-08-11T00:00", "noon on Monday = 2014-08-11T12:00"],
        ),
        (
            "Polls were open from seven a.m. until 10 p.m. on Sunday.",
            &["seven a.m. = 2014-08-10T07:00", "10 p.m. on Sunday = 2014-08-10T22:00"],
        ),
        (
            "Shells fell at 3 a.m. and 5 a.m. on Tuesday.",
            &["3 a.m. = 2014-08-12T03:00", "5 a.m. on Tuesday = 2014-08-12T05:00"],
        ),
        (
            "The curfew runs from 6 p.m. to midnight on Friday.",
            &["6 p.m. = 2014-08-15T18:00", "midnight on Friday = 2014-08-15T00:00"],
        ),
        (
            "The plane left at 14:20 (11:20 GMT) on Monday.",
            &["14:20 = 2014-08-11T14:20", "11:20 GMT = 2014-08-11T11:20", "Monday = 2014-08-11"],
        ),
    ]);
}

#[test]
fn zones_are_counted_and_named() {
    for (text, zone) in [
        ("The plane left at 9 a.m. UTC+2 on Friday.", Some(120)),
        ("The plane left at 9 a.m. (UTC+05:30) on Friday.", Some(330)),
        ("The plane left at 9:00 GMT-5 on Friday.", Some(-300)),
        ("The plane left at 9 a.m. UTC on Friday.", Some(0)),
        ("The plane left at 9 a.m. Eastern time on Friday.", None),
        ("The plane left at 9 a.m. Moscow time on Friday.", None),
    ] {
        let when = when(text, PUBLISHED);
        assert_eq!((when.zone, when.weekday), (zone, Some(Weekday::Friday)), "{text}");
    }
}

#[test]
fn overnight_on_a_day_is_the_night_that_ends_it() {
    check(&[
        ("Three people died overnight on Monday.", &["overnight on Monday = 2014-08-11TNI"]),
        ("Three people died overnight Sunday.", &["overnight Sunday = 2014-08-10TNI"]),
        ("Three people died on Monday overnight.", &["Monday overnight = 2014-08-11TNI"]),
    ]);
    let overnight = when("Three people died overnight on Monday.", PUBLISHED);
    for early in ["at 2 a.m. on Tuesday", "in the early hours of Tuesday", "at 2 a.m. on Monday"] {
        let early = when(&format!("Three people died {early}."), PUBLISHED);
        assert_eq!(overnight.same(&early).truth, Truth::Unknown, "{early:?}");
    }
}
