//! Amounts that are written in several ways, sums below nothing, and telephone numbers, which are no amounts.

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
fn codes_of_currencies_stand_before_sums() {
    for (text, sum, code) in [
        ("The firm bought it for EUR 90 million.", 9e7, "EUR"),
        ("The firm bought it for USD 40m.", 4e7, "USD"),
        ("The firm bought it for CHF 2.5 billion.", 2.5e9, "CHF"),
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

/// The first amount of each text.
fn check(table: &[(&str, f64, Unit)]) {
    for (text, amount, unit) in table {
        assert_eq!(amounts(text).first(), Some(&(*amount, unit.clone())), "{text}");
    }
}

#[test]
fn a_scale_may_be_written_onto_the_figure() {
    check(&[
        ("Thieves took £74million of rings.", 74e6, Unit::Money("GBP".into())),
        ("The firm earns $2 million-a-day.", 2e6, Unit::Money("USD".into())),
        ("The firm earns $54 billion-per-year.", 54e9, Unit::Money("USD".into())),
        ("A $5 million-plus house was sold.", 5e6, Unit::Money("USD".into())),
        ("The tunnel is 2,300m long.", 2300.0, Unit::Measure("m".into())),
        ("The crab is up to 3.7m across.", 3.7, Unit::Measure("m".into())),
        ("They swam 200m from shore.", 200.0, Unit::Measure("m".into())),
        ("She won the 100m freestyle.", 100.0, Unit::Measure("m".into())),
        ("It sold 2m across Europe.", 2e6, Unit::None),
        ("The appeal is £4m away from its goal.", 4e6, Unit::Money("GBP".into())),
        ("The film has 2m views.", 2e6, Unit::Count("view".into())),
    ]);
}

#[test]
fn money_that_several_countries_have_is_money() {
    check(&[
        ("The bank paid 528 million francs.", 528e6, Unit::Money("franc".into())),
        ("He was fined 500 kroner.", 500.0, Unit::Money("krone".into())),
        ("She was fined 500 Danish kroner.", 500.0, Unit::Money("DKK".into())),
        ("Three crowns were stolen.", 3.0, Unit::Count("crown".into())),
    ]);
}

#[test]
fn shares_are_no_counts() {
    let third = 100.0 / 3.0;
    for (text, share) in [
        ("He took two thirds of the vote.", 2.0 * third),
        ("He took three-quarters of the vote.", 75.0),
        ("It has nearly three quarters of the market.", 75.0),
        ("It makes half of the sales.", 50.0),
    ] {
        let found = amounts(text);
        let (amount, unit) = found.first().expect(text);
        assert!((amount - share).abs() < 1e-3 && *unit == Unit::Percent, "{text}: {found:?}");
    }
}

#[test]
fn a_part_of_an_amount_is_as_much() {
    check(&[
        ("Half of the 40 jobs will go.", 20.0, Unit::Count("job".into())),
        ("Half the 40 passengers were killed.", 20.0, Unit::Count("passenger".into())),
        ("They stole half of the £40 million.", 20e6, Unit::Money("GBP".into())),
        ("Two thirds of the 300 jobs will go.", 200.0, Unit::Count("job".into())),
        ("They spent half of the 2012 budget.", 50.0, Unit::Percent),
        ("He took half of the vote.", 50.0, Unit::Percent),
    ]);
}

#[test]
fn lengths_of_several_parts_are_one() {
    check(&[
        ("The man is 5-foot-6 tall.", 5.5, Unit::Measure("foot".into())),
        ("He moved about a mile and a half away.", 1.5, Unit::Measure("mile".into())),
        ("The 10-metre-long dhow sank.", 10.0, Unit::Measure("m".into())),
        ("They felt a magnitude-5.2 quake.", 5.2, Unit::Measure("magnitude".into())),
    ]);
}

#[test]
fn a_number_before_a_verb_counts_nothing_of_that_name() {
    check(&[("Another 2,000 are waiting.", 2000.0, Unit::None), ("All three are down.", 3.0, Unit::None)]);
}

#[test]
fn tens_are_not_ten() {
    for text in [
        "On Monday tens of thousands of farmers staged a protest.",
        "She wrote that tens of thousands of people had no power.",
        "The storm left tens of thousands of birds dead.",
    ] {
        let numbers: Vec<f64> = amounts(text).into_iter().map(|(amount, _)| amount).collect();
        assert_eq!(numbers, [55_000.0], "{text}");
    }
}

/// The first amount of a text.
fn first(text: &str) -> Quantity {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    reading.phrases.into_iter().find_map(|phrase| phrase.amount).expect(text).quantity
}

#[test]
fn numbers_are_said_and_written_in_parts() {
    for (text, number) in [
        ("The town has three point two million inhabitants.", 3.2e6),
        ("The town has five point six three million inhabitants.", 5.63e6),
        ("The town has two-and-a-half million inhabitants.", 2.5e6),
        ("The town has three quarters of a million inhabitants.", 750_000.0),
        ("The inn has twelve (12) rooms.", 12.0),
    ] {
        let found = first(text);
        assert_eq!((found.amount, found.bound), (number, Bound::Exactly), "{text}");
    }
    assert_eq!(first("The inn has 20-odd rooms.").bound, Bound::About);
    assert_eq!(first("The inn has forty-plus rooms.").bound, Bound::AtLeast);
    assert!(amounts("At one point three men fled.").iter().all(|(amount, _)| amount.fract() == 0.0));
    assert_eq!(first("Forty-two-year-old Ann Lee fled.").amount, 42.0);
}

#[test]
fn money_has_hundredths_and_ranges() {
    for (text, sum, bound) in [
        ("It costs two dollars and 40 cents.", 2.4, Bound::Exactly),
        ("It costs between €1 million and €3 million.", 2e6, Bound::Range(1e6, 3e6)),
        ("It costs £2m-£4m.", 3e6, Bound::Range(2e6, 4e6)),
    ] {
        let found = first(text);
        assert_eq!((found.amount, found.bound), (sum, bound), "{text}");
    }
    assert_eq!(first("The share rose by 4 pc in May.").unit, Unit::Percent);
}

#[test]
fn a_sum_behind_a_name_is_no_part_of_it() {
    for text in ["A judge fined Ann Lee 5,000 euros.", "The bank owes Ann Lee five thousand euros."] {
        assert_eq!(amounts(text), [(5000.0, Unit::Money("EUR".into()))], "{text}");
    }
    assert_eq!(amounts("The crew boarded Apollo 11 in May."), []);
}

#[test]
fn speeds_are_per_hour_or_an_hour() {
    for text in ["It went 90 kilometres an hour.", "It went 90 km per hour.", "It went 90 km/h."] {
        assert_eq!(amounts(text), [(90.0, Unit::Measure("km/h".into()))], "{text}");
    }
}
