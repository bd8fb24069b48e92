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

use super::mentions::Mention;
use super::{Look, wrap};
use crate::source::{SourceFile, SourceMap};
use crate::view::excerpt::Excerpt;
use crate::view::{clean, uri};

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
/// Stands before what is said of a mention, in a raw drawing.
const SAID: char = '\u{1}';
/// Columns that ariadne needs beside the text and the number of its line.
const MARGIN: usize = 4;
/// Columns of the arrow from a phrase to what is said of it.
const ARROW: usize = 4;
/// The name in front of help and notes.
const NAMED: usize = "Help: ".len();
/// With less no drawing can be read: the terminal may fold one of this width.
const NARROWEST: usize = 40;
/// However narrow the terminal, lines get so much room, and what is said of them so much.
const LEAST_TEXT: usize = 20;
const LEAST_SAID: usize = 12;

/// The mentions of one file.
struct Section<'a> {
    mentions: Vec<&'a Mention>,
    marks: Vec<Range<usize>>,
    source: Source<String>,
    /// "path:line:column" of the most important mention.
    place: String,
    /// Where that leads, if the terminal follows.
    link: Option<String>,
    /// Digits of the last line's number.
    digits: usize,
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
    let look = Look { width: look.width.max(NARROWEST), ..look };
    let sections = sections(mentions, sources, look);
    let mut report =
        Report::build(ReportKind::Error, (0, 0..0)).with_config(Config::new().with_color(look.color));
    for (number, section) in sections.iter().enumerate() {
        for (mention, mark) in section.mentions.iter().zip(&section.marks) {
            let label = Label::new((number, mark.clone()))
                .with_message(format!("{SAID}{}", mention.message))
                .with_color(COLORS[mention.value % COLORS.len()])
                .with_order(i32::try_from(number).unwrap_or(i32::MAX));
            report = report.with_label(label);
        }
    }
    let digits = sections.iter().map(|section| section.digits).max().unwrap_or(1);
    let room = look.width.saturating_sub(MARGIN + digits + NAMED);
    if let Some(help) = help {
        report = report.with_help(wrap::lines(help, room, room).join("\n"));
    }
    if !notes.is_empty() {
        let notes: Vec<String> = notes.iter().flat_map(|note| wrap::lines(note, room, room)).collect();
        report = report.with_note(notes.join("\n"));
    }
    let mut raw = Vec::new();
    report.finish().write(Sections(&sections), &mut raw)?;
    Ok(finish(&String::from_utf8_lossy(&raw), &sections, look))
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
        let last = mentions.last().map_or(0, |m| file.line_at(m.range.end.max(m.range.start + 1) - 1));
        let digits = 1 + last.max(1).ilog10() as usize;
        let width = look.width.saturating_sub(MARGIN + digits);
        let said = mentions.iter().map(|mention| wrap::columns(&mention.message)).max().unwrap_or(0);
        let Excerpt { text, marks } = excerpt(file, &ranges, width, said);
        let link = look.links.then(|| uri::of_file(file.file_bytes()));
        Section { mentions, marks, source: Source::from(text), place, link, digits }
    }

    /// The place, as it is told.
    fn told(&self) -> String {
        match &self.link {
            Some(link) => format!("\u{1b}]8;;{link}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", self.place),
            None => self.place.clone(),
        }
    }
}

/// The text around mentions in so many columns, as much of it as leaves room for what is said behind them.
fn excerpt(file: &SourceFile, ranges: &[Range<usize>], width: usize, said: usize) -> Excerpt {
    // What does not fit into two columns of five takes more lines.
    let said = ARROW + said.min((width * 2 / 5).max(LEAST_SAID));
    let mut room = width.max(LEAST_TEXT);
    loop {
        let excerpt = Excerpt::new(file, ranges, room);
        let too_much = (rightmost(&excerpt) + said).saturating_sub(width);
        if too_much == 0 || room <= LEAST_TEXT {
            return excerpt;
        }
        room = room.saturating_sub(too_much).max(LEAST_TEXT);
    }
}

/// The column behind the last mark of any line.
fn rightmost(excerpt: &Excerpt) -> usize {
    let column = |mark: &Range<usize>| {
        let before: Vec<char> = excerpt.text.chars().take(mark.end).collect();
        before.iter().rev().take_while(|c| **c != '\n').count()
    };
    excerpt.marks.iter().map(column).max().unwrap_or(0)
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

/// Drops ariadne's headline, puts the true places in, lets what is said of a phrase go on below where it is too long, and
/// takes blanks off the ends of lines.
fn finish(raw: &str, sections: &[Section<'_>], look: Look) -> String {
    let body = raw.split_once('\n').map_or("", |(_, body)| body);
    let mut out = String::with_capacity(body.len() + 64);
    let mut lines = body.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some((before, mark)) = line.split_once(MARK) {
            // The mark reads "number:line:column", then a blank.
            let (number, rest) = mark.split_once(':').unwrap_or((mark, ""));
            let section = number.parse::<usize>().ok().and_then(|number| sections.get(number));
            out.push_str(before);
            out.push_str(&section.map_or("?".to_owned(), Section::told));
            out.push_str(rest.find(' ').and_then(|at| rest.get(at..)).unwrap_or(""));
        } else if let Some((before, said)) = line.split_once(SAID) {
            let open = lines.peek().filter(|next| is_open(next)).map(|next| next.trim_end());
            out.push_str(&with_said(before, said.trim_end(), open.unwrap_or(margin(before)), look.width));
        } else {
            out.push_str(line.trim_end());
        }
        out.push('\n');
    }
    out
}

/// An arrow with what is said at its end. Where that needs more lines, arrows lead on beside them as `open` shows them.
fn with_said(arrow: &str, said: &str, open: &str, width: usize) -> String {
    let behind = wrap::columns(arrow);
    let fits = behind + wrap::columns(said).min(LEAST_SAID) <= width;
    let (open, indent) = match fits {
        true => (open, behind),
        // There is no room behind the arrow: all is said below.
        false => {
            (margin(arrow), width.saturating_sub(wrap::columns(said)).max(wrap::columns(margin(arrow)) + 1))
        }
    };
    let room = width.saturating_sub(indent);
    let blanks = indent.saturating_sub(wrap::columns(open));
    let below = format!("\n{open}{:blanks$}", "");
    let said = wrap::lines(said, room, room).join(&below);
    if fits { format!("{arrow}{said}") } else { format!("{}{below}{said}", arrow.trim_end()) }
}

/// What stands left of the text.
fn margin(line: &str) -> &str {
    let end = line.find('│').map_or(0, |at| at + '│'.len_utf8());
    // A colour that begins there ends there.
    let colour = line.get(end..).filter(|rest| rest.starts_with('\u{1b}')).and_then(|rest| rest.find('m'));
    line.get(..end + colour.map_or(0, |at| at + 1)).unwrap_or("")
}

/// Do only arrows that lead on below stand here?
fn is_open(line: &str) -> bool {
    wrap::plain(line).chars().all(|c| matches!(c, ' ' | '│' | '┆'))
}
