//! The words themselves: how a name is spelled, how a quotation runs.

use rustc_hash::FxHashSet;

use super::Named;
use super::assertion::Locus;
use super::extractor::Extractor;
use crate::article::Tokens;
use crate::claim::wording;
use crate::symbol::Sym;

/// Whom and what an article names, and where each stands first.
pub(super) fn names(extractor: &Extractor<'_>) -> Vec<Named> {
    let named = extractor.local.entities.iter().map(|entity| {
        let words = extractor.reading.phrase(entity.first).name;
        let locus = extractor.standing(words);
        Named { name: entity.name.clone(), first: entity.first, locus }
    });
    named.collect()
}

/// Names that stand before nouns ("the Finnish crew", "a Danish-flagged ship"), each once.
pub(super) fn modifiers(extractor: &Extractor<'_>) -> Vec<(Sym, Locus)> {
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let words = wording::modifiers(extractor.article, extractor.reading).into_iter();
    let new = words.filter(|(_, word)| known.insert(word));
    let locus = |at: u32| extractor.standing(Tokens { start: at, end: at + 1 });
    new.map(|(at, word)| (Sym::from(word), locus(at))).collect()
}

/// The words of each quotation of some length.
pub(super) fn quotes(extractor: &Extractor<'_>) -> Vec<(Sym, Locus)> {
    let words = extractor.reading.quotes.iter().map(|quote| (quote.words(extractor.article), quote.tokens));
    words
        .filter_map(|(words, tokens)| Some((Sym::from(words?.join(" ")), extractor.standing(tokens))))
        .collect()
}
