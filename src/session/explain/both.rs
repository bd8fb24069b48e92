//! What two places have to do with each other: one story, one event, one slot? And what rules make of them.

use serde::Serialize;

use super::coreference::{self, MentionPair};
use super::given::{Asked, Spot};
use super::judge::{Conclusion, Judge, Made, SetAside};
use super::place::Place;
use crate::claim::time::When;
use crate::graph::{Apart, EntityId, EventId, EventMention, MentionId, Obstacle, Role, StatementId, Value};
use crate::rules::Rule;
use crate::rules::engine::between::{Between, between};
use crate::rules::engine::evaluate::Evaluated;
use crate::truth::Truth;

/// What two places have to do with each other.
#[derive(Debug, Serialize)]
pub struct Both<'a> {
    /// None: both articles tell one story. Else why they do not.
    pub(crate) stories_apart: Option<&'static str>,
    pub(crate) events: Vec<EventPair<'a>>,
    /// Words, one at each place, that may tell of one event, whatever its class.
    pub(crate) mentions: Vec<MentionPair<'a>>,
    pub(crate) slots: Vec<SlotPair<'a>>,
    pub(crate) rules: Vec<Verdict<'a>>,
}

/// Events of one class, one at each place.
#[derive(Debug, Serialize)]
pub struct EventPair<'a> {
    pub(crate) class: &'a str,
    /// The events' numbers.
    pub(crate) events: [u32; 2],
    /// Why they were not taken for one; none where they were.
    pub(crate) apart: Vec<String>,
}

/// A slot that both places put a value into.
#[derive(Debug, Serialize)]
pub struct SlotPair<'a> {
    pub(crate) slot: u32,
    pub(crate) role: &'a str,
    pub(crate) values: [Spot<'a>; 2],
    /// Why two amounts that are not the same may be one value all the same.
    pub(crate) may_be_one: Option<String>,
}

/// What a rule makes of the two places.
#[derive(Debug, Serialize)]
pub struct Verdict<'a> {
    pub(crate) rule: &'a str,
    pub(crate) enabled: bool,
    pub(crate) made: Made,
    /// In words.
    pub(crate) why: String,
    /// What keeps a finding from counting, or a rule from speaking.
    pub(crate) set_aside: Option<SetAside>,
    /// The statements that it compared, by the names of its variables.
    pub(crate) statements: Vec<(&'a str, Spot<'a>)>,
    pub(crate) conditions: Vec<Condition>,
}

/// A condition of a rule.
#[derive(Debug, Serialize)]
pub struct Condition {
    /// As the rule writes it.
    pub(crate) condition: String,
    pub(crate) verdict: &'static str,
    /// Does it rest on both articles having been published on one day?
    pub(crate) assumed: bool,
    /// Does it keep the rule silent?
    pub(crate) speaks_against: bool,
    /// What it read.
    pub(crate) values: String,
}

/// Two places of articles that were merged.
pub(super) struct Pair<'a> {
    pub(super) asked: Asked<'a>,
    pub(super) places: [Place; 2],
    /// What becomes of findings.
    pub(super) judge: Judge<'a>,
}

