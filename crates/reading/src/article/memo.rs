//! Words that were looked up before. News repeats its words, and to find out anew what is known of one costs a copy in
//! lower case and visits to several tables.

/// Longest word that is remembered, in bytes.
const LONGEST: usize = 15;

/// What is known of at most `SLOTS` of the words of late, by how they are written and a mark, such as their tag.
#[derive(Debug)]
pub struct Memo<T, const SLOTS: usize> {
    /// None until the first word comes; then a new word takes the place of an older one.
    slots: Vec<(u128, T)>,
}

impl<T: Clone, const SLOTS: usize> Default for Memo<T, SLOTS> {
    fn default() -> Memo<T, SLOTS> {
        Memo::new()
    }
}

impl<T: Clone, const SLOTS: usize> Memo<T, SLOTS> {
    /// Remembers nothing yet.
    pub const fn new() -> Memo<T, SLOTS> {
        Memo { slots: Vec::new() }
    }

    /// What is known of a word with a mark, which `find` finds if nobody asked for it of late.
    #[inline]
    pub fn of(&mut self, word: &str, mark: u8, find: impl FnOnce() -> T) -> T {
        let Some(key) = key(word, mark) else { return find() };
        let place = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = (place >> (64 - SLOTS.ilog2())) as usize;
        match self.slots.get_mut(place) {
            Some((known, value)) if *known == key => value.clone(),
            Some(slot) => {
                *slot = (key, find());
                slot.1.clone()
            }
            None => {
                let found = find();
                // No key is 0.
                self.slots = vec![(0, found.clone()); SLOTS];
                if let Some(slot) = self.slots.get_mut(place) {
                    slot.0 = key;
                }
                found
            }
        }
    }
}

/// The word's bytes and the mark; never 0.
#[inline]
fn key(word: &str, mark: u8) -> Option<u128> {
    let mut bytes = [0; LONGEST + 1];
    let (text, last) = bytes.split_at_mut(LONGEST);
    text.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    last.fill(mark.checked_add(1)?);
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_once_while_it_is_remembered() {
        let (mut memo, mut looks) = (Memo::<_, 64>::new(), 0);
        for word in ["ship", "ship", "sank", "ship"] {
            let length = memo.of(word, 0, || {
                looks += 1;
                word.len()
            });
            assert_eq!(length, word.len());
        }
        assert_eq!(looks, 2);
    }

    #[test]
    fn words_differ_by_letters_case_and_mark() {
        let mut memo = Memo::<_, 64>::new();
        let mut known = |word, mark, value| memo.of(word, mark, || value);
        assert_eq!(
            [known("may", 0, 1), known("May", 0, 2), known("may", 1, 3), known("ma", 0, 4)],
            [1, 2, 3, 4]
        );
        assert_eq!(known("a-word-that-is-too-long", 0, 5), 5);
        assert_eq!(known("a-word-that-is-too-long", 0, 6), 6);
    }
}
