use super::load::{self, Overrides};
use super::*;
use crate::lexicon::Lexicon;

/// How much reading a text makes, in the numbers that the later stages' work grows with.
#[derive(Debug)]
struct Made {
    tokens: usize,
    sentences: usize,
    blocks: usize,
    pieces: usize,
    longest_token: usize,
    longest_sentence: usize,
}

fn made(name: &str, text: String) -> Made {
    let loaded = load::document_from_bytes(name, text.into_bytes(), &Overrides::default());
    let document = loaded.documents.into_iter().next().expect("a document");
    let (blocks, pieces) = (document.blocks.len(), document.map.pieces());
    let article = read(document, Lexicon::built_in());
    Made {
        tokens: article.tokens.len(),
        sentences: article.sentences.len(),
        blocks,
        pieces,
        longest_token: article.tokens.iter().map(|t| t.end - t.start).max().unwrap_or(0) as usize,
        longest_sentence: article.sentences.iter().map(|s| s.tokens.len()).max().unwrap_or(0),
    }
}

#[test]
fn hostile_text_makes_no_more_than_its_length() {
    let units = [
        "7",
        "7,",
        "[",
        "(",
        "“",
        "\"",
        "'",
        "’",
        "a.",
        "a. ",
        "Mr. ",
        "J. ",
        "- ",
        ". ) ",
        "é",
        "\u{301}",
        "&amp;",
        "<b>",
        "<p>a",
        "> ",
        "* a\n",
        "a\r\n",
        "@",
        "www.",
        "â€",
        "1 / ",
        "Posted May 2 ",
        "日本",
        "\u{200b}",
        "ﬁ",
    ];
    for unit in units {
        for name in ["a.txt", "a.md", "a.html"] {
            let of = |bytes: usize| made(name, unit.repeat(bytes / unit.len()));
            let (one, two) = (of(1 << 12), of(1 << 13));
            let context = format!("{unit:?} in {name}: {one:?}, twice as much: {two:?}");
            for (one, two) in [
                (one.tokens, two.tokens),
                (one.sentences, two.sentences),
                (one.blocks, two.blocks),
                (one.pieces, two.pieces),
            ] {
                assert!(two <= 2 * one + 8, "{context}");
            }
            assert!(two.tokens <= 1 << 13, "{context}");
            assert!(two.longest_token <= 300 && two.longest_sentence <= 2000, "{context}");
        }
    }
}

#[test]
fn a_sentence_without_an_end_is_cut() {
    let made = made("a.txt", "and the committee met ".repeat(25_000));
    assert_eq!((made.tokens, made.sentences, made.longest_sentence), (100_000, 50, 2000));
}
