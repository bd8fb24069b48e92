//! Markup is taken off: text, metadata and blocks come out of plain text, Markdown and HTML.
pub mod cues;
pub mod date;
pub mod stamp;
