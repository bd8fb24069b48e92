use jiff::civil::date as day;

use super::*;

#[test]
fn days_in_every_dress() {
    for value in [
        "2013-05-02",
        "2013-05-02T14:00:00-04:00",
        "2013-05-02T14:00:00.000Z",
        "2013-05-02 14:00",
        "2013/05/02",
        "20130502",
        "Thu, 2 May 2013 13:32:00 -0400",
        "2 May 2013",
        "2nd of May, 2013",
        "02-May-2013",
        "May 2, 2013",
        "MAY 2ND, 2013",
        "May. 2, 2013",
        "Thursday, May 2, 2013, 1:32 PM",
        "Thursday 05/02/2013",
        "Thu 02.05.2013",
    ] {
        assert_eq!(parse(value), Some(Written::Day(day(2013, 5, 2))), "{value}");
    }
    assert_eq!(parse("Sept 3, 1999"), Some(Written::Day(day(1999, 9, 3))));
    assert_eq!(parse("10/25/11"), Some(Written::Day(day(2011, 10, 25))));
    assert_eq!(parse("25 / 10 / 2011"), Some(Written::Day(day(2011, 10, 25))));
    assert_eq!(parse("4/4/07"), Some(Written::Day(day(2007, 4, 4))));
}

#[test]
fn what_cannot_be_told_is_not_told() {
    let either = Some(Written::Either(day(2013, 5, 2), day(2013, 2, 5)));
    assert_eq!(parse("05/02/2013"), either);
    assert_eq!(parse("Sunday 05/02/2013"), either, "it was neither a Sunday");
    for value in
        ["", "May 2", "yesterday", "2013", "31 April 2013", "2013-13-45", "99999999", "May 2013", "m 2, 2013"]
    {
        assert_eq!(parse(value), None, "{value}");
    }
}

#[test]
fn a_day_knows_its_pieces() {
    let line = pieces("Posted on Thu, 2 May 2013, 9:00");
    let (_, range) = find(&line).unwrap();
    assert_eq!(range, 4..7);
}
