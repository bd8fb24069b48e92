//! Which articles of an archive can disagree with a draft.

use rustc_hash::{FxHashMap, FxHashSet};

use super::extract::Parsed;
use super::name::Name;
use crate::diagnostic::Part;
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

/// A name that more articles have than this does not lead from a draft to them by itself. Of 80 drafts against 963 articles
/// of annotated stories, 64 here find 55 conflicts and 16 as many in less than half the time.
const COMMON: usize = 16;
/// So many articles for each draft are looked at in any case: those that share the most, and the rarest, names with it.
const NEAREST: usize = 128;

/// An article among those of which some are left out.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its side of the check.
    pub part: Part,
    /// The words under which those are looked up whom it names: what [`names`] gives.
    pub names: Vec<Sym>,
}

/// Which articles are kept: not those of the archive that name nobody and nothing that a draft names, or only what many
/// others name as well. Facts are compared where stories meet, and stories meet in names: an article without any could
/// not share a slot with a draft.
///
/// This keeps what comes after reading in proportion to the drafts, whatever the size of the archive.
pub fn candidates(articles: &[Candidate]) -> Vec<bool> {
    let mut kept: Vec<bool> = articles.iter().map(|article| article.part == Part::Draft).collect();
    let drafts = kept.iter().filter(|kept| **kept).count();
    let shared = shared(articles);
    let mut having: FxHashMap<&str, usize> = FxHashMap::default();
    shared.iter().flatten().for_each(|name| *having.entry(name).or_default() += 1);
    let count = |name: &Sym| having.get(name.as_str()).copied().unwrap_or(1);
    let leads = |names: &[&Sym]| names.iter().any(|name| count(name) <= COMMON);
    let nearness = |names: &[&Sym]| -> f32 {
        names.iter().map(|name| (1.0 + articles.len() as f32 / count(name) as f32).ln()).sum()
    };
    let archive = (0..articles.len()).zip(&shared).filter(|(at, names)| !kept[*at] && !names.is_empty());
    let mut nearest: Vec<(usize, f32)> = archive.map(|(at, names)| (at, nearness(names))).collect();
    // The sort is stable: among equals the one that comes first in the archive.
    nearest.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (rank, (at, _)) in nearest.into_iter().enumerate() {
        kept[at] = rank < NEAREST.saturating_mul(drafts) || leads(&shared[at]);
    }
    kept
}

/// The names that each article has in common with the drafts.
fn shared(articles: &[Candidate]) -> Vec<Vec<&Sym>> {
    let drafts = articles.iter().filter(|article| article.part == Part::Draft);
    let known: FxHashSet<&Sym> = drafts.flat_map(|article| &article.names).collect();
    articles.iter().map(|a| a.names.iter().filter(|name| known.contains(name)).collect()).collect()
}

/// The words under which those are looked up whom an article names, ascending. What it names again is looked up once.
pub fn names(parsed: &Parsed, lexicon: &Lexicon) -> Vec<Sym> {
    let Parsed { article, reading, .. } = parsed;
    let mut known: FxHashSet<(&str, bool)> = FxHashSet::default();
    let named = reading.phrases.iter().filter(|phrase| !phrase.name.is_empty());
    let new = named.filter(move |p| known.insert((article.phrase(p.name), p.titles.is_empty())));
    let read = new.filter_map(|phrase| Name::of(article, phrase, lexicon));
    let mut names: Vec<Sym> = read.flat_map(|name| name.keys(lexicon)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests;
