use super::*;
use crate::diagnostic::Diagnostic;

#[test]
fn problems_weigh_more_than_findings_and_thresholds_hold() {
    let report = |findings: &[Severity], problems: &[Severity]| {
        let all =
            |severities: &[Severity]| severities.iter().map(|s| Diagnostic::new("x", *s, "x")).collect();
        Report { findings: all(findings), problems: all(problems), ..Report::default() }
    };
    use Severity::{Error, Note, Warning};
    let table = [
        (report(&[], &[]), FailOn::At(Note), Outcome::Clean),
        (report(&[Error], &[]), FailOn::At(Error), Outcome::Findings),
        (report(&[Warning, Note], &[]), FailOn::At(Error), Outcome::Clean),
        (report(&[Warning, Note], &[]), FailOn::At(Warning), Outcome::Findings),
        (report(&[Note], &[]), FailOn::At(Note), Outcome::Findings),
        (report(&[Error], &[]), FailOn::Never, Outcome::Clean),
        (report(&[], &[Warning]), FailOn::At(Note), Outcome::Clean),
        (report(&[Error], &[Error]), FailOn::At(Error), Outcome::Failed),
        (report(&[], &[Error]), FailOn::Never, Outcome::Failed),
    ];
    for (report, fail_on, outcome) in table {
        assert_eq!(Outcome::of(&report, fail_on), outcome, "{report:?} {fail_on:?}");
    }
}
