//! Names: what kind of thing they name, and when two of them name the same one.

use smallvec::SmallVec;

use crate::article::fold::fold;
use crate::article::spelling::{self, folded};
use crate::article::typography::plain as unaccented;
use crate::article::{Article, Tag, Tokens};
use crate::claim::Phrase;
use crate::lexicon::spelling::surname;
use crate::lexicon::{Gender, Lexicon, PlaceId, Sense};
use crate::symbol::Sym;

mod person;

pub(super) use person::given_agree;

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, ministry, team, party.
    Organization,
    /// A town, country, street.
    Place,
    /// The text does not show what it is.
    Unknown,
}

/// A name as it is compared: its words in lower case, and what the words show.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Name {
    /// The words, lower case, without full stops.
    pub words: SmallVec<[Sym; 2]>,
    /// As written, for messages.
    pub written: Sym,
    /// What it names.
    pub kind: EntityKind,
    /// The place on the map, if it is one.
    pub place: Option<PlaceId>,
    /// The gender that a title or given name shows.
    pub gender: Option<Gender>,
}

impl Name {
    /// Reads the name of a phrase; none if it has none.
    pub fn of(article: &Article, phrase: &Phrase, lexicon: &Lexicon) -> Option<Name> {
        if phrase.name.is_empty() {
            return None;
        }
        let written = article.phrase(phrase.name);
        // Whoever goes by another name as well is compared under the full one.
        let (meant, words) = match lexicon.full_name_of(written) {
            Some(full) => (full.as_str(), plain_words(full, lexicon)),
            None => (written, words(article, phrase.name, lexicon)),
        };
        let (kind, place) = kind(article, phrase, lexicon, meant, &words);
        let gender = title_gender(article, phrase, lexicon).or_else(|| given_gender(&words, kind, lexicon));
        Some(Name { words, written: Sym::from(written), kind, place, gender })
    }

    /// A name outside of any article, of which nothing shows what it names.
    pub(super) fn stated(written: Sym, lexicon: &Lexicon) -> Name {
        let words = plain_words(lexicon.full_name_of(&written).unwrap_or(&written), lexicon);
        Name { words, written, kind: EntityKind::Unknown, place: None, gender: None }
    }

    /// The last word: the surname of a person in most of the world's news style.
    pub fn surname(&self) -> Option<&Sym> {
        self.words.last()
    }

    /// Can both name the same one? Persons: same surname and given names that do not contradict each other;
    /// others: the same words, or one an abbreviation of the other.
    pub fn agrees(&self, other: &Name, lexicon: &Lexicon) -> bool {
        if let (Some(a), Some(b)) = (self.place, other.place) {
            return a == b;
        }
        if self.is_surname_of(other, lexicon) || other.is_surname_of(self, lexicon) {
            return true;
        }
        if !kinds_agree(self.kind, other.kind) {
            return false;
        }
        // What nothing shows to be a place or an organisation is compared as a person's name.
        let person = self.kind == EntityKind::Person
            || other.kind == EntityKind::Person
            || (self.kind == EntityKind::Unknown && other.kind == EntityKind::Unknown);
        if person {
            let genders = self.gender.zip(other.gender).is_none_or(|(a, b)| a == b);
            return genders
                && !generations_differ(self, other, lexicon)
                && person::agree(self, other, lexicon);
        }
        self.words == other.words || abbreviates(self, other, lexicon) || abbreviates(other, self, lexicon)
    }

    /// Under which words to look for a name that agrees: its last, its first, its initials, its place on the map.
    pub(super) fn keys(&self, lexicon: &Lexicon) -> SmallVec<[Sym; 4]> {
        if let Some(place) = self.place {
            // Written with a capital, unlike any word of a name.
            return SmallVec::from_iter([lexicon.place(place).name.clone()]);
        }
        let mut keys: SmallVec<[Sym; 4]> = self.words.last().into_iter().cloned().collect();
        keys.extend(person::transcribed(self, lexicon).and_then(|mut words| words.pop()));
        keys.extend(person::first_surname(self, lexicon).cloned());
        keys.extend(person::joined(self));
        if self.kind != EntityKind::Person {
            keys.extend(self.words.first().cloned());
            keys.extend(self.initials());
        }
        keys.dedup();
        keys
    }

    /// The first letters of its main words ("un" of "United Nations"); none of a single word.
    pub(super) fn initials(&self) -> Option<Sym> {
        (self.words.len() > 1).then(|| Sym::from(spelling::initials(&self.words)))
    }

