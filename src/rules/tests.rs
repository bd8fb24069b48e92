use std::path::Path;

use proptest::prelude::*;

use super::mistake::Mistake;
use super::pack::RuleSet;
use super::testing::{Board, load, number, rule, told};
use super::{Rule, check_one};
use crate::diagnostic::Severity;
use crate::lexicon::Lexicon;
use crate::source::SourceMap;

const SOUND: &str = r#"
summary  = "Called the first, yet another report has an earlier one"
severity = "error"
why      = "A first time comes once."
over     = "time-mismatch"

[find.first]
event   = "meet"
ordinal = 1

[find.earlier]
event = ["meet", "talk"]

[where]
all = [
  "first.event != earlier.event",
  "first.participants = earlier.participants and earlier.time < first.time",
]
unless = ["earlier.modality = 'will'"]

[report]
message       = "{first.source} calls this the first meeting of {first.participants}"
label.earlier = "met before: {earlier.time}"

[[outcome]]
when     = "first.source = earlier.source"
severity = "warning"

[[test]]
expect   = "conflict"
severity = "error"
article  = [
  { source = "A", published = 2025-09-01, text = "They met for the first time." },
  { source = "B", published = "2025-09-03", title = "T", text = "They met in May." },
]
"#;

#[test]
fn a_sound_rule_is_read_whole() {
    let (rule, problems, file) = load("first", SOUND);
    assert_eq!(told(&problems, &file), "");
    let rule = rule.unwrap();
    assert_eq!((rule.severity, rule.enabled, rule.over.len()), (Severity::Error, true, 1));
    let names: Vec<&str> = rule.variables.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, ["first", "earlier"], "in the order of the file, not of the alphabet");
    assert!(!rule.plan.symmetric);
    assert!(rule.plan.steps[1].shared.is_some(), "equal participants share one");
    let test = &rule.tests[0];
    assert_eq!(test.articles[0].published, Some("2025-09-01".parse().unwrap()));
    assert_eq!(test.articles[1].published, Some("2025-09-03".parse().unwrap()));
    assert_eq!(file.slice(test.span), "conflict");
    assert_eq!(
        file.slice(rule.conditions.all[1].span),
        "first.participants = earlier.participants and earlier.time < first.time"
    );
}

#[test]
fn every_broken_rule_says_what_is_wrong() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-rules");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut codes = std::collections::BTreeSet::new();
    for path in files {
        let id = path.file_stem().unwrap().to_str().unwrap().to_string();
        let (rule, problems, file) = load(&id, &std::fs::read_to_string(&path).unwrap());
        assert!(!problems.is_empty(), "{id}");
        assert_eq!(rule.is_some(), problems.iter().all(|p| p.severity < Severity::Error), "{id}");
        insta::assert_snapshot!(format!("broken-{id}"), told(&problems, &file));
        codes.extend(problems.into_iter().map(|p| p.code));
    }
    let unseen: Vec<_> = Mistake::ALL.iter().map(|m| m.code()).filter(|c| !codes.contains(*c)).collect();
    let of_sets = ["rule/unknown-rule", "rule/duplicate-id", "pack/newer-version", "pack/misplaced"];
    assert_eq!(unseen, of_sets, "every other mistake has its broken rule");
}

#[test]
fn two_rules_of_one_name_are_told_apart_from_two_rules() {
    let lexicon = Lexicon::built_in();
    let (mut sources, mut set) = (SourceMap::default(), RuleSet::default());
    set.add("own", "first", "a/first.toml".into(), SOUND.into(), &mut sources, lexicon);
    set.add("own", "second", "a/second.toml".into(), SOUND.into(), &mut sources, lexicon);
    assert_eq!((set.rules.len(), set.problems.len()), (2, 0));
    set.add("desk", "first", "b/first.toml".into(), SOUND.into(), &mut sources, lexicon);
    assert_eq!(set.rules.len(), 2);
    assert_eq!(set.problems[0].code.as_str(), Mistake::DuplicateId.code());
    assert_eq!(set.suggest("frist").unwrap().as_str(), "first");
}

#[test]
fn a_folder_of_rules_is_a_pack() {
    let lexicon = Lexicon::built_in();
    let (mut sources, mut set) = (SourceMap::default(), RuleSet::default());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-rules");
    set.add_folder(&folder, &mut sources, lexicon);
    // Those of which all mistakes are warnings.
    assert_eq!(
        set.rules.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(),
        ["never-fires", "unreachable", "untested"]
    );
    assert_eq!(set.rules[0].pack.as_str(), "broken-rules");
    let before = set.problems.len();
    set.add_folder(&folder.join("nowhere"), &mut sources, lexicon);
    assert_eq!(set.problems.len(), before + 1);
}

