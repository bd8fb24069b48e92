//! The sentences around what a side of a finding points to.

use std::collections::BTreeMap;
use std::ops::Range;

use maud::{Markup, html};

use super::book::{Book, Entry};
use super::marked::{Stroke, pieces};
use crate::article::token;
use crate::article::{BlockKind, Document};
use crate::diagnostic::Label;
use crate::lexicon::Lexicon;
use crate::source::SourceId;
use crate::view::sides::Side;

/// So many sentences are shown before and behind the marked one.
const AROUND: usize = 1;
/// More labels than this are not looked at: a side may have as many as there are articles.
const MOST_LABELS: usize = 200;
/// A paragraph longer than this, in bytes, is cut around its marks.
const LONGEST: usize = 1200;
/// So many bytes are left on either side of the marks then.
const CONTEXT: usize = 400;

/// Where the sentences of articles stand, found once for each article.
pub(super) struct Sentences<'a> {
    of: BTreeMap<SourceId, Vec<(usize, Range<usize>)>>,
    book: &'a Book<'a>,
}

/// What one side points to within a few sentences of one article.
pub(super) struct Passage<'a> {
    /// The first label, the most important one.
    pub(super) label: &'a Label,
    /// How many labels it shows.
    pub(super) labels: usize,
    /// The article; none where the label stands in a file that is no article.
    pub(super) entry: Option<&'a Entry<'a>>,
    marks: Vec<Range<usize>>,
    /// The numbers of its sentences, those with marks and those around.
    own: Range<usize>,
    shown: Range<usize>,
}

