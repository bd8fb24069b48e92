use super::*;

/// Settings without mistakes.
fn read(text: &str) -> Config {
    let config = read::read(text);
    assert_eq!(config.mistakes, []);
    config
}

/// Codes of the mistakes and the text that each points at, and the help.
fn mistakes(text: &str) -> Vec<String> {
    let told = |mistake: Diagnostic| {
        let at = &text[mistake.labels[0].span.range()];
        format!("{} {at:?} {}", mistake.code, mistake.help.unwrap_or_default())
    };
    read::read(text).mistakes.into_iter().map(told).collect()
}

#[test]
fn every_setting_is_read() {
    let text = r#"
        [articles]
        "story.txt" = 2024-05-06
        "wire/*.txt" = { published = 2024-05-07, source = "Harbour Post", title = "Ferry" }
        [check]
        fail-on = "never"
        against = ["archive", "older"]
        exclude = ["notes/**"]
        [rules]
        count-mismatch = "off"
        age-mismatch = "note"
        [packs]
        paths = ["house"]
        [[ignore]]
        fingerprint = "0123456789abcdef"
        reason = " counted apart "
        until = 2025-12-31
        [[ignore]]
        fingerprint = "fedcba9876543210"
        reason = "x"
    "#;
    let config = read(text);
    let articles: Vec<_> = config.articles.iter().map(|(name, meta)| (name.value.text(), meta)).collect();
    assert_eq!((articles[0].0, articles[0].1.published), ("story.txt", Some(jiff::civil::date(2024, 5, 6))));
    let (glob, other) = articles[1];
    assert_eq!(glob, "wire/*.txt");
    assert_eq!((other.outlet.as_deref(), other.title.as_deref()), (Some("Harbour Post"), Some("Ferry")));
    assert_eq!(config.fail_on.unwrap().value, FailOn::Never);
    let paths = |paths: &[Placed<PathBuf>]| paths.iter().map(|p| p.value.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&config.against), [PathBuf::from("archive"), PathBuf::from("older")]);
    assert!(config.exclude[0].value.matches("x/notes/a/b.md"));
    assert_eq!(config.rules["count-mismatch"].value, Level::Off);
    assert_eq!(config.rules["age-mismatch"].value, Level::At(Severity::Note));
    assert_eq!(paths(&config.packs), [PathBuf::from("house")]);
    let ignore = &config.ignores[0];
    assert_eq!(
        (ignore.fingerprint.value.as_str(), ignore.reason.as_str()),
        ("0123456789abcdef", "counted apart")
    );
    assert_eq!(ignore.until.unwrap().value, jiff::civil::date(2025, 12, 31));
    assert_eq!(config.ignores[1].until, None);
    assert!(read("").articles.is_empty());
}

#[test]
fn the_template_of_init_has_no_mistakes_with_or_without_its_comments() {
    let template = include_str!("../app/init/gainsay.toml");
    read(template);
    let setting = |line: &str| {
        let rest = line.strip_prefix("# ")?;
        let is_setting =
            rest.starts_with("[[") || rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
        is_setting.then(|| rest.to_owned())
    };
    let bare: Vec<String> =
        template.lines().map(|line| setting(line).unwrap_or_else(|| line.into())).collect();
    let config = read(&bare.join("\n"));
    assert_eq!((config.articles.len(), config.ignores.len(), config.against.len()), (3, 1, 1));
}

#[test]
fn a_mistake_takes_nothing_else_out_of_force() {
    let config = read::read("[check]\nfail-on = \"note\"\n[rules]\na = \"of\"\nb = \"off\"\n");
    assert_eq!(config.fail_on.unwrap().value, FailOn::At(Severity::Note));
    assert_eq!(config.rules.keys().collect::<Vec<_>>(), ["b"]);
    assert_eq!(config.mistakes.len(), 1);
}

#[test]
fn all_mistakes_come_out_together_in_order() {
    let text = r#"
"stray.txt" = 2024-05-06
artikles = {}
[articles]
"a.txt" = "2024-05-06"
"b.txt" = { publisched = 2024-05-06, source = 5 }
"c.txt" = 2024-05-06T10:00:00
[check]
fail-on = "waring"
against = "archive"
exclude = ["a[", ""]
[rules]
x = ["off"]
[[ignore]]
fingerprint = "12"
reason = " "
[[ignore]]
resaon = "x"
[[ignore]]
reason = "y"
"#;
    let expected = [
        r#"config/unknown-key "\"stray.txt\"" write [articles] above it"#,
        r#"config/unknown-key "artikles" did you mean `articles`?"#,
        r#"config/wrong-type "\"2024-05-06\"" such as 2024-05-06, without quotes"#,
        r#"config/unknown-key "publisched" did you mean `published`?"#,
        r#"config/wrong-type "5" "#,
        r#"config/wrong-type "2024-05-06T10:00:00" such as 2024-05-06, without quotes"#,
        r#"config/bad-value "\"waring\"" did you mean `warning`?"#,
        r#"config/wrong-type "\"archive\"" "#,
        r#"config/bad-value "\"a[\"" "#,
        r#"config/bad-value "\"\"" "#,
        r#"config/wrong-type "[\"off\"]" "#,
        r#"config/bad-value "\"12\"" a fingerprint has 16 digits and stands below its finding"#,
        r#"config/bad-value "\" \"" "#,
        r#"config/unknown-key "resaon" did you mean `reason`?"#,
        r#"config/missing-key "[[ignore]]" "#,
    ];
    assert_eq!(mistakes(text), expected);
}

