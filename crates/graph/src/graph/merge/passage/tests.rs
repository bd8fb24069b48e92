use super::super::align::align;
use super::*;
use crate::article::Article;
use crate::claim::wording::wordings;
use crate::lexicon::Lexicon;

fn quoted(text: &str) -> Vec<Word> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(&format!("Ana Kovac said: \"{text}\""), lexicon);
    let reading = crate::claim::read(&article, lexicon);
    wordings(&article, &reading.quotes, lexicon).concat()
}

/// Where two quotations differ, as "these words/those words", of each passage by itself.
fn by_passage(a: &str, b: &str) -> Vec<Vec<(String, Kind)>> {
    let (x, y) = (quoted(a), quoted(b));
    let text = |words: &[Word]| words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
    let told = |d: &Difference| {
        let [own, other] = d.words;
        (format!("{}/{}", text(&x[own.0..own.1]), text(&y[other.0..other.1])), d.kind)
    };
    let found = passages(&x, &y, &align(&x, &y));
    found.iter().map(|passage| passage.differences.iter().map(told).collect()).collect()
}

fn differing(a: &str, b: &str) -> Vec<(String, Kind)> {
    by_passage(a, b).concat()
}

fn sense(words: &str) -> Vec<(String, Kind)> {
    vec![(words.to_owned(), Kind::Sense)]
}

fn style(words: &str) -> Vec<(String, Kind)> {
    vec![(words.to_owned(), Kind::Style)]
}

const BRIDGE: &str = "We will mend the old bridge in May.";

#[test]
fn a_word_that_was_exchanged_changes_the_sense() {
    assert_eq!(differing(BRIDGE, "We will close the old bridge in May."), sense("mend/close"));
    assert_eq!(differing(BRIDGE, "We must mend the old bridge in May."), sense("'ll/must"));
}

#[test]
fn a_word_left_out_changes_the_sense_if_it_has_one() {
    assert_eq!(differing(BRIDGE, "We will mend the bridge in May."), sense("old/"));
    assert_eq!(differing(BRIDGE, "We will mend old bridge in May."), style("the/"));
}

#[test]
fn what_may_be_tidied_up_is_style() {
    assert_eq!(differing(BRIDGE, "We will mend the old bridges in May."), style("bridge/bridges"));
    assert_eq!(differing(BRIDGE, "They will mend the old bridge in May."), style("we/they"));
    assert_eq!(differing(BRIDGE, "We will mend the old brigde in May."), style("bridge/brigde"));
    assert_eq!(
        differing("We will ask Omar Haddadi in May.", "We will ask Omar Hadadi in May."),
        style("haddadi/hadadi")
    );
}

#[test]
fn one_word_that_points_is_as_good_as_another() {
    assert_eq!(differing(BRIDGE, "We will mend this old bridge in May."), style("the/this"));
    let threat = "There is no sign that they pose a threat to the town.";
    assert_eq!(differing(threat, "There is no sign that they pose any threat to the town."), style("a/any"));
    assert_eq!(differing(BRIDGE, "We will mend no old bridge in May."), sense("the/no"));
    assert_eq!(differing(BRIDGE, "We will mend every old bridge in May."), sense("the/every"));
}

#[test]
fn whoever_leaves_out_a_negation_does_not_tidy_up() {
    for (a, b) in [
        ("We did know that the dam was cracked.", "We did not know that the dam was cracked."),
        ("We could see the dam from the road.", "We couldn't see the dam from the road."),
        ("We can afford to close a ward this year.", "We can't afford to close a ward this year."),
        ("We can rule out a fire in the hall.", "We cannot rule out a fire in the hall."),
        ("We have closed a ward in this town.", "We have never closed a ward in this town."),
        ("There is more money for the wards.", "There is no more money for the wards."),
    ] {
        let found = differing(a, b);
        assert!(matches!(found.as_slice(), [(_, Kind::Sense)]), "{b}: {found:?}");
    }
}

#[test]
fn a_number_is_no_slip() {
    assert_eq!(
        differing("We will mend 31 bridges in May.", "We will mend 37 bridges in May."),
        sense("31/37")
    );
}

#[test]
fn a_part_of_a_quotation_is_the_same() {
    assert!(differing(BRIDGE, "mend the old bridge").is_empty());
}

#[test]
fn either_end_counts_if_both_have_one() {
    assert_eq!(
        differing("Somebody hit me in the back.", "Nobody hit me in the back."),
        sense("somebody/nobody")
    );
    assert_eq!(
        differing("We will mend the old bridge.", "We will mend the old tower."),
        sense("bridge/tower")
    );
    // Half a sentence does not begin where it is quoted from.
    assert!(differing("Somebody hit me in the back.", "he hit me in the back.").is_empty());
}

#[test]
fn a_sentence_that_goes_on_to_other_things_is_another() {
    let found = differing(
        "We have not been told by anybody in this town when the money comes.",
        "We have not been told who killed the farmer on the road to Lima last winter.",
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_the_quotation_says_that_it_cuts_is_none() {
    assert!(differing(BRIDGE, "We will mend ... bridge in May.").is_empty());
    assert!(differing("We will mend it in May.", "We will mend [the bridge] in May.").is_empty());
}

#[test]
fn months_titles_and_units_may_be_short() {
    let whole = "Senator Ash walked five kilometres to the bridge of Saint Anne on September 5.";
    assert!(differing(whole, "Sen. Ash walked five km to the bridge of St. Anne on Sept. 5.").is_empty());
}

#[test]
fn a_sentence_left_out_is_a_cut() {
    let whole = "We lost the old bridge. Nobody slept in the whole of our town. We will mend it in May.";
    assert!(differing(whole, "We lost the old bridge. We will mend it in May.").is_empty());
    let short = "We lost the old bridge. Come and see. We will mend it in May.";
    assert!(differing(short, "We lost the old bridge - we will mend it in May.").is_empty());
}

#[test]
fn each_sentence_is_compared_by_itself() {
    let found = by_passage(
        "We will mend the old bridge in May. The road to the harbour stays open.",
        "We will close the old bridge in May. The road to the harbour stays shut.",
    );
    assert_eq!(found, [sense("mend/close"), sense("open/shut")]);
}

#[test]
fn words_written_apart_and_letters_that_stand_for_words_are_the_same() {
    assert!(differing("We read the e-mail on the bridge.", "We read the email on the bridge.").is_empty());
    let full = "The International Olympic Committee will mend the old bridge.";
    assert!(differing("The IOC will mend the old bridge.", full).is_empty());
}

#[test]
fn nothing_has_no_passages() {
    assert!(passages(&[], &[], &[]).is_empty());
}
