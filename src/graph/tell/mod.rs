//! What one article tells, taken by itself: whom it names, which events it mentions, what it states of them.
//!
//! Articles are told side by side, each for itself; [`merge`](super::merge) makes one graph of them. Once an article
//! is told, its tokens, phrases and claims can be let go: what is told is a fraction of their size.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::mention::{EventMention, Extent};
use super::name::Name;
use crate::article::Article;
use crate::claim::time::When;
use crate::claim::{PhraseId, Reading};
use crate::diagnostic::Part;
use crate::lexicon::Lexicon;
use crate::source::{SourceId, Span};
use crate::symbol::Sym;

mod age;
mod designation;
pub(super) mod echo;
pub(super) mod facts;
mod figure;
mod gather;
mod local;
pub(super) mod marks;
mod person;
mod reference;
mod said;
mod statement;
pub(super) mod topic;
mod wording;

pub(super) use local::LocalId;
pub(super) use said::{Bearer, Content, Passage, Said, What, Who};

use echo::Echo;
use facts::Facts;
use figure::figures;
use gather::Gathering;
use local::Local;
use statement::Stating;
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

/// What one article tells.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Told {
    /// The country in which most of the places lie that it names.
    pub(super) country: Option<Sym>,
    pub(super) topic: Topic,
    /// Whom and what it names.
    pub(super) named: Vec<Named>,
    /// The words that mention them, in reading order.
    pub(super) words: Vec<(LocalId, Extent)>,
    /// How old it says they are, in years.
    pub(super) ages: Vec<(LocalId, u32)>,
    /// What happened, as its claims mention it.
    pub(super) mentions: Vec<EventMention<Who>>,
    pub(super) statements: Vec<Said>,
    /// When it was, of statements about no event.
    pub(super) times: Vec<(Span, When)>,
    /// Its figures with the words around them.
    pub(super) echoes: Vec<Echo>,
    /// Words with a capital that stand before nouns like names.
    pub(super) modifiers: Vec<(Sym, Passage)>,
    /// Quotations of some length: their words.
    pub(super) quotes: Vec<(Sym, Passage)>,
}

/// Somebody or something that an article names.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Named {
    pub(super) name: Name,
    /// The phrase in which the name first stands.
    pub(super) first: PhraseId,
    /// That name.
    pub(super) passage: Passage,
}

/// Takes down what an article tells, also of what a house knows for certain.
pub fn tell(parsed: &Parsed, facts: &Facts<'_>, lexicon: &Lexicon) -> Told {
    let Parsed { article, reading, .. } = parsed;
    let local = local::resolve(article, reading, lexicon);
    let figures = figures(article, reading);
    let country = local.country();
    let gathering = Gathering {
        article,
        reading,
        lexicon,
        local: &local,
        heads: heads(reading),
        lead_end: Gathering::lead_end(article),
        country,
    };
    let mut stating = Stating { gathering: &gathering, statements: Vec::new(), times: Vec::new() };
    let mut mentions = Vec::new();
    for (number, claim) in reading.claims.iter().enumerate() {
        let mention = gathering.mention(number, claim).map(|mention| {
            mentions.push(mention);
            mentions.len() as u32 - 1
        });
        let words = mention.map(|_| gathering.words(claim));
        stating.claim(number, claim, mention.zip(words));
    }
    stating.people();
    stating.figures(&figures);
    facts.state(&mut stating);
    let Stating { statements, times, .. } = stating;
    Told {
        country: country.map(|id| lexicon.place(id).name.clone()),
        topic: Topic::with(parsed, &figures, lexicon),
        words: words(&local, parsed),
        ages: age::ages(reading, &local),
        statements,
        mentions,
        times,
        echoes: echo::echoes(&gathering, &figures),
        modifiers: wording::modifiers(&gathering),
        quotes: wording::quotes(&gathering),
        named: wording::names(&gathering),
    }
}

/// The words of each phrase that mentions somebody or something.
fn words(local: &Local, parsed: &Parsed) -> Vec<(LocalId, Extent)> {
    let extent = |phrase| Extent::of(&parsed.article, parsed.reading.phrase(phrase).tokens);
    local.mentions().map(|(phrase, id)| (id, extent(phrase))).collect()
}

/// The phrase of each head.
fn heads(reading: &Reading) -> FxHashMap<u32, PhraseId> {
    reading.phrases.iter().enumerate().map(|(i, p)| (p.head, PhraseId(i as u32))).collect()
}
