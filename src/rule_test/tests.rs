use super::{Tried, Verdict, run};
use crate::diagnostic::{Diagnostic, Severity};
use smallvec::SmallVec;

use crate::rules::engine::lacking::Lack;
use crate::rules::engine::near::{Against, Near, NearMiss};
use crate::rules::testing::load;

const RULE: &str = r#"
summary = "s"
severity = "error"
why = "w"
[find.a]
[find.b]
[where]
all = ["a.slot = b.slot", "a.value conflicts b.value"]
[report]
message = "m"

[[test]]
name = "fires"
expect = "conflict"
article = [{ text = "conflict" }]

[[test]]
expect = "silent"
article = [{ text = "peace" }]

[[test]]
name = "too loud"
expect = "silent"
article = [{ text = "conflict" }]

[[test]]
name = "too quiet"
expect = "conflict"
article = [{ source = "Post", text = "peace" }]

[[test]]
name = "too mild"
expect = "conflict"
severity = "warning"
article = [{ text = "conflict" }]

[[test]]
name = "known"
expect = "conflict"
todo = true
article = [{ text = "peace" }]

[[test]]
name = "known no more"
expect = "silent"
todo = true
article = [{ text = "peace" }]
"#;

#[test]
fn verdicts_name_what_went_wrong_and_where() {
    let (rule, _, file) = load("quarrel", RULE);
    let runs = run(&rule.unwrap(), &|test, rule| {
        let loud = test.articles.iter().any(|a| a.text == "conflict");
        let findings: Vec<_> =
            loud.then(|| Diagnostic::new(&rule.id, Severity::Error, "they quarrel")).into_iter().collect();
        let against =
            Against { span: rule.conditions.all[1].span, verdict: "false: they agree".into(), leeway: None };
        let near = Near::Misses(vec![NearMiss { statements: SmallVec::new(), against: vec![against] }]);
        let why = "nothing has the role event".to_owned();
        let lacks = vec![Lack { variable: 1, article: 0, why }];
        Tried { near: findings.is_empty().then_some(near), findings, lacks }
    });
    let verdicts: Vec<&str> = runs.iter().map(|r| r.name_of_verdict()).collect();
    assert_eq!(verdicts, ["fired", "silent", "noisy", "missing", "misjudged", "todo", "done"]);
    let passed: Vec<bool> = runs.iter().map(|r| r.passed()).collect();
    assert_eq!(passed, [true, true, false, false, false, true, false]);
    assert_eq!(runs[5].verdict, Verdict::Missing);
    assert_eq!(runs[1].name, "test 2");
    let told: Vec<String> = runs
        .iter()
        .filter_map(|r| r.failure.as_ref())
        .map(|f| format!("{} {}: {}", file.position(f.labels[0].span).line, f.message, f.labels[0].message))
        .collect();
    assert_eq!(
        told,
        [
            "23 quarrel, too loud: found something: found: they quarrel",
            "28 quarrel, too quiet: found nothing: nothing was found",
            "33 quarrel, too mild: found it with another severity: found as error: they quarrel",
            "45 quarrel, known no more: passes by now: this is what comes of it",
        ]
    );
    let lack = &runs[3].failure.as_ref().unwrap().labels[1];
    assert_eq!((file.slice(lack.span), lack.message.as_str()), ("b", "found nothing in article 1"));
    let help = runs[3].failure.as_ref().unwrap().help.as_deref();
    assert_eq!(help, Some("article 1 (Post): nothing has the role event"));
    let why = &runs[3].failure.as_ref().unwrap().labels[2];
    assert_eq!(
        (file.slice(why.span), why.message.as_str()),
        ("a.value conflicts b.value", "false: they agree")
    );
}
