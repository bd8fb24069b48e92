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
fn what_is_meant_to_be_done_is_to_come() {
    check(&[
        ("The firm announced a plan to close the mine in October.", &["October = 2025-10"]),
        ("Owners signed an agreement to sell the ferry by Dec. 10.", &["Dec. 10 = 2025-12-10"]),
        ("The mayor defended his decision to shut both pools in September.", &["September = 2025-09"]),
        ("Union leaders repeated their threats to strike on Friday.", &["Friday = 2025-08-08"]),
        ("The pump, which has had a new tank, is going to be sold in October.", &["October = 2025-10"]),
        ("They are going to vote on Friday.", &["Friday = 2025-08-08"]),
        // The approval has the day, and no plan is made by what somebody failed to do.
        ("The council approved a plan to close the mine Friday.", &["Friday = 2025-08-01"]),
        ("The mayor denied his failure to close the mine in October.", &["October = 2024-10"]),
    ]);
}

#[test]
fn the_present_of_a_timetable_looks_ahead() {
    check(&[
        ("The trial opens Monday.", &["Monday = 2025-08-11"]),
        ("The ferry strike resumes on Friday.", &["Friday = 2025-08-08"]),
        ("He and the premier meet again Thursday in Oslo.", &["Thursday = 2025-08-07"]),
        ("Not everybody celebrates Easter.", &["Easter = 2025-04-20"]),
        ("The report says Friday was the worst day.", &["Friday = 2025-08-01"]),
        ("He denies killing her Friday.", &["Friday = 2025-08-01"]),
        ("The storm shook two counties Thursday.", &["Thursday = 2025-07-31"]),
    ]);
}

#[test]
fn what_is_awaited_is_to_come() {
    check(&[
        ("They were ready to sail as soon as the port opened Friday.", &["Friday = 2025-08-08"]),
        ("She promised to vote as soon as the hall opened on Monday.", &["Monday = 2025-08-11"]),
        ("They sailed as soon as the port opened Friday.", &["Friday = 2025-08-01"]),
        ("The march began as previously planned on Sunday.", &["Sunday = 2025-08-03"]),
    ]);
}

#[test]
fn a_habit_is_on_no_day() {
    check(&[
        ("Sales usually peak in December.", &["December = XXXX-12"]),
        ("The council typically meets on Friday.", &["Friday = XXXX-WXX-5"]),
        (
            "Profits are normally made in the first and third quarters.",
            &["first = XXXX-Q1", "third quarters = XXXX-Q3"],
        ),
        ("The usually quiet town votes in December.", &["December = 2025-12"]),
        ("Sales peaked in December.", &["December = 2024-12"]),
    ]);
}

#[test]
fn weeks_ago_are_counted_roughly() {
    check(&[
        ("It sank five weeks ago.", &["five weeks ago = 2025-W27"]),
        ("It sank about three weeks ago.", &["about three weeks ago = 2025-W29"]),
        ("It sank two weeks ago.", &["two weeks ago = 2025-07-22"]),
    ]);
    let when = when("It sank five weeks ago.", PUBLISHED).to_string();
    assert_eq!(when, "2025-06-28 to 2025-07-06");
}

#[test]
fn a_year_end_behind_is_not_the_coming_one() {
    for (published, text, expected) in [
        ("2025-10-30", "Shares lost 4 percent since year-end.", "year-end = 2024-12-31"),
        ("2025-11-05", "Ferries sailed without a licence since Jan. 2.", "Jan. 2 = 2025-01-02"),
        ("2025-11-05", "Miners struck on Dec. 20.", "Dec. 20 = 2024-12-20"),
        ("2025-11-05", "The firm will hire until year-end.", "year-end = 2025-12-31"),
    ] {
        assert_eq!(read(text, published), [expected], "{text}");
    }
}

#[test]
fn feasts_have_weeks_and_weekends() {
    check(&[
        ("Pilgrims filled the old town in Easter week.", &["Easter week = 2025-W16"]),
        ("The pier burned on Labor Day weekend in 2019.", &["Labor Day weekend in 2019 = 2019-W35-WE"]),
        ("The pier burned on Christmas Eve in 2019.", &["Christmas Eve in 2019 = 2019-12-24"]),
        ("Trains were full over Thanksgiving weekend.", &["Thanksgiving weekend = 2024-W48-WE"]),
        ("She married in Easter week.", &["Easter week = 2025-W16"]),
        ("He flew home the day after Boxing Day.", &["the day after Boxing Day = 2024-12-27"]),
        ("Shops were closed on Easter.", &["Easter = 2025-04-20"]),
    ]);
}

#[test]
fn soon_after_something_past_is_no_time_to_come() {
    check(&[
        ("The stall soon became a shop.", &[]),
        ("She was soon sent home.", &[]),
        ("The brothers soon left the farm.", &[]),
        ("The court will soon rule.", &["soon = FUTURE_REF"]),
        ("They hope to sail again soon.", &["soon = FUTURE_REF"]),
    ]);
}

#[test]
fn some_time_after_another_is_a_length() {
    check(&[
        ("A few days later the dam broke.", &["A few days later = PXD"]),
        ("She sold it several months later.", &["several months later = PXM"]),
        ("Some years earlier he had left the church.", &["Some years earlier = PXY"]),
        ("She left the church some years ago.", &["some years ago = PAST_REF"]),
        ("Two days later the dam broke.", &["Two days later = 2025-08-07"]),
    ]);
}

#[test]
fn what_fills_a_bare_plural_makes_it_a_length() {
    check(&[
        ("The truce follows months of shelling.", &["months = PXM"]),
        ("Days of heavy rain filled the lake.", &["Days = PXD"]),
        ("It took weeks of patient digging.", &["weeks = PXW"]),
        ("They spoke of the good old days of steam.", &[]),
        ("No other months of the year are drier.", &["the year = 2025"]),
    ]);
    check(&[
        ("It was the third strike in as many years.", &[]),
        ("The mill burned twice in as many weeks.", &[]),
        ("They lost for the fourth time in as many days.", &[]),
        ("They lost many days.", &["many days = PXD"]),
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
        ("Storms were rarer in past years.", &["past years = PAST_REF"]),
        ("They will plant oaks in future decades.", &["future decades = FUTURE_REF"]),
        ("It rained often in recent weeks and months.", &["recent weeks and months = PAST_REF"]),
        ("Fares may rise in coming months or years.", &["coming months or years = FUTURE_REF"]),
        ("It rained often in recent weeks.", &["recent weeks = PXW"]),
        ("They sold it at the then current price.", &["then current = PAST_REF"]),
        ("They obeyed the then-current rules.", &["then-current = PAST_REF"]),
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
        ("They met 9-11 p.m. on Sunday.", "2025-08-03 between 21:00 and 23:00"),
        ("They met in March 1961.", "1961-03"),
        ("They met in 1961.", "1961"),
    ] {
        assert_eq!(when(text, PUBLISHED).to_string(), expected, "{text}");
    }
}
