//! ninjs, "News in JSON", of the IPTC: version 1 (`headline`, `body_xhtml`, `body_text`), version 2 and later
//! (`headlines`, `bodies`), single items, lists of them, and packages that hold their items.
//!
//! Source: the schemas of versions 1.0 to 3.3, <https://iptc.org/std/ninjs/>.

use super::json::{Json, Object};
use super::{Broken, Item, Items, Part, Text};
use crate::article::Meta;
use crate::article::markup::date;

/// How deep packages may lie in each other.
const DEPTH: usize = 8;

/// The members that say that an object is a news item with text, or a package of such.
const KNOWN: [&str; 8] =
    ["headline", "headlines", "bodies", "body_text", "body_xhtml", "body_html", "associations", "items"];

/// Reads a file.
pub(super) fn read(text: &str) -> Items {
    let value = match Json::read(text, 0) {
        Ok(value) => value,
        Err(broken) => return Items { broken: Some(broken), ..Items::default() },
    };
    let mut items = Items { many: value.array().is_some(), ..Items::default() };
    collect(value, DEPTH, &mut items);
    if items.items.is_empty() {
        items.broken = Some(Broken {
            message: "is JSON, but holds no news item with text".to_owned(),
            range: 0..0,
            label: "none of the members of ninjs that hold text".to_owned(),
            help: Some("ninjs is read: “body_text”, “body_xhtml” or “bodies” hold the text"),
        });
    }
    items
}

/// Does an object look like a news item?
pub(crate) fn knows(object: &str) -> bool {
    let members = Json::read(object, 0).ok().and_then(Json::object);
    members.is_some_and(|members| KNOWN.iter().any(|key| members.contains_key(*key)))
}

/// Does the beginning of a file name members of a news item?
pub(crate) fn names_text(head: &str) -> bool {
    let named = |key: &&str| head.contains(&format!("\"{key}\""));
    ["bodies", "body_text", "body_xhtml", "body_html"].iter().any(named)
        && ["uri", "versioncreated"].iter().any(named)
}

/// Adds the items of a value: an item, a list, or a package with the items that it holds.
fn collect(value: Json<'_>, depth: usize, items: &mut Items) {
    let Some(depth) = depth.checked_sub(1) else { return };
    if let Some(list) = value.array() {
        return list.into_iter().for_each(|value| collect(value, depth, items));
    }
    let Some(object) = value.object() else { return };
    items.items.extend(item(&object));
    for key in ["items", "item", "associations"] {
        let Some(held) = object.get(key) else { continue };
        items.many |= key != "associations";
        // Version 1 names the associated items, version 2 lists them.
        let named = held.object().filter(|_| key == "associations");
        match named {
            Some(named) => named.into_values().for_each(|value| collect(value, depth, items)),
            None => collect(*held, depth, items),
        }
    }
    items.many |= items.items.len() > 1;
}

/// The item that an object is, if it has text of its own.
pub(super) fn item(object: &Object<'_>) -> Option<Item> {
    // A picture has a headline and a caption, but tells nothing that its report does not.
    let kind = object.get("type").and_then(|kind| kind.line());
    if kind.is_some_and(|kind| matches!(kind.as_str(), "picture" | "audio" | "video" | "graphic" | "event")) {
        return None;
    }
    let body = body(object)?;
    let headline = headline(object);
    let line = |key: &str| object.get(key).and_then(|value| value.line());
    let day = |key: &str| line(key).and_then(|text| date::parse(&text)).and_then(date::Written::day);
    let version = day("versioncreated");
    let first = day("firstcreated").or_else(|| day("contentcreated"));
    let meta = Meta {
        title: headline.as_ref().map(|title| title.text.clone()),
        outlet: outlet(object),
        published: first.or(version),
        updated: version,
        byline: line("byline").or_else(|| line("by")),
        language: line("language"),
        note: line("ednote"),
    };
    let withdrawn = line("pubstatus").filter(|status| status != "usable");
    let parts = headline.map(Part::Headline).into_iter().chain([body]).collect();
    Some(Item { id: line("uri"), meta, parts, withdrawn })
}

/// The text of an item, as HTML if there is a choice.
fn body(object: &Object<'_>) -> Option<Part> {
    let filled = |text: &Text| !text.is_blank();
    let named = |key: &str| object.get(key).and_then(|value| value.text()).filter(filled);
    let html = named("body_xhtml").or_else(|| named("body_html")).map(Part::Html);
    if let Some(part) = html.or_else(|| named("body_text").map(Part::Plain)) {
        return Some(part);
    }
    let mut bodies = object.get("bodies")?.array()?.into_iter().filter_map(|body| body.object());
    let mut plain = None;
    let html = bodies.find_map(|body| {
        let text = body.get("value")?.text().filter(filled)?;
        let kind = body.get("contenttype").and_then(|kind| kind.line()).unwrap_or_default();
        match kind.contains("html") || kind.is_empty() && text.text.trim_start().starts_with('<') {
            true => Some(Part::Html(text)),
            false => {
                plain.get_or_insert(Part::Plain(text));
                None
            }
        }
    });
    html.or(plain)
}

/// The main headline.
fn headline(object: &Object<'_>) -> Option<Text> {
    if let Some(text) = object.get("headline").or_else(|| object.get("title")).and_then(|value| value.text())
    {
        return Some(text).filter(|text| !text.is_blank());
    }
    let list = object.get("headlines").or_else(|| object.get("headline"))?.array()?;
    let list: Vec<Object<'_>> = list.into_iter().filter_map(|headline| headline.object()).collect();
    let role = |headline: &&Object<'_>| {
        let role = headline.get("role").or_else(|| headline.get("name"));
        role.and_then(|role| role.line()).is_some_and(|role| role == "main")
    };
    list.iter().find(role).or(list.first())?.get("value")?.text().filter(|text| !text.is_blank())
}

/// Who publishes: the source of the information, the provider, the holder of the rights.
fn outlet(object: &Object<'_>) -> Option<String> {
    ["infosource", "infosources", "provider", "publisher", "source", "copyrightholder"].iter().find_map(
        |key| {
            let value = *object.get(*key)?;
            let first = value.array().and_then(|list| list.into_iter().next()).unwrap_or(value);
            first.line().or_else(|| first.object()?.get("name")?.line())
        },
    )
}

#[cfg(test)]
mod tests;
