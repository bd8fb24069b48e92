//! Words as values: titles, names, quotations.

use crate::Sym;
use crate::lexicon::Lexicon;
use crate::truth::Judged;

/// Names whose spelling agrees to at least this share are taken for variants of one.
const ALIKE: f64 = 0.8;

/// Do two words exclude each other: ranks of one ladder, listed opposites?
pub(super) fn conflict(a: Sym, b: Sym) -> Judged {
    if a == b {
        return Judged::FALSE;
    }
    let lexicon = Lexicon::builtin();
    if let Some(conflict) = lexicon.ranks_conflict(a, b) {
        return Judged::from(conflict);
    }
    if lexicon.opposites(a).contains(&b) { Judged::TRUE } else { Judged::UNKNOWN }
}

/// Are two texts nearly the same, but not quite?
pub(super) fn similar(a: Sym, b: Sym) -> Judged {
    Judged::from(a != b && strsim::normalized_damerau_levenshtein(&a, &b) >= ALIKE)
}

/// "A", "A and B", "A, B and C".
pub(super) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
