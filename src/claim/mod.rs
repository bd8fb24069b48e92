//! Stage 2: the nom grammar that turns tagged tokens into claim tuples.

pub mod input;
pub mod time;
