//! Stage 5: a [`Report`](crate::diagnostic::Report) becomes bytes, for people or for programs.
//!
//! Severity, message and order are final before they come here. What a view adds is safety: every text that
//! came from outside passes through [`clean`] on its way out.

pub mod clean;
mod excerpt;
pub mod github;
pub mod graph;
pub mod html;
pub mod human;
pub mod inspect;
pub mod json;
pub mod markdown;
#[cfg(test)]
mod sample;
pub mod sarif;
pub mod short;
mod sides;
pub mod summary;
pub mod table;
pub(crate) mod uri;
pub mod wrap;
