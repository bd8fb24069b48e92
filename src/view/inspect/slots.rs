//! What rules compare: the statements of an article, each with the slot that it fills.

use serde::Serialize;

use super::passage::Passage;
use crate::graph::{About, Extent, Graph, Statement, Value};
use crate::symbol::Sym;
use crate::view::table::Row;

/// A statement in its slot.
#[derive(Debug, Serialize)]
pub struct SlotRow<'a> {
    /// The slot's number: statements of one number speak of one fact.
    slot: u32,
    /// What kind of owner the slot has.
    kind: Kind,
    /// Whose slot it is: an entity by its fullest name, an event by its class and number.
    owner: Option<String>,
    /// The role, as `[find]` asks for it.
    role: &'a str,
    /// What is counted or measured.
    what: Option<&'a str>,
    value: String,
    #[serde(flatten)]
    passage: Passage<'a>,
}

/// The kinds of owners.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Event,
    Entity,
    /// Neither: what several passages speak of, or a fact of the house.
    Else,
}

impl<'a> SlotRow<'a> {
    fn new(graph: &'a Graph, statement: &Statement<'a>) -> SlotRow<'a> {
        let (kind, owner) = match statement.about {
            About::Entity(entity) => (Kind::Entity, Some(Value::Entity(entity).text(graph))),
            About::Event(event, _) => {
                let class = graph.events.get(event.0 as usize).map(|e| &graph.lexicon.class(e.class).name);
                (Kind::Event, class.map(|class| format!("{class} #{}", event.0)))
            }
            About::Else => (Kind::Else, None),
        };
        // That an event happened is said of itself.
        let value = match statement.value {
            Value::Event(_) => "happened".to_owned(),
            _ => graph.shown(statement),
        };
        let text = graph.text_of(statement.article, Extent { span: statement.span, words: statement.words });
        SlotRow {
            slot: statement.slot.0,
            kind,
            owner,
            role: statement.role.as_str(),
            what: statement.what.map(Sym::as_str),
            value,
            passage: Passage::of(text, statement.span),
        }
    }
}

impl Row for SlotRow<'_> {
    const HEAD: &'static [&'static str] = &["slot", "owner", "role", "value", "words"];

    fn cells(&self) -> Vec<String> {
        let role = match self.what {
            Some(what) => format!("{} ({what})", self.role),
            None => self.role.to_owned(),
        };
        vec![
            format!("#{}", self.slot),
            self.owner.clone().unwrap_or_default(),
            role,
            self.value.clone(),
            self.passage.text.to_owned(),
        ]
    }
}

/// The statements of an article and of the graph that was made of it alone, in order.
pub fn rows(graph: &Graph) -> Vec<SlotRow<'_>> {
    let own = graph.statements().map(|(_, statement)| statement);
    let own = own.filter(|s| graph.articles.get(s.article as usize).is_some_and(|article| !article.house));
    own.map(|statement| SlotRow::new(graph, &statement)).collect()
}
