//! Graphs of articles that a test writes.

use super::{EntityId, EventId, Graph, Parsed, build};
use crate::article::Article;
use crate::claim;
use crate::diagnostic::Part;
use crate::lexicon::Lexicon;
use crate::source::SourceId;
use crate::symbol::Sym;

/// The graph of some articles, each with its outlet. They are undated; their files are numbered.
pub(crate) fn graph_of(articles: &[(&str, &str)]) -> Graph {
    let lexicon = Lexicon::built_in();
    let parsed = (0..).zip(articles).map(|(number, (outlet, text))| {
        let article = Article { source: SourceId(number), ..Article::from_text(text, lexicon) };
        let reading = claim::read(&article, lexicon);
        let (outlet, name) = (Sym::from(*outlet), Sym::from(format!("{number}.txt")));
        Parsed { article, reading, part: Part::Draft, outlet, name }
    });
    build(&parsed.collect::<Vec<_>>(), lexicon)
}

impl Graph {
    /// The entity that is called so in full.
    pub(crate) fn named(&self, name: &str) -> Option<EntityId> {
        let at = self.entities.iter().position(|entity| entity.name.written == name)?;
        Some(EntityId(at as u32))
    }

    /// The events of a class, each with the words that mention it and their articles.
    pub(crate) fn told(&self, class: &str) -> Vec<Vec<(u32, &str)>> {
        let events = (0..).map(EventId).zip(&self.events);
        let of_class = events.filter(|(_, event)| self.lexicon.class(event.class).name == class);
        let mention = |id| {
            let article = self.article_of(id)?;
            Some((article, self.text_of(article, self.mention(id)?.predicate)))
        };
        of_class.map(|(id, _)| self.mentions_of(id).into_iter().filter_map(mention).collect()).collect()
    }
}
