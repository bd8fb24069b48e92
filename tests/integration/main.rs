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
mod layers;
mod properties;
mod readme;
mod regression;
mod rules;
mod sentences;
