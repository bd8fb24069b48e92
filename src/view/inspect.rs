//! What is read in one article, layer by layer: rows for people and programs.

pub mod claims;
pub mod entities;
pub mod events;
pub mod passage;
pub mod sentences;
pub mod slots;
pub mod times;
pub mod tokens;
