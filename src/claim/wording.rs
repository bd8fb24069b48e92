//! The words themselves: how a quotation runs, which words with a capital stand before nouns.

use super::{Quote, Reading};
use crate::article::{Article, BlockKind, Tag, Tokens};

/// A quotation has at least so many words to be compared.
const SHORTEST_QUOTE: usize = 5;

impl Quote {
    /// The words of a quotation of some length in lower case: letters and digits only, run together as in speech ("I
    /// am" is "I'm", as a matter of style), and without what an editor put in brackets.
    pub fn words(&self, article: &Article) -> Option<Vec<String>> {
        let compared = self.tokens.len() >= SHORTEST_QUOTE && is_whole(article, self.tokens);
        compared.then(|| spoken(article.phrase(self.tokens)))
    }
}

/// Does it begin with a word? An apostrophe that was taken for a quotation mark leaves the end of one ("'s").
fn is_whole(article: &Article, tokens: Tokens) -> bool {
    article
        .tokens
        .get(tokens.start as usize)
        .is_some_and(|t| !matches!(article.word(t), "s" | "t" | "d" | "m" | "re" | "ve" | "ll"))
}

fn spoken(quotation: &str) -> Vec<String> {
    let mut depth = 0usize;
    let mut found: Vec<String> = Vec::new();
    for word in quotation.split_whitespace() {
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

/// The words with a capital inside the sentences of the text that are no part of a phrase's name ("the Finnish crew",
/// "a Danish-flagged ship"), each with its token.
pub fn modifiers<'a>(article: &'a Article, reading: &Reading) -> Vec<(u32, &'a str)> {
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
