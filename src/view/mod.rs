//! Stage 5: a [`Report`](crate::diagnostic::Report) becomes bytes, for people or for programs.
//!
//! Severity, message and order are final before they come here. What a view adds is safety: every text that
//! came from outside passes through [`clean`] on its way out.

pub mod clean;
mod excerpt;
pub mod human;
pub mod json;
#[cfg(test)]
mod sample;
