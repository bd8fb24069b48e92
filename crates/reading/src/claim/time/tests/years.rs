//! Years of an era and in a row; days of a month that is not named; times that are counted from a day to come or past.
//! Everything was published on Wednesday, 13 August 2014.

use super::*;

const PUBLISHED: &str = "2014-08-13";

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, PUBLISHED), *expected, "{text}");
    }
}

#[test]
fn years_count_from_an_era() {
    check(&[
        ("The poet was killed in 44 B.C.", &["44 B.C. = BC0044"]),
        ("The temple was built around 500 BC.", &["500 BC = BC0500"]),
        ("The hill erupted in A.D. 79.", &["A.D. 79 = 0079"]),
        ("It began in the third century B.C.", &["the third century B.C. = BC02"]),
        ("In 2003 B.C. wildfires burned the town.", &["2003 = 2003"]),
        ("Kelowna, B.C., burned in 2003.", &["2003 = 2003"]),
    ]);
    let caesar = when("The poet was killed in 44 B.C.", PUBLISHED);
    assert!(!caesar.compatible(&when("The poet was killed in 43 B.C.", PUBLISHED)));
    assert!(!caesar.compatible(&when("The poet was killed in A.D. 44.", PUBLISHED)));
}

#[test]
fn years_in_a_row_are_all_of_them() {
    check(&[
        ("She was mayor from 1999-2004.", &["1999-2004 = 1999/2004"]),
        ("The 1980-88 war killed a million.", &["1980-88 = 1980/1988"]),
        ("The 2013/14 season was poor.", &["2013/14 = 2013/2014"]),
        ("The winter of 2012-13 was cold.", &["The winter of 2012-13 = 2013-WI"]),
        ("The summer of 2012-13 was wet.", &["The summer of 2012-13 = 2012-SU"]),
    ]);
    let years = when("She was mayor from 1999-2004.", PUBLISHED);
    assert!(years.compatible(&when("She was mayor in 2003.", PUBLISHED)));
    assert!(!years.compatible(&when("She was mayor in 2006.", PUBLISHED)));
}

#[test]
fn a_day_has_the_month_at_hand() {
    check(&[
        ("The strike began on the 11th.", &["the 11th = 2014-08-11"]),
        ("The strike began on the 20th.", &["the 20th = 2014-07-20"]),
        ("The court will meet on the 20th.", &["the 20th = 2014-08-20"]),
        ("Talks resume on the 5th.", &["the 5th = 2014-09-05"]),
        ("He left in May 2010. On the 12th he was back.", &["May 2010 = 2010-05", "the 12th = 2010-05-12"]),
        ("It came to light on Friday the 8th.", &["Friday the 8th = 2014-08-08"]),
        ("The rent is due on the 2nd of this month.", &["the 2nd of this month = 2014-08-02"]),
        ("It was signed on the 30th of last month.", &["the 30th of last month = 2014-07-30"]),
        ("The rent is due on the 1st of next month.", &["the 1st of next month = 2014-09-01"]),
        ("He made a bogey on the 18th hole.", &[]),
        ("They live on the 11th floor.", &[]),
        ("It was on the 3rd of his trips.", &[]),
    ]);
    assert_eq!(read("The strike began on the 11th.", ""), ["the 11th = XXXX-XX-11"]);
}

#[test]
fn what_lasts_ends_on_a_day_to_come() {
    check(&[
        ("The road is closed until Friday.", &["Friday = 2014-08-15"]),
        ("The museum remains shut until Friday.", &["Friday = 2014-08-15"]),
        ("The lane has been shut until Monday.", &["Monday = 2014-08-18"]),
        ("The store is open through Sunday.", &["Sunday = 2014-08-17"]),
        ("The road was closed until Friday.", &["Friday = 2014-08-08"]),
        ("The road has been closed since Friday.", &["Friday = 2014-08-08"]),
    ]);
}

#[test]
fn so_long_from_now() {
    check(&[
        ("He resigned half a year ago.", &["half a year ago = 2014-02"]),
        ("Half a decade ago he resigned.", &["Half a decade ago = 2009"]),
        ("The pier will open in two weeks.", &["two weeks = 2014-08-27"]),
        ("He is expected to return in ten days.", &["ten days = 2014-08-23"]),
        ("The pier opens in a week's time.", &["a week's time = 2014-08-20"]),
        ("The ship will sail in two months' time.", &["two months' time = 2014-10"]),
        // Within them, not after them.
        ("It will be the third strike in two weeks.", &["two weeks = P2W"]),
        ("The bridge was built in two years.", &["two years = P2Y"]),
        ("He will resign in a year or two.", &["a year = P1Y"]),
    ]);
}

#[test]
fn days_beside_a_day() {
    check(&[
        ("The dam burst the day after Christmas in 2012.", &["the day after Christmas in 2012 = 2012-12-26"]),
        ("The dam burst a week after Christmas.", &["a week after Christmas = 2014-01-01"]),
        ("The truce broke three days before Aug. 10.", &["three days before Aug. 10 = 2014-08-07"]),
        ("The dam broke three days after the quake.", &["three days = P3D"]),
    ]);
}

#[test]
fn weekends_around_the_day_of_publication() {
    check(&[
        ("They met this past weekend.", &["this past weekend = 2014-W32-WE"]),
        ("They met over the past weekend.", &["the past weekend = 2014-W32-WE"]),
        ("They will meet this coming weekend.", &["this coming weekend = 2014-W33-WE"]),
        ("They met over the past week.", &["the past week = P1W"]),
    ]);
}

#[test]
fn a_weekday_in_a_name_is_no_day() {
    check(&[
        ("The Sunday Times said she resigned.", &[]),
        ("He told the Sunday Times on Monday.", &["Monday = 2014-08-11"]),
        ("He writes for the Mail on Sunday.", &[]),
        ("His brother died on Bloody Sunday.", &[]),
        ("On Sunday Times Square was full.", &["Sunday = 2014-08-10"]),
        ("The Times reported it on Sunday.", &["Sunday = 2014-08-10"]),
    ]);
}

#[test]
fn small_kinds() {
    check(&[
        ("Every other Friday they march.", &["Every other Friday = XXXX-WXX-5"]),
        ("It made a loss for the year to March 31.", &["the year = P1Y", "March 31 = 2014-03-31"]),
        ("The trial opens at 9 a.m. on Friday.", &["9 a.m. on Friday = 2014-08-15T09:00"]),
    ]);
}
