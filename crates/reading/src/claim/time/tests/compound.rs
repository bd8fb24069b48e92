//! Expressions of several parts: counted from a named day, within a month, ranges, lists, hours in all spellings.
//! Everything was published on Tuesday, 5 August 2025.

use super::*;
use crate::truth::Truth;

const PUBLISHED: &str = "2025-08-05";

/// Every text has these times, in this order.
fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, PUBLISHED), *expected, "{text}");
    }
}

/// The first and last day of the first time of a text.
fn days(text: &str) -> Option<(String, String)> {
    let days = times(&article(text, PUBLISHED)).first()?.when.days?;
    Some((days.0.to_string(), days.1.to_string()))
}

#[test]
fn counted_from_a_named_day() {
    check(&[
        ("The ferry sank the day before yesterday.", &["the day before yesterday = 2025-08-03"]),
        ("The pier opens the day after tomorrow.", &["the day after tomorrow = 2025-08-07"]),
        ("He fled the day before last Friday.", &["the day before last Friday = 2025-07-31"]),
        ("They met the day after Christmas.", &["the day after Christmas = 2024-12-26"]),
        ("The pier opens a week from Thursday.", &["a week from Thursday = 2025-08-14"]),
        ("The appeal will be heard a week on Monday.", &["a week on Monday = 2025-08-18"]),
        ("The pier opens two weeks from tomorrow.", &["two weeks from tomorrow = 2025-08-20"]),
        ("The match is on Saturday week.", &["Saturday week = 2025-08-16"]),
        ("The ferry sank a week ago Sunday.", &["a week ago Sunday = 2025-07-27"]),
        ("The ferry sank three weeks ago on Friday.", &["three weeks ago on Friday = 2025-07-11"]),
        ("The ferry sank a year ago today.", &["a year ago today = 2024-08-05"]),
        ("The ferry sank a fortnight ago.", &["a fortnight ago = 2025-07-22"]),
    ]);
}

#[test]
fn days_of_a_week_that_is_told() {
    check(&[
        ("He was held on Thursday of last week.", &["Thursday of last week = 2025-07-31"]),
        ("He was held on Thursday last week.", &["Thursday last week = 2025-07-31"]),
        ("He will speak on Wednesday of next week.", &["Wednesday of next week = 2025-08-13"]),
        ("He was held last week on Friday.", &["last week on Friday = 2025-08-01"]),
        ("He was held on Monday two weeks ago.", &["Monday two weeks ago = 2025-07-21"]),
        ("He was held on Saturday night last week.", &["Saturday night last week = 2025-08-02TNI"]),
    ]);
}

#[test]
fn the_one_before_the_last() {
    check(&[
        ("The ferry sank two Mondays ago.", &["two Mondays ago = 2025-07-28"]),
        ("The ferry sank three Fridays ago.", &["three Fridays ago = 2025-07-18"]),
        ("The ferry sank two summers ago.", &["two summers ago = 2023-SU"]),
        ("The ferry sank the week before last.", &["the week before last = 2025-W30"]),
        ("The ferry sank the weekend before last.", &["the weekend before last = 2025-W30-WE"]),
        ("The ferry sank the year before last.", &["the year before last = 2023"]),
        ("The ferry sank the Sunday before last.", &["the Sunday before last = 2025-07-27"]),
        ("The ferry sank the night before last.", &["the night before last = 2025-08-03TNI"]),
        ("It will be voted on the month after next.", &["the month after next = 2025-10"]),
    ]);
}

#[test]
fn within_a_month() {
    check(&[
        ("They met on the first Sunday of June.", &["the first Sunday of June = 2025-06-01"]),
        ("They met on the last Friday in May 2013.", &["the last Friday in May 2013 = 2013-05-31"]),
        (
            "They will meet on the second Tuesday of next month.",
            &["the second Tuesday of next month = 2025-09-09"],
        ),
        ("It was cold in the first week of March 2012.", &["the first week of March 2012 = 2012-W09"]),
        ("It was cold in the last week of May.", &["the last week of May = 2025-W22"]),
        ("It was cold on the last weekend of April.", &["the last weekend of April = 2025-W17-WE"]),
        ("They met in the week of March 3.", &["the week of March 3 = 2025-W10"]),
        ("It rained in the first two weeks of May.", &["the first two weeks of May = 2025-05"]),
    ]);
    assert_eq!(
        days("It was cold in the first week of March 2012."),
        Some(("2012-02-27".to_owned(), "2012-03-07".to_owned()))
    );
}

