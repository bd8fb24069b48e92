//! What one place gave: claims, who and what they name, events, and values in slots.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::Session;
use super::place::{Place, Position};
use crate::graph::coref::Mention;
use crate::graph::{
    About, Entity, EntityId, EntityKind, Graph, MentionId, Parsed, Role, Statement, StatementId, Value,
};
use crate::source::{SourceId, Span};
use crate::symbol::Sym;
use crate::view::inspect::claims::ClaimRow;
use crate::view::inspect::passage::Passage;

/// What one place gave.
#[derive(Debug, Serialize)]
pub struct Given<'a> {
    path: &'a str,
    /// As the command line names the place.
    pub(crate) position: String,
    pub(crate) source: &'a str,
    pub(crate) published: Option<String>,
    pub(crate) sentences: Vec<Passage<'a>>,
    pub(crate) claims: Vec<ClaimRow<'a>>,
    pub(crate) entities: Vec<EntityGiven<'a>>,
    pub(crate) events: Vec<EventGiven<'a>>,
    pub(crate) slots: Vec<SlotGiven<'a>>,
}

/// Somebody or something that is named here.
#[derive(Debug, Serialize)]
pub struct EntityGiven<'a> {
    /// Its fullest name.
    pub(crate) name: &'a str,
    pub(crate) kind: EntityKind,
    /// The words that mention it here.
    pub(crate) here: Vec<&'a str>,
    /// How many articles name it.
    pub(crate) articles: usize,
}

/// An event that is told of here, with what all that mentions it says together.
#[derive(Debug, Serialize)]
pub struct EventGiven<'a> {
    pub(crate) event: u32,
    pub(crate) class: &'a str,
    /// The words that mention it here.
    pub(crate) words: &'a str,
    pub(crate) participants: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) time: Option<String>,
    /// Does it stand in a headline or lead?
    pub(crate) main: bool,
    /// Is it something of another year or month?
    pub(crate) background: bool,
    /// Where else it is mentioned.
    pub(crate) elsewhere: Vec<Spot<'a>>,
}

/// A value that is put into a slot here.
#[derive(Debug, Serialize)]
pub struct SlotGiven<'a> {
    pub(crate) slot: u32,
    pub(crate) role: &'a str,
    /// What is counted or measured.
    pub(crate) what: Option<&'a str>,
    /// Whose slot it is.
    pub(crate) of: Option<String>,
    pub(crate) value: String,
    /// The words that carry it.
    pub(crate) words: &'a str,
    /// Who else puts a value there.
    pub(crate) elsewhere: Vec<Spot<'a>>,
}

/// Somewhere in an article.
#[derive(Debug, Serialize)]
pub struct Spot<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    pub(crate) value: Option<String>,
}

impl Spot<'_> {
    /// "a.txt:3:14"
    pub(crate) fn at(&self) -> String {
        format!("{}:{}:{}", self.path, self.line, self.column)
    }
}

/// What the articles of a session say, to be asked about places.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) session: &'a Session,
    /// The places' articles with their claims.
    pub(super) parsed: &'a [(Place, Parsed)],
}

