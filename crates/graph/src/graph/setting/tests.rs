use super::day;
use crate::claim::time::When;
use crate::symbol::Sym;
use jiff::civil::{Weekday, date};

#[test]
fn a_day_is_known_by_its_date_or_its_weekday() {
    let on = |first, last| When {
        days: Some((first, last)),
        weekday: Some(Weekday::Monday),
        minutes: Some((600, 600)),
        ..When::default()
    };
    let monday = date(2025, 8, 11);
    assert_eq!(day(&on(monday, monday)), Some(Sym::from("2025-08-11")));
    assert_eq!(day(&on(monday, date(2025, 8, 18))), Some(Sym::from("Monday")));
    assert_eq!(day(&When { month: Some(8), ..When::default() }), None);
}
