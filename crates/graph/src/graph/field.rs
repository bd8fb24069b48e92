//! The fields of a statement that rules can name.

use super::weights::OF_DISPUTE;
use super::{About, EntityId, Extent, Graph, Role, Statement, StatementId, Type, Value, role};
use crate::claim::time::When;
use crate::symbol::Sym;
use crate::truth::Judged;

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
    /// On which day of the calendar, as far as a date tells.
    Day,
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
    /// The story that the article tells.
    Story,
    /// Which noun is counted, which thing is meant.
    What,
    /// Do all who take part in such an event stand on one footing?
    Symmetric,
    /// Does such an event happen again and again to the same people?
    Repeats,
    /// Does such an event happen at most once to the same one?
    Once,
    /// Do outlets name each other as the source of it, in a circle?
    Circular,
    /// Is it so unlike what it disputes that the two hardly speak of one thing?
    Doubtful,
    /// Has its article another value beside it which another article gives in its place?
    Torn,
    /// The words of the statement.
    Text,
    /// Does a fact of the house say it, and no article?
    House,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 30] = [
        Field::Slot,
        Field::Role,
        Field::Value,
        Field::Event,
        Field::Class,
        Field::Entity,
        Field::Time,
        Field::Day,
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
        Field::Story,
        Field::What,
        Field::Symmetric,
        Field::Repeats,
        Field::Once,
        Field::Circular,
        Field::Doubtful,
        Field::Torn,
        Field::Text,
        Field::House,
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
            Field::Day => "day",
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
            Field::Story => "story",
            Field::What => "what",
            Field::Symmetric => "symmetric",
            Field::Repeats => "repeats",
            Field::Once => "once",
            Field::Circular => "circular",
            Field::Doubtful => "doubtful",
            Field::Torn => "torn",
            Field::Text => "text",
            Field::House => "house",
        }
    }

    /// What it is, for the reference page.
    pub fn doc(self) -> &'static str {
        match self {
            Field::Slot => "the fact that the statement is about",
            Field::Role => "the slot's role",
            Field::Value => "what it says",
            Field::Event => "the event that the claim mentions; in `[find]`, its class",
            Field::Class => "the event's class; in a message, the noun for it",
            Field::Entity => "whose slot it is, if it is an entity's",
            Field::Time => "when it happened",
            Field::Day => "on which day of the calendar, as far as a date tells",
            Field::Place => "where",
            Field::Participants => "all who took part",
            Field::Who => "who did it",
            Field::Whom => "to whom",
            Field::Polarity => "does the claim say that it is so, or that it is not?",
            Field::Modality => "how far the claim commits itself",
            Field::Ordinal => "which of its kind: \"first\" is 1",
            Field::Speaker => "who says so; unknown when the narrator does",
            Field::Source => "the outlet",
            Field::Article => "the article",
            Field::Published => "the day of publication",
            Field::Main => "does it stand in the headline or the lead?",
            Field::Story => "the story that the article tells",
            Field::What => "which noun is counted, which thing is meant",
            Field::Symmetric => "do all who take part in an event of this class stand on one footing?",
            Field::Repeats => "does an event of this class happen to the same people again and again?",
            Field::Once => "does an event of this class happen at most once to the same one?",
            Field::Doubtful => {
                "do it and the others in its slot hardly speak of one thing, as far as their sentences tell, or is it \
                 torn?"
            }
            Field::Torn => {
                "has its article another value beside it, which another article gives in its place: a day of such events \
                 of one person, an amount?"
            }
            Field::Circular => "do outlets name each other as the source of it, in a circle?",
            Field::Text => "the words of the statement",
            Field::House => "does a fact of the house say it, and no article?",
        }
    }

    /// What kind of value it holds.
    pub fn kind(self) -> Type {
        match self {
            Field::Slot | Field::Article | Field::Ordinal | Field::Story => Type::Number,
            Field::Role | Field::Class | Field::Polarity | Field::Modality => Type::Text,
            Field::Source | Field::What | Field::Text => Type::Text,
            Field::Value => Type::Any,
            Field::Event => Type::Event,
            Field::Entity | Field::Who | Field::Whom | Field::Speaker => Type::Entity,
            Field::Time | Field::Day | Field::Published => Type::Time,
            Field::Place | Field::Participants => Type::Entities,
            Field::Main
            | Field::Symmetric
            | Field::Once
            | Field::Repeats
            | Field::Circular
            | Field::Doubtful
            | Field::Torn
            | Field::House => Type::Truth,
        }
    }
}

impl Graph {
    /// The value of a statement for people: a quotation as it is written, not as it is compared.
    pub fn shown(&self, statement: &Statement<'_>) -> String {
        let extent = Extent { span: statement.span, words: statement.words };
        match statement.role.as_str() {
            role::QUOTE => {
                let words = self.text_of(statement.article, extent).split_whitespace();
                words.collect::<Vec<_>>().join(" ")
            }
            _ => statement.value.text(self),
        }
    }

