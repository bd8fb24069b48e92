use super::*;
use crate::source::SourceId;

fn read(text: &str) -> Result<Config, Vec<Diagnostic>> {
    read::read(text, SourceId(0))
}

/// Codes of the mistakes and the text that each points at, and the help.
fn mistakes(text: &str) -> Vec<String> {
    let told = |mistake: Diagnostic| {
        let at = &text[mistake.labels[0].span.range()];
        format!("{} {at:?} {}", mistake.code, mistake.help.unwrap_or_default())
    };
    read(text).unwrap_err().into_iter().map(told).collect()
}

#[test]
fn every_setting_is_read() {
    let text = r#"
        [articles]
        "story.txt" = 2024-05-06
        "wire/other.txt" = { published = 2024-05-07, source = "Harbour Post", title = "Ferry" }
        [check]
        fail-on = "never"
        [rules]
        count-mismatch = "off"
        age-mismatch = "note"
        [packs]
        paths = ["house"]
    "#;
    let config = read(text).unwrap();
    assert_eq!(config.articles["story.txt"].published, Some(jiff::civil::date(2024, 5, 6)));
    let other = &config.articles["wire/other.txt"];
    assert_eq!((other.outlet.as_deref(), other.title.as_deref()), (Some("Harbour Post"), Some("Ferry")));
    assert_eq!(config.fail_on, Some(FailOn::Never));
    assert_eq!(config.rules["count-mismatch"].level, Level::Off);
    assert_eq!(config.rules["age-mismatch"].level, Level::At(Severity::Note));
    assert_eq!(config.packs, [PathBuf::from("house")]);
    assert!(read("").unwrap().articles.is_empty());
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
[rules]
x = ["off"]
"#;
    let expected = [
        r#"config/unknown-key "\"stray.txt\"" write [articles] above it"#,
        r#"config/unknown-key "artikles" did you mean `articles`?"#,
        r#"config/wrong-type "\"2024-05-06\"" such as 2024-05-06, without quotes"#,
        r#"config/unknown-key "publisched" did you mean `published`?"#,
        r#"config/wrong-type "5" "#,
        r#"config/wrong-type "2024-05-06T10:00:00" such as 2024-05-06, without quotes"#,
        r#"config/bad-value "\"waring\"" did you mean `warning`?"#,
        r#"config/wrong-type "[\"off\"]" "#,
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
        let _ = read(&text);
    }
}
