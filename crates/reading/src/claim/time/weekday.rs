//! Days of the week in bytes: as ISO 8601 counts them, from Monday, which is 1.

use jiff::civil::Weekday;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a day of the week.
pub(super) fn serialize<S: Serializer>(day: &Option<Weekday>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(Weekday::to_monday_one_offset).serialize(serializer)
}

/// Reads one.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Weekday>, D::Error> {
    let number = Option::<i8>::deserialize(deserializer)?;
    number.map(Weekday::from_monday_one_offset).transpose().map_err(D::Error::custom)
}
