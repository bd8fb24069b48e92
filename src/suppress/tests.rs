use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::article::load::{Overrides, document_from_bytes};
use crate::config::Placed;
use crate::diagnostic::Report;
use crate::source::{SourceFile, SourceMap};

/// The comments in an article, each with its rule and what it speaks for, and the codes of what is wrong.
fn comments(name: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let mut loaded = document_from_bytes(name, text.into(), &Overrides::default());
    let article = loaded.documents.remove(0);
    let file = loaded.sources.get(article.source);
    let (found, wrong) = comment::read(file, &article);
    let covers = |c: &Comment| c.covers.map_or("nothing", |span| file.slice(span));
    let found = found.iter().map(|c| format!("{}: {}", c.rule, covers(c))).collect();
    (found, wrong.iter().map(|p| format!("{} {}", p.code, file.slice(p.labels[0].span))).collect())
}

#[test]
fn a_comment_speaks_for_its_paragraph_or_the_next() {
    let text = "# Fire\n\nOne sank.\n\n<!-- gainsay-ignore toll: counted apart -->\nTwo sank.\n\nThree sank. <!-- gainsay-ignore age: x --> <!-- other --> <!-- gainsay-ignore where: y -->\n\nFour <!--gainsay-ignore when : z-->sank.\n\n<!-- gainsay-ignore last: w -->\n";
    let expected =
        ["toll: Two sank.", "age: Three sank.", "where: Three sank.", "when: Four sank.", "last: nothing"];
    let (found, wrong) = comments("a.md", text);
    let found: Vec<String> = found.iter().map(|c| c.replace("<!--gainsay-ignore when : z-->", "")).collect();
    assert_eq!((found, wrong), (expected.map(str::to_owned).to_vec(), vec![]));
}

#[test]
fn in_html_paragraphs_end_where_their_tags_do() {
    let text = "<html><body><article><p>One <b>sank.</b> <!-- gainsay-ignore a: x --></p><p><!-- gainsay-ignore b: x -->Two sank.</p><!-- gainsay-ignore c: x --><p>Three sank.</p></article></body></html>";
    let (found, _) = comments("a.html", text);
    assert_eq!(found, ["a: One <b>sank.", "b: Two sank.", "c: Three sank."]);
}

#[test]
fn what_is_wrong_with_a_comment_is_told() {
    let text = "<!-- gainsay-ignore -->\n<!-- gainsay-ignore toll -->\n<!-- gainsay-ignore toll: -->\n<!-- gainsay-ignored toll: x -->\n<!-- gainsay-ignore toll: no end\n\nOne sank.\n";
    let (found, wrong) = comments("a.md", text);
    assert!(found.is_empty(), "{found:?}");
    let expected = [
        "ignore/no-rule <!-- gainsay-ignore -->",
        "ignore/no-reason <!-- gainsay-ignore toll -->",
        "ignore/no-reason <!-- gainsay-ignore toll: -->",
    ];
    assert_eq!(wrong, expected);
    assert_eq!(comments("a.txt", text), (vec![], vec![]), "plain text has no comments");
}

fn comment_on(rule: &str, covers: (u32, u32)) -> Comment {
    let (source, covers) = (SourceId(0), Some(Span { start: covers.0, end: covers.1 }));
    let place = Span::new(0, 1);
    Comment { rule: rule.into(), reason: format!("why {rule}"), source, place, covers, told: true }
}

fn finding(rule: &str, place: u32, fingerprint: &str) -> Diagnostic {
    let found = Diagnostic::new(rule, Severity::Error, "x");
    let mut found = found.with_label(SourceId(0), Span { start: place, end: place + 3 }, "x");
    found.fingerprint = fingerprint.into();
    found
}

fn ignore(fingerprint: &str, until: Option<Date>) -> Ignore {
    let place = Span::new(0, 1);
    Ignore {
        fingerprint: Placed { value: fingerprint.into(), place },
        reason: "known".into(),
        until: until.map(|value| Placed { value, place }),
        articles: Vec::new(),
    }
}

/// Codes of what counts, of what does not, and of the problems.
fn codes(applied: &Applied) -> [Vec<String>; 3] {
    let code = |d: &Diagnostic| format!("{} {}", d.code, d.fingerprint).trim_end().to_owned();
    let aside = applied.set_aside.iter().map(|(finding, _)| code(finding));
    [
        applied.findings.iter().map(code).collect(),
        aside.collect(),
        applied.problems.iter().map(code).collect(),
    ]
}

