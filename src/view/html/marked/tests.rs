use proptest::prelude::*;

use super::*;

/// Text with brackets where marks begin and end.
fn drawn(text: &str, range: Range<usize>, marks: &[Range<usize>]) -> String {
    let strokes: Vec<Stroke<()>> =
        marks.iter().map(|range| Stroke { range: range.clone(), mark: () }).collect();
    let draw = |piece: &str, parts: &[Part<'_, ()>]| {
        let begun = "[".repeat(parts.iter().filter(|part| part.begins).count());
        let ended = "]".repeat(parts.iter().filter(|part| part.ends).count());
        html! { (begun) (piece) (ended) }
    };
    pieces(text, &range, &strokes, draw).into_string()
}

#[test]
fn pieces_know_which_marks_begin_and_end() {
    assert_eq!(drawn("abcdef", 0..6, &[1..4, 2..5]), "a[b[cd]e]f");
    assert_eq!(drawn("abcdef", 0..6, &[1..4, 1..4]), "a[[bcd]]ef");
    // What reaches beyond the range ends with it.
    assert_eq!(drawn("abcdef", 2..4, &[0..3, 3..6]), "[c][d]");
    assert_eq!(drawn("abcdef", 2..2, &[0..3, 1..3]), "");
}

proptest! {
    #[test]
    fn the_text_stays_whole_and_every_mark_is_closed(
        mut marks in prop::collection::vec((0usize..30, 1usize..10), 0..8),
        start in 0usize..20,
        length in 0usize..20,
    ) {
        marks.sort_unstable();
        let text: String = ('a'..='z').chain('A'..='Z').collect();
        let ranges: Vec<Range<usize>> = marks.iter().map(|(start, length)| *start..start + length).collect();
        let drawn = drawn(&text, start..start + length, &ranges);
        prop_assert_eq!(drawn.matches('[').count(), drawn.matches(']').count());
        prop_assert_eq!(drawn.replace(['[', ']'], ""), &text[start..start + length]);
    }
}
