use super::*;

#[test]
fn words_of_others_count_as_no_marks() {
    let marked = Ink { markdown: true };
    for (text, shown) in [
        ("[x](command:y) <b> *z*", r"\[x\](command:y) \<b\> \*z\*"),
        ("# a - b", r"\# a - b"),
        ("- a-b", r"\- a-b"),
        ("12. and 3.5", r"12\. and 3.5"),
        ("at https://a.b or www.a.b, a@b.c", r"at https\://a.b or www\.a.b, a\@b.c"),
        ("“At least five,” he said: \"No!\"", "“At least five,” he said: \"No!\""),
    ] {
        assert_eq!(marked.plain(text), shown);
    }
    assert_eq!(marked.strong("five"), "**five**");
    assert_eq!(Ink { markdown: false }.strong("f*ve"), "f*ve");
}

/// A reader of Markdown sees the words, and nothing but words.
#[test]
fn what_is_escaped_is_read_as_it_was() {
    for text in ["a_b*c*`d`", "1) x", "= y", "~~z~~ | & <i>", r"\\ \*", "[a]: b", "![c](d)"] {
        let written = Ink { markdown: true }.plain(text);
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new_ext(&written, pulldown_cmark::Options::all()) {
            match event {
                pulldown_cmark::Event::Text(words) => read.push_str(&words),
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Paragraph)
                | pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                other => panic!("{other:?} in {written}"),
            }
        }
        assert_eq!(read, text);
    }
}

#[test]
fn long_lines_are_cut_at_characters() {
    assert_eq!(last("äöü", 2), "…öü");
    assert_eq!(last("ä", 1), "ä");
}
