//! How much work reading makes: looks at words and chunks, counted where tests ask.

/// Notes a look at a word or a chunk.
#[inline(always)]
pub(super) fn look() {
    #[cfg(test)]
    LOOKS.with(|looks| looks.set(looks.get() + 1));
}

#[cfg(test)]
thread_local! {
    static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// How many looks some work takes on this thread.
#[cfg(test)]
pub(super) fn looks_of(work: impl FnOnce()) -> u64 {
    LOOKS.with(|looks| looks.set(0));
    work();
    LOOKS.with(std::cell::Cell::get)
}
