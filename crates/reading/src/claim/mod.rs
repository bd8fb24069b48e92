//! Stage 2: the nom grammar that turns tagged tokens into [`Claim`] tuples.
//!
//! Words become time expressions ([`time`]), amounts ([`quantity`]), noun phrases ([`phrase`]) and verb groups
//! ([`verb`]); these are the [`chunk`]s of which [`clause`] builds clauses; [`tuple`] takes claims out of them.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::article::Tokens;
use crate::lexicon::{ClassId, Frame};
use crate::symbol::Sym;

pub mod act;
pub mod annotation;
pub mod attribute;
pub mod chunk;
pub mod clause;
pub mod factuality;
pub mod input;
pub mod norm;
pub mod output;
pub mod pattern;
pub mod phrase;
pub mod quantity;
pub mod quote;
pub mod state;
pub mod superseded;
pub mod thematic;
pub mod time;
mod time_word;
pub mod trigger;
pub mod tuple;
pub mod verb;
pub mod verdict;
pub mod wording;
mod work;

pub use attribute::{Attribute, AttributeKind, AttributeValue, Holder, Reference};
pub use phrase::{Determiner, Phrase, PhraseKind};
pub use quote::Quote;
pub use thematic::Thematic;
pub use time::{TimeMention, When};
pub use tuple::read;
pub use verb::{Tense, VerbGroup};

/// A noun phrase, as an index into [`Reading::phrases`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhraseId(pub u32);

/// A time expression, as an index into [`Reading::times`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeId(pub u32);

/// What the grammar reads out of one article.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// All noun phrases, in reading order.
    pub phrases: Vec<Phrase>,
    /// All time expressions, in reading order.
    pub times: Vec<TimeMention>,
    /// All quotations, in reading order.
    pub quotes: Vec<Quote>,
    /// All claims, in order of their sentences.
    pub claims: Vec<Claim>,
    /// What words say of somebody or something beside what happened.
    pub attributes: Vec<Attribute>,
    /// The phrases without a name that refer, in reading order.
    pub references: Vec<(PhraseId, Reference)>,
    /// The sentences that tell of another year or month than that of the report, and of which.
    pub background: Vec<(u32, When)>,
}

impl Reading {
    /// A noun phrase.
    pub fn phrase(&self, id: PhraseId) -> &Phrase {
        &self.phrases[id.0 as usize]
    }

    /// The noun phrases that begin among some words, in reading order.
    pub fn phrases_in(&self, words: Tokens) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        let first = self.phrases.partition_point(|phrase| phrase.tokens.start < words.start);
        let rest = self.phrases.get(first..).unwrap_or_default();
        let ids = (first as u32..).map(PhraseId);
        ids.zip(rest).take_while(move |(_, phrase)| phrase.tokens.start < words.end)
    }

    /// A time expression.
    pub fn time(&self, id: TimeId) -> &TimeMention {
        &self.times[id.0 as usize]
    }

    /// The phrase of each head.
    pub fn heads(&self) -> FxHashMap<u32, PhraseId> {
        self.phrases.iter().zip(0..).map(|(phrase, id)| (phrase.head, PhraseId(id))).collect()
    }

    /// The claims of a sentence.
    pub fn in_sentence(&self, sentence: u32) -> &[Claim] {
        let from = self.claims.partition_point(|c| c.sentence < sentence);
        let to = self.claims.partition_point(|c| c.sentence <= sentence);
        &self.claims[from..to]
    }

    /// The claims of a claim's sentence.
    pub fn beside(&self, claim: &Claim) -> &[Claim] {
        self.in_sentence(claim.sentence)
    }

    /// Is it a noun that a verb of the same event governs ("held talks")? The verb's claim tells it already.
    pub fn repeats(&self, claim: &Claim) -> bool {
        let governs =
            |a: &Argument| a.role == ArgumentRole::Object && a.tokens.contains(claim.predicate.tokens);
        claim.origin == Origin::Nominal
            && self.beside(claim).iter().any(|c| {
                c.origin != Origin::Nominal
                    && c.predicate.class == claim.predicate.class
                    && c.arguments.iter().any(governs)
            })
    }
}

