use super::*;

#[test]
fn letters_and_a_number_are_a_designation() {
    for word in ["AK-47", "AK-47s", "F-16s", "Mi-17", "M16"] {
        assert!(is_designation(&plain(word)), "{word}");
    }
    for word in ["47", "rifles", "Covid-2019", "mid-50s", "A", "1990s", "Helicopter-5"] {
        assert!(!is_designation(&plain(word)), "{word}");
    }
}
