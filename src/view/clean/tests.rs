use super::*;

/// What, as it comes in, as people see it, as JSON has it between the quotes.
const TABLE: &[(&str, &str, &str, &str)] = &[
    ("plain text", "five dead", "five dead", "five dead"),
    (
        "letters and signs of other scripts",
        "Ünal’s “№ 5” 日本 مرحبا",
        "Ünal’s “№ 5” 日本 مرحبا",
        "Ünal’s “№ 5” 日本 مرحبا",
    ),
    ("red from here on", "\x1b[31mred", "␛[31mred", "\\u001b[31mred"),
    ("window title", "\x1b]0;title\x07", "␛]0;title␇", "\\u001b]0;title\\u0007"),
    ("CSI in one character", "\u{9b}2J", "\u{fffd}2J", "\\u009b2J"),
    ("next line", "a\u{85}b", "a\u{fffd}b", "a\\u0085b"),
    ("overprinting", "five\rnine", "five␍nine", "five\\rnine"),
    ("backspace", "five\x08", "five␈", "five\\b"),
    ("DEL", "a\x7fb", "a␡b", "a\\u007fb"),
    ("NUL", "a\0b", "a␀b", "a\\u0000b"),
    ("tab and newline are blanks", "a\tb\nc", "a b c", "a\\tb\\nc"),
    ("right-to-left override", "\u{202e}evil", "\u{fffd}evil", "\\u202eevil"),
    ("embedding and its end", "\u{202a}x\u{202c}", "\u{fffd}x\u{fffd}", "\\u202ax\\u202c"),
    ("isolates", "\u{2066}x\u{2069}", "\u{fffd}x\u{fffd}", "\\u2066x\\u2069"),
    ("direction marks", "\u{200e}\u{200f}\u{61c}", "\u{fffd}\u{fffd}\u{fffd}", "\\u200e\\u200f\\u061c"),
    ("zero width", "pass\u{200b}word\u{feff}", "pass\u{fffd}word\u{fffd}", "pass\\u200bword\\ufeff"),
    ("soft hyphen", "co\u{ad}op", "co\u{fffd}op", "co\\u00adop"),
    ("line separators", "a\u{2028}b\u{2029}c", "a\u{fffd}b\u{fffd}c", "a\\u2028b\\u2029c"),
    ("tag characters, beyond 16 bits", "a\u{e0041}b", "a\u{fffd}b", "a\\udb40\\udc41b"),
];

#[test]
fn people_see_what_is_there() {
    for (what, raw, seen, _) in TABLE {
        assert_eq!(line(raw), *seen, "{what}");
        assert_eq!(line(raw).chars().count(), raw.chars().count(), "{what}: columns move");
    }
}

#[test]
fn programs_read_what_was_there() {
    for (what, raw, _, escaped) in TABLE {
        let plain = serde_json::to_string(raw).unwrap();
        let safe = json(&plain);
        assert_eq!(safe, format!("\"{escaped}\""), "{what}");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), *raw, "{what}");
    }
}

#[test]
fn the_table_of_hidden_characters_is_in_order() {
    for pair in HIDDEN.windows(2) {
        assert!(pair[0].0 <= pair[0].1 && pair[0].1 < pair[1].0, "{pair:?}");
    }
}

#[test]
fn nothing_that_is_shown_is_hidden() {
    let left = ('\0'..=char::MAX).find(|c| is_hidden(visible(*c)));
    assert_eq!(left, None);
}
