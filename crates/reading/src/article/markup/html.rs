//! HTML of any age: the report's blocks, and what the page says of itself.
//!
//! No tree is built. html5gum's tokens go by once; a stack of open elements says for each piece of text whether
//! it is skipped, stands beside the report, or belongs to the `<article>` or `<main>` that holds most of the
//! text. Broken pages give some blocks or other, never an error.

use std::ops::Range;

use super::builder::Builder;
use super::date::Written;
use super::plain;
use crate::article::{Block, BlockKind, Meta};

mod choose;
mod elements;
mod emitter;
mod linked;
mod metadata;

use elements::{Element, Role, Stack};
use metadata::Candidates;

/// What a page holds.
#[derive(Debug)]
pub struct Html {
    /// The report's blocks in reading order.
    pub blocks: Vec<Block>,
    /// What the page says of itself.
    pub meta: Meta,
    /// A date of publication that can be read in two ways, and where it stands: bytes of the text.
    pub ambiguous: Option<(Written, Range<usize>)>,
}

/// Reads a page from byte `from` of a text on.
pub fn read(text: &str, from: usize, builder: &mut Builder) -> Html {
    let mut reader = Reader::new(builder);
    emitter::run(text, from, &mut reader);
    reader.end_block(text.len());
    let Reader { blocks, candidates, builder, .. } = reader;
    choose::choose(&blocks, candidates, builder)
}

/// A block and where on the page it stands.
#[derive(Debug)]
struct PageBlock {
    block: Block,
    /// The heading level of h1 to h6.
    level: Option<u8>,
    /// The number of the outermost article around it.
    article: Option<usize>,
    main: bool,
    /// In a sidebar.
    aside: bool,
    /// In navigation, page header or hidden.
    beside: bool,
    /// Of a class that names furniture.
    classed: bool,
}

/// The attributes of a start tag that matter.
#[derive(Debug, Default)]
struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }
}

/// What text between tags is for, if not for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capture {
    Title,
    JsonLd,
    /// Text above the line, and where it begins.
    Raised(usize),
}

/// What a person reads of text that is raised above its line, behind a character: the ending of an ordinal and the
/// power of a unit, but no mark of a note.
pub(super) fn superscript(text: &str, before: Option<char>) -> Option<String> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match before {
        Some(c) if c.is_ascii_digit() && digits => Some(format!("^{text}")),
        // "km²" and "m³"; behind any other word stands a note.
        Some('m' | 't') if matches!(text, "2" | "3") => Some(text.replace('2', "²").replace('3', "³")),
        _ if digits || text.starts_with(['[', '(', '*', '†', '‡']) => None,
        _ => Some(text.to_owned()).filter(|text| !text.is_empty()),
    }
}

fn is_quote(element: Element) -> bool {
    Element::named(b"blockquote") == Some(element)
}

/// Turns tags and text into blocks.
struct Reader<'a> {
    builder: &'a mut Builder,
    blocks: Vec<PageBlock>,
    candidates: Candidates,
    stack: Stack,
    capture: Option<(Capture, Vec<u8>)>,
    articles: usize,
    in_link: bool,
    /// How many bytes of the block being built stand in links.
    linked: usize,
    in_time: bool,
    /// How many bytes of it stand in `<time>`.
    timed: usize,
    /// The length of the text after the last `<br>`.
    broke_at: Option<usize>,
}

