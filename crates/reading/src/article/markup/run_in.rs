//! Page text that lost its line breaks: "Ferry sinks off Bergen May 5, 2010 A ferry sank ...".
//!
//! In the first blocks, a date of publication between a headline and a sentence parts the two.

use std::ops::Range;

use super::cues::{Cues, Sort};
use super::date::{self, Piece};
use super::plain::trim;
use super::stamp::{self, Stamp, sort};
use crate::article::{Block, BlockKind};

/// How many blocks are looked at, and how many dates, bytes and words of each.
const BLOCKS: usize = 2;
const DATES: usize = 4;
const BYTES: usize = 600;
const WORDS: usize = 80;

/// Cuts the first blocks before and after each date of publication in them.
pub fn split(text: &str, blocks: &mut Vec<Block>, cues: &Cues) {
    let mut parts = Vec::new();
    let first = blocks.len().min(BLOCKS);
    for block in blocks.drain(..first) {
        let mut rest = block.range;
        for _ in 0..DATES {
            let Some(stamp) = find(text, &rest, cues) else { break };
            parts.extend([rest.start..stamp.start, stamp.clone()]);
            rest.start = stamp.end;
        }
        parts.push(rest);
    }
    let whole = |range| Some(trim(text, range)).filter(|r| !r.is_empty());
    let parts = parts.into_iter().filter_map(whole).map(|range| Block { kind: BlockKind::Paragraph, range });
    blocks.splice(..0, parts);
}

/// A word of the text.
struct Word {
    range: Range<usize>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// "Posted", "updated:".
    Label,
    /// Figures, months, weekdays, zones.
    Date,
    /// "at", "on", a bar.
    Small,
    /// A small word with a capital, which may begin a sentence.
    Capital,
    Other,
}

/// The first date of publication in a range that more text follows.
fn find(text: &str, range: &Range<usize>, cues: &Cues) -> Option<Range<usize>> {
    let words = words(text, range, cues);
    (0..words.len()).find_map(|at| {
        let follows = |kind| words.get(at + 1).is_some_and(|next| next.kind == kind);
        let begins = match words.get(at)?.kind {
            Kind::Label | Kind::Date => true,
            Kind::Small => follows(Kind::Date),
            Kind::Capital => follows(Kind::Label),
            Kind::Other => false,
        };
        let run = words.get(at..)?.get(..begins.then(|| run(words.get(at..).unwrap_or_default()))?)?;
        let last = run.iter().rfind(|w| w.kind == Kind::Date)?;
        Some(run.first()?.range.start..last.range.end).filter(|stamp| parts_text(text, range, stamp, cues))
    })
}

/// How many words a date of publication can have: up to a word that such dates do not have.
fn run(words: &[Word]) -> usize {
    let mut len = 0;
    while let Some(word) = words.get(len) {
        let labelled = words.get(len + 1).is_some_and(|next| next.kind == Kind::Label);
        match word.kind {
            Kind::Other => break,
            Kind::Capital if !labelled => break,
            _ => len += 1,
        }
    }
    len
}

/// Is `stamp` a date of publication between a headline (or nothing) and a sentence?
fn parts_text(text: &str, range: &Range<usize>, stamp: &Range<usize>, cues: &Cues) -> bool {
    let slice = |range: Range<usize>| text.get(range).unwrap_or("").trim();
    let (before, line) = (slice(range.start..stamp.start), slice(stamp.clone()));
    let after = slice(stamp.end..range.end).trim_start_matches(['|', '-', '–', '—', '•', ' ']);
    let begins = after.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''));
    let Some(said) = stamp::stamp(line, true, cues).filter(|_| begins && !before.ends_with([',', ';']))
    else {
        return false;
    };
    let pieces = date::pieces(line);
    let labelled = has_label(&pieces, cues);
    if said == Stamp::default() {
        return labelled;
    }
    // Without a label or a clock time the date could be part of a sentence: "sank on May 5, 2010 Bergen time".
    let preposition =
        |word: Option<&str>| word.is_some_and(|w| cues.dates.prepositions.contains(&w.to_lowercase()));
    let mut words = before.split_whitespace();
    let leads = preposition(line.split_whitespace().next()) || preposition(words.clone().next_back());
    labelled || stamp::has_clock(&pieces) || (!leads && words.nth(2).is_some())
}

/// Is there a word like "Posted" or "Updated"?
fn has_label(pieces: &[Piece], cues: &Cues) -> bool {
    let mut lower = String::new();
    pieces.iter().any(|piece| match piece {
        Piece::Word(word) => matches!(sort(word, &mut lower, cues), Sort::Published | Sort::Updated),
        _ => false,
    })
}

/// The first words of a range.
fn words(text: &str, range: &Range<usize>, cues: &Cues) -> Vec<Word> {
    let mut start = range.start;
    let mut words = Vec::new();
    let pieces = text.get(range.clone()).unwrap_or("").split_inclusive(char::is_whitespace);
    for piece in pieces.take(WORDS).take_while(|p| p.len() <= BYTES) {
        if start - range.start > BYTES {
            break;
        }
        let word = start..start + piece.trim_end().len();
        if !word.is_empty() {
            words.push(Word { range: word, kind: Kind::Other });
        }
        start += piece.len();
    }
    tell_kinds(text, &mut words, cues);
    words
}

/// Says what the words are for around figures; without figures there is no date.
fn tell_kinds(text: &str, words: &mut [Word], cues: &Cues) {
    let mut lower = String::new();
    let mut is_part = |words: &mut [Word], at: usize| {
        let Some(word) = words.get_mut(at) else { return false };
        word.kind = kind(text.get(word.range.clone()).unwrap_or("").trim(), &mut lower, cues);
        word.kind != Kind::Other
    };
    let has_figure = |range: &Range<usize>| {
        text.get(range.clone()).is_some_and(|w| w.contains(|c: char| c.is_ascii_digit()))
    };
    for at in 0..words.len() {
        let new = words.get(at).is_some_and(|word| word.kind == Kind::Other && has_figure(&word.range));
        if new && is_part(words, at) {
            (0..at).rev().take_while(|before| is_part(words, *before)).for_each(drop);
            (at + 1..words.len()).take_while(|after| is_part(words, *after)).for_each(drop);
        }
    }
}

fn kind(word: &str, lower: &mut String, cues: &Cues) -> Kind {
    let mut kind = Kind::Small;
    let pieces = date::pieces(word);
    // "6.1." ends a sentence; "2013." may end a date.
    if matches!(pieces.as_slice(), [.., Piece::Number(_, digits), Piece::Mark('.')] if *digits != 4) {
        return Kind::Other;
    }
    for piece in pieces {
        kind = match piece {
            Piece::Number(..) if kind != Kind::Label => Kind::Date,
            Piece::Word(w) if kind == Kind::Date && matches!(w, "st" | "nd" | "rd" | "th") => Kind::Date,
            Piece::Word(w) => match sort(w, lower, cues) {
                Sort::Published | Sort::Updated => Kind::Label,
                Sort::Calendar => Kind::Date,
                Sort::Filler if kind == Kind::Date => Kind::Date,
                Sort::Filler if w.starts_with(char::is_uppercase) => Kind::Capital,
                Sort::Filler => kind,
                Sort::Other => return Kind::Other,
            },
            Piece::Mark(mark) if ",.:;/-–—+()|•·".contains(mark) => kind,
            _ => return Kind::Other,
        };
    }
    kind
}

#[cfg(test)]
mod tests;