    /// The value of a field of a statement.
    pub fn field(&self, id: StatementId, field: Field) -> Value {
        let Some(statement) = self.statement(id) else { return Value::Unknown };
        match field {
            Field::Slot => Value::Number(f64::from(statement.slot.0)),
            Field::Role => Value::Text(statement.role.clone()),
            Field::Value => statement.value.clone(),
            Field::What => statement.what.map_or(Value::Unknown, |what| Value::Text(what.clone())),
            Field::Entity => statement.about.entity().map_or(Value::Unknown, Value::Entity),
            Field::Speaker => statement.speaker.map_or(Value::Unknown, Value::Entity),
            Field::Circular => Value::Truth(Judged::from(self.is_circular(id))),
            Field::Torn => Value::Truth(Judged::from(self.is_torn(id))),
            Field::Doubtful => {
                let unlikely = |likelihood: f32| f64::from(likelihood) < OF_DISPUTE.doubt;
                let apart = statement.what.is_some_and(|what| *what == role::DOUBTFUL);
                Value::Truth(Judged::from(
                    apart || self.is_torn(id) || self.likelihood(id).is_some_and(unlikely),
                ))
            }
            Field::Ordinal => match (statement.value, statement.role == role::ORDINAL) {
                (Value::Number(n), true) => Value::Number(*n),
                _ => Value::Unknown,
            },
            Field::Source | Field::Article | Field::Published | Field::Story | Field::House => {
                self.of_article(&statement, field)
            }
            Field::Time if statement.about.event().is_none() => {
                self.time_of(id).map_or(Value::Unknown, |time| Value::Time(time.clone()))
            }
            Field::Text => {
                self.words(&statement).map_or(Value::Unknown, |words| Value::Text(Sym::from(words)))
            }
            _ => self.of_event(&statement, field),
        }
    }

    /// The words of a statement.
    fn words(&self, statement: &Statement<'_>) -> Option<&str> {
        let (start, end) = statement.words;
        let text = &self.articles.get(statement.article as usize)?.text;
        text.get(start as usize..end as usize)
    }

    fn of_article(&self, statement: &Statement<'_>, field: Field) -> Value {
        let article = &self.articles[statement.article as usize];
        match field {
            Field::Source => {
                self.outlet(statement.article).map_or(Value::Unknown, |outlet| Value::Text(outlet.clone()))
            }
            Field::Article => Value::Number(f64::from(statement.article)),
            Field::Story => Value::Number(f64::from(article.story.0)),
            Field::House => Value::Truth(Judged::from(article.house)),
            Field::Published => article.published.map_or(Value::Unknown, |day| Value::from(When::on(day))),
            _ => Value::Unknown,
        }
    }

    /// Is it a people, or one of it of whom no more is said ("two Palestinians")?
    fn is_people(&self, whom: &Value) -> bool {
        let Value::Entity(whom) = whom else { return false };
        let entity = self.entities.get(whom.0 as usize);
        entity.is_some_and(|entity| self.lexicon.demonym(&entity.name.written).is_some())
    }

    /// What the claim says of the event; what it leaves open, the event's other mentions say.
    fn of_event(&self, statement: &Statement<'_>, field: Field) -> Value {
        let About::Event(event, mention) = statement.about else { return Value::Unknown };
        let (Some(whole), Some(own)) = (self.events.get(event.0 as usize), self.mention(mention)) else {
            return Value::Unknown;
        };
        let ours = &own.roles;
        let one = |own: &[EntityId], role: Role| {
            let whole = || self.in_role(event, &[role]).first().copied();
            own.first().copied().or_else(whole).map_or(Value::Unknown, Value::Entity)
        };
        let set = |own: &[EntityId], roles: &[Role]| match own {
            [] => Some(self.in_role(event, roles))
                .filter(|set| !set.is_empty())
                .map(|set| Value::from(&set[..])),
            own => Some(Value::from(own)),
        };
        let class = self.lexicon.class(whole.class);
        let time = || own.time.clone().or_else(|| whole.time.clone());
        let of_people = || self.is_people(&one(ours.whom(), Role::Patient));
        match field {
            Field::Event => Value::Event(event),
            Field::Class => Value::Text(class.name.clone()),
            Field::Time => time().map_or(Value::Unknown, Value::Time),
            Field::Day => time().map_or(Value::Unknown, |time| {
                // Without an anchor a weekday is no day of the calendar; the distance from publication is kept.
                match time.days {
                    Some(_) => Value::Time(time),
                    None => Value::from(When { offset: time.offset, ..When::default() }),
                }
            }),
            Field::Place => set(ours.place(), &[Role::Place]).unwrap_or(Value::Unknown),
            // One of two who met is named: the other is known from the other mentions.
            Field::Participants if ours.participants().len() < 2 => {
                set(&[], &Role::TAKES_PART).unwrap_or(Value::Unknown)
            }
            Field::Participants => Value::from(ours.participants()),
            Field::Who => one(ours.who(), Role::Agent),
            Field::Whom => one(ours.whom(), Role::Patient),
            Field::Polarity => Value::Text(Sym::new_static(own.polarity.name())),
            Field::Modality => Value::Text(Sym::new_static(own.modality.name())),
            Field::Main => Value::Truth(Judged::from(own.main)),
            Field::Symmetric => Value::Truth(Judged::from(class.symmetric)),
            // What happens to some of a people happens to others of it on another day, and a claim that does not say to
            // whom it happened may tell of others.
            Field::Once => Value::Truth(Judged::from(class.once && !ours.whom().is_empty() && !of_people())),
            Field::Repeats => {
                Value::Truth(Judged::from(class.once && of_people() || self.lexicon.repeats(whole.class)))
            }
            _ => Value::Unknown,
        }
    }
}