impl<'a> Reader<'a> {
    fn new(builder: &'a mut Builder) -> Reader<'a> {
        Reader {
            builder,
            blocks: Vec::new(),
            candidates: Candidates::default(),
            stack: Stack::default(),
            capture: None,
            articles: 0,
            in_link: false,
            linked: 0,
            in_time: false,
            timed: 0,
            broke_at: None,
        }
    }

    /// Text that stands for the bytes from `start` to `end`.
    fn text(&mut self, text: &[u8], start: usize, end: usize) {
        if let Some((_, captured)) = &mut self.capture {
            captured.extend_from_slice(text);
        } else if !self.stack.is_skipped() {
            self.builder.push(text, start..end);
            self.linked += if self.in_link { text.len() } else { 0 };
            self.timed += if self.in_time { text.len() } else { 0 };
        }
    }

    fn start_tag(&mut self, name: &[u8], attributes: &Attributes, empty: bool, range: Range<usize>) {
        let Some(element) = Element::named(name) else { return };
        let start = range.start;
        if let Some(language) = attributes.get("lang").filter(|_| name == b"html") {
            self.candidates.language(language);
        }
        match element.role() {
            Role::Meta => self.candidates.meta(attributes, range),
            Role::Title if self.stack.is_empty() || !self.stack.is_skipped() => {
                self.capture = Some((Capture::Title, Vec::new()));
            }
            Role::Title => {}
            Role::Time => {
                self.candidates.time(attributes, range, self.builder.position(), &self.stack);
                self.in_time = true;
            }
            Role::Quote if !self.stack.is_skipped() => self.builder.push("“".as_bytes(), range),
            Role::Raised if self.capture.is_none() && !self.stack.is_skipped() => {
                self.capture = Some((Capture::Raised(start), Vec::new()));
            }
            Role::Quote | Role::Raised => {}
            Role::Link => self.in_link = attributes.get("href").is_some(),
            Role::Break => self.line_break(range),
            Role::Rule => self.end_block(start),
            Role::Skip if empty => {}
            Role::Skip => {
                let json = attributes.get("type").is_some_and(|t| t.contains("ld+json"));
                self.capture = json.then(|| (Capture::JsonLd, Vec::new()));
                self.stack.push(element, false, None);
            }
            role => {
                if matches!(self.capture, Some((Capture::Raised(_), _))) {
                    self.end_capture_at(start);
                }
                self.end_block(start);
                self.stack.close_implied(element);
                let article = (role == Role::Article && self.stack.article().is_none()).then(|| {
                    self.articles += 1;
                    self.articles
                });
                if is_quote(element) {
                    self.builder.open_quote();
                }
                self.stack.push(element, elements::is_furniture(role, attributes), article);
                if elements::is_hidden(attributes) || elements::is_service(element, attributes) {
                    self.stack.hide();
                }
            }
        }
    }

    fn end_tag(&mut self, name: &[u8], start: usize) {
        let Some(element) = Element::named(name) else { return };
        // What is raised ends with its line at the latest.
        if element.role() != Role::Link && matches!(self.capture, Some((Capture::Raised(_), _))) {
            self.end_capture_at(start);
        }
        match element.role() {
            Role::Link => self.in_link = false,
            Role::Title => self.end_capture(),
            Role::Skip => {
                self.end_capture();
                self.stack.pop(element);
            }
            Role::Time => self.in_time = false,
            Role::Quote if !self.stack.is_skipped() => self.builder.push("”".as_bytes(), start..start),
            Role::Raised => self.end_capture_at(start),
            Role::Meta | Role::Quote => {}
            _ => {
                self.end_block(start);
                if is_quote(element) {
                    self.builder.close_quote();
                }
                self.stack.pop(element);
            }
        }
    }

    fn end_capture(&mut self) {
        self.end_capture_at(0);
    }

    fn end_capture_at(&mut self, end: usize) {
        if let Some((what, text)) = self.capture.take() {
            let text = String::from_utf8_lossy(&text);
            match what {
                Capture::Raised(start) => {
                    if let Some(shown) = superscript(&text, self.builder.last()) {
                        self.builder.push(shown.as_bytes(), start..end.max(start));
                    }
                }
                Capture::Title => self.candidates.title_element(&text),
                Capture::JsonLd => self.candidates.json_ld(&text),
            }
        }
    }

    /// One `<br>` is white space, two in a row part paragraphs.
    fn line_break(&mut self, range: Range<usize>) {
        if self.stack.is_skipped() {
            return;
        }
        let twice =
            self.broke_at.is_some_and(|at| self.builder.since(at).iter().all(u8::is_ascii_whitespace));
        if twice {
            self.end_block(range.start);
        } else {
            self.builder.push(b"\n", range);
        }
        self.broke_at = Some(self.builder.position());
    }

    /// Ends the block being built with all that is known of its place.
    fn end_block(&mut self, at: usize) {
        let linked = std::mem::take(&mut self.linked);
        let timed = std::mem::take(&mut self.timed);
        self.broke_at = None;
        let Some(mut block) = self.builder.end_block(BlockKind::Paragraph, at) else { return };
        let level = self.stack.heading();
        let bytes = self.builder.since(block.range.start).get(..block.range.len()).unwrap_or_default();
        let sentence = plain::ends_sentence(&String::from_utf8_lossy(bytes));
        // "5 hours ago" in `<time>` is the page's, not the report's.
        let only_time = timed * 10 >= block.range.len() * 9;
        if self.stack.is_caption()
            || only_time
            || (level.is_none() && !sentence && linked * 10 >= block.range.len() * 9)
        {
            block.kind = BlockKind::Furniture;
        } else if level.is_some() {
            block.kind = BlockKind::Heading;
        }
        self.blocks.push(PageBlock {
            block,
            level,
            article: self.stack.article(),
            main: self.stack.is_main(),
            aside: self.stack.is_aside(),
            beside: self.stack.is_beside(),
            classed: self.stack.is_classed(),
        });
    }
}

#[cfg(test)]
mod tests;