impl<'a> Sentences<'a> {
    /// Finds the sentences of all articles that findings point to.
    pub(super) fn of(book: &'a Book<'a>, lexicon: &Lexicon) -> Sentences<'a> {
        let touched = book.entries.iter().filter(|entry| !entry.marks.is_empty());
        let documents = touched.filter_map(|entry| entry.document);
        let of = documents.map(|document| (document.source, prose(document, lexicon))).collect();
        Sentences { of, book }
    }

    /// The passages of a side, the most important first; labels in neighbouring sentences share one.
    pub(super) fn passages(&self, side: &Side<'a>) -> Vec<Passage<'a>> {
        let mut passages: Vec<Passage<'a>> = Vec::new();
        for label in side.labels.iter().take(MOST_LABELS) {
            let new = self.passage(label);
            let shared = passages.iter_mut().find(|known| known.meets(&new));
            match shared {
                Some(known) => known.take(new),
                None => passages.push(new),
            }
        }
        passages
    }

    fn passage(&self, label: &'a Label) -> Passage<'a> {
        let entry = self.book.entry(label.source);
        let mark = entry.and_then(|entry| entry.document).map(|document| document.map.to_text(label.span));
        let sentences = self.of.get(&label.source).map_or(&[][..], Vec::as_slice);
        let own = mark.as_ref().map_or(0..0, |mark| {
            let first = sentences.partition_point(|(_, sentence)| sentence.end <= mark.start);
            let end = sentences.partition_point(|(_, sentence)| sentence.start < mark.end);
            first..end.max(first)
        });
        // What stands in no sentence is shown by itself.
        let shown = match own.is_empty() {
            true => own.clone(),
            false => own.start.saturating_sub(AROUND)..(own.end + AROUND).min(sentences.len()),
        };
        Passage { label, labels: 1, entry, marks: mark.into_iter().collect(), own, shown }
    }

    /// Where a passage stands: path and line.
    pub(super) fn place(&self, passage: &Passage<'_>) -> String {
        self.book.place(passage.label)
    }

    /// Draws the words of a passage, paragraph by paragraph.
    pub(super) fn words(&self, passage: &Passage<'_>) -> Markup {
        let sentences = self.of.get(&passage.label.source).and_then(|all| all.get(passage.shown.clone()));
        let (Some(document), Some(sentences)) =
            (passage.entry.and_then(|entry| entry.document), sentences.filter(|some| !some.is_empty()))
        else {
            let file = self.book.sources.get(passage.label.source);
            return html! { p { mark { (file.slice(passage.label.span)) } } };
        };
        let own = self.extent(passage);
        let paragraphs = sentences.chunk_by(|a, b| a.0 == b.0).filter_map(|of_block| {
            let (first, last) = (of_block.first()?, of_block.last()?);
            Some(first.1.start..last.1.end)
        });
        html! { @for paragraph in paragraphs { (self::paragraph(&document.text, paragraph, passage, &own)) } }
    }

    /// From the first to the last byte of the sentences that hold marks.
    fn extent(&self, passage: &Passage<'_>) -> Range<usize> {
        let all = self.of.get(&passage.label.source).and_then(|all| all.get(passage.own.clone()));
        let ends = all.and_then(|own| Some((own.first()?.1.start, own.last()?.1.end)));
        ends.map_or(0..0, |(start, end)| start..end)
    }
}

impl<'a> Passage<'a> {
    /// Do two show the same sentences, in part, or such as stand side by side?
    fn meets(&self, other: &Passage<'_>) -> bool {
        self.label.source == other.label.source
            && !(self.own.is_empty() || other.own.is_empty())
            && self.shown.start <= other.shown.end
            && other.shown.start <= self.shown.end
    }

    fn take(&mut self, other: Passage<'a>) {
        let hull = |a: &Range<usize>, b: &Range<usize>| a.start.min(b.start)..a.end.max(b.end);
        self.own = hull(&self.own, &other.own);
        self.shown = hull(&self.shown, &other.shown);
        self.labels += other.labels;
        self.marks.extend(other.marks);
        self.marks.sort_by_key(|mark| (mark.start, mark.end));
    }
}

/// The sentences that a reader would read, with the numbers of their blocks.
fn prose(document: &Document, lexicon: &Lexicon) -> Vec<(usize, Range<usize>)> {
    let reads =
        |block: usize| document.blocks.get(block).is_some_and(|block| block.kind != BlockKind::Furniture);
    token::sentences(document, lexicon).into_iter().filter(|(block, _)| reads(*block)).collect()
}

/// What stroke a piece of a passage has.
#[derive(PartialEq)]
enum Stress {
    /// A sentence that holds marks.
    Sentence,
    /// What the rule points to.
    Words,
}

fn paragraph(text: &str, whole: Range<usize>, passage: &Passage<'_>, own: &Range<usize>) -> Markup {
    let marks = passage.marks.iter().filter(|mark| mark.start < whole.end && whole.start < mark.end);
    let marks = joined(marks);
    let range = clip(text, whole.clone(), &marks);
    let mut strokes = vec![Stroke { range: own.clone(), mark: Stress::Sentence }];
    strokes.extend(marks.iter().map(|mark| Stroke { range: mark.clone(), mark: Stress::Words }));
    strokes.sort_by_key(|stroke| stroke.range.start);
    let words = pieces(text, &range, &strokes, |piece, parts| {
        let is = |stress: Stress| parts.iter().any(|part| *part.mark == stress);
        html! {
            @if is(Stress::Words) { mark { (piece) } }
            @else if is(Stress::Sentence) { (piece) }
            @else { span.around { (piece) } }
        }
    });
    html! {
        p {
            @if range.start > whole.start { "…" }
            (words)
            @if range.end < whole.end { "…" }
        }
    }
}

/// Ranges, in order of where they begin, with those that overlap as one.
fn joined<'r>(ranges: impl Iterator<Item = &'r Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range.clone()),
        }
    }
    joined
}

/// What is shown of a paragraph.
fn clip(text: &str, whole: Range<usize>, marks: &[Range<usize>]) -> Range<usize> {
    if whole.len() <= LONGEST {
        return whole;
    }
    let first = marks.iter().map(|mark| mark.start).min().unwrap_or(whole.start);
    let last = marks.iter().map(|mark| mark.end).max().unwrap_or(whole.start);
    let start = text.floor_char_boundary(first.saturating_sub(CONTEXT).max(whole.start));
    let end = (last + CONTEXT).min(start + 2 * LONGEST).min(whole.end);
    start..text.floor_char_boundary(end).max(start)
}
