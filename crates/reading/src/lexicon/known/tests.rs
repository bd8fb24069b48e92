use super::*;

#[test]
fn every_line_is_found() {
    assert!(WORDS.is_ascii());
    let lines: Vec<&str> = WORDS.lines().collect();
    assert!(lines.is_sorted());
    assert!(lines.iter().all(|line| is_listed(line)));
}

#[test]
fn others_are_not() {
    assert!(["", "zzzz", "a", "kovacevc", "The\n"].iter().all(|word| !is_listed(word)));
}

#[test]
fn words_and_names_are_told_apart() {
    assert!(is_word("airport") && is_word("airports") && !is_word("washington"));
    assert!(is_word("denies") && is_word("denied") && !is_word("kovacies"));
    assert!(is_name("washington") && !is_name("sulking"));
}
