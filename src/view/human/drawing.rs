//! Draws mentions with ariadne.
//!
//! ariadne prints the place of what it is given; it is given excerpts, whose columns are not the file's. So
//! every source is displayed as a mark that no cleaned text can hold, and the true place is put there when
//! the drawing is done. Offsets are counted in characters, not bytes: ariadne 0.6 takes the offset of a second
//! source for a byte and for a character by turns when asked to count bytes.

use std::fmt::{Debug, Display};
use std::io;
use std::ops::Range;

use ariadne::{Cache, Color, Config, Label, Report, ReportKind, Source};

use super::Look;
use super::mentions::Mention;
use crate::source::SourceMap;
use crate::view::clean;
use crate::view::excerpt::Excerpt;

/// Stands before the number of a section in a raw drawing.
const MARK: char = '\0';
/// One after the other for the values of a finding.
const COLORS: [Color; 6] = [
    Color::Fixed(209),
    Color::Fixed(75),
    Color::Fixed(114),
    Color::Fixed(177),
    Color::Fixed(221),
    Color::Fixed(80),
];
/// Columns that ariadne needs beside the text.
const MARGIN: usize = 8;
/// However narrow the terminal, lines get so much room.
const LEAST_WIDTH: usize = 40;

/// The mentions of one file.
struct Section<'a> {
    mentions: Vec<&'a Mention>,
    marks: Vec<Range<usize>>,
    source: Source<String>,
    /// "path:line:column" of the most important mention.
    place: String,
}

/// Draws mentions (at least one) with their files' lines, then help and notes.
///
/// # Errors
/// Those that ariadne has with writing to memory.
pub(super) fn draw(
    mentions: &[Mention],
    help: Option<&str>,
    notes: &[String],
    sources: &SourceMap,
    look: Look,
) -> io::Result<String> {
    let sections = sections(mentions, sources, look);
    let mut report =
        Report::build(ReportKind::Error, (0, 0..0)).with_config(Config::new().with_color(look.color));
    for (number, section) in sections.iter().enumerate() {
        for (mention, mark) in section.mentions.iter().zip(&section.marks) {
            let label = Label::new((number, mark.clone()))
                .with_message(&mention.message)
                .with_color(COLORS[mention.value % COLORS.len()])
                .with_order(i32::try_from(number).unwrap_or(i32::MAX));
            report = report.with_label(label);
        }
    }
    if let Some(help) = help {
        report = report.with_help(help);
    }
    if !notes.is_empty() {
        report = report.with_note(notes.join("\n"));
    }
    let mut raw = Vec::new();
    report.finish().write(Sections(&sections), &mut raw)?;
    Ok(finish(&String::from_utf8_lossy(&raw), &sections))
}

/// Gathers the mentions by file, the file of the most important mention first.
fn sections<'a>(mentions: &'a [Mention], sources: &SourceMap, look: Look) -> Vec<Section<'a>> {
    let mut by_file: Vec<Vec<&Mention>> = Vec::new();
    for mention in mentions {
        match by_file.iter_mut().find(|section| section[0].source == mention.source) {
            Some(section) => section.push(mention),
            None => by_file.push(vec![mention]),
        }
    }
    by_file.into_iter().map(|mentions| Section::new(mentions, sources, look)).collect()
}

impl<'a> Section<'a> {
    /// Cuts an excerpt around mentions of one file.
    fn new(mut mentions: Vec<&'a Mention>, sources: &SourceMap, look: Look) -> Section<'a> {
        let file = sources.get(mentions[0].source);
        let at = file.position_of(mentions[0].range.start);
        let place = format!("{}:{}:{}", clean::line(&file.path), at.line, at.column);
        // ariadne wants the labels of a section in the order of their last lines.
        mentions.sort_by_key(|m| (file.line_at(m.range.end.max(m.range.start + 1) - 1), m.range.start));
        let ranges: Vec<_> = mentions.iter().map(|mention| mention.range.clone()).collect();
        let width = look.width.saturating_sub(MARGIN).max(LEAST_WIDTH);
        let Excerpt { text, marks } = Excerpt::new(file, &ranges, width);
        Section { mentions, marks, source: Source::from(text), place }
    }
}

/// The excerpts as ariadne asks for them, by number.
struct Sections<'a>(&'a [Section<'a>]);

impl Cache<usize> for Sections<'_> {
    type Storage = String;

    fn fetch(&mut self, number: &usize) -> Result<&Source<String>, impl Debug> {
        self.0.get(*number).map(|section| &section.source).ok_or("no such section")
    }

    fn display<'id>(&self, number: &'id usize) -> Option<impl Display + 'id> {
        Some(format!("{MARK}{number}"))
    }
}

/// Drops ariadne's headline, puts the true places in and takes blanks off the ends of lines.
fn finish(raw: &str, sections: &[Section<'_>]) -> String {
    let body = raw.split_once('\n').map_or("", |(_, body)| body);
    let mut out = String::with_capacity(body.len() + 64);
    for line in body.lines() {
        match line.split_once(MARK) {
            None => out.push_str(line.trim_end()),
            Some((before, mark)) => {
                // The mark reads "number:line:column", then a blank.
                let (number, rest) = mark.split_once(':').unwrap_or((mark, ""));
                let section = number.parse::<usize>().ok().and_then(|number| sections.get(number));
                out.push_str(before);
                out.push_str(section.map_or("?", |section| &section.place));
                out.push_str(rest.find(' ').and_then(|at| rest.get(at..)).unwrap_or(""));
            }
        }
        out.push('\n');
    }
    out
}
