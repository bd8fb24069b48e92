use proptest::prelude::*;

use super::*;

fn text(bytes: &[u8]) -> (String, How) {
    let decoded = decode(bytes.to_vec(), false).unwrap();
    (decoded.text, decoded.how)
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
}

/// The bytes of a word of the decoded text.
fn bytes_of(decoded: &Decoded, word: &str) -> std::ops::Range<usize> {
    let at = decoded.text.find(word).unwrap();
    decoded.map.to_disk(at..at + word.len()).range()
}

#[test]
fn utf8_is_itself() {
    let decoded = decode("Zoë’s".into(), false).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.how), ("Zoë’s", How::Utf8));
    assert!(decoded.map.is_identity());
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let decoded = decode(b"\xEF\xBB\xBFZo\xC3\xAB".to_vec(), false).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.how), ("Zoë", How::Utf8));
    assert_eq!(bytes_of(&decoded, "ë"), 5..7);
}

#[test]
fn half_a_mark_behind_a_mark_is_text() {
    let decoded = decode(b"\xEF\xBB\xBF\xEF".to_vec(), false).unwrap();
    assert_eq!(decoded.text, "ï");
    assert_eq!(decode(b"\xFE\xFF\xFE".to_vec(), false).unwrap().text, "\u{fffd}");
}

#[test]
fn utf16_with_and_without_mark() {
    let article = "Zoë won 🦀 twice – in May.";
    for (little, name) in [(true, "UTF-16LE"), (false, "UTF-16BE")] {
        let bare = utf16(article, little);
        let marked = [utf16("\u{feff}", little), bare.clone()].concat();
        for (bytes, mark) in [(bare, 0), (marked, 2)] {
            let decoded = decode(bytes, false).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.how), (article, How::As(name)));
            assert_eq!(bytes_of(&decoded, "ë"), mark + 4..mark + 6);
            assert_eq!(bytes_of(&decoded, "🦀"), mark + 16..mark + 20);
            assert_eq!(bytes_of(&decoded, "twice"), mark + 22..mark + 32);
        }
    }
}

#[test]
fn windows_1252_is_the_fallback() {
    let bytes = b"Zo\xEB\x92s caf\xE9 \x96 \x80 5";
    assert_eq!(text(bytes), ("Zoë’s café – € 5".to_string(), How::As("windows-1252")));
    let decoded = decode(bytes.to_vec(), false).unwrap();
    assert_eq!(bytes_of(&decoded, "’"), 3..4);
    assert_eq!(bytes_of(&decoded, "café"), 6..10);
}

#[test]
fn stray_bytes_do_not_spoil_utf8() {
    let bytes = ["Zoë’s caf".as_bytes(), b"\xE9 ", "– naïve".as_bytes()].concat();
    assert_eq!(text(&bytes), ("Zoë’s café – naïve".to_string(), How::Mixed(1)));
}

#[test]
fn html_may_name_its_encoding() {
    let page = b"<html><meta charset=\"windows-1251\"><p>\xCC\xE8\xF0 is peace".to_vec();
    assert_eq!(decode(page.clone(), true).unwrap().how, How::As("windows-1251"));
    assert!(decode(page.clone(), true).unwrap().text.ends_with("Мир is peace"));
    assert_eq!(decode(page, false).unwrap().how, How::As("windows-1252"));
    let old =
        b"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>\x93\xFA\x96\x7B".to_vec();
    let decoded = decode(old, true).unwrap();
    assert!(decoded.text.ends_with("日本"), "{}", decoded.text);
    assert_eq!(bytes_of(&decoded, "本"), 71..73);
}

#[test]
fn binary_files_are_named() {
    let binary = |bytes: &[u8]| decode(bytes.to_vec(), false).unwrap_err().0;
    assert_eq!(binary(b"%PDF-1.7 plain"), "a PDF document");
    assert_eq!(binary(b"\x89PNG\r\n\x1a\n"), "a PNG image");
    assert_eq!(binary(b"text\0with a zero"), "binary data");
    assert_eq!(binary(b"\x01\x02\x03\x04abcdef"), "binary data");
}

proptest! {
    #[test]
    fn any_bytes_decode_with_spans_inside(bytes in prop::collection::vec(any::<u8>(), 0..300), html: bool) {
        if let Ok(decoded) = decode(bytes.clone(), html) {
            let mut before = 0;
            for (at, char) in decoded.text.char_indices() {
                let span = decoded.map.to_disk(at..at + char.len_utf8());
                prop_assert!(span.start >= before && !span.is_empty());
                prop_assert!(span.end as usize <= bytes.len());
                before = span.start;
            }
        }
    }
}
