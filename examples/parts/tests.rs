use std::fs;
use std::path::PathBuf;

use super::*;

/// Two reports that disagree on a count and on a date.
const ONE: &str = "Ann Lind bought 12 boats in Lyon on Monday.\nOlaf Berg sold a mill in Bergen on Friday.\n";
const OTHER: &str =
    "Ann Lind bought 14 boats in Lyon on Monday.\nOlaf Berg sold a mill in Bergen on Sunday.\n";
const GOLD: &str = r#"{ "groups": [
    { "kind": "count", "grade": "hard", "what": "boats that were bought", "values": [
        { "mentions": [{ "doc": "a.txt", "line": 1, "text": "bought 12 boats" }] },
        { "mentions": [{ "doc": "b.txt", "line": 1, "text": "bought 14 boats" }] } ] },
    { "kind": "date", "grade": "hard", "what": "when the mill was sold", "values": [
        { "mentions": [{ "doc": "a.txt", "line": 2, "text": "sold a mill in Bergen on Friday" }] },
        { "mentions": [{ "doc": "b.txt", "line": 2, "text": "sold a mill in Bergen on Sunday" }] } ] },
    { "kind": "date", "grade": "imprecise", "what": "when the boats were bought", "values": [
        { "mentions": [{ "doc": "a.txt", "line": 1, "text": "on Monday" }] },
        { "mentions": [{ "doc": "b.txt", "line": 1, "text": "on Monday" }] } ] }
] }"#;

/// The made-up folder, written to a place of its own.
fn corpus() -> PathBuf {
    let corpus = std::env::temp_dir().join(format!("gainsay-parts-{}", std::process::id()));
    let articles = corpus.join("articles").join("one");
    fs::create_dir_all(&articles).unwrap();
    fs::create_dir_all(corpus.join("gold")).unwrap();
    fs::write(articles.join("a.txt"), ONE).unwrap();
    fs::write(articles.join("b.txt"), OTHER).unwrap();
    fs::write(corpus.join("gold").join("one.json"), GOLD).unwrap();
    corpus
}

#[test]
fn pairs_are_counted_by_what_they_are_and_how_each_part_agrees() {
    let corpus = corpus();
    let (mut table, mut typed) = (Table::default(), Typed::default());
    for gold in gold::files(&corpus) {
        count(&Folder::read(&corpus, &gold), &mut table, &mut typed);
    }
    fs::remove_dir_all(&corpus).unwrap();
    let shown = table.to_string();
    let lines: Vec<Vec<&str>> = shown.lines().map(|line| line.split_whitespace().collect()).collect();
    let row = |block: usize, part: &str| {
        let rows = lines.iter().skip(block * 7).take(7);
        rows.into_iter().find(|row| row.first() == Some(&part)).map(|row| row[1..4].to_vec()).unwrap()
    };
    // Two groups are hard, each with one pair; a date's time is what is disputed, and it counts nothing.
    assert_eq!(row(0, "subject"), ["2", "2", "2"], "{shown}");
    assert_eq!(row(0, "time"), ["1", "1", "1"], "{shown}");
    assert_eq!(row(0, "noun"), ["1", "1", "1"], "{shown}");
    assert!(lines[1].ends_with(&["100.0", "%", "0.0", "%", "0.0", "%"]), "{shown}");
    // No value has two mentions; of two groups of dates each mention meets each of the other.
    assert_eq!(row(1, "subject"), ["0", "0", "0"], "{shown}");
    assert_eq!(row(2, "subject"), ["4", "4", "4"], "{shown}");
    assert!(lines[15].ends_with(&["0.0", "%", "0.0", "%", "100.0", "%"]), "{shown}");
    let shown = typed.to_string();
    for kind in ["count", "date"] {
        let row = shown.lines().find(|line| line.trim_start().starts_with(kind)).unwrap();
        assert_eq!(
            row.split_whitespace().skip(1).collect::<Vec<_>>(),
            ["1", "1", "1", "100.0", "%"],
            "{shown}"
        );
    }
}
