use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::{Tolerance, Value};
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::claim::time::When;
use crate::graph::{Entity, EntityId, EntityKind, Graph, Name};
use crate::lexicon::Lexicon;
use crate::symbol::Sym;
use crate::truth::Truth;

#[test]
fn a_text_is_the_entity_that_it_names() {
    let words = ["ana", "j", "kovac"].map(Sym::from).into_iter().collect();
    let written = Sym::from("Ana J. Kovac");
    let name = Name { words, written, kind: EntityKind::Person, place: None, gender: None };
    let graph = Graph { entities: vec![Entity { name }], ..Graph::default() };
    let same = |text: &str| {
        let text = Value::Text(Sym::from(text));
        let entity = Value::Entity(EntityId(0));
        assert_eq!(entity.same(&text, &graph), text.same(&entity, &graph));
        entity.same(&text, &graph).truth
    };
    assert_eq!(same("Ana J. Kovac"), Truth::True);
    assert_eq!(same("ana j kovac"), Truth::True);
    assert_eq!(same("Kovac"), Truth::Unknown, "it may be another Kovac");
    assert_eq!(same("Petra Horvat"), Truth::False);
}

#[test]
fn amounts_are_told_in_english() {
    let text = |amount: f64, bound: Bound, unit: Unit| {
        Value::from(Quantity { amount, bound, unit }).text(&Graph::default())
    };
    let miles = Unit::Measure(Sym::from("mile"));
    assert_eq!(text(1.0, Bound::Exactly, miles.clone()), "1 mile");
    assert_eq!(text(1.2, Bound::About, miles), "about 1.2 miles");
    assert_eq!(text(200.0, Bound::Exactly, Unit::Measure(Sym::from("foot"))), "200 feet");
    assert_eq!(text(200.0, Bound::Exactly, Unit::Measure(Sym::from("km"))), "200 km");
    assert_eq!(text(6.4, Bound::Exactly, Unit::Measure(Sym::from("magnitude"))), "6.4");
    assert_eq!(text(160e6, Bound::MoreThan, Unit::Money(Sym::from("USD"))), "more than USD 160,000,000");
}

#[test]
fn sums_are_told_with_their_cents() {
    for (amount, expected) in [
        (1.5, "USD 1.50"),
        (1.25, "USD 1.25"),
        (42_123_456.699_999_996, "USD 42,123,456.70"),
        (4.2e9, "USD 4,200,000,000"),
        (-500_000.0, "USD -500,000"),
        (-3.5, "USD -3.50"),
        (0.0, "USD 0"),
    ] {
        let unit = Unit::Money(Sym::from("USD"));
        let sum = Value::from(Quantity { amount, bound: Bound::Exactly, unit });
        assert_eq!(sum.text(&Graph::default()), expected);
    }
}

#[test]
fn decimals_are_told_as_far_as_a_reader_needs_them() {
    for (amount, expected) in [
        (71.0 / 12.0, "5.9167"),
        (0.1 + 0.2, "0.3"),
        (0.000_25, "0.00025"),
        (1_234_567_890_123.0, "1,234,567,890,123"),
    ] {
        let number = Value::from(Quantity { amount, bound: Bound::Exactly, unit: Unit::None });
        assert_eq!(number.text(&Graph::default()), expected);
    }
}

fn bounds() -> impl Strategy<Value = Bound> {
    prop_oneof![
        Just(Bound::Exactly),
        Just(Bound::About),
        Just(Bound::Nearly),
        Just(Bound::AtLeast),
        Just(Bound::MoreThan),
        Just(Bound::AtMost),
        (0.0..50.0, 0.0..50.0)
            .prop_map(|(low, more): (f64, f64)| Bound::Range(low.round(), (low + more).round())),
    ]
}

fn units() -> impl Strategy<Value = Unit> {
    let named = |make: fn(Sym) -> Unit, name: &'static str| Just(make(Sym::new_static(name)));
    prop_oneof![
        named(Unit::Count, "person"),
        named(Unit::Count, "rifle"),
        named(Unit::Measure, "km"),
        named(Unit::Measure, "mile"),
        named(Unit::Measure, "magnitude"),
        named(Unit::Money, "USD"),
        named(Unit::Money, "EUR"),
        Just(Unit::Percent),
        Just(Unit::Age),
        Just(Unit::None),
    ]
}

