//! Lengths of time: of two parts, with hedges, before and after something; and what only looks like one.

use super::*;
use crate::claim::quantity::{Bound, Unit};

const PUBLISHED: &str = "2025-08-05";

/// The lengths of a text, with how far the words commit themselves.
fn lengths(text: &str) -> Vec<(f64, String, Bound)> {
    let told = |time: TimeMention| {
        let length = time.length?;
        let Unit::Measure(unit) = length.unit else { return None };
        Some((length.amount, unit.to_string(), length.bound))
    };
    times(&article(text, PUBLISHED)).into_iter().filter_map(told).collect()
}

#[test]
fn two_parts_are_one_length() {
    for (text, expected) in [
        ("The climb took two hours and 40 minutes.", "two hours and 40 minutes = PT2H40M"),
        ("The dispute lasted a year and three months.", "a year and three months = P1Y3M"),
        ("They were at sea for three days, six hours.", "three days, six hours = P3DT6H"),
        ("They were at sea for a week and two days.", "a week and two days = P1W2D"),
        ("She won in one hour 12 minutes.", "one hour 12 minutes = PT1H12M"),
    ] {
        assert_eq!(read(text, PUBLISHED), [expected], "{text}");
    }
    for (text, amount, unit) in [
        ("The climb took two hours and 40 minutes.", 160.0, "minute"),
        ("The dispute lasted a year and three months.", 15.0, "month"),
        ("They were at sea for three days and six hours.", 78.0, "hour"),
        ("She waited a day and 10 minutes.", 1450.0, "minute"),
    ] {
        assert_eq!(lengths(text), [(amount, unit.to_owned(), Bound::Exactly)], "{text}");
    }
}

#[test]
fn two_parts_are_counted_back() {
    for (text, expected) in [
        ("It opened a year and three months ago.", "a year and three months ago = 2024-05"),
        ("It opened two years and 11 months ago.", "two years and 11 months ago = 2022-09"),
        ("It opened a week and two days ago.", "a week and two days ago = 2025-07-27"),
    ] {
        assert_eq!(read(text, PUBLISHED), [expected], "{text}");
    }
    assert_eq!(read("The boy was a year and three months old.", PUBLISHED), Vec::<String>::new());
}

#[test]
fn other_neighbours_are_two_lengths() {
    assert_eq!(
        read("They waited two years and three years.", PUBLISHED),
        ["two years = P2Y", "three years = P3Y"]
    );
    assert_eq!(
        read("They waited two hours, 10 minutes later they left.", PUBLISHED),
        ["two hours = PT2H", "10 minutes later = PT10M"]
    );
    assert_eq!(
        read("They paid for 40 minutes and two hours.", PUBLISHED),
        ["40 minutes = PT40M", "two hours = PT2H"]
    );
}

#[test]
fn hedges_bound_a_length() {
    for (text, expected) in [
        ("They waited nearly three hours.", Bound::Nearly),
        ("They waited for just under three hours.", Bound::Nearly),
        ("They waited about three hours.", Bound::About),
        ("They waited some three hours.", Bound::About),
        ("They waited three hours or so.", Bound::About),
        ("They waited at least three hours.", Bound::AtLeast),
        ("They waited more than three hours.", Bound::MoreThan),
        ("They waited well over three hours.", Bound::MoreThan),
        ("They waited up to three hours.", Bound::AtMost),
        ("They waited less than three hours.", Bound::AtMost),
        ("They waited three hours.", Bound::Exactly),
        ("They waited such as three hours.", Bound::Exactly),
    ] {
        assert_eq!(lengths(text), [(3.0, "hour".to_owned(), expected)], "{text}");
    }
}

