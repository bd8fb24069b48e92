use std::sync::Arc;

use super::*;
use crate::article::{BlockKind, Meta};

/// The folded text of one block, and what each of some words is in the file.
fn fold(text: &str) -> (Page, String) {
    let block = Block { kind: BlockKind::Paragraph, range: 0..text.len() };
    let (map, meta) = (OffsetMap::identity(), Meta::default());
    let folded = page(Page {
        text: Arc::from(text),
        map,
        blocks: vec![block],
        meta,
        quoted: Vec::new(),
        problems: Vec::new(),
    });
    let words = folded.text[folded.blocks[0].range.clone()].to_owned();
    (folded, words)
}

fn origin<'t>(text: &'t str, word: &str) -> &'t str {
    let (page, words) = fold(text);
    let at = words.find(word).unwrap_or_else(|| panic!("{word} in {words}"));
    &text[page.map.to_disk(at..at + word.len()).range()]
}

#[test]
fn what_nobody_sees_is_left_out() {
    for (given, folded) in [
        ("Mon\u{ad}day", "Monday"),
        ("Val\u{200b}do\u{2060}ria", "Valdoria"),
        ("\u{feff}Reno\u{200e} Post", "Reno Post"),
        ("Mon\u{ad}\nday", "Monday"),
    ] {
        assert_eq!(fold(given).1, folded);
    }
    assert_eq!(origin("on Mon\u{ad}day in", "Monday"), "Mon\u{ad}day");
}

#[test]
fn composed_letters_are_one_letter() {
    assert_eq!(fold("Zoe\u{308} Kovac\u{30c}").1, "Zoë Kovač");
    assert_eq!(fold("caf\u{65}\u{301}s, São").1, "cafés, São");
    assert_eq!(fold("Vie\u{302}\u{323}t").1, "Việt");
    assert_eq!(origin("a Zoe\u{308} b", "Zoë"), "Zoe\u{308}");
    assert_eq!(fold("the ﬁre and the ﬂat").1, "the fire and the flat");
    assert_eq!(origin("an oﬃce", "office"), "oﬃce");
    assert_eq!(origin("an oﬃce", "f"), "ﬃ");
}

#[test]
fn apostrophes_are_one_sign_and_quotation_marks_stay() {
    for given in ["O’Hara", "O‘Hara", "Oʼhara", "O´Hara", "O＇Hara"] {
        assert_eq!(fold(given).1.to_lowercase(), "o'hara");
    }
    assert_eq!(fold("‘It’s the workers’ day,’ she said.").1, "‘It's the workers’ day,’ she said.");
    assert_eq!(origin("Sean O’Hara’s boat", "O'Hara's"), "O’Hara’s");
}

#[test]
fn blanks_and_hyphens_are_the_usual_ones() {
    assert_eq!(fold("Ana\u{a0}Kovac, 14\u{2011}year\u{2010}old").1, "Ana Kovac, 14-year-old");
    assert_eq!(
        fold("12\u{202f}000 people and 1’200 more, 1\u{a0}234\u{a0}567").1,
        "12,000 people and 1,200 more, 1,234,567"
    );
    assert_eq!(fold("in 2010\u{a0}200 people, on 5\u{a0}May").1, "in 2010 200 people, on 5 May");
    assert_eq!(origin("about 12\u{202f}000 people", "12,000"), "12\u{202f}000");
}

#[test]
fn words_cut_by_the_end_of_a_line_are_whole() {
    for (given, folded) in [
        ("was ar-\nrested in Lyon", "was arrested in Lyon"),
        ("the govern-\r\n  ment fell", "the government fell"),
        ("in Zdravkov-\nski street", "in Zdravkovski street"),
        ("a well-\nknown man", "a well-known man"),
        ("the long-\nterm plan", "the long-term plan"),
        ("the 14-\nyear-old", "the 14-\nyear-old"),
        ("north -\nsouth", "north -\nsouth"),
    ] {
        assert_eq!(fold(given).1, folded);
    }
    assert_eq!(origin("was ar-\nrested in", "arrested"), "ar-\nrested");
}

#[test]
fn names_compare_without_accents() {
    for (given, folded) in
        [("Kovač", "Kovac"), ("Łódź", "Lodz"), ("Sørensen", "Sorensen"), ("Müller", "Muller")]
    {
        assert_eq!(plain(given), folded);
    }
}

#[test]
fn block_quotes_get_the_marks_that_their_place_stands_for() {
    let quoted = |text: &str, starts: Vec<usize>| {
        let mut at = 0;
        let blocks = text.split_inclusive('\n').map(|line| {
            at += line.len();
            Block {
                kind: BlockKind::Paragraph,
                range: at - line.len()..at - usize::from(line.ends_with('\n')),
            }
        });
        let (map, meta) = (OffsetMap::identity(), Meta::default());
        let blocks = blocks.collect();
        page(Page { text: Arc::from(text), map, blocks, quoted: starts, meta, problems: Vec::new() })
    };
    let text = "The mayor spoke to the families.\nWe will win.\nThen she left.";
    let folded = quoted(text, vec![33]);
    assert_eq!(&*folded.text, "The mayor spoke to the families.\n“We will win.”\nThen she left.");
    assert_eq!(&text[folded.map.to_disk(folded.blocks[1].range.clone()).range()], "We will win.");
    // Marks that are there are enough, and what is set off as a whole is no quotation.
    let text = "The mayor spoke to the families.\n\"We will win,\" she said.\nThen.";
    assert_eq!(&*quoted(text, vec![33]).text, text);
    let text = "A ferry sank.\nDivers found it.\nThen.";
    assert_eq!(&*quoted(text, vec![0, 14]).text, text);
}
