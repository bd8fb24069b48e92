//! From TOML to [`Config`]: walks the tree with its places, so that all mistakes come out together.

use std::borrow::Cow;
use std::ops::Range;
use std::path::PathBuf;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, FailOn, Level, Setting};
use crate::article::Meta;
use crate::diagnostic::{Diagnostic, Severity};
use crate::hint::hint;
use crate::source::{SourceId, Span};

/// A key as it stands in the file.
type Key<'t> = Spanned<Cow<'t, str>>;
/// A value as it stands in the file.
type Value<'t> = Spanned<DeValue<'t>>;

/// Reads settings.
///
/// # Errors
/// Everything that is wrong with them, in the order of the places.
pub(super) fn read(text: &str, source: SourceId) -> Result<Config, Vec<Diagnostic>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { source, mistakes: Vec::new() };
    for error in errors {
        let at = error.span().unwrap_or(text.len()..text.len());
        reader.mistake("config/toml", at, error.message().to_owned(), "");
    }
    let config = reader.config(root.get_ref());
    if reader.mistakes.is_empty() {
        return Ok(config);
    }
    reader.mistakes.sort_by_key(|mistake| mistake.labels.first().map(|label| label.span));
    Err(reader.mistakes)
}

/// Reads values and remembers what is wrong with them.
struct Reader {
    source: SourceId,
    mistakes: Vec<Diagnostic>,
}

impl Reader {
    fn config(&mut self, root: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (key, value) in root {
            match key.get_ref().as_ref() {
                "articles" => self.entries(value, |reader, name, value| {
                    let meta = reader.article(value);
                    config.articles.insert(name.get_ref().to_string(), meta);
                }),
                "check" => self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
                    "fail-on" => config.fail_on = reader.one_of(value, &FailOn::NAMES),
                    _ => reader.unknown_key(key, &["fail-on"]),
                }),
                "rules" => self.entries(value, |reader, id, value| {
                    if let Some(level) = reader.one_of(value, &Level::NAMES) {
                        let place = span(&id.span());
                        config.rules.insert(id.get_ref().to_string(), Setting { level, place });
                    }
                }),
                "packs" => self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
                    "paths" => config.packs = reader.strings(value).into_iter().map(PathBuf::from).collect(),
                    _ => reader.unknown_key(key, &["paths"]),
                }),
                _ if matches!(value.get_ref(), DeValue::Datetime(_)) => {
                    let name = key.get_ref();
                    let message = format!("`{name}` has a date, but stands outside of [articles]");
                    self.mistake("config/unknown-key", key.span(), message, "not in a table");
                    self.help("write [articles] above it".to_owned());
                }
                _ => self.unknown_key(key, &["articles", "check", "rules", "packs"]),
            }
        }
        config
    }

    /// A date, or a table of what is known of an article.
    fn article(&mut self, value: &Value<'_>) -> Meta {
        let mut meta = Meta::default();
        if !matches!(value.get_ref(), DeValue::Table(_)) {
            meta.published = self.date(value);
            return meta;
        }
        self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
            "published" => meta.published = reader.date(value),
            "source" => meta.outlet = reader.string(value).map(str::to_owned),
            "title" => meta.title = reader.string(value).map(str::to_owned),
            _ => reader.unknown_key(key, &["published", "source", "title"]),
        });
        meta
    }

    /// Calls `each` with all entries of a table.
    fn entries<'v, 't>(
        &mut self,
        value: &'v Value<'t>,
        mut each: impl FnMut(&mut Reader, &'v Key<'t>, &'v Value<'t>),
    ) {
        match value.get_ref() {
            DeValue::Table(table) => table.iter().for_each(|(key, value)| each(self, key, value)),
            _ => self.wrong_type(value, "a table"),
        }
    }

    fn string<'v>(&mut self, value: &'v Value<'_>) -> Option<&'v str> {
        let string = value.get_ref().as_str();
        if string.is_none() {
            self.wrong_type(value, "a string");
        }
        string
    }

    fn strings<'v>(&mut self, value: &'v Value<'_>) -> Vec<&'v str> {
        match value.get_ref() {
            DeValue::Array(values) => values.iter().filter_map(|value| self.string(value)).collect(),
            _ => {
                self.wrong_type(value, "an array of strings");
                Vec::new()
            }
        }
    }

    /// A string that is one of the names of a type.
    fn one_of<T: std::str::FromStr>(&mut self, value: &Value<'_>, names: &[&str]) -> Option<T> {
        let name = self.string(value)?;
        let parsed = name.parse().ok();
        if parsed.is_none() {
            self.mistake(
                "config/bad-value",
                value.span(),
                format!("`{name}` is not known here"),
                "not known",
            );
            self.help(hint(name, names));
        }
        parsed
    }

    fn date(&mut self, value: &Value<'_>) -> Option<Date> {
        let date = match value.get_ref() {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date,
            _ => None,
        };
        // TOML's own check lets no year, month or day through that the calendar does not have.
        let date = date.and_then(|d| Date::new(d.year.try_into().ok()?, d.month as i8, d.day as i8).ok());
        if date.is_none() {
            self.wrong_type(value, "a date");
            self.help("such as 2024-05-06, without quotes".to_owned());
        }
        date
    }

    fn unknown_key(&mut self, key: &Key<'_>, known: &[&str]) {
        let name = key.get_ref();
        self.mistake("config/unknown-key", key.span(), format!("there is no setting `{name}`"), "not known");
        self.help(hint(name, known));
    }

    fn wrong_type(&mut self, value: &Value<'_>, wanted: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        let message = format!("here belongs {wanted}, not {found}");
        self.mistake("config/wrong-type", value.span(), message, found);
    }

    fn mistake(&mut self, code: &str, at: Range<usize>, message: String, label: &str) {
        let mistake = Diagnostic::new(code, Severity::Error, message);
        self.mistakes.push(mistake.with_label(self.source, span(&at), label));
    }

    /// Says what to do about the mistake noted last.
    fn help(&mut self, help: String) {
        if let Some(last) = self.mistakes.last_mut() {
            last.help = Some(help);
        }
    }
}

fn span(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
