//! What a page says of itself, from the most to the least trustworthy place.

use std::ops::Range;

use serde_json::Value;

use super::elements::Stack;
use super::{Attributes, linked};
use crate::article::Meta;
use crate::article::markup::date::{self, Written};
use crate::article::markup::one_line;

/// Everything found; [`Candidates::choose`] decides.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    json_ld: Vec<Value>,
    /// From `<meta>`; for each field the first that says something.
    meta: Meta,
    title_element: Option<String>,
    /// What the page says of its language.
    language: Option<String>,
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
    /// Does it stand in a sidebar?
    aside: bool,
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
            | "cxenseparse:recs:publishtime"
            | "rnews:datepublished"
            | "originalpublicationdate"
            | "article_date_original"
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
            "article:modified_time"
            | "og:updated_time"
            | "datemodified"
            | "dcterms.modified"
            | "last-modified" => {
                let updated = content.and_then(|c| date::parse(&c)).and_then(Written::day);
                Meta { updated, ..Meta::default() }
            }
            "author" | "article:author" | "byl" | "parsely-author" | "dc.creator" | "dcterms.creator" => {
                // Some give the address of a page about the author.
                Meta { byline: content.filter(|c| !c.contains("://")), ..Meta::default() }
            }
            "og:locale" | "inlanguage" | "dc.language" | "dcterms.language" | "content-language" => {
                Meta { language: content, ..Meta::default() }
            }
            _ => return,
        };
        self.meta = std::mem::take(&mut self.meta).or(found);
    }

    /// `<time datetime=...>` at `tag`, after `at` bytes of text.
    pub(super) fn time(&mut self, attributes: &Attributes, tag: Range<usize>, at: usize, stack: &Stack) {
        let Some(day) = attributes.get("datetime").and_then(date::parse) else { return };
        let explicit = attributes.get("pubdate").is_some()
            || attributes.get("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"));
        self.times.push(Time { day, tag, explicit, at, article: stack.article(), aside: stack.is_aside() });
    }

    /// `<title>`: the first, for drawings have titles too.
    pub(super) fn title_element(&mut self, text: &str) {
        let text = one_line(text);
        if self.title_element.is_none() && !text.is_empty() {
            self.title_element = Some(text);
        }
    }

    /// `<html lang=...>`.
    pub(super) fn language(&mut self, tag: &str) {
        let language = Some(one_line(tag)).filter(|tag| !tag.is_empty());
        self.language = self.language.take().or(language);
    }

    /// `<script type="application/ld+json">`. JSON that does not parse is passed over.
    pub(super) fn json_ld(&mut self, text: &str) {
        self.json_ld.extend(serde_json::from_str::<Value>(&mended(text)).ok());
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
        // Behind the article stand those of comments and teasers.
        let beside = |t: &&Time| t.article.is_none() && (article.is_none() || t.at < until);
        let near = |t: &&Time| t.at <= until && (article.is_some() && t.article == article || beside(t));
        let mut times = self.times.iter().filter(near);
        // A teaser in a sidebar has a time of its own.
        let time = explicit.or_else(|| times.clone().find(|t| !t.aside)).or_else(|| times.next());
        let unsure = time.filter(|time| time.day.day().is_none()).map(|time| (time.day, time.tag.clone()));
        let published = time.and_then(|time| time.day.day());
        let said = self.json_ld.iter().find_map(|value| linked::article(value, &self.json_ld));
        let meta = said.unwrap_or_default().or(self.meta);
        // Which language the whole page is in says less than what is said of the article.
        let language = meta.language.clone().or(self.language);
        let outlet = meta.outlet;
        let title =
            headline.or(meta.title).or(self.title_element).map(|t| without_outlet(&t, outlet.as_deref()));
        (
            Meta { title, outlet, language, published: meta.published.or(published), ..meta },
            self.ambiguous.or(unsure),
        )
    }
}

/// JSON as pages have it: wrapped in CDATA or a comment, with line breaks inside strings.
fn mended(text: &str) -> String {
    let mut text = text.trim();
    for wrap in
        ["//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "<!--", "//]]>", "/*]]>*/", "]]>", "-->", "//", ";"]
    {
        text = text.strip_prefix(wrap).unwrap_or(text).trim();
        text = text.strip_suffix(wrap).unwrap_or(text).trim();
    }
    let text = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    without_last_commas(text)
}

/// JSON without the commas behind which nothing follows: `{"a": 1,}`.
fn without_last_commas(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let (mut quoted, mut escaped) = (false, false);
    for c in text {
        if !quoted && matches!(c, '}' | ']') && out.trim_end().ends_with(',') {
            out.truncate(out.trim_end().len() - 1);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
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
