//! The embedded tables: `lexicon/*.toml`, which `build.rs` has turned into JSON.

use serde::de::DeserializeOwned;

/// The text of an embedded table, by the name of its TOML file.
macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $name, ".json"))
    };
}

pub(crate) use table;

/// A table in the form that its reader wants; empty if it were of another form, which each reader's tests rule out.
pub(crate) fn unpack<T: DeserializeOwned + Default>(table: &str) -> T {
    serde_json::from_str(table).unwrap_or_default()
}
