use super::*;

#[test]
fn words_of_others_count_as_no_marks() {
    let marked = Ink { markdown: true };
    assert_eq!(marked.plain("[x](command:y) <b> *z*"), r"\[x\]\(command\:y\) \<b\> \*z\*");
    assert_eq!(marked.strong("five"), "**five**");
    assert_eq!(Ink { markdown: false }.strong("f*ve"), "f*ve");
}

#[test]
fn long_lines_are_cut_at_characters() {
    assert_eq!(first("äöü", 2), "äö…");
    assert_eq!(last("äöü", 2), "…öü");
    assert_eq!((first("ä", 1), last("ä", 1)), ("ä".to_owned(), "ä".to_owned()));
}
