//! Newsroom and feed formats: files of articles whose headlines, dates and languages stand in fields.
//!
//! A format owns its decoding: it finds the articles ([`Item`]) and says which of their fields holds what, as pieces
//! of text with the way back to the file. Taking the markup off a piece is the same for all.

use std::ops::Range;
use std::sync::Arc;

use super::encoding::decode;
use super::markup::{self, Format, Page, one_line};
use super::{Block, BlockKind, Meta};
use crate::source::OffsetMap;

mod docx;
mod feed;
mod json;
mod lines;
mod newsml;
mod ninjs;
mod nitf;
mod xml;

pub(crate) use docx::{Extracted, extract};

/// A piece of decoded text and the way back to the file's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// Escapes and references resolved.
    pub text: String,
    /// From `text` to the file's text; never the identity, unless `text` is empty.
    pub map: OffsetMap,
}

impl Text {
    /// Appends text that stands for a range of the file.
    fn push(&mut self, text: &str, from: Range<usize>) {
        self.text.push_str(text);
        if !text.is_empty() {
            self.map.push(text.len(), from.start, from.len());
        }
    }

    /// A range of the file as it is.
    fn of(file: &str, range: Range<usize>) -> Text {
        let mut text = Text::default();
        text.push(file.get(range.clone()).unwrap_or(""), range);
        text
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A piece of an article, as one field of a format holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Headline(Text),
    /// Text without markup.
    Plain(Text),
    /// A fragment of HTML.
    Html(Text),
    /// Text whose blocks the format itself knows.
    Blocks(Text, Vec<Block>),
}

/// An article in a file of a newsroom or feed format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// What its publisher calls it.
    pub id: Option<String>,
    /// Headline, outlet, dates, language, corrections.
    pub meta: Meta,
    /// Its text, in the order in which it is read.
    pub parts: Vec<Part>,
    /// It was withdrawn by its publisher; how the file says so.
    pub withdrawn: Option<String>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Items {
    /// The articles, in the order of the file.
    pub items: Vec<Item>,
    /// May such a file hold many? Then its articles are numbered, however many there are.
    pub many: bool,
    /// Where and why reading ended early.
    pub broken: Option<Broken>,
}

impl Items {
    /// The article of a file that holds just one.
    pub fn only(self) -> Option<Item> {
        let Items { mut items, many: false, broken: None } = self else { return None };
        let item = items.pop()?;
        items.is_empty().then_some(item)
    }
}

/// Why a file of a format could not be read, or not to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong, to be put behind the name of the file.
    pub message: String,
    /// Where, in the file's text.
    pub range: Range<usize>,
    /// What to say there.
    pub label: String,
    /// What could be done.
    pub help: Option<&'static str>,
}

/// The character at a place of a text; nothing at its end.
fn character(text: &str, at: usize) -> Range<usize> {
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    at..at + length
}

/// How many articles of one file are read; no feed and no day's wire has as many.
const MOST_ITEMS: usize = 200_000;

/// Finds the articles of a file.
pub fn read(text: &str, format: Format) -> Items {
    let mut items = match format {
        Format::Xml => read_xml(text),
        Format::Json => ninjs::read(text),
        Format::JsonLines => lines::read(text),
        Format::Plain | Format::Markdown | Format::Html | Format::Docx => Items::default(),
    };
    items.items.truncate(MOST_ITEMS);
    items
}

fn read_xml(text: &str) -> Items {
    let tree = xml::Tree::read(text);
    let Some(root) = tree.root() else {
        let message = "has no XML element".to_owned();
        let none = Broken { message, range: character(text, 0), label: "no element".to_owned(), help: None };
        return Items { broken: tree.broken.clone().or(Some(none)), ..Items::default() };
    };
    let mut items = match tree.local(root) {
        "rss" | "RDF" | "feed" => feed::read(&tree, root),
        "nitf" => nitf::read(&tree, root),
        "newsItem" | "newsMessage" | "packageItem" => newsml::read(&tree, root),
        other => {
            let message = format!("is XML, but “{}” begins no format of articles", one_line(other));
            let (start, label) = (tree.range(root).start, "not known".to_owned());
            let range = start..start + 1 + tree.name(root).len();
            let help = Some("NITF, NewsML-G2, RSS and Atom are read");
            return Items { broken: Some(Broken { message, range, label, help }), ..Items::default() };
        }
    };
    items.broken = tree.broken.clone().or(items.broken);
    items
}

