use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn a_cover_contains_what_one_of_its_pieces_contains(
        pieces in proptest::collection::vec((0usize..30, 0usize..10), 0..8),
        (start, length) in (0usize..30, 0usize..6),
    ) {
        let pieces: Vec<Tokens> = pieces.into_iter().map(|(start, length)| Tokens::new(start, start + length)).collect();
        let asked = Tokens::new(start, start + length);
        let one_does = pieces.iter().any(|piece| piece.contains(asked));
        prop_assert_eq!(Cover::of(pieces.into_iter()).contains(asked), one_does);
    }
}
