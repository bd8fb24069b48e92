//! `<!-- gainsay-ignore RULE: reason -->` in Markdown and HTML.
//!
//! Such a comment speaks for the paragraph that it stands in, or at whose end it stands, and otherwise for the
//! next one. A fact that is told in several places needs one comment at any of them.

use std::ops::Range;

use crate::article::Document;
use crate::article::markup::Format;
use crate::article::markup::markdown::fenced;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceFile, SourceId, Span};

/// What such a comment begins with.
const WORD: &str = "gainsay-ignore";

/// A comment farther than this (in bytes) behind a paragraph does not stand at its end.
const FAR: usize = 1000;

/// Elements that end inside a paragraph.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u",
];

/// A comment that sets findings aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The rule whose findings do not count.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// The article's file.
    pub source: SourceId,
    /// The comment itself, in bytes of the file.
    pub place: Span,
    /// The paragraph that it speaks for, if there is one.
    pub covers: Option<Span>,
    /// Is it told when it has no effect? In an archive that is nobody's business.
    pub told: bool,
}

/// Finds the comments of an article, and what is wrong with them.
pub fn read(file: &SourceFile, article: &Document) -> (Vec<Comment>, Vec<Diagnostic>) {
    let (mut comments, mut problems) = (Vec::new(), Vec::new());
    // In a file of many articles, or of formats with fields, nobody writes comments for this program.
    if file.item.is_some() || file.extracted || Format::of(&file.path, file.text.as_bytes()).has_items() {
        return (comments, problems);
    }
    if !file.text.contains(WORD) || Format::of(&file.path, file.text.as_bytes()) == Format::Plain {
        return (comments, problems);
    }
    let mut all = ranges(&file.text);
    if Format::of(&file.path, file.text.as_bytes()) == Format::Markdown {
        // What is shown as code is no comment.
        let code = fenced(&file.text);
        let shown = |at: usize| code.get(code.partition_point(|lines| lines.end <= at));
        all.retain(|comment| shown(comment.start).is_none_or(|lines| comment.start < lines.start));
    }
    let paragraphs = paragraphs(article);
    for (at, range) in all.iter().enumerate() {
        let inner = file.text.get(range.start + 4..range.end - 3).unwrap_or("");
        let Some(said) = words(inner) else { continue };
        let place = file.map.to_disk(range.clone());
        match parse(said) {
            Ok((rule, reason)) => comments.push(Comment {
                rule: rule.to_owned(),
                reason: reason.to_owned(),
                source: article.source,
                place,
                covers: covered(file, &paragraphs, &all, at),
                told: true,
            }),
            Err(wrong) => problems.push(
                Diagnostic::new(wrong.code(), Severity::Warning, wrong.message())
                    .with_label(article.source, place, "without effect")
                    .with_help(format!("write <!-- {WORD} RULE: reason -->")),
            ),
        }
    }
    (comments, problems)
}

/// What can be wrong with a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    NoRule,
    NoReason,
}

impl Wrong {
    fn code(self) -> &'static str {
        match self {
            Wrong::NoRule => "ignore/no-rule",
            Wrong::NoReason => "ignore/no-reason",
        }
    }

    fn message(self) -> &'static str {
        match self {
            Wrong::NoRule => "the comment does not say which rule to ignore",
            Wrong::NoReason => "the comment does not say why to ignore the rule",
        }
    }
}

/// All HTML comments of a text, from `<!--` up to and including `-->`. One that does not end is none.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find("<!--")).map(|at| from + at) {
        let Some(end) = text.get(start + 4..).and_then(|rest| rest.find("-->")).map(|at| start + at + 7)
        else {
            break;
        };
        found.push(start..end);
        from = end;
    }
    found
}

/// What follows the word that begins such a comment.
fn words(inner: &str) -> Option<&str> {
    let rest = inner.trim_start().strip_prefix(WORD)?;
    (rest.is_empty() || rest.starts_with([':', ' ', '\t', '\r', '\n'])).then(|| rest.trim())
}

/// "RULE: reason"
fn parse(said: &str) -> Result<(&str, &str), Wrong> {
    let (rule, reason) = said.split_once(':').unwrap_or((said, ""));
    let (rule, reason) = (rule.trim(), reason.trim());
    if rule.is_empty() {
        Err(Wrong::NoRule)
    } else if reason.is_empty() {
        Err(Wrong::NoReason)
    } else {
        Ok((rule, reason))
    }
}

/// The article's paragraphs, headings and headlines, ascending.
fn paragraphs(article: &Document) -> Vec<Span> {
    let blocks = article.blocks.iter();
    let mut paragraphs: Vec<Span> = blocks.map(|block| article.map.to_disk(block.range.clone())).collect();
    paragraphs.sort_unstable();
    paragraphs
}

/// The paragraph that comment number `at` of all speaks for.
fn covered(file: &SourceFile, paragraphs: &[Span], all: &[Range<usize>], at: usize) -> Option<Span> {
    let comment = all.get(at)?;
    let place = file.map.to_disk(comment.clone());
    let next = paragraphs.partition_point(|p| p.start <= place.start);
    let before = next.checked_sub(1).and_then(|last| paragraphs.get(last));
    let around = before.filter(|p| {
        p.end > place.start || {
            let end = file.map.to_text(**p).end;
            ends_at(&file.text, end, all, at)
        }
    });
    around.or(paragraphs.get(next)).copied()
}

/// Does a paragraph that ends at byte `end` go on until the comment, but for white space, tags of phrases and
/// other comments?
fn ends_at(text: &str, end: usize, all: &[Range<usize>], at: usize) -> bool {
    let mut upto = all.get(at).map_or(end, |comment| comment.start);
    if upto.saturating_sub(end) > FAR {
        return false;
    }
    for other in all.iter().take(at).rev().take_while(|other| other.start >= end) {
        if !is_inside(text.get(other.end..upto).unwrap_or("")) {
            return false;
        }
        upto = other.start;
    }
    is_inside(text.get(end..upto).unwrap_or(""))
}

/// Is this still inside a paragraph: on its line, with no tag but those of phrases?
fn is_inside(gap: &str) -> bool {
    !gap.contains('\n')
        && gap.split('<').skip(1).all(|tag| {
            let name = tag.strip_prefix('/').unwrap_or(tag);
            let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name))
        })
}
