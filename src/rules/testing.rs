//! Graphs made by hand, and rules in a line, for the tests of this room.

use std::sync::atomic::{AtomicUsize, Ordering};

use rustc_hash::FxHashMap;

use super::facts::{Facts, Relation};
use super::{Rule, validate};
use crate::claim::time::When;
use crate::diagnostic::{Diagnostic, Part};
use crate::graph::{
    About, ArticleNode, EntityId, Field, Setting, SlotId, Statement, StatementId, StoryId, Value,
};
use crate::lexicon::Lexicon;
use crate::source::{OffsetMap, SourceFile, SourceId, Span};
use crate::symbol::Sym;
use crate::truth::{Judged, Truth};

/// A statement as a test makes it.
#[derive(Debug)]
struct Made {
    article: u32,
    slot: SlotId,
    role: Sym,
    value: Value,
    span: Span,
}

/// A graph of which a test says everything itself. Fields that it does not give are unknown.
#[derive(Debug, Default)]
pub(crate) struct Board {
    articles: Vec<ArticleNode>,
    outlets: Vec<Sym>,
    statements: Vec<Made>,
    fields: FxHashMap<(StatementId, Field), Value>,
    /// How many comparisons the engine asked for.
    pub(crate) asked: AtomicUsize,
}

impl Board {
    /// Adds an article; its index.
    pub(crate) fn article(&mut self, outlet: &str, published: Option<&str>) -> u32 {
        let at = self.articles.len() as u32;
        let name = Sym::from(format!("{at}.txt"));
        let published = published.map(|day| day.parse().unwrap());
        let (source, story) = (SourceId(at), StoryId(0));
        let (text, part) = ("".into(), Part::Draft);
        let (country, house) = (None, false);
        let article = ArticleNode { source, part, name, published, story, country, text, house };
        self.articles.push(article);
        self.outlets.push(Sym::from(outlet));
        at
    }

    /// Puts an article into the archive that drafts are checked against.
    pub(crate) fn archive(&mut self, article: u32) {
        self.articles[article as usize].part = Part::Archive;
    }

    /// Adds a statement at a byte of an article. Statements come in order of article and place.
    pub(crate) fn say(
        &mut self,
        article: u32,
        place: u32,
        slot: u32,
        role: &str,
        value: Value,
    ) -> StatementId {
        let id = StatementId(self.statements.len() as u32);
        let span = Span { start: place, end: place + 10 };
        let (slot, role) = (SlotId(slot), Sym::from(role));
        self.statements.push(Made { article, slot, role, value, span });
        id
    }

    /// Gives a statement the value of a field.
    pub(crate) fn give(&mut self, statement: StatementId, field: Field, value: Value) {
        self.fields.insert((statement, field), value);
    }
}

/// A number as a value.
pub(crate) fn number(n: f64) -> Value {
    Value::Number(n)
}

/// A word as a value.
pub(crate) fn word(text: &str) -> Value {
    Value::Text(Sym::from(text))
}

/// A set of entities as a value.
pub(crate) fn people(ids: &[u32]) -> Value {
    Value::from(ids.iter().map(|id| EntityId(*id)).collect::<Vec<_>>().as_slice())
}

/// A day as a value.
pub(crate) fn day(text: &str) -> Value {
    let day = text.parse().unwrap();
    Value::from(When { days: Some((day, day)), ..When::default() })
}

/// So many days from an unknown day of publication.
pub(crate) fn days_from_publication(days: i32) -> Value {
    Value::from(When { offset: Some((days, days)), ..When::default() })
}

impl Facts for Board {
    fn articles(&self) -> &[ArticleNode] {
        &self.articles
    }

    fn outlet(&self, article: u32) -> Option<&Sym> {
        self.outlets.get(article as usize)
    }

    fn statement_count(&self) -> usize {
        self.statements.len()
    }

