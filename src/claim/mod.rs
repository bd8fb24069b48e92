//! Stage 2: the nom grammar that turns tagged tokens into [`Claim`] tuples.

pub mod quantity;
pub mod time;
