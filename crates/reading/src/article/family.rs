//! What the words of one family share: "arrest", "arrested", "arrests"; "support", "supporter"; "invest", "investment".
//!
//! An ending is cut off, the longest that leaves a stem of some length, as stemmers do (Lovins 1968). Two families may
//! share a stem ("police", "policy"): whoever compares by families compares more than one word.

use crate::lexicon::wordnet::{Part, WordNet};

/// What is cut off, longest first.
const ENDINGS: [&str; 40] = [
    "ization", "isation", "ational", "ements", "ations", "itions", "ement", "ments", "ation", "ition",
    "ities", "ment", "ions", "ings", "ists", "ness", "ance", "ence", "ion", "ing", "ers", "ors", "ist",
    "ity", "ies", "ied", "ian", "ive", "ize", "ise", "er", "or", "ic", "al", "ed", "es", "ry", "s", "e", "y",
];
/// What is left has so many letters.
const SHORTEST: usize = 4;

/// The stem of a word in lower case.
///
/// ```
/// use gainsay_reading::article::family::family;
/// assert_eq!(family("investment"), family("invested"));
/// assert_eq!(family("supporter"), family("support"));
/// assert_ne!(family("arrest"), family("release"));
/// ```
pub fn family(word: &str) -> &str {
    let cut = |ending: &&str| word.strip_suffix(*ending).filter(|stem| stem.chars().count() >= SHORTEST);
    let stem = ENDINGS.iter().find_map(cut).unwrap_or(word);
    // "stopp(ing)", "stop".
    let doubled = stem.len() > SHORTEST && stem.is_ascii() && {
        let end = &stem.as_bytes()[stem.len() - 2..];
        end[0] == end[1] && !matches!(end[0], b's' | b'l')
    };
    if doubled { &stem[..stem.len() - 1] } else { stem }
}

/// What somebody does who is called by a noun of that form: "found" of a founder and a co-founder, "win" of a winner; the
/// noun itself, if no verb is known.
///
/// ```
/// use gainsay_reading::article::family::agent;
/// assert_eq!(agent("co-founder"), Some("found"));
/// assert_eq!(agent("winner"), Some("win"));
/// assert_eq!(agent("driver"), Some("drive"));
/// assert_eq!(agent("wife"), None);
/// ```
pub fn agent(noun: &str) -> Option<&str> {
    let noun = noun.strip_prefix("co-").unwrap_or(noun);
    let stem =
        noun.strip_suffix("er").or_else(|| noun.strip_suffix("or")).filter(|_| noun.len() > SHORTEST)?;
    let with_e = noun.strip_suffix('r').filter(|stem| stem.ends_with('e'));
    let undoubled = stem
        .get(..stem.len().saturating_sub(1))
        .filter(|short| short.chars().next_back() == stem.chars().next_back());
    let is_verb = |verb: &&str| WordNet::built_in().is_part(verb, Part::Verb) == Some(true);
    Some([Some(stem), with_e, undoubled].into_iter().flatten().find(is_verb).unwrap_or(noun))
}
