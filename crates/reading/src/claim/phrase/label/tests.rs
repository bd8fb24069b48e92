use super::*;
use crate::claim;

/// The amounts of a sentence that count something.
fn counting(text: &str) -> Vec<String> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = claim::read(&article, lexicon);
    let amounts = reading.phrases.iter().filter_map(|phrase| Some((phrase, phrase.amount.as_ref()?)));
    let counting = amounts.filter(|(phrase, amount)| !is_label(&article, phrase, amount, lexicon));
    let mut found: Vec<String> =
        counting.map(|(_, amount)| article.phrase(amount.tokens).to_owned()).collect();
    found.dedup();
    found
}

#[test]
fn numbers_that_are_parts_of_names_count_nothing() {
    let names = [
        "She told 9 News that the phone has no 3G network.",
        "He bought a Curve 8900 in Oslo.",
        "It is one of the largest banks of Peru.",
        "A woman in her fifties fell.",
        "The 8900 cannot take pictures.",
        "Ann Lee won the 200 metres.",
        "Ann Lee broke a record in the 100m backstroke.",
    ];
    for text in names {
        assert_eq!(counting(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(counting("Police held 12 Somali pirates and 11 others."), ["12", "11"]);
    assert_eq!(counting("Two of the 14 boats sank."), ["Two", "14"]);
    assert_eq!(counting("One sailor died."), ["One"]);
    assert_eq!(counting("The car rolled 200 metres."), ["200 metres"]);
}
