//! Places in articles, as the command line names them and as they are found.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::super::Session;
use crate::article::load::inputs::called;
use crate::diagnostic::{Diagnostic, Severity};
use crate::graph::Parsed;
use crate::source::{SourceFile, SourceId, Span};
use crate::view::summary::counted;

/// `FILE:LINE` or `FILE:LINE:COLUMN`; both count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The article.
    pub path: String,
    line: usize,
    column: Option<usize>,
}

impl Position {
    /// A place of an article; line and column count from 1.
    pub fn new(path: String, line: usize, column: usize) -> Position {
        Position { path, line, column: Some(column) }
    }
}

impl FromStr for Position {
    type Err = String;

    fn from_str(text: &str) -> Result<Position, String> {
        let number = |text: &str| text.parse::<usize>().ok().filter(|n| *n > 0);
        let wrong = || "not written FILE:LINE or FILE:LINE:COLUMN, counted from 1".to_owned();
        let (before, last) = text.rsplit_once(':').ok_or_else(wrong)?;
        let last = number(last).ok_or_else(wrong)?;
        let (path, line, column) = match before.rsplit_once(':').map(|(path, line)| (path, number(line))) {
            Some((path, Some(line))) => (path, line, Some(last)),
            _ => (before, last, None),
        };
        match path {
            "" => Err("the file is missing".to_owned()),
            path => Ok(Position { path: path.to_owned(), line, column }),
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.path, self.line)?;
        self.column.map_or(Ok(()), |column| write!(f, ":{column}"))
    }
}

/// The sentences at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The article, by its number in the graph.
    pub(super) article: u32,
    /// The first sentence, as an index into the article's.
    pub(super) first: u32,
    /// One past the last.
    pub(super) end: u32,
    /// From the first to the last byte of them in the file.
    pub(super) span: Span,
}

impl Place {
    /// Does the sentence stand here?
    pub(super) fn holds(&self, sentence: u32) -> bool {
        (self.first..self.end).contains(&sentence)
    }
}

/// Finds the sentences at a position, in their article. None if the article was not read, which is told already.
///
/// # Errors
/// What is wrong with the position.
pub(super) fn locate(
    position: &Position,
    session: &Session,
) -> Result<Option<(Place, Parsed)>, Box<Diagnostic>> {
    let wrong = |code, message| Box::new(Diagnostic::new(code, Severity::Error, message));
    let name = called(&position.path);
    if Path::new(&position.path).is_dir() {
        let problem = wrong("input/several", format!("{name} is a folder, not an article"));
        return Err(Box::new(problem.with_help("name one of its files")));
    }
    let found = articles_at(&position.path, session);
    let Some((last, others)) = found.split_last() else { return Ok(None) };
    // Of a file of many articles, the one that stands there.
    let here = others.iter().find_map(|source| in_article(position, *source, session).ok().flatten());
    here.map_or_else(|| in_article(position, *last, session), |place| Ok(Some(place)))
}

/// Finds the sentences at a position in one article.
fn in_article(
    position: &Position,
    source: SourceId,
    session: &Session,
) -> Result<Option<(Place, Parsed)>, Box<Diagnostic>> {
    let wrong = |code, message| Box::new(Diagnostic::new(code, Severity::Error, message));
    let name = called(&position.path);
    let file = session.sources().get(source);
    let asked = bytes(position, file).map_err(|message| wrong("input/no-such-place", message))?;
    let number = session.graph().articles.iter().position(|article| article.source == source);
    let Some(number) = number else {
        let problem = wrong("input/not-compared", format!("no draft is held against {name}"));
        return Err(Box::new(problem.with_help("it names nobody and nothing that a draft names")));
    };
    let Some(parsed) = session.parsed(source) else { return Ok(None) };
    let mut spans = parsed.article.sentences.iter().map(|sentence| parsed.article.span(sentence.tokens));
    let here = (0..).zip(spans.clone()).filter(|(_, span)| {
        // The column may stand at the end of a sentence.
        span.overlaps(asked) || (asked.is_empty() && (span.start..=span.end).contains(&asked.start))
    });
    let mut place: Option<Place> = None;
    for (at, span) in here {
        let known = place.filter(|_| position.column.is_none());
        place = Some(match known {
            Some(known) => Place { end: at + 1, span: known.span.to(span), ..known },
            None => Place { article: number as u32, first: at, end: at + 1, span },
        });
    }
    if let Some(place) = place {
        return Ok(Some((place, parsed)));
    }
    let problem = wrong("input/no-such-place", format!("nothing is read at {position}"));
    let next = spans.clone().find(|span| span.start >= asked.start).or(spans.next_back());
    let help = match next.map(|span| file.position(span).line) {
        Some(line) => format!("the nearest sentence is on line {line}"),
        None => "the article has no sentence".to_owned(),
    };
    Err(Box::new(problem.with_help(help)))
}

/// The articles of a path that was read, whatever other name it was read under: several of a file of many.
fn articles_at(path: &str, session: &Session) -> Vec<SourceId> {
    let file = |source: SourceId| session.sources().get(source);
    let named = |source: &SourceId| file(*source).names().any(|name| name == path);
    let found: Vec<SourceId> = session.articles().filter(named).collect();
    let Some(own) = Path::new(path).canonicalize().ok().filter(|_| found.is_empty()) else { return found };
    let same = |source: &SourceId| Path::new(file(*source).file()).canonicalize().ok().as_ref() == Some(&own);
    session.articles().filter(same).collect()
}

/// The bytes of a line, or the place in it, in the file on disk.
fn bytes(position: &Position, file: &SourceFile) -> Result<Span, String> {
    let empty_last = file.text.is_empty() || file.text.ends_with('\n');
    let lines = file.line_count() - usize::from(empty_last);
    let name = called(&position.path);
    if position.line > lines {
        return Err(format!("{name} has {}, there is no line {}", counted(lines, "line"), position.line));
    }
    let line = file.line(position.line);
    let Some(column) = position.column else { return Ok(file.map.to_disk(line)) };
    let text = file.text.get(line.clone()).unwrap_or("");
    match text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(column - 1) {
        Some(at) => Ok(file.map.to_disk(line.start + at..line.start + at)),
        None => {
            let length = counted(text.chars().count(), "character");
            Err(format!("line {} of {name} has {length}, there is no column {column}", position.line))
        }
    }
}
