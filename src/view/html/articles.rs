//! The articles in full, with everything marked that findings point to.

use std::collections::BTreeSet;
use std::ops::Range;

use maud::{Markup, html};

use super::book::{Book, Entry, Mark, anchor_of};
use super::findings::from;
use super::marked::{Stroke, pieces};
use crate::article::{BlockKind, Document};
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
    let block = |range: &Range<usize>| marks(entry, document, range);
    html! {
        // What a finding points to outside the text (a headline that only the file's head has) has its place here.
        @for mark in &entry.marks {
            @if !document.blocks.iter().any(|block| within(mark, &block.range)) {
                p { mark id=(entry.mark_anchor(mark.span)) { (entry.file.slice(mark.span)) } (references(&mark.findings.iter().copied().collect())) }
            }
        }
        @for one in &document.blocks {
            @match one.kind {
                BlockKind::Headline => p.headline { (block(&one.range)) },
                BlockKind::Heading => h4 { (block(&one.range)) },
                BlockKind::Paragraph => p { (block(&one.range)) },
                BlockKind::Furniture => p.furniture { (block(&one.range)) },
            }
        }
    }
}

fn within(mark: &Mark, block: &Range<usize>) -> bool {
    mark.range.start < block.end && block.start < mark.range.end
}

/// The text of a block with its marks, each followed by the numbers of its findings.
fn marks(entry: &Entry<'_>, document: &Document, block: &Range<usize>) -> Markup {
    let first = entry.marks.partition_point(|mark| mark.range.start < block.start);
    let of_block = entry.marks.iter().skip(first).take_while(|mark| mark.range.start < block.end);
    // One that begins in the block before goes on here.
    let before = entry.marks.iter().take(first).filter(|mark| within(mark, block));
    let strokes: Vec<Stroke<&Mark>> =
        before.chain(of_block).map(|mark| Stroke { range: mark.range.clone(), mark }).collect();
    pieces(&document.text, block, &strokes, |piece, parts| {
        // An anchor stands where the passage begins, and in one block only.
        let begun = parts.iter().filter(|part| part.begins && part.mark.range.start >= block.start);
        let ended = parts.iter().filter(|part| part.ends && part.mark.range.end <= block.end);
        let findings: BTreeSet<usize> = ended.flat_map(|part| &part.mark.findings).copied().collect();
        html! {
            @for part in begun { span id=(entry.mark_anchor(part.mark.span)) {} }
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
