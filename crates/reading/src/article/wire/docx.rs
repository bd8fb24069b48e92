//! Office Open XML documents (.docx).
//!
//! Their text is compressed, so no byte on disk is a letter of it. What is read and shown is the text that was taken
//! out: a line for each paragraph, with the insertions of tracked changes and without the deletions. Spans count
//! bytes of that text.
//!
//! Source: ECMA-376, part 1, sections 17.3 and 17.13.5.

use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;

use super::xml::{Id, Tree};
use crate::article::markup::{Page, cues::Cues};
use crate::article::markup::{date, furniture, one_line, plain};
use crate::article::{Block, BlockKind, Meta};
use crate::source::OffsetMap;

/// The parts of the archive that are read.
const DOCUMENT: &str = "word/document.xml";
const PROPERTIES: &str = "docProps/core.xml";

/// The most bytes that a part may have when unpacked: a small archive can hold any number of zeros.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What was taken out of a document.
#[derive(Debug)]
pub(crate) struct Extracted {
    /// A line for each paragraph.
    pub(crate) text: Arc<str>,
    /// The same with its blocks and what the document says of itself.
    pub(crate) page: Page,
}

/// Takes the text out of a document.
///
/// # Errors
/// Why that cannot be done, to be put behind the name of the file.
pub(crate) fn extract(bytes: &[u8]) -> Result<Extracted, String> {
    let broken = |reason: String| format!("is a broken archive: {reason}");
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| broken("its directory cannot be read; the file may be cut off".to_owned()))?;
    let document = match part(&mut archive, DOCUMENT) {
        Ok(Some(document)) => document,
        Ok(None) => return Err("is a ZIP archive or office document, not an article".to_owned()),
        Err(reason) => return Err(broken(reason)),
    };
    let tree = Tree::read(&document);
    if let Some(mistake) = &tree.broken {
        return Err(format!("holds a document that {}", mistake.message));
    }
    let body = tree.root().and_then(|root| tree.child(root, "body"));
    let body = body.ok_or_else(|| "holds a document without a body".to_owned())?;
    let mut reader = Reader { tree: &tree, text: String::new(), blocks: Vec::new(), title: false };
    reader.read(body);
    let properties = part(&mut archive, PROPERTIES).ok().flatten();
    Ok(extracted(reader, properties.as_deref().map(meta).unwrap_or_default()))
}

/// A document without a title style begins with its headline all the same, and its bylines and dates are lines.
fn extracted(reader: Reader<'_, '_>, mut meta: Meta) -> Extracted {
    let Reader { text, mut blocks, .. } = reader;
    let stamps = furniture::mark(&text, &mut blocks, Cues::builtin());
    plain::headings(&text, &mut blocks, true);
    let headline = blocks.iter().find(|block| block.kind == BlockKind::Headline);
    let headline = headline.and_then(|block| text.get(block.range.clone())).map(one_line);
    meta.title = headline.or(meta.title);
    meta.published = stamps.best().and_then(|(written, _)| written.day());
    let text: Arc<str> = text.into();
    let map = OffsetMap::identity();
    let page = Page { text: text.clone(), map, blocks, quoted: Vec::new(), meta, problems: Vec::new() };
    Extracted { text, page }
}

/// A part of the archive as text, if it is there.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(error.to_string()),
    };
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    match bytes.len() as u64 > MOST_BYTES {
        true => Err(format!("{name} is longer than {} MB", MOST_BYTES / 1024 / 1024)),
        false => Ok(Some(crate::article::encoding::xml_text(bytes))),
    }
}

/// What the document says of itself.
fn meta(properties: &str) -> Meta {
    let tree = Tree::read(properties);
    let root = tree.root();
    let line = |name: &str| root.and_then(|root| tree.child(root, name)).and_then(|id| tree.line(id));
    let day = |name: &str| line(name).and_then(|text| date::parse(&text)).and_then(date::Written::day);
    // When the file was made is not when the article appeared.
    Meta {
        title: line("title"),
        byline: line("creator"),
        updated: day("modified"),
        language: line("language"),
        ..Meta::default()
    }
}

/// Turns paragraphs into lines.
struct Reader<'t, 'a> {
    tree: &'t Tree<'a>,
    text: String,
    blocks: Vec<Block>,
    title: bool,
}

/// What is no text of its paragraph: what was deleted, codes of fields, second versions of pictures, marks of notes.
const LEFT_OUT: [&str; 7] =
    ["del", "moveFrom", "delText", "instrText", "Fallback", "footnoteReference", "pict"];

impl Reader<'_, '_> {
    fn read(&mut self, body: Id) {
        let tree = self.tree;
        let left_out = |id| LEFT_OUT.contains(&tree.local(id));
        tree.inside_but(body, left_out).filter(|id| tree.local(*id) == "p").for_each(|id| self.paragraph(id));
    }

    /// Reads a paragraph. What stands in a box inside it is a paragraph of its own.
    fn paragraph(&mut self, paragraph: Id) {
        let (tree, start) = (self.tree, self.text.len());
        let left_out = |id| tree.local(id) == "p" || LEFT_OUT.contains(&tree.local(id));
        for id in tree.inside_but(paragraph, left_out) {
            match tree.local(id) {
                "t" => self.text.push_str(&tree.text(id).text),
                "tab" | "ptab" => self.text.push('\t'),
                "br" | "cr" => self.text.push('\n'),
                "noBreakHyphen" => self.text.push('-'),
                _ => {}
            }
        }
        self.end(start, self.kind(paragraph));
    }

    /// Ends a paragraph: what stands in the text from `start` on.
    fn end(&mut self, start: usize, kind: BlockKind) {
        let range = plain::trim(&self.text, start..self.text.len());
        if self.text.get(range.clone()).is_some_and(|text| text.contains(char::is_alphanumeric)) {
            self.title |= kind == BlockKind::Headline;
            self.blocks.push(Block { kind, range });
        }
        if self.text.len() > start {
            self.text.push('\n');
        }
    }

    /// What a paragraph is by its style.
    fn kind(&self, paragraph: Id) -> BlockKind {
        let style =
            self.tree.path(paragraph, &["pPr", "pStyle"]).and_then(|id| self.tree.attribute(id, "w:val"));
        let style = style.unwrap_or_default().to_ascii_lowercase();
        match style.as_str() {
            "title" | "headline" if !self.title => BlockKind::Headline,
            "heading1" if !self.title && self.blocks.is_empty() => BlockKind::Headline,
            "caption" | "byline" | "header" | "footer" => BlockKind::Furniture,
            style if style.starts_with("heading") || matches!(style, "title" | "subtitle") => {
                BlockKind::Heading
            }
            _ => BlockKind::Paragraph,
        }
    }
}

#[cfg(test)]
mod tests;
