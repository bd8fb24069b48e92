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
    let march = Some(day(2019, 3, 7));
    for line in [
        "PUBLISHED: THURSDAY, MARCH 7, 2019, 2:47 PM",
        "First Published: March 7, 2019 3:41 PM EDT",
        "Posted on Thu March 7, 2019 09: 55 AM PDT",
        "March 7, 2019 | 7: 40 am",
        "March 7th, 2019 3: 30pm EDT",
        "11: 38 p. m. EDT March 7, 2019",
        "7 March 2019, 15:26",
        "7 March 2019 Last updated at 16:51 GMT",
        "10:14am UK, Thursday 07 March 2019",
        "PUBLISHED: 20:52 GMT, 7 March 2019",
        "Article posted on Thursday, 07.03.2019",
        "on March 7, 2019 10:26am | Updated on March 10, 2019 10:26am",
        "Posted: 7 March 2019 Updated: 8 March 2019",
        "Updated: March 8, 2019 / First posted: March 7, 2019",
        "By Jane Doe | March 7, 2019",
        "By JANE DOE and John Roe, Staff Writers, March 7, 2019",
        "Jane Doe | Evening Post | March 7, 2019 | 3:00 PM",
        "Last updated 12:17 07/03/2019, Thursday",
    ] {
        assert_eq!(best(line), march, "{line}");
    }
}

#[test]
fn lines_that_say_when_but_not_the_day() {
    for line in ["Updated 6:25 p. m. ET", "Sep. 3 4:21 PM EDT", "Updated 9:06 AM"] {
        assert_eq!(read(line, true), Some(Stamp::default()), "{line}");
    }
    let stamp = read("Posted: 03/11/16, 8:30 PM", true).unwrap();
    assert_eq!(stamp.published, Some(Written::Either(day(2016, 3, 11), day(2016, 11, 3))));
}

#[test]
fn reporting_is_no_date_line() {
    for line in [
        "The video was posted on March 7, 2019.",
        "Published reports in March 2019 said 12 died",
        "On March 7, 2019, police arrested Doe.",
        "Police: 12 dead",
        "March 7",
        "2013",
        "Doe leads at 3",
    ] {
        assert_eq!(read(line, true), None, "{line}");
    }
    assert_eq!(read("June 24, 2005", false), None, "a heading further down");
}
