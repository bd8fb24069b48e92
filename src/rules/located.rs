//! Texts of a rule file with the way back to their bytes.

use std::ops::Range;

use nom::Offset;

/// A text in a rule file, and where it stands.
#[derive(Debug, Clone)]
pub struct Located<'a> {
    /// The text, without quotes.
    pub text: &'a str,
    place: Anchor,
}

/// Where a text in a rule file stands.
#[derive(Debug, Clone)]
enum Anchor {
    /// Byte by byte from here on.
    Exact(usize),
    /// Somewhere in here: the TOML string has escapes, so that its bytes are not the text's.
    Whole(Range<usize>),
}

impl<'a> Located<'a> {
    /// The text of a TOML string that stands, with its quotes, at `at` of `file`.
    pub fn new(text: &'a str, at: Range<usize>, file: &str) -> Located<'a> {
        let written = file.get(at.clone()).unwrap_or("");
        let quotes = ["'''", "\"\"\"", "'", "\""].into_iter().find(|q| written.starts_with(q));
        let inner = quotes.and_then(|q| written.strip_prefix(q)?.strip_suffix(q)).unwrap_or("");
        // TOML drops a newline right after opening quotes.
        let newline = inner.len() - inner.trim_start_matches(['\r', '\n']).len();
        let dropped = [0, 1, 2].into_iter().filter(|n| *n <= newline).find(|n| inner.get(*n..) == Some(text));
        let place = match (dropped, quotes) {
            (Some(n), Some(q)) => Anchor::Exact(at.start + q.len() + n),
            _ => Anchor::Whole(at),
        };
        Located { text, place }
    }

    /// Where a slice of the text stands. An empty one (the end) is shown on the closing quote.
    pub fn at(&self, part: &str) -> Range<usize> {
        match &self.place {
            Anchor::Whole(range) => range.clone(),
            Anchor::Exact(start) => {
                let from = start + self.text.offset(part);
                from..from + part.len().max(1)
            }
        }
    }

    /// Where the whole text stands.
    pub fn whole(&self) -> Range<usize> {
        self.at(self.text)
    }
}
