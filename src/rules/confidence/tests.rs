use super::{Measured, TABLE};
use crate::diagnostic::Percent;
use crate::rules::pack::built_in;

#[test]
fn the_more_likely_the_more_often_right() {
    let measured = Measured { steps: vec![(0.35, 0.5), (0.6, 0.8)] };
    let percent =
        |likelihood: Option<f64>| measured.confidence(likelihood.and_then(Percent::of)).map(Percent::number);
    assert_eq!(percent(Some(0.9)), Some(80));
    assert_eq!(percent(Some(0.6)), Some(80));
    assert_eq!(percent(Some(0.4)), Some(50));
    assert_eq!(percent(Some(0.1)), Some(50), "never less than the lowest that was measured");
    assert_eq!(percent(None), Some(50));
    assert_eq!(Measured::default().confidence(Percent::of(0.9)), None, "nothing is known of it");
}

#[test]
fn the_table_is_of_built_in_rules_and_its_steps_rise() {
    assert!(!TABLE.rules.is_empty());
    for (rule, steps) in &TABLE.rules {
        assert!(built_in().iter().any(|file| file.id == rule), "no rule {rule}");
        assert!(steps.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{rule}: {steps:?}");
        assert!(steps.iter().all(|(_, share)| (0.0..=1.0).contains(share)), "{rule}: {steps:?}");
    }
}
