use super::*;
use crate::diagnostic::{Aside, Exception, Report};
use crate::view::sample::ferry;

#[test]
fn the_line_counts() {
    assert_eq!(line(&ferry().report), "1 error, 1 warning in 2 articles (2 claims)");
    let quiet = Report { findings: Vec::new(), ..ferry().report };
    assert_eq!(line(&quiet), "no conflicts in 2 articles (2 claims)");
    assert_eq!(line(&Report::default()), "nothing was checked");
}

#[test]
fn an_archive_and_what_was_set_aside_are_told() {
    let mut report = ferry().report;
    report.archive = Some(2000);
    report.articles[1].part = Part::Archive;
    let finding = report.findings[0].clone();
    let (source, place) = (finding.labels[0].source, finding.labels[0].span);
    let exception = Exception { reason: "so".into(), source, place };
    report.set_aside = vec![(finding.clone(), Aside::Baseline), (finding, Aside::Comment(exception))];
    let expected = "1 error, 1 warning in 1 article against 2000 (2 claims); 1 ignored, 1 in the baseline";
    assert_eq!(line(&report), expected);
}

#[test]
fn rules_are_counted_severe_ones_first() {
    let mut report = ferry().report;
    let again = report.findings[1].clone();
    report.findings.insert(0, again);
    let mut out = Vec::new();
    write(&report, &mut out).unwrap();
    let shown = String::from_utf8(out).unwrap();
    let counts: Vec<&str> = shown.lines().map(str::trim_start).collect();
    assert_eq!(counts.len(), 3);
    assert!(counts[0].starts_with("1 error[") && counts[1].starts_with("2 warning["), "{shown}");
}
