//! Numbers that count nothing: they are parts of names.

use super::{Determiner, Phrase, PhraseKind};
use crate::article::fold::fold;
use crate::article::{Article, Tag};
use crate::claim::quantity::number::RACES;
use crate::claim::quantity::{Amount, Unit};
use crate::lexicon::Lexicon;

/// Does a number name something, and tell no amount: "9 News", "a 3G network", "Curve 8900", "one of the largest", "won the
/// 200 metres", "the 100m backstroke"?
pub fn is_label(article: &Article, phrase: &Phrase, amount: &Amount, lexicon: &Lexicon) -> bool {
    if let Unit::Measure(_) = amount.quantity.unit {
        let next = article.tokens.get(amount.tokens.end as usize);
        let race = next.is_some_and(|token| fold(article.word(token), |word| RACES.contains(&word)));
        return race || is_discipline(phrase, amount);
    }
    if !matches!(amount.quantity.unit, Unit::Count(_) | Unit::None) {
        return false;
    }
    let token = |at: u32| article.tokens.get(at as usize);
    let last = amount.tokens.end.checked_sub(1).and_then(token);
    let next = token(amount.tokens.end);
    let grown = last.zip(next).is_some_and(|(last, next)| {
        last.span.end == next.span.start && article.word(next).starts_with(char::is_alphabetic)
    });
    let title = phrase.kind == PhraseKind::Name
        && token(phrase.head).is_some_and(|head| head.tag == Tag::Nnp)
        && phrase.tokens.end > amount.tokens.end
        && lexicon.demonym(article.phrase(phrase.name)).is_none();
    let before = amount.tokens.start.checked_sub(1).and_then(token);
    let behind_name = amount.quantity.unit == Unit::None && before.is_some_and(|t| t.tag == Tag::Nnp);
    // "the 8900", and a woman "in her fifties".
    let the = token(phrase.tokens.start).is_some_and(|t| &*t.lemma == "the");
    let alone = phrase.kind == PhraseKind::Elliptic && phrase.determiner == Determiner::Definite && the;
    let written = last.map_or("", |token| article.word(token));
    let model = alone && amount.tokens.len() <= 2 && written.starts_with(|c: char| c.is_ascii_digit());
    let decade = last.is_some_and(|token| token.tag == Tag::Nns) && written.ends_with("ties");
    let one_of = amount.quantity.amount == 1.0 && next.is_some_and(|t| &*t.lemma == "of");
    grown || title || behind_name || model || decade || one_of
}

/// "Won *the 200 metres*": a length with an article is what a race is called.
fn is_discipline(phrase: &Phrase, amount: &Amount) -> bool {
    let known = matches!(phrase.determiner, Determiner::Definite | Determiner::Possessive);
    known && amount.tokens.end > phrase.head
}

#[cfg(test)]
mod tests;
