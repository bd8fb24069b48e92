//! Puts words into as many lines as the terminal's width asks for.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

/// However little room there is: less than this would be a word a line.
pub(super) const LEAST: usize = 12;
/// Blanks by which a line goes on further in than it began.
const FURTHER: usize = 2;

/// Columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    plain(text).width()
}

/// A text without the colours of a terminal: each begins with an escape and "[", and ends with "m".
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    match text.split_once('\u{1b}') {
        None => Cow::Borrowed(text),
        Some((first, rest)) => {
            let rest = rest.split('\u{1b}').filter_map(|piece| Some(piece.split_once('m')?.1));
            Cow::Owned(std::iter::once(first).chain(rest).collect())
        }
    }
}

/// The lines of a text that has `first` columns in its first line and `others` in those below. A word that is longer than
/// its line stays whole.
pub(super) fn lines(text: &str, first: usize, others: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let room = if lines.len() < 2 { first } else { others }.max(LEAST);
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text that begins behind `used` columns; its other lines begin behind `indent`.
pub(super) fn behind(text: &str, used: usize, indent: usize, width: usize) -> String {
    let lines = lines(text, width.saturating_sub(used), width.saturating_sub(indent));
    lines.join(&format!("\n{:indent$}", ""))
}

/// A text whose lines go on below, a little further in than they begin, where they are wider than `width`.
pub fn hanging(text: &str, width: usize) -> String {
    let wrapped = text.lines().map(|line| {
        let begun = line.trim_start_matches(' ');
        let indent = line.len() - begun.len();
        format!("{:indent$}{}\n", "", behind(begun, indent, indent + FURTHER, width))
    });
    wrapped.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_go_on_further_in() {
        let text = "claims\n    a ferry  sank off Split\n";
        assert_eq!(hanging(text, 18), "claims\n    a ferry  sank\n      off Split\n");
        assert_eq!(hanging(text, 100), text);
    }

    #[test]
    fn words_are_put_into_lines_and_never_cut() {
        let text = "nine people were killed in Papadopoulos-Konstantinovich on Monday";
        let expected = ["nine people", "were killed in", "Papadopoulos-Konstantinovich", "on Monday"];
        assert_eq!(lines(text, 12, 16), expected);
        assert_eq!(behind("a fire killed nine", 4, 2, 18), "a fire killed\n  nine");
        assert_eq!(behind(text, 0, 2, 200), text);
    }

    #[test]
    fn colours_take_no_columns_and_wide_letters_two() {
        assert_eq!(columns("\u{1b}[31merror\u{1b}[0m: 日本"), 11);
    }
}