/// Who did what: one tuple from one clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The sentence, as an index into the article's.
    pub sentence: u32,
    /// What kind of construction makes the claim.
    pub origin: Origin,
    /// Who or what it is about.
    pub subject: Option<Argument>,
    /// What is said of it.
    pub predicate: Predicate,
    /// Object, complements and adjuncts, in reading order.
    pub arguments: SmallVec<[Argument; 2]>,
    /// When, if the clause says.
    pub time: Option<TimeId>,
    /// Does the claim hold that it is so, or that it is not?
    pub polarity: Polarity,
    /// Does it claim a fact, or less?
    pub modality: Modality,
    /// Who says so; nobody means the narrator.
    pub attribution: Option<Attribution>,
    /// How sure the grammar is that the text says this, from 0 to 1.
    pub confidence: f32,
}

/// The construction that a claim was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A clause with a finite verb.
    Clause,
    /// A relative clause.
    Relative,
    /// A participle or an infinitive with a subject of its governing clause.
    Participle,
    /// "is", "became": what somebody is.
    Copula,
    /// "Mary Alder, a teacher, ...", "President Mary Alder".
    Apposition,
    /// "the arrest of two men", "Friday's meeting": an event named by a noun.
    Nominal,
}

/// The verb of a claim, or the noun that stands for one.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicate {
    /// The verb group, or the noun.
    pub tokens: Tokens,
    /// The word that carries the meaning.
    pub head: u32,
    /// Its lemma, with its particle ("check into").
    pub lemma: Sym,
    /// The event class that it names.
    pub class: Option<ClassId>,
    /// How the subject takes part in the event.
    pub frame: Frame,
    /// Tense.
    pub tense: Tense,
    /// Is the subject the one it happens to?
    pub passive: bool,
}

/// A subject, an object or what else belongs to a predicate.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// How it is tied to the predicate.
    pub role: ArgumentRole,
    /// All its words, with what modifies it; without the preposition.
    pub tokens: Tokens,
    /// Its noun phrases: more than one when they are coordinated ("A and B").
    pub phrases: SmallVec<[PhraseId; 2]>,
}

/// How an argument is tied to its predicate.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ArgumentRole {
    /// In front of the verb.
    Subject,
    /// Right behind it.
    Object,
    /// Behind a preposition, given as its lemma: "with", "in", "by".
    Oblique(Sym),
    /// What the subject is ("is a teacher", "is dead").
    Complement,
    /// A clause: "that ...", "to ...".
    Clause,
    /// A time expression without preposition.
    Time,
    /// An adverb.
    Manner,
}

impl ArgumentRole {
    /// As the output names it.
    pub fn name(&self) -> &str {
        match self {
            ArgumentRole::Subject => "subject",
            ArgumentRole::Object => "object",
            ArgumentRole::Oblique(preposition) => preposition.as_str(),
            ArgumentRole::Complement => "complement",
            ArgumentRole::Clause => "clause",
            ArgumentRole::Time => "time",
            ArgumentRole::Manner => "manner",
        }
    }

    /// Does it stand behind this preposition?
    /// Does it stand behind a preposition?
    pub fn is_behind(&self, preposition: &str) -> bool {
        matches!(self, ArgumentRole::Oblique(own) if own == preposition)
    }
}

/// Affirmed or negated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    Affirmed,
    /// It is not so.
    Negated,
}

/// How far a claim commits itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// A fact.
    Did,
    /// Still to come: "will", "plans to".
    Will,
    /// Possible: "may", "could", "perhaps".
    May,
    /// Under a condition: "would", "if".
    Would,
    /// Hearsay: "reportedly", "is believed to".
    Reportedly,
}

impl Polarity {
    /// Both.
    pub const ALL: [Polarity; 2] = [Polarity::Affirmed, Polarity::Negated];

    /// As rules write it.
    pub fn name(self) -> &'static str {
        match self {
            Polarity::Affirmed => "affirmed",
            Polarity::Negated => "negated",
        }
    }
}

impl Modality {
    /// Is it told as something that has come about?
    pub fn has_come(self) -> bool {
        matches!(self, Modality::Did | Modality::Reportedly)
    }

    /// Every one.
    pub const ALL: [Modality; 5] =
        [Modality::Did, Modality::Will, Modality::May, Modality::Would, Modality::Reportedly];

    /// As rules and the output write it.
    pub fn name(self) -> &'static str {
        match self {
            Modality::Did => "did",
            Modality::Will => "will",
            Modality::May => "may",
            Modality::Would => "would",
            Modality::Reportedly => "reportedly",
        }
    }
}

/// Who a claim comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker, if the text names one.
    pub speaker: Option<PhraseId>,
    /// The words of speaker and verb.
    pub tokens: Tokens,
    /// Does the claim stand inside quotation marks?
    pub quoted: bool,
    /// Does the speaker deny it ("denied that ...")?
    pub denied: bool,
}

#[cfg(test)]
mod tests;
