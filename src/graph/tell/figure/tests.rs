use super::*;
use crate::claim::read;

fn read_figures(text: &str) -> Vec<(String, Quantity)> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let found = figures(&article, &read(&article, lexicon));
    found.into_iter().map(|f| (article.phrase(f.words).to_owned(), f.quantity)).collect()
}

fn measure(amount: f64, unit: &str) -> Quantity {
    Quantity { amount, bound: Bound::Exactly, unit: Unit::Measure(Sym::from(unit)) }
}

#[test]
fn magnitudes_are_read_before_and_behind_their_number() {
    for text in [
        "A magnitude 5.9 earthquake struck.",
        "The magnitude-5.9 quake struck.",
        "A 5.9-magnitude quake struck.",
    ] {
        let found = read_figures(text);
        assert!(found.iter().any(|(_, q)| *q == measure(5.9, "magnitude")), "{text} {found:?}");
    }
}

#[test]
fn what_is_counted_belongs_to_the_figure() {
    let found = read_figures("The flood reached 120 houses.");
    assert_eq!(found.first().map(|(words, _)| words.as_str()), Some("120 houses"));
}

#[test]
fn ages_and_years_are_no_figures() {
    assert_eq!(read_figures("The 36-year-old climber won the cup of 1994."), []);
}

#[test]
fn no_text_has_no_figures() {
    assert_eq!(read_figures(""), []);
}
