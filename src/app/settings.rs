//! What the command line and the clock say of a run.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::article::Meta;
use crate::article::load::{Known, Origin, PathPattern};
use crate::session::Archive;

/// The day in Greenwich, so that one settings file means the same everywhere.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// What the command line says of articles: when they were published.
pub(super) fn dated(given: &[(PathPattern, Date)]) -> Vec<Known> {
    let known = given.iter().map(|(pattern, date)| {
        let meta = Meta { published: Some(*date), ..Meta::default() };
        Known { pattern: pattern.clone(), meta, origin: Origin::CommandLine }
    });
    known.collect()
}

/// The archive that the command line names, or else the settings.
pub(super) fn archive(given: &[String]) -> Archive {
    match given {
        [] => Archive::Settings,
        given => Archive::Paths(given.to_vec()),
    }
}
