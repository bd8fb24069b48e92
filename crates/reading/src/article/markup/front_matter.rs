//! What writers put above an article: `---` and lines of `key: value`, or `+++` and TOML.

use std::ops::Range;

use super::Problem;
use super::date::{self, Written};
use crate::article::Meta;

/// Front matter, read.
#[derive(Debug, Default)]
pub struct FrontMatter {
    /// What it says.
    pub meta: Meta,
    /// Where the title stands.
    pub title: Option<Range<usize>>,
    /// Where the article proper begins; 0 when there is no front matter.
    pub body: usize,
    /// What could not be understood.
    pub problems: Vec<Problem>,
}

/// Reads the front matter of a text.
pub fn read(text: &str) -> FrontMatter {
    let mut front = FrontMatter::default();
    let Some(fence) = ["---", "+++"].into_iter().find(|f| text.starts_with(f)) else { return front };
    let mut lines = Lines { text, at: 0 };
    let opening = lines.next().map_or("", |l| l.of(text).trim_end());
    if opening != fence {
        return front;
    }
    let start = lines.at;
    let is_fence = |line: &str| line == fence || (fence == "---" && line == "...");
    let closing = lines.by_ref().find(|l| is_fence(l.of(text).trim_end()));
    let end = closing.map_or_else(|| paragraph_end(text, start), |l| l.start);
    // A rule above an article opens no front matter: there must be a key that means something.
    let is_front = match fence {
        "---" => has_field(text, start..end),
        _ => text.get(start..end).is_some_and(|t| t.contains('=')),
    };
    if !is_front {
        return front;
    }
    if closing.is_none() {
        let label = format!("add a line with {fence} below the last key");
        front.problems.push(Problem::front_matter("the front matter is not closed", 0..fence.len(), label));
        lines.at = end;
    }
    front.body = lines.at;
    match fence {
        "---" => yaml(text, start..end, &mut front),
        _ => toml(text, start..end, &mut front),
    }
    front
}

/// Does a range have a line with a key of [`Meta`]? Front matter is short: the first lines decide.
fn has_field(text: &str, range: Range<usize>) -> bool {
    let mut lines = Lines { text: text.get(..range.end).unwrap_or(text), at: range.start }.take(100);
    lines.any(|line| key_value(text, &line).is_some_and(|(key, _)| field(key).is_some()))
}

/// The subset of YAML that front matter uses: `key: value` with or without quotation marks. Lists, nested keys
/// and comments are passed over.
fn yaml(text: &str, range: Range<usize>, front: &mut FrontMatter) {
    for line in (Lines { text: text.get(..range.end).unwrap_or(text), at: range.start }) {
        let content = line.of(text).trim();
        let nested = line.of(text).starts_with([' ', '\t', '-']);
        if content.is_empty() || content.starts_with('#') || nested || content == "]" {
            continue;
        }
        match key_value(text, &line) {
            Some((key, value)) => match unescaped(text, &value) {
                // What is written otherwise than it is meant has no place in the text.
                Some(meant) => {
                    front.take(&meant, key, 0..meant.len());
                    front.title = None;
                }
                None => front.take(text, key, value),
            },
            None if front.problems.is_empty() => {
                let range = line.start..line.start + line.of(text).trim_end().len();
                front.problems.push(Problem::front_matter(
                    "the front matter does not parse",
                    range,
                    "expected “key: value”",
                ));
            }
            None => {}
        }
    }
}

/// The key of a `key: value` line and the range of its value without quotation marks.
fn key_value<'a>(text: &'a str, line: &Line) -> Option<(&'a str, Range<usize>)> {
    let (key, value) = line.of(text).split_once(':')?;
    let known = |c: char| c.is_alphanumeric() || "_- .\"'".contains(c);
    let apart = value.is_empty() || value.starts_with(char::is_whitespace);
    if key.is_empty() || !key.chars().all(known) || !apart {
        return None;
    }
    let mut start = line.start + key.len() + 1;
    start += value.len() - value.trim_start().len();
    let mut value = value.trim();
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote).and_then(|v| v.strip_suffix(quote)) {
            (value, start) = (inside, start + 1);
        }
    }
    let quoted = text.get(..start).is_some_and(|t| t.ends_with(['"', '\'']));
    if let Some((before, _)) = value.split_once(" #").filter(|_| !quoted) {
        value = before.trim_end();
    }
    Some((key.trim_matches(['"', '\'', ' ']), start..start + value.len()))
}

