//! A table of expressions: each stands in brackets in a sentence, with the value it must have when the article
//! appeared on Tuesday, 5 August 2025 (ISO week 32).

use super::*;

const PUBLISHED: &str = "2025-08-05";

/// Reads each sentence and compares what stands in brackets.
fn check(kind: &str, table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (marked, value) in table {
        let (before, rest) = marked.split_once('[').expect("an opening bracket");
        let (expression, after) = rest.split_once(']').expect("a closing bracket");
        let article = article(&format!("{before}{expression}{after}"), PUBLISHED);
        let found = times(&article);
        let hit = found.iter().find(|time| article.phrase(time.tokens) == expression);
        if hit.map(|time| (time.kind.name(), time.value.as_str())) != Some((kind, *value)) {
            let all =
                found.iter().map(|t| format!("{} = {} {}", article.phrase(t.tokens), t.kind.name(), t.value));
            wrong.push(format!("{marked} should be {value}, found {:?}", all.collect::<Vec<_>>()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn absolute_dates() {
    check(
        "DATE",
        &[
            ("The bridge opened on [May 3, 1998].", "1998-05-03"),
            ("The bridge opened on [Friday, May 3, 1996], in rain.", "1996-05-03"),
            ("The bridge opened on [3 May 1998].", "1998-05-03"),
            ("The bridge opened on [the 5th of May 1998].", "1998-05-05"),
            ("The bridge opened on [May 5th, 1998].", "1998-05-05"),
            ("The bridge opened in [May 1998].", "1998-05"),
            ("The bridge opened in [May of 1998].", "1998-05"),
            ("The bridge opened in [1998].", "1998"),
            ("The bridge opened in [1066].", "1066"),
            ("The bridge opened on [1998-05-03].", "1998-05-03"),
            ("The bridge opened on [10/23/98].", "1998-10-23"),
            ("The bridge opened on [10/23/1998].", "1998-10-23"),
            ("The bridge opened on [23.10.1998].", "1998-10-23"),
            ("The bridge opened on [Sept. 30, 2001].", "2001-09-30"),
            ("The bridge opened in [the 1990s].", "199"),
            ("The bridge opened in [the '80s].", "198"),
            ("The bridge opened in [the nineties].", "199"),
            ("The bridge opened in [the early 1990s].", "199"),
            ("The bridge opened in [the mid-1990s].", "199"),
            ("The bridge opened in [the 19th century].", "18"),
            ("The bridge opened in [the twentieth century].", "19"),
            ("The bridge opened in [nineteen ninety-four].", "1994"),
            ("The bridge opened in [the year 2010].", "2010"),
            ("The bridge opened in [early 1998].", "1998"),
            ("The bridge opened in [late-1998].", "1998"),
            ("The bridge opened at [the end of 1998].", "1998"),
            ("The bridge opened on [Christmas Day, 1998].", "1998-12-25"),
            ("Sales in [fiscal 1989] were flat.", "1989"),
        ],
    );
}

#[test]
fn dates_whose_year_the_tense_decides() {
    check(
        "DATE",
        &[
            ("The bridge opened on [May 3].", "2025-05-03"),
            ("The bridge opened in [September].", "2024-09"),
            ("The bridge will open in [September].", "2025-09"),
            ("The bridge will open in [May].", "2026-05"),
            ("The bridge opened on [Dec. 3].", "2024-12-03"),
            ("The bridge will open on [Dec. 3].", "2025-12-03"),
            ("The bridge is to open on [Jan. 14].", "2026-01-14"),
            ("He signed a [June] agreement.", "2025-06"),
            ("The dividend is payable [Sept. 12].", "2025-09-12"),
            ("The bridge opened in [late June].", "2025-06"),
            ("The bridge opened in [mid-June].", "2025-06"),
            ("The bridge opened on [Thanksgiving].", "2024-11-28"),
            ("The bridge will open on [Labor Day].", "2025-09-01"),
            ("The bridge opened on [Good Friday].", "2025-04-18"),
            ("The bridge will open on [New Year's Eve].", "2025-12-31"),
            ("The bridge opened on [Memorial Day].", "2025-05-26"),
            ("The bridge opened [last May].", "2025-05"),
            ("The bridge opened in [June last year].", "2024-06"),
            ("The bridge opened in [October of last year].", "2024-10"),
            ("The bridge opened [last September].", "2024-09"),
            ("The bridge opens [next May].", "2026-05"),
            ("The bridge opened on [July 4].", "2025-07-04"),
            ("The bridge will be ready by [year-end].", "2025-12-31"),
        ],
    );
}

#[test]
fn weekdays() {
    check(
        "DATE",
        &[
            ("They met on [Friday].", "2025-08-01"),
            ("They met [Tuesday].", "2025-08-05"),
            ("They met on [Wednesday].", "2025-07-30"),
            ("They will meet on [Friday].", "2025-08-08"),
            ("They plan to meet on [Wednesday].", "2025-08-06"),
            ("They met [last Friday].", "2025-08-01"),
            ("They met [last Tuesday].", "2025-07-29"),
            ("They will meet [next Tuesday].", "2025-08-12"),
            ("They will meet [this Thursday].", "2025-08-07"),
            ("They met on [Friday, July 25].", "2025-07-25"),
            ("They met [early Friday].", "2025-08-01"),
        ],
    );
}

#[test]
fn from_the_day_of_publication() {
    check(
        "DATE",
        &[
            ("They met [yesterday].", "2025-08-04"),
            ("They met [today].", "2025-08-05"),
            ("They will meet [tomorrow].", "2025-08-06"),
            ("They met [late yesterday].", "2025-08-04"),
            ("They met [last week].", "2025-W31"),
            ("They will meet [next week].", "2025-W33"),
            ("They met [this week].", "2025-W32"),
            ("They met [last month].", "2025-07"),
            ("They met [earlier this month].", "2025-08"),
            ("They met [last year].", "2024"),
            ("They met [earlier this year].", "2025"),
            ("They will meet [early next year].", "2026"),
            ("They will meet [later this year].", "2025"),
            ("They met [last summer].", "2024-SU"),
            ("They met [last spring].", "2025-SP"),
            ("They will meet [this fall].", "2025-FA"),
            ("They met [last decade].", "201"),
            ("They met over [the weekend].", "2025-W31-WE"),
            ("They met [two weeks ago].", "2025-07-22"),
            ("They met [10 days ago].", "2025-07-26"),
            ("They met [two months ago].", "2025-06"),
            ("They met [three years ago].", "2022"),
            ("They met [a decade ago].", "2015"),
            ("They met [two and a half years ago].", "2023-02"),
            ("They met [a week or so ago].", "2025-07-29"),
            ("They met [several years ago].", "PAST_REF"),
            ("They will meet [five years from now].", "2030"),
            ("They will meet by [the end of the year].", "2025"),
            ("They met in [the middle of July].", "2025-07"),
            ("The firm lost money in [last year's third quarter].", "2024-Q3"),
        ],
    );
}

#[test]
fn parts_of_the_year() {
    check(
        "DATE",
        &[
            ("Profit rose in [the third quarter of 1998].", "1998-Q3"),
            ("Profit rose in [the second quarter].", "2025-Q2"),
            ("It reported [second-quarter] earnings.", "2025-Q2"),
            ("Profit rose in [the first half of 1998].", "1998-H1"),
            ("Profit rose in [the second half].", "2025-H2"),
            ("Profit rose in [the 1998 second quarter].", "1998-Q2"),
            ("Profit rose in [the last quarter of 1998].", "1998-Q4"),
            ("Profit rose in [the summer of 1998].", "1998-SU"),
            ("Profit rose in [the winter of 1998].", "1998-WI"),
            ("Profit rose in [the first quarter of this year].", "2025-Q1"),
        ],
    );
}

#[test]
fn times_without_borders() {
    check(
        "DATE",
        &[
            ("They are [now] in Kabul.", "PRESENT_REF"),
            ("The firm [currently] has 40 shops.", "PRESENT_REF"),
            ("The firm kept its [current] 40 shops.", "PRESENT_REF"),
            ("It may drop the [current] three routes.", "PRESENT_REF"),
            ("He praised the [recent] two victories.", "PAST_REF"),
            ("They met [recently].", "PAST_REF"),
            ("They will meet [soon].", "FUTURE_REF"),
            ("No one can tell [the future].", "FUTURE_REF"),
            ("That was done in [the past].", "PAST_REF"),
        ],
    );
}

#[test]
fn times_of_day() {
    check(
        "TIME",
        &[
            ("The train left at [3 p.m.] from Paddington.", "2025-08-05T15:00"),
            ("The train left at [3:10 p.m. EDT] from Penn Station.", "2025-08-05T15:10"),
            ("The train left at [10 p.m. Wednesday].", "2025-07-30T22:00"),
            ("The train left at [noon Saturday].", "2025-08-02T12:00"),
            ("The train left at [midnight].", "2025-08-05T00:00"),
            ("The train left at [9 a.m. EST Tuesday].", "2025-08-05T09:00"),
            ("The train left at [12:05 a.m.] on its way north.", "2025-08-05T00:05"),
            ("The train left at [1530 GMT].", "2025-08-05T15:30"),
            ("The train left at [0330 hours].", "2025-08-05T03:30"),
            ("The train left [around 7:15 p.m.] with no one aboard.", "2025-08-05T19:15"),
            ("The train left on [Friday night].", "2025-08-01TNI"),
            ("The train left on [Friday morning].", "2025-08-01TMO"),
            ("The train left [last night].", "2025-08-04TNI"),
            ("The train left [this morning].", "2025-08-05TMO"),
            ("The train left [yesterday afternoon].", "2025-08-04TAF"),
            ("The train will leave [tomorrow evening].", "2025-08-06TEV"),
            ("The train leaves [tonight].", "2025-08-05TNI"),
            ("The offer expires at [5 p.m. EST Nov. 9].", "2025-11-09T17:00"),
            ("The train left at [10 o'clock].", "2025-08-05T10:00"),
            ("The train left at [half past five].", "2025-08-05T05:30"),
            ("The train left at [a quarter to seven].", "2025-08-05T06:45"),
            ("The train left at [ten past eight in the evening].", "2025-08-05T20:10"),
            ("The train left at [twenty minutes to nine pm].", "2025-08-05T20:40"),
        ],
    );
}

#[test]
fn lengths_of_time() {
    check(
        "DURATION",
        &[
            ("The strike lasted [three days].", "P3D"),
            ("It was a [two-year] strike.", "P2Y"),
            ("It was a [16-hour] flight.", "PT16H"),
            ("He led them on a [10-hour] tour.", "PT10H"),
            ("Prices rose over [the past two months].", "P2M"),
            ("Prices rose in [the first nine months] of 1998.", "P9M"),
            ("They waited for [years].", "PXY"),
            ("They will be there within [weeks].", "PXW"),
            ("They waited for [several weeks].", "PXW"),
            ("They waited for [a few days].", "PXD"),
            ("They waited [a decade].", "P10Y"),
            ("They waited for [more than four hours].", "PT4H"),
            ("They waited for [at least 20 more years].", "P20Y"),
            ("They waited for [nearly an hour].", "PT1H"),
            ("They waited for [almost a hundred years].", "P100Y"),
            ("They waited for [twenty-five years].", "P25Y"),
            ("They waited for [a couple of years].", "P2Y"),
            ("They waited for [2 1/2 years].", "P2Y6M"),
            ("They waited for [two and a half hours].", "PT2H30M"),
            ("They will wait for [the next couple of years].", "P2Y"),
            ("They waited for [half an hour].", "PT30M"),
            ("They waited for [up to 180 days].", "P180D"),
            ("They waited for [half a dozen years], in vain, and [two centuries] more.", "P6Y"),
            ("It was a [day-long] meeting.", "P1D"),
            ("Prices rose in [recent years].", "PXY"),
            ("Sales fell in [the year] ended March 31.", "P1Y"),
            ("They waited for [1,000 days].", "P1000D"),
        ],
    );
}

#[test]
fn repeated_times() {
    check(
        "SET",
        &[
            ("He prays [every day].", "P1D"),
            ("The paper appears [daily].", "P1D"),
            ("The board meets [every two weeks].", "P2W"),
            ("The board meets [every other week].", "P2W"),
            ("The board meets [twice a week].", "P1W"),
            ("The board meets [three times a year].", "P1Y"),
            ("Orangemen march [each July] in Ulster.", "XXXX-07"),
            ("The board meets [every Friday].", "XXXX-WXX-5"),
            ("The board meets [every Friday morning].", "XXXX-WXX-5TMO"),
            ("The choir sings [each Tuesday night].", "XXXX-WXX-2TNI"),
            ("Boats leave [every Sunday afternoon] at the ebb.", "XXXX-WXX-7TAF"),
            ("The board meets [annually].", "P1Y"),
            ("The board meets [each month].", "P1M"),
            ("He gave his [weekly] address.", "P1W"),
        ],
    );
}

#[test]
fn a_quarter_of_something_is_no_hour() {
    for text in [
        "Sales fell by a quarter to two million.",
        "The share fell a quarter to nine dollars.",
        "A quarter to a third of voters stayed at home.",
        "The council voted ten to two.",
        "The number grew from five to seven.",
    ] {
        assert_eq!(times(&article(text, PUBLISHED)), [], "{text}");
    }
}
