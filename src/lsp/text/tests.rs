use lsp_types::Range;
use proptest::prelude::*;

use super::*;

const UNITS: [Unit; 3] = [Unit::Utf8, Unit::Utf16, Unit::Utf32];

fn at(line: u32, character: u32) -> Position {
    Position { line, character }
}

#[test]
fn columns_count_what_was_agreed_on() {
    let text = "né 𝄞 x\r\nzwei\rdrei\n";
    let x = text.find('x').unwrap();
    let columns = UNITS.map(|unit| Lines::of(text, unit).position(x).character);
    assert_eq!(columns, [9, 6, 5]);
    for unit in UNITS {
        let lines = Lines::of(text, unit);
        assert_eq!(lines.offset(lines.position(x)), x);
        assert_eq!(lines.position(text.find("drei").unwrap()), at(2, 0), "a carriage return ends a line");
        assert_eq!(lines.position(text.len()), at(3, 0));
    }
}

#[test]
fn what_lies_outside_is_at_the_nearest_end() {
    let lines = Lines::of("ab\r\ncd", Unit::Utf16);
    assert_eq!(lines.offset(at(0, 99)), 2);
    assert_eq!(lines.offset(at(9, 0)), 6);
    assert_eq!(lines.line_end(0), 2);
    assert_eq!(Lines::of("𝄞", Unit::Utf16).offset(at(0, 1)), 0, "the middle of a character is its beginning");
    assert_eq!(Lines::of("", Unit::Utf8).position(7), at(0, 0));
}

#[test]
fn the_cheapest_unit_that_both_know_is_taken() {
    let kinds =
        |names: &[&'static str]| names.iter().map(|name| PositionEncodingKind::new(name)).collect::<Vec<_>>();
    assert_eq!(Unit::of(None), Unit::Utf16);
    assert_eq!(Unit::of(Some(&kinds(&["utf-16", "utf-8"]))), Unit::Utf8);
    assert_eq!(Unit::of(Some(&kinds(&["utf-16", "utf-32"]))), Unit::Utf16);
    assert_eq!(Unit::of(Some(&kinds(&["utf-32"]))), Unit::Utf32);
    assert_eq!(Unit::of(Some(&kinds(&["morse"]))), Unit::Utf16);
}

fn change(range: Option<Range>, text: &str) -> TextDocumentContentChangeEvent {
    TextDocumentContentChangeEvent { range, range_length: None, text: text.to_owned() }
}

#[test]
fn changes_are_applied_even_if_their_ends_are_mixed_up() {
    let mut text = "one\ntwo\n".to_owned();
    apply(&mut text, change(Some(Range { start: at(1, 3), end: at(1, 0) }), "zwei"), Unit::Utf16);
    assert_eq!(text, "one\nzwei\n");
    apply(&mut text, change(None, "all"), Unit::Utf16);
    assert_eq!(text, "all");
}

proptest! {
    /// Any change at any place is what a list of characters makes of it.
    #[test]
    fn changes_do_what_they_say(
        before in "[ab\u{e9}\u{1d11e}\r\n]{0,20}", new in "[x\u{e9}\n]{0,3}", from in 0usize..21, to in 0usize..21
    ) {
        let places: Vec<usize> = before.char_indices().map(|(at, _)| at).chain([before.len()]).collect();
        let [from, to] = [from, to].map(|at| places[at.min(places.len() - 1)]);
        let (from, to) = (from.min(to), from.max(to));
        // No client points between the two characters of a break.
        let between = |at: usize| before[..at].ends_with('\r') && before[at..].starts_with('\n');
        prop_assume!(!between(from) && !between(to));
        for unit in UNITS {
            let mut text = before.clone();
            let range = Lines::of(&before, unit).range(from..to);
            apply(&mut text, change(Some(range), &new), unit);
            let expected = format!("{}{new}{}", &before[..from], &before[to..]);
            prop_assert_eq!(text, expected);
        }
    }
}
