use std::slice::from_ref;

use proptest::prelude::*;

use super::*;
use crate::source::OffsetMap;

/// Blanks, as they are shown.
const BLANKS: [char; 2] = [' ', '␍'];

fn file(text: &str) -> SourceFile {
    SourceFile::new("a.txt".into(), text.into(), OffsetMap::identity())
}

/// The characters of an excerpt that a label marks.
fn marked(excerpt: &Excerpt, label: usize) -> String {
    let mark = excerpt.marks[label].clone();
    excerpt.text.chars().skip(mark.start).take(mark.len()).collect()
}

#[test]
fn short_lines_are_whole_and_keep_their_numbers() {
    let file = file("one\ntwo\r\nthree\nfour\n");
    let excerpt = Excerpt::new(&file, &[15..19, 4..7], 80);
    assert_eq!(excerpt.text, "\ntwo\n\nfour");
    assert_eq!((marked(&excerpt, 0), marked(&excerpt, 1)), ("four".into(), "two".into()));
}

#[test]
fn long_lines_are_cut_between_words() {
    let text = format!("{}the bridge fell{}", "before it ".repeat(50), " after all".repeat(50));
    let excerpt = Excerpt::new(&file(&text), from_ref(&(500..515)), 60);
    assert_eq!(excerpt.text, "…before it before it the bridge fell after all after all…");
    assert_eq!(marked(&excerpt, 0), "the bridge fell");
}

#[test]
fn long_labels_lose_their_middle() {
    let text = format!("He said: “{}”", "many words and ".repeat(60));
    let excerpt = Excerpt::new(&file(&text), from_ref(&(9..text.len())), 60);
    assert_eq!(marked(&excerpt, 0), "“many words and many…and many words and ”");
}

#[test]
fn empty_labels_and_empty_files_have_a_place() {
    let excerpt = Excerpt::new(&file("a\nb\n"), &[4..4, 0..0], 80);
    assert_eq!((excerpt.text.as_str(), excerpt.marks), ("a\n\n", vec![3..3, 0..0]));
    assert_eq!(Excerpt::new(&file(""), &[0..0, 7..9], 80).marks, vec![0..0, 0..0]);
}

proptest! {
    #[test]
    fn labels_mark_their_own_text(
        text in "([a-zé日🦀 ]{0,40}[\u{1b}\r\n \t]?){0,40}",
        at in prop::collection::vec((0usize..1600, 0usize..20), 1..5),
        width in 40usize..120,
    ) {
        let file = file(&text);
        let border = |byte: usize| (byte.min(text.len())..=text.len()).find(|b| text.is_char_boundary(*b)).unwrap();
        let labels: Vec<_> = at.into_iter().map(|(start, length)| border(start)..border(start + length)).collect();
        let excerpt = Excerpt::new(&file, &labels, width);
        prop_assert!(!excerpt.text.chars().any(|c| c != '\n' && clean::is_hidden(c)));
        for (i, label) in labels.iter().enumerate() {
            if text[label.clone()].contains('\n') {
                prop_assert!(excerpt.marks[i].end <= excerpt.text.chars().count());
            } else {
                let (shown, seen) = (marked(&excerpt, i), clean::line(&text[label.clone()]));
                // White space at the end of a line is not shown.
                prop_assert_eq!(shown.trim_end_matches(BLANKS), seen.trim_end_matches(BLANKS));
            }
        }
    }

    #[test]
    fn any_offsets_no_panic(text in ".{0,300}", labels in prop::collection::vec(0usize..400, 1..6)) {
        let labels: Vec<_> = labels.into_iter().map(|at| at..at + at % 50).collect();
        Excerpt::new(&file(&text), &labels, 50);
    }
}
