//! A word as the program keeps it: short ones (23 bytes and fewer) inside the value, longer ones shared.
//!
//! Nothing is interned for ever: what an article contains is let go with the article.

/// A word or a short text: cheap to clone, compared and ordered as text.
pub use smol_str::SmolStr as Sym;
