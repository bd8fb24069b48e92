use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn bytes_and_back(word in "\\PC{0,12}") {
        let lemma = Lemma::of(&word);
        let bytes = postcard::to_allocvec(&lemma).unwrap_or_default();
        prop_assert_eq!(bytes.len(), 3);
        prop_assert_eq!(postcard::from_bytes::<Lemma>(&bytes), Ok(lemma));
    }
}

#[test]
fn words_are_told_apart() {
    let words = ["arrest", "arrests", "release", "bridge", "", "5"];
    let numbers: std::collections::BTreeSet<u32> =
        words.iter().map(|word| Lemma::of(word).number()).collect();
    assert_eq!(numbers.len(), words.len());
}