#[test]
fn comments_set_their_rule_aside_in_their_paragraph() {
    let comments = [
        comment_on("toll", (10, 20)),
        comment_on("age", (10, 20)),
        comment_on("tole", (30, 40)),
        Comment { told: false, ..comment_on("toll", (50, 60)) },
    ];
    let rules = ["toll", "age"];
    let suppressions = Suppressions { comments: &comments, rules: &rules, ..Suppressions::default() };
    let found = vec![finding("toll", 12, "1"), finding("toll", 20, "2"), finding("toll", 31, "3")];
    let applied = suppressions.apply(found);
    let [counts, aside, problems] = codes(&applied);
    assert_eq!((counts, aside), (vec!["toll 2".into(), "toll 3".into()], vec!["toll 1".to_owned()]));
    let (reason, source, place) = ("why toll".into(), SourceId(0), Span::new(0, 1));
    assert_eq!(applied.set_aside[0].1, Aside::Comment(Exception { reason, source, place }));
    assert_eq!(problems, ["ignore/unused", "ignore/unknown-rule"]);
    assert_eq!(applied.problems[1].help.as_deref(), Some("did you mean `toll`?"));
}

#[test]
fn settings_ignore_fingerprints_until_their_day() {
    let ignores = [
        ignore("1", None),
        ignore("2", Some(date(2025, 5, 6))),
        ignore("3", None),
        ignore("4", Some(date(2025, 5, 5))),
    ];
    let apply = |today| {
        let suppressions =
            Suppressions { ignores: &ignores, settings: Some(SourceId(1)), today, ..Suppressions::default() };
        let applied = suppressions.apply(["1", "2", "4"].map(|f| finding("toll", 0, f)).to_vec());
        (codes(&applied), applied.unused)
    };
    let ([counts, aside, problems], unused) = apply(Some(date(2025, 5, 6)));
    assert_eq!((counts, aside), (vec!["toll 4".to_owned()], vec!["toll 1".to_owned(), "toll 2".into()]));
    assert_eq!((problems, unused), (vec!["ignore/expired".to_owned()], vec![2]));
    assert_eq!(apply(None).0[0], [""; 0], "without a day nothing ends");
}

#[test]
fn a_baseline_knows_so_many_of_each() {
    let twice = vec![finding("toll", 0, "1"), finding("toll", 50, "1"), finding("age", 0, "2")];
    let baseline = Baseline::of(&Report { findings: twice.clone(), ..Report::default() });
    let suppressions = Suppressions { baseline: Some(&baseline), ..Suppressions::default() };
    assert_eq!(suppressions.apply(twice.clone()).findings, []);
    let applied = suppressions.apply([twice, vec![finding("toll", 90, "1")]].concat());
    assert_eq!(codes(&applied)[0], ["toll 1"], "one more of the same is new");
    // Written again, it holds what it held.
    let report = Report { set_aside: applied.set_aside, ..Report::default() };
    assert_eq!(Baseline::of(&report), baseline);
}

#[test]
fn baselines_are_read_back_and_mistakes_in_them_located() {
    let path = std::env::temp_dir().join(format!("gainsay-baseline-{}.json", std::process::id()));
    let load = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let mut sources = SourceMap::default();
        let loaded = Baseline::load(&path, &mut sources);
        loaded.map_err(|p| {
            (p.code.to_string(), sources.get(p.labels[0].source).position(p.labels[0].span).line)
        })
    };
    let baseline = Baseline::of(&Report { findings: vec![finding("toll", 0, "1")], ..Report::default() });
    assert_eq!(load(&serde_json::to_string(&baseline).unwrap()), Ok(baseline));
    let broken = |line| Err(("baseline/broken".to_owned(), line));
    assert_eq!(load("{\n\"schema\": \"gainsay/baseline/1\",\n\"findings\": [}"), broken(3));
    assert_eq!(load("{\"schema\": \"gainsay/baseline/1\",\n\"findings\": 5}"), broken(2));
    assert_eq!(load("{\n\"schema\": \"other\",\n\"findings\": []}"), broken(2));
    assert_eq!(load(""), broken(1));
    std::fs::remove_file(&path).unwrap();
    let missing = Baseline::load(&path, &mut SourceMap::default()).unwrap_err();
    assert!(missing.message.contains("gainsay-baseline"), "{}", missing.message);
}

proptest::proptest! {
    #[test]
    fn any_text_no_panic(text in "(<!--|-->|gainsay-ignore| toll|: x|\n|a|é|<b>|</p>|\\. ){0,40}") {
        for name in ["a.md", "a.html"] {
            let mut loaded = document_from_bytes(name, text.clone().into(), &Overrides::default());
            let article = loaded.documents.remove(0);
            let file = SourceFile::new(name.into(), Arc::from(text.as_str()), Default::default());
            for comment in comment::read(&file, &article).0 {
                proptest::prop_assert!(comment.place.end as usize <= text.len());
            }
        }
    }
}

#[test]
fn what_is_shown_as_code_is_no_comment() {
    let shown = "```\n<!-- gainsay-ignore toll: x -->\n```\n\nOne sank.\n\n~~~ md\n<!-- gainsay-ignore age: x -->\n~~~\n";
    assert_eq!(comments("a.md", shown), (vec![], vec![]));
    let text = format!("{shown}\n<!-- gainsay-ignore toll: x -->\nTwo sank.\n");
    assert_eq!(comments("a.md", &text).0, ["toll: Two sank."]);
}
