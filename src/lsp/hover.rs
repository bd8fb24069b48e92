//! What is shown of the findings under the mouse: both passages, and why they cannot both be true.

use std::path::Path;

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position, Range};

use super::desk::Desk;
use super::diagnostics::{Teller, Touching};
use crate::diagnostic::Label;
use crate::source::SourceFile;
use crate::view::clean;

/// So many passages of one finding are shown.
const MOST_PASSAGES: usize = 6;

/// Characters of a passage's sentence that are shown on either side of it.
const AROUND: usize = 160;

/// Of the findings that have a passage at a place.
pub(super) fn at(desk: &Desk, uri: &str, position: Position, markdown: bool) -> Option<Hover> {
    let draft = desk.draft(uri)?;
    let teller = desk.teller(false);
    let inside = |label: &Label| {
        let here = |range: Range| range.start <= position && position <= range.end;
        teller.file(label.source).file() == draft.name && here(teller.range(label))
    };
    let found = teller.touching(&draft.name).into_iter();
    let found: Vec<Touching<'_>> = found.filter(|t| t.finding.labels.iter().any(inside)).collect();
    let first = found.first()?;
    let range = first.finding.labels.iter().find(|label| inside(label)).map(|label| teller.range(label));
    let text: Vec<String> = found.iter().map(|t| finding(desk, &teller, t, markdown)).collect();
    let rule = if markdown { "\n\n---\n\n" } else { "\n\n" };
    let kind = if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Some(Hover { contents: HoverContents::Markup(MarkupContent { kind, value: text.join(rule) }), range })
}

fn finding(desk: &Desk, teller: &Teller<'_>, touching: &Touching<'_>, markdown: bool) -> String {
    let finding = touching.finding;
    let ink = Ink { markdown };
    let sure = finding.confidence.map(|c| format!(", right in {} of 100", c.number())).unwrap_or_default();
    let head = format!("{} {}{sure}", ink.strong(&finding.code), finding.severity.name());
    let mut parts = vec![head, ink.plain(&finding.message)];
    for label in finding.labels.iter().take(MOST_PASSAGES) {
        parts.push(passage(teller.file(label.source), label, ink));
    }
    let more = finding.labels.len().saturating_sub(MOST_PASSAGES);
    if more > 0 {
        parts.push(format!("and {more} more"));
    }
    let rules = &desk.session().check().rules;
    if let Some(rule) = rules.iter().find(|rule| rule.id == finding.code) {
        parts.push(ink.plain(&rule.why));
    }
    parts.extend(finding.help.iter().map(|help| ink.plain(help)));
    parts.push(format!("fingerprint {}", finding.fingerprint));
    parts.join("\n\n")
}

/// A passage with what stands around it on its line.
fn passage(file: &SourceFile, label: &Label, ink: Ink) -> String {
    let range = file.map.to_text(label.span);
    let line = file.line(file.line_at(range.start));
    let end = range.end.max(range.start).min(file.text.len());
    let before = file.text.get(line.start..range.start).unwrap_or_default();
    let after = file.text.get(end..line.end.max(end)).unwrap_or_default();
    let (before, after) = (last(before, AROUND), clean::shortened(after, AROUND));
    let marked = file.text.get(range).unwrap_or_default();
    let name = Path::new(&file.path).file_name().map_or(file.path.as_str().into(), |n| n.to_string_lossy());
    let place = format!("{name}:{}", file.position(label.span).line);
    let words = format!("{}{}{}", ink.plain(&before), ink.strong(marked), ink.plain(&after));
    format!("{}\n{}", ink.plain(&place), ink.quote(words.trim()))
}

fn last(text: &str, most: usize) -> String {
    let length = text.chars().count();
    match length > most {
        true => format!("…{}", text.chars().skip(length - most).collect::<String>()),
        false => text.to_owned(),
    }
}

/// How words are written: with marks, or without.
#[derive(Debug, Clone, Copy)]
struct Ink {
    markdown: bool,
}

impl Ink {
    /// Words of others, so that none of them counts as a mark.
    fn plain(self, text: &str) -> String {
        let text = clean::line(text);
        if self.markdown { escaped(&text) } else { text.into_owned() }
    }

    fn strong(self, text: &str) -> String {
        match self.markdown && !text.trim().is_empty() {
            true => format!("**{}**", self.plain(text.trim())),
            false => self.plain(text),
        }
    }

    fn quote(self, text: &str) -> String {
        if self.markdown { format!("\n> {text}") } else { format!("    {text}") }
    }
}

/// The text, so that nothing in it is a mark or becomes a link. No more is escaped: some editors show escapes as they are.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
        let first = || before.trim_start().is_empty();
        let number = || before.bytes().all(|b| b.is_ascii_digit());
        let mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '@' => true,
            // Where a line begins, they make a heading or a list.
            '#' | '+' | '-' | '=' => first(),
            ')' => number(),
            '.' => number() || before.ends_with(['w', 'W']),
            ':' => after.starts_with("://"),
            _ => false,
        };
        out.extend(mark.then_some('\\').into_iter().chain([c]));
    }
    out
}

#[cfg(test)]
mod tests;
