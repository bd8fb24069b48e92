//! Claims: who did what, when, and who says so.

use serde::Serialize;

use super::passage::Passage;
use super::times::TimeRow;
use crate::article::Article;
use crate::claim::{self, Argument, Attribution, Claim, Modality, Polarity, Reading};
use crate::graph::Parsed;
use crate::lexicon::Lexicon;
use crate::view::table::Row;

/// A claim.
#[derive(Debug, Serialize)]
pub struct ClaimRow<'a> {
    sentence: Passage<'a>,
    /// From 0 to 1.
    confidence: f32,
    subject: Option<Passage<'a>>,
    predicate: PredicateCell<'a>,
    arguments: Vec<ArgumentCell<'a>>,
    time: Option<TimeRow<'a>>,
    polarity: Polarity,
    modality: Modality,
    /// None where the narrator says so.
    attribution: Option<AttributionCell<'a>>,
}

#[derive(Debug, Serialize)]
struct PredicateCell<'a> {
    /// The words of the verb group, or "is" where an apposition stands for it.
    text: String,
    start: u32,
    end: u32,
    lemma: &'a str,
    /// The event class that it names.
    event: Option<&'a str>,
    passive: bool,
}

#[derive(Debug, Serialize)]
struct ArgumentCell<'a> {
    role: &'a str,
    #[serde(flatten)]
    passage: Passage<'a>,
}

#[derive(Debug, Serialize)]
struct AttributionCell<'a> {
    #[serde(flatten)]
    passage: Passage<'a>,
    speaker: Option<Passage<'a>>,
    quoted: bool,
    denied: bool,
}

impl<'a> ClaimRow<'a> {
    /// One of the claims of an article.
    pub fn new(
        article: &'a Article,
        reading: &'a Reading,
        claim: &'a Claim,
        lexicon: &'a Lexicon,
    ) -> ClaimRow<'a> {
        let sentence = article.sentences.get(claim.sentence as usize).map(|s| s.tokens).unwrap_or_default();
        ClaimRow {
            sentence: Passage::new(article, sentence),
            confidence: claim.confidence,
            subject: claim.subject.as_ref().map(|subject| Passage::new(article, subject.tokens)),
            predicate: PredicateCell::new(article, claim, lexicon),
            arguments: claim.arguments.iter().map(|argument| ArgumentCell::new(article, argument)).collect(),
            time: claim.time.map(|time| TimeRow::new(article, reading.time(time))),
            polarity: claim.polarity,
            modality: claim.modality,
            attribution: claim.attribution.map(|a| AttributionCell::new(article, reading, a)),
        }
    }

    /// What is not as in a plain statement of fact by the narrator.
    fn remarks(&self) -> String {
        let negated = (self.polarity == Polarity::Negated).then(|| "negated".to_owned());
        let modality = (self.modality != Modality::Did).then(|| self.modality.name().to_owned());
        let speaker = self.attribution.as_ref().map(|a| format!("says: {}", a.passage.text));
        negated.into_iter().chain(modality).chain(speaker).collect::<Vec<_>>().join("; ")
    }
}

impl<'a> PredicateCell<'a> {
    fn new(article: &'a Article, claim: &'a Claim, lexicon: &'a Lexicon) -> PredicateCell<'a> {
        let Passage { start, end, .. } = Passage::new(article, claim.predicate.tokens);
        PredicateCell {
            text: claim::output::predicate(article, claim),
            start,
            end,
            lemma: claim.predicate.lemma.as_str(),
            event: claim.predicate.class.map(|class| lexicon.class(class).name.as_str()),
            passive: claim.predicate.passive,
        }
    }
}

impl<'a> ArgumentCell<'a> {
    fn new(article: &'a Article, argument: &'a Argument) -> ArgumentCell<'a> {
        ArgumentCell { role: argument.role.name(), passage: Passage::new(article, argument.tokens) }
    }
}

impl<'a> AttributionCell<'a> {
    fn new(article: &'a Article, reading: &Reading, attribution: Attribution) -> AttributionCell<'a> {
        AttributionCell {
            passage: Passage::new(article, attribution.tokens),
            speaker: attribution.speaker.map(|id| Passage::new(article, reading.phrase(id).tokens)),
            quoted: attribution.quoted,
            denied: attribution.denied,
        }
    }
}

impl Row for ClaimRow<'_> {
    const HEAD: &'static [&'static str] = &["sure", "subject", "predicate", "arguments", "time", "remarks"];

    fn cells(&self) -> Vec<String> {
        let argument = |a: &ArgumentCell<'_>| format!("{}: {}", a.role, a.passage.text);
        vec![
            format!("{:.2}", self.confidence),
            self.subject.as_ref().map_or("", |subject| subject.text).to_owned(),
            self.predicate.text.clone(),
            self.arguments.iter().map(argument).collect::<Vec<_>>().join("; "),
            self.time.as_ref().map(TimeRow::brief).unwrap_or_default(),
            self.remarks(),
        ]
    }
}

/// The claims of an article.
pub fn rows<'a>(parsed: &'a Parsed, lexicon: &'a Lexicon) -> Vec<ClaimRow<'a>> {
    let Parsed { article, reading, .. } = parsed;
    reading.claims.iter().map(|claim| ClaimRow::new(article, reading, claim, lexicon)).collect()
}
