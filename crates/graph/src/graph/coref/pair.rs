//! How probable it is that two mentions are one event.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::mention::{Filler, Mention, Term, WEEK};
use crate::lexicon::wordnet::Part;
use crate::logistic::Logistic;

/// How many features there are.
pub const FEATURES: usize = 21;

/// What is asked of two mentions, by name.
pub const NAMES: [&str; FEATURES] = [
    // What they tell of: words that tell much, words that many of the articles around have, and more of them than other
    // articles do; verbs of saying; a kind rather than a synonym; a class of the vocabulary rather than either.
    "rare",
    "spread",
    "spread_most",
    "lift",
    "speech",
    "kind",
    "class",
    "verbs",
    // Where they stand: how alike the articles are, the sentences, the words around; one sentence.
    "articles",
    "sentences",
    "near",
    "one_sentence",
    "one_article",
    // Who takes part.
    "subject_same",
    "subject_shared",
    "subject_other",
    "object_same",
    "object_shared",
    "object_other",
    "arguments",
    // What the graph has made of two claims of one class, by their days, places and participants.
    "merged",
];

/// A role that two mentions may fill with different values, to be left out when it is asked whether they are one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// Who did it.
    Subject,
    /// To whom or what it was done.
    Object,
    /// Where, how many, by what means: whatever else belongs to it.
    Argument,
    /// What the graph has made of the two by their days, places and participants.
    Graph,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Aspect; 4] = [Aspect::Subject, Aspect::Object, Aspect::Argument, Aspect::Graph];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Subject => "subject",
            Aspect::Object => "object",
            Aspect::Argument => "arguments",
            Aspect::Graph => "graph",
        }
    }

    /// The features that tell of it, by their places in [`NAMES`].
    fn features(self) -> Range<usize> {
        match self {
            Aspect::Subject => 13..16,
            Aspect::Object => 16..19,
            Aspect::Argument => 19..20,
            Aspect::Graph => 20..21,
        }
    }
}

/// What ties the words of two mentions, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tie {
    /// One word.
    Same,
    /// One is derived from the other.
    Family,
    /// They share a meaning.
    Synonym,
    /// One is a kind of the other.
    Kind,
    /// The vocabulary has them in one class of events.
    Class,
}

/// Two mentions that may be one event.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Their places in the list of mentions, the smaller first.
    pub pair: (u32, u32),
    /// What ties their words.
    pub tie: Tie,
    /// By [`NAMES`].
    pub features: [f64; FEATURES],
    /// Do both say when they were, with a week or more between?
    pub weeks_apart: bool,
}

/// Two mentions, and what is known of the articles that they stand in.
pub(super) struct Two<'a> {
    pub(super) a: &'a Mention,
    pub(super) b: &'a Mention,
    pub(super) tie: Tie,
    /// How alike their articles are, from 0 to 1.
    pub(super) articles: f64,
    /// The information of both words, in bits, and the shares of the articles around that have them.
    pub(super) information: [f64; 2],
    pub(super) spread: [f64; 2],
}

impl Two<'_> {
    pub(super) fn features(&self) -> [f64; FEATURES] {
        let Two { a, b, tie, articles, information, spread } = self;
        let holds = |holds: bool| f64::from(u8::from(holds));
        let lift = |at: usize| spread[at].max(1e-3).log2() + information[at];
        let [subject, object] = [(&a.subject, &b.subject), (&a.object, &b.object)].map(compared);
        let sentence = a.article == b.article && a.sentence == b.sentence;
        [
            information[0].min(information[1]) / 16.0,
            spread[0].min(spread[1]),
            spread[0].max(spread[1]),
            lift(0).min(lift(1)) / 16.0,
            holds(a.speech || b.speech),
            holds(*tie == Tie::Kind),
            holds(*tie == Tie::Class),
            holds(a.part == Part::Verb && b.part == Part::Verb),
            *articles,
            a.around.cosine(&b.around),
            a.near.cosine(&b.near),
            holds(sentence),
            holds(a.article == b.article),
            holds(subject == Some(Likeness::Same)),
            holds(subject == Some(Likeness::Shared)),
            holds(subject == Some(Likeness::Other)),
            holds(object == Some(Likeness::Same)),
            holds(object == Some(Likeness::Shared)),
            holds(object == Some(Likeness::Other)),
            holds(a.arguments.iter().any(|argument| b.arguments.contains(argument))),
            match (a.event, b.event) {
                (Some(x), Some(y)) if x == y => 1.0,
                (Some(_), Some(_)) if a.class == b.class => -1.0,
                _ => 0.0,
            },
        ]
    }
}

