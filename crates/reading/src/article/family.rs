//! What the words of one family share: "arrest", "arrested", "arrests"; "support", "supporter"; "invest", "investment".
//!
//! An ending is cut off, the longest that leaves a stem of some length, as stemmers do (Lovins 1968). Two families may
//! share a stem ("police", "policy"): whoever compares by families compares more than one word.

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

/// The noun, if its form says that it names who does something: "founder", "director". Of a "co-founder", the founder.
pub fn agent(noun: &str) -> Option<&str> {
    let noun = noun.strip_prefix("co-").unwrap_or(noun);
    (noun.len() > SHORTEST && (noun.ends_with("er") || noun.ends_with("or"))).then_some(noun)
}
