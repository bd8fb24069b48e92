//! Offices, and the words in articles that name them.

use crate::article::token::fold::fold;
use crate::article::{Article, Tag, Token, Tokens};
use crate::graph::tell::gather::Gathering;
use crate::lexicon::{Lexicon, PlaceId, Sense};
use crate::symbol::Sym;

/// An office: "foreign minister of Norway", "Norway's foreign minister", "secretary-general".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Office {
    /// The words of the title in lower case.
    title: Vec<Sym>,
    /// What it is of.
    of: Option<Domain>,
}

/// What an office is of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Domain {
    /// Its words in lower case.
    words: Vec<Sym>,
    /// As written.
    written: String,
    /// The place on the map, if it is one.
    place: Option<PlaceId>,
}

impl Office {
    /// Reads the name of an office.
    pub(super) fn read(text: &str, lexicon: &Lexicon) -> Office {
        let (title, of) = match (text.rsplit_once(" of "), text.split_once("'s ")) {
            (_, Some((of, title))) => (title, Some(of)),
            (Some((title, of)), None) => (title, Some(of)),
            (None, None) => (text, None),
        };
        let words = |text: &str| text.split_whitespace().map(|w| Sym::from(w.to_lowercase())).collect();
        let domain = |of: &str| {
            let of = of.strip_prefix("the ").unwrap_or(of);
            Domain { words: words(of), written: of.to_string(), place: lexicon.likeliest_place(of) }
        };
        Office { title: words(title), of: of.map(domain) }
    }

    /// The last word of the title.
    pub(super) fn head(&self) -> Sym {
        self.title.last().cloned().unwrap_or_default()
    }

    /// Do some words of an article name this office ("Norway's foreign minister", "the foreign minister of Norway")?
    /// A title that does not say of what ("Foreign Minister Ana Kovac") is of what the article speaks of.
    pub(super) fn is_named(&self, article: &Gathering<'_>, words: Tokens) -> bool {
        let tokens = article.article.tokens.get(words.range()).unwrap_or_default();
        let lowered: Vec<Sym> = tokens.iter().map(|t| lower(article.article, t)).collect();
        let Some(at) = lowered.windows(self.title.len().max(1)).position(|w| w == self.title) else {
            return false;
        };
        let behind = at + self.title.len();
        let (front, lower_front) =
            (tokens.get(..at).unwrap_or_default(), lowered.get(..at).unwrap_or_default());
        // "the minister's wife", "minister spokesman", "his minister", "the former minister"
        let longer = tokens.get(behind).is_some_and(|t| t.tag == Tag::Pos || t.tag.is_noun());
        let whose = front.iter().any(|t| t.tag == Tag::PRPS);
        let shaded = lower_front.iter().any(|word| article.lexicon.has(word, Sense::Shade));
        if longer || whose || shaded {
            return false;
        }
        let Some(of) = &self.of else { return true };
        if lowered.get(behind).is_some_and(|word| word == "of") {
            let article = usize::from(lowered.get(behind + 1).is_some_and(|word| word == "the"));
            return lowered.get(behind + 1 + article..).is_some_and(|words| words.starts_with(&of.words));
        }
        of.stands_in(lower_front, article, front)
            || (!front.iter().any(|t| says_of_what(article, t)) && of.is_meant(article))
    }
}

impl Domain {
    /// "Norway", "Norway's", "Norwegian" in front of a title.
    fn stands_in(&self, lowered: &[Sym], article: &Gathering<'_>, tokens: &[Token]) -> bool {
        let demonym = |t: &Token| article.lexicon.demonym(article.article.word(t));
        lowered.windows(self.words.len().max(1)).any(|words| words == self.words)
            || (self.place.is_some() && tokens.iter().any(|t| demonym(t) == self.place))
    }

    /// Is this what an article speaks of, if nothing else is said?
    fn is_meant(&self, article: &Gathering<'_>) -> bool {
        let country = self.place.filter(|place| article.lexicon.country(*place) == Some(*place));
        match country {
            Some(country) => article.country == Some(country),
            None => article.article.text.contains(&self.written),
        }
    }
}

/// Does a word in front of a title say of what the office is ("Swedish", "UN")?
fn says_of_what(article: &Gathering<'_>, token: &Token) -> bool {
    token.tag.is_name() || article.lexicon.demonym(article.article.word(token)).is_some()
}

/// A word in lower case.
pub(super) fn lower(article: &Article, token: &Token) -> Sym {
    fold(article.word(token), |lower| Sym::from(lower))
}

#[cfg(test)]
mod tests;
