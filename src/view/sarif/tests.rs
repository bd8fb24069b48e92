use super::*;
use crate::diagnostic::Exception;
use crate::source::OffsetMap;
use crate::symbol::Sym;
use crate::view::sample::{Sample, ferry};

/// The official schema: see NOTICE.
const OFFICIAL: &str = include_str!("../../../tests/schema/sarif-2.1.0.json");

fn show(sample: &Sample) -> Value {
    let mut out = Vec::new();
    write_report(&sample.report, &sample.sources, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// What the official schema has against a log.
fn mistakes(log: &Value) -> Vec<String> {
    // One pattern ends in a bracket that not every dialect of regular expressions takes for itself.
    let schema = OFFICIAL.replace("{2}]?$", r"{2}\\]?$");
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// A report with everything that a report can hold.
fn full() -> Sample {
    let mut sample = ferry();
    let code = sample.report.findings[0].code.clone();
    sample.report.rules = vec![
        RuleLine {
            id: Sym::from("unused"),
            summary: "s".into(),
            why: String::new(),
            severity: Severity::Note,
        },
        RuleLine { id: code, summary: "s".into(), why: "because".into(), severity: Severity::Error },
    ];
    let finding = sample.report.findings[1].clone();
    let exception =
        Exception { reason: "so".into(), source: finding.labels[0].source, place: Span::new(0, 5) };
    sample.report.set_aside = vec![
        (finding.clone(), Aside::Comment(exception.clone())),
        (finding.clone(), Aside::Settings(exception)),
        (finding, Aside::Baseline),
    ];
    let odd = "ün i%/[x] \u{1b}.toml";
    let file = sample.sources.add(SourceFile::new(odd.into(), "a = 1\n".into(), OffsetMap::identity()));
    sample.report.problems = vec![
        Diagnostic::new("input/missing", Severity::Error, "there is no file x").with_help("look"),
        Diagnostic::new("config/unknown-key", Severity::Warning, "x").with_label(file, Span::new(0, 1), "x"),
    ];
    sample
}

#[test]
fn logs_are_valid() {
    assert_eq!(mistakes(&show(&full())), [""; 0]);
    assert_eq!(mistakes(&show(&Sample::default())), [""; 0]);
    let mut broken = show(&full());
    broken["runs"][0]["results"][0]["level"] = json!("grave");
    assert_eq!(mistakes(&broken).len(), 1, "the schema is really asked");
}

#[test]
fn results_have_both_articles_and_fingerprints() {
    let log = show(&full());
    let result = &log["runs"][0]["results"][0];
    let uri = |at: usize| &result["locations"][at]["physicalLocation"]["artifactLocation"]["uri"];
    assert_ne!(uri(0), uri(1));
    assert_eq!(result["partialFingerprints"][FINGERPRINT], "c0ffee");
    assert_eq!(result["ruleIndex"], 1);
    assert!(result["relatedLocations"].as_array().unwrap().len() >= 2);
    let aside = log["runs"][0]["results"].as_array().unwrap().iter().skip(2);
    let aside: Vec<&Value> = aside.map(|result| &result["suppressions"][0]).collect();
    let kinds: Vec<&Value> = aside.iter().map(|suppression| &suppression["kind"]).collect();
    assert_eq!(kinds, ["inSource", "external", "external"]);
    let lines =
        aside.iter().map(|aside| aside["location"]["physicalLocation"]["region"]["startLine"].as_u64());
    assert_eq!(lines.collect::<Vec<_>>(), [Some(1), Some(1), None]);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn paths_are_uris() {
    let of = |path: &str| uri(&SourceFile::new(path.into(), "".into(), OffsetMap::identity()));
    assert_eq!(of("a b/ü.md"), "a%20b/%C3%BC.md");
    assert_eq!(of("/tmp/x#1.md"), "file:///tmp/x%231.md");
    assert_eq!(of("C:/x.md"), "file:///C%3A/x.md");
    assert_eq!(of("x\u{1b}?.md"), "x%1B%3F.md");
}
