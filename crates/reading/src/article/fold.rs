//! Lower case without an allocation for the words that matter.

/// Longest word, in bytes, that is folded on the stack. No word of any list here is as long.
const STACK: usize = 48;

/// Calls `with` with the word in lower case.
pub fn fold<T>(word: &str, with: impl FnOnce(&str) -> T) -> T {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return with(word);
    }
    if !word.is_ascii() || word.len() > STACK {
        return with(&word.to_lowercase());
    }
    let mut buffer = [0; STACK];
    let Some(lower) = buffer.get_mut(..word.len()) else { return with(word) };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    // ASCII is UTF-8, so the fallback is never taken.
    with(std::str::from_utf8(lower).unwrap_or(word))
}
