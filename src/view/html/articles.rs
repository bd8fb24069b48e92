//! The articles in full, with everything marked that findings point to.

use std::collections::BTreeSet;
use std::ops::Range;

use maud::{Markup, html};

use super::book::{Book, Entry, Mark, anchor_of};
use super::findings::from;
use super::marked::{Stroke, pieces};
use crate::article::{Block, BlockKind, Document};
use crate::diagnostic::Part;
use crate::view::summary::counted;

/// All articles: those that findings point to in full, the others by name.
pub(super) fn section(book: &Book<'_>) -> Markup {
    let (full, named): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) =
        book.entries.iter().partition(|entry| !entry.marks.is_empty());
    html! {
        section #articles aria-labelledby="articles-title" tabindex="-1" {
            h2 #articles-title { "Articles" }
            @for entry in full { (article(entry, book)) }
            @if !named.is_empty() {
                h3 { "Without findings" }
                ul.others {
                    @for entry in named {
                        li id=(entry.anchor()) { (entry.title()) ", " (from(entry)) " " code.path { (entry.file.path) } }
                    }
                }
            }
        }
    }
}

fn article(entry: &Entry<'_>, book: &Book<'_>) -> Markup {
    let title = format!("{}-title", entry.anchor());
    html! {
        article.text id=(entry.anchor()) tabindex="-1" aria-labelledby=(title) {
            header {
                h3 id=(title) { (entry.title()) }
                p.meta {
                    (from(entry))
                    @if let Some(updated) = entry.line.updated { ", updated " (updated.strftime("%-d %B %Y").to_string()) }
                    @if let Some(byline) = &entry.line.byline { ", by " (byline) }
                    @if book.report.archive.is_some() { @match entry.line.part { Part::Draft => ", draft", Part::Archive => ", archive" } }
                    ", " (counted(entry.line.words, "word"))
                    " " code.path { (entry.file.path) }
                }
                @if let Some(note) = &entry.line.note { p.meta { (note) } }
            }
            @if let Some(document) = entry.document { (body(entry, document)) }
        }
    }
}

/// The text, block by block.
fn body(entry: &Entry<'_>, document: &Document) -> Markup {
    let (inside, outside) = by_block(&entry.marks, &document.blocks);
    html! {
        // What stands outside the text (a headline that only the file's head has) has its place here.
        @for mark in outside {
            p {
                mark id=(entry.mark_anchor(mark.span)) { (entry.file.slice(mark.span)) }
                (references(&mark.findings.iter().copied().collect()))
            }
        }
        @for (block, marks) in document.blocks.iter().zip(&inside) {
            @let words = words(entry, &document.text, &block.range, marks);
            @match block.kind {
                BlockKind::Headline => p.headline { (words) },
                BlockKind::Heading => h4 { (words) },
                BlockKind::Paragraph => p { (words) },
                BlockKind::Furniture => p.furniture { (words) },
            }
        }
    }
}

/// A mark within a block.
#[derive(Clone, Copy)]
struct Within<'m> {
    mark: &'m Mark,
    /// Is it the first block that the mark touches?
    first: bool,
}

/// The marks that touch each block, and those that touch none.
fn by_block<'m>(marks: &'m [Mark], blocks: &[Block]) -> (Vec<Vec<Within<'m>>>, Vec<&'m Mark>) {
    let (mut inside, mut outside) = (vec![Vec::new(); blocks.len()], Vec::new());
    for mark in marks {
        let first = blocks.partition_point(|block| block.range.end <= mark.range.start);
        let touched = blocks.iter().skip(first).zip(inside.iter_mut().skip(first));
        let mut touched = touched.take_while(|(block, _)| block.range.start < mark.range.end).peekable();
        if touched.peek().is_none() {
            outside.push(mark);
        }
        for (at, (_, marks)) in touched.enumerate() {
            marks.push(Within { mark, first: at == 0 });
        }
    }
    (inside, outside)
}

/// The text of a block with its marks, each followed by the numbers of its findings.
fn words(entry: &Entry<'_>, text: &str, block: &Range<usize>, marks: &[Within<'_>]) -> Markup {
    let strokes: Vec<Stroke<Within<'_>>> =
        marks.iter().map(|within| Stroke { range: within.mark.range.clone(), mark: *within }).collect();
    pieces(text, block, &strokes, |piece, parts| {
        // The name of a mark stands where it begins; the numbers of its findings where it ends.
        let begun = parts.iter().filter(|part| part.begins && part.mark.first);
        let begun: Vec<&Mark> = begun.map(|part| part.mark.mark).collect();
        let ended = parts.iter().filter(|part| part.ends && part.mark.mark.range.end <= block.end);
        let findings: BTreeSet<usize> = ended.flat_map(|part| &part.mark.mark.findings).copied().collect();
        html! {
            @for mark in begun { span id=(entry.mark_anchor(mark.span)) {} }
            @if parts.is_empty() { (piece) } @else { mark { (piece) } }
            (references(&findings))
        }
    })
}

/// Links back to findings.
fn references(findings: &BTreeSet<usize>) -> Markup {
    html! {
        @for finding in findings {
            sup { a href=(format!("#{}", anchor_of(*finding))) aria-label=(format!("Finding {finding}")) { (finding) } }
        }
    }
}
