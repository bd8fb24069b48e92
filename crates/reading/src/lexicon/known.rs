//! Words and names that everybody knows: what is written like one is hardly a misspelt name.

/// In order of their bytes, one a line; names with a capital.
static WORDS: &str = include_str!("../../lexicon/known-words.txt");

/// Is it a word, in lower case?
pub fn is_word(word: &str) -> bool {
    // "denies", "denied"
    let in_y = || word.strip_suffix("ies").or(word.strip_suffix("ied")).map(|stem| format!("{stem}y"));
    is_listed(word)
        || word.strip_suffix('s').is_some_and(is_listed)
        || in_y().is_some_and(|word| is_listed(&word))
}

/// Is it a name, in lower case?
pub fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    is_listed(&capital)
}

/// Looks a line up by halves. Lines are short: where one begins and ends is found byte by byte.
fn is_listed(word: &str) -> bool {
    let words = WORDS.as_bytes();
    let (mut from, mut to) = (0, words.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start =
            words[from..middle].iter().rposition(|byte| *byte == b'\n').map_or(from, |at| from + at + 1);
        let end = words[middle..to].iter().position(|byte| *byte == b'\n').map_or(to, |at| middle + at);
        match words[start..end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = (end + 1).min(to),
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

#[cfg(test)]
mod tests;