impl<'a> Pair<'a> {
    /// What the places have to do with each other.
    pub(super) fn explain(&self) -> Both<'a> {
        let statements = self.places.map(|place| self.asked.statements(&place));
        let [a, b] = &statements;
        let mut verdicts: Vec<Verdict<'_>> =
            self.asked.session.rules().rules.iter().map(|rule| self.verdict(rule, [a, b])).collect();
        // What is nearest to a finding first; the sort keeps the order of the rules.
        verdicts.sort_by_key(|v| (v.made as u8, v.conditions.iter().filter(|c| c.speaks_against).count()));
        Both {
            stories_apart: self.stories(),
            events: self.events(),
            mentions: coreference::pairs(self.asked, self.places),
            slots: self.slots(&statements),
            rules: verdicts,
        }
    }

    fn stories(&self) -> Option<&'static str> {
        let [a, b] = self.places.map(|place| place.article);
        let story = |at: u32| self.asked.graph().articles.get(at as usize).map(|article| article.story);
        if story(a) == story(b) {
            return None;
        }
        Some(match self.asked.session.apart(a, b) {
            Apart::Far => "they share too few words that other articles do not have, or others are nearer",
            Apart::Farther => "one of them is much nearer to another article",
            Apart::Names => "they name too few of the same people, places and things",
            Apart::Marks => "the day, the hour or the strength tells two events apart",
            Apart::Days => "too many days lie between them",
            Apart::Others => "each belongs to articles that tell another story",
        })
    }

    /// Pairs of events of one class; of two mentions of one event the first counts.
    fn events(&self) -> Vec<EventPair<'a>> {
        let [ours, theirs] = self.places.map(|place| self.asked.mentions(&place));
        let mut pairs: Vec<EventPair<'_>> = Vec::new();
        let graph = self.asked.graph();
        let mention = |id: &MentionId| Some((graph.mention(*id)?, graph.event_of(*id)?));
        for (a, x) in ours.iter().filter_map(mention) {
            for (b, y) in theirs.iter().filter_map(mention).filter(|(b, _)| a.class == b.class) {
                if pairs.iter().any(|pair| pair.events == [x.0, y.0]) {
                    continue;
                }
                let class = graph.lexicon.class(a.class).name.as_str();
                let apart = if x == y { Vec::new() } else { self.apart(x, b) };
                pairs.push(EventPair { class, events: [x.0, y.0], apart });
            }
        }
        pairs
    }

    /// Why a mention is not of an event.
    fn apart(&self, id: EventId, b: &EventMention) -> Vec<String> {
        let graph = self.asked.graph();
        if self.stories().is_some() {
            return vec!["the articles tell different stories".to_owned()];
        }
        let Some(event) = graph.events.get(id.0 as usize) else { return Vec::new() };
        let names = |set: &[EntityId]| Value::from(set).text(graph);
        let time = |when: Option<&When>| when.map_or_else(String::new, |when| when.to_string());
        let ours = |roles: &[Role]| names(&graph.in_role(id, roles));
        let why: Vec<String> = graph
            .obstacles(id, b)
            .into_iter()
            .map(|obstacle| match obstacle {
                Obstacle::Time => {
                    format!("{} is not {}", time(event.time.as_deref()), time(b.time.as_deref()))
                }
                Obstacle::Background => "one is background of another year or month".to_owned(),
                Obstacle::Participants => match (ours(&Role::TAKES_PART), names(b.roles.participants())) {
                    (a, b) if a == b => format!("{a} do it the other way round"),
                    (a, b) => format!("{a} took part in the one, {b} in the other"),
                },
                Obstacle::Place => {
                    format!("the one is in {}, the other in {}", ours(&[Role::Place]), names(b.roles.place()))
                }
            })
            .collect();
        match why.is_empty() {
            true => {
                vec!["too little ties them: nobody whom both name, or several events that fit".to_owned()]
            }
            false => why,
        }
    }

    fn slots(&self, statements: &[Vec<StatementId>; 2]) -> Vec<SlotPair<'a>> {
        let [ours, theirs] = statements;
        let mut pairs: Vec<SlotPair<'_>> = Vec::new();
        for a in ours.iter().filter_map(|id| self.asked.statement(*id)).filter(|a| a.role != "event") {
            let b = theirs.iter().filter_map(|id| self.asked.statement(*id)).find(|b| b.slot == a.slot);
            let Some((first, second)) = b.and_then(|b| self.asked.spot_of(&a).zip(self.asked.spot_of(&b)))
            else {
                continue;
            };
            if pairs.iter().all(|pair| pair.slot != a.slot.0) {
                let may_be_one = b.and_then(|b| a.value.may_be_one(b.value, &self.asked.graph().lexicon));
                let (slot, role, values) = (a.slot.0, a.role.as_str(), [first, second]);
                pairs.push(SlotPair { slot, role, values, may_be_one });
            }
        }
        pairs
    }

    fn verdict(&self, rule: &'a Rule, statements: [&[StatementId]; 2]) -> Verdict<'a> {
        let mut verdict = Verdict {
            rule: rule.id.as_str(),
            enabled: rule.enabled,
            made: Made::Nothing,
            why: "neither place gives what it compares".to_owned(),
            set_aside: None,
            statements: Vec::new(),
            conditions: Vec::new(),
        };
        match between(rule, self.asked.graph(), statements) {
            Between::Nothing => {}
            Between::OneSided { place, given, why } => {
                verdict.made = Made::OneSided;
                let given = self.asked.statement(given);
                let role = given.map_or("", |given| given.role.as_str());
                let which = ["first", "second"].get(place).copied().unwrap_or_default();
                verdict.why =
                    format!("only the {which} place gives what it compares ({role}); at the other, {why}");
            }
            Between::Evaluated(weighing) => {
                let Conclusion { made, why, set_aside } = self.judge.conclude(rule, &weighing);
                (verdict.made, verdict.why, verdict.set_aside) = (made, why, set_aside);
                let named = rule.variables.iter().zip(&weighing.statements);
                verdict.statements = named
                    .filter_map(|(variable, id)| {
                        Some((variable.name.as_str(), self.asked.spot_of(&self.asked.statement(*id)?)?))
                    })
                    .collect();
                let condition = |weighed: &Evaluated| self.condition(rule, weighed);
                verdict.conditions = weighing.conditions.iter().map(condition).collect();
            }
        }
        // Whatever these two statements show: what a check finds here counts.
        if let Some(Conclusion { made, why, set_aside }) = self.judge.found(rule) {
            (verdict.made, verdict.why, verdict.set_aside) = (made, why, set_aside);
        }
        verdict
    }

    fn condition(&self, rule: &Rule, weighed: &Evaluated) -> Condition {
        use crate::rules::engine::evaluate::Clause;
        let clause = match weighed.clause {
            Clause::All => "",
            Clause::Any => "any: ",
            Clause::Unless => "unless: ",
        };
        Condition {
            condition: format!(
                "{clause}{}",
                self.asked.session.sources().get(rule.source).slice(weighed.span)
            ),
            verdict: match weighed.judged.truth {
                Truth::True => "true",
                Truth::False => "false",
                Truth::Unknown => "unknown",
            },
            assumed: weighed.judged.assumed,
            speaks_against: weighed.speaks_against,
            values: weighed.values.clone(),
        }
    }
}
