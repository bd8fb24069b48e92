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
    /// In navigation, page header, sidebar or hidden.
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
        }
    }

    fn start_tag(&mut self, name: &[u8], attributes: &Attributes, empty: bool, range: Range<usize>) {
        let Some(element) = Element::named(name) else { return };
        let start = range.start;
        match element.role() {
            Role::Meta => self.candidates.meta(attributes, range),
            Role::Title if self.stack.is_empty() || !self.stack.is_skipped() => {
                self.capture = Some((Capture::Title, Vec::new()));
            }
            Role::Title => {}
            Role::Time => {
                let (at, article) = (self.builder.position(), self.stack.article());
                self.candidates.time(attributes, range, at, article);
            }
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
                self.end_block(start);
                self.stack.close_implied(element);
                let article = (role == Role::Article && self.stack.article().is_none()).then(|| {
                    self.articles += 1;
                    self.articles
                });
                self.stack.push(element, elements::is_furniture(role, attributes), article);
                if elements::is_hidden(attributes) {
                    self.stack.hide();
                }
            }
        }
    }

    fn end_tag(&mut self, name: &[u8], start: usize) {
        let Some(element) = Element::named(name) else { return };
        match element.role() {
            Role::Link => self.in_link = false,
            Role::Title => self.end_capture(),
            Role::Skip => {
                self.end_capture();
                self.stack.pop(element);
            }
            Role::Meta | Role::Time => {}
            _ => {
                self.end_block(start);
                self.stack.pop(element);
            }
        }
    }

    fn end_capture(&mut self) {
        if let Some((what, text)) = self.capture.take() {
            let text = String::from_utf8_lossy(&text);
            match what {
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
        if twice && !self.builder.is_blank() {
            self.end_block(range.start);
        } else {
            self.builder.push(b"\n", range);
        }
        self.broke_at = Some(self.builder.position());
    }

    /// Ends the block being built with all that is known of its place.
    fn end_block(&mut self, at: usize) {
        let linked = std::mem::take(&mut self.linked);
        self.broke_at = None;
        let Some(mut block) = self.builder.end_block(BlockKind::Paragraph, at) else { return };
        let level = self.stack.heading();
        let bytes = self.builder.since(block.range.start).get(..block.range.len()).unwrap_or_default();
        let sentence = plain::ends_sentence(&String::from_utf8_lossy(bytes));
        if self.stack.is_caption() || (level.is_none() && !sentence && linked * 10 >= block.range.len() * 9) {
            block.kind = BlockKind::Furniture;
        } else if level.is_some() {
            block.kind = BlockKind::Heading;
        }
        self.blocks.push(PageBlock {
            block,
            level,
            article: self.stack.article(),
            main: self.stack.is_main(),
            beside: self.stack.is_beside(),
            classed: self.stack.is_classed(),
        });
    }
}

#[cfg(test)]
mod tests;
