//! What bears a number of its own: a model ("seven AK-47s"), the block of a street ("the 1200 block of Elm Street").

use super::figure::Figure;
use super::gather::past;
use super::said::{Bearer, What};
use super::statement::Stating;
use crate::article::{Article, Tag, Tokens};
use crate::claim::quantity::{Unit, digits};
use crate::graph::Value;
use crate::lexicon::{Lexicon, Sense};
use crate::symbol::Sym;

/// The name of a street has at most so many words.
const LONGEST_STREET: u32 = 4;
/// The lowest number of a block, for "ten blocks of flats" are none.
const LOWEST_BLOCK: f64 = 100.0;

impl Stating<'_, '_> {
    /// "seven AK-47 rifles", where something was done to so many: how many of one model.
    pub(super) fn models(&mut self, figures: &[Figure]) {
        let article = self.gathering.article;
        for figure in figures {
            let counted = matches!(figure.quantity.unit, Unit::Count(_) | Unit::None);
            let told = counted && self.counts_things(figure.sentence);
            if told && past(article, self.gathering.reading, figure.sentence).is_none() {
                let named = Tokens { start: figure.tokens.end, end: figure.head + 1 };
                if let Some(model) = named.range().find_map(|at| model(article, at, named.end)) {
                    let words = figure.tokens.to(named);
                    let value = Value::from(figure.quantity.clone());
                    self.add(Bearer::Theme, "model", Some(What::Word(model)), value, words, None);
                }
            }
        }
    }

    /// Does a sentence tell of an event that is counted by whom or what it happens to?
    fn counts_things(&self, sentence: u32) -> bool {
        let claims = &self.gathering.reading.claims;
        let from = claims.partition_point(|c| c.sentence < sentence);
        let within = claims[from..].iter().take_while(|c| c.sentence == sentence);
        let lexicon = self.gathering.lexicon;
        let mut classes = within.filter_map(|c| c.predicate.class).map(|class| lexicon.class(class));
        classes.any(|class| class.counts.is_some())
    }

    /// "in the 1200 block of East Elm Street": the number of a block, of each street.
    pub(super) fn blocks(&mut self) {
        let (article, lexicon) = (self.gathering.article, self.gathering.lexicon);
        for (at, token) in article.tokens.iter().enumerate().skip(1) {
            let at = at as u32;
            let number = || word(article, at - 1).and_then(digits).filter(|n| *n >= LOWEST_BLOCK);
            if token.lemma == "block"
                && word(article, at + 1) == Some("of")
                && let (Some(number), Some(street)) = (number(), street(article, at + 2, lexicon))
            {
                let words = Tokens { start: at - 1, end: street.end };
                let name = street_name(article, street, lexicon);
                let value = Value::Number(number);
                self.add(Bearer::Theme, "block", Some(What::Word(name)), value, words, None);
            }
        }
    }
}

fn word(article: &Article, at: u32) -> Option<&str> {
    article.tokens.get(at as usize).map(|t| article.word(t))
}

/// The model whose designation stands at a token: letters and a number, in one word or two ("AK-47s", "AK 47").
fn model(article: &Article, at: usize, end: u32) -> Option<Sym> {
    let at = at as u32;
    let first = word(article, at)?;
    let own = plain(first);
    let next =
        || word(article, at + 1).filter(|_| at + 1 < end).map(|w| format!("{}{}", plain(first), plain(w)));
    Some(own).filter(|w| is_designation(w)).or_else(|| next().filter(|w| is_designation(w))).map(Sym::from)
}

/// Without hyphen and plural.
fn plain(word: &str) -> String {
    let singular = word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches('s');
    singular.chars().filter(|c| *c != '-').collect()
}

/// One to four letters, the first a capital, and one to three digits ("AK47", "Mi17", "B1").
fn is_designation(word: &str) -> bool {
    let letters = word.chars().take_while(|c| c.is_ascii_alphabetic()).count();
    let number = word.get(letters..).unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && (1..=4).contains(&letters)
        && (1..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// The words of a street's name from a token on, points of the compass aside.
fn street(article: &Article, from: u32, lexicon: &Lexicon) -> Option<Tokens> {
    let token = article.tokens.get(from as usize)?;
    let aside = token.tag == Tag::Dt || lexicon.has(&plain_form(article.word(token)), Sense::Compass);
    let start = from + u32::from(aside);
    let named = |at: &u32| {
        word(article, *at).is_some_and(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    };
    let end = (start..start + LONGEST_STREET).take_while(named).last()? + 1;
    Some(Tokens { start, end })
}

/// A street's name in one spelling.
fn street_name(article: &Article, tokens: Tokens, lexicon: &Lexicon) -> Sym {
    let words = tokens.range().filter_map(|at| word(article, at as u32)).map(plain_form);
    let spelled = words.map(|w| lexicon.street_form(&w).cloned().unwrap_or(w));
    Sym::from(spelled.collect::<Vec<_>>().join(" "))
}

/// A word in lower case, without the full stop of an abbreviation.
fn plain_form(word: &str) -> Sym {
    Sym::from(word.trim_end_matches('.').to_lowercase())
}

#[cfg(test)]
mod tests;
