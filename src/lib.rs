//! gainsay reads news articles and shows where they contradict each other or themselves.

pub mod article;
pub mod claim;
pub mod diagnostic;
pub mod source;
pub mod truth;

/// An interned string: compared and hashed as a pointer, ordered as text.
pub use ustr::Ustr as Sym;
