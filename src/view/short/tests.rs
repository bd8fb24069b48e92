use super::*;
use crate::diagnostic::Severity;
use crate::view::sample::{Sample, ferry};

fn show(sample: &Sample) -> String {
    let mut out = Vec::new();
    write_findings(&sample.report, &sample.sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_finding_is_one_line() {
    let sample = ferry();
    let shown = show(&sample);
    assert_eq!(shown.lines().count(), sample.report.findings.len());
    assert!(shown.lines().all(|line| line.starts_with("wire/ferry-")), "{shown}");
}

#[test]
fn a_hostile_finding_stays_on_its_line() {
    let mut sample = Sample::default();
    let a = sample.article("a\n:9:9: b.txt", "A", "Five dead\n");
    let labels = vec![sample.label(a, "Five", "5", "")];
    sample.find("toll", Severity::Note, "five\x1b[2J\nor six", labels);
    assert_eq!(show(&sample), "a :9:9: b.txt:1:1: note[toll]: five␛[2J or six\n");
}

#[test]
fn what_has_no_place_is_told_without_one() {
    let problem = Diagnostic::new("input/missing", Severity::Error, "there is no file x");
    let mut out = Vec::new();
    write_lines(&[problem], &SourceMap::default(), &mut out).unwrap();
    assert_eq!(out, b"error[input/missing]: there is no file x\n");
}
