//! Lemmas that were found before. News repeats its words, and to find one anew costs a lower-case copy, some
//! look-ups and a visit to the table of symbols, which all threads share.

use std::cell::RefCell;

use crate::Sym;
use crate::article::Tag;

/// Words that a thread remembers; a new one takes the place of an older one.
const SLOTS: usize = 4096;
/// Longest word that is remembered, in bytes.
const LONGEST: usize = 15;

thread_local! {
    static MEMO: RefCell<Vec<Slot>> = RefCell::new(vec![Slot::default(); SLOTS]);
}

#[derive(Clone, Copy, Default)]
struct Slot {
    key: u128,
    lemma: Sym,
}

/// The lemma of a word with a tag, which `find` finds if nobody asked for it of late.
pub(super) fn remembered(word: &str, tag: Tag, find: impl Fn() -> Sym) -> Sym {
    let Some(key) = key(word, tag) else { return find() };
    let place = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.ilog2());
    MEMO.with_borrow_mut(|slots| match slots.get_mut(place as usize) {
        Some(slot) => {
            if slot.key != key {
                *slot = Slot { key, lemma: find() };
            }
            slot.lemma
        }
        None => find(),
    })
}

/// The word's bytes and its tag; never 0.
fn key(word: &str, tag: Tag) -> Option<u128> {
    let mut bytes = [0; LONGEST + 1];
    let (text, last) = bytes.split_at_mut(LONGEST);
    text.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    last.fill(tag as u8 + 1);
    Some(u128::from_le_bytes(bytes))
}
