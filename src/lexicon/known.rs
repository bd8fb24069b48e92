//! Words and names that everybody knows: what is written like one is hardly a misspelt name.

/// In order of their bytes, one a line; names with a capital.
static WORDS: &str = include_str!("../../rules/lexicon/known-words.txt");

/// Is it a word, in lower case?
pub fn is_word(word: &str) -> bool {
    is_listed(word) || word.strip_suffix('s').is_some_and(is_listed)
}

/// Is it a name, in lower case?
pub fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    is_listed(&capital)
}

/// Looks a line up by halves.
fn is_listed(word: &str) -> bool {
    let (mut from, mut to) = (0, WORDS.len());
    while from < to {
        let middle = from + (to - from) / 2;
        // All lines are ASCII, so that every byte is a border of characters.
        let start = WORDS[from..middle].rfind('\n').map_or(from, |at| from + at + 1);
        let end = WORDS[middle..to].find('\n').map_or(to, |at| middle + at);
        match WORDS[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = (end + 1).min(to),
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

#[cfg(test)]
mod tests;