impl Two<'_> {
    /// Is a week or more between them, as far as both say when they were?
    pub(super) fn weeks_apart(&self) -> bool {
        let Some(((from_a, to_a), (from_b, to_b))) = self.a.days.zip(self.b.days) else { return false };
        let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
        days(to_a, from_b) >= WEEK || days(to_b, from_a) >= WEEK
    }
}

/// How two fillers of one role stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Same,
    /// Another head, but a word in common.
    Shared,
    Other,
}

/// None if either is not known.
fn compared((a, b): (&Option<Filler>, &Option<Filler>)) -> Option<Likeness> {
    let (a, b) = a.as_ref().zip(b.as_ref())?;
    let (x, y): (Term, Term) = a.who.zip(b.who)?;
    Some(match x == y {
        true => Likeness::Same,
        false if a.words.meets(&b.words) => Likeness::Shared,
        false => Likeness::Other,
    })
}

/// What the features weigh, by what ties the words of two mentions.
#[derive(Debug, Clone)]
pub struct Weights {
    /// One word.
    pub same: Logistic<FEATURES>,
    /// Words of one family.
    pub family: Logistic<FEATURES>,
    /// Words of one meaning, kind or class.
    pub sense: Logistic<FEATURES>,
    /// Mentions that are on average at least so probably one event are one.
    pub cut: f64,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let table = include_str!("../../../weights/coref.toml");
    toml::from_str::<Table>(table).map(Weights::from).unwrap_or_else(|_| Weights::none())
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "trained_on")]
    _trained_on: String,
    cut: f64,
    same: OfTie,
    family: OfTie,
    sense: OfTie,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfTie {
    bias: f64,
    weights: BTreeMap<String, f64>,
}

impl From<Table> for Weights {
    fn from(table: Table) -> Weights {
        let of = |part: &OfTie| Logistic::new(part.bias, &part.weights, &NAMES);
        let [same, family, sense] = [&table.same, &table.family, &table.sense].map(of);
        Weights { same, family, sense, cut: table.cut }
    }
}

impl Weights {
    /// Those that the program carries.
    pub fn built_in() -> &'static Weights {
        &WEIGHTS
    }

    fn none() -> Weights {
        let [same, family, sense] = std::array::from_fn(|_| Logistic::never());
        Weights { same, family, sense, cut: 1.0 }
    }

    /// Those for a tie.
    pub fn of(&self, tie: Tie) -> &Logistic<FEATURES> {
        match tie {
            Tie::Same => &self.same,
            Tie::Family => &self.family,
            Tie::Synonym | Tie::Kind | Tie::Class => &self.sense,
        }
    }

    /// How probable it is that two mentions are one event. What was weeks apart is two, whatever else they share: then
    /// nothing is gained by others that would join them.
    pub fn probability(&self, candidate: &Candidate) -> f64 {
        match candidate.weeks_apart {
            true => f64::NEG_INFINITY,
            false => self.of(candidate.tie).probability(&candidate.features),
        }
    }

    /// How probable it would be, were nothing known of one role: what is in dispute must not speak against the two that
    /// dispute it.
    pub fn without(&self, candidate: &Candidate, aspect: Aspect) -> f64 {
        let left_out = aspect.features();
        let kept = |at: usize| if left_out.contains(&at) { 0.0 } else { candidate.features[at] };
        self.of(candidate.tie).probability(&std::array::from_fn(kept))
    }
}
