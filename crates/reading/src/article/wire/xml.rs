//! XML documents as a flat tree: elements and pieces of text in the order of the file, each with its place.
//!
//! quick-xml reads the events. The tree is a list in which an element's descendants follow it, so that no depth of
//! nesting exhausts the stack.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Broken, Text, character};
use crate::article::markup::one_line;

/// A document, as far as it is well formed.
pub(super) struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node<'a>>,
    /// Where and why reading ended early.
    pub(super) broken: Option<Broken>,
}

/// An element or a piece of text, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id(usize);

#[derive(Debug)]
struct Node<'a> {
    kind: Kind<'a>,
    /// From the first byte of the start tag to the last of the end tag.
    range: Range<usize>,
    /// One past the last descendant, as a number.
    end: usize,
}

#[derive(Debug)]
enum Kind<'a> {
    /// What stands between "<" and ">", how much of that is the name, and where the content stands.
    Element { tag: &'a str, name: usize, inner: Range<usize> },
    /// Text as it is; of CDATA, what is in it.
    Text(Range<usize>),
    /// A reference, resolved.
    Reference(Cow<'a, str>),
}

/// The entities of XML, and the blank that feeds use without declaring it.
const ENTITIES: [(&str, &str); 6] =
    [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{a0}")];

impl<'a> Tree<'a> {
    /// Reads a document up to its end or its first mistake. What is open there is closed.
    pub(super) fn read(text: &'a str) -> Tree<'a> {
        // The reader passes over a mark of byte order and does not count it: the decoder leaves one, of a part of an archive.
        let document = text.trim_start_matches('\u{feff}');
        let mark = text.len() - document.len();
        let mut reader = Reader::from_str(document);
        reader.config_mut().allow_dangling_amp = true;
        let mut tree = Tree { text, nodes: Vec::new(), broken: None };
        let mut open: Vec<usize> = Vec::new();
        loop {
            let start = mark + reader.buffer_position() as usize;
            let event = reader.read_event();
            let range = start..(mark + reader.buffer_position() as usize).min(text.len());
            match event {
                Ok(Event::Eof) => break,
                Ok(event) => tree.event(&event, range, &mut open),
                Err(error) => {
                    let at = mark + reader.error_position() as usize;
                    tree.broken = Some(broken(text, at, &error.to_string()));
                    break;
                }
            }
        }
        if let (Some(last), None) = (open.last(), &tree.broken) {
            let name = tree.local(Id(*last)).to_owned();
            tree.broken = Some(broken(text, text.len(), &format!("“{}” is not closed", one_line(&name))));
        }
        for number in open {
            tree.close(number, text.len()..text.len());
        }
        tree
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>, open: &mut Vec<usize>) {
        let inside = |start: usize, end: usize| range.start + start..range.end.saturating_sub(end);
        match event {
            Event::Start(tag) => {
                open.push(self.nodes.len());
                self.element(tag, inside(1, 1), range);
            }
            Event::Empty(tag) => self.element(tag, inside(1, 2), range),
            Event::End(_) => {
                if let Some(number) = open.pop() {
                    self.close(number, range);
                }
            }
            Event::Text(_) => self.leaf(Kind::Text(range.clone()), range),
            Event::CData(_) => self.leaf(Kind::Text(inside("<![CDATA[".len(), "]]>".len())), range),
            Event::GeneralRef(name) => {
                let written = self.text.get(range.clone()).unwrap_or("");
                let known = |name: &str| ENTITIES.iter().find(|(n, _)| *n == name).map(|(_, c)| *c);
                let inner = written.trim_start_matches('&').trim_end_matches(';');
                let resolved = match (name.resolve_char_ref(), known(inner)) {
                    (Ok(Some(char)), _) => Cow::Owned(char.to_string()),
                    (_, Some(char)) => Cow::Borrowed(char),
                    _ => Cow::Borrowed(written),
                };
                self.leaf(Kind::Reference(resolved), range);
            }
            _ => {}
        }
    }

    fn element(&mut self, tag: &BytesStart<'_>, inside: Range<usize>, range: Range<usize>) {
        let inner = range.end..range.end;
        let kind = Kind::Element {
            tag: self.text.get(inside).unwrap_or(""),
            name: tag.name().as_ref().len(),
            inner,
        };
        self.leaf(kind, range);
    }

    fn leaf(&mut self, kind: Kind<'a>, range: Range<usize>) {
        let end = self.nodes.len() + 1;
        self.nodes.push(Node { kind, range, end });
    }

    /// Ends an element with an end tag.
    fn close(&mut self, number: usize, tag: Range<usize>) {
        let end = self.nodes.len();
        let Some(node) = self.nodes.get_mut(number) else { return };
        node.end = end;
        node.range.end = tag.end;
        if let Kind::Element { inner, .. } = &mut node.kind {
            inner.end = tag.start;
        }
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Option<Id> {
        (0..self.nodes.len()).map(Id).find(|id| !self.name(*id).is_empty())
    }

    fn node(&self, id: Id) -> Option<&Node<'a>> {
        self.nodes.get(id.0)
    }

    /// The name of an element with its prefix ("dc:date"); nothing for text.
    pub(super) fn name(&self, id: Id) -> &'a str {
        match self.node(id).map(|node| &node.kind) {
            Some(Kind::Element { tag, name, .. }) => tag.get(..*name).unwrap_or(""),
            _ => "",
        }
    }

    /// The name without its prefix.
    pub(super) fn local(&self, id: Id) -> &'a str {
        let name = self.name(id);
        name.split_once(':').map_or(name, |(_, local)| local)
    }

    /// From the start tag to the end tag.
    pub(super) fn range(&self, id: Id) -> Range<usize> {
        self.node(id).map_or(0..0, |node| node.range.clone())
    }

    /// An attribute's value, references resolved.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<String> {
        let Kind::Element { tag, name: length, .. } = &self.node(id)?.kind else { return None };
        let start = BytesStart::from_content(*tag, *length);
        let mut attributes = start.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| a.key.as_ref() == name.as_bytes())?;
        let value = found.unescape_value().ok()?;
        Some(one_line(&value)).filter(|value| !value.is_empty())
    }

    /// The elements and pieces of text right inside an element.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let end = self.node(id).map_or(0, |node| node.end);
        let next = move |at: usize| (at < end).then_some(Id(at));
        std::iter::successors(next(id.0 + 1), move |child| {
            next(self.node(*child).map_or(end, |node| node.end.max(child.0 + 1)))
        })
    }

    /// Everything inside an element, in the order of the file.
    pub(super) fn inside(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let end = self.node(id).map_or(0, |node| node.end);
        (id.0 + 1..end).map(Id)
    }

    /// The same without some elements and what is in them. Those are given themselves.
    pub(super) fn inside_but(&self, id: Id, without: impl Fn(Id) -> bool) -> impl Iterator<Item = Id> {
        let end = self.node(id).map_or(0, |node| node.end);
        let next = move |at: usize| (at < end).then_some(Id(at));
        std::iter::successors(next(id.0 + 1), move |last| {
            let inner = self.node(*last).filter(|_| without(*last));
            next(inner.map_or(last.0 + 1, |node| node.end.max(last.0 + 1)))
        })
    }

    /// Does an element hold another node?
    pub(super) fn holds(&self, id: Id, other: Id) -> bool {
        id < other && self.node(id).is_some_and(|node| other.0 < node.end)
    }

    /// The first child of a name without prefix.
    pub(super) fn child(&self, id: Id, local: &str) -> Option<Id> {
        self.children(id).find(|child| self.local(*child) == local)
    }

    /// The first child along a way of names without prefixes.
    pub(super) fn path(&self, id: Id, way: &[&str]) -> Option<Id> {
        way.iter().try_fold(id, |id, local| self.child(id, local))
    }

    /// The text of a node that is text: what it says, and where it stands.
    pub(super) fn said(&self, id: Id) -> Option<(&str, Range<usize>)> {
        let node = self.node(id)?;
        match &node.kind {
            Kind::Text(range) => Some((self.text.get(range.clone())?, range.clone())),
            Kind::Reference(said) => Some((said, node.range.clone())),
            Kind::Element { .. } => None,
        }
    }

    /// All text in an element, with the way back.
    pub(super) fn text(&self, id: Id) -> Text {
        let mut text = Text::default();
        for (said, range) in self.inside(id).filter_map(|node| self.said(node)) {
            text.push(said, range);
        }
        text
    }

    /// The text of an element on one line, if it has words.
    pub(super) fn line(&self, id: Id) -> Option<String> {
        Some(one_line(&self.text(id).text)).filter(|line| !line.is_empty())
    }

    /// What stands between the tags of an element, markup and all.
    pub(super) fn markup(&self, id: Id) -> Text {
        match self.node(id).map(|node| &node.kind) {
            Some(Kind::Element { inner, .. }) => Text::of(self.text, inner.clone()),
            _ => Text::default(),
        }
    }
}

/// What quick-xml says of a text.
fn broken(text: &str, at: usize, reason: &str) -> Broken {
    let at = text.floor_char_boundary(at.min(text.len()));
    let reason = one_line(reason);
    let reason = reason.strip_prefix("ill-formed document: ").unwrap_or(&reason);
    let reason = reason.strip_prefix("syntax error: ").unwrap_or(reason);
    Broken {
        message: format!("is broken XML: {}", reason.replace('`', "")),
        range: character(text, at),
        label: "read up to here".to_owned(),
        help: None,
    }
}

#[cfg(test)]
mod tests;
