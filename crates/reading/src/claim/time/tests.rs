//! Expressions in sentences, with the values they must have; and what is no time at all.

use super::*;
use crate::article::Article;
use crate::lexicon::Lexicon;

mod beside;
mod business;
mod compare;
mod compound;
mod hour;
mod length;
mod table;
mod which;
mod years;

/// The article of a text that appeared on a day ("" if that is not known).
fn article(text: &str, published: &str) -> Article {
    let mut article = Article::from_text(text, Lexicon::built_in());
    article.meta.published = (!published.is_empty()).then(|| published.parse().expect("a date"));
    article
}

/// The times of an article.
fn times(article: &Article) -> Vec<TimeMention> {
    super::times(article, Lexicon::built_in())
}

/// The times of a text as "words = value".
fn read(text: &str, published: &str) -> Vec<String> {
    let article = article(text, published);
    times(&article).iter().map(|time| format!("{} = {}", article.phrase(time.tokens), time.value)).collect()
}

/// The only time of a text.
fn when(text: &str, published: &str) -> When {
    let found = times(&article(text, published));
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].when
}

#[test]
fn the_lexicon_is_read() {
    let vocabulary = vocabulary::vocabulary();
    assert!(vocabulary.holidays.len() > 20);
    assert_eq!(vocabulary::month("sept."), Some(9));
    assert_eq!(vocabulary::unit("weeks"), Some(vocabulary::Unit::Week));
    assert!(
        reach::offset(&What::Shift { unit: vocabulary::Unit::Month, by: -1 }, Tense::Past, false).is_some()
    );
}

#[test]
fn words_that_only_look_like_times() {
    for text in [
        "Inflation may rise and may fall.",
        "Protesters march on the capital and spring a surprise.",
        "She finished second and he was third.",
        "The Sun printed the picture.",
        "He is in his 30s.",
        "The 44-year-old driver and his six-year-old son survived.",
        "She is 52 years old.",
        "It paid $1990 for 2,000 shares.",
        "Just a second, he said.",
        "The minister will take the first half of the money.",
        "A quarter of the voters stayed at home.",
        "The team won 3-1 before 2,500 people.",
        "It sells for $3 a barrel.",
        "Prices fell 12 percent to 1,998 points.",
    ] {
        assert_eq!(read(text, "2025-08-05"), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_text_goes_on_from_its_last_time() {
    let found = read(
        "The quake struck on July 3, 1996. Two days later rain set in, and that evening a dam broke. \
         The next day people fled. A year earlier the valley was dry. Later that year it snowed.",
        "2025-08-05",
    );
    assert_eq!(
        found,
        [
            "July 3, 1996 = 1996-07-03",
            "Two days later = 1996-07-05",
            "that evening = 1996-07-05TEV",
            "The next day = 1996-07-06",
            "A year earlier = 1995-07-06",
            "Later that year = 1995",
        ]
    );
}

#[test]
fn several_days_share_a_month() {
    let found = read("The court sits on April 24, 25 and 28.", "2025-03-01");
    assert_eq!(found, ["April 24 = 2025-04-24", "25 = 2025-04-25", "28 = 2025-04-28"]);
    assert_eq!(read("On April 24, 25 people died.", "2025-05-01"), ["April 24 = 2025-04-24"]);
}

#[test]
fn the_reported_quarter_is_the_one_compared_with() {
    let found = read(
        "Net income rose in the third quarter. Sales fell from a year earlier. \
         In the year-ago quarter the firm lost money. The latest quarter was better.",
        "2025-10-20",
    );
    assert_eq!(
        found,
        [
            "the third quarter = 2025-Q3",
            "a year earlier = 2024-Q3",
            "the year-ago quarter = 2024-Q3",
            "The latest quarter = 2025-Q3",
        ]
    );
}

#[test]
fn a_dateline_may_hold_a_date() {
    let found = read("ISLAMABAD, March 12 (Reuters) - The minister left on Friday.", "1999-03-13");
    assert_eq!(found, ["March 12 = 1999-03-12", "Friday = 1999-03-12"]);
}

#[test]
fn what_nothing_places_keeps_its_x() {
    for (text, expected) in [
        ("They met on Friday.", "Friday = XXXX-WXX-5"),
        ("They met last month.", "last month = XXXX-XX"),
        ("They met on May 3.", "May 3 = XXXX-05-03"),
        ("They met yesterday.", "yesterday = XXXX-XX-XX"),
        ("They met last week.", "last week = XXXX-WXX"),
        ("They met in May 2019.", "May 2019 = 2019-05"),
        ("They met last summer.", "last summer = XXXX-SU"),
        ("They met two years ago.", "two years ago = XXXX"),
        ("They met last year.", "last year = XXXX"),
    ] {
        assert_eq!(read(text, ""), [expected], "{text}");
    }
}

#[test]
fn times_come_in_the_order_of_the_text_and_do_not_overlap() {
    let text =
        "On Monday at 3 p.m. and on May 3, 1998, in the third quarter, two days after the vote last week.";
    let found = times(&article(text, "2025-08-05"));
    assert!(found.len() >= 5);
    assert!(found.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
}

#[test]
fn easter_moves() {
    for (year, expected) in
        [(1998, "1998-04-12"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")]
    {
        let easter =
            nearest::holiday(vocabulary::Rule::Easter { easter: 0 }, year).map(|day| day.to_string());
        assert_eq!(easter.as_deref(), Some(expected));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}") {
        let article = article(&text, "2025-08-05");
        for time in times(&article) {
            proptest::prop_assert!(time.tokens.range().end <= article.tokens.len() && !time.tokens.is_empty());
        }
    }

    #[test]
    fn any_words_of_time_are_read_without_a_panic(words in proptest::collection::vec(WORDS, 0..12), day in 0i32..40_000) {
        let published = calendar::plus(jiff::civil::date(1940, 1, 1), day);
        let mut article = Article::from_text(&words.join(" "), Lexicon::built_in());
        for published in [None, Some(published)] {
            article.meta.published = published;
            for time in times(&article) {
                if let Some((first, last)) = time.when.days {
                    proptest::prop_assert!(first <= last, "{:?}", time);
                }
            }
        }
    }
}

/// Words that combine into time expressions, and numbers that are too large for one.
const WORDS: &str = "the|a|of|Friday|May|last|next|previous|two|99999|4000000000|years|weeks|century|day|ago|later|\
    earlier|from now|1998|31st|quarter|third|winter|night|noon|3|p\\.m\\.|25:99|13/13/1999|0000-00-00|early|end|\
    half|decade|Easter|every|fiscal|30|February|29";

#[test]
fn what_failed_on_a_day_lies_behind_as_what_was_managed() {
    for text in [
        "Divers failed to reach the wreck on Monday.",
        "Divers refused to search the wreck on Monday.",
        "Divers were unable to reach the wreck on Monday.",
    ] {
        assert_eq!(read(text, "2014-08-13"), ["Monday = 2014-08-11"], "{text}");
    }
    assert_eq!(read("Divers plan to reach the wreck on Monday.", "2014-08-13"), ["Monday = 2014-08-18"]);
}
