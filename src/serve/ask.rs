//! What a request asks: its query, and what its headers say of the body.

use hyper::StatusCode;
use hyper::header::{self, HeaderMap, HeaderName};
use jiff::civil::Date;

use super::problem::Problem;
use crate::article::markup::Format;
use crate::article::markup::date::YEARS;
use crate::diagnostic::Percent;
use crate::view::clean;

/// What a draft is called if nobody says so.
const NAME: &str = "draft";
/// The most bytes of a name.
const MAX_NAME: usize = 255;
/// What endings of names the loader goes by.
const ENDINGS: [&str; 17] = [
    "txt",
    "text",
    "md",
    "markdown",
    "html",
    "htm",
    "xhtml",
    "xml",
    "rss",
    "atom",
    "nitf",
    "json",
    "ninjs",
    "jsonl",
    "ndjson",
    "jsonlines",
    "docx",
];
/// A document of a word processor.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What is asked of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ask {
    /// What the draft is called, with an ending that says its format.
    pub(super) name: String,
    /// When it is to appear, if it does not say so itself.
    pub(super) published: Option<Date>,
    /// Findings that are less often right are not told.
    pub(super) min_confidence: Option<Percent>,
}

impl Ask {
    /// Reads a query and headers.
    ///
    /// # Errors
    /// What of them cannot be understood, or is no format of articles.
    pub(super) fn of(query: &str, headers: &HeaderMap) -> Result<Ask, Problem> {
        let mut query = Query::read(query)?;
        let kind = kind(headers)?;
        let name = query.take("name").map_or_else(|| Ok(NAME.to_owned()), checked)?;
        let published = query.take("published").map(|text| day(&text)).transpose()?;
        let min_confidence = query.take("min_confidence").map(|text| share(&text)).transpose()?;
        Ok(Ask { name: with_ending(name, kind)?, published, min_confidence })
    }
}

/// The parameters of a query.
struct Query(Vec<(String, String)>);

impl Query {
    const KNOWN: [&str; 3] = ["min_confidence", "name", "published"];

    fn read(query: &str) -> Result<Query, Problem> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (key, value) in form_urlencoded::parse(query.as_bytes()).into_owned() {
            let shown = clean::line(&key).into_owned();
            if !Query::KNOWN.contains(&key.as_str()) {
                let known = Query::KNOWN.join(", ");
                return Err(Problem::bad(format!("there is no parameter “{shown}”; there are {known}")));
            }
            if pairs.iter().any(|(other, _)| *other == key) {
                return Err(Problem::bad(format!("the parameter “{shown}” is there twice")));
            }
            pairs.push((key, value));
        }
        Ok(Query(pairs))
    }

    fn take(&mut self, key: &str) -> Option<String> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.swap_remove(at).1)
    }
}

fn checked(name: String) -> Result<String, Problem> {
    let why = if name.is_empty() {
        "is empty"
    } else if name.len() > MAX_NAME {
        "is longer than 255 bytes"
    } else if name.contains(char::REPLACEMENT_CHARACTER) {
        // What the query's reader makes of other bytes.
        "is not UTF-8"
    } else if name.contains('\\') || name.chars().any(|c| c.is_control() || clean::is_hidden(c)) {
        "has signs that no name has"
    } else if name.rsplit('/').next().is_some_and(|last| last.trim_matches(['.', ' ']).is_empty()) {
        // An ending would make one of it.
        "names a folder, and no draft"
    } else {
        return Ok(name);
    };
    Err(Problem::bad(format!("name: it {why}")))
}

fn day(text: &str) -> Result<Date, Problem> {
    let day = text.parse().ok().filter(|day: &Date| YEARS.contains(&day.year()));
    day.ok_or_else(|| Problem::bad("published: not a day of the calendar, written YYYY-MM-DD"))
}

fn share(text: &str) -> Result<Percent, Problem> {
    text.parse().map_err(|why| Problem::bad(format!("min_confidence: {why}")))
}

/// What the headers say of the body's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Unsaid,
    /// Text of some kind; a name may say more.
    Text,
    /// A format, and the ending that names have then.
    Of(Format, &'static str),
}

/// # Errors
/// It is no format of articles, or the body is compressed.
fn kind(headers: &HeaderMap) -> Result<Kind, Problem> {
    if headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"))
    {
        return Err(refused("the body has to come as it is, without Content-Encoding")
            .with_header(header::ACCEPT_ENCODING, "identity"));
    }
    let Some(value) = headers.get(header::CONTENT_TYPE) else { return Ok(Kind::Unsaid) };
    let value = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
    let media = value.split(';').next().unwrap_or_default().trim();
    Ok(match media {
        "" | "application/octet-stream" => Kind::Unsaid,
        "text/plain" => Kind::Text,
        "text/markdown" | "text/x-markdown" => Kind::Of(Format::Markdown, "md"),
        "text/html" | "application/xhtml+xml" => Kind::Of(Format::Html, "html"),
        "application/x-ndjson"
        | "application/jsonl"
        | "application/x-jsonlines"
        | "application/jsonlines" => Kind::Of(Format::JsonLines, "jsonl"),
        DOCX => Kind::Of(Format::Docx, "docx"),
        "application/json" | "application/vnd.iptc.ninjs" => Kind::Of(Format::Json, "json"),
        "application/xml" | "text/xml" => Kind::Of(Format::Xml, "xml"),
        _ if media.ends_with("+json") => Kind::Of(Format::Json, "json"),
        _ if media.ends_with("+xml") => Kind::Of(Format::Xml, "xml"),
        "application/x-www-form-urlencoded" => {
            return Err(refused("say what the body is, as in Content-Type: text/markdown"));
        }
        other => return Err(refused(format!("“{}” is no format of articles", clean::line(other)))),
    })
}

fn refused(detail: impl Into<String>) -> Problem {
    let accepted =
        "text/plain, text/markdown, text/html, application/json, application/x-ndjson, application/xml";
    let name = HeaderName::from_static("accept-post");
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail).with_header(name, accepted)
}

/// The name with an ending by which the loader knows the format that the headers name.
///
/// # Errors
/// Name and headers name two formats.
fn with_ending(name: String, kind: Kind) -> Result<String, Problem> {
    let ending =
        name.rsplit('/').next().and_then(|last| last.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let known = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    match kind {
        Kind::Unsaid => Ok(name),
        Kind::Text if known => Ok(name),
        Kind::Text => Ok(format!("{name}.txt")),
        Kind::Of(_, ending) if !known => Ok(format!("{name}.{ending}")),
        Kind::Of(format, _) if fits(format, &name) => Ok(name),
        Kind::Of(..) => Err(Problem::bad(format!(
            "name and Content-Type do not name one format: “{}”",
            clean::line(&name)
        ))),
    }
}

/// Is a file of this name read in a format? What its first bytes say is looked at later.
fn fits(format: Format, name: &str) -> bool {
    match format {
        Format::Docx => Format::of(name, b"PK\x03\x04") == Format::Docx,
        // Lines of JSON often come as JSON, and pages as XML.
        Format::Json => matches!(Format::of(name, b""), Format::Json | Format::JsonLines),
        Format::Xml => matches!(Format::of(name, b""), Format::Xml | Format::Html),
        _ => Format::of(name, b"") == format,
    }
}

#[cfg(test)]
mod tests;
