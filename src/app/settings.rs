//! Which settings hold.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::article::Meta;
use crate::article::load::{Known, Origin, PathPattern};
use crate::config::Config;
use crate::lexicon::Lexicon;

/// The settings of the file that was named, or else of the nearest gainsay.toml around `near`, and the vocabulary with
/// the project's own words.
pub(super) fn load(named: Option<&Path>, near: &Path) -> (Config, Arc<Lexicon>) {
    load_with(named, near, &[])
}

/// The same, with lexicon files that the settings do not name.
pub(super) fn load_with(named: Option<&Path>, near: &Path, words: &[PathBuf]) -> (Config, Arc<Lexicon>) {
    let mut config = match named.map(Path::to_owned).or_else(|| Config::find(near)) {
        Some(file) => Config::load(&file),
        None => Config::default(),
    };
    config.house.extend(words);
    let lexicon = config.house.lexicon();
    config.house.check(&lexicon);
    (config, lexicon)
}

/// The day in Greenwich, so that one settings file means the same everywhere.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// What the command line says of articles: when they were published.
pub(super) fn dated(given: &[(PathPattern, Date)]) -> impl Iterator<Item = Known> {
    given.iter().map(|(pattern, date)| {
        let meta = Meta { published: Some(*date), ..Meta::default() };
        Known { pattern: pattern.clone(), meta, origin: Origin::CommandLine }
    })
}

/// The archive that the command line names, or else the settings; what those name and is not there is told by
/// [`Config::missing_archives`].
pub(super) fn archive(given: &[String], config: &Config) -> Vec<String> {
    let there = config.against.iter().map(|path| &path.value).filter(|path| path.exists());
    match given {
        [] => there.map(|path| path.display().to_string()).collect(),
        given => given.to_vec(),
    }
}

/// What the settings say of articles.
pub(super) fn known(config: &Config) -> Vec<Known> {
    let articles = config.articles.iter();
    let known = articles.map(|(pattern, meta)| Known {
        pattern: pattern.value.clone(),
        meta: meta.clone(),
        origin: Origin::Settings,
    });
    known.collect()
}