#[test]
fn halves_behind_the_unit_and_in_decimals() {
    check(&[
        ("The ferry sank a year and a half ago.", &["a year and a half ago = 2024-02"]),
        ("They waited for an hour and a half.", &["an hour and a half = PT1H30M"]),
        ("The ferry sank 2.5 years ago.", &["2.5 years ago = 2023-02"]),
        ("The ferry sank 3.7 years ago.", &["3.7 years ago = PAST_REF"]),
        ("They waited for two to three weeks.", &["two to three weeks = PXW"]),
    ]);
}

#[test]
fn a_piece_is_not_the_whole() {
    check(&[
        ("They met on the third Monday after the flood.", &["Monday = XXXX-XX-XX"]),
        ("They met on two Fridays in May.", &["Fridays = XXXX-WXX-5", "May = 2025-05"]),
        ("He resigned the May before the vote.", &["May = XXXX-XX"]),
        ("She was born on Feb. 30, 1990.", &["Feb. 30, 1990 = 1990-02-XX"]),
        ("She was born on April 31.", &["April 31 = XXXX-04-XX"]),
        ("She was born on Feb. 29, 2023.", &["Feb. 29, 2023 = 2023-02-XX"]),
    ]);
    assert_eq!(days("She was born on Feb. 29, 2023."), None);
}

#[test]
fn ranges_denote_all_between() {
    check(&[
        ("The strike ran from Friday to Sunday.", &["Friday = 2025-08-01", "Sunday = 2025-08-03"]),
        ("The strike ran from Saturday through Tuesday.", &["Saturday = 2025-08-02", "Tuesday = 2025-08-05"]),
        ("He was held between July 2 and July 9.", &["July 2 = 2025-07-02", "July 9 = 2025-07-09"]),
        ("He was held on July 2-9.", &["July 2-9 = 2025-07-02/2025-07-09"]),
        (
            "The office was shut from May 2 to May 9, 2016.",
            &["May 2 = 2016-05-02", "May 9, 2016 = 2016-05-09"],
        ),
        ("It was shut from Dec. 28 to Jan. 3, 2014.", &["Dec. 28 = 2013-12-28", "Jan. 3, 2014 = 2014-01-03"]),
        ("The office was shut from November to February.", &["November = 2024-11", "February = 2025-02"]),
    ]);
    for (text, first, last) in [
        ("The strike ran from Friday to Sunday.", "2025-08-01", "2025-08-03"),
        ("He was held between July 2 and July 9.", "2025-07-02", "2025-07-09"),
        ("He was held on July 2-9.", "2025-07-02", "2025-07-09"),
        ("The office was shut from November to February.", "2024-11-01", "2025-02-28"),
        ("The fair was held on Friday and Saturday.", "2025-08-01", "2025-08-02"),
    ] {
        assert_eq!(days(text), Some((first.to_owned(), last.to_owned())), "{text}");
    }
}

#[test]
fn lists_share_what_the_last_member_says() {
    check(&[
        ("They met on 8, 9 and 10 June.", &["8 = 2025-06-08", "9 = 2025-06-09", "10 June = 2025-06-10"]),
        ("They met between 8 and 10 June 2019.", &["8 = 2019-06-08", "10 June 2019 = 2019-06-10"]),
        ("They met on the 8th and 9th of June.", &["8th = 2025-06-08", "9th of June = 2025-06-09"]),
        (
            "It was shut from 8 to 10 p.m. on Sunday.",
            &["8 = 2025-08-03T20:00", "10 p.m. on Sunday = 2025-08-03T22:00"],
        ),
        (
            "It was shut between 11:30 and 2 p.m. on Sunday.",
            &["11:30 = 2025-08-03T11:30", "2 p.m. on Sunday = 2025-08-03T14:00"],
        ),
        ("It was shut 8-10 p.m. on Sunday.", &["8-10 p.m. on Sunday = 2025-08-03T20:00/T22:00"]),
    ]);
    assert_eq!(when("He was held from 8-10 p.m. on Sunday.", PUBLISHED).minutes, Some((1200, 1320)));
}

