use std::path::Path;

use serde_json::Value as Json;

use super::testing::{misfit, read, undescribed};
use super::{FILE_NAME, LEXICON_FILE_NAME, lexicon_file, rule_file};
use crate::lexicon::Lexicon;
use crate::rules::pack::built_in;

#[test]
fn every_built_in_rule_and_the_template_fit_the_schema() {
    let schema = rule_file(Lexicon::built_in());
    for rule in built_in() {
        assert_eq!(misfit(&read(rule.text), &schema, rule.id), None);
        let line = format!("#:schema ../{FILE_NAME}");
        assert_eq!(rule.text.lines().next(), Some(line.as_str()), "{}", rule.id);
    }
    let template = include_str!("../../app/rules/new/template.toml");
    assert_eq!(misfit(&read(template), &schema, "template"), None);
    let line = format!("#:schema ./{FILE_NAME}");
    assert_eq!(template.lines().next(), Some(line.as_str()), "Taplo looks for the schema in the first line");
}

#[test]
fn broken_rules_do_not() {
    let schema = rule_file(Lexicon::built_in());
    let misfit_of = |id: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-rules").join(id);
        misfit(&read(&std::fs::read_to_string(path).unwrap()), &schema, "").unwrap_or_default()
    };
    assert_eq!(misfit_of("five-mistakes.toml"), ": no summary");
    assert_eq!(misfit_of("no-variable.toml"), ".find: empty");
    assert!(
        misfit_of("unknown-words.toml").starts_with(".find.a.event: "),
        "{}",
        misfit_of("unknown-words.toml")
    );
    assert_eq!(misfit_of("wrong-shapes.toml"), ".enabled: not \"boolean\"");
    assert_eq!(misfit_of("unknown-names.toml"), ".find.first.ordnal: unknown");
}

#[test]
fn the_schema_beside_the_built_in_rules_is_the_present_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(FILE_NAME);
    let committed: Json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(
        committed == rule_file(Lexicon::built_in()),
        "write it anew: gainsay rules schema > rules/{FILE_NAME}"
    );
}

#[test]
fn lexicon_files_fit_their_schema_and_broken_ones_do_not() {
    let schema = lexicon_file(Lexicon::built_in());
    let template = include_str!("../../app/rules/new/lexicon.toml");
    assert_eq!(misfit(&read(template), &schema, "template"), None);
    let line = format!("#:schema ./{LEXICON_FILE_NAME}");
    assert_eq!(template.lines().next(), Some(line.as_str()));
    let misfit_of = |text: &str| misfit(&read(text), &schema, "").unwrap_or_default();
    assert_eq!(misfit_of("[evnt.recall]"), ".evnt: unknown");
    assert_eq!(misfit_of("[event.recall]\nverbs = 'recall'"), ".event.recall.verbs: not \"array\"");
    assert_eq!(misfit_of("opposites = [['a']]"), ".opposites[0]: of another length");
}

#[test]
fn every_key_is_described() {
    let lexicon = Lexicon::built_in();
    assert_eq!(undescribed(&rule_file(lexicon), ""), [""; 0]);
    assert_eq!(undescribed(&lexicon_file(lexicon), ""), [""; 0]);
}

#[test]
fn the_rules_of_the_guide_and_those_for_the_language_fit_the_schema() {
    let schema = rule_file(Lexicon::built_in());
    let mut seen = 0;
    for folder in ["docs/desk", "fixtures/language"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
            let text = std::fs::read_to_string(&path).unwrap();
            assert_eq!(misfit(&read(&text), &schema, &path.to_string_lossy()), None);
            seen += 1;
        }
    }
    assert!(seen >= 5);
    let schema = lexicon_file(Lexicon::built_in());
    let words = include_str!("../../../docs/desk/lexicon/harbour.toml");
    assert_eq!(misfit(&read(words), &schema, "harbour"), None);
}