/// A value in quotation marks without its escapes, if it has any: `"He said: \"no\""`, `'It''s over'`.
fn unescaped(text: &str, value: &Range<usize>) -> Option<String> {
    let mark = text.get(..value.start)?.chars().next_back()?;
    let inside = text.get(value.clone())?;
    match mark {
        '"' if inside.contains('\\') => Some(inside.replace("\\\"", "\"").replace("\\\\", "\\")),
        '\'' if inside.contains("''") => Some(inside.replace("''", "'")),
        _ => None,
    }
}

/// TOML between `+++` lines.
fn toml(text: &str, range: Range<usize>, front: &mut FrontMatter) {
    let source = text.get(range.clone()).unwrap_or("");
    let table = match source.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().unwrap_or(0..source.len());
            let at = range.start + at.start..range.start + at.end;
            front.problems.push(Problem::front_matter(
                "the front matter does not parse",
                at,
                error.message(),
            ));
            return;
        }
    };
    for (key, value) in &table {
        let written = match value {
            toml::Value::String(string) => string.clone(),
            toml::Value::Datetime(time) => time.to_string(),
            _ => continue,
        };
        // The parsed value has no span; unless it has escapes, it stands in the source as it is.
        match source.find(&written).filter(|_| !written.is_empty()) {
            Some(at) => front.take(text, key, range.start + at..range.start + at + written.len()),
            None => {
                front.take(&written, key, 0..written.len());
                front.title = None;
            }
        }
    }
}

/// The fields of [`Meta`].
#[derive(Clone, Copy)]
enum Field {
    Title,
    Outlet,
    Published,
    Language,
}

/// The field that a key of front matter names.
fn field(key: &str) -> Option<Field> {
    let key: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Some(match key.as_str() {
        "title" | "headline" => Field::Title,
        "source" | "outlet" | "publisher" | "site" | "sitename" | "publication" | "newspaper" => {
            Field::Outlet
        }
        "date" | "published" | "datepublished" | "publishdate" | "publisheddate" | "publishedat"
        | "pubdate" | "publicationdate" => Field::Published,
        "language" | "lang" => Field::Language,
        _ => return None,
    })
}

impl FrontMatter {
    /// Takes a key's value, which stands in a range of `text`.
    fn take(&mut self, text: &str, key: &str, range: Range<usize>) {
        let value = text.get(range.clone()).unwrap_or("").trim();
        let Some(field) = field(key).filter(|_| !value.is_empty()) else { return };
        match field {
            Field::Title => {
                self.meta.title = Some(value.to_string());
                self.title = Some(range);
            }
            Field::Outlet => self.meta.outlet = Some(value.to_string()),
            Field::Language => self.meta.language = Some(value.to_string()),
            Field::Published => match date::parse(value) {
                Some(Written::Day(day)) => self.meta.published = Some(day),
                Some(either) => self.problems.push(Problem::ambiguous_date(either, range)),
                None => {
                    let label = "write it as 2013-05-02";
                    self.problems.push(Problem::front_matter(
                        "the front matter has no date that can be read",
                        range,
                        label,
                    ));
                }
            },
        }
    }
}

/// Where the first paragraph from `start` on ends.
fn paragraph_end(text: &str, start: usize) -> usize {
    let mut end = start;
    for line in (Lines { text, at: start }) {
        if line.of(text).trim().is_empty() {
            break;
        }
        end = line.end;
    }
    end
}

/// A line without its newline.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
}

impl Line {
    fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// The lines of a text from `at` on.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Line;
    fn next(&mut self) -> Option<Line> {
        let rest = self.text.get(self.at..).filter(|r| !r.is_empty())?;
        let start = self.at;
        let end = rest.find('\n').map_or(self.text.len(), |n| start + n);
        self.at = self.text.len().min(end + 1);
        Some(Line { start, end })
    }
}

#[cfg(test)]
mod tests;
