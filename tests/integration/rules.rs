//! The built-in rules: every test inside a rule file passes.

use gainsay::rules::RuleSet;
use gainsay::source::SourceMap;
use gainsay::{check_test, rule_test};

#[test]
fn the_tests_inside_the_built_in_rules_pass() {
    let set = RuleSet::built_in(&mut SourceMap::default());
    let mut run = 0;
    for rule in &set.rules {
        assert!(rule.tests.len() >= 2, "{} has too few tests", rule.id);
        for test in rule_test::run(rule, &check_test) {
            assert!(test.passed(), "{}, {}: {}", test.rule, test.name, test.name_of_verdict());
            run += 1;
        }
    }
    assert!(run >= 30, "only {run} tests were run");
}
