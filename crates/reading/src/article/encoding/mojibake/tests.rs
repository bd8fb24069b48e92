use encoding_rs::Encoding;
use proptest::prelude::*;

use super::*;

fn repaired(text: &str) -> String {
    repair(text).map_or(text.to_string(), |r| r.text)
}

/// What a text looks like when its UTF-8 bytes are read with a one-byte table.
fn garble(text: &str, encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

#[test]
fn utf8_read_as_windows_1252_is_put_right() {
    let meant = "“It’s a café – naïve, isn’t it?” she said… £5, 20 °C, Škoda 🦀 Gül’s";
    let garbled = garble(meant, WINDOWS_1252);
    assert_ne!(garbled, meant);
    assert_eq!(repaired(&garbled), meant);
}

#[test]
fn the_other_tables_are_put_right() {
    let meant = "“The mayor’s plan” – she’ll pay €5";
    for encoding in [MACINTOSH, WINDOWS_1251, WINDOWS_874] {
        assert_eq!(repaired(&garble(meant, encoding)), meant, "{}", encoding.name());
    }
}

#[test]
fn garbled_twice_takes_two_passes() {
    let meant = "the town’s café";
    let twice = garble(&garble(meant, WINDOWS_1252), WINDOWS_1252);
    let result = repair(&twice).unwrap();
    assert_eq!(result.text, meant);
    let at = meant.find('’').unwrap();
    let span = result.map.to_disk(at..at + '’'.len_utf8());
    assert_eq!(&twice[span.range()], "Ã¢â‚¬â„¢");
}

#[test]
fn a_lost_third_byte_is_a_closing_quotation_mark() {
    assert_eq!(repaired("â€œWe won,â€ he said."), "“We won,” he said.");
}

#[test]
fn a_lone_thai_letter_is_what_its_neighbours_say() {
    for (found, meant) in [
        ("Norwayโs coast", "Norway’s coast"),
        ("the workersโ strike", "the workers’ strike"),
        ("It wasnโt", "It wasn’t"),
        ("โWe won,โ she said", "“We won,” she said"),
        ("a โgraveโ error", "a “grave” error"),
        ("the years 2010โ2012", "the years 2010–2012"),
        ("a plan โ an old one", "a plan – an old one"),
    ] {
        assert_eq!(repaired(found), meant);
    }
}

#[test]
fn what_people_write_stays() {
    for text in [
        "plain",
        "“CAFÉ” and “AMANHÃ” and «AMANHû",
        "«été» …été «École»",
        "В\u{a0}Москве прошла встреча",
        "โรงเรียน โ",
        "Ångström, Ærø, naïve, Ä“",
        "¬A or √2",
    ] {
        assert_eq!(repair(text), None, "{text}");
    }
}

#[test]
fn the_example_is_a_word() {
    let text = "The talks covered Norwayโs northern coast.";
    let result = repair(text).unwrap();
    assert_eq!(result.example(text), ("Norwayโs", "Norway’s"));
    assert_eq!(result.count, 1);
}

proptest! {
    #[test]
    fn every_character_leads_back_to_a_border(text in "[a z.’”“–é€âÃโ€™œ\u{80}\u{99}\u{9d}Â\n]{0,40}") {
        if let Some(result) = repair(&text) {
            let mut before = 0;
            for (at, char) in result.text.char_indices() {
                let span = result.map.to_disk(at..at + char.len_utf8());
                prop_assert!(text.get(span.range()).is_some_and(|s| !s.is_empty()));
                prop_assert!(span.start >= before);
                before = span.end;
            }
            prop_assert_eq!(before as usize, text.len());
        }
    }
}
