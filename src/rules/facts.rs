//! What the engine asks of the knowledge graph.

use crate::graph::{ArticleNode, Field, Graph, Setting, Statement, StatementId, Value};
use crate::lexicon::Lexicon;
use crate::symbol::Sym;
use crate::truth::Judged;

/// A way in which two values can stand to each other; every operator of the rule language is made of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They say the same.
    Same,
    /// They cannot both be true of one slot.
    Conflicts,
    /// The first is less, or earlier.
    Less,
    /// They share something.
    Overlaps,
    /// The first lies inside the second.
    Within,
    /// They are alike to the eye.
    Similar,
    /// The first class is the second or lies below it.
    IsA,
}

/// A knowledge graph as the engine sees it. [`Graph`] is the one that articles make.
pub trait Facts: Sync {
    /// The articles, in the order in which findings are told.
    fn articles(&self) -> &[ArticleNode];

    /// The outlet of an article.
    fn outlet(&self, article: u32) -> Option<&Sym>;

    /// How many statements there are; a [`StatementId`] counts them in order of article and position.
    fn statement_count(&self) -> usize;

    /// A statement.
    fn statement(&self, id: StatementId) -> Option<Statement<'_>>;

    /// The value of a field of a statement.
    fn field(&self, statement: StatementId, field: Field) -> Value;

    /// How probable it is that a statement and one that it disputes answer one question, if a model was asked.
    fn likelihood(&self, statement: StatementId) -> Option<f32>;

    /// Where and when the fact of a statement took place.
    fn setting(&self, statement: StatementId) -> Setting;

    /// How two values stand to each other.
    fn relate(&self, relation: Relation, left: &Value, right: &Value) -> Judged;

    /// A value as a reader would write it.
    fn text(&self, value: &Value) -> String;

    /// The value of a statement for people.
    fn shown(&self, statement: &Statement<'_>) -> String {
        self.text(statement.value)
    }

    /// The vocabulary in which the articles were read.
    fn lexicon(&self) -> &Lexicon;
}

impl Facts for Graph {
    fn articles(&self) -> &[ArticleNode] {
        &self.articles
    }

    fn outlet(&self, article: u32) -> Option<&Sym> {
        Graph::outlet(self, article)
    }

    fn statement_count(&self) -> usize {
        Graph::statement_count(self)
    }

    fn statement(&self, id: StatementId) -> Option<Statement<'_>> {
        Graph::statement(self, id)
    }

    fn field(&self, statement: StatementId, field: Field) -> Value {
        Graph::field(self, statement, field)
    }

    fn likelihood(&self, statement: StatementId) -> Option<f32> {
        Graph::likelihood(self, statement)
    }

    fn setting(&self, statement: StatementId) -> Setting {
        Graph::statement(self, statement).map(|s| Graph::setting(self, &s)).unwrap_or_default()
    }

    fn relate(&self, relation: Relation, left: &Value, right: &Value) -> Judged {
        match relation {
            Relation::Same => left.same(right, self),
            Relation::Conflicts => left.conflicts(right, self),
            Relation::Less => left.less(right, self),
            Relation::Overlaps => left.overlaps(right, self),
            Relation::Within => left.within(right, self),
            Relation::Similar => left.similar(right, self),
            Relation::IsA => left.same(right, self).or(left.within(right, self)),
        }
    }

    fn text(&self, value: &Value) -> String {
        value.text(self)
    }

    fn shown(&self, statement: &Statement<'_>) -> String {
        Graph::shown(self, statement)
    }

    fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
