//! Markup is taken off: text, metadata and blocks come out of plain text, Markdown and HTML.
//!
//! Every format yields the same [`Page`]; front matter, headlines, furniture and date lines are found in the
//! same way in all of them.

use std::ops::Range;
use std::sync::Arc;

use crate::article::{Block, BlockKind, Meta};
use crate::diagnostic::Severity;
use crate::source::OffsetMap;

pub mod builder;
pub mod cues;
pub mod date;
pub mod front_matter;
pub mod furniture;
pub mod html;
pub mod markdown;
pub mod plain;
pub mod run_in;
pub(crate) mod shortcode;
pub mod stamp;

use builder::Builder;
use cues::Cues;
use date::Written;
use front_matter::FrontMatter;

/// How an article is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Not at all.
    Plain,
    /// CommonMark with tables.
    Markdown,
    /// HTML of any age.
    Html,
    /// XML: NITF, NewsML-G2, RSS, Atom, as its first element says.
    Xml,
    /// JSON: ninjs.
    Json,
    /// JSON Lines of articles.
    JsonLines,
    /// A document of a word processor: Office Open XML.
    Docx,
}

impl Format {
    /// May the text itself name its encoding?
    pub fn declares_encoding(self) -> bool {
        matches!(self, Format::Html | Format::Xml)
    }

    /// Does a file of this format hold articles in fields?
    pub fn has_items(self) -> bool {
        matches!(self, Format::Xml | Format::Json | Format::JsonLines)
    }

    /// The format of a file, from its name and its first bytes.
    pub fn of(name: &str, bytes: &[u8]) -> Format {
        let extension =
            name.rsplit(['/', '\\']).next().and_then(|n| n.rsplit_once('.')).map_or("", |(_, e)| e);
        let is = |known: &str| extension.eq_ignore_ascii_case(known);
        let head = bytes.get(..1024).unwrap_or(bytes);
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
        let starts =
            |with: &str| head.get(..with.len()).is_some_and(|s| s.eq_ignore_ascii_case(with.as_bytes()));
        let plain = is("txt") || is("text");
        if head.starts_with(b"PK\x03\x04") && (is("docx") || is("docm") || is("dotx") || extension.is_empty())
        {
            Format::Docx
        } else if is("html") || is("htm") || is("xhtml") || starts("<!doctype html") || starts("<html") {
            Format::Html
        } else if is("xml") || is("rss") || is("atom") || is("nitf") || (!plain && starts_xml(head)) {
            if is_xhtml(head) { Format::Html } else { Format::Xml }
        } else if is("jsonl") || is("ndjson") || is("jsonlines") {
            Format::JsonLines
        } else if is("json") || is("ninjs") || (!plain && !is("md") && !is("markdown") && starts_json(head)) {
            Format::Json
        } else if is("md") || is("markdown") || (!plain && starts("# ")) {
            Format::Markdown
        } else {
            Format::Plain
        }
    }
}

/// Does a text begin as XML does, with its declaration or the first element of a known format?
fn starts_xml(head: &[u8]) -> bool {
    [&b"<?xml"[..], b"<rss", b"<feed", b"<rdf:RDF", b"<newsItem", b"<newsMessage", b"<nitf"]
        .iter()
        .any(|start| head.starts_with(start))
}

/// Is it a page of HTML that is written as XML? Its first element says so, behind declarations and comments.
fn is_xhtml(head: &[u8]) -> bool {
    let first = head.windows(2).position(|at| at[0] == b'<' && at[1].is_ascii_alphabetic());
    let name = first.and_then(|at| head.get(at + 1..at + 5));
    name.is_some_and(|name| name.eq_ignore_ascii_case(b"html"))
}

/// Does a text begin with an object of JSON, or a list of such?
fn starts_json(head: &[u8]) -> bool {
    let inner = head.strip_prefix(b"[").unwrap_or(head).trim_ascii_start();
    inner.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// The code of the problem of a date that can be read in two ways.
pub const AMBIGUOUS_DATE: &str = "input/ambiguous-date";

/// An article without its markup.
#[derive(Debug)]
pub struct Page {
    /// The reading text.
    pub text: Arc<str>,
    /// From the reading text to the text that was given.
    pub map: OffsetMap,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// Where the blocks begin that stand in block quotes.
    pub quoted: Vec<usize>,
    /// Title, outlet and date as far as the article itself gives them.
    pub meta: Meta,
    /// What could not be understood.
    pub problems: Vec<Problem>,
}

/// Something in an article that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The diagnostic's code.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// One sentence, without the file's name.
    pub message: String,
    /// Where, in the text that was given.
    pub range: Range<usize>,
    /// What to say under it.
    pub label: String,
}

impl Problem {
    /// Front matter that cannot be read.
    fn front_matter(message: &str, range: Range<usize>, label: impl Into<String>) -> Problem {
        let (code, severity) = ("input/front-matter", Severity::Warning);
        Problem { code, severity, message: message.to_string(), range, label: label.into() }
    }