#[test]
fn hours_as_the_world_writes_them() {
    check(&[
        ("The fire began at 7.15pm on Sunday.", &["7.15pm on Sunday = 2025-08-03T19:15"]),
        ("The fire began at 21.40 on Sunday.", &["21.40 on Sunday = 2025-08-03T21:40"]),
        ("The fire began at 18.05 GMT.", &["18.05 GMT = 2025-08-05T18:05"]),
        ("Shares closed at 21.40 in London.", &[]),
        ("The stamp is 2025-08-01T09:30:00Z.", &["2025-08-01T09:30:00Z = 2025-08-01T09:30"]),
        ("The stamp is 2025-08-01T09:30+02:00.", &["2025-08-01T09:30+02:00 = 2025-08-01T09:30"]),
        ("He rang at 4 in the morning.", &["4 in the morning = 2025-08-05T04:00"]),
        ("The ferry sank in the early hours of Sunday.", &["the early hours of Sunday = 2025-08-03TMO"]),
        ("The ferry sank on the evening of July 4.", &["the evening of July 4 = 2025-07-04TEV"]),
        ("The ferry sank in mid-afternoon yesterday.", &["mid-afternoon yesterday = 2025-08-04TAF"]),
    ]);
}

#[test]
fn quarters_in_all_spellings() {
    check(&[
        ("Profit rose in Q3 2014.", &["Q3 2014 = 2014-Q3"]),
        ("Profit rose in 2Q.", &["2Q = 2025-Q2"]),
        ("Profit rose in H1 2014.", &["H1 2014 = 2014-H1"]),
        ("Profit rose in the April-June quarter.", &["April-June = 2025-Q2"]),
        ("It lost money in the second quarter of $2 million.", &["the second quarter = 2025-Q2"]),
    ]);
}

#[test]
fn what_is_put_off_is_to_come() {
    check(&[
        ("The talks were put off until Friday.", &["Friday = 2025-08-08"]),
        ("The judge postponed the hearing until Monday.", &["Monday = 2025-08-11"]),
        ("The union called a strike for Sunday.", &["Sunday = 2025-08-10"]),
        ("Protesters planned a large rally in Lyon on Saturday.", &["Saturday = 2025-08-09"]),
        ("The board has given the firm until Friday to answer.", &["Friday = 2025-08-08"]),
        ("The road was closed until Sunday.", &["Sunday = 2025-08-03"]),
        ("The bid had been due to end on Friday.", &["Friday = 2025-08-01"]),
        ("The rules to be published in September will help.", &["September = 2025-09"]),
    ]);
}

#[test]
fn habits_are_no_days() {
    check(&[
        ("He preaches on Sundays.", &["Sundays = XXXX-WXX-7"]),
        ("The club opens on Friday nights.", &["Friday nights = XXXX-WXX-5TNI"]),
        ("She joined the annual March for Peace.", &[]),
        ("Three-quarters of the boats sank.", &[]),
    ]);
}

#[test]
fn zones_are_moved_to_one_clock() {
    let at = |text: &str| when(text, PUBLISHED);
    let paris = at("The ferry sank at 12:30 a.m. CEST on Tuesday.");
    assert_eq!(paris.same(&at("The ferry sank at 10:30 p.m. UTC on Monday.")).truth, Truth::True);
    assert_eq!(paris.same(&at("The ferry sank at 12:30 a.m. EDT on Tuesday.")).truth, Truth::False);
    assert_eq!(paris.before(&at("The ferry sank at 12:30 a.m. EDT on Tuesday.")).truth, Truth::True);
}
