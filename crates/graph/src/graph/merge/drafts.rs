//! Which articles are checked: nobody is told of what an archive has against itself, so that is not looked for.

use crate::diagnostic::Part;
use crate::graph::ArticleNode;

/// Which articles are checked, by their numbers; all, where there is no archive.
pub(super) struct Drafts(Option<Box<[bool]>>);

impl Drafts {
    /// Every article is checked.
    pub(super) const ALL: Drafts = Drafts(None);

    /// Those among some articles.
    pub(super) fn of(articles: &[ArticleNode]) -> Drafts {
        let drafts: Box<[bool]> = articles.iter().map(|article| article.part == Part::Draft).collect();
        Drafts(drafts.contains(&false).then_some(drafts))
    }

    /// Is any of these articles checked?
    pub(super) fn any(&self, articles: impl IntoIterator<Item = u32>) -> bool {
        let Drafts(Some(drafts)) = self else { return true };
        articles.into_iter().any(|article| drafts.get(article as usize).copied().unwrap_or(true))
    }
}