fn amounts() -> impl Strategy<Value = Value> {
    let amount =
        (0.0..60.0, any::<bool>()).prop_map(|(n, whole): (f64, bool)| if whole { n.round() } else { n });
    (amount, bounds(), units()).prop_map(|(amount, bound, unit)| {
        let amount = if let Bound::Range(low, high) = bound { f64::midpoint(low, high) } else { amount };
        Value::from(Quantity { amount, bound, unit })
    })
}

fn times() -> impl Strategy<Value = Value> {
    let days = proptest::option::of((0i32..60, 0i32..20).prop_map(|(first, more)| {
        let day = |n: i32| date(2025, 3, 1).saturating_add(jiff::Span::new().days(n));
        (day(first), day(first + more))
    }));
    let offset = proptest::option::of((-9i32..3, 0i32..5).prop_map(|(first, more)| (first, first + more)));
    let minutes = proptest::option::of((0u16..1440, 0u16..90).prop_map(|(a, b)| (a, (a + b) % 1440)));
    let weekday = proptest::option::of((0i8..7).prop_map(|n| Weekday::from_monday_zero_offset(n).unwrap()));
    (days, offset, minutes, weekday, any::<bool>()).prop_map(|(days, offset, minutes, weekday, vague)| {
        let weekday = if days.is_some() { None } else { weekday };
        Value::from(When { days, offset, minutes, weekday, vague, ..When::default() })
    })
}

proptest! {
    #[test]
    fn amounts_compare_alike_from_both_sides(a in amounts(), b in amounts()) {
        let graph = Graph::default();
        prop_assert_eq!(a.same(&b, &graph), b.same(&a, &graph));
        prop_assert_eq!(a.conflicts(&b, &graph), b.conflicts(&a, &graph));
        prop_assert_eq!(a.overlaps(&b, &graph), b.overlaps(&a, &graph));
        prop_assert!(!(a.less(&b, &graph).truth.is_true() && b.less(&a, &graph).truth.is_true()));
    }

    #[test]
    fn equal_amounts_are_never_in_conflict(a in amounts(), b in amounts()) {
        let graph = Graph::default();
        prop_assert!(!a.conflicts(&a, &graph).truth.is_true());
        prop_assert!(!a.less(&a, &graph).truth.is_true());
        if a.same(&b, &graph).truth.is_true() {
            prop_assert!(!a.conflicts(&b, &graph).truth.is_true());
        }
    }

    #[test]
    fn times_compare_alike_from_both_sides(a in times(), b in times()) {
        let graph = Graph::default();
        prop_assert_eq!(a.same(&b, &graph), b.same(&a, &graph));
        prop_assert_eq!(a.conflicts(&b, &graph), b.conflicts(&a, &graph));
        prop_assert_eq!(a.overlaps(&b, &graph), b.overlaps(&a, &graph));
        prop_assert!(!(a.less(&b, &graph).truth.is_true() && b.less(&a, &graph).truth.is_true()));
    }

    #[test]
    fn a_time_is_never_in_conflict_with_itself(a in times()) {
        let graph = Graph::default();
        prop_assert!(!a.conflicts(&a, &graph).truth.is_true());
        prop_assert!(!a.less(&a, &graph).truth.is_true());
    }

    #[test]
    fn equal_values_have_equal_digests(a in amounts(), b in amounts()) {
        let digest = |value: &Value| {
            let mut hasher = rustc_hash::FxHasher::default();
            value.digest(&mut hasher);
            std::hash::Hasher::finish(&hasher)
        };
        prop_assert_eq!(digest(&a), digest(&a.clone()));
        if a == b {
            prop_assert_eq!(digest(&a), digest(&b));
        }
    }
}

#[test]
fn amounts_that_lie_near_each_other() {
    use Truth::{False, True, Unknown};
    let exactly = |amount| (amount, Bound::Exactly);
    let five = Tolerance::Share(0.05);
    for (a, b, tolerance, expected) in [
        (exactly(95.0), exactly(100.0), five, True),
        (exactly(94.0), exactly(100.0), five, False),
        (exactly(100.0), (100.0, Bound::About), five, Unknown),
        (exactly(200.0), (100.0, Bound::About), five, False),
        (exactly(100.0), (90.0, Bound::AtLeast), five, Unknown),
        (exactly(50.0), (90.0, Bound::AtLeast), five, False),
        (exactly(50.0), (60.0, Bound::Range(52.0, 55.0)), Tolerance::Amount(5.0), True),
        (exactly(50.0), (60.0, Bound::Range(52.0, 56.0)), Tolerance::Amount(5.0), Unknown),
        (exactly(-5.0), exactly(-4.9), five, True),
        (exactly(0.0), exactly(0.0), five, True),
    ] {
        let made = |(amount, bound)| Value::from(Quantity { amount, bound, unit: Unit::None });
        let lexicon = Lexicon::built_in();
        assert_eq!(made(a).close(&made(b), tolerance, lexicon).truth, expected, "{a:?} {b:?}");
        assert_eq!(made(b).close(&made(a), tolerance, lexicon).truth, expected, "{b:?} {a:?}");
    }
}

