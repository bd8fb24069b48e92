use proptest::prelude::*;

use super::*;

#[test]
fn offsets_lead_through_entities_and_tags() {
    // disk: "a &amp; <b>c</b> d"   text: "a & c d"
    let disk = "a &amp; <b>c</b> d";
    let mut map = OffsetMap::identity();
    map.push(2, 0, 2);
    map.push(1, 2, 5);
    map.push(1, 7, 1);
    map.push(1, 11, 1);
    map.push(2, 16, 2);
    let text = "a & c d";
    let slice = |word: &str| {
        let at = text.find(word).unwrap();
        &disk[map.to_disk(at..at + word.len()).range()]
    };
    assert_eq!(slice("a"), "a");
    assert_eq!(slice("&"), "&amp;");
    assert_eq!(slice("c"), "c");
    assert_eq!(slice("c d"), "c</b> d");
    for word in ["a", "&", "c", "c d", "& c"] {
        let at = text.find(word).unwrap();
        let range = at..at + word.len();
        assert_eq!(map.to_text(map.to_disk(range.clone())), range, "{word}");
    }
}

#[test]
fn positions_count_from_one() {
    let file = SourceFile::new("a".into(), "één\ntwo 🦀 three".into(), OffsetMap::identity());
    let at = file.text.find("three").unwrap();
    assert_eq!(file.position(Span::new(at, at + 5)), Position { line: 2, column: 7, utf16: 7 });
    assert_eq!(file.position(Span::new(3, 4)), Position { line: 1, column: 3, utf16: 2 });
    assert_eq!(&file.text[file.line(2)], "two 🦀 three");
}

#[test]
fn maps_lead_through_one_another() {
    // disk: a byte order mark and "caf\xC3\xA9 &amp; bar" in Windows-1252 mojibake; decoded: "cafÃ© &amp; bar";
    // reading text: "café & bar".
    let mut decoding = OffsetMap::identity();
    decoding.push(3, 3, 3);
    decoding.push(2, 6, 1);
    decoding.push(2, 7, 1);
    decoding.push(10, 8, 10);
    let mut reading = OffsetMap::identity();
    reading.push(3, 0, 3);
    reading.push(2, 3, 4);
    reading.push(1, 7, 1);
    reading.push(1, 8, 5);
    reading.push(4, 13, 4);
    let map = reading.through(&decoding);
    let text = "café & bar";
    let disk = |word: &str| {
        let at = text.find(word).unwrap();
        map.to_disk(at..at + word.len())
    };
    assert_eq!(disk("caf"), Span::new(3, 6));
    assert_eq!(disk("é"), Span::new(6, 8));
    assert_eq!(disk("café"), Span::new(3, 8));
    assert_eq!(disk("&"), Span::new(9, 14));
    assert_eq!(disk("bar"), Span::new(15, 18));
    assert_eq!(reading.through(&OffsetMap::identity()), reading);
    assert_eq!(OffsetMap::identity().through(&decoding), decoding);
}

#[test]
fn positions_in_long_lines_are_those_of_counting() {
    let text = format!("{}\n{}", "é🦀a ".repeat(1500), "日本 ".repeat(2000));
    let file = SourceFile::new("a".into(), text.as_str().into(), OffsetMap::identity());
    for (at, _) in text.char_indices().step_by(7) {
        let before = &text[text[..at].rfind('\n').map_or(0, |n| n + 1)..at];
        let position = file.position_of(at);
        assert_eq!(
            (position.column, position.utf16),
            (before.chars().count() + 1, before.encode_utf16().count())
        );
    }
}

proptest! {
    #[test]
    fn runs_of_units_map_as_each_unit_does(
        units in prop::collection::vec((0..3usize, prop::sample::select(vec![(1, 1), (1, 2), (3, 2), (2, 1), (1, 0)])), 1..40)
    ) {
        let mut map = OffsetMap::identity();
        let (mut text, mut disk, mut expected) = (0, 0, Vec::new());
        for (gap, (text_len, disk_len)) in units {
            disk += gap / 2;
            map.push(text_len, disk, disk_len);
            expected.push((text..text + text_len, Span::new(disk, disk + disk_len)));
            (text, disk) = (text + text_len, disk + disk_len);
        }
        for (text, disk) in &expected {
            prop_assert_eq!(map.to_disk(text.clone()), *disk);
            let (last, end) = expected.last().unwrap();
            prop_assert_eq!(map.to_disk(text.start..last.end), Span { start: disk.start, end: end.end });
            if !disk.is_empty() {
                let found = map.to_text(*disk);
                prop_assert!(found.start <= text.start && text.end <= found.end);
            }
        }
    }
}

#[test]
fn a_run_of_equal_units_takes_no_room() {
    let mut map = OffsetMap::identity();
    (0..100_000).for_each(|i| map.push(1, 2 + 2 * i, 2));
    assert_eq!(map.to_disk(50_000..50_003), Span::new(100_002, 100_008));
    assert_eq!(map.to_text(Span::new(100_002, 100_008)), 50_000..50_003);
    assert_eq!(map.pieces(), 1);
}
