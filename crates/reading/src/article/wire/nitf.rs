//! NITF, the News Industry Text Format of the IPTC.
//!
//! Source: the DTD and the schema of version 3.6, <https://iptc.org/std/NITF/>.

use std::ops::Range;

use super::xml::{Id, Tree};
use super::{Item, Items, Part, Text};
use crate::article::markup::{date, one_line, plain};
use crate::article::{Block, BlockKind, Meta};

/// Reads a document.
pub(super) fn read(tree: &Tree<'_>, root: Id) -> Items {
    Items { items: vec![item(tree, root)], ..Items::default() }
}

/// The article of an `nitf` element, in a file of its own or inside another format.
pub(super) fn item(tree: &Tree<'_>, root: Id) -> Item {
    let path = |way: &[&str]| tree.path(root, way);
    let data = path(&["head", "docdata"]);
    let attribute = |name: &str, attribute: &str| {
        let named = data.into_iter().flat_map(|data| tree.children(data)).find(|id| tree.local(*id) == name);
        named.and_then(|id| tree.attribute(id, attribute))
    };
    let day =
        |name: &str| attribute(name, "norm").and_then(|norm| date::parse(&norm)).and_then(date::Written::day);
    let head = path(&["body", "body.head"]);
    let line = |way: &[&str]| head.and_then(|head| tree.path(head, way)).and_then(|id| tree.line(id));
    let published = path(&["head", "pubdata"]);
    let printed = published.and_then(|id| tree.attribute(id, "date.publication"));
    let printed = printed.and_then(|text| date::parse(&text)).and_then(date::Written::day);
    let title = head.and_then(|head| tree.path(head, &["hedline", "hl1"])).map(|id| tree.text(id));
    let title = title.filter(|title| !title.is_blank());
    let in_head = || path(&["head", "title"]).and_then(|id| tree.line(id));
    let correction = data.and_then(|data| tree.child(data, "correction"));
    let correction = correction.and_then(|id| tree.attribute(id, "info"));
    let meta = Meta {
        title: title.as_ref().map(|title| one_line(&title.text)).or_else(in_head),
        outlet: attribute("doc.copyright", "holder")
            .or_else(|| published.and_then(|id| tree.attribute(id, "name")))
            .or_else(|| line(&["distributor"])),
        published: day("date.issue").or(printed).or_else(|| day("date.release")),
        updated: None,
        byline: line(&["byline", "person"]).or_else(|| line(&["byline"])),
        language: path(&["body"])
            .and_then(|id| tree.attribute(id, "xml:lang"))
            .or_else(|| tree.attribute(root, "xml:lang")),
        note: correction.or_else(|| attribute("ed-msg", "info")),
    };
    let mut parts: Vec<Part> = title.map(Part::Headline).into_iter().collect();
    let bodies = path(&["body"]).into_iter().flat_map(|body| tree.children(body));
    for body in bodies.filter(|id| matches!(tree.local(*id), "body.head" | "body.content" | "body.end")) {
        let (text, blocks) = blocks(tree, body);
        parts.push(Part::Blocks(text, blocks));
    }
    Item { id: attribute("doc-id", "id-string"), meta, parts, withdrawn: None }
}

/// What an element means for the text in it, if it is not simply part of its line.
fn kind(local: &str) -> Option<Option<BlockKind>> {
    Some(Some(match local {
        "hl2" => BlockKind::Heading,
        "p" | "hedline" | "bq" | "block" | "pre" | "li" | "dt" | "dd" | "tr" | "td" | "th" | "note"
        | "fn" | "abstract" | "table" | "ul" | "ol" | "dl" | "body.head" | "body.content" | "body.end"
        | "datasource" => BlockKind::Paragraph,
        "byline" | "dateline" | "distributor" | "series" | "credit" | "media-caption" | "media-producer"
        | "caption" | "tagline" | "bibliography" | "rights" => BlockKind::Furniture,
        "media" | "media-metadata" | "media-reference" | "media-object" | "custom-table" | "hl1" => {
            return Some(None);
        }
        _ => return None,
    }))
}

/// The blocks of a part of the body.
fn blocks(tree: &Tree<'_>, body: Id) -> (Text, Vec<Block>) {
    let mut reader = Reader { text: Text::default(), blocks: Vec::new(), start: 0 };
    // The elements around the place where the reading stands.
    let mut open: Vec<(Id, Option<BlockKind>)> = vec![(body, Some(BlockKind::Paragraph))];
    for id in tree.inside(body) {
        while let Some((last, kind)) = open.last().copied().filter(|(last, _)| !tree.holds(*last, id)) {
            reader.end(kind, tree.range(last).end);
            open.pop();
        }
        let outer = open.last().and_then(|(_, kind)| *kind);
        if let Some((said, range)) = tree.said(id) {
            if outer.is_some() {
                reader.text.push(said, range);
            }
        } else if let Some(kind) = kind(tree.local(id)) {
            reader.end(outer, tree.range(id).start);
            // What stands in a caption is one whatever it is called; what is left out is so with all in it.
            let kind = match outer {
                None if tree.local(id) != "media-caption" => None,
                Some(BlockKind::Furniture) => Some(BlockKind::Furniture),
                _ => kind,
            };
            open.push((id, kind));
        } else if tree.local(id) == "br" && outer.is_some() {
            reader.text.push("\n", tree.range(id));
        }
    }
    for (id, kind) in open.into_iter().rev() {
        reader.end(kind, tree.range(id).end);
    }
    (reader.text, reader.blocks)
}

struct Reader {
    text: Text,
    blocks: Vec<Block>,
    /// Where the block being built begins.
    start: usize,
}

impl Reader {
    /// Ends the block being built; the next begins on a line of its own.
    fn end(&mut self, kind: Option<BlockKind>, at: usize) {
        let range: Range<usize> = plain::trim(&self.text.text, self.start..self.text.text.len());
        let words =
            self.text.text.get(range.clone()).is_some_and(|text| text.contains(char::is_alphanumeric));
        if let Some(kind) = kind.filter(|_| words) {
            self.blocks.push(Block { kind, range });
        }
        if self.text.text.len() > self.start {
            self.text.push("\n", at..at);
        }
        self.start = self.text.text.len();
    }
}

#[cfg(test)]
mod tests;