/// Loads packs from fixtures/broken-packs; what is wrong with them, each with its file.
fn broken_packs(packs: &[&str]) -> (RuleSet, String) {
    let (mut sources, mut set) = (SourceMap::default(), RuleSet::default());
    for pack in packs {
        set.add_folder(&Path::new("fixtures/broken-packs").join(pack), &mut sources, Lexicon::built_in());
    }
    set.cross_check();
    let tell = |p: &crate::diagnostic::Diagnostic| match p.labels.first() {
        Some(label) => {
            let file = sources.get(label.source);
            format!("{} {}", file.path, told(std::slice::from_ref(p), file))
        }
        None => format!("{}: {}\n    help: {}\n", p.code, p.message, p.help.as_deref().unwrap_or("-")),
    };
    let told = set.problems.iter().map(tell).collect();
    (set, told)
}

#[test]
fn packs_that_cannot_be_used_say_why() {
    let (set, told) = broken_packs(&["newer", "versions", "nested", "empty", "twice-1", "twice-2", "over"]);
    insta::assert_snapshot!("broken-packs", told);
    let ids: Vec<&str> = set.rules.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(ids, ["deaths"], "the first of two of a name runs");
    let (set, told) = broken_packs(&["over"]);
    insta::assert_snapshot!("broken-pack-over", told);
    assert_eq!(set.rules.len(), 1);
}

#[test]
fn built_in_rules_have_no_mistakes() {
    let mut sources = SourceMap::default();
    let set = RuleSet::built_in(&mut sources, Lexicon::built_in());
    let problems: Vec<String> = set
        .problems
        .iter()
        .map(|p| {
            format!(
                "{} {}",
                sources.get(p.labels[0].source).path,
                told(std::slice::from_ref(p), sources.get(p.labels[0].source))
            )
        })
        .collect();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(set.rules.len(), super::pack::built_in().len());
}

#[test]
fn the_reference_page_is_what_the_program_makes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rule-language.md");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    let same = committed.replace("\r\n", "\n") == super::reference::page(Lexicon::built_in());
    assert!(same, "write it anew: gainsay rules reference > docs/rule-language.md");
}

/// Two statements of how many were killed.
const TOLLS: &str = "[find.a]\nrole = 'killed'\n[find.b]\nrole = 'killed'";

#[test]
fn settings_bound_the_severity_of_outcomes() {
    let outcomes = "
        [[outcome]]\nname = 'rise'\nwhen = 'a.value < b.value'\nseverity = 'warning'
        [[outcome]]\nwhen = 'a.value = 9'\nseverity = 'note'";
    let severity = |set: &dyn Fn(&mut Rule), tolls: [f64; 2]| {
        let mut rule = rule("toll", TOLLS, "all = ['a.slot = b.slot', 'a.value != b.value']", outcomes);
        set(&mut rule);
        let mut board = Board::default();
        for toll in tolls {
            let article = board.article("A", None);
            board.say(article, 10, 1, "killed", number(toll));
        }
        check_one(&rule, &board).first().map(|f| f.severity)
    };
    let (rise, fall, plain) = ([5.0, 6.0], [9.0, 8.0], [7.0, 6.0]);
    assert_eq!(severity(&|_| {}, rise), Some(Severity::Warning));
    assert_eq!(severity(&|r| r.set_level(Some(Severity::Note)), rise), Some(Severity::Note));
    assert_eq!(severity(&|r| r.set_level(Some(Severity::Warning)), plain), Some(Severity::Warning));
    assert_eq!(severity(&|r| r.set_level(Some(Severity::Warning)), fall), Some(Severity::Note));
    assert_eq!(severity(&|r| assert!(r.set_outcome_level("rise", None)), rise), None);
    assert_eq!(severity(&|r| assert!(r.set_outcome_level("rise", None)), plain), Some(Severity::Error));
    let louder = |r: &mut Rule| assert!(r.set_outcome_level("rise", Some(Severity::Error)));
    assert_eq!(severity(&louder, rise), Some(Severity::Error));
    assert!(!rule("toll", TOLLS, "all = ['a.slot = b.slot']", outcomes).set_outcome_level("fall", None));
}

proptest! {
    #[test]
    fn any_text_is_a_rule_or_has_problems_inside_the_file(text in "\\PC*") {
        check_any(&text)?;
    }

    #[test]
    fn a_rule_cut_or_garbled_anywhere_does_not_panic(at in 0..SOUND.len(), with in "[\\[\\]{}()\"'=.#é\n a-b0-9]{0,6}") {
        let mut text = SOUND.to_string();
        text.insert_str(at, &with);
        check_any(&text)?;
        text.truncate(at);
        check_any(&text)?;
    }

    #[test]
    fn any_condition_is_read_or_refused(condition in "[ab.()=<> 0-9a-z\"{}é-]{0,60}") {
        check_any(&SOUND.replace("first.event != earlier.event", &condition.replace('"', "\\\"")))?;
    }
}

fn check_any(text: &str) -> Result<(), TestCaseError> {
    let (rule, problems, file) = load("any", text);
    prop_assert!(rule.is_some() || !problems.is_empty());
    for label in problems.iter().flat_map(|p| &p.labels) {
        prop_assert!(label.span.end as usize <= text.len() + 1, "{:?} in {} bytes", label.span, text.len());
        prop_assert!(text.is_char_boundary((label.span.start as usize).min(text.len())));
        file.position(label.span);
    }
    Ok(())
}
