use super::*;
use crate::diagnostic::Exception;
use crate::source::{OffsetMap, SourceFile};
use crate::symbol::Sym;
use crate::view::sample::{Sample, ferry};

/// The official schema: see NOTICE.
const OFFICIAL: &str = include_str!("../../../tests/schema/sarif-2.1.0.json");

fn show(sample: &Sample) -> Value {
    let mut out = Vec::new();
    write_report(&sample.report, &sample.sources, Some(Path::new("/desk")), &mut out).unwrap();
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
    let root = Root::new(Some(Path::new("/home/ana/news desk")));
    assert_eq!(root.described()["uri"], "file:///home/ana/news%20desk/");
    let inside = [
        ("a b/ü.md", "a%20b/%C3%BC.md"),
        ("./x#1.md", "x%231.md"),
        ("../news desk/x?.md", "x%3F.md"),
        ("/home/ana/news desk/x%.md", "x%25.md"),
        ("a:b.md", "a%3Ab.md"),
        ("x\u{1b}.md", "x%1B.md"),
    ];
    for (path, uri) in inside {
        assert_eq!(root.artifact(path.as_bytes()), json!({ "uri": uri, "uriBaseId": ROOT }), "{path}");
    }
    let outside = [
        ("/tmp/x#1.md", "file:///tmp/x%231.md"),
        ("../x.md", "file:///home/ana/x.md"),
        ("C:/x.md", "file:///C%3A/x.md"),
        ("/home/ana/news desk 2/x.md", "file:///home/ana/news%20desk%202/x.md"),
    ];
    for (path, uri) in outside {
        assert_eq!(root.artifact(path.as_bytes()), json!({ "uri": uri }), "{path}");
    }
    assert_eq!(root.artifact(b"\xff.md")["uri"], "%FF.md");
    let nowhere = Root::new(None);
    assert_eq!(nowhere.artifact(b"a/../../x.md"), json!({ "uri": "../x.md", "uriBaseId": ROOT }));
    assert_eq!(nowhere.artifact(b"/x.md"), json!({ "uri": "file:///x.md" }));
}

#[test]
fn a_log_is_no_larger_than_services_take() {
    let mut sample = full();
    let mut finding = sample.report.findings[0].clone();
    finding.message = "é".repeat(MOST_TEXT + 1);
    finding.labels = vec![finding.labels[0].clone(); MOST_RELATED + 1];
    finding.labels[0].message = "x".repeat(MOST_TEXT + 1);
    sample.report.findings = vec![finding];
    let log = show(&sample);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["relatedLocations"].as_array().unwrap().len(), MOST_RELATED);
    let length = |text: &Value| text.as_str().unwrap().chars().count();
    assert_eq!(length(&result["message"]["text"]), MOST_TEXT);
    assert_eq!(length(&result["relatedLocations"][0]["message"]["text"]), MOST_TEXT);
    let small = Diagnostic { labels: Vec::new(), message: "x".into(), ..sample.report.findings[0].clone() };
    sample.report.findings = vec![small; MOST_RESULTS];
    let log = show(&sample);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.len() == MOST_RESULTS && results.iter().all(|result| result["suppressions"].is_null()));
    let told = log["runs"][0]["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(
        told.last().unwrap()["message"]["text"],
        "3 of 25003 findings are left out: a log holds 25000"
    );
}
