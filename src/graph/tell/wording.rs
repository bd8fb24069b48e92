//! The words themselves: how a name is spelled, how a quotation runs.

use rustc_hash::FxHashSet;

use super::Named;
use super::gather::Gathering;
use super::said::Passage;
use crate::article::{Article, BlockKind, Tag, Tokens};
use crate::claim::Reading;
use crate::symbol::Sym;

/// A quotation has at least so many words to be compared.
const SHORTEST_QUOTE: usize = 5;

/// Whom and what an article names, and where each stands first.
pub(super) fn names(gathering: &Gathering<'_>) -> Vec<Named> {
    let named = gathering.local.entities.iter().map(|entity| {
        let words = gathering.reading.phrase(entity.first).name;
        let passage = Passage::standing(gathering, words);
        Named { name: entity.name.clone(), first: entity.first, passage }
    });
    named.collect()
}

/// Names that stand before nouns ("the Finnish crew", "a Danish-flagged ship"), each once.
pub(super) fn modifiers(gathering: &Gathering<'_>) -> Vec<(Sym, Passage)> {
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let words = capitalised(gathering.article, gathering.reading).into_iter();
    let new = words.filter(|(_, word)| known.insert(word));
    let passage = |at: u32| Passage::standing(gathering, Tokens { start: at, end: at + 1 });
    new.map(|(at, word)| (Sym::from(word), passage(at))).collect()
}

/// The words with a capital inside the sentences of the text that are no part of a phrase's name.
fn capitalised<'a>(article: &'a Article, reading: &Reading) -> Vec<(u32, &'a str)> {
    let mut found = Vec::new();
    let mut names = reading.phrases.iter().map(|p| p.name).filter(|n| !n.is_empty()).peekable();
    for sentence in article.sentences.iter().filter(|s| s.kind == BlockKind::Paragraph) {
        for at in sentence.tokens.start + 1..sentence.tokens.end {
            while names.next_if(|n| n.end <= at).is_some() {}
            let Some(token) = article.tokens.get(at as usize) else { continue };
            let word = article.word(token).split('-').next().unwrap_or_default();
            let tagged = token.tag.is_name() || token.tag == Tag::Jj;
            let mut letters = word.chars();
            let written = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
            if tagged && written && names.peek().is_none_or(|n| at < n.start) {
                found.push((at, word));
            }
        }
    }
    found
}

/// The words of each quotation of some length.
pub(super) fn quotes(gathering: &Gathering<'_>) -> Vec<(Sym, Passage)> {
    let article = gathering.article;
    let quotes = gathering.reading.quotes.iter().map(|quote| quote.tokens);
    let long = quotes.filter(|tokens| tokens.len() >= SHORTEST_QUOTE && is_whole(article, *tokens));
    long.map(|tokens| (Sym::from(words(article, tokens).join(" ")), Passage::standing(gathering, tokens)))
        .collect()
}

/// Does it begin with a word? An apostrophe that was taken for a quotation mark leaves the end of one ("'s").
fn is_whole(article: &Article, tokens: Tokens) -> bool {
    article
        .tokens
        .get(tokens.start as usize)
        .is_some_and(|t| !matches!(article.word(t), "s" | "t" | "d" | "m" | "re" | "ve" | "ll"))
}

/// The words of a quotation in lower case: letters and digits only, run together as in speech ("I am" is "I'm", as a
/// matter of style), and without what an editor put in brackets.
fn words(article: &Article, tokens: Tokens) -> Vec<String> {
    let mut depth = 0usize;
    let mut found: Vec<String> = Vec::new();
    for word in article.phrase(tokens).split_whitespace() {
        depth += word.matches(['(', '[']).count();
        let plain: String =
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if depth == 0 && !plain.is_empty() {
            match (contracted(&plain), found.last_mut()) {
                (Some(short), Some(last)) => last.push_str(short),
                _ => found.push(plain),
            }
        }
        depth = depth.saturating_sub(word.matches([')', ']']).count());
    }
    found
}

/// The short form of a word that speech runs together with the one before.
fn contracted(word: &str) -> Option<&'static str> {
    // Texts from archives have blanks around apostrophes ("it ' s", "don ' t").
    match word {
        "is" | "has" | "s" => Some("s"),
        "am" | "m" => Some("m"),
        "are" | "re" => Some("re"),
        "have" | "ve" => Some("ve"),
        "will" | "ll" => Some("ll"),
        "had" | "would" | "d" => Some("d"),
        "t" => Some("t"),
        _ => None,
    }
}