#[test]
fn broken_toml_is_located() {
    let found = mistakes("[check]\nfail-on = \"error\n[rules]\na = \n");
    assert!(found.iter().any(|m| m.starts_with("config/toml")), "{found:?}");
    assert!(!mistakes("[articles]\n\"a\" = 2024-02-30\n").is_empty());
    assert!(!mistakes("[articles]\n\"a\" = 2024-02-03\n\"a\" = 2024-02-04\n").is_empty());
    assert!(!mistakes("[articles").is_empty());
}

#[test]
fn the_nearest_file_upwards_is_found() {
    let root = std::env::temp_dir().join(format!("gainsay-config-{}", std::process::id()));
    let deep = root.join("a/b");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(root.join(FILE_NAME), "").unwrap();
    assert_eq!(Config::find(&deep.join("story.txt")), Some(root.join(FILE_NAME)));
    std::fs::write(deep.join(FILE_NAME), "").unwrap();
    assert_eq!(Config::find(&deep), Some(deep.join(FILE_NAME)));
    std::fs::remove_dir_all(root).unwrap();
}

proptest::proptest! {
    #[test]
    fn any_text_no_panic(text in "([a-z\"=\\[\\]{}\n.0-9-]| = |\\[articles\\]\n|\"a\" = ){0,40}") {
        let _ = read::read(&text);
    }
}

/// The rules of a run with these settings, and the codes and helps of what is wrong with the settings.
fn rules(text: &str) -> (RuleSet, Vec<String>) {
    let config = read::read(text);
    let mut sources = SourceMap::default();
    let mut set = config.rule_set(&mut sources, Lexicon::built_in());
    let told = |p: Diagnostic| format!("{} {}", p.code, p.help.unwrap_or_default());
    let problems = std::mem::take(&mut set.problems).into_iter().map(told).collect();
    (set, problems)
}

#[test]
fn packs_are_chosen_and_dropped() {
    let on = |text: &str| {
        let (set, problems) = rules(text);
        assert_eq!(problems, Vec::<String>::new(), "{text}");
        let on: Vec<&str> =
            set.rules.iter().filter(|rule| rule.enabled).map(|rule| rule.pack.as_str()).collect();
        let mut packs = on.clone();
        packs.dedup();
        (packs.join(" "), on.len())
    };
    let (all, number) = on("");
    assert_eq!(all, "events house numbers people quotes");
    assert_eq!(on("[packs]\nbuilt-in = ['people']\noff = []").0, "people");
    assert_eq!(on("[packs]\noff = ['people', 'quotes']").0, "events house numbers");
    assert_eq!(on("[packs]\nbuilt-in = []\n[rules]\ntoll = 'note'"), ("numbers".into(), 1));
    assert_eq!(on("[rules]\ntoll = 'off'\n'sum' = 'off'").1, number - 2);
    assert_eq!(
        rules("[packs]\nbuilt-in = ['peopel']\noff = ['quote']").1,
        ["config/unknown-pack did you mean `people`?", "config/unknown-pack did you mean `quotes`?"]
    );
}

