//! Which settings hold.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::article::load::{Known, Origin};
use crate::config::Config;

/// The settings of the file that was named, or else of the nearest gainsay.toml around `near`.
pub(super) fn load(named: Option<&Path>, near: &Path) -> Config {
    match named.map(Path::to_owned).or_else(|| Config::find(near)) {
        Some(file) => Config::load(&file),
        None => Config::default(),
    }
}

/// The day in Greenwich, so that one settings file means the same everywhere.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
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
