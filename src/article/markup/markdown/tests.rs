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
