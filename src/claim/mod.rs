//! Stage 2: the nom grammar that turns tagged tokens into [`Claim`] tuples.

pub mod input;
pub mod quantity;
pub mod time;
