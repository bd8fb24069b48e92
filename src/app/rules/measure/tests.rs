use std::collections::BTreeMap;
use std::fs;

use super::gold::Gold;
use super::score::{self, Score};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{OffsetMap, SourceFile, SourceMap, Span};

const GOLD: &str = r#"{ "groups": [
  { "id": "g1", "grade": "hard", "values": [
    { "mentions": [ { "doc": "a.txt", "line": 2, "text": "12 people" } ] },
    { "mentions": [ { "doc": "b.txt", "line": 1, "text": "19 dead" } ] } ] },
  { "id": "g2", "grade": "imprecise", "values": [
    { "mentions": [ { "doc": "a.txt", "line": 1, "text": "Évora" } ] },
    { "mentions": [ { "doc": "b.txt", "line": 1, "text": "north" } ] } ] } ] }"#;
const A: &str = "Fire in Évora\nIt killed 12 people.\n";
const B: &str = "19 dead in the north\n";

#[test]
fn findings_are_held_against_the_annotated_values() {
    let folder = std::env::temp_dir().join(format!("gainsay-gold-{}", std::process::id()));
    fs::create_dir_all(folder.join("fire")).unwrap();
    fs::write(folder.join("fire.json"), GOLD).unwrap();
    fs::write(folder.join("fire/a.txt"), A).unwrap();
    fs::write(folder.join("fire/b.txt"), B).unwrap();
    let gold = Gold::read(&folder.join("fire.json"), &folder.join("fire")).unwrap();
    fs::write(folder.join("fire/b.txt"), "20 dead in the north\n").unwrap();
    let moved = Gold::read(&folder.join("fire.json"), &folder.join("fire")).unwrap_err();
    assert!(moved.message.ends_with("b.txt:1 does not say \"19 dead\""), "{}", moved.message);
    fs::remove_dir_all(folder).unwrap();
    assert_eq!(gold.conflicts(), 1);

    let mut sources = SourceMap::default();
    let mut add = |name: &str, text: &str| {
        sources.add(SourceFile::new(format!("x/{name}"), text.into(), OffsetMap::identity()))
    };
    let (a, b) = (add("a.txt", A), add("b.txt", B));
    let find = |text: &str, part: &str| {
        let at = text.find(part).unwrap();
        Span::new(at, at + part.len())
    };
    let finding = |rule: &str, severity, first: &str, second: &str| {
        Diagnostic::new(rule, severity, "m").with_label(a, find(A, first), "").with_label(
            b,
            find(B, second),
            "",
        )
    };
    let findings = [
        finding("toll", Severity::Error, "killed 12", "19"),
        finding("toll", Severity::Error, "Fire", "19"),
        finding("toll", Severity::Note, "12", "19"),
        finding("place", Severity::Warning, "Évora", "north"),
    ];
    let mut by_rule: BTreeMap<String, Score> = BTreeMap::new();
    score::add(&gold, &findings, &sources, &mut by_rule);
    let toll = &by_rule["toll"];
    assert_eq!((toll.correct, toll.wrong, toll.notes, toll.found.len()), (1, 1, 1, 1));
    assert_eq!((by_rule["place"].correct, by_rule["place"].wrong), (0, 1));
}
