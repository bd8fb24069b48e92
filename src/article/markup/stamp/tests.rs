use jiff::civil::{Date, date as day};

use super::*;

fn read(line: &str, top: bool) -> Option<Stamp> {
    stamp(line, top, Cues::builtin())
}

fn best(line: &str) -> Option<Date> {
    let mut stamps = Stamps::default();
    stamps.add(&read(line, true)?, &(0..1));
    stamps.best()?.0.day()
}

#[test]
fn lines_that_say_when() {
    let may = Some(day(2013, 5, 2));
    for line in [
        "PUBLISHED: THURSDAY, MAY 2, 2013, 1:32 PM",
        "First Published: May 2, 2013 4:59 PM EDT",
        "Posted on Thu May 2, 2013 08: 45 AM PDT",
        "May 2, 2013 | 8: 20 am",
        "May 2nd, 2013 2: 00pm EDT",
        "12: 52 p. m. EDT May 2, 2013",
        "2 May 2013, 14:08",
        "2 May 2013 Last updated at 14:39 GMT",
        "11:39am UK, Thursday 02 May 2013",
        "PUBLISHED: 22:07 GMT, 2 May 2013",
        "Article posted on Thursday, 02.05.2013",
        "on May 2, 2013 11:41am | Updated on May 5, 2013 11:41am",
        "Posted: 2 May 2013 Updated: 3 May 2013",
        "Updated: May 3, 2013 / First posted: May 2, 2013",
        "By Jane Doe | May 2, 2013",
        "By JANE DOE and John Roe, Staff Writers, May 2, 2013",
        "Jane Doe | Evening Post | May 2, 2013 | 3:00 PM",
        "Last updated 13:26 02/05/2013, Thursday",
    ] {
        assert_eq!(best(line), may, "{line}");
    }
}

#[test]
fn lines_that_say_when_but_not_the_day() {
    for line in ["Updated 5:40 p. m. ET", "Jul. 7 5:59 PM EDT", "Updated 9:06 AM"] {
        assert_eq!(read(line, true), Some(Stamp::default()), "{line}");
    }
    let stamp = read("Posted: 05/02/07, 9:00 PM PDT", true).unwrap();
    assert_eq!(stamp.published, Some(Written::Either(day(2007, 5, 2), day(2007, 2, 5))));
}

#[test]
fn reporting_is_no_date_line() {
    for line in [
        "The video was posted on May 2, 2013.",
        "Published reports in May 2013 said 12 died",
        "On May 2, 2013, police arrested Doe.",
        "Police: 12 dead",
        "May 2",
        "2013",
        "Doe leads at 3",
    ] {
        assert_eq!(read(line, true), None, "{line}");
    }
    assert_eq!(read("June 24, 2005", false), None, "a heading further down");
}
