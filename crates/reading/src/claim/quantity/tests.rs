//! Sums below nothing, and telephone numbers, which are no amounts.

use super::*;
use crate::article::Article;
use crate::claim;
use crate::lexicon::Lexicon;

/// The amounts of a text.
fn amounts(text: &str) -> Vec<(f64, Unit)> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    let amounts = reading.phrases.into_iter().filter_map(|phrase| phrase.amount);
    amounts.map(|amount| (amount.quantity.amount, amount.quantity.unit)).collect()
}

#[test]
fn a_minus_in_front_of_money_counts() {
    for (text, sum, code) in [
        ("The firm ended the year at -$5 million.", -5e6, "USD"),
        ("The firm ended the year at −€2.5 million.", -2.5e6, "EUR"),
        ("The firm ended the year at $-3.2 million.", -3.2e6, "USD"),
        ("The firm ended the year at minus £40.", -40.0, "GBP"),
        ("The balance (-$20) was paid.", -20.0, "USD"),
    ] {
        assert_eq!(amounts(text), [(sum, Unit::Money(code.into()))], "{text}");
    }
}

#[test]
fn a_dash_is_no_minus() {
    for (text, sum) in [
        ("The prize - $5 million - was paid.", 5e6),
        ("The fee is $3-$5.", 4.0),
        ("The prize is 7 -$5 a head.", 5.0),
    ] {
        let found = amounts(text);
        assert!(found.contains(&(sum, Unit::Money("USD".into()))), "{text}: {found:?}");
    }
}

#[test]
fn telephone_numbers_count_nothing() {
    for text in [
        "Readers may call 555-0199 now.",
        "Readers may call +1 212 555 0100 now.",
        "Readers may call (212) 555-0100 now.",
        "Readers may call 1-800-555-0199 now.",
        "The desk is on 020 7946 0958 all day.",
        "The desk is on 0800 111 999 all day.",
        "The hotline is 02079460958.",
        "The helpline is 612 345 678.",
    ] {
        assert_eq!(amounts(text), [], "{text}");
    }
}

#[test]
fn other_groups_of_digits_are_amounts() {
    for (text, amount) in [
        ("It drew 1 200 000 visitors.", 1_200_000.0),
        ("It drew 7 946 visitors.", 7946.0),
        ("They won 98-94.", 98.0),
        ("They called 200 people.", 200.0),
        ("Some 5-7 people were there.", 6.0),
    ] {
        assert_eq!(amounts(text).first().map(|(n, _)| *n), Some(amount), "{text}");
    }
}
