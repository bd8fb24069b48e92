use jiff::civil::date as day;

use super::*;

fn slice(text: &str, range: Option<Range<usize>>) -> &str {
    &text[range.unwrap()]
}

#[test]
fn yaml_of_the_simple_sort() {
    let text = "---\ntitle: \"Ferry #2: a 'test'\"\nSource: Evening Post  # the paper\ndate: 2013-05-02 14:00\ntags:\n  - sea\n- ferry\nauthor: Jane Doe\n---\nBody.\n";
    let front = read(text);
    assert_eq!(front.meta.title.as_deref(), Some("Ferry #2: a 'test'"));
    assert_eq!(slice(text, front.title.clone()), "Ferry #2: a 'test'");
    assert_eq!(front.meta.outlet.as_deref(), Some("Evening Post"));
    assert_eq!(front.meta.published, Some(day(2013, 5, 2)));
    assert_eq!(&text[front.body..], "Body.\n");
    assert!(front.problems.is_empty());
}

#[test]
fn toml_between_pluses() {
    let text =
        "+++\r\ntitle = \"Ferry sinks\"\r\ndate = 2013-05-02T10:00:00Z\r\n[extra]\r\nx = 1\r\n+++\r\nBody.";
    let front = read(text);
    assert_eq!(slice(text, front.title.clone()), "Ferry sinks");
    assert_eq!(front.meta.published, Some(day(2013, 5, 2)));
    assert_eq!(&text[front.body..], "Body.");
}

#[test]
fn mistakes_are_located() {
    let problem = |text: &str| {
        let front = read(text);
        assert_eq!(front.problems.len(), 1, "{text}");
        (text[front.problems[0].range.clone()].to_string(), front)
    };
    let (at, front) = problem("---\ntitle: Ferry sinks\ndate 2013-05-02\nmore nonsense\n---\nBody.");
    assert_eq!(at, "date 2013-05-02");
    assert_eq!(front.meta.title.as_deref(), Some("Ferry sinks"), "the rest still counts");
    let (at, _) = problem("+++\ntitle = Ferry\n+++\nBody.");
    assert!("title = Ferry".contains(&at) && !at.is_empty(), "{at}");
    assert_eq!(problem("---\ndate: yesterday\n---\n").0, "yesterday");
    assert_eq!(problem("---\ndate: 05/02/2013\n---\n").0, "05/02/2013");
    let (at, front) = problem("---\ntitle: Ferry sinks\n\nBody.");
    assert_eq!((at.as_str(), front.meta.title.as_deref()), ("---", Some("Ferry sinks")));
}

#[test]
fn a_rule_is_no_front_matter() {
    for text in ["---\nA ferry sank on Monday.\n---\nMore.", "--- A ferry\n---", "A ferry", "---", "", "+++"]
    {
        let front = read(text);
        assert_eq!((front.body, front.meta, front.problems.len()), (0, Meta::default(), 0), "{text}");
    }
}

#[test]
fn the_language_is_what_the_writer_says() {
    for key in ["language: en-GB", "lang: en-GB"] {
        let text = format!("---\n{key}\n---\nBody.");
        assert_eq!(read(&text).meta.language.as_deref(), Some("en-GB"), "{key}");
    }
}

#[test]
fn values_in_quotation_marks_may_have_escapes() {
    for (written, title) in [("\"He said: \\\"no\\\"\"", "He said: \"no\""), ("'It''s over'", "It's over")] {
        let front = read(&format!("---\ntitle: {written}\ndate: 2013-05-02\n---\nBody.\n"));
        assert_eq!(front.meta.title.as_deref(), Some(title));
        assert_eq!(front.meta.published, Some(day(2013, 5, 2)));
    }
}
