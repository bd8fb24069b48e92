use super::{Verdict, run};
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::kit::load;

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
article = [{ text = "peace" }]

[[test]]
name = "too mild"
expect = "conflict"
severity = "warning"
article = [{ text = "conflict" }]
"#;

#[test]
fn verdicts_name_what_went_wrong_and_where() {
    let (rule, _, file) = load("quarrel", RULE);
    let runs = run(&rule.unwrap(), &|articles, rule| {
        let loud = articles.iter().any(|a| a.text == "conflict");
        loud.then(|| Diagnostic::new(&rule.id, Severity::Error, "they quarrel")).into_iter().collect()
    });
    let verdicts: Vec<Verdict> = runs.iter().map(|r| r.verdict).collect();
    assert_eq!(
        verdicts,
        [Verdict::Fired, Verdict::Silent, Verdict::Noisy, Verdict::Missing, Verdict::Misjudged]
    );
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
        ]
    );
}