#[test]
fn lengths_are_told_in_one_unit() {
    for (text, amount, unit) in [
        ("They waited a decade.", 10.0, "year"),
        ("They waited a fortnight.", 2.0, "week"),
        ("They waited two and a half hours.", 2.5, "hour"),
    ] {
        assert_eq!(lengths(text), [(amount, unit.to_owned(), Bound::Exactly)], "{text}");
    }
    assert_eq!(lengths("They waited for years."), []);
}

#[test]
fn a_rate_is_no_length() {
    for text in ["They work 40 hours a week.", "It is open 24 hours a day.", "It needs 20 minutes per hour."]
    {
        assert_eq!(lengths(text), [], "{text}");
    }
}

#[test]
fn an_adverb_behind_an_amount_is_a_rate() {
    for text in [
        "Sales are to rise 3 percent annually.",
        "The plant makes 10,000 pumps annually.",
        "It costs the town $2 million annually.",
    ] {
        assert_eq!(read(text, PUBLISHED), Vec::<String>::new(), "{text}");
    }
    assert_eq!(read("The club meets monthly.", PUBLISHED), ["monthly = P1M"]);
}

#[test]
fn nobody_says_how_long() {
    for (text, expected) in [
        ("They may stay for some time.", "some time = PXM"),
        ("They did without it for a while.", "a while = PXX"),
        ("They have known it for a long time.", "a long time = PXX"),
        ("She stayed there for a rather long period.", "a rather long period = PXX"),
        ("It was built within a relatively short time.", "a relatively short time = PXX"),
        ("The pier has been mended often over the years.", "the years = PXY"),
        ("Its walls grew thin through the centuries.", "the centuries = PXC"),
        ("He was seen there in the days before the vote.", "the days = PXD"),
        ("He was seen there in the weeks after the vote.", "the weeks = PXW"),
        ("He fell silent in the years that followed.", "the years = PXY"),
    ] {
        assert_eq!(read(text, PUBLISHED), [expected], "{text}");
    }
}

#[test]
fn quarters_are_lengths_and_shares() {
    for (text, expected) in [
        ("The yard made money after several quarters of losses.", &["several quarters = PXQ"][..]),
        ("The bank has shrunk for six straight quarters of this war.", &[]),
        ("Seven quarters of growth came to an end.", &["Seven quarters = P7Q"]),
        ("Three quarters of voters stayed at home.", &[]),
        ("The flood reached several quarters of the town.", &[]),
    ] {
        assert_eq!(read(text, PUBLISHED), expected, "{text}");
    }
}

#[test]
fn parts_of_a_day_later_are_lengths_on_the_same_day() {
    for (text, expected) in [
        ("The roof fell on July 3, and an hour later the walls.", "an hour later = PT1H"),
        ("It was shut on July 3 and opened ten minutes later.", "ten minutes later = PT10M"),
        (
            "The tram stopped on July 3 and, a minute and a half later, burned.",
            "a minute and a half later = PT1M30S",
        ),
    ] {
        let article = article(text, PUBLISHED);
        let found = times(&article);
        let last = found.last().expect("a time");
        assert_eq!(format!("{} = {}", article.phrase(last.tokens), last.value), expected, "{text}");
        assert_eq!(last.when.days, found[0].when.days, "{text}");
    }
}

#[test]
fn lengths_in_compounds() {
    for (text, expected) in [
        ("It ended a decades-long dispute.", "decades-long = PXE"),
        ("It ended a months-long dispute.", "months-long = PXM"),
        ("It ended a years-old dispute.", "years-old = PXY"),
        ("It ended a week-long dispute.", "week-long = P1W"),
    ] {
        assert_eq!(read(text, PUBLISHED), [expected], "{text}");
    }
}

#[test]
fn days_of_work_are_days() {
    for (text, expected) in [
        ("The office was shut for eight trading days.", "eight trading days = P8D"),
        ("The answer will take five business days.", "five business days = P5D"),
        ("The office was shut for three working days.", "three working days = P3D"),
    ] {
        assert_eq!(read(text, PUBLISHED), [expected], "{text}");
    }
}
