//! Which Friday, May or year is meant; what has borders or none; and names that are made of words of time.

use super::*;

const PUBLISHED: &str = "2025-08-05";

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, PUBLISHED), *expected, "{text}");
    }
}

#[test]
fn the_last_of_a_month_is_not_last_month() {
    for (published, text, expected) in [
        ("2025-08-05", "They met last July.", "last July = 2024-07"),
        ("2025-08-05", "They met last June.", "last June = 2025-06"),
        ("2025-03-01", "They met last February.", "last February = 2024-02"),
        ("2025-01-10", "They met last December.", "last December = 2023-12"),
        ("2025-01-10", "They met last November.", "last November = 2024-11"),
    ] {
        assert_eq!(read(text, published), [expected], "{text}");
    }
}

#[test]
fn a_date_without_a_verb_is_rather_past() {
    check(&[
        ("They spoke of the Feb. 20 vote.", &["Feb. 20 = 2025-02-20"]),
        ("They spoke of the Jan. 10 blast.", &["Jan. 10 = 2025-01-10"]),
        ("They spoke of the Dec. 20 vote.", &["Dec. 20 = 2024-12-20"]),
        ("They spoke of the Sept. 9 vote.", &["Sept. 9 = 2025-09-09"]),
    ]);
}

#[test]
fn a_plan_behind_the_day_looks_ahead() {
    check(&[
        ("On Thursday, the union plans to strike.", &["Thursday = 2025-08-07"]),
        ("On Friday, the board expects to decide.", &["Friday = 2025-08-08"]),
        ("On Wednesday the court is to rule.", &["Wednesday = 2025-08-06"]),
        ("On Thursday, the union struck.", &["Thursday = 2025-07-31"]),
    ]);
}

#[test]
fn habits_share_an_evening() {
    check(&[
        (
            "The club opens on Friday and Saturday nights.",
            &["Friday = XXXX-WXX-5TNI", "Saturday nights = XXXX-WXX-6TNI"],
        ),
        (
            "Flights leave on Monday or Tuesday mornings.",
            &["Monday = XXXX-WXX-1TMO", "Tuesday mornings = XXXX-WXX-2TMO"],
        ),
        (
            "It plays from Thursday to Sunday evenings.",
            &["Thursday = XXXX-WXX-4TEV", "Sunday evenings = XXXX-WXX-7TEV"],
        ),
        ("They met on Friday and Saturday.", &["Friday = 2025-08-01", "Saturday = 2025-08-02"]),
    ]);
}

#[test]
fn times_beside_the_texts_last() {
    check(&[
        ("It had 20 boats in 2019, up from 12 the year before.", &["2019 = 2019", "the year before = 2018"]),
        (
            "It sank on July 3. The day after, rain set in.",
            &["July 3 = 2025-07-03", "The day after = 2025-07-04"],
        ),
        ("It sank in May. It was sold the month before.", &["May = 2025-05", "the month before = 2025-04"]),
        ("It sank the year before he died.", &[]),
    ]);
}

#[test]
fn the_future_has_no_borders() {
    check(&[
        ("It hurts more these days.", &["these days = PRESENT_REF"]),
        ("The list will follow at a later date.", &["a later date = FUTURE_REF"]),
        ("The bridge will be shut at a later stage.", &["a later stage = FUTURE_REF"]),
        ("The bridge may one day be sold.", &["one day = FUTURE_REF"]),
        ("She will one day win the cup.", &["one day = FUTURE_REF"]),
        ("The march lasted one day.", &["one day = P1D"]),
        ("Nobody asked about the future of the harbour.", &[]),
        ("Nobody spoke of the future of rail.", &[]),
    ]);
}

#[test]
fn seasons_have_edges() {
    check(&[
        ("Prices fell from those of the early summer.", &["the early summer = 2025-SU"]),
        ("They met in the late spring.", &["the late spring = 2025-SP"]),
        ("They met in the early winter of 1998.", &["the early winter of 1998 = 1998-WI"]),
    ]);
}

#[test]
fn a_name_made_of_words_of_time_is_none() {
    check(&[
        ("The minister told the programme 'Good Week' that he was tired.", &[]),
        ("The report on 90 Minutes, she said, was true enough.", &[]),
        ("The editor of Harbour Today said the paper was sold.", &[]),
        ("The film High Noon was shown in the old hall.", &[]),
        ("This was Harbour Today.", &[]),
    ]);
    check(&[
        ("\"Today we mourn,\" the mayor said.", &["Today = 2025-08-05"]),
        ("Ferry Sank Last Week Off Norway", &["Last Week = 2025-W31"]),
        ("They met on Thanksgiving Day in the old hall.", &["Thanksgiving Day = 2024-11-28"]),
        ("It was sold by Brandt Co. Now it is shut.", &["Now = PRESENT_REF"]),
    ]);
}

#[test]
fn what_is_on_no_calendar_is_unknown() {
    check(&[
        ("It began on 2025-13-01.", &[]),
        ("It began on 2025-02-30.", &["2025-02-30 = 2025-02-XX"]),
        ("It ran on April 30-31.", &["April 30-31 = XXXX-04-XX"]),
        ("It began on Sunday at 25:99.", &["Sunday = 2025-08-03"]),
        ("It began at 13:75 GMT on Sunday.", &["Sunday = 2025-08-03"]),
        ("It began at 9:75 a.m.", &[]),
    ]);
    for text in ["It began on 2025-02-30.", "It ran on April 30-31.", "It began on February 30."] {
        let when = when(text, PUBLISHED);
        assert_eq!((when.days, when.month, when.day), (None, None, None), "{text}");
        assert_eq!(when.to_string(), "an unknown time");
    }
}

#[test]
fn hours_are_told_as_they_were_said() {
    for (text, expected) in [
        ("They met at 9 a.m. on Sunday.", "2025-08-03 9:00"),
        ("They met at noon on Sunday.", "2025-08-03 12:00"),
        ("They met at midnight on Sunday.", "2025-08-03 0:00"),
        ("They met at 9:10 a.m. on Sunday.", "2025-08-03 9:10"),
        ("They met about 3 p.m. on Sunday.", "2025-08-03 about 15:00"),
        ("They met about 3:10 p.m. on Sunday.", "2025-08-03 about 15:10"),
        ("They met 9-11 p.m. on Sunday.", "2025-08-03 21:00-23:00"),
    ] {
        assert_eq!(when(text, PUBLISHED).to_string(), expected, "{text}");
    }
}