impl<'a> Asked<'a> {
    pub(super) fn graph(self) -> &'a Graph {
        self.session.graph()
    }

    fn parsed_at(self, place: &Place) -> Option<&'a Parsed> {
        self.parsed.iter().find(|(known, _)| known.article == place.article).map(|(_, parsed)| parsed)
    }

    /// What a place gave.
    pub(super) fn given(self, position: &Position, place: &Place) -> Option<Given<'a>> {
        let parsed = self.parsed_at(place)?;
        let node = self.graph().articles.get(place.article as usize)?;
        let article = &parsed.article;
        let sentences = article.sentences.get(place.first as usize..place.end as usize).unwrap_or(&[]);
        let claims = parsed.reading.claims.iter().filter(|claim| place.holds(claim.sentence));
        Some(Given {
            path: &self.session.sources().get(node.source).path,
            position: position.to_string(),
            source: self.graph().outlet(place.article).map_or("", |outlet| outlet.as_str()),
            published: node.published.map(|day| day.to_string()),
            sentences: sentences.iter().map(|sentence| Passage::new(article, sentence.tokens)).collect(),
            claims: claims
                .map(|claim| ClaimRow::new(article, &parsed.reading, claim, &self.graph().lexicon))
                .collect(),
            entities: self.entities(place),
            events: self.mentions(place).into_iter().filter_map(|id| self.event(id)).collect(),
            slots: self.slots(place),
        })
    }

    fn entities(self, place: &Place) -> Vec<EntityGiven<'a>> {
        let graph = self.graph();
        let given = |(id, entity): (EntityId, &'a Entity)| {
            let mentions = graph.named_in(id);
            let own = mentions.iter().filter(|(article, _)| *article == place.article);
            let here = own.filter(|(_, extent)| place.span.contains(extent.span));
            let here: Vec<&str> = here.map(|(article, extent)| graph.text_of(*article, *extent)).collect();
            let articles: BTreeSet<u32> = mentions.iter().map(|(article, _)| *article).collect();
            let (name, kind) = (entity.name.written.as_str(), entity.name.kind);
            (!here.is_empty()).then_some(EntityGiven { name, kind, here, articles: articles.len() })
        };
        (0..).map(EntityId).zip(&graph.entities).filter_map(given).collect()
    }

    /// The mentions of events in the claims of a place.
    pub(super) fn mentions(self, place: &Place) -> Vec<MentionId> {
        let claims = self.parsed_at(place).map_or(&[][..], |parsed| &parsed.reading.claims);
        let here = |id: &MentionId| {
            let claim = self.graph().mention(*id).and_then(|mention| claims.get(mention.claim as usize));
            claim.is_some_and(|claim| place.holds(claim.sentence))
        };
        self.graph().told_in(place.article).into_iter().filter(here).collect()
    }

    fn event(self, id: MentionId) -> Option<EventGiven<'a>> {
        let graph = self.graph();
        let (mention, of) = (graph.mention(id)?, graph.event_of(id)?);
        let event = graph.events.get(of.0 as usize)?;
        let set = |roles: &[Role]| {
            let set = graph.in_role(of, roles);
            (!set.is_empty()).then(|| Value::from(&set[..]).text(graph))
        };
        let elsewhere = |other: MentionId| {
            let source = graph.articles.get(graph.article_of(other)? as usize)?.source;
            Some(self.spot(source, graph.mention(other)?.extent.span, None))
        };
        Some(EventGiven {
            event: of.0,
            class: graph.lexicon.class(mention.class).name.as_str(),
            words: graph.text_of(graph.article_of(id)?, mention.extent),
            participants: set(&Role::TAKES_PART),
            place: set(&[Role::Place]),
            time: event.time.as_ref().map(|when| when.to_string()),
            main: event.main,
            background: event.background,
            elsewhere: graph.mentions_of(of).into_iter().filter(|o| *o != id).filter_map(elsewhere).collect(),
        })
    }

    /// The statements of a place, in order.
    pub(super) fn statements(self, place: &Place) -> Vec<StatementId> {
        let all = self.graph().statements();
        all.filter(|(_, s)| s.article == place.article && place.span.contains(s.span))
            .map(|(id, _)| id)
            .collect()
    }

    pub(super) fn statement(self, id: StatementId) -> Option<Statement<'a>> {
        self.graph().statement(id)
    }

    /// That an event happened is no value: the events tell it.
    fn slots(self, place: &Place) -> Vec<SlotGiven<'a>> {
        let own = self.statements(place).into_iter().filter_map(|id| self.statement(id));
        own.filter(|statement| statement.role != "event").map(|statement| self.slot(statement)).collect()
    }

    fn slot(self, statement: Statement<'a>) -> SlotGiven<'a> {
        let graph = self.graph();
        let same = graph.statements().map(|(_, other)| other).filter(|other| {
            other.slot == statement.slot && (other.article, other.span) != (statement.article, statement.span)
        });
        SlotGiven {
            slot: statement.slot.0,
            role: statement.role.as_str(),
            what: statement.what.map(Sym::as_str),
            of: self.owner(&statement),
            value: graph.shown(&statement),
            words: self.words(&statement),
            elsewhere: same
                .filter_map(|other| {
                    let source = graph.articles.get(other.article as usize)?.source;
                    Some(self.spot(source, other.span, Some(graph.shown(&other))))
                })
                .collect(),
        }
    }

    /// Whose slot a statement fills.
    fn owner(self, statement: &Statement<'_>) -> Option<String> {
        let graph = self.graph();
        match statement.about {
            About::Entity(entity) => Some(Value::Entity(entity).text(graph)),
            About::Event(event, _) => Some(format!("event #{}", event.0)),
            About::Else => None,
        }
    }

    /// The words of a statement as they stand in its file.
    pub(super) fn words(self, statement: &Statement<'_>) -> &'a str {
        let source = self.graph().articles.get(statement.article as usize).map(|article| article.source);
        source.map_or("", |source| self.session.sources().get(source).slice(statement.span))
    }

    /// Where a statement stands.
    pub(super) fn spot_of(self, statement: &Statement<'_>) -> Option<Spot<'a>> {
        let source = self.graph().articles.get(statement.article as usize)?.source;
        let value = match statement.value {
            Value::Event(event) => format!("event #{}", event.0),
            _ => self.graph().shown(statement),
        };
        Some(self.spot(source, statement.span, Some(value)))
    }

    /// Where a mention of an event stands, with its words.
    pub(super) fn mentioned(self, mention: &Mention) -> Spot<'a> {
        let source = self.graph().articles.get(mention.article as usize).map_or(SourceId(0), |a| a.source);
        let words = self.session.sources().get(source).slice(mention.extent.span).to_owned();
        self.spot(source, mention.extent.span, Some(words))
    }

    fn spot(self, source: SourceId, span: Span, value: Option<String>) -> Spot<'a> {
        let file = self.session.sources().get(source);
        let position = file.position(span);
        Spot { path: &file.path, line: position.line, column: position.column, value }
    }
}
