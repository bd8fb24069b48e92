//! How much work a sentence may make.

use std::cell::Cell;

/// Each look at a chunk takes one away. With nothing left there is no next chunk, so that every parser ends. No
/// sentence that people write comes near it; hostile text costs no more than its length.
#[derive(Debug)]
pub struct Fuel(Cell<u32>);

impl Fuel {
    /// Looks for each chunk. The grammar of news takes about twenty; a sentence of the corpora that takes the most, less
    /// than five hundred.
    pub const LOOKS: u32 = 800;

    /// For a sentence of so many chunks.
    pub fn of(chunks: usize) -> Fuel {
        Fuel(Cell::new(u32::try_from(chunks).unwrap_or(u32::MAX).saturating_mul(Fuel::LOOKS)))
    }

    /// How many looks are left.
    pub fn left(&self) -> u32 {
        self.0.get()
    }

    /// Takes one look, if any is left.
    #[inline]
    pub(super) fn burn(&self) -> Option<()> {
        self.0.set(self.0.get().checked_sub(1)?);
        Some(())
    }
}