#[test]
fn the_last_scope_that_speaks_of_a_finding_counts() {
    let text = r#"
        [rules]
        age = "off"
        [[for]]
        articles = ["opinion/**"]
        rules = { toll = "off", age = "note" }
        [[for]]
        articles = ["opinion/desk.txt"]
        rules = { toll = "warning" }
    "#;
    let config = read(text);
    let mut sources = SourceMap::default();
    let set = config.rule_set(&mut sources, Lexicon::built_in());
    let scoping = config.scoping(&set);
    let severity = |code: &str, path: &str, decided: bool, severity: Severity| {
        let mut sources = sources.clone();
        let id = sources.add(SourceFile::new(path.into(), "".into(), OffsetMap::identity()));
        let finding = Diagnostic { decided, ..Diagnostic::new(code, severity, "m") };
        scoping.apply(finding.with_label(id, Span::new(0, 0), ""), &sources).map(|found| found.severity)
    };
    let error = Severity::Error;
    assert_eq!(severity("toll", "news/a.txt", true, error), Some(error));
    assert_eq!(severity("toll", "opinion/a.txt", true, error), None);
    assert_eq!(severity("toll", "opinion/desk.txt", true, error), Some(Severity::Warning));
    assert_eq!(severity("toll", "opinion/desk.txt", false, Severity::Warning), Some(Severity::Note));
    assert_eq!(
        severity("toll", "opinion/desk.txt", true, Severity::Note),
        Some(Severity::Note),
        "an outcome"
    );
    assert_eq!(severity("age", "news/a.txt", true, error), None, "off but for opinion pieces");
    assert_eq!(severity("age", "opinion/a.txt", true, Severity::Note), Some(Severity::Note));
    assert_eq!(severity("sum", "opinion/a.txt", true, error), Some(error));
    assert_eq!(
        rules("[[for]]\narticles = []\nrules = { tol = 'off', 'toll/rise' = 'off' }").1,
        ["config/unknown-rule did you mean `toll`?", "config/bad-value name the rule, `toll`"]
    );
    assert_eq!(mistakes("[for]\nrules = {}")[0], "config/wrong-type \"[for]\" write it as [[for]]");
}

#[test]
fn a_scope_takes_whole_packs_but_its_rules_count_for_more() {
    let text = r#"
        [packs]
        off = ["quotes"]
        [rules]
        other-speaker = "off"
        [[for]]
        articles = ["opinion/**"]
        packs = { numbers = "off", quotes = "note" }
        rules = { toll = "warning" }
    "#;
    let config = read(text);
    let mut sources = SourceMap::default();
    let set = config.rule_set(&mut sources, Lexicon::built_in());
    let (opinion, news) = ["opinion/a.txt", "news/a.txt"]
        .map(|path| sources.add(SourceFile::new(path.into(), "".into(), OffsetMap::identity())))
        .into();
    let apply = |code: &str, article| {
        let finding = Diagnostic::new(code, Severity::Error, "m").with_label(article, Span::new(0, 0), "");
        config.scoping(&set).apply(finding, &sources).map(|found| found.severity)
    };
    assert_eq!(apply("sum", opinion), None);
    assert_eq!(apply("toll", opinion), Some(Severity::Warning), "the rule counts for more than its pack");
    assert_eq!(apply("sum", news), Some(Severity::Error));
    assert_eq!(apply("reworded", opinion), Some(Severity::Note), "the pack is on in opinion pieces");
    assert_eq!(apply("reworded", news), None, "and off elsewhere");
    let enabled = |id| set.get(id).is_some_and(|rule| rule.enabled);
    assert!(enabled("reworded") && !enabled("other-speaker"), "what is off by its name stays off");
    assert_eq!(
        rules("[[for]]\narticles = []\npacks = { quote = 'off' }").1,
        ["config/unknown-pack did you mean `quotes`?"]
    );
}

#[test]
fn a_scope_says_of_what_it_speaks() {
    assert_eq!(mistakes("[[for]]\n"), [r#"config/missing-key "[[for]]" "#; 2]);
    let told = |text| read::read(text).mistakes.into_iter().map(|m| m.message).collect::<Vec<_>>();
    assert_eq!(told("[[for]]\narticles = []"), ["what holds for some articles needs `rules` or `packs`"]);
    assert_eq!(told("[[for]]\npacks = {}"), ["what holds for some articles needs `articles`"]);
}

#[test]
fn what_turned_a_rule_off_is_known() {
    let text = "[packs]\nbuilt-in = ['people', 'numbers']\noff = ['numbers']\n[rules]\nage = 'off'\ntoll = 'off'\n'sum/x' = 'off'";
    let config = read(text);
    let set = RuleSet::built_in(&mut SourceMap::default(), Lexicon::built_in());
    let off = |id: &str| {
        let found = config.turned_off(set.get(id).unwrap());
        found.map(|(table, place)| (table, &text[place.range()]))
    };
    assert_eq!(off("age"), Some((Table::Rules, "age")));
    assert_eq!(off("toll"), Some((Table::Rules, "toll")));
    assert_eq!(off("sum"), Some((Table::Packs, "'numbers'")));
    assert_eq!(off("once"), Some((Table::Packs, "built-in")), "not among the chosen");
    assert_eq!(off("home"), None);
    let outcome = config.outcome_turned_off(set.get("sum").unwrap(), "x").unwrap();
    assert_eq!((outcome.0, &text[outcome.1.range()]), (Table::Rules, "'sum/x'"));
}
