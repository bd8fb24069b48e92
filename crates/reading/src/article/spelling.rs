//! Habits of English spelling: what two spellings of a word are, and what is another word.

use std::borrow::Cow;

use super::typography::plain as unaccented;

/// Without accents on letters, and with "-re" as "-er": spelling habits, not slips.
pub fn folded(word: &str) -> Cow<'_, str> {
    let plain = unaccented(word);
    match plain.strip_suffix("tre") {
        Some(stem) => Cow::Owned(format!("{stem}ter")),
        None => plain,
    }
}

/// A plural, an inhabitant or an adjective of a name is not a slip of it.
pub fn is_derived(a: &str, b: &str, others_agree: bool) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let adjective = |rest| !others_agree && matches!(rest, "n" | "i" | "e");
    long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "es" | "er" | "ers") || adjective(rest))
}

/// The first letters of the main words of a name in lower case ("un" of "united nations", "dod" of "department of
/// defense").
pub fn initials(words: &[impl AsRef<str>]) -> String {
    let small = |w: &&str| !matches!(*w, "of" | "the" | "and" | "for" | "&");
    words.iter().map(AsRef::as_ref).filter(small).filter_map(|w| w.chars().next()).collect()
}

/// A name in lower case without its article: "the Evening Star" is "evening star".
pub fn without_article(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.strip_prefix("the ").map(str::to_owned).unwrap_or(lower)
}
