use super::super::tests::{fixture, memory, origin, paragraphs, paths, problems};

#[test]
fn each_line_is_an_article_under_any_of_the_usual_names() {
    let (bytes, loaded) = fixture("archive.jsonl");
    assert_eq!(paths(&loaded), ["archive.jsonl#1", "archive.jsonl#2"]);
    let [first, second] = &loaded.documents[..] else { panic!() };
    assert_eq!(first.meta.outlet.as_deref(), Some("The Valdoria Post"));
    assert_eq!(first.meta.byline.as_deref(), Some("René Faul"));
    assert_eq!(paragraphs(first).len(), 2);
    assert_eq!(second.meta.outlet.as_deref(), Some("Coast Gazette"));
    assert_eq!(second.meta.published, Some(jiff::civil::date(2014, 8, 14)));
    assert_eq!(origin(&bytes, second, "owner's"), r"owner\u2019s");
    assert_eq!(origin(&bytes, second, "140 people"), "140 people");
}

#[test]
fn one_bad_line_does_not_spoil_the_others() {
    let lines =
        "{\"text\":\"A ferry sank.\"}\n\nnot json\n{\"content\":\"Two ferries sank.\"}\r\n{\"text\":null}\n";
    let loaded = memory("a.jsonl", lines);
    assert_eq!(loaded.documents.len(), 2);
    assert_eq!(problems(&loaded).len(), 1);
    assert!(problems(&loaded)[0].starts_with("input/broken: a.jsonl is broken JSON"));
}

#[test]
fn lines_of_ninjs_are_articles_too() {
    let loaded = memory("a.ndjson", r#"{"headline":"Ferry sinks","body_xhtml":"<p>A ferry sank.</p>"}"#);
    assert_eq!(paragraphs(&loaded.documents[0]), ["A ferry sank."]);
}
