//! JSON values that know where in the file they stand.
//!
//! serde_json checks the syntax and hands out the source of each value ([`RawValue`]); what lies deeper is read when
//! somebody asks for it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{Broken, Text, character};
use crate::article::markup::one_line;

/// A value in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Json<'a> {
    raw: &'a str,
    /// Where it begins in the file.
    start: usize,
}

/// The members of an object by their names; of several with one name, the last.
pub(super) type Object<'a> = BTreeMap<Cow<'a, str>, Json<'a>>;

/// A key as serde borrows it where it has no escapes.
#[derive(serde::Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> Json<'a> {
    /// Reads a text that begins at byte `start` of its file and holds one value.
    ///
    /// # Errors
    /// What is wrong with the syntax, and where.
    pub(super) fn read(text: &'a str, start: usize) -> Result<Json<'a>, Broken> {
        let raw: &RawValue = serde_json::from_str(text).map_err(|error| broken(text, start, &error))?;
        Ok(Json { raw: raw.get(), start: start + inside(text, raw.get()) })
    }

    fn at(self, raw: &'a RawValue) -> Json<'a> {
        Json { raw: raw.get(), start: self.start + inside(self.raw, raw.get()) }
    }

    /// The members of an object.
    pub(super) fn object(self) -> Option<Object<'a>> {
        if !self.raw.starts_with('{') {
            return None;
        }
        let members: BTreeMap<Key<'a>, &RawValue> = serde_json::from_str(self.raw).ok()?;
        Some(members.into_iter().map(|(Key(key), raw)| (key, self.at(raw))).collect())
    }

    /// The elements of an array.
    pub(super) fn array(self) -> Option<Vec<Json<'a>>> {
        if !self.raw.starts_with('[') {
            return None;
        }
        let values: Vec<&RawValue> = serde_json::from_str(self.raw).ok()?;
        Some(values.into_iter().map(|raw| self.at(raw)).collect())
    }

    /// A string, decoded, with the way back.
    pub(super) fn text(self) -> Option<Text> {
        let inner = self.raw.strip_prefix('"')?.strip_suffix('"')?;
        let mut text = Text::default();
        let mut at = self.start + 1;
        let mut rest = inner;
        while !rest.is_empty() {
            let plain = rest.find('\\').unwrap_or(rest.len());
            let (before, after) = rest.split_at(plain);
            text.push(before, at..at + plain);
            at += plain;
            let Some((char, length)) = escape(after) else { break };
            text.push(char.encode_utf8(&mut [0; 4]), at..at + length);
            at += length;
            rest = after.get(length..).unwrap_or("");
        }
        Some(text)
    }

    /// A number as it is written.
    pub(super) fn number(self) -> Option<String> {
        self.raw.starts_with(|c: char| c.is_ascii_digit() || c == '-').then(|| self.raw.to_owned())
    }

    /// A string on one line, if it has words.
    pub(super) fn line(self) -> Option<String> {
        Some(one_line(&self.text()?.text)).filter(|line| !line.is_empty())
    }
}

/// Where a part of a text begins in it.
fn inside(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The character that an escape at the beginning of a text stands for, and its length; half a pair of surrogates
/// stands for no character.
fn escape(text: &str) -> Option<(char, usize)> {
    let char = match text.as_bytes().get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'u' => return Some(unicode(text)),
        // A quotation mark, a slash, a backslash.
        other => char::from(*other),
    };
    Some((char, 2))
}

/// "\u00e9", or a pair: "\ud83d\ude00".
fn unicode(text: &str) -> (char, usize) {
    let unit = |from: usize| {
        let digits = text.get(from..)?.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let (first, second) = (unit(0).unwrap_or(0xFFFD), unit(6));
    let pair = |units: &[u16]| char::decode_utf16(units.iter().copied()).next().and_then(Result::ok);
    if let Some(char) = second.and_then(|second| pair(&[first, second])).filter(|c| c.len_utf16() == 2) {
        return (char, 12);
    }
    (pair(&[first]).unwrap_or(char::REPLACEMENT_CHARACTER), 6)
}

/// What serde_json says of a text, at its place in the file.
fn broken(text: &str, start: usize, error: &serde_json::Error) -> Broken {
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = text.floor_char_boundary((line_start + error.column().saturating_sub(1)).min(text.len()));
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    let shown = character(text, at);
    Broken {
        message: format!("is broken JSON: {reason}"),
        range: start + shown.start..start + shown.end,
        label: "read up to here".to_owned(),
        help: None,
    }
}

#[cfg(test)]
mod tests;
