use super::*;
use crate::source::{OffsetMap, SourceFile, Span};
use crate::view::sample::{Sample, ferry};

fn show(sample: &Sample) -> String {
    let mut out = Vec::new();
    write_report(&sample.report, &sample.sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_format_is_the_one_promised() {
    let mut sample = ferry();
    sample.report.articles[0].published = Some(jiff::civil::date(2024, 5, 6));
    sample.report.articles[0].title = Some("Ferry runs aground".into());
    let bad = sample.sources.add(SourceFile::new(
        "gainsay.toml".into(),
        "a = 1\nb = 2\n".into(),
        OffsetMap::identity(),
    ));
    sample.report.problems = vec![
        Diagnostic::new("input/unreadable", Severity::Error, "cannot read “x.txt”").with_help("look again"),
        Diagnostic::new("config/unknown-key", Severity::Error, "no such key").with_label(
            bad,
            Span::new(6, 7),
            "",
        ),
    ];
    insta::assert_snapshot!(show(&sample));
}

#[test]
fn hidden_characters_are_escaped_and_nothing_is_lost() {
    let mut sample = Sample::default();
    let text = "Five\u{202e}\x1b[2J\u{9b}dead\u{2028}\u{e0041}";
    let a = sample.article("a\u{200b}.txt", "A", text);
    let labels = vec![sample.label(a, text, "5", ""), sample.label(a, "dead", "dead", "")];
    sample.find("test", Severity::Error, "x", labels);
    let shown = show(&sample);
    assert_eq!(shown.chars().filter(|c| *c != '\n' && clean::is_hidden(*c)).count(), 0, "{shown}");
    let read: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(read["findings"][0]["labels"][0]["text"], text);
    assert_eq!(read["articles"][0]["path"], "a\u{200b}.txt");
}

#[test]
fn offsets_are_bytes_on_disk_and_columns_characters() {
    let mut sample = Sample::default();
    // Windows-1252 on disk: "é" is one byte there and two in the text.
    let mut map = OffsetMap::identity();
    map.push(1, 0, 1);
    map.push(2, 1, 1);
    map.push(5, 2, 5);
    let a = sample.sources.add(SourceFile::new("a.txt".into(), "né five".into(), map));
    let label = Label { source: a, span: Span::new(3, 7), message: String::new(), value: None };
    sample.find("test", Severity::Error, "x", vec![label.clone(), label]);
    let read: serde_json::Value = serde_json::from_str(&show(&sample)).unwrap();
    let label = &read["findings"][0]["labels"][0];
    assert_eq!((&label["text"], &label["start"], &label["column"]), (&"five".into(), &3.into(), &4.into()));
}