    /// Is this a place on the map whose name is the surname of that person, or the name of that ship ("Lincoln", "Ann
    /// Lincoln", "USS Lincoln")? Countries and capitals are meant as such.
    fn is_surname_of(&self, other: &Name, lexicon: &Lexicon) -> bool {
        let [only] = self.words.as_slice() else { return false };
        let longer = other.words.len() > 1 && (other.kind == EntityKind::Person || other.is_prefixed());
        longer && other.words.last() == Some(only) && self.place.is_some_and(|p| !lexicon.is_known_far(p))
    }

    /// Takes over what another name of the same one shows beyond this one.
    pub(super) fn learn(&mut self, other: &Name) {
        self.gender = self.gender.or(other.gender);
        if self.kind == EntityKind::Unknown {
            self.kind = other.kind;
        }
        if other.fuller_than(self) {
            self.words = other.words.clone();
            self.written = other.written.clone();
        }
    }

    /// Do letters stand before the name, as before those of ships ("HMS", "MV")?
    fn is_prefixed(&self) -> bool {
        let first = self.written.split(' ').next().unwrap_or_default();
        let letters = first.len() > 1 && first.chars().all(char::is_uppercase);
        letters && self.kind == EntityKind::Unknown && self.written.chars().any(char::is_lowercase)
    }

    /// Does this name say more than the other?
    pub fn fuller_than(&self, other: &Name) -> bool {
        self.words.len() > other.words.len()
    }
}

pub(super) fn kinds_agree(a: EntityKind, b: EntityKind) -> bool {
    a == b || a == EntityKind::Unknown || b == EntityKind::Unknown
}

/// The words of a name in lower case; full stops of initials fall away.
fn words(article: &Article, tokens: Tokens, lexicon: &Lexicon) -> SmallVec<[Sym; 2]> {
    let words = article.tokens[tokens.range()].iter().filter(|t| !t.tag.is_punctuation());
    without_generation(words.flat_map(|t| parts(article.word(t))).map(plain).collect(), lexicon)
}

/// The words that a hyphen joins: "Jean-Claude" and "Jean Claude" are one name. Numbers and letters stay together
/// ("F-16").
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let whole = word.split('-').any(|part| part.chars().count() < 2 || !part.chars().all(is_of_name));
    word.split(move |c| c == '-' && !whole)
}

fn is_of_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’')
}

/// "Ann Lee" of "Ann Lee Jr.": the surname stands before the generation.
fn without_generation(mut words: SmallVec<[Sym; 2]>, lexicon: &Lexicon) -> SmallVec<[Sym; 2]> {
    if words.len() > 1 && words.last().is_some_and(|word| lexicon.is_generation(word)) {
        words.pop();
    }
    words
}

/// "jr" of "Ann Lee Jr.".
fn generation(written: &str, lexicon: &Lexicon) -> Option<Sym> {
    let (_, last) = written.rsplit_once(' ')?;
    let last = last.trim_end_matches('.');
    fold(last, |lower| lexicon.is_generation(lower).then(|| Sym::from(lower)))
}

/// Do both names say which generation they mean, and not the same?
fn generations_differ(a: &Name, b: &Name, lexicon: &Lexicon) -> bool {
    let said = [a, b].map(|name| generation(&name.written, lexicon));
    matches!(said, [Some(a), Some(b)] if a != b)
}

fn plain_words(name: &str, lexicon: &Lexicon) -> SmallVec<[Sym; 2]> {
    without_generation(name.split_whitespace().flat_map(parts).map(plain).collect(), lexicon)
}

/// In lower case, without accents and full stops: "Kovač" is "Kovac", "J." is "J".
fn plain(word: &str) -> Sym {
    let word = &*unaccented(word);
    if !word.contains(['.', '’', 'ʼ', '‘', '`']) {
        return fold(word, |lower| Sym::from(surname(lower)));
    }
    // All apostrophes are one: "O'Hara", "O’Hara".
    let straight = |c: char| if matches!(c, '’' | 'ʼ' | '‘' | '`') { '\'' } else { c };
    let plain: String =
        word.chars().filter(|c| *c != '.').map(straight).flat_map(char::to_lowercase).collect();
    Sym::from(plain)
}

