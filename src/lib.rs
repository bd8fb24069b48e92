//! gainsay reads news articles and shows where they contradict each other or themselves.

pub mod article;
pub mod claim;
pub mod config;
pub mod diagnostic;
pub mod graph;
pub mod hint;
pub mod lexicon;
pub mod source;
pub mod truth;
pub mod view;

/// An interned string: compared and hashed as a pointer, ordered as text.
pub use ustr::Ustr as Sym;
