//! JSON Lines of articles: one object a line, with its text under one of the names that collections use.

use super::json::{Json, Object};
use super::{Broken, Item, Items, Part, Text, character, ninjs};
use crate::article::Meta;
use crate::article::markup::date;

/// What collections call the fields, the most specific name first.
const TEXT: [&str; 9] = [
    "text",
    "maintext",
    "body",
    "body_text",
    "content",
    "article",
    "article_text",
    "article_body",
    "articleBody",
];
const TITLE: [&str; 4] = ["title", "headline", "article_title", "name"];
const OUTLET: [&str; 8] =
    ["source", "outlet", "publisher", "publication", "site_name", "source_name", "source_domain", "domain"];
const PUBLISHED: [&str; 9] = [
    "published",
    "date_publish",
    "date_published",
    "datePublished",
    "publish_date",
    "publication_date",
    "pubDate",
    "date",
    "published_at",
];
const UPDATED: [&str; 5] = ["updated", "date_modify", "dateModified", "updated_at", "modified"];
const BYLINE: [&str; 4] = ["byline", "author", "authors", "by"];
const LANGUAGE: [&str; 2] = ["language", "lang"];
const ID: [&str; 4] = ["id", "uri", "url", "guid"];
const NOTE: [&str; 3] = ["correction", "ednote", "note"];

/// Reads a file.
pub(super) fn read(text: &str) -> Items {
    let mut items = Items { many: true, ..Items::default() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let found = Json::read(line.trim_end(), at).and_then(|value| {
            let object = value.object();
            object.and_then(|object| item(&object)).ok_or_else(|| Broken {
                message: "has a line that is no article".to_owned(),
                range: character(text, at),
                label: "no object with a text".to_owned(),
                help: Some("each line is an object with the article under “text”, “body” or “content”"),
            })
        });
        match found {
            Ok(found) => items.items.extend(found),
            // The other lines may be well; the first mistake is told.
            Err(broken) => items.broken = items.broken.or(Some(broken)),
        }
    }
    items
}

/// Does a line look like an article?
pub(crate) fn knows(line: &str) -> bool {
    let members = Json::read(line, 0).ok().and_then(Json::object);
    members.is_some_and(|members| TEXT.iter().any(|key| members.contains_key(*key))) || ninjs::knows(line)
}

/// Does the beginning of a line name a member that holds text?
pub(crate) fn names_text(head: &str) -> bool {
    TEXT.iter().any(|key| head.contains(&format!("\"{key}\""))) || ninjs::names_text(head)
}

/// The articles of a line: one, or those of a news item in ninjs.
fn item(object: &Object<'_>) -> Option<Vec<Item>> {
    let text =
        |names: &[&str]| names.iter().find_map(|name| object.get(*name)?.text()).filter(|t| !t.is_blank());
    let Some(body) = text(&TEXT) else {
        let known = ["body_xhtml", "body_html", "bodies"].iter().any(|key| object.contains_key(*key));
        return if known { ninjs::item(object).map(|item| vec![item]) } else { empty(object) };
    };
    let first = |names: &[&str]| names.iter().find_map(|name| words(*object.get(*name)?));
    let day = |names: &[&str]| first(names).and_then(|text| date::parse(&text)).and_then(date::Written::day);
    let headline = text(&TITLE);
    let meta = Meta {
        title: headline.as_ref().map(|title| title.text.clone()),
        outlet: first(&OUTLET),
        published: day(&PUBLISHED),
        updated: day(&UPDATED),
        byline: first(&BYLINE),
        language: first(&LANGUAGE),
        note: first(&NOTE),
    };
    let parts = headline.map(Part::Headline).into_iter().chain([marked_up(body)]).collect();
    Some(vec![Item { id: first(&ID), meta, parts, withdrawn: None }])
}

/// An article whose text is null or empty is one all the same: there is nothing to read in it.
fn empty(object: &Object<'_>) -> Option<Vec<Item>> {
    TEXT.iter().any(|name| object.contains_key(*name)).then(Vec::new)
}

/// A text that begins with a tag is HTML.
fn marked_up(body: Text) -> Part {
    let start = body.text.trim_start();
    let tag = start
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    if tag { Part::Html(body) } else { Part::Plain(body) }
}

/// A string, a number, the name of an object, or a list of those.
fn words(value: Json<'_>) -> Option<String> {
    let one = |value: Json<'_>| {
        value.line().or_else(|| value.object()?.get("name")?.line()).or_else(|| value.number())
    };
    let several = || {
        let names: Vec<String> = value.array()?.into_iter().filter_map(one).collect();
        Some(names.join(", ")).filter(|names| !names.is_empty())
    };
    one(value).or_else(several)
}

#[cfg(test)]
mod tests;
