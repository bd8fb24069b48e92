//! The built-in rules: every test inside a rule file passes.

use std::path::Path;

use gainsay::lexicon::Lexicon;
use gainsay::rule_test;
use gainsay::rules::{Expect, RuleSet};
use gainsay::session::check_test;
use gainsay::source::SourceMap;

#[test]
fn the_tests_inside_the_built_in_rules_pass() {
    let lexicon = Lexicon::built_in();
    let set = RuleSet::built_in(&mut SourceMap::default(), lexicon);
    let mut run = 0;
    for rule in &set.rules {
        for verdict in [Expect::Conflict, Expect::Silent] {
            let tests = rule.tests.iter().filter(|test| test.expect == verdict && !test.todo).count();
            assert!(tests >= 2, "{} has {tests} tests that expect {verdict:?}", rule.id);
        }
        for test in rule_test::run(rule, &|test, rule| check_test(test, rule, lexicon)) {
            assert!(test.passed(), "{}, {}: {}", test.rule, test.name, test.name_of_verdict());
            run += 1;
        }
    }
    assert!(run >= 30, "only {run} tests were run");
}

#[test]
fn the_house_rules_of_the_guide_pass_their_tests() {
    assert!(tested("docs/desk") >= 2);
}

#[test]
fn rules_for_what_no_built_in_rule_uses_of_the_language_pass_their_tests() {
    assert!(tested("fixtures/language") >= 3);
}

/// Runs the tests of all rules in a folder, which have no mistakes; how many rules there are.
fn tested(folder: &str) -> usize {
    let (mut sources, mut set, lexicon) = (SourceMap::default(), RuleSet::default(), Lexicon::built_in());
    set.add_folder(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).as_path(), &mut sources, lexicon);
    set.cross_check();
    assert_eq!(set.problems, []);
    for rule in &set.rules {
        for test in rule_test::run(rule, &|test, rule| check_test(test, rule, lexicon)) {
            assert!(test.passed(), "{}, {}: {}", test.rule, test.name, test.name_of_verdict());
        }
    }
    set.rules.len()
}
