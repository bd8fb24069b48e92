//! Whole files, from bytes to documents: what the formats have in common.

use jiff::civil::date;

use super::looks_like_articles;
use crate::article::load::{Loaded, Overrides, document_from_bytes};
use crate::article::{BlockKind, Document};

/// Reads a file of `fixtures/formats`.
pub(super) fn fixture(name: &str) -> (Vec<u8>, Loaded) {
    let path = format!("{}/../../fixtures/formats/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    let loaded = document_from_bytes(name, bytes.clone(), &Overrides::default());
    (bytes, loaded)
}

/// Reads a file that is written in a test.
pub(super) fn memory(name: &str, text: &str) -> Loaded {
    document_from_bytes(name, text.into(), &Overrides::default())
}

pub(super) fn texts(document: &Document, kind: BlockKind) -> Vec<String> {
    let of_kind = document.blocks.iter().filter(|block| block.kind == kind);
    of_kind
        .map(|block| document.text[block.range.clone()].split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

pub(super) fn paragraphs(document: &Document) -> Vec<String> {
    texts(document, BlockKind::Paragraph)
}

/// What stands in the file where a document has some words.
pub(super) fn origin(bytes: &[u8], document: &Document, words: &str) -> String {
    let at = document.text.find(words).unwrap_or_else(|| panic!("{words} in {}", document.text));
    String::from_utf8_lossy(&bytes[document.map.to_disk(at..at + words.len()).range()]).into_owned()
}

/// The codes and messages of what is odd.
pub(super) fn problems(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(|problem| format!("{}: {}", problem.code, problem.message)).collect()
}

pub(super) fn paths(loaded: &Loaded) -> Vec<&str> {
    loaded.documents.iter().map(|document| loaded.sources.get(document.source).path.as_str()).collect()
}

#[test]
fn every_format_gives_headline_date_and_text() {
    for (name, title, published, first) in [
        (
            "wire.ninjs.json",
            "Nine dead in fire on ferry off Valdoria",
            Some(date(2014, 8, 12)),
            "A fire on the ferry",
        ),
        (
            "bundle.ninjs.json",
            "Ferry “Brava” burned for a day",
            Some(date(2014, 8, 13)),
            "Twelve people died",
        ),
        ("newsml.xml", "Owner of burned ferry speaks", Some(date(2014, 8, 13)), "Ten people died"),
        (
            "story.nitf",
            "Mayor of Port Valdoria opens inquiry into fire",
            Some(date(2014, 8, 14)),
            "The mayor, Inés Sol",
        ),
        ("feed.xml", "Nine dead in ferry fire", Some(date(2014, 8, 12)), "Nine people died in a fire"),
        ("feed.atom", "Fire on Brava & its cause", Some(date(2014, 8, 13)), "The fire that killed"),
        ("archive.jsonl", "Owner held", Some(date(2014, 8, 14)), "Ann Roe, 54"),
        ("draft.docx", "Captain of ferry freed", None, "The captain of the ferry Brava, Tomás Vidal, 46"),
    ] {
        let (_, loaded) = fixture(name);
        let document = &loaded.documents[0];
        assert_eq!(document.meta.title.as_deref(), Some(title), "{name}");
        assert_eq!(document.meta.published, published, "{name}");
        assert_eq!(texts(document, BlockKind::Headline), [title], "{name}");
        assert!(paragraphs(document)[0].contains(first), "{name}: {:?}", paragraphs(document));
    }
}

#[test]
fn broken_files_say_where_and_keep_what_was_read() {
    for (name, code, articles) in [
        ("broken/cut.ninjs.json", "input/broken: broken/cut.ninjs.json is broken JSON", 0),
        ("broken/cut.newsml.xml", "input/broken: broken/cut.newsml.xml is broken XML", 1),
        ("broken/cut.nitf", "input/broken: broken/cut.nitf is broken XML", 1),
        ("broken/tags.rss", "input/broken: broken/tags.rss is broken XML", 2),
        ("broken/attribute.atom", "input/broken: broken/attribute.atom is broken XML", 1),
        ("broken/line.jsonl", "input/broken: broken/line.jsonl is broken JSON", 1),
        ("broken/cut.docx", "input/broken: broken/cut.docx is a broken archive", 0),
        ("broken/unknown.xml", "input/broken: broken/unknown.xml is XML, but “invoice” begins no format", 0),
        ("broken/unknown.json", "input/broken: broken/unknown.json is JSON, but holds no news item", 0),
    ] {
        let (_, loaded) = fixture(name);
        let told = problems(&loaded);
        assert!(told[0].starts_with(code), "{name}: {told:?}");
        assert_eq!(loaded.documents.len(), articles, "{name}: {told:?}");
    }
}

#[test]
fn an_article_among_many_has_the_number_that_it_has_in_its_file() {
    let (_, loaded) = fixture("bundle.ninjs.json");
    assert_eq!(paths(&loaded), ["bundle.ninjs.json#1"]);
    let (_, loaded) = fixture("feed.xml");
    assert_eq!(paths(&loaded), ["feed.xml#1", "feed.xml#2"]);
    let item = loaded.sources.get(loaded.documents[1].source).item.clone().unwrap();
    assert_eq!((item.file.as_str(), item.number, item.id.as_deref()), ("feed.xml", 2, Some("post-1051")));
}

#[test]
fn what_is_withdrawn_or_in_another_language_is_told_and_passed_over() {
    let (_, loaded) = fixture("bundle.ninjs.json");
    assert_eq!(
        problems(&loaded),
        [
            "input/passed-over: bundle.ninjs.json#2 is passed over: its publisher marks it as “canceled”",
            "input/passed-over: bundle.ninjs.json#3 is passed over: it is in “de”, not in English",
        ]
    );
    let (_, loaded) = fixture("feed.atom");
    assert_eq!(
        problems(&loaded),
        ["input/passed-over: feed.atom#3 is passed over: it is in “es”, not in English"]
    );
}

#[test]
fn a_headline_that_the_text_repeats_is_one() {
    let json = r#"{"title":"Ferry sinks","text":"<h1>Ferry  sinks</h1><p>A ferry sank.</p>"}"#;
    let loaded = memory("a.jsonl", json);
    assert_eq!(texts(&loaded.documents[0], BlockKind::Headline), ["Ferry sinks"]);
    assert_eq!(paragraphs(&loaded.documents[0]), ["A ferry sank."]);
}

#[test]
fn what_is_shown_of_a_broken_file_is_cut_at_characters() {
    for (name, text, shown) in
        [("a.xml", "é", "é"), ("a.xml", "<éé:facture/>", "<éé:facture"), ("a.json", "é", "é")]
    {
        let loaded = memory(name, text);
        let label = &loaded.problems[0].labels[0];
        assert_eq!(loaded.sources.get(label.source).slice(label.span), shown, "{text}");
    }
}

#[test]
fn marks_of_byte_order_move_no_place() {
    let (bytes, _) = fixture("feed.xml");
    // A template with a mark of its own is put behind the server's.
    for marks in 0..=3 {
        let bytes = ["\u{feff}".repeat(marks).as_bytes(), &bytes].concat();
        let loaded = document_from_bytes("feed.xml", bytes.clone(), &Overrides::default());
        assert_eq!(origin(&bytes, &loaded.documents[0], "saw the smoke"), "saw the smoke", "{marks}");
        let invoice = format!("{}<invoice>é</invoice>", "\u{feff}".repeat(marks));
        let loaded = memory("a.xml", &invoice);
        let label = &loaded.problems[0].labels[0];
        assert_eq!(loaded.sources.get(label.source).slice(label.span), "<invoice", "{marks}");
        let line = r#"{"title":"Ferry sinks","text":"A ferry sank."}"#;
        let lines = format!("{}{line}\n{line}\n", "\u{feff}".repeat(marks));
        let loaded = memory("a.jsonl", &lines);
        assert_eq!(loaded.documents.len(), 2, "{marks}");
        assert_eq!(origin(lines.as_bytes(), &loaded.documents[0], "ferry sank"), "ferry sank", "{marks}");
    }
}

#[test]
fn a_file_of_a_folder_is_known_in_every_encoding() {
    let line = r#"{"title":"Ferry sinks","text":"A ferry sank off Port Valdoria."}"#;
    let utf16 = |text: &str| -> Vec<u8> {
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    for text in [line.to_owned(), format!("\u{feff}{line}"), format!("\n{line}"), format!("{line}\n{{")] {
        assert!(looks_like_articles("a.jsonl", text.as_bytes()), "{text}");
        assert!(looks_like_articles("a.jsonl", &utf16(&text)), "{text}");
    }
    assert!(
        looks_like_articles("a.jsonl", &line.as_bytes()[..40]),
        "a line that is longer than what is looked at"
    );
    assert!(!looks_like_articles("a.jsonl", b"{\"lines\": 40}\n"));
    let feed = "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss version=\"2.0\"><channel></channel></rss>";
    assert!(looks_like_articles("a.xml", &utf16(feed)));
}