    fn statement(&self, id: StatementId) -> Option<Statement<'_>> {
        let Made { article, slot, role, value, span } = self.statements.get(id.0 as usize)?;
        let (what, speaker, about, words) = (None, None, About::Else, (span.start, span.end));
        let (article, slot, span) = (*article, *slot, *span);
        Some(Statement { article, slot, role, what, value, span, words, speaker, about })
    }

    fn field(&self, id: StatementId, field: Field) -> Value {
        let statement = &self.statements[id.0 as usize];
        let article = &self.articles[statement.article as usize];
        match field {
            Field::Slot => number(f64::from(statement.slot.0)),
            Field::Article => number(f64::from(statement.article)),
            Field::Role => Value::Text(statement.role.clone()),
            Field::Source => Value::Text(self.outlets[statement.article as usize].clone()),
            Field::Published => article
                .published
                .map_or(Value::Unknown, |d| Value::from(When { days: Some((d, d)), ..When::default() })),
            Field::Value => statement.value.clone(),
            field => self.fields.get(&(id, field)).cloned().unwrap_or(Value::Unknown),
        }
    }

    fn likelihood(&self, _: StatementId) -> Option<f32> {
        None
    }

    fn setting(&self, id: StatementId) -> Setting {
        let word = |field| match self.field(id, field) {
            Value::Text(word) => Some(word),
            _ => None,
        };
        Setting { country: word(Field::Place), day: word(Field::Day) }
    }

    fn relate(&self, relation: Relation, left: &Value, right: &Value) -> Judged {
        self.asked.fetch_add(1, Ordering::Relaxed);
        match (relation, left, right) {
            (_, Value::Unknown, _) | (_, _, Value::Unknown) => Judged::UNKNOWN,
            (Relation::Less, Value::Time(a), Value::Time(b)) => earlier(a, b),
            (Relation::Less, Value::Number(a), Value::Number(b)) => Judged::from(a < b),
            (Relation::Overlaps, Value::Entities(a), Value::Entities(b)) => {
                Judged::from(a.iter().any(|x| b.contains(x)))
            }
            (Relation::Conflicts, a, b) => Judged::from(a != b),
            (Relation::Similar, Value::Text(a), Value::Text(b)) => {
                Judged::from(a != b && strsim::levenshtein(a, b) == 1)
            }
            (Relation::Same | Relation::IsA, a, b) => Judged::from(a == b),
            _ => Judged::UNKNOWN,
        }
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Unknown => "unknown".to_string(),
            Value::Number(n) => n.to_string(),
            Value::Text(text) => text.to_string(),
            other => format!("{other:?}"),
        }
    }

    fn lexicon(&self) -> &Lexicon {
        Lexicon::built_in()
    }
}

fn earlier(a: &When, b: &When) -> Judged {
    match (a.days, b.days, a.offset, b.offset) {
        (Some(a), Some(b), ..) => Judged::from(a.1 < b.0),
        (.., Some(a), Some(b)) => Judged::assuming(a.1 < b.0),
        _ => Judged { truth: Truth::Unknown, assumed: true },
    }
}

/// Loads a rule; what is wrong with it comes with it.
pub(crate) fn load(id: &str, text: &str) -> (Option<Rule>, Vec<Diagnostic>, SourceFile) {
    let file = SourceFile::new(format!("{id}.toml"), text.into(), OffsetMap::identity());
    let (rule, problems) = validate::load("test", id, SourceId(9), &file, Lexicon::built_in());
    (rule, problems, file)
}

/// A rule with these patterns and conditions, and outcomes or the like after them.
pub(crate) fn rule(id: &str, find: &str, conditions: &str, more: &str) -> Rule {
    let text = format!(
        r#"
summary = "s"
severity = "error"
why = "w"
{find}
[where]
{conditions}
[report]
message = "{{a.source}} {{a.value}} ({{a.sources}}), {{b.source}} {{b.value}} ({{b.sources}})"
label.a = "here {{a.value}}"
label.b = "there {{b.value}}"
{more}
[[test]]
expect = "conflict"
article = []
"#
    );
    let (rule, problems, file) = load(id, &text);
    rule.unwrap_or_else(|| panic!("{}", told(&problems, &file)))
}

/// Problems as text: line, column, code, message, label and help.
pub(crate) fn told(problems: &[Diagnostic], file: &SourceFile) -> String {
    let line = |p: &Diagnostic| {
        let label = &p.labels[0];
        let at = file.position(label.span);
        let (marked, help) = (file.slice(label.span), p.help.as_deref().unwrap_or("-"));
        format!(
            "{}:{} {} {}: {}\n    {marked:?}: {}\n    help: {help}\n",
            at.line,
            at.column,
            p.severity.name(),
            p.code,
            p.message,
            label.message
        )
    };
    problems.iter().map(line).collect()
}
