//! The figures of an article: amounts with where they stand.

use crate::article::{Article, Tokens};
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::claim::{Phrase, PhraseKind, Reading};

/// A bare number of this size is a year.
const YEARS: std::ops::Range<f64> = 1900.0..2100.0;

/// An amount with where it stands.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The amount alone, with its hedge and unit.
    pub tokens: Tokens,
    /// The amount and what it counts.
    pub words: Tokens,
    /// What it means.
    pub quantity: Quantity,
    /// The noun that it stands with, or the amount's last word.
    pub head: u32,
    /// Does it stand without a noun?
    pub bare: bool,
    /// The sentence.
    pub sentence: u32,
}

/// The figures of an article, in reading order. Ages are not among them.
pub fn figures(article: &Article, reading: &Reading) -> Vec<Figure> {
    let mut found: Vec<Figure> = reading.phrases.iter().filter_map(|p| of_phrase(article, p)).collect();
    found.sort_by_key(|f| f.tokens);
    convert(article, &mut found);
    found
}

/// "about 58 km (36 miles)": the figure in brackets is as exact as the one before.
fn convert(article: &Article, figures: &mut [Figure]) {
    for i in 1..figures.len() {
        let (end, bound) = (figures[i - 1].tokens.end, figures[i - 1].quantity.bound);
        let bracket = article.tokens.get(end as usize).is_some_and(|t| article.word(t) == "(");
        let figure = &mut figures[i];
        if bracket && figure.tokens.start == end + 1 && figure.quantity.bound == Bound::Exactly {
            figure.quantity.bound = bound;
        }
    }
}

fn of_phrase(article: &Article, phrase: &Phrase) -> Option<Figure> {
    let amount = phrase.amount.as_ref()?;
    let quantity = &amount.quantity;
    let year = quantity.unit == Unit::None && YEARS.contains(&quantity.amount);
    if quantity.unit == Unit::Age || year {
        return None;
    }
    let counted = matches!(quantity.unit, Unit::Count(_));
    let head = Tokens { start: phrase.head, end: phrase.head + 1 };
    let words = if counted { amount.tokens.to(head) } else { amount.tokens };
    Some(Figure {
        tokens: amount.tokens,
        words,
        quantity: quantity.clone(),
        head: phrase.head,
        bare: phrase.kind == PhraseKind::Elliptic,
        sentence: article.sentence_at(amount.tokens.start),
    })
}
