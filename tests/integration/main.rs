//! Everything that is tested from outside, in one binary.

// In tests a broken assumption should stop everything.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cli;
mod code;
mod coreference;
mod daily;
mod draft;
mod english;
mod hostile;
mod html;
mod layers;
mod lsp;
mod properties;
mod readme;
mod regression;
mod rules;
mod sentences;
#[cfg(feature = "serve")]
mod serve;
