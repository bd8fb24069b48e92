//! From TOML to [`Config`]: walks the tree with its places, so that all mistakes come out together.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, FailOn, Ignore, Level, Placed, Scope, is_fingerprint};
use crate::article::Meta;
use crate::article::load::PathPattern;
use crate::article::markup::date::YEARS;
use crate::diagnostic::{Diagnostic, Percent, Severity};
use crate::hint::hint;
use crate::source::Span;

/// A key as it stands in the file.
type Key<'t> = Spanned<Cow<'t, str>>;
/// A value as it stands in the file.
type Value<'t> = Spanned<DeValue<'t>>;

/// Reads settings: what can be understood of them, with everything that is wrong.
pub(super) fn read(text: &str) -> Config {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader::default();
    for error in errors {
        let at = error.span().unwrap_or(text.len()..text.len());
        reader.mistake("config/toml", at, error.message().to_owned(), "");
    }
    let mut config = reader.config(root.get_ref());
    reader.mistakes.sort_by_key(|mistake| mistake.labels.first().map(|label| label.span));
    config.mistakes = reader.mistakes;
    config
}

/// Reads values and remembers what is wrong with them.
#[derive(Default)]
struct Reader {
    mistakes: Vec<Diagnostic>,
}

impl Reader {
    fn config(&mut self, root: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (key, value) in root {
            match key.get_ref().as_ref() {
                "articles" => self.entries(value, |reader, name, value| {
                    let meta = reader.article(value);
                    if let Some(pattern) = reader.pattern(name.get_ref(), name.span()) {
                        config.articles.push((pattern, meta));
                    }
                }),
                "check" => self.check(value, &mut config),
                "rules" => config.rules = self.levels(value),
                "for" => config.scopes = self.tables(value, "[[for]]", Reader::scope),
                "packs" => self.packs(value, &mut config),
                "lexicon" => self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
                    "paths" => config.lexicon = reader.paths(value),
                    _ => reader.unknown_key(key, &["paths"]),
                }),
                "ignore" => config.ignores = self.tables(value, "[[ignore]]", Reader::ignore),
                _ if matches!(value.get_ref(), DeValue::Datetime(_)) => {
                    let name = key.get_ref();
                    let message = format!("`{name}` has a date, but stands outside of [articles]");
                    self.mistake("config/unknown-key", key.span(), message, "not in a table");
                    self.help("write [articles] above it".to_owned());
                }
                _ => self
                    .unknown_key(key, &["articles", "check", "rules", "for", "packs", "lexicon", "ignore"]),
            }
        }
        config
    }

    fn check(&mut self, value: &Value<'_>, config: &mut Config) {
        self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
            "fail-on" => {
                let fail_on = reader.one_of::<FailOn>(value, &FailOn::NAMES);
                config.fail_on = fail_on.map(|value| Placed { value, place: span(&key.span()) });
            }
            "min-confidence" => {
                let place = span(&key.span());
                config.min_confidence = reader.share(value).map(|value| Placed { value, place });
            }
            "against" => config.against = reader.paths(value),
            "exclude" => config.exclude = reader.patterns(value),
            _ => reader.unknown_key(key, &["fail-on", "min-confidence", "against", "exclude"]),
        });
    }

    fn packs(&mut self, value: &Value<'_>, config: &mut Config) {
        let named = |names: Vec<(&str, Range<usize>)>| {
            names.into_iter().map(|(name, at)| Placed { value: name.to_owned(), place: span(&at) }).collect()
        };
        self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
            "paths" => config.packs = reader.paths(value),
            "built-in" => {
                let value = named(reader.strings(value));
                config.built_in = Some(Placed { value, place: span(&key.span()) });
            }
            "off" => config.packs_off = named(reader.strings(value)),
            _ => reader.unknown_key(key, &["paths", "built-in", "off"]),
        });
    }

    /// Rules with what becomes of them.
    fn levels(&mut self, value: &Value<'_>) -> BTreeMap<String, Placed<Level>> {
        let mut levels = BTreeMap::new();
        self.entries(value, |reader, id, value| {
            if let Some(level) = reader.one_of(value, &Level::NAMES) {
                let place = span(&id.span());
                levels.insert(id.get_ref().to_string(), Placed { value: level, place });
            }
        });
        levels
    }

    /// An array of tables: those of which something is left.
    fn tables<T>(
        &mut self,
        value: &Value<'_>,
        written: &str,
        read: impl Fn(&mut Reader, &Value<'_>) -> Option<T>,
    ) -> Vec<T> {
        match value.get_ref() {
            DeValue::Array(tables) => tables.iter().filter_map(|table| read(self, table)).collect(),
            _ => {
                self.wrong_type(value, "an array of tables");
                self.help(format!("write it as {written}"));
                Vec::new()
            }
        }
    }

    fn scope(&mut self, value: &Value<'_>) -> Option<Scope> {
        let (mut articles, mut rules, mut packs) = (None, None, None);
        let before = self.mistakes.len();
        self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
            "articles" => articles = Some(reader.patterns(value)),
            "rules" => rules = Some(reader.levels(value)),
            "packs" => packs = Some(reader.levels(value)),
            _ => reader.unknown_key(key, &["articles", "rules", "packs"]),
        });
        let levels = rules.is_some() || packs.is_some();
        let needed = [("`articles`", articles.is_some()), ("`rules` or `packs`", levels)];
        self.missing(value, before, "what holds for some articles needs", needed);
        let (rules, packs) = (rules.unwrap_or_default(), packs.unwrap_or_default());
        Some(Scope { articles: articles?, rules, packs })
    }

    /// Tells what a table lacks; not if it has a mistake since `before`, which says why.
    fn missing(&mut self, table: &Value<'_>, before: usize, why: &str, needed: [(&str, bool); 2]) {
        if self.mistakes.len() > before {
            return;
        }
        for (name, _) in needed.iter().filter(|(_, there)| !there) {
            self.mistake("config/missing-key", table.span(), format!("{why} {name}"), "not in this table");
        }
    }

    fn patterns(&mut self, value: &Value<'_>) -> Vec<Placed<PathPattern>> {
        let globs = self.strings(value);
        globs.into_iter().filter_map(|(glob, at)| self.pattern(glob, at)).collect()
    }

    fn ignore(&mut self, value: &Value<'_>) -> Option<Ignore> {
        let (mut fingerprint, mut reason, mut until, mut articles) = (None, None, None, Vec::new());
        let before = self.mistakes.len();
        self.entries(value, |reader, key, value| match key.get_ref().as_ref() {
            "fingerprint" => fingerprint = reader.fingerprint(value),
            "reason" => reason = reader.reason(value),
            "until" => {
                until = reader.date(value).map(|date| Placed { value: date, place: span(&value.span()) });
            }
            "articles" => articles = reader.patterns(value),
            _ => reader.unknown_key(key, &["fingerprint", "reason", "until", "articles"]),
        });
        let needed = [("a `fingerprint`", fingerprint.is_some()), ("a `reason`", reason.is_some())];
        self.missing(value, before, "an ignored finding needs", needed);
        // Whoever mistook the end of an exception does not want it to last.
        if self.mistakes.len() > before {
            return None;
        }
        Some(Ignore { fingerprint: fingerprint?, reason: reason?, until, articles })
    }

    fn fingerprint(&mut self, value: &Value<'_>) -> Option<Placed<String>> {
        let text = self.string(value)?;
        if is_fingerprint(text) {
            return Some(Placed { value: text.to_owned(), place: span(&value.span()) });
        }
        let message = format!("`{text}` is no fingerprint");
        self.mistake("config/bad-value", value.span(), message, "not 16 digits from 0 to f");
        self.help("a fingerprint has 16 digits and stands below its finding".to_owned());
        None
    }

    fn reason(&mut self, value: &Value<'_>) -> Option<String> {
        let reason = self.string(value)?.trim();
        if reason.is_empty() {
            self.mistake("config/bad-value", value.span(), "an empty reason is none".to_owned(), "empty");
        }
        Some(reason.to_owned()).filter(|reason| !reason.is_empty())
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

    /// Strings with their places.
    fn strings<'v>(&mut self, value: &'v Value<'_>) -> Vec<(&'v str, Range<usize>)> {
        match value.get_ref() {
            DeValue::Array(values) => {
                values.iter().filter_map(|value| Some((self.string(value)?, value.span()))).collect()
            }
            _ => {
                self.wrong_type(value, "an array of strings");
                Vec::new()
            }
        }
    }

    fn paths(&mut self, value: &Value<'_>) -> Vec<Placed<PathBuf>> {
        let mut paths = Vec::new();
        for (path, at) in self.strings(value) {
            if path.is_empty() {
                self.mistake("config/bad-value", at, "an empty path names nothing".to_owned(), "empty");
            } else {
                paths.push(Placed { value: PathBuf::from(path), place: span(&at) });
            }
        }
        paths
    }

    /// A file's name, a path or a glob.
    fn pattern(&mut self, text: &str, at: Range<usize>) -> Option<Placed<PathPattern>> {
        if text.is_empty() {
            self.mistake("config/bad-value", at, "an empty name matches nothing".to_owned(), "empty");
            return None;
        }
        match PathPattern::new(text) {
            Ok(value) => Some(Placed { value, place: span(&at) }),
            Err(error) => {
                self.mistake("config/bad-value", at, format!("`{text}` is no glob: {error}"), "not readable");
                None
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

    /// A number from 0 to 1.
    fn share(&mut self, value: &Value<'_>) -> Option<Percent> {
        let share: Result<Percent, String> = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse(),
            DeValue::Float(number) => number.as_str().parse(),
            _ => "".parse(),
        };
        share.map_err(|why| self.mistake("config/bad-value", value.span(), why, "a number is needed")).ok()
    }

    fn date(&mut self, value: &Value<'_>) -> Option<Date> {
        let date = match value.get_ref() {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date,
            _ => None,
        };
        // TOML's own check lets no year, month or day through that the calendar does not have.
        let date = date.and_then(|d| Date::new(d.year.try_into().ok()?, d.month as i8, d.day as i8).ok());
        let Some(date) = date else {
            self.wrong_type(value, "a date");
            self.help("such as 2024-05-06, without quotes".to_owned());
            return None;
        };
        if !YEARS.contains(&date.year()) {
            let message = format!("no article is of the year {}", date.year());
            self.mistake("config/bad-value", value.span(), message, "not from 1600 to 2199");
            return None;
        }
        Some(date)
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
        self.mistakes.push(mistake.with_label(Config::HERE, span(&at), label));
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
