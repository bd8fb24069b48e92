//! Which words at two places may tell of one event, how probable that is, and what made it so.

use serde::Serialize;

use super::given::{Asked, Spot};
use super::place::Place;
use crate::graph::coref::{self, Aspect, Candidate, Coreference, Mention, NAMES, Tie, Weights};

/// Features that add less than this, either way, are not told.
const LITTLE: f64 = 0.05;

/// Two words, one at each place, that may tell of one event.
#[derive(Debug, Serialize)]
pub struct MentionPair<'a> {
    /// Where they stand, each with its words.
    pub(crate) mentions: [Spot<'a>; 2],
    /// What ties the words.
    pub(crate) tie: &'static str,
    /// How probable it is that they are one event; none where they cannot be.
    pub(crate) probability: Option<f64>,
    /// Are they one in the end, all mentions of all articles being weighed?
    pub(crate) one: bool,
    /// What counts, that which adds or takes away most first.
    pub(crate) features: Vec<Weighed>,
    /// How probable it would be, were nothing known of one role.
    pub(crate) without: Vec<Without>,
}

/// A feature and what it adds to the logarithm of the odds.
#[derive(Debug, Serialize)]
pub struct Weighed {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) weight: f64,
    pub(crate) adds: f64,
}

/// How probable it would be, were nothing known of a role.
#[derive(Debug, Serialize)]
pub struct Without {
    pub(crate) role: &'static str,
    pub(crate) probability: f64,
}

/// The pairs of mentions at two places whose words hang together.
pub(super) fn pairs<'a>(asked: Asked<'a>, places: [Place; 2]) -> Vec<MentionPair<'a>> {
    let (mentions, candidates) = coref::candidates(asked.session.everything_told());
    let coreference = Coreference::from_candidates(mentions, &candidates);
    let mut chain_of = vec![0; coreference.mentions.len()];
    for (number, event) in coreference.events.iter().enumerate() {
        event.iter().for_each(|at| chain_of[*at as usize] = number);
    }
    let place = |at: u32| {
        let mention = coreference.mentions.get(at as usize)?;
        places
            .iter()
            .position(|place| place.article == mention.article && place.span.contains(mention.extent.span))
    };
    let pair = |candidate: &Candidate| {
        let (a, b) = candidate.pair;
        let ordered = match (place(a)?, place(b)?) {
            (0, 1) => [a, b],
            (1, 0) => [b, a],
            _ => return None,
        };
        let one = chain_of[a as usize] == chain_of[b as usize];
        let mentions = ordered.map(|at| coreference.mentions.get(at as usize));
        let [Some(first), Some(second)] = mentions else { return None };
        Some(told(asked, [first, second], candidate, one))
    };
    let mut pairs: Vec<MentionPair<'_>> = candidates.iter().filter_map(pair).collect();
    pairs.sort_by(|x, y| {
        (y.one, y.probability).partial_cmp(&(x.one, x.probability)).unwrap_or(std::cmp::Ordering::Equal)
    });
    pairs
}

fn told<'a>(asked: Asked<'a>, mentions: [&Mention; 2], candidate: &Candidate, one: bool) -> MentionPair<'a> {
    let weights = Weights::built_in();
    let model = weights.of(candidate.tie);
    let weighed = NAMES.iter().zip(candidate.features.iter().zip(&model.weights));
    let mut features: Vec<Weighed> = weighed
        .map(|(name, (value, weight))| Weighed { name, value: *value, weight: *weight, adds: value * weight })
        .filter(|weighed| weighed.adds.abs() >= LITTLE)
        .collect();
    features.sort_by(|x, y| y.adds.abs().total_cmp(&x.adds.abs()));
    let without =
        |aspect: Aspect| Without { role: aspect.name(), probability: weights.without(candidate, aspect) };
    MentionPair {
        mentions: mentions.map(|mention| asked.mentioned(mention)),
        tie: tie(candidate.tie),
        probability: (!candidate.weeks_apart).then(|| weights.probability(candidate)),
        one,
        features,
        without: Aspect::ALL.map(without).into(),
    }
}

fn tie(tie: Tie) -> &'static str {
    match tie {
        Tie::Same => "one word",
        Tie::Family => "words of one family",
        Tie::Synonym => "words with one meaning",
        Tie::Kind => "one is a kind of the other",
        Tie::Class => "words of one class",
    }
}
