use super::*;

/// A text without its codes.
fn without(text: &str) -> String {
    let mut rest = String::new();
    let mut at = 0;
    for code in find(text) {
        rest.push_str(&text[at..code.start]);
        at = code.end;
    }
    rest + &text[at..]
}

#[test]
fn codes_of_publishing_systems_are_left_out() {
    for (text, rest) in [
        ("A ferry sank. {{< tweet user=\"reno\" id=\"12\" >}}", "A ferry sank. "),
        ("{{% notice %}}A ferry sank.{{% /notice %}}", "A ferry sank."),
        ("{% include map.html %}A ferry sank.", "A ferry sank."),
        ("{% comment %}Nine dead?{% endcomment %}A ferry sank.", "A ferry sank."),
        ("A ferry{{ page.note }} sank.", "A ferry sank."),
        ("[caption id=\"a\" width=\"3\"]The ferry in 2009[/caption]A ferry sank.", "A ferry sank."),
        ("[gallery ids=\"1,2\"] A ferry sank.", " A ferry sank."),
        ("[embed]https://example.org/v[/embed]", ""),
        ("![[map of Valdoria]] A ferry sank.", " A ferry sank."),
        ("A ferry sank.{: .lead}", "A ferry sank."),
    ] {
        assert_eq!(without(text), rest);
    }
}

#[test]
fn brackets_that_people_write_are_text() {
    for text in [
        "“He [the mayor] fled,” she said.",
        "Nine [video shows ten] died. [/x]",
        "The set {a, b} is {small}.",
        "An open [gallery without end",
        "{{ never closed",
    ] {
        assert_eq!(without(text), text);
    }
}
