//! What a page says of itself, from the most to the least trustworthy place.

use std::ops::Range;

use jiff::civil::Date;
use serde_json::Value;

use super::Attributes;
use crate::article::Meta;
use crate::article::markup::date::{self, Written};
use crate::article::markup::one_line;

/// How deep JSON-LD is searched for the article.
const DEPTH: usize = 8;

/// Everything found; [`Candidates::choose`] decides.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    json_ld: Meta,
    /// From `<meta>`; for each field the first that says something.
    meta: Meta,
    title_element: Option<String>,
    times: Vec<Time>,
    /// The first date of publication that can be read in two ways.
    ambiguous: Option<Ambiguous>,
}

/// A date that can be read in two ways, and the tag that gives it: bytes in the page's text.
pub(super) type Ambiguous = (Written, Range<usize>);

/// A `<time>` element.
#[derive(Debug)]
struct Time {
    day: Written,
    /// The tag: bytes in the page's text.
    tag: Range<usize>,
    /// It says that it is the date of publication.
    explicit: bool,
    /// Where in the text it stands.
    at: usize,
    article: Option<usize>,
}

impl Candidates {
    /// `<meta property=... content=...>` at `tag`. Names in use: Open Graph, Dublin Core, schema.org, Parse.ly, Sailthru.
    pub(super) fn meta(&mut self, attributes: &Attributes, tag: Range<usize>) {
        let name = ["property", "name", "itemprop"].into_iter().find_map(|a| attributes.get(a));
        let (Some(name), Some(content)) = (name, attributes.get("content")) else { return };
        let content = Some(one_line(content)).filter(|c| !c.is_empty());
        let found = match name.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" | "headline" | "dc.title" | "dcterms.title" | "parsely-title" => {
                Meta { title: content, ..Meta::default() }
            }
            "og:site_name" | "dc.publisher" | "dcterms.publisher" | "publisher" | "source"
            | "application-name" => Meta { outlet: content, ..Meta::default() },
            "article:published_time"
            | "article:published"
            | "og:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "publish_date"
            | "published"
            | "publication_date"
            | "publication-date"
            | "parsely-pub-date"
            | "sailthru.date"
            | "dc.date"
            | "dc.date.issued"
            | "dc.date.created"
            | "dcterms.date"
            | "dcterms.issued"
            | "dcterms.created" => {
                let written = content.and_then(|c| date::parse(&c));
                if let Some(either @ Written::Either(..)) = written {
                    self.ambiguous.get_or_insert((either, tag));
                }
                Meta { published: written.and_then(Written::day), ..Meta::default() }
            }
            _ => return,
        };
        self.meta = std::mem::take(&mut self.meta).or(found);
    }

    /// `<time datetime=...>` at `tag`, after `at` bytes of text.
    pub(super) fn time(
        &mut self,
        attributes: &Attributes,
        tag: Range<usize>,
        at: usize,
        article: Option<usize>,
    ) {
        let Some(day) = attributes.get("datetime").and_then(date::parse) else { return };
        let explicit = attributes.get("pubdate").is_some()
            || attributes.get("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"));
        self.times.push(Time { day, tag, explicit, at, article });
    }

    /// `<title>`: the first, for drawings have titles too.
    pub(super) fn title_element(&mut self, text: &str) {
        let text = one_line(text);
        if self.title_element.is_none() && !text.is_empty() {
            self.title_element = Some(text);
        }
    }

    /// `<script type="application/ld+json">`. JSON that does not parse is passed over.
    pub(super) fn json_ld(&mut self, text: &str) {
        if let Some(meta) = serde_json::from_str::<Value>(text).ok().and_then(|v| article(&v, DEPTH)) {
            self.json_ld = std::mem::take(&mut self.json_ld).or(meta);
        }
    }

    /// What the page says, and a date of it that can be read in two ways. `headline`: the h1 of the report; `article`: the article chosen; `until`: where its
    /// second paragraph begins, for further down a `<time>` is part of the story.
    pub(super) fn choose(
        self,
        headline: Option<String>,
        article: Option<usize>,
        until: usize,
    ) -> (Meta, Option<Ambiguous>) {
        let explicit = self.times.iter().find(|t| t.explicit);
        let near =
            || self.times.iter().find(|t| t.at <= until && (t.article == article || t.article.is_none()));
        let time = explicit.or_else(near);
        let unsure = time.filter(|time| time.day.day().is_none()).map(|time| (time.day, time.tag.clone()));
        let published = time.and_then(|time| time.day.day());
        let meta = self.json_ld.or(self.meta);
        let outlet = meta.outlet;
        let title =
            headline.or(meta.title).or(self.title_element).map(|t| without_outlet(&t, outlet.as_deref()));
        (Meta { title, outlet, published: meta.published.or(published) }, self.ambiguous.or(unsure))
    }
}

/// The day of a metadata value, if it is certain.
fn day(value: &str) -> Option<Date> {
    date::parse(value)?.day()
}

/// The first article of some JSON-LD, in arrays and graphs too.
fn article(value: &Value, depth: usize) -> Option<Meta> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::Array(values) => values.iter().find_map(|v| article(v, depth)),
        Value::Object(map) => {
            let is_article = |name: &Value| {
                name.as_str().is_some_and(|n| n.ends_with("Article") || n.ends_with("Posting"))
            };
            let kind = map.get("@type");
            if kind.is_some_and(|k| is_article(k) || k.as_array().is_some_and(|a| a.iter().any(is_article))) {
                let text =
                    |key: &str| map.get(key).and_then(Value::as_str).map(one_line).filter(|t| !t.is_empty());
                let published = text("datePublished").or_else(|| text("dateCreated")).and_then(|d| day(&d));
                let outlet = map.get("publisher").and_then(name);
                return Some(Meta { title: text("headline").or_else(|| text("name")), outlet, published });
            }
            ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]
                .into_iter()
                .find_map(|key| article(map.get(key)?, depth))
        }
        _ => None,
    }
}

/// The name of an organisation, given as such or as an object or list of them.
fn name(value: &Value) -> Option<String> {
    let value = value.as_array().and_then(|a| a.first()).unwrap_or(value);
    value.as_str().or_else(|| value.get("name")?.as_str()).map(one_line).filter(|n| !n.is_empty())
}

/// A page's title without " | Outlet" at its end.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « "] {
        if let Some((before, after)) = title.rsplit_once(mark) {
            let names_it = outlet.is_some_and(|o| o.eq_ignore_ascii_case(after.trim()));
            if names_it || mark == " | " {
                return before.trim().to_string();
            }
        }
    }
    title.to_string()
}
