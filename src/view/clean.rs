//! Makes text from outside safe to show.
//!
//! An article may hold terminal escapes, bidirectional controls that reorder what is read, or characters that
//! cannot be seen at all. People get a visible stand-in for each, programs an escape.

use std::borrow::Cow;
use std::fmt::Write;

/// Characters that act on their neighbours or on the screen instead of being seen, in ascending order.
const HIDDEN: &[(char, char)] = &[
    ('\u{0}', '\u{1f}'),        // C0 controls, among them ESC
    ('\u{7f}', '\u{9f}'),       // DEL and the C1 controls, among them CSI in one byte
    ('\u{ad}', '\u{ad}'),       // soft hyphen
    ('\u{34f}', '\u{34f}'),     // combining grapheme joiner
    ('\u{61c}', '\u{61c}'),     // Arabic letter mark
    ('\u{115f}', '\u{1160}'),   // Hangul fillers
    ('\u{17b4}', '\u{17b5}'),   // Khmer inherent vowels
    ('\u{180b}', '\u{180f}'),   // Mongolian selectors and vowel separator
    ('\u{200b}', '\u{200f}'),   // zero-width space and joiners, direction marks
    ('\u{2028}', '\u{202e}'),   // line and paragraph separators, embeddings and overrides
    ('\u{2060}', '\u{206f}'),   // word joiner, invisible operators, isolates, deprecated controls
    ('\u{3164}', '\u{3164}'),   // Hangul filler
    ('\u{feff}', '\u{feff}'),   // byte order mark
    ('\u{ffa0}', '\u{ffa0}'),   // halfwidth Hangul filler
    ('\u{fff0}', '\u{fffb}'),   // unassigned ignorables, interlinear annotation
    ('\u{1bca0}', '\u{1bca3}'), // shorthand format controls
    ('\u{1d173}', '\u{1d17a}'), // musical format controls
    ('\u{e0000}', '\u{e0fff}'), // tags, supplementary variation selectors
];

/// Is this a character that a reader cannot see and a terminal or an editor may obey?
pub fn is_hidden(c: char) -> bool {
    if (' '..='~').contains(&c) {
        return false;
    }
    let after = HIDDEN.partition_point(|(first, _)| *first <= c);
    HIDDEN[..after].last().is_some_and(|(_, last)| c <= *last)
}

/// What to show in place of a character: itself, a blank, or a sign that something hidden stands there.
pub fn visible(c: char) -> char {
    match c {
        '\t' | '\n' => ' ',
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        _ if is_hidden(c) => '\u{fffd}',
        _ => c,
    }
}

/// Text as one safe line, character for character: columns stay what they are.
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_hidden) {
        Cow::Owned(text.chars().map(visible).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The same of no more than so many characters: what is longer ends in "…".
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => line(text).into_owned(),
        Some((cut, _)) => line(text.get(..cut).unwrap_or("")).into_owned() + "…",
    }
}

/// Finished JSON with every hidden character escaped, so that showing it is safe and reading it loses nothing.
///
/// serde_json has escaped C0 controls already; those that are left are its own line breaks.
pub fn json(text: &str) -> Cow<'_, str> {
    let must_escape = |c: char| c >= ' ' && is_hidden(c);
    if !text.chars().any(must_escape) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        if must_escape(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A finished page with a stand-in for every hidden character but blanks and line breaks. What stands in for one means
/// nothing in HTML, so markup that was right stays so.
pub fn html(text: &str) -> Cow<'_, str> {
    let shown = |c: char| if matches!(c, '\t' | '\n' | '\r') { c } else { visible(c) };
    if text.chars().any(|c| shown(c) != c) {
        Cow::Owned(text.chars().map(shown).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests;
