//! Findings and articles with their numbers, and who points to whom.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::Contents;
use crate::article::Document;
use crate::diagnostic::{ArticleLine, Diagnostic, Label, Report};
use crate::source::{SourceFile, SourceId, SourceMap, Span};
use crate::view::sides::{Articles, Side, sides};

/// More findings than this are counted, not shown: a page has to stay one that can be read.
const MOST_FINDINGS: usize = 1000;
/// The beginning of an article without a headline is cut after so many characters.
const LONGEST_TITLE: usize = 80;

/// What a page is made of.
pub(super) struct Book<'a> {
    pub(super) report: &'a Report,
    pub(super) sources: &'a SourceMap,
    /// Those shown, in the order of the report.
    pub(super) findings: Vec<Told<'a>>,
    /// All articles of the report, in its order.
    pub(super) entries: Vec<Entry<'a>>,
    by_source: BTreeMap<SourceId, usize>,
}

/// A finding.
pub(super) struct Told<'a> {
    /// Its number on the page, from 1.
    pub(super) number: usize,
    pub(super) finding: &'a Diagnostic,
    pub(super) sides: Vec<Side<'a>>,
}

/// An article.
pub(super) struct Entry<'a> {
    /// Its number on the page, from 1.
    pub(super) number: usize,
    pub(super) line: &'a ArticleLine,
    pub(super) file: &'a SourceFile,
    /// Its text, if there is any.
    pub(super) document: Option<&'a Document>,
    /// What findings point to, in order, each place once.
    pub(super) marks: Vec<Mark>,
}

/// A passage that findings point to.
pub(super) struct Mark {
    /// Bytes in the file, which tell marks apart.
    pub(super) span: Span,
    /// Bytes in the reading text.
    pub(super) range: Range<usize>,
    /// The numbers of the findings, ascending.
    pub(super) findings: Vec<usize>,
}

impl<'a> Book<'a> {
    /// Numbers everything.
    pub(super) fn new(contents: &Contents<'a>) -> Book<'a> {
        let Contents { report, sources, documents, .. } = *contents;
        let articles = Articles::of(report);
        let told = |(at, finding)| Told { number: at + 1, finding, sides: sides(finding, &articles) };
        let findings: Vec<Told<'a>> =
            report.findings.iter().take(MOST_FINDINGS).enumerate().map(told).collect();
        let documents: BTreeMap<SourceId, &Document> =
            documents.iter().map(|document| (document.source, document)).collect();
        let mut marked = marked(&findings);
        let entry = |(at, line): (usize, &'a ArticleLine)| {
            let document = documents.get(&line.source).copied();
            let marks = marked.remove(&line.source).unwrap_or_default();
            let marks = document.map_or_else(Vec::new, |document| placed(marks, document));
            Entry { number: at + 1, line, file: sources.get(line.source), document, marks }
        };
        let entries: Vec<Entry<'a>> = report.articles.iter().enumerate().map(entry).collect();
        let by_source = entries.iter().enumerate().map(|(at, entry)| (entry.line.source, at)).collect();
        Book { report, sources, findings, entries, by_source }
    }

    /// The article of a file.
    pub(super) fn entry(&self, source: SourceId) -> Option<&Entry<'a>> {
        self.entries.get(*self.by_source.get(&source)?)
    }

    /// Findings that are counted only.
    pub(super) fn left_out(&self) -> usize {
        self.report.findings.len() - self.findings.len()
    }

    /// "wire/a.txt:12", where a label stands.
    pub(super) fn place(&self, label: &Label) -> String {
        let file = self.sources.get(label.source);
        format!("{}:{}", file.path, file.position(label.span).line)
    }
}

impl Told<'_> {
    /// The name of its card on the page.
    pub(super) fn anchor(&self) -> String {
        anchor_of(self.number)
    }
}

/// The name of a finding's card on the page.
pub(super) fn anchor_of(finding: usize) -> String {
    format!("finding-{finding}")
}

impl Entry<'_> {
    /// Its name on the page.
    pub(super) fn anchor(&self) -> String {
        format!("article-{}", self.number)
    }

    /// The name of a marked passage in it.
    pub(super) fn mark_anchor(&self, span: Span) -> String {
        format!("passage-{}-{}-{}", self.number, span.start, span.end)
    }

    /// Its headline or, where it has none, how it begins.
    pub(super) fn title(&self) -> Cow<'_, str> {
        let begin = || self.document.and_then(beginning);
        self.line.title.as_deref().map(Cow::Borrowed).or_else(begin).unwrap_or(Cow::Borrowed(&self.file.path))
    }
}

/// The first words of a document.
fn beginning(document: &Document) -> Option<Cow<'_, str>> {
    let text = document.text.get(document.blocks.first()?.range.clone())?;
    let cut = text.char_indices().nth(LONGEST_TITLE).and_then(|(end, _)| text.get(..end));
    match cut {
        None => Some(Cow::Borrowed(text)),
        // Not in the middle of a word, if there are several.
        Some(cut) => Some(Cow::Owned(format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words)))),
    }
}

/// What findings point to in each file, and which ones do.
fn marked(findings: &[Told<'_>]) -> BTreeMap<SourceId, BTreeMap<Span, Vec<usize>>> {
    let mut marked: BTreeMap<SourceId, BTreeMap<Span, Vec<usize>>> = BTreeMap::new();
    for told in findings {
        for label in &told.finding.labels {
            let numbers = marked.entry(label.source).or_default().entry(label.span).or_default();
            if numbers.last() != Some(&told.number) {
                numbers.push(told.number);
            }
        }
    }
    marked
}

/// Marks in the reading text of a document, in order.
fn placed(marks: BTreeMap<Span, Vec<usize>>, document: &Document) -> Vec<Mark> {
    let mark = |(span, findings)| Mark { span, range: document.map.to_text(span), findings };
    let mut marks: Vec<Mark> = marks.into_iter().map(mark).collect();
    marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    marks
}
