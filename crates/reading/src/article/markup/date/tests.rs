use jiff::civil::date as day;

use super::*;

#[test]
fn days_in_every_dress() {
    for value in [
        "2019-03-07",
        "2019-03-07T14:00:00-04:00",
        "2019-03-07T14:00:00.000Z",
        "2019-03-07 14:00",
        "2019/03/07",
        "20190307",
        "Thu, 7 March 2019 13:32:00 -0400",
        "7 March 2019",
        "7th of March, 2019",
        "07-Mar-2019",
        "March 7, 2019",
        "MARCH 7TH, 2019",
        "Mar. 7, 2019",
        "Thursday, March 7, 2019, 2:47 PM",
        "Thursday 03/07/2019",
        "Thu 07.03.2019",
    ] {
        assert_eq!(parse(value), Some(Written::Day(day(2019, 3, 7))), "{value}");
    }
    assert_eq!(parse("Sept 3, 1999"), Some(Written::Day(day(1999, 9, 3))));
    assert_eq!(parse("10/25/11"), Some(Written::Day(day(2011, 10, 25))));
    assert_eq!(parse("25 / 10 / 2011"), Some(Written::Day(day(2011, 10, 25))));
    assert_eq!(parse("4/4/07"), Some(Written::Day(day(2007, 4, 4))));
}

#[test]
fn what_cannot_be_told_is_not_told() {
    let either = Some(Written::Either(day(2019, 3, 7), day(2019, 7, 3)));
    assert_eq!(parse("03/07/2019"), either);
    assert_eq!(parse("Sunday 03/07/2019"), either, "it was neither a Sunday");
    for value in [
        "",
        "March 7",
        "yesterday",
        "2013",
        "31 April 2013",
        "2013-13-45",
        "99999999",
        "May 2013",
        "m 2, 2013",
    ] {
        assert_eq!(parse(value), None, "{value}");
    }
}

#[test]
fn a_time_zone_tells_how_its_country_writes_days() {
    assert_eq!(parse("03/07/2019 11:10 am EST"), Some(Written::Day(day(2019, 3, 7))));
    assert_eq!(parse("03/07/2019 23:10 CEST"), Some(Written::Day(day(2019, 7, 3))));
    let either = Some(Written::Either(day(2019, 3, 7), day(2019, 7, 3)));
    assert_eq!(parse("03/07/2019 23:10 GMT"), either);
    assert_eq!(parse("Sunday 03/07/2019 11:10 am EST"), either);
}

#[test]
fn a_day_knows_its_pieces() {
    let line = pieces("Posted on Thu, 7 March 2019, 9:00");
    let (_, range) = find(&line).unwrap();
    assert_eq!(range, 4..7);
}

#[test]
fn a_year_of_two_digits_stands_before_the_hour() {
    for value in ["07 Mar 19 13:32 EST", "Thu, 7 Mar 19 13:32:00 GMT"] {
        assert_eq!(parse(value), Some(Written::Day(day(2019, 3, 7))), "{value}");
    }
    assert_eq!(parse("7 Mar 19"), None, "may be a day of a range");
}
