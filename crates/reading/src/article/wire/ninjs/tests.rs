use super::super::tests::{fixture, memory, origin, paragraphs, paths, problems, texts};
use crate::article::BlockKind;

#[test]
fn version_1_has_its_text_in_one_field_and_says_what_was_corrected() {
    let (bytes, loaded) = fixture("wire.ninjs.json");
    let document = &loaded.documents[0];
    assert_eq!(paths(&loaded), ["wire.ninjs.json"]);
    let meta = &document.meta;
    assert_eq!(meta.outlet.as_deref(), Some("Northern Wire"));
    assert_eq!(meta.byline.as_deref(), Some("Lena Orsini"));
    assert_eq!(meta.language.as_deref(), Some("en-GB"));
    assert_eq!(meta.updated, Some(jiff::civil::date(2014, 8, 13)));
    assert_eq!(meta.note.as_deref(), Some("Corrects the number of tugs in paragraph 2"));
    assert_eq!(origin(&bytes, document, "“Brava”"), r"\u201cBrava\u201d");
    assert_eq!(origin(&bytes, document, "\"We saw"), r#"\"We saw"#);
    assert_eq!(origin(&bytes, document, "–"), "&#8211;");
}

#[test]
fn version_2_lists_headlines_and_bodies() {
    let json = r#"{"uri":"a","headlines":[{"role":"short","value":"S"},{"role":"main","value":"Ferry sinks"}],
        "bodies":[{"contenttype":"text/plain","value":"Plain."},{"contenttype":"application/xhtml+xml","value":"<p>Rich.</p>"}]}"#;
    let loaded = memory("a.json", json);
    assert_eq!(texts(&loaded.documents[0], BlockKind::Headline), ["Ferry sinks"]);
    assert_eq!(paragraphs(&loaded.documents[0]), ["Rich."]);
}

#[test]
fn packages_hold_their_items() {
    let item =
        |name: &str| format!(r#"{{"type":"text","headline":"{name}","body_text":"The {name} sank."}}"#);
    let (a, b) = (item("Brava"), item("Jadran"));
    for (json, numbered) in [
        (format!(r#"{{"type":"composite","headline":"x","associations":{{"m":{a},"n":{b}}}}}"#), true),
        (format!(r#"{{"type":"composite","associations":[{a},{b}]}}"#), true),
        (format!(r#"{{"items":[{a},{b}]}}"#), true),
        (format!("[{a},[{b}]]"), true),
    ] {
        let loaded = memory("a.json", &json);
        assert_eq!(paths(&loaded), ["a.json#1", "a.json#2"], "{json} {numbered}");
        assert_eq!(paragraphs(&loaded.documents[1]), ["The Jadran sank."]);
    }
}

#[test]
fn items_without_text_are_told() {
    for json in
        ["{}", "[]", r#"{"headline":"x","body_text":" "}"#, "3", r#"{"type":"picture","body_text":"x"}"#]
    {
        assert!(problems(&memory("a.json", json))[0].contains("holds no news item"), "{json}");
    }
}
