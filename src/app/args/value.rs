//! The values of arguments, as they are written on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use crate::app::choice::ReportFormat;
use crate::app::output::OutputFile;
use crate::article::load::PathPattern;
use crate::article::markup::date::YEARS;
use crate::config::{FailOn, is_fingerprint};
use crate::hint::hint;

/// Articles that are worked on at a time are no more than these.
const MOST_THREADS: usize = 1024;

pub(super) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    // Its names are the possible values: parsing one of them cannot fail.
    PossibleValuesParser::new(FailOn::NAMES).map(|name| name.parse().unwrap_or(FailOn::Never))
}

pub(super) fn fingerprint(text: &str) -> Result<String, String> {
    match is_fingerprint(text) {
        true => Ok(text.to_owned()),
        false => Err("a fingerprint has 16 digits from 0 to f and stands below its finding".to_owned()),
    }
}

/// In one line, as settings are read.
pub(super) fn reason(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { Err("an empty reason is none".to_owned()) } else { Ok(words.join(" ")) }
}

pub(super) fn article(text: &str) -> Result<String, String> {
    match PathPattern::new(text) {
        _ if text.is_empty() => Err("the name is missing".to_owned()),
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("`{text}` is no glob: {error}")),
    }
}

/// A name that a file can have everywhere, and that settings can write without quotes. The file of a pack has its own.
pub(super) fn rule_id(text: &str) -> Result<String, String> {
    if text == "pack" {
        return Err("`pack` is no id of a rule: pack.toml says what a pack is".to_owned());
    }
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(fits) {
        true => Ok(text.to_owned()),
        false => Err("an id is made of lower-case letters, digits and hyphens, as in `other-day`".to_owned()),
    }
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    let date: Date = text.parse().map_err(|_| "not a day of the calendar, written YYYY-MM-DD".to_owned())?;
    match YEARS.contains(&date.year()) {
        true => Ok(date),
        false => Err(format!("no article is of the year {}", date.year())),
    }
}

/// More would only cost memory.
pub(super) fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number = text.parse().ok().filter(|n: &NonZeroUsize| n.get() <= MOST_THREADS);
    number.ok_or_else(|| format!("not a number from 1 to {MOST_THREADS}"))
}

/// No more than is read of a file.
#[cfg(feature = "serve")]
pub(super) fn max_body(text: &str) -> Result<usize, String> {
    let most = crate::article::load::inputs::MAX_BYTES as usize;
    let number = text.parse().ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("not a number from 1 to {most}"))
}

pub(super) fn date_of(text: &str) -> Result<(PathPattern, Date), String> {
    let (name, day) = text.rsplit_once('=').ok_or("not written NAME=YYYY-MM-DD")?;
    let day = date(day)?;
    match PathPattern::new(name) {
        _ if name.is_empty() => Err("the name is missing".to_owned()),
        Ok(pattern) => Ok((pattern, day)),
        Err(error) => Err(format!("`{name}` is no glob: {error}")),
    }
}

pub(super) fn output_file(text: &str) -> Result<OutputFile, String> {
    let (format, path) = text.split_once('=').ok_or("not written FORMAT=FILE")?;
    let named = |known: &&ReportFormat| known.to_possible_value().is_some_and(|v| v.matches(format, false));
    let format = ReportFormat::value_variants().iter().find(named).ok_or_else(|| {
        let known: Vec<_> =
            ReportFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value).collect();
        let names: Vec<&str> = known.iter().map(|value| value.get_name()).collect();
        format!("there is no format `{format}`; {}", hint(format, &names))
    })?;
    Ok(OutputFile { format: *format, path: file(path)? })
}

/// A file to write. What is printed has one form only, so that nothing else may go there.
pub(super) fn file(text: &str) -> Result<PathBuf, String> {
    match text {
        "" => Err("the file is missing".to_owned()),
        "-" => Err("`-` is no file: to standard output goes what --format says".to_owned()),
        path => Ok(PathBuf::from(path)),
    }
}
