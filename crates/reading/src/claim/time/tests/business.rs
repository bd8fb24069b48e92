//! Quarters and years of business: which one a report speaks of, and which one it compares with.

use super::*;

fn check(published: &str, table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, published), *expected, "{text}");
    }
}

#[test]
fn a_quarter_that_is_reported_on_is_over() {
    check(
        "2026-01-20",
        &[
            ("The firm announced a loss for the fourth quarter.", &["the fourth quarter = 2025-Q4"]),
            ("The firm announced lower sales for the third quarter.", &["the third quarter = 2025-Q3"]),
            ("The firm called sales for the second quarter poor.", &["the second quarter = 2025-Q2"]),
        ],
    );
}

#[test]
fn fiscal_quarters_are_written_in_several_ways() {
    check(
        "2025-10-20",
        &[
            ("It lost money in the fiscal first quarter.", &["the fiscal first quarter = 2025-Q1"]),
            ("It lost money in the fiscal-first quarter.", &["the fiscal-first quarter = 2025-Q1"]),
            ("It lost money in the fiscal-third quarter.", &["the fiscal-third quarter = 2025-Q3"]),
        ],
    );
}

#[test]
fn a_year_ago_stands_behind_the_quarter() {
    check(
        "2025-10-20",
        &[
            (
                "It lost money in the third quarter. For the quarter a year ago it had a profit.",
                &["the third quarter = 2025-Q3", "the quarter a year ago = 2024-Q3"],
            ),
            (
                "Sales rose in the second quarter. In the quarter a year earlier they fell.",
                &["the second quarter = 2025-Q2", "the quarter a year earlier = 2024-Q2"],
            ),
            (
                "Sales rose in the first quarter. In the period a year before they fell.",
                &["the first quarter = 2025-Q1", "the period a year before = 2024-Q1"],
            ),
            (
                "Sales rose in the second quarter. In the same period a year ago they fell.",
                &["the second quarter = 2025-Q2", "the same period a year ago = 2024-Q2"],
            ),
            (
                "Sales rose in the first half. In the comparable period a year earlier they fell.",
                &["the first half = 2025-H1", "the comparable period a year earlier = 2024-H1"],
            ),
            (
                "Sales rose in the third quarter. They fell in the same quarter a year ago.",
                &["the third quarter = 2025-Q3", "the same quarter a year ago = 2024-Q3"],
            ),
        ],
    );
}

#[test]
fn after_nine_months_the_year_ago_results_are_of_no_quarter() {
    let start = "Profit rose in the third quarter. In the nine months it fell to $3 million";
    for (end, expected) in [
        ("compared with a loss in the 2024 period.", "the 2024 period = 2024"),
        ("compared with a year-earlier loss.", "year-earlier = 2024"),
        ("below the year-ago results.", "year-ago = 2024"),
    ] {
        let found = read(&format!("{start}, {end}"), "2025-10-20");
        assert_eq!(found.last().map(String::as_str), Some(expected), "{end}: {found:?}");
    }
}

#[test]
fn two_quarters_are_half_a_year() {
    check(
        "2025-10-20",
        &[
            (
                "It lost money in the first two quarters of 2023.",
                &["the first two quarters of 2023 = 2023-H1"],
            ),
            ("It lost money in the last two quarters of 2023.", &["the last two quarters of 2023 = 2023-H2"]),
            ("It lost money over the past two quarters.", &["the past two quarters = P2Q"]),
        ],
    );
}

#[test]
fn a_quarter_without_a_number_is_told_by_its_last_day() {
    check(
        "2025-10-20",
        &[
            (
                "In the quarter ended July 31 it sold more.",
                &["the quarter = 2025-Q2", "July 31 = 2025-07-31"],
            ),
            (
                "In the quarter ended Sept. 27 it sold more.",
                &["the quarter = 2025-Q3", "Sept. 27 = 2025-09-27"],
            ),
        ],
    );
}

#[test]
fn a_period_and_its_other_name_are_of_one_year() {
    check(
        "2025-10-20",
        &[
            (
                "It earned more in the third quarter. In the year-ago quarter, the second quarter ended Oct. 31, \
                 it lost $2 million. Sales fell in that quarter.",
                &[
                    "the third quarter = 2025-Q3",
                    "the year-ago quarter = 2024-Q3",
                    "the second quarter = 2024-Q2",
                    "Oct. 31 = 2024-10-31",
                    "that quarter = 2024-Q2",
                ],
            ),
            (
                "It lost $2 million in the 2022 fourth quarter ended Dec. 28.",
                &["the 2022 fourth quarter = 2022-Q4", "Dec. 28 = 2022-12-28"],
            ),
        ],
    );
}

#[test]
fn an_amount_of_a_quarter_is_held_against_a_quarter() {
    let start = "In the third quarter it earned $5 million,";
    for (end, expected) in [
        ("up from last year's $4 million.", "last year = 2024-Q3"),
        ("compared with a loss of $3 million last year.", "last year = 2024-Q3"),
        ("and it sold the mill for $4 million last year.", "last year = 2024"),
        ("and the mill burned last year.", "last year = 2024"),
    ] {
        let found = read(&format!("{start} {end}"), "2025-10-20");
        assert_eq!(found.last().map(String::as_str), Some(expected), "{end}: {found:?}");
    }
    check("2025-10-20", &[("It paid $5 million, up from last year's $4 million.", &["last year = 2024"])]);
}

#[test]
fn quarters_share_a_noun() {
    check(
        "2025-10-20",
        &[
            (
                "Sales fell in the second and third quarters.",
                &["second = 2025-Q2", "third quarters = 2025-Q3"],
            ),
            ("Sales fell in the first or second quarter.", &["first = 2025-Q1", "second quarter = 2025-Q2"]),
            (
                "Sales fell from the first to the third quarter of 2014.",
                &["first = 2014-Q1", "the third quarter of 2014 = 2014-Q3"],
            ),
            ("She came second and third.", &[]),
        ],
    );
}
