use super::*;

fn relation(a: (&str, Part), b: (&str, Part)) -> Option<Relation> {
    let wordnet = WordNet::built_in();
    wordnet.meaning(a.0, a.1).relation(&wordnet.meaning(b.0, b.1))
}

#[test]
fn words_hang_together_by_family_meaning_and_kind() {
    let verb = |word| (word, Part::Verb);
    let noun = |word| (word, Part::Noun);
    let cases = [
        (verb("arrest"), noun("arrest"), Some(Relation::Same)),
        (verb("acquit"), noun("acquittal"), Some(Relation::Family)),
        (noun("decision"), verb("decide"), Some(Relation::Family)),
        (verb("buy"), verb("purchase"), Some(Relation::Synonym)),
        (noun("earthquake"), noun("quake"), Some(Relation::Synonym)),
        (verb("murder"), verb("kill"), Some(Relation::Kind)),
        (noun("arrival"), noun("theft"), None),
        (verb("resign"), verb("marry"), None),
    ];
    for (a, b, expected) in cases {
        assert_eq!(relation(a, b), expected, "{a:?} {b:?}");
        assert_eq!(relation(b, a), expected, "{b:?} {a:?}");
    }
}

#[test]
fn a_word_that_it_lacks_means_nothing() {
    let meaning = WordNet::built_in().meaning("zzyzx", Part::Noun);
    assert_eq!(meaning, Meaning::default());
    assert_eq!(meaning.relation(&meaning), None);
}

#[test]
fn nouns_are_of_kinds() {
    let kinds = |word| WordNet::built_in().meaning(word, Part::Noun).kinds;
    // By the numbers of the lexicographers' files: 4 is acts, 11 events, 18 people.
    let share =
        |word, kind: u32| kinds(word).iter().find(|(own, _)| *own == kind).map_or(0, |(_, share)| *share);
    assert!(share("murder", 4) > 900);
    assert!(share("earthquake", 11) > 500);
    assert!(share("teacher", 18) > 900);
}

#[test]
fn rare_words_tell_more_than_frequent_ones() {
    let wordnet = WordNet::built_in();
    let [be, arrest, unknown] = ["be", "arrest", "zzyzx"].map(|word| wordnet.information(word));
    assert!(be < arrest && arrest < unknown);
}

#[test]
fn bytes_that_are_no_table_are_refused() {
    assert!(WordNet::read(b"").is_none());
    assert!(WordNet::read(b"GSW1\x01").is_none());
    // One that was cut off answers, though it knows nothing.
    let cut = WordNet::read(&TABLE[..64]).expect("a head");
    assert_eq!(cut.meaning("arrest", Part::Verb), Meaning::default());
}
