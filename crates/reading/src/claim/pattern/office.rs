//! Offices, and the words in articles that name them.

use crate::article::fold::fold;
use crate::article::{Article, Tag, Token, Tokens};
use crate::claim::{Argument, ArgumentRole, Claim, Modality, Origin, PhraseId, Polarity, Reading, Tense};
use crate::lexicon::{Lexicon, PlaceId, Sense};
use crate::symbol::Sym;

/// An office: "foreign minister of Norway", "Norway's foreign minister", "secretary-general".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
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

/// An article in which offices are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The article.
    pub article: &'a Article,
    /// The vocabulary.
    pub lexicon: &'a Lexicon,
    /// The country of which it speaks: a title that does not say of what is of this one.
    pub country: Option<PlaceId>,
}

impl Office {
    /// Reads the name of an office.
    pub fn read(text: &str, lexicon: &Lexicon) -> Office {
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

    /// Do the words of a title say no more, or say more in front ("master", "Selby harbour master")?
    pub fn ends_alike(&self, title: &[Sym]) -> bool {
        self.title.ends_with(title) || title.ends_with(&self.title)
    }

    /// Does it say what the office is of?
    pub fn says_of_what(&self) -> bool {
        self.of.is_some()
    }

    /// The last word of the title.
    pub fn head(&self) -> Sym {
        self.title.last().cloned().unwrap_or_default()
    }

    /// Do some words of an article name this office ("Norway's foreign minister", "the foreign minister of Norway")?
    /// A title that does not say of what ("Foreign Minister Ana Kovac") is of what the article speaks of.
    pub fn is_named(&self, scene: Scene<'_>, words: Tokens) -> bool {
        let tokens = scene.article.tokens.get(words.range()).unwrap_or_default();
        let lowered: Vec<Sym> = tokens.iter().map(|t| lower(scene.article, t)).collect();
        let Some(at) = lowered.windows(self.title.len().max(1)).position(|w| w == self.title) else {
            return false;
        };
        let behind = at + self.title.len();
        let (front, lower_front) =
            (tokens.get(..at).unwrap_or_default(), lowered.get(..at).unwrap_or_default());
        // "the minister's wife", "minister spokesman", "his minister", "the former minister", "brother of the minister"
        let longer = tokens.get(behind).is_some_and(|t| t.tag == Tag::Pos || t.tag.is_noun());
        let whose = front.iter().any(|t| t.tag == Tag::PRPS);
        let shaded = lower_front.iter().any(|word| scene.lexicon.has(word, Sense::Shade));
        let beside = front.iter().any(|t| matches!(t.tag, Tag::In | Tag::To));
        if longer || whose || shaded || beside {
            return false;
        }
        let Some(of) = &self.of else { return true };
        if lowered.get(behind).is_some_and(|word| word == "of") {
            let article = usize::from(lowered.get(behind + 1).is_some_and(|word| word == "the"));
            let end = behind + 1 + article + of.words.len();
            // "president of Norway Chess"
            let longer = tokens.get(end).is_some_and(|t| t.tag.is_noun() || t.tag.is_name());
            return !longer && lowered.get(behind + 1 + article..end).is_some_and(|words| words == of.words);
        }
        of.stands_in(lower_front, scene, front)
            || (!front.iter().any(|t| says_of_what(scene, t)) && of.is_meant(scene))
    }
}

impl Domain {
    /// "Norway", "Norway's", "Norwegian" in front of a title.
    fn stands_in(&self, lowered: &[Sym], scene: Scene<'_>, tokens: &[Token]) -> bool {
        let demonym = |t: &Token| scene.lexicon.demonym(scene.article.word(t));
        lowered.windows(self.words.len().max(1)).any(|words| words == self.words)
            || (self.place.is_some() && tokens.iter().any(|t| demonym(t) == self.place))
    }

    /// Is this what an article speaks of, if nothing else is said?
    fn is_meant(&self, scene: Scene<'_>) -> bool {
        let country = self.place.filter(|place| scene.lexicon.country(*place) == Some(*place));
        match country {
            Some(country) => scene.country == Some(country),
            None => scene.article.text.contains(&self.written),
        }
    }
}

/// The title that some words give: they end in the head of an office or in a rank, before what it is of ("the harbour
/// master of Selby"). None where it is somebody else's or of another time ("the former mayor", "the mayor's wife").
pub fn title(scene: Scene<'_>, words: Tokens) -> Option<Vec<Sym>> {
    let tokens = scene.article.tokens.get(words.range())?;
    let lowered: Vec<Sym> = tokens.iter().map(|t| lower(scene.article, t)).collect();
    let start = tokens.iter().position(|t| t.tag != Tag::Dt).unwrap_or(tokens.len());
    let end = lowered.iter().position(|word| word == "of").unwrap_or(tokens.len());
    let (own, own_lowered) = (tokens.get(start..end)?, lowered.get(start..end)?);
    let head = own.last()?;
    let is_title = [Sense::Office, Sense::Rank].iter().any(|sense| scene.lexicon.has(&head.lemma, *sense));
    let whose = own.iter().any(|t| matches!(t.tag, Tag::Pos | Tag::PRPS));
    let shaded = own_lowered.iter().any(|word| scene.lexicon.has(word, Sense::Shade));
    (is_title && !whose && !shaded).then(|| own_lowered.to_vec())
}

/// Does a word in front of a title say of what the office is ("Swedish", "UN")?
fn says_of_what(scene: Scene<'_>, token: &Token) -> bool {
    token.tag.is_name() || scene.lexicon.demonym(scene.article.word(token)).is_some()
}

/// Do the words of a title say behind it what it is of ("mayor of Nice")?
pub fn says_of(article: &Article, words: Tokens) -> bool {
    let tokens = article.tokens.get(words.range()).unwrap_or_default();
    tokens.iter().any(|t| lower(article, t) == "of")
}

/// A word in lower case.
pub fn lower(article: &Article, token: &Token) -> Sym {
    fold(article.word(token), |lower| Sym::from(lower))
}

/// Who is called what, of a claim that calls somebody something at the time of the report: "Ylva Holm, the foreign
/// minister of Norland".
pub fn holder(reading: &Reading, claim: &Claim) -> Option<(PhraseId, Tokens)> {
    let present = match claim.origin {
        Origin::Apposition => true,
        // "was the minister": once.
        Origin::Copula => claim.predicate.lemma != "be" || claim.predicate.tense != Tense::Past,
        _ => false,
    };
    let holds = present && claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
    let subject = claim.subject.as_ref().filter(|_| holds)?;
    let said = claim.arguments.first().filter(|a| a.role == ArgumentRole::Complement)?;
    let named = |argument: &Argument| match argument.phrases.as_slice() {
        [id] => Some(*id).filter(|id| !reading.phrase(*id).name.is_empty()),
        _ => None,
    };
    match (named(subject), named(said)) {
        (Some(person), _) => Some((person, said.tokens)),
        (None, Some(person)) => Some((person, subject.tokens)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests;