    /// A date in figures that may have the month or the day first.
    fn ambiguous_date(written: Written, range: Range<usize>) -> Problem {
        let label = match written {
            Written::Either(a, b) => format!("{a} or {b}?"),
            Written::Day(day) => day.to_string(),
        };
        let (code, severity) = (AMBIGUOUS_DATE, Severity::Warning);
        Problem {
            code,
            severity,
            message: "the date of publication can be read in two ways".into(),
            range,
            label,
        }
    }
}

/// Takes the markup off a text.
pub fn read(text: &Arc<str>, format: Format) -> Page {
    let front = front_matter::read(text);
    let mut page = match format {
        Format::Plain | Format::Docx | Format::Xml | Format::Json | Format::JsonLines => {
            plain_page(text, &front)
        }
        Format::Markdown => {
            let mut builder = Builder::default();
            let title = push_title(text, &front, &mut builder);
            let blocks = markdown::read(text, front.body, &mut builder);
            built_page(text, builder, title, blocks, Meta::default())
        }
        Format::Html => {
            let mut builder = Builder::default();
            let title = push_title(text, &front, &mut builder);
            let html = html::read(text, front.body, &mut builder);
            let ambiguous = html.ambiguous.map(|(written, range)| Problem::ambiguous_date(written, range));
            let mut page = built_page(text, builder, title, html.blocks, html.meta);
            page.problems.extend(ambiguous);
            page
        }
    };
    let stamps = furniture::mark(&page.text, &mut page.blocks, Cues::builtin());
    plain::headings(&page.text, &mut page.blocks, format == Format::Plain);
    page.problems.extend(front.problems);
    page.meta = front.meta.or(page.meta);
    if page.meta.title.is_none() {
        let headline = page.blocks.iter().find(|b| b.kind == BlockKind::Headline);
        page.meta.title = headline.and_then(|b| page.text.get(b.range.clone())).map(one_line);
    }
    if let (None, Some((written, range))) = (page.meta.published, stamps.best()) {
        page.meta.published = written.day();
        if page.meta.published.is_none() && !page.problems.iter().any(|p| p.code == AMBIGUOUS_DATE) {
            let given = page.map.to_disk(range).range();
            page.problems.push(Problem::ambiguous_date(written, given));
        }
    }
    if page.meta.published.is_some() {
        page.problems.retain(|p| p.code != AMBIGUOUS_DATE);
    }
    page
}

/// Takes the markup off a piece of an article that a file of another format holds.
pub(crate) fn read_part(text: &str, format: Format) -> Page {
    read(&Arc::from(text), format)
}

fn plain_page(text: &Arc<str>, front: &FrontMatter) -> Page {
    let mut blocks = plain::paragraphs(text, front.body);
    run_in::split(text, &mut blocks, Cues::builtin());
    let blocks = with_title(text, front.title.clone(), blocks);
    Page {
        text: text.clone(),
        map: OffsetMap::identity(),
        blocks,
        quoted: Vec::new(),
        meta: Meta::default(),
        problems: Vec::new(),
    }
}

/// The page that a builder made; text that is no UTF-8 any more (which no input brings about) is read as plain.
fn built_page(
    text: &Arc<str>,
    builder: Builder,
    title: Option<Range<usize>>,
    blocks: Vec<Block>,
    meta: Meta,
) -> Page {
    match builder.finish() {
        Some(built) => {
            let blocks = with_title(&built.text, title, blocks);
            let problems = Vec::new();
            Page { text: built.text.into(), map: built.map, blocks, quoted: built.quoted, meta, problems }
        }
        None => plain_page(text, &FrontMatter::default()),
    }
}

/// Puts the title of the front matter at the beginning of a reading text.
fn push_title(text: &str, front: &FrontMatter, builder: &mut Builder) -> Option<Range<usize>> {
    let range = front.title.clone()?;
    builder.push(text.get(range.clone())?.as_bytes(), range.clone());
    Some(builder.end_block(BlockKind::Headline, range.end)?.range)
}

/// The title of the front matter is the headline, unless the article repeats it.
fn with_title(text: &str, title: Option<Range<usize>>, mut blocks: Vec<Block>) -> Vec<Block> {
    let Some(range) = title else { return blocks };
    let same =
        |b: &&mut Block| text.get(b.range.clone()).map(one_line) == text.get(range.clone()).map(one_line);
    match blocks.iter_mut().take(3).find(same) {
        Some(block) => block.kind = BlockKind::Headline,
        None => blocks.insert(0, Block { kind: BlockKind::Headline, range }),
    }
    blocks
}

/// A text on one line, single spaces between its words.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Meta {
    /// What this one says, and where it says nothing, what `other` says.
    pub fn or(self, other: Meta) -> Meta {
        Meta {
            outlet: self.outlet.or(other.outlet),
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            updated: self.updated.or(other.updated),
            byline: self.byline.or(other.byline),
            language: self.language.or(other.language),
            note: self.note.or(other.note),
        }
    }
}
