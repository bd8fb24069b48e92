//! Lines of an article that say when it appeared: "Published: March 7, 2019 2:47 PM", "By Jane Doe | 7 March 2019".

use std::ops::Range;

use super::cues::{Cues, Sort};
use super::date::{self, Piece, Written};

/// What a line says about the day of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp {
    /// After "Published", "Posted" and the like.
    pub published: Option<Written>,
    /// A date and nothing more.
    pub bare: Option<Written>,
    /// After "Updated".
    pub updated: Option<Written>,
}

/// The days that an article's lines give, the first of each sort, and the block that gives it.
#[derive(Debug, Default)]
pub struct Stamps {
    published: Option<(Written, Range<usize>)>,
    bare: Option<(Written, Range<usize>)>,
    updated: Option<(Written, Range<usize>)>,
}

impl Stamps {
    /// Takes what a block in `range` says.
    pub fn add(&mut self, stamp: &Stamp, range: &Range<usize>) {
        let note = |slot: &mut Option<(Written, Range<usize>)>, written: Option<Written>| {
            if let (None, Some(written)) = (&slot, written) {
                *slot = Some((written, range.clone()));
            }
        };
        note(&mut self.published, stamp.published);
        note(&mut self.bare, stamp.bare);
        note(&mut self.updated, stamp.updated);
    }

    /// The day the article appeared and the block that says so; if no day is certain, the first that is not.
    pub fn best(self) -> Option<(Written, Range<usize>)> {
        let all = [self.published, self.bare, self.updated];
        let certain = all.iter().flatten().find(|(w, _)| w.day().is_some()).cloned();
        certain.or_else(|| all.into_iter().flatten().next())
    }
}

/// The part of the line being read.
#[derive(Default)]
struct StampPart<'a> {
    pieces: date::Pieces<'a>,
    published: bool,
    updated: bool,
    names: usize,
}

/// Reads a line that says nothing but when (and perhaps by whom) the article was published. A line without a
/// label ("7 March 2019", or with names beside it) counts only when it stands at the `top`.
pub fn stamp(line: &str, top: bool, cues: &Cues) -> Option<Stamp> {
    if line.len() > 160 || !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let by = cues.bylines.strip(&line.get(..16).unwrap_or(line).to_lowercase()).is_some();
    let (mut stamp, mut labelled, mut names, mut bars, mut clock) = (Stamp::default(), false, 0, by, false);
    for part in parts(line, cues)? {
        bars |= part.pieces.last() == Some(&Piece::Mark('|'));
        labelled |= part.published || part.updated;
        names += part.names;
        clock |= has_clock(&part.pieces);
        let written = date::find(&part.pieces).map(|(written, _)| written);
        let slot = match (part.published, part.updated) {
            (true, _) => &mut stamp.published,
            (_, true) => &mut stamp.updated,
            _ => &mut stamp.bare,
        };
        *slot = slot.or(written);
    }
    let dated = stamp.published.or(stamp.bare).or(stamp.updated).is_some();
    let whole = if names > 0 { top && bars && dated } else { (dated || clock) && (top || labelled) };
    whole.then_some(stamp)
}

/// What a word is for. `lower` is scratch space that holds the word in lower case afterwards.
pub(super) fn sort(word: &str, lower: &mut String, cues: &Cues) -> Sort {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        lower.extend(word.chars().flat_map(char::to_lowercase));
    }
    cues.dates.sort(lower)
}

/// Cuts a line at bars and before each label; nothing if it has a word that such lines do not have.
fn parts<'a>(line: &'a str, cues: &Cues) -> Option<Vec<StampPart<'a>>> {
    let mut parts = vec![StampPart::default()];
    let mut lower = String::new();
    for piece in date::pieces(line) {
        let mut part = parts.pop().unwrap_or_default();
        match piece {
            Piece::Word(word) => {
                let sort = sort(word, &mut lower, cues);
                let label = matches!(sort, Sort::Published | Sort::Updated);
                if label && (part.published || part.updated || date::find(&part.pieces).is_some()) {
                    parts.push(part);
                    part = StampPart::default();
                }
                part.published |= sort == Sort::Published;
                part.updated |= sort == Sort::Updated;
                if sort == Sort::Other && !ordinal(&lower, &part) {
                    let listed = cues.byline_words.contains(&lower) || cues.bylines.strip(&lower).is_some();
                    part.names += 1;
                    if part.names > 8 || !(listed || word.starts_with(char::is_uppercase)) {
                        return None;
                    }
                }
                part.pieces.push(piece);
                parts.push(part);
            }
            Piece::Mark('|' | '•' | '·') => {
                part.pieces.push(Piece::Mark('|'));
                parts.extend([part, StampPart::default()]);
            }
            Piece::Mark(mark) if !",.:;/-–—+()@'’&".contains(mark) => return None,
            _ => {
                part.pieces.push(piece);
                parts.push(part);
            }
        }
    }
    Some(parts)
}

/// Is a word the "nd" of "2nd"?
fn ordinal(word: &str, part: &StampPart) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th") && matches!(part.pieces.last(), Some(Piece::Number(..)))
}

/// Is there a time of day: "13:32", "6 pm"?
pub(super) fn has_clock(pieces: &[Piece]) -> bool {
    pieces.windows(3).any(|w| matches!(w, [Piece::Number(..), Piece::Mark(':'), Piece::Number(_, 2)]))
        || pieces.windows(2).any(|w| {
            matches!(w, [Piece::Number(_, 1 | 2), Piece::Word(word)]
                if word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm"))
        })
}

#[cfg(test)]
mod tests;