fn kind(
    article: &Article,
    phrase: &Phrase,
    lexicon: &Lexicon,
    written: &str,
    words: &[Sym],
) -> (EntityKind, Option<PlaceId>) {
    let place = place(article, phrase, lexicon, written);
    if !phrase.titles.is_empty() && personal_title(article, phrase, lexicon) {
        return (EntityKind::Person, None);
    }
    if let Some(place) = place {
        return (EntityKind::Place, place);
    }
    let any = |s: Sense| words.iter().any(|w| lexicon.has(w, s));
    let last = |s: Sense| words.last().is_some_and(|w| lexicon.has(w, s));
    let plural = article.tokens[phrase.name.range()].last().is_some_and(|t| t.tag == Tag::Nnps);
    if last(Sense::OrganizationName) || (words.len() > 1 && any(Sense::OrganizationName)) {
        return (EntityKind::Organization, None);
    }
    if last(Sense::PlaceName) && words.len() > 1 {
        return (EntityKind::Place, None);
    }
    let capitals = written.len() > 1 && written.chars().all(|c| c.is_uppercase() || c == '.');
    if capitals && words.len() == 1 {
        return (EntityKind::Organization, None);
    }
    let given = words.first().is_some_and(|w| is_given(w, lexicon));
    if given && words.len() > 1 && !plural {
        return (EntityKind::Person, None);
    }
    (EntityKind::Unknown, None)
}

/// The place of a name, if it is listed as one. What stands behind a comma tells those of one name apart, and may show that
/// it is none of them: "Birmingham, Alabama", "St. Albans, Vt.".
fn place(article: &Article, phrase: &Phrase, lexicon: &Lexicon, written: &str) -> Option<Option<PlaceId>> {
    /// Names of states have so many words at most.
    const WORDS: u32 = 3;
    let likeliest = lexicon.likeliest_place(written)?;
    let end = phrase.tokens.end;
    let comma = article.tokens.get(end as usize).is_some_and(|token| token.tag == Tag::Comma);
    let longest = (article.tokens.len() as u32).saturating_sub(end + 1).min(WORDS);
    let behind = (1..=longest).rev().filter(|_| comma).find_map(|count| {
        lexicon.likeliest_place(article.phrase(Tokens { start: end + 1, end: end + 1 + count }))
    });
    let Some(around) = behind else { return Some(Some(likeliest)) };
    let within = lexicon.places_named(written).iter().find(|place| lexicon.lies_in(**place, around));
    Some(within.copied().or((!lexicon.is_state(around)).then_some(likeliest)))
}

/// Is it a listed given name, with or without its accents?
fn is_given(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.has(word, Sense::GivenName) || lexicon.has(&folded(word), Sense::GivenName)
}

/// Does one of the title's words name an office, rank or form of address?
fn personal_title(article: &Article, phrase: &Phrase, lexicon: &Lexicon) -> bool {
    article.tokens[phrase.titles.range()].iter().any(|t| {
        let listed = fold(article.word(t), |lower| lexicon.entry(lower));
        listed.is_some_and(|e| {
            let s = e.senses;
            s.has(Sense::Office) || s.has(Sense::Rank) || s.has(Sense::Address) || s.has(Sense::Person)
        })
    })
}

fn title_gender(article: &Article, phrase: &Phrase, lexicon: &Lexicon) -> Option<Gender> {
    let tokens = article.tokens.get(phrase.titles.range())?;
    tokens.iter().find_map(|t| {
        let listed = fold(article.word(t), |lower| lexicon.entry(lower));
        listed.filter(|e| !e.senses.has(Sense::GivenName)).and_then(|e| e.gender)
    })
}

fn given_gender(words: &[Sym], kind: EntityKind, lexicon: &Lexicon) -> Option<Gender> {
    if kind != EntityKind::Person || words.len() < 2 {
        return None;
    }
    lexicon.entry(&words[0]).filter(|e| e.senses.has(Sense::GivenName)).and_then(|e| e.gender)
}

/// Is one the other's acronym ("UN", "United Nations") or its beginning ("Nordwind" for "Nordwind Airways")?
fn abbreviates(short: &Name, long: &Name, lexicon: &Lexicon) -> bool {
    if short.words.len() >= long.words.len() || short.words.is_empty() {
        return false;
    }
    if short.words.len() == 1 && long.initials().as_ref() == short.words.first() {
        return true;
    }
    let rest = &long.words[short.words.len()..];
    let generic = |w: &Sym| lexicon.has(w, Sense::OrganizationName) || lexicon.has(w, Sense::PlaceName);
    long.words.starts_with(&short.words) && rest.iter().all(generic)
}

#[cfg(test)]
mod tests;