/// Do the first bytes of a file look like those of a format of articles?
pub(crate) fn looks_like_articles(name: &str, head: &[u8]) -> bool {
    let text = || decode(head.to_vec(), true).map(|decoded| decoded.text).unwrap_or_default();
    match Format::of(name, head) {
        Format::Html | Format::Docx => true,
        Format::Xml => {
            let text = text();
            let tree = xml::Tree::read(&text);
            let known = ["rss", "RDF", "feed", "nitf", "newsItem", "newsMessage"];
            tree.root().is_some_and(|root| known.contains(&tree.local(root)))
        }
        // The whole may be longer than its head: what counts is then whether a member that holds text is named.
        Format::JsonLines => {
            let text = text();
            let first = text.split_inclusive('\n').find(|line| !line.trim().is_empty());
            first.is_some_and(|line| lines::knows(line) || !line.ends_with('\n') && lines::names_text(line))
        }
        Format::Json => ninjs::names_text(&text()),
        Format::Plain | Format::Markdown => false,
    }
}

impl Item {
    /// Takes the markup off its parts.
    pub fn page(self) -> Page {
        let Item { meta, parts, .. } = self;
        let mut whole = Whole { title: meta.title.clone().map(|title| one_line(&title)), ..Whole::default() };
        for part in parts {
            match part {
                Part::Headline(text) => whole.add(&text, headline(&text.text)),
                Part::Blocks(text, blocks) => whole.add(&text, Page { blocks, ..bare(&text.text) }),
                Part::Plain(text) => whole.add(&text, markup::read_part(&text.text, Format::Plain)),
                Part::Html(text) => whole.add(&text, markup::read_part(&text.text, Format::Html)),
            }
        }
        let Whole { text, map, blocks, quoted, meta: found, .. } = whole;
        let meta = meta.or(Meta { title: None, ..found });
        Page { text: text.into(), map, blocks, quoted, meta, problems: Vec::new() }
    }
}

/// A text without blocks.
fn bare(text: &str) -> Page {
    let (map, blocks, meta, problems) = (OffsetMap::identity(), Vec::new(), Meta::default(), Vec::new());
    Page { text: Arc::from(text), map, blocks, quoted: Vec::new(), meta, problems }
}

fn headline(text: &str) -> Page {
    let range = markup::plain::trim(text, 0..text.len());
    let words = text.get(range.clone()).is_some_and(|line| line.contains(char::is_alphanumeric));
    let blocks = words.then_some(Block { kind: BlockKind::Headline, range });
    Page { blocks: Vec::from_iter(blocks), ..bare(text) }
}

/// A page put together from those of the parts.
#[derive(Default)]
struct Whole {
    text: String,
    map: OffsetMap,
    blocks: Vec<Block>,
    quoted: Vec<usize>,
    meta: Meta,
    title: Option<String>,
}

impl Whole {
    /// Appends a page whose given text is that of `part`.
    fn add(&mut self, part: &Text, page: Page) {
        let start = self.text.len();
        let map = page.map.through(&part.map);
        self.text.push_str(&page.text);
        self.map.append(page.text.len(), &map);
        // The next part begins on a line of its own.
        let end = map.to_disk(page.text.len()..page.text.len()).start as usize;
        self.text.push('\n');
        self.map.push(1, end, 0);
        let known = !self.blocks.is_empty();
        self.quoted.extend(page.quoted.iter().map(|at| start + at));
        for block in page.blocks {
            let line = page.text.get(block.range.clone()).map(one_line);
            let kind = match block.kind {
                // The headline has a field of its own; the text may repeat it.
                BlockKind::Headline | BlockKind::Heading if known && line == self.title => {
                    BlockKind::Furniture
                }
                BlockKind::Headline if known => BlockKind::Heading,
                kind => kind,
            };
            let range = start + block.range.start..start + block.range.end;
            self.blocks.push(Block { kind, range });
        }
        self.meta = std::mem::take(&mut self.meta).or(page.meta);
    }
}

#[cfg(test)]
mod tests;
