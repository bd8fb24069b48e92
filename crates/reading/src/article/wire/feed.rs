//! RSS 0.9 to 2.0 (with the modules for full text and Dublin Core) and Atom; each entry is an article.
//!
//! Sources: the RSS 2.0 specification, the RSS 1.0 modules, RFC 4287.

use jiff::civil::Date;

use super::xml::{Id, Tree};
use super::{Item, Items, Part, Text};
use crate::article::Meta;
use crate::article::markup::{date, one_line};

/// Reads a feed.
pub(super) fn read(tree: &Tree<'_>, root: Id) -> Items {
    let atom = tree.local(root) == "feed";
    let channel = if atom { Some(root) } else { tree.child(root, "channel") };
    let field =
        |name: &str| channel.and_then(|channel| child(tree, channel, name)).and_then(|id| tree.line(id));
    let outlet = field("title");
    let language =
        field("language").or_else(|| field("dc:language")).or_else(|| tree.attribute(root, "xml:lang"));
    // RSS 1.0 puts the items beside the channel.
    let entries =
        channel.into_iter().filter(|_| !atom).flat_map(|c| tree.children(c)).chain(tree.children(root));
    let entries = entries.filter(|id| tree.local(*id) == if atom { "entry" } else { "item" });
    let items = entries.map(|id| {
        let entry = Entry { tree, id };
        let found = if atom { entry.atom() } else { entry.rss() };
        let feed = Meta { outlet: outlet.clone(), language: language.clone(), ..Meta::default() };
        Item { meta: found.meta.or(feed), ..found }
    });
    Items { items: items.collect(), many: true, broken: None }
}

/// The first child of a name; elements of other vocabularies ("media:title") have prefixes.
fn child(tree: &Tree<'_>, id: Id, name: &str) -> Option<Id> {
    let plain = |child: &Id| {
        let found = tree.name(*child);
        found == name || found.strip_prefix("atom:") == Some(name)
    };
    tree.children(id).find(plain)
}

struct Entry<'t, 'a> {
    tree: &'t Tree<'a>,
    id: Id,
}

impl Entry<'_, '_> {
    fn child(&self, names: &[&str]) -> Option<Id> {
        names.iter().find_map(|name| child(self.tree, self.id, name))
    }

    fn line(&self, names: &[&str]) -> Option<String> {
        self.child(names).and_then(|id| self.tree.line(id))
    }

    fn day(&self, names: &[&str]) -> Option<Date> {
        date::parse(&self.line(names)?)?.day()
    }

    /// An item of RSS: the full text if it is there, else the description.
    fn rss(&self) -> Item {
        let text = |names: &[&str]| self.child(names).map(|id| self.tree.text(id)).filter(|t| !t.is_blank());
        let body = text(&["content:encoded"]).or_else(|| text(&["description"])).map(bared);
        let published = self.day(&["pubDate", "dc:date", "dcterms:issued", "dcterms:created"]);
        let meta = Meta {
            outlet: self.line(&["source", "dc:publisher"]),
            published,
            updated: self.day(&["dcterms:modified", "updated"]),
            byline: self.line(&["dc:creator", "author"]),
            language: self.line(&["dc:language"]),
            ..Meta::default()
        };
        self.item(text(&["title"]).map(unescaped), body.map(Part::Html), self.line(&["guid", "link"]), meta)
    }

    /// An entry of Atom.
    fn atom(&self) -> Item {
        let body = self.content("content").or_else(|| self.content("summary"));
        let title = self.child(&["title"]).map(|id| match self.tree.attribute(id, "type").as_deref() {
            Some("html") => unescaped(self.tree.text(id)),
            _ => self.tree.text(id),
        });
        let name = |way: &[&str]| self.tree.path(self.id, way).and_then(|id| self.tree.line(id));
        let updated = self.day(&["updated", "modified"]);
        let meta = Meta {
            outlet: name(&["source", "title"]),
            // An entry that is as it was first written may give this one date only.
            published: self.day(&["published", "issued"]).or(updated),
            updated,
            byline: name(&["author", "name"]),
            language: self.tree.attribute(self.id, "xml:lang"),
            ..Meta::default()
        };
        self.item(title.filter(|t| !t.is_blank()), body, self.line(&["id"]), meta)
    }

    /// A text construct: HTML in escapes, XHTML as elements, or plain text.
    fn content(&self, name: &str) -> Option<Part> {
        let id = self.child(&[name])?;
        let kind = self.tree.attribute(id, "type").unwrap_or_default();
        let part = match kind.as_str() {
            "xhtml" | "application/xhtml+xml" => Part::Html(self.tree.markup(id)),
            "html" | "text/html" => Part::Html(bared(self.tree.text(id))),
            _ => Part::Plain(self.tree.text(id)),
        };
        let (Part::Html(text) | Part::Plain(text)) = &part else { return None };
        (!text.is_blank()).then_some(part)
    }

    fn item(&self, title: Option<Text>, body: Option<Part>, id: Option<String>, meta: Meta) -> Item {
        let meta = Meta { title: title.as_ref().map(|title| one_line(&title.text)), ..meta };
        let parts = title.map(Part::Headline).into_iter().chain(body).collect();
        Item { id, meta, parts, withdrawn: None }
    }
}

/// HTML without what was escaped once too often: the marks of CDATA, or all of its tags.
fn bared(body: Text) -> Text {
    let mut body = body;
    for mark in ["<![CDATA[", "]]>"] {
        // As many blanks, so that all else stays where it is.
        while let Some(at) = body.text.find(mark) {
            body.text.replace_range(at..at + mark.len(), &" ".repeat(mark.len()));
        }
    }
    let tags = ["&lt;p", "&lt;br", "&lt;div", "&lt;/"].iter().any(|tag| body.text.contains(tag));
    if tags && !body.text.contains('<') { resolved(&body) } else { body }
}

/// A text with the references in it resolved.
fn resolved(text: &Text) -> Text {
    const KNOWN: [(&str, &str); 6] =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let mut plain = Text::default();
    let (mut from, mut at) = (0, 0);
    let given = |range: std::ops::Range<usize>| {
        (text.text.get(range.clone()).unwrap_or(""), text.map.to_disk(range).range())
    };
    while let Some(found) = text.text.get(at..).and_then(|rest| rest.find('&')) {
        at += found;
        let rest = text.text.get(at..).unwrap_or("");
        let Some((written, meant)) = KNOWN.iter().find(|(written, _)| rest.starts_with(written)) else {
            at += 1;
            continue;
        };
        let (before, place) = given(from..at);
        plain.push(before, place);
        plain.push(meant, given(at..at + written.len()).1);
        at += written.len();
        from = at;
    }
    let (last, place) = given(from..text.text.len());
    plain.push(last, place);
    plain
}

/// A headline whose references were escaped once more: "Smith &amp;amp; Sons".
fn unescaped(title: Text) -> Text {
    if !title.text.contains(['&', '<']) {
        return title;
    }
    let page = crate::article::markup::read_part(&title.text, crate::article::markup::Format::Html);
    let map = page.map.through(&title.map);
    match page.blocks.as_slice() {
        [only] => {
            let mut plain = Text::default();
            let text = page.text.get(only.range.clone()).unwrap_or("");
            let from = map.to_disk(only.range.clone());
            // A title is short: where it was escaped, it is marked as a whole.
            plain.push(text, from.range());
            plain
        }
        _ => title,
    }
}

#[cfg(test)]
mod tests;
