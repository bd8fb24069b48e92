//! The vocabulary of furniture: `lexicon/furniture.toml`, ready to be looked up.

use std::sync::LazyLock;

use crate::lexicon::packed::{table, unpack};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::date;

/// The cue phrases that tell furniture from reporting; the file says what each list is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    /// The longest line, in bytes, that can be furniture.
    pub longest: usize,
    /// "Read more" in "Read more: ...".
    pub labels: Phrases,
    /// How lines begin that are furniture wherever they stand.
    pub openings: Phrases,
    /// How lines begin that are furniture at the end of an article.
    pub closings: Phrases,
    /// Lines that are furniture word for word.
    pub whole: FxHashSet<String>,
    /// What a line of furniture contains.
    pub anywhere: Vec<String>,
    /// What the last bracket of a caption begins or ends with.
    pub credits: Vec<String>,
    /// How bylines begin.
    pub bylines: Phrases,
    /// What stands between and beside the names of a byline.
    pub byline_words: FxHashSet<String>,
    /// What authors are.
    pub author_roles: FxHashSet<String>,
    /// What authors do.
    pub author_verbs: Vec<String>,
    /// What parts of a page beside the report are called in `class` and `id`.
    pub classes: FxHashSet<String>,
    /// How names in `class` and `id` begin that well-known services give to their parts of a page.
    pub services: Prefixes,
    /// Codes in square brackets that publishing systems put something in place of, with the text inside them.
    pub shortcodes: FxHashSet<String>,
    /// The words of "5 hours ago".
    pub ago: FxHashSet<String>,
    /// The words of a line that says when the article appeared.
    pub dates: DateWords,
}

/// The words of a line that says when the article appeared.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "DateLists")]
pub struct DateWords {
    /// Words after which a date belongs to a sentence.
    pub prepositions: FxHashSet<String>,
    sorts: FxHashMap<String, Sort>,
}

/// What a word is for in a line that says when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// "Published".
    Published,
    /// "Updated".
    Updated,
    /// A month, a weekday, "pm", "EDT".
    Calendar,
    /// A small word.
    Filler,
    /// Any other word.
    Other,
}

/// The words as they are listed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateLists {
    published: Vec<String>,
    updated: Vec<String>,
    filler: Vec<String>,
    zones: Vec<String>,
    prepositions: FxHashSet<String>,
}

impl From<DateLists> for DateWords {
    fn from(lists: DateLists) -> DateWords {
        let mut sorts = FxHashMap::default();
        let calendar = lists.zones.into_iter().chain(date::names());
        let published = lists.published.into_iter().map(|word| (word, Sort::Published));
        let updated = lists.updated.into_iter().map(|word| (word, Sort::Updated));
        let calendar = calendar.map(|word| (word, Sort::Calendar));
        let filler = lists.filler.into_iter().map(|word| (word, Sort::Filler));
        // What a word is for that stands in two lists, the first says.
        for (word, sort) in published.chain(updated).chain(calendar).chain(filler) {
            sorts.entry(word).or_insert(sort);
        }
        DateWords { prepositions: lists.prepositions, sorts }
    }
}

impl DateWords {
    /// What a word in lower case is for.
    pub fn sort(&self, lower: &str) -> Sort {
        self.sorts.get(lower).copied().unwrap_or(Sort::Other)
    }
}

impl Cues {
    /// The cues that come with the program.
    pub fn builtin() -> &'static Cues {
        static CUES: LazyLock<Cues> = LazyLock::new(|| unpack(table!("furniture")));
        &CUES
    }
}

/// Phrases that a line can begin with, found by the line's first word.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Phrases(FxHashMap<String, Vec<String>>);

impl From<Vec<String>> for Phrases {
    fn from(phrases: Vec<String>) -> Phrases {
        let mut map: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for phrase in phrases {
            map.entry(key(&phrase).to_string()).or_default().push(phrase);
        }
        for phrases in map.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.len()));
        }
        Phrases(map)
    }
}

/// Beginnings of names.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Prefixes(Vec<String>);

impl From<Vec<String>> for Prefixes {
    fn from(mut prefixes: Vec<String>) -> Prefixes {
        prefixes.sort();
        // One that begins with another adds nothing, and would hide it from the search.
        prefixes.dedup_by(|longer, shorter| longer.starts_with(shorter.as_str()));
        Prefixes(prefixes)
    }
}

impl Prefixes {
    /// Does a name begin with one of them?
    pub fn begin(&self, name: &str) -> bool {
        let next = self.0.partition_point(|prefix| prefix.as_str() <= name);
        self.0.get(..next).and_then(<[String]>::last).is_some_and(|prefix| name.starts_with(prefix.as_str()))
    }
}

impl Phrases {
    /// What follows the longest phrase that a line (in lower case) begins with.
    pub fn strip<'a>(&self, line: &'a str) -> Option<&'a str> {
        self.0.get(key(line))?.iter().find_map(|phrase| strip(phrase, line))
    }
}

/// The first word of a line, or its first character if that is no letter or digit.
fn key(line: &str) -> &str {
    let word = line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len());
    let first = line.chars().next().map_or(0, char::len_utf8);
    line.get(..word.max(first)).unwrap_or("")
}

/// What follows a phrase at the beginning of a line; "#" at its end stands for a digit.
fn strip<'a>(phrase: &str, line: &'a str) -> Option<&'a str> {
    if let Some(phrase) = phrase.strip_suffix('#') {
        return line.strip_prefix(phrase).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    }
    let rest = line.strip_prefix(phrase)?;
    let word_goes_on = phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    (!word_goes_on).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_is_well_formed() {
        let cues: Cues = serde_json::from_str(table!("furniture")).unwrap();
        assert!(cues.longest > 0 && !cues.classes.is_empty());
        for phrase in cues.whole.iter().chain(&cues.anywhere).chain(&cues.credits) {
            assert_eq!(*phrase, phrase.to_lowercase().replace('’', "'"));
        }
    }

    #[test]
    fn names_begin_with_prefixes() {
        let prefixes =
            Prefixes::from(["ob_", "taboola", "ob-widget", "taboola-x"].map(String::from).to_vec());
        assert!(
            prefixes.begin("taboola-below-article")
                && prefixes.begin("ob_what")
                && prefixes.begin("ob-widget")
        );
        assert!(!prefixes.begin("object") && !prefixes.begin("tabooed") && !prefixes.begin(""));
    }

    #[test]
    fn phrases_end_with_their_words() {
        let phrases =
            Phrases::from(vec!["read".to_string(), "read more".to_string(), "copyright #".to_string()]);
        assert_eq!(phrases.strip("read more: here"), Some(": here"));
        assert_eq!(phrases.strip("read: here"), Some(": here"));
        assert_eq!(phrases.strip("readers say"), None);
        assert_eq!(phrases.strip("copyright 2013"), Some("2013"));
        assert_eq!(phrases.strip("copyright law"), None);
    }
}
