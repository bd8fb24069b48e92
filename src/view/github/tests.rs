use super::*;
use crate::view::sample::{Sample, ferry};

fn show(sample: &Sample) -> String {
    let mut out = Vec::new();
    write_report(&sample.report, &sample.sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_finding_and_every_problem_is_one_command() {
    let mut sample = ferry();
    sample.report.problems = vec![Diagnostic::new("input/missing", Severity::Error, "there is no file x")];
    let shown = show(&sample);
    let commands: Vec<&str> = shown.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(commands, ["::error", "::warning", "::error"]);
    assert!(shown.contains("::error file=wire/ferry-a.txt,line=3,endLine=3,col="), "{shown}");
    assert!(shown.ends_with("::error title=input/missing::there is no file x\n"), "{shown}");
}

#[test]
fn no_text_can_end_a_command_or_begin_one() {
    let mut sample = Sample::default();
    let a = sample.article("a,b:c%0A.txt", "A", "Five\ndead\n");
    let labels = vec![sample.label(a, "Five\ndead", "5\n::set-output name=x::y", "")];
    let finding = sample.find("toll", Severity::Note, "100 % wrong\n::error::forged\r", labels);
    finding.help = Some("\n::stop-commands::x".into());
    let shown = show(&sample);
    assert_eq!(shown.lines().count(), 1, "{shown}");
    let head =
        "::notice file=a%2Cb%3Ac%250A.txt,line=1,endLine=2,title=toll::100 %25 wrong ::error::forged␍%0A";
    assert!(shown.starts_with(head), "{shown}");
}
