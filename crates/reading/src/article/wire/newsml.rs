//! NewsML-G2 of the IPTC: news items by themselves or in a news message, with NITF, XHTML or plain text inside.
//!
//! Source: the specification of version 2.34, <https://iptc.org/std/NewsML-G2/>.

use jiff::civil::Date;

use super::xml::{Id, Tree};
use super::{Broken, Item, Items, Part, nitf};
use crate::article::Meta;
use crate::article::markup::{date, one_line};

/// Reads a document.
pub(super) fn read(tree: &Tree<'_>, root: Id) -> Items {
    let message = tree.local(root) == "newsMessage";
    let news = |id: &Id| tree.local(*id) == "newsItem";
    let found = std::iter::once(root).chain(tree.inside(root)).filter(news);
    let items: Vec<Item> = found.filter_map(|id| item(tree, id)).collect();
    let none = items.is_empty().then(|| Broken {
        message: "holds no news item with text".to_owned(),
        range: tree.range(root).start..tree.range(root).start + 1,
        label: "only references to contents elsewhere".to_owned(),
        help: Some("the text stands in “inlineXML” or “inlineData”"),
    });
    Items { items, many: message, broken: none }
}

/// The article of a news item, if it has text.
fn item(tree: &Tree<'_>, root: Id) -> Option<Item> {
    let contents = tree.child(root, "contentSet")?;
    let about = Fields { tree, item: tree.child(root, "itemMeta"), content: tree.child(root, "contentMeta") };
    let found = tree.children(contents).find_map(|id| content(tree, id))?;
    let headline = about.content("headline").map(|id| tree.text(id)).filter(|text| !text.is_blank());
    let version = about.item("versionCreated").and_then(|id| day(tree, id));
    let first =
        about.item("firstCreated").or_else(|| about.content("contentCreated")).and_then(|id| day(tree, id));
    let language = about.content("language").and_then(|id| tree.attribute(id, "tag"));
    let inside = tree.children(contents).find_map(|id| tree.attribute(id, "xml:lang"));
    let line = |id: Option<Id>| id.and_then(|id| tree.line(id));
    let title = headline.as_ref().map(|title| one_line(&title.text));
    let meta = Meta {
        title: title.clone().or_else(|| line(about.item("title"))),
        outlet: about.outlet(),
        published: first.or(version),
        updated: version,
        byline: line(about.content("by")),
        language: language.or(inside).or_else(|| tree.attribute(root, "xml:lang")),
        note: line(about.item("edNote")),
    };
    let status = about.item("pubStatus").and_then(|id| tree.attribute(id, "qcode"));
    let status = status.map(|code| code.rsplit(':').next().unwrap_or_default().to_owned());
    let headline = headline.map(Part::Headline);
    // The headline of the text counts for more than that of the item.
    let has_headline = matches!(found.parts.first(), Some(Part::Headline(_)));
    let parts = headline.into_iter().filter(|_| !has_headline).chain(found.parts).collect();
    let meta = if has_headline { Meta { title: found.meta.title.clone(), ..meta } } else { meta };
    Some(Item {
        id: tree.attribute(root, "guid"),
        meta: meta.or(found.meta),
        parts,
        withdrawn: status.filter(|status| !status.is_empty() && status != "usable"),
    })
}

/// The text of one of the alternatives of a content set.
fn content(tree: &Tree<'_>, id: Id) -> Option<Item> {
    let kind = tree.attribute(id, "contenttype").unwrap_or_default();
    match tree.local(id) {
        "inlineXML" => {
            let inner = tree.children(id).find(|child| !tree.name(*child).is_empty())?;
            match tree.local(inner) {
                "nitf" => Some(nitf::item(tree, inner)),
                _ => of_part(Part::Html(tree.markup(id))),
            }
        }
        "inlineData" if kind.contains("html") => of_part(Part::Html(tree.text(id))),
        "inlineData" if kind.is_empty() || kind.starts_with("text/") => of_part(Part::Plain(tree.text(id))),
        _ => None,
    }
}

fn of_part(part: Part) -> Option<Item> {
    let (Part::Html(text) | Part::Plain(text) | Part::Headline(text) | Part::Blocks(text, _)) = &part;
    let words = !text.is_blank();
    words.then(|| Item { parts: vec![part], ..Item::default() })
}

fn day(tree: &Tree<'_>, id: Id) -> Option<Date> {
    date::parse(&tree.line(id)?)?.day()
}

/// The fields of a news item.
struct Fields<'t, 'a> {
    tree: &'t Tree<'a>,
    item: Option<Id>,
    content: Option<Id>,
}

impl Fields<'_, '_> {
    fn item(&self, name: &str) -> Option<Id> {
        self.tree.child(self.item?, name)
    }

    fn content(&self, name: &str) -> Option<Id> {
        self.tree.child(self.content?, name)
    }

    /// Who publishes: the credit line, the source of the information, the provider.
    fn outlet(&self) -> Option<String> {
        let named = |id: Id| {
            let name = self.tree.child(id, "name").and_then(|name| self.tree.line(name));
            name.or_else(|| self.tree.attribute(id, "literal"))
        };
        let credit = self.content("creditline").and_then(|id| self.tree.line(id));
        let source = || self.content("infoSource").and_then(named);
        credit.or_else(source).or_else(|| self.item("provider").and_then(named))
    }
}

#[cfg(test)]
mod tests;