#[test]
fn a_number_is_in_the_unit_of_the_amount_beside_it() {
    let graph = Graph::default();
    let km = |amount, bound| Value::from(Quantity { amount, bound, unit: Unit::Measure("km".into()) });
    let (exact, about) = (km(12.0, Bound::Exactly), km(12.0, Bound::About));
    let n = Value::Number;
    assert_eq!(exact.same(&n(12.0), &graph).truth, Truth::True);
    assert_eq!(n(13.0).same(&exact, &graph).truth, Truth::False);
    assert_eq!(n(13.0).same(&about, &graph).truth, Truth::Unknown);
    assert_eq!(n(19.0).same(&about, &graph).truth, Truth::False);
    assert_eq!(exact.less(&n(13.0), &graph).truth, Truth::True);
    assert_eq!(n(13.0).less(&exact, &graph).truth, Truth::False);
    assert_eq!(n(12.0).less(&about, &graph).truth, Truth::Unknown);
}

#[test]
fn why_two_amounts_may_be_one_value() {
    let lexicon = Lexicon::built_in();
    let dollars = |amount, bound| Quantity { amount, bound, unit: Unit::Money("USD".into()) };
    let count = |amount, bound| Quantity { amount, bound, unit: Unit::None };
    let why = |a: Quantity, b: Quantity| Value::from(a).may_be_one(&Value::from(b), lexicon);
    assert_eq!(
        why(dollars(9e7, Bound::Exactly), dollars(9.4e7, Bound::Exactly)).as_deref(),
        Some("USD 90,000,000 may be 85,000,000 to 95,000,000, rounded")
    );
    assert_eq!(
        why(count(100.0, Bound::About), count(105.0, Bound::AtLeast)).as_deref(),
        Some("about 100 may be 87.5 to 112.5, and at least 105 may be 105 or more")
    );
    assert_eq!(
        why(count(12.0, Bound::Exactly), count(20.0, Bound::AtMost)).as_deref(),
        Some("at most 20 may be 20 or less")
    );
    assert_eq!(why(dollars(9e7, Bound::Exactly), dollars(9.6e7, Bound::Exactly)), None, "they conflict");
    assert_eq!(why(count(12.0, Bound::Exactly), count(12.0, Bound::Exactly)), None, "they are the same");
    assert_eq!(why(count(12.0, Bound::Exactly), dollars(12.0, Bound::About)), None, "of two kinds");
}

#[test]
fn what_lies_halfway_is_rounded_up() {
    let lexicon = Lexicon::built_in();
    let conflict = |a: f64, b: f64| {
        let [a, b] = [a, b].map(|amount| {
            let unit = Unit::Measure("pound".into());
            Quantity { amount, bound: Bound::Exactly, unit }
        });
        let found = super::amount::conflict(&a, &b, lexicon).truth;
        assert_eq!(super::amount::conflict(&b, &a, lexicon).truth, found);
        found
    };
    assert_eq!(conflict(130.0, 134.0), Truth::False);
    assert_eq!(conflict(130.0, 135.0), Truth::True);
    assert_eq!(conflict(140.0, 135.0), Truth::False);
}

#[test]
fn a_few_years_are_counted() {
    let lexicon = Lexicon::built_in();
    let conflict = |(a, unit_a): (f64, &str), (b, unit_b): (f64, &str)| {
        let of =
            |amount, unit: &str| Quantity { amount, bound: Bound::Exactly, unit: Unit::Measure(unit.into()) };
        super::amount::conflict(&of(a, unit_a), &of(b, unit_b), lexicon).truth
    };
    assert_eq!(conflict((10.0, "year"), (8.0, "year")), Truth::True);
    assert_eq!(conflict((20.0, "year"), (22.0, "year")), Truth::False);
    assert_eq!(conflict((10.0, "minute"), (8.0, "minute")), Truth::False);
    assert_eq!(conflict((3.0, "month"), (12.0, "week")), Truth::False);
}
