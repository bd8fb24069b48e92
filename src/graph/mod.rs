//! Stage 3: the claims of all articles become one knowledge graph of entities, events and their slots.

use jiff::civil::Date;

use crate::Sym;
use crate::source::{SourceId, Span};

pub mod value;

pub use value::{Type, Value};

/// An entity of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub u32);

/// An event of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub u32);

/// A statement of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementId(pub u32);

/// A slot: one role of one entity or event. Statements that fill the same slot speak of the same fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub u32);

/// What one claim puts into one slot, with its provenance. Rules compare statements.
///
/// Every claim that mentions an event gives at least one statement whose role is "event": that it happened.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The article, as an index into [`Graph::articles`].
    pub article: u32,
    /// The claim, as an index into the article's claims.
    pub claim: u32,
    /// The slot.
    pub slot: SlotId,
    /// The role's name: "event", "killed", "age", "when", "title", "name", ...
    pub role: Sym,
    /// What the claim puts there.
    pub value: Value,
    /// The shortest phrase that carries it: bytes in the article's file.
    pub span: Span,
}

/// An article as the graph knows it.
#[derive(Debug, Clone)]
pub struct ArticleNode {
    /// Its file.
    pub source: SourceId,
    /// The outlet's name, or the file's name where it has none.
    pub outlet: Sym,
    /// The file's name for messages ("phone-call.txt").
    pub name: Sym,
    /// The day of publication, if known.
    pub published: Option<Date>,
}

/// The knowledge graph.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The articles, in order of their paths.
    pub articles: Vec<ArticleNode>,
    /// All statements, in order of article and position.
    pub statements: Vec<Statement>,
}

/// A field of a statement that a rule can name, as in `first.participants`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The slot that the statement fills.
    Slot,
    /// The role's name.
    Role,
    /// What it says.
    Value,
    /// The event that the claim mentions.
    Event,
    /// The class of that event ("meet").
    Class,
    /// The entity whose slot it is, if it is an entity's.
    Entity,
    /// When it happened.
    Time,
    /// Where.
    Place,
    /// All who took part.
    Participants,
    /// Who did it.
    Who,
    /// To whom.
    Whom,
    /// "affirmed" or "negated".
    Polarity,
    /// "did", "will", "may", "reportedly", ...
    Modality,
    /// "first" is 1.
    Ordinal,
    /// Who says so; unknown when the narrator does.
    Speaker,
    /// The outlet.
    Source,
    /// The article.
    Article,
    /// The day of publication.
    Published,
    /// Does it belong to the article's main story?
    Main,
    /// The words of the statement.
    Text,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 20] = [
        Field::Slot,
        Field::Role,
        Field::Value,
        Field::Event,
        Field::Class,
        Field::Entity,
        Field::Time,
        Field::Place,
        Field::Participants,
        Field::Who,
        Field::Whom,
        Field::Polarity,
        Field::Modality,
        Field::Ordinal,
        Field::Speaker,
        Field::Source,
        Field::Article,
        Field::Published,
        Field::Main,
        Field::Text,
    ];

    /// As rules write it.
    pub fn name(self) -> &'static str {
        match self {
            Field::Slot => "slot",
            Field::Role => "role",
            Field::Value => "value",
            Field::Event => "event",
            Field::Class => "class",
            Field::Entity => "entity",
            Field::Time => "time",
            Field::Place => "place",
            Field::Participants => "participants",
            Field::Who => "who",
            Field::Whom => "whom",
            Field::Polarity => "polarity",
            Field::Modality => "modality",
            Field::Ordinal => "ordinal",
            Field::Speaker => "speaker",
            Field::Source => "source",
            Field::Article => "article",
            Field::Published => "published",
            Field::Main => "main",
            Field::Text => "text",
        }
    }

    /// What kind of value it holds.
    pub fn kind(self) -> Type {
        match self {
            Field::Slot | Field::Article | Field::Ordinal => Type::Number,
            Field::Role | Field::Class | Field::Polarity | Field::Modality => Type::Text,
            Field::Source | Field::Text => Type::Text,
            Field::Value => Type::Any,
            Field::Event => Type::Event,
            Field::Entity | Field::Who | Field::Whom | Field::Speaker => Type::Entity,
            Field::Time | Field::Published => Type::Time,
            Field::Place | Field::Participants => Type::Entities,
            Field::Main => Type::Truth,
        }
    }
}

impl Graph {
    /// The value of a field of a statement.
    pub fn field(&self, statement: StatementId, field: Field) -> Value {
        let _ = (statement, field);
        Value::Unknown
    }
}
