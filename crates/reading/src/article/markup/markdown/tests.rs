use super::*;

fn blocks(text: &str) -> Vec<(BlockKind, String)> {
    let mut builder = Builder::default();
    let blocks = read(text, 0, &mut builder);
    let built = builder.finish().unwrap();
    blocks.into_iter().map(|b| (b.kind, built.text[b.range].to_string())).collect()
}

use BlockKind::{Furniture, Heading, Headline, Paragraph};

#[test]
fn elements_become_blocks() {
    let text = "# Ferry *sinks*\n\nA ferry sank\noff [Bergen](http://x.org/a_b) on **Mon**day &amp; `Tuesday`.\n\n![map](m.png)\n\n```\ncode\n```\n\n## Search\n\n- One diver\n- Two ships\n\n> “We were lucky,” he said.\n\n    An indented paragraph.\n\n[All about ferries](http://x.org)\n\n# Another\n";
    let expected = [
        (Headline, "Ferry sinks"),
        (Paragraph, "A ferry sank\noff Bergen on Monday & Tuesday."),
        (Heading, "Search"),
        (Paragraph, "One diver"),
        (Paragraph, "Two ships"),
        (Paragraph, "“We were lucky,” he said."),
        (Paragraph, "An indented paragraph."),
        (Furniture, "All about ferries"),
        (Heading, "Another"),
    ];
    assert_eq!(blocks(text), expected.map(|(kind, text)| (kind, text.to_string())));
}

#[test]
fn words_lead_back_to_their_bytes() {
    let text = "A [ferry](http://x.org) *sank* &ndash; R\\&D said `so`.";
    let mut builder = Builder::default();
    read(text, 0, &mut builder);
    let built = builder.finish().unwrap();
    for (word, source) in [
        ("ferry", "ferry"),
        ("sank", "sank"),
        ("–", "&ndash;"),
        ("&D", "&D"),
        ("so", "`so`"),
        ("said", "said"),
    ] {
        let at = built.text.find(word).unwrap();
        assert_eq!(&text[built.map.to_disk(at..at + word.len()).range()], source);
    }
}

#[test]
fn text_in_html_is_read() {
    for text in [
        "<!-- a comment --> A ferry sank.\n\nDivers found it.",
        "<p>A ferry sank.</p>\n\nDivers found it.",
        "<div class=\"lead\">\nA ferry sank.\n</div>\n\nDivers found it.",
        "<!-- one\n\ntwo -->\nA ferry sank.\n\nDivers found it.",
        "A ferry sank.\n\n<section><p>Divers <b>found</b> it.</p></section>",
    ] {
        assert_eq!(paragraphs(text), ["A ferry sank.", "Divers found it."], "{text}");
    }
    assert_eq!(paragraphs("<h1>Ferry</h1>\n\nA ferry sank."), ["A ferry sank."]);
}

#[test]
fn what_was_struck_out_is_not_read() {
    for text in [
        "A ferry ~~killed nine and~~ sank.",
        "A ferry <del>killed nine and</del> sank.",
        "A ferry <s>killed **nine** and</s> sank.",
        "A ferry[^1] <strike>killed nine</strike> sank.\n\n~~Nine died.~~\n\n[^1]: A note.",
        "A ferry<sup>3</sup> sank.",
    ] {
        assert_eq!(
            paragraphs(text)[0].split_whitespace().collect::<Vec<_>>(),
            ["A", "ferry", "sank."],
            "{text}"
        );
    }
    assert_eq!(paragraphs("The 21<sup>st</sup> ferry sank."), ["The 21st ferry sank."]);
    // A tag that nobody closes ends with its paragraph.
    assert_eq!(paragraphs("A <del>bad ferry\n\nDivers found it.").last().unwrap(), "Divers found it.");
}

fn paragraphs(text: &str) -> Vec<String> {
    blocks(text).into_iter().filter(|(kind, _)| *kind == Paragraph).map(|(_, text)| text).collect()
}

#[test]
fn the_boxes_of_lists_of_tasks_are_no_text() {
    assert_eq!(
        paragraphs("- [ ] A ferry sank.\n- [x] Divers found it.\n"),
        ["A ferry sank.", "Divers found it."]
    );
}
