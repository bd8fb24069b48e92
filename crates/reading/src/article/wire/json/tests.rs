use super::*;

#[test]
fn values_know_where_they_stand() {
    let file = "\n {\"a\": [1, {\"b\": \"x\\u00e9\\n\\ud83d\\ude00y\"}], \"a\\u0062\": null}";
    let value = Json::read(file, 0).unwrap();
    let members = value.object().unwrap();
    assert_eq!(members.keys().map(|key| key.as_ref()).collect::<Vec<_>>(), ["a", "ab"]);
    let inner = members["a"].array().unwrap()[1].object().unwrap()["b"];
    let text = inner.text().unwrap();
    assert_eq!(text.text, "xé\n😀y");
    for (word, source) in [("x", "x"), ("é", "\\u00e9"), ("\n", "\\n"), ("😀", "\\ud83d\\ude00"), ("y", "y")]
    {
        let at = text.text.find(word).unwrap();
        assert_eq!(&file[text.map.to_disk(at..at + word.len()).range()], source);
    }
}

#[test]
fn half_a_pair_of_surrogates_is_no_letter() {
    for (written, read) in
        [(r#""\ud83dx""#, "\u{fffd}x"), (r#""\ud83d\u0041""#, "\u{fffd}A"), (r#""\"\\\/""#, "\"\\/")]
    {
        assert_eq!(Json::read(written, 0).unwrap().text().unwrap().text, read);
    }
}

#[test]
fn a_mistake_is_told_at_its_place() {
    let broken = Json::read("{\"a\": 1,\n \"b\" 2}", 100).unwrap_err();
    assert_eq!(broken.message, "is broken JSON: expected `:`");
    assert_eq!(broken.range, 114..115);
    assert!(Json::read("", 0).unwrap_err().message.contains("EOF"));
    assert!(Json::read("[1]", 0).unwrap().object().is_none());
}
