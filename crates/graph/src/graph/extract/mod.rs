//! Extraction: whom one article names, which events it mentions, what it states of them.
//!
//! Articles are read side by side, each for itself; [`merge`](super::merge) makes one graph of what is extracted. Then
//! their tokens, phrases and claims can be let go: an extraction is a fraction of their size. The words have been read
//! by then: the claims, attributes and references of the article come from [`claim`](crate::claim).

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::mention::{EventMention, Extent};
use super::name::Name;
use crate::article::Article;
use crate::claim::Reading;
use crate::claim::pattern::background;
use crate::claim::time::When;
use crate::diagnostic::Part;
use crate::lexicon::Lexicon;
use crate::source::{SourceId, Span};
use crate::symbol::Sym;

mod amounts;
mod assertion;
mod attribute;
mod extractor;
pub(super) mod facts;
mod lemma;
mod local;
mod location;
mod packed;
pub(super) mod profile;
mod proposition;
mod reference;
mod referent;
mod signature;
mod stance;
mod statement;
pub(super) mod topic;
mod wording;

pub(super) use amounts::{Amount, Amounts};
pub(super) use assertion::{Assertion, Content, Locus, Owner, Qualifier};
pub(super) use lemma::Lemma;
pub(super) use packed::Packed;
pub(super) use proposition::{Filler, Position, Predicates, Proposition, Utterance, family_of};
pub(super) use referent::{LocalId, Referent};
pub(super) use signature::{Passage, Signature};
pub(super) use stance::{Holds, Stance, Telling};
pub(super) use wording::{Quotation, Spelled};

use extractor::Extractor;
use facts::Facts;
use local::Local;
use statement::Assertions;
use topic::Topic;

/// An article with what the grammar read out of it.
#[derive(Debug)]
pub struct Parsed {
    /// The article.
    pub article: Article,
    /// Its claims.
    pub reading: Reading,
    /// Its side of the check.
    pub part: Part,
    /// The outlet, or the file's name where it has none.
    pub outlet: Sym,
    /// The file's name for messages.
    pub name: Sym,
}

impl Parsed {
    /// What is known of the article without its text being read.
    pub fn head(&self) -> ArticleHead {
        let Parsed { article, part, outlet, name, .. } = self;
        let (outlet, name, text) = (outlet.clone(), name.clone(), article.text.clone());
        let published = article.meta.published;
        ArticleHead { source: article.source, part: *part, outlet, name, published, text }
    }
}

/// What is known of an article without its text being read.
#[derive(Debug, Clone)]
pub struct ArticleHead {
    /// Its file.
    pub source: SourceId,
    /// Its side of the check.
    pub part: Part,
    /// The outlet, or the file's name where it has none.
    pub outlet: Sym,
    /// The file's name for messages.
    pub name: Sym,
    /// The day of publication, if known.
    pub published: Option<Date>,
    /// Its reading text.
    pub text: Arc<str>,
}

/// What is extracted from one article.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Extraction {
    /// The country in which most of the places lie that it names.
    pub(super) country: Option<Sym>,
    pub(super) topic: Topic,
    /// Whom and what it names.
    pub(super) named: Vec<Name>,
    /// The words that mention them, in reading order.
    pub(super) words: Vec<(LocalId, Extent)>,
    /// How old it says they are, in years.
    pub(super) ages: Vec<(LocalId, u32)>,
    /// What happened, as its claims mention it.
    pub(super) mentions: Packed<EventMention<Referent>>,
    pub(super) statements: Packed<Assertion>,
    /// The facts of the house of which it states anything, by their numbers.
    pub(super) facts: Vec<u32>,
    /// When it was, of statements about no event.
    pub(super) times: Vec<(Span, When)>,
    /// How it writes words with a capital.
    pub(super) spelled: Packed<Spelled>,
    /// Quotations of some length: their words.
    pub(super) quotations: Packed<Quotation>,
    /// The sentences that give values.
    pub(super) passages: Packed<Passage>,
    /// The amounts that it has.
    pub(super) amounts: Amounts,
    /// The sentences that hold that something is so, or that it is not.
    pub(super) utterances: Packed<Utterance>,
    /// By which predicates they hold it.
    pub(super) predicates: Predicates,
    /// The sentences that tell the story flatly, or that say that it does not hold.
    pub(super) stances: Packed<Stance>,
}

/// Extracts what an article says, also of what a house knows for certain.
pub fn extract(parsed: &Parsed, facts: &Facts<'_>, lexicon: &Lexicon) -> Extraction {
    let Parsed { article, reading, .. } = parsed;
    let local = local::resolve(article, reading, lexicon);
    let country = local.country();
    let extractor = Extractor {
        article,
        reading,
        lexicon,
        local: &local,
        heads: reading.heads(),
        lead_end: background::lead_end(article),
        country,
    };
    let mut assertions = Assertions { extractor: &extractor, statements: Vec::new(), times: Vec::new() };
    let mut mentions = Vec::new();
    let mut of_claims = FxHashMap::default();
    for (number, claim) in (0..).zip(&reading.claims) {
        if let Some(mention) = extractor.mention(number, claim) {
            let at = mentions.len() as u32;
            assertions.event(number, claim, at);
            of_claims.insert(number, at);
            mentions.push(mention);
        }
    }
    assertions.attributes(&of_claims);
    facts.state(&mut assertions);
    let Assertions { statements, times, .. } = assertions;
    let utterances = proposition::utterances(&extractor);
    let passages = signature::passages(&extractor);
    Extraction {
        country: country.map(|id| lexicon.place(id).name.clone()),
        topic: Topic::of(parsed, lexicon),
        words: words(&local, parsed),
        ages: local.ages(reading),
        facts: statements.iter().filter_map(Assertion::fact).collect(),
        statements: Packed::of(&statements),
        mentions: Packed::of(&mentions),
        times,
        spelled: Packed::of(&wording::spelled(&extractor)),
        quotations: Packed::of(&wording::quotations(&extractor)),
        amounts: Amounts::of(&passages),
        passages: Packed::of(&passages),
        predicates: Predicates::of(&utterances),
        utterances: Packed::of(&utterances),
        stances: Packed::of(&stance::stances(&extractor)),
        named: local.entities.iter().map(|entity| entity.name.clone()).collect(),
    }
}

/// The words of each phrase that mentions somebody or something.
fn words(local: &Local, parsed: &Parsed) -> Vec<(LocalId, Extent)> {
    let extent = |phrase| Extent::of(&parsed.article, parsed.reading.phrase(phrase).tokens);
    local.mentions().map(|(phrase, id)| (id, extent(phrase))).collect()
}
