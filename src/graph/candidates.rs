//! Which articles of an archive can disagree with a draft.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::build::{Parsed, weighed_names};
use super::entity::keys;
use super::name::Name;
use crate::Sym;
use crate::diagnostic::Part;

/// Leaves out the archive's articles that name nobody and nothing that a draft names. Facts are compared where
/// stories meet, and stories meet in names: an article without any could not share a slot with a draft.
///
/// This keeps what comes after reading in proportion to the drafts and what is written about the same names.
pub fn candidates(articles: Vec<Parsed>) -> Vec<Parsed> {
    if articles.iter().all(|parsed| parsed.part == Part::Draft) {
        return articles;
    }
    let drafts = articles.iter().filter(|parsed| parsed.part == Part::Draft);
    let named: FxHashSet<Sym> = drafts.flat_map(names).collect();
    let relevant =
        |parsed: &Parsed| parsed.part == Part::Draft || names(parsed).any(|key| named.contains(&key));
    articles.into_par_iter().filter(relevant).collect()
}

/// The words by which stories are told apart and those under which names are looked up.
fn names(parsed: &Parsed) -> impl Iterator<Item = Sym> {
    let phrases = parsed.reading.phrases.iter();
    let looked_up = phrases.filter_map(|phrase| Name::of(&parsed.article, phrase));
    weighed_names(parsed).into_keys().chain(looked_up.flat_map(|name| keys(&name)))
}
